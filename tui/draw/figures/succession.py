"""What a council became and what it was made from, as rows that lead there."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual.content import Content

from db.councils.succession import Kinship, Relative
from db.text.clean import one_line
from tui.draw.figures.row import Row
from tui.draw.layout import MUTED, wrap_hanging

_LEADS_ON = "\u203a"
_MARGIN = 2

_WORDS = {
    Kinship.BECAME: "became {names} in {year}",
    Kinship.MADE_FROM: "made from {names} in {year}",
    Kinship.TOOK_IN: "took in {names} in {year}",
}
"""How each came about, said of the council whose letter is shown."""


def build_succession_rows(relatives: Sequence[Relative], width: int) -> Iterator[Row]:
    """A row for each relative with letters here, which leads to them; then one for all those without."""
    for relative in relatives:
        if relative.entry is not None:
            words = Content(_describe(relative.kinship, [relative], relative.year))
            row = wrap_hanging(words, width, _MARGIN, Content(_LEADS_ON))
            yield Row(row, key=f"relative {relative.council.name}", council_id=relative.entry.id)
    absent = [relative for relative in relatives if relative.entry is None]
    for (kinship, year), some in groupby(absent, key=lambda each: (each.kinship, each.year)):
        words = Content.styled(f"{_describe(kinship, list(some), year)}: no letters here", MUTED)
        yield Row(wrap_hanging(words, width, _MARGIN))


def _describe(kinship: Kinship, relatives: Sequence[Relative], year: int) -> str:
    """How these councils and the one whose letter is shown came one from the other."""
    *first, last = [one_line(relative.council.name) for relative in relatives]
    names = f"{', '.join(first)} and {last}" if first else last
    return _WORDS[kinship].format(names=names, year=year)
