"""The sentences of a letter as they are compared with those of other letters."""

from dataclasses import dataclass
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
    for begin, finish, is_body, words in _list_sentences(anatomy):
        quote = anatomy.folded.quote(begin, finish)
        sentences.append(
            Sentence(quote.start, quote.end, words.fingerprint, is_body=is_body, is_heading=words.is_heading)
        )
    return tuple(sentences)


def list_fingerprints(anatomy: Anatomy) -> tuple[int, ...]:
    """The fingerprints of a letter's sentences and headings, each once, ascending."""
    return tuple(sorted({read.fingerprint for _, _, _, read in _list_sentences(anatomy)}))


def _list_sentences(anatomy: Anatomy) -> list[tuple[int, int, bool, _Words]]:
    """Where each begins and ends in the folded text, in its order, and whether that is in the letter's body."""
    folded, body = anatomy.folded, anatomy.body
    bounds = [(0, body.start), (body.start, body.end), (body.end, len(folded.text))] if anatomy.salutation else []
    found: list[tuple[int, int, bool, _Words]] = []
    for start, end in bounds or [(0, len(folded.text))]:
        is_body = anatomy.salutation is not None and start == body.start
        for begin, finish, words in _split(folded, start, end):
            read = _read(words)
            if read and (is_body or read.is_sentence):
                found.append((begin, finish, is_body, read))
                if len(found) == _MOST_SENTENCES:
                    return found
    return found


@keep_answers
def _read(words: str) -> _Words | None:
    """Whether words are a sentence or a heading, and their fingerprint; None where they are neither."""
    fingerprint = Fingerprint.of(words)
    is_sentence = fingerprint.words >= _SENTENCE_WORDS
    is_heading = (
        0 < fingerprint.words <= _HEADING_WORDS
        and words.rstrip()[-1:] not in ".!?:;,"
        and not any(map(str.isdigit, words))
    )
    return _Words(fingerprint.value, is_sentence, is_heading) if is_sentence or is_heading else None


def _split(folded: FoldedText, start: int, end: int) -> list[tuple[int, int, str]]:
    """Sentences, and the lines before them that end without a full stop, each paragraph by itself, and their words."""
    parts: list[tuple[int, int, str]] = []
    at = start
    for begin, finish, words, _ in find_sentences(folded, start, end):
        if at + 1 < begin or (at < begin and not folded.text[at].isspace()):
            _split_paragraphs(folded, at, begin, parts)
        if len(parts) >= _MOST_PARAGRAPHS:
            return parts
        parts.append((begin, finish, words))
        at = finish
    _split_paragraphs(folded, at, end, parts)
    return parts


def _split_paragraphs(folded: FoldedText, start: int, end: int, parts: list[tuple[int, int, str]]) -> None:
    """Add the paragraphs of a stretch that hold anything, as far as there are not too many."""
    text = folded.text
    at = start
    while at < end and len(parts) < _MOST_PARAGRAPHS:
        line_end = text.find("\n", at, end)
        while line_end >= 0 and not folded.ends_paragraph(line_end):
            line_end = text.find("\n", line_end + 1, end)
        finish = line_end if line_end >= 0 else end
        words = text[at:finish]
        if words and not words.isspace():
            parts.append((at, finish, words))
        at = finish + 1
