"""Manglings of how a letter's sentences and headings are set."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.letters_made.truth import Kind, Piece

_FIGURES = (Kind.STATISTIC, Kind.COUNT)
_NUMBER = re.compile(r"(?<![\d/.,])\d+(?:\.\d+)?%?(?![\d/,])")


def _each(pieces: list[Piece], kinds: tuple[Kind, ...], change: Callable[[str], str]) -> list[Piece]:
    return [
        piece.with_lines(*(change(line) for line in piece.lines)) if piece.kind in kinds else piece for piece in pieces
    ]


def bold_figures(pieces: list[Piece], random: Random) -> list[Piece]:
    """Stars around some numbers, with or without their % sign: **45%**, **45**%."""

    def starred(line: str) -> str:
        if "31 March" in line and "total of" not in line:
            return line
        head, between, tail = line.partition(" for the period")
        return _NUMBER.sub(lambda m: _bold(m.group(), random), head) + between + tail

    return _each(pieces, _FIGURES, starred)


def _bold(number: str, random: Random) -> str:
    if random.random() < 0.3:
        return number
    bare = number.rstrip("%")
    return f"**{number}**" if random.random() < 0.7 else f"**{bare}**{number[len(bare) :]}"


def bold_sentences(pieces: list[Piece], random: Random) -> list[Piece]:
    """Whole headings and sentences in stars."""
    return _each(pieces, (Kind.HEADING, Kind.STATISTIC), lambda line: f"**{line}**" if random.random() < 0.5 else line)


def markdown_headings(pieces: list[Piece], random: Random) -> list[Piece]:
    """Number signs before headings."""
    sign = "#" * random.randint(1, 4)
    return _each(pieces, (Kind.HEADING, Kind.SUBJECT), lambda line: f"{sign} {line}")


def upper_case_headings(pieces: list[Piece], random: Random) -> list[Piece]:
    """Headings in capitals throughout."""
    return _each(pieces, (Kind.HEADING, Kind.SUBJECT), str.upper)


def headings_with_colons(pieces: list[Piece], random: Random) -> list[Piece]:
    """A colon after each heading of one line."""
    return [p.with_lines(f"{p.lines[0]}:") if p.kind is Kind.HEADING and len(p.lines) == 1 else p for p in pieces]


def links_and_underlines(pieces: list[Piece], random: Random) -> list[Piece]:
    """Links and <u> marks in prose, in headings and on the words of a count."""
    marks = (("[", "](#)"), ("<u>", "</u>"), ("[", "](https://www.lgo.org.uk/x)"))

    def marked(line: str) -> str:
        before, after = random.choice(marks)
        for words in ("Your council's performance", "upheld decisions", "detailed investigations", "our website"):
            if words in line and "\t" not in line:
                return line.replace(words, f"{before}{words}{after}", 1)
        return line

    return _each(pieces, (Kind.PROSE, *_FIGURES), marked)


def glued_sentences(pieces: list[Piece], random: Random) -> list[Piece]:
    """Neighbouring sentences of the figures page without a space between them: residents.The average"""
    glued: list[Piece] = []
    for piece in pieces:
        last = glued[-1] if glued else None
        if last and last.kind is piece.kind is Kind.STATISTIC and last.lines[-1].endswith(".") and last.lines != (".",):
            glued[-1] = last.with_lines(*last.lines[:-1], last.lines[-1] + piece.lines[0], *piece.lines[1:])
        else:
            glued.append(piece)
    return glued


def sentences_run_together(pieces: list[Piece], random: Random) -> list[Piece]:
    """A block's sentences as one paragraph, a space between any two."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind is piece.kind is Kind.STATISTIC:
            joined[-1] = joined[-1].with_lines(" ".join((*joined[-1].lines, *piece.lines)))
        else:
            joined.append(piece)
    return joined


def bulleted_figures(pieces: list[Piece], random: Random) -> list[Piece]:
    """Figures as a list, a count on one line with its label."""
    sign = random.choice(("- ", "• ", "* "))
    return [replace(p, lines=(sign + " ".join(p.lines),)) if p.kind in _FIGURES else p for p in pieces]


def count_before_label(pieces: list[Piece], random: Random) -> list[Piece]:
    """Every count on one line with its label."""
    return [p.with_lines(" ".join(p.lines)) if p.kind is Kind.COUNT else p for p in pieces]


def count_parted_from_label(pieces: list[Piece], random: Random) -> list[Piece]:
    """A blank line between a count and its label."""
    return [
        p.with_lines(p.lines[0].split(" ")[0], "", " ".join(p.lines).split(" ", 1)[1]) if p.kind is Kind.COUNT else p
        for p in pieces
    ]


def address_on_one_line(pieces: list[Piece], random: Random) -> list[Piece]:
    """Person, role and council run together."""
    return [p.with_lines(" ".join(p.lines)) if p.kind is Kind.ADDRESS else p for p in pieces]


def address_with_commas(pieces: list[Piece], random: Random) -> list[Piece]:
    """A comma at the end of each line of the address, and a street, a town and a postcode after it."""
    more = ("Civic Offices", "High Street", "LE99 1AB")
    return [p.with_lines(*(f"{line}," for line in p.lines), *more) if p.kind is Kind.ADDRESS else p for p in pieces]


def other_ampersand(pieces: list[Piece], random: Random) -> list[Piece]:
    """The council's name with & for and, or the other way round, where it is written to."""

    def swapped(line: str) -> str:
        return line.replace(" & ", " and ") if " & " in line else line.replace(" and ", " & ")

    return [p.with_lines(*p.lines[:-1], swapped(p.lines[-1])) if p.kind is Kind.ADDRESS else p for p in pieces]


WORDING = {
    mangling.__name__: mangling
    for mangling in (
        bold_figures,
        bold_sentences,
        markdown_headings,
        upper_case_headings,
        headings_with_colons,
        links_and_underlines,
        glued_sentences,
        sentences_run_together,
        bulleted_figures,
        count_before_label,
        count_parted_from_label,
        address_with_commas,
        other_ampersand,
        address_on_one_line,
    )
}
