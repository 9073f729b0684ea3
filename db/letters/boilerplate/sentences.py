"""The sentences of a letter as they are compared with those of other letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from db.letters.anatomy import Anatomy
from db.letters.boilerplate.fingerprint import Fingerprint
from db.letters.folded import FoldedText
from db.letters.kept_answers import keep_answers
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


class _Words(NamedTuple):
    """What a sentence's words alone say of it."""

    fingerprint: int
    is_sentence: bool
    is_heading: bool


def list_sentences(anatomy: Anatomy) -> tuple[Sentence, ...]:
    """The sentences of a letter and the headings in its body, in the order of its folded text."""
    sentences = []
    for begin, finish, is_body, words in islice(_list_sentences(anatomy), _MOST_SENTENCES):
        quote = anatomy.folded.quote(begin, finish)
        sentences.append(
            Sentence(quote.start, quote.end, words.fingerprint, is_body=is_body, is_heading=words.is_heading)
        )
    return tuple(sentences)


def list_fingerprints(anatomy: Anatomy) -> tuple[int, ...]:
    """The fingerprints of a letter's sentences and headings, each once, ascending."""
    return tuple(sorted({read.fingerprint for _, _, _, read in islice(_list_sentences(anatomy), _MOST_SENTENCES)}))


def _list_sentences(anatomy: Anatomy) -> Iterator[tuple[int, int, bool, _Words]]:
    """Where each begins and ends in the folded text, in its order, and whether that is in the letter's body."""
    folded, body = anatomy.folded, anatomy.body
    bounds = [(0, body.start), (body.start, body.end), (body.end, len(folded.text))] if anatomy.salutation else []
    for start, end in bounds or [(0, len(folded.text))]:
        is_body = anatomy.salutation is not None and start == body.start
        for begin, finish, words in islice(_split(folded, start, end), _MOST_PARAGRAPHS):
            read = _read(words)
            if read and (read.is_sentence or is_body):
                yield begin, finish, is_body, read


@keep_answers
def _read(words: str) -> _Words | None:
    """Whether words are a sentence or a heading, and their fingerprint; None where they are neither."""
    fingerprint = Fingerprint.of(words)
    is_sentence = fingerprint.words >= _SENTENCE_WORDS
    is_heading = (
        0 < fingerprint.words <= _HEADING_WORDS
        and words.rstrip()[-1:] not in ".!?:;,"
        and not any(character.isdigit() for character in words)
    )
    return _Words(fingerprint.value, is_sentence, is_heading) if is_sentence or is_heading else None


def _split(folded: FoldedText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Sentences, and the lines before them that end without a full stop, each paragraph by itself, and their words."""
    at = start
    for begin, finish, words, _ in find_sentences(folded, start, end):
        if at < begin and not folded.text[at:begin].isspace():
            yield from _split_paragraphs(folded, at, begin)
        yield begin, finish, words
        at = finish
    yield from _split_paragraphs(folded, at, end)


def _split_paragraphs(folded: FoldedText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The paragraphs of a stretch that hold anything."""
    at = start
    while at < end:
        line_end = folded.text.find("\n", at, end)
        while line_end >= 0 and not folded.ends_paragraph(line_end):
            line_end = folded.text.find("\n", line_end + 1, end)
        finish = line_end if line_end >= 0 else end
        words = folded.text[at:finish]
        if words.strip():
            yield at, finish, words
        at = finish + 1
