"""The titles of the table of all councils of a year, and what is said below it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual.content import Content

from db.figures.year_table import YearColumn, YearRow, YearTable
from db.model import Council, CouncilType
from tui.draw.labels import SHORT_COUNCIL_TYPES
from tui.draw.layout import ATTENTION, MUTED
from tui.draw.short_names import shorten_council
from tui.draw.titles import TITLE_EDGES
from tui.draw.year_choice import TYPES, YearChoice
from tui.draw.year_rows import RowWidths, YearView, describe_reasons
from tui.draw.year_words import (
    SORTED_BY,
    describe_averages,
    describe_averages_briefly,
    describe_chance,
    describe_chance_briefly,
    describe_type,
)
from tui.keymap_sentences import fill_in_keys

_SEPARATOR = " \u00b7 "
_ALL = "all"


class YearAnswer(NamedTuple):
    """The table that answers a choice, the councils of its type that have no letter, and how many letters each has.

    `widths` are those of its rows, `searched` the words by which each is found, by its letter.
    """

    choice: YearChoice
    table: YearTable
    without: tuple[Council, ...]
    counts: Mapping[CouncilType | None, int]
    widths: RowWidths
    searched: Mapping[int, str]


def draw_year_title(answer: YearAnswer, width: int) -> Content:
    """The year, and the types with how many letters each has; as much of it as `width` cells have room for."""
    choice = answer.choice
    chosen = Content.styled(describe_type(choice.type), "bold")
    whole = Content("  ").join(_list_types(answer))
    years = (f"Year to 31 March {choice.year}", str(choice.year))
    options = [
        Content.assemble(year, _SEPARATOR, "\u2039 ", types, " \u203a") for types in (whole, chosen) for year in years
    ]
    room = width - TITLE_EDGES
    fitting = (each for each in options if each.cell_length <= room)
    return next(fitting, options[-1].truncate(max(room, 1), ellipsis=True))


def _list_types(answer: YearAnswer) -> Iterator[Content]:
    """Each type with the number of its letters, the one chosen in capitals."""
    for each in TYPES:
        name = SHORT_COUNCIL_TYPES[each] if each else _ALL
        count = answer.counts.get(each, 0)
        words = f"{name} {count}" if count else name
        is_chosen = each is answer.choice.type
        yield Content.styled(words.upper(), "bold") if is_chosen else Content.styled(words, "not bold")


def describe_order(answer: YearAnswer, width: int) -> str:
    """How many of the councils have a letter, how the table is sorted and what is left out of it.

    As much of it as `width` cells have room for: "31 of 32 have a letter here", "Complied, lowest first".
    """
    choice = answer.choice
    with_letter = len(answer.table.rows)
    have = f"{with_letter} of {with_letter + len(answer.without)}"
    parts = [describe_sorting(choice.column, is_reversed=choice.is_reversed)]
    if choice.view is not YearView.ALL:
        parts.append(choice.view)
    for words in ("have a letter here", "here"):
        whole = _SEPARATOR.join([f"{have} {words}", *parts])
        if len(whole) <= width - TITLE_EDGES:
            return whole
    return _SEPARATOR.join(parts)


def describe_sorting(column: YearColumn, *, is_reversed: bool) -> str:
    """A column and which way it is sorted: "Complied, lowest first"."""
    return f"{SORTED_BY[column]}, {'lowest' if is_reversed else 'highest'} first"


def draw_year_foot(answer: YearAnswer, row: YearRow | None, width: int) -> Content:
    """What stands out of the council highlighted; the averages; how many would stand out by chance alone.

    In fewer words where they would not be a line each in `width` cells.
    """
    lines = []
    if row is not None:
        name = shorten_council(row.letter.council.name)
        reasons = describe_reasons(row)
        said = Content.styled(reasons, ATTENTION) if reasons else Content("nothing stands out")
        lines.append(Content.assemble((name, "bold"), ": ", said, "."))
    table = answer.table
    if table.averages and table.rows:
        averages, measure = table.averages, table.column.measure
        whole, brief = describe_averages(averages, measure), describe_averages_briefly(averages, measure)
        lines.append(Content.styled(whole if len(whole) <= width else brief, MUTED))
    elif table.rows:
        lines.append(Content.styled("Each council is ranked within its type.", MUTED))
    if whole := describe_chance(table):
        lines.append(Content.styled(whole if len(whole) <= width else describe_chance_briefly(table), MUTED))
    return Content("\n").join(lines)


def explain_empty(answer: YearAnswer) -> str:
    """Why there is no line in the table."""
    choice = answer.choice
    if choice.words:
        return f"No council here fits “{choice.words}”: {fill_in_keys('{year_leave}')} shows them all."
    if choice.view is YearView.STAND_OUT and answer.table.rows:
        return fill_in_keys("Nothing stands out of any of these: {year_view} shows them all.")
    if choice.view is YearView.WITHOUT_LETTER:
        return fill_in_keys("Each of these councils has a letter here: {year_view} shows them.")
    return f"There is no letter of {choice.year} to {describe_type(choice.type)} here."
