"""Manglings that set things side by side by spaces, as copies of laid-out pages have them, or without a gap."""

from collections.abc import Callable
from random import Random
from textwrap import wrap

from tests.letters_made.truth import Kind, Piece

_LETTERHEAD = ("PO Box 4771", "Coventry", "CV4 0EH", "Phone: 0300 061 0614", "Web: www.lgo.org.uk")
_REFERENCES = (
    "Our ref: MK/21/7",
    "Please contact: A Nother",
    "Telephone: 0300 061 0614",
    "E-mail: a.nother@lgo.org.uk",
)
_HEAD = (Kind.DATE, Kind.BYLINE, Kind.ADDRESS)


def letterhead_beside_address(pieces: list[Piece], random: Random) -> list[Piece]:
    """The Ombudsman's address or references beside the lines of the head, a wide gap between."""
    beside = random.choice((_LETTERHEAD, _REFERENCES))
    is_right, gap = random.random() < 0.7, random.randint(4, 30)

    def lay(lines: list[str]) -> list[str]:
        others = [*beside, *[""] * len(lines)][: max(len(lines), len(beside))]
        own = [*lines, *[""] * (len(others) - len(lines))]
        left, right = (own, others) if is_right else (others, own)
        return side_by_side(left, right, gap)

    return _on_head(pieces, lay)


def letterhead_in_lines(pieces: list[Piece], random: Random) -> list[Piece]:
    """The same with one space between, as recognition leaves it."""
    beside = random.choice((_LETTERHEAD, _REFERENCES))
    return _on_head(
        pieces,
        lambda lines: [
            f"{line} {other}".strip() for line, other in zip(lines, [*beside, *[""] * len(lines)], strict=False)
        ],
    )


def copied_to(pieces: list[Piece], random: Random) -> list[Piece]:
    """Who else gets the letter, right under the council."""
    to = random.choice(("cc: Cllr Lark, Leader of the Council", "cc The Monitoring Officer, Barchester City Council"))
    return [p.with_lines(*p.lines, to) if p.kind is Kind.ADDRESS else p for p in pieces]


def figures_in_columns(pieces: list[Piece], random: Random) -> list[Piece]:
    """Each block's count and total beside its rate and average, the chart's label before them."""
    laid: list[Piece] = []
    for piece in pieces:
        last = laid[-1] if laid else None
        if piece.kind in (Kind.STATISTIC, Kind.COUNT) and last and last.kind is Kind.BLOCK:
            laid[-1] = last.with_lines(*last.lines, *piece.lines)
        elif piece.kind is Kind.STATISTIC and last and last.kind is Kind.HEADING:
            laid.append(Piece(Kind.BLOCK, piece.lines))
        else:
            laid.append(piece)
    return [_laid(piece, random) if piece.kind is Kind.BLOCK else piece for piece in laid]


def _laid(block: Piece, random: Random) -> Piece:
    """A block with what is before its count or total at the left, the rest at the right."""
    lines = list(block.lines)
    cut = next((at for at, line in enumerate(lines) if at and _begins_right(line)), len(lines))
    if cut == len(lines) or "%" not in lines[0]:
        return Piece(Kind.STATISTIC, block.lines)
    left = [part for line in lines[:cut] for part in wrap(line, random.randint(36, 60), break_long_words=False)]
    right = [part for line in lines[cut:] for part in wrap(line, random.randint(30, 44), break_long_words=False)]
    label = lines[0].removeprefix("In ").split("%")[0].strip("*- \u2022") + "%"
    chart = ["", "", *([label] if random.random() < 0.5 else [])]
    return Piece(Kind.BLOCK, tuple(side_by_side(chart, side_by_side(left, right, random.randint(4, 12)), 6)))


def _begins_right(line: str) -> bool:
    return line.startswith("Statistics are based") or line.split(" ")[0].isdigit()


def side_by_side(left: list[str], right: list[str], gap: int) -> list[str]:
    """Two columns with so much space between them."""
    width = max((len(line) for line in left), default=0) + gap
    deepest = max(len(left), len(right))
    rows = zip(left + [""] * (deepest - len(left)), right + [""] * (deepest - len(right)), strict=True)
    return [(one.ljust(width) + other).rstrip() for one, other in rows]


def _on_head(pieces: list[Piece], lay: Callable[[list[str]], list[str]]) -> list[Piece]:
    """The pieces with date and address as one block of lines, laid out."""
    lines = [line for piece in pieces if piece.kind in _HEAD for line in piece.lines]
    laid: list[Piece] = []
    for piece in pieces:
        if piece.kind not in _HEAD:
            laid.append(piece)
        elif lines:
            laid.append(Piece(Kind.BLOCK, tuple(lay(lines))))
            lines = []
    return laid


COLUMNS = {
    mangling.__name__: mangling
    for mangling in (figures_in_columns, copied_to, letterhead_beside_address, letterhead_in_lines)
}
