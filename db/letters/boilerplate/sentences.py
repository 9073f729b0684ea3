"""The sentences of a letter as they are compared with those of other letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from db.letters.anatomy import Anatomy
from db.letters.boilerplate.fingerprint import Fingerprint
from db.letters.folded import FoldedText
from db.letters.remarks.sentences import find_sentences

_SENTENCE_WORDS = 4
"""Fewer words than this, names and numbers not counted, are a heading, a label or an address."""
_HEADING_WORDS = 10
_MOST_SENTENCES = 3000
_MOST_PARAGRAPHS = 20_000
"""Many times what the longest letter has: of a text with more, the rest is not compared."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a heading: where it stands in the stored text, and its fingerprint.

    `is_body`: it stands between the salutation and the closing. A heading is one of few words without a full stop.
    """

    start: int
    end: int
    fingerprint: int
    is_body: bool
    is_heading: bool


def list_sentences(anatomy: Anatomy) -> tuple[Sentence, ...]:
    """The sentences of a letter and the headings in its body, in the order of its folded text."""
    return tuple(islice(_list_sentences(anatomy), _MOST_SENTENCES))


def list_fingerprints(anatomy: Anatomy) -> tuple[int, ...]:
    """The fingerprints of a letter's sentences and headings, each once, ascending."""
    return tuple(sorted({sentence.fingerprint for sentence in list_sentences(anatomy)}))


def _list_sentences(anatomy: Anatomy) -> Iterator[Sentence]:
    """In the order of the folded text."""
    folded, body = anatomy.folded, anatomy.body
    bounds = [(0, body.start), (body.start, body.end), (body.end, len(folded.text))] if anatomy.salutation else []
    for start, end in bounds or [(0, len(folded.text))]:
        is_body = anatomy.salutation is not None and start == body.start
        for begin, finish in islice(_split(folded, start, end), _MOST_PARAGRAPHS):
            sentence = _read(folded, begin, finish, is_body=is_body)
            if sentence is not None:
                yield sentence


def _read(folded: FoldedText, begin: int, finish: int, *, is_body: bool) -> Sentence | None:
    """What stands there, if it is a sentence, or in the body a heading."""
    words = folded.text[begin:finish]
    fingerprint = Fingerprint.of(words)
    is_heading = (
        fingerprint.words <= _HEADING_WORDS
        and words.rstrip()[-1:] not in ".!?:;,"
        and not any(character.isdigit() for character in words)
    )
    if fingerprint.words < _SENTENCE_WORDS and not (is_heading and is_body and fingerprint.words):
        return None
    quote = folded.quote(begin, finish)
    return Sentence(quote.start, quote.end, fingerprint.value, is_body=is_body, is_heading=is_heading)


def _split(folded: FoldedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences, and the lines before them that end without a full stop, each paragraph by itself."""
    at = start
    for begin, finish in (*find_sentences(folded, start, end), (end, end)):
        yield from _split_paragraphs(folded, at, begin)
        if begin < finish:
            yield begin, finish
        at = finish


def _split_paragraphs(folded: FoldedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a stretch that hold anything."""
    at = start
    while at < end:
        line_end = folded.text.find("\n", at, end)
        while line_end >= 0 and not folded.ends_paragraph(line_end):
            line_end = folded.text.find("\n", line_end + 1, end)
        finish = line_end if line_end >= 0 else end
        if folded.text[at:finish].strip():
            yield at, finish
        at = finish + 1
