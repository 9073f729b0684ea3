"""Who has a letter of which year, as lines of one table: signs under years, and the sums below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from db.councils.coverage import CoverageRow, CoverageState, CoverageSum, CoverageTable
from db.model import CouncilType
from db.text.clean import one_line
from tui.draw.labels import SHORT_COUNCIL_TYPES
from tui.draw.layout import ATTENTION, MUTED, pad_column
from tui.draw.short_names import shorten_council
from tui.draw.titles import TITLE_EDGES
from tui.draw.year_choice import TYPES
from tui.draw.year_words import describe_type

SIGNS = {
    CoverageState.FIGURES: "●",
    CoverageState.NO_FIGURES: "○",
    CoverageState.MISSING: "·",
    CoverageState.ABSENT: " ",
}

WORDS = {
    CoverageState.FIGURES: "letter with figures",
    CoverageState.NO_FIGURES: "letter without figures",
    CoverageState.MISSING: "no letter here",
    CoverageState.ABSENT: "there was no such council",
}

_UNKNOWN = "no letter here; not in the register"
_SUMS = (
    (CoverageState.FIGURES, "with figures"),
    (CoverageState.NO_FIGURES, "without figures"),
    (CoverageState.MISSING, "no letter here"),
)
_CELL, _TYPE, _RIGHT = 5, 2, 1
_MIN_NAME = 18
_OLDER, _NEWER = "\u2039", "\u203a"
_SEPARATOR = " \u00b7 "


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageColumns:
    """The columns there is room for in `width` cells: of the years those from index `first` up to `last`, not with it.

    The newest stand there, unless the cursor is at an older one: the oldest go out of sight first.
    """

    width: int
    name: int
    has_types: bool
    cell: int
    first: int
    last: int
    years: tuple[int, ...]

    @classmethod
    def fit(
        cls, years: tuple[int, ...], longest: int, width: int, cursor: int, *, has_types: bool, most: int, first: int
    ) -> "CoverageColumns":
        """The columns for names of at most `longest` cells and sums of up to `most`; `cursor` is the index of a year.

        `first` is the year that stood at the left before, which stays there as long as the cursor is in sight.
        """
        cell = max(_CELL, len(f"{most:,}") + 1)
        room = width - (_TYPE if has_types else 0) - _RIGHT
        count = min(max((room - min(longest, _MIN_NAME)) // cell, 1), len(years))
        first = min(max(first, cursor - count + 1, 0), cursor, len(years) - count)
        name = max(room - count * cell, 1)
        return cls(
            width=width,
            name=min(name, max(longest, _MIN_NAME)),
            has_types=has_types,
            cell=cell,
            first=first,
            last=first + count,
            years=years,
        )


def sort_by_shown_name(table: CoverageTable) -> CoverageTable:
    """The councils in the order of the names that stand in the table: Camden is not sought under London Borough."""
    rows = sorted(table.rows, key=lambda row: (shorten_council(row.council.name).casefold(), row.council.name))
    return replace(table, rows=tuple(rows))


def draw_coverage_head(columns: CoverageColumns, cursor: int) -> Content:
    """The heads: years, that of the cursor in bold, with a sign where there are older or newer ones out of sight."""
    lead = columns.name + (_TYPE if columns.has_types else 0)
    parts = [pad_column(Content.styled("Council", MUTED), lead)]
    for at in range(columns.first, columns.last):
        words = f"{columns.years[at]:>{columns.cell}}"
        if at == columns.first and at:
            words = _OLDER + words[1:]
        parts.append(Content.styled(words, "bold" if at == cursor else MUTED))
    parts.append(Content.styled(_NEWER if columns.last < len(columns.years) else " ", MUTED))
    return Content("").join(parts).truncate(columns.width)


def draw_coverage_row(row: CoverageRow, columns: CoverageColumns, cursor: int | None) -> Content:
    """A council, exactly as wide as its columns; `cursor` is the index of the year marked in it, if one is."""
    parts = [Content(shorten_council(row.council.name)).truncate(columns.name, ellipsis=True, pad=True)]
    if columns.has_types:
        parts.append(Content.styled(f" {SHORT_COUNCIL_TYPES[row.council.type][:1].upper()}", MUTED))
    for at in range(columns.first, columns.last):
        state = row.states[at]
        left, right = ("[", "]") if at == cursor else (" ", " ")
        style = {CoverageState.MISSING: MUTED, CoverageState.NO_FIGURES: ATTENTION}.get(state, "")
        blank = " " * (columns.cell - 4)
        parts.append(Content.assemble(blank, left, (SIGNS[state], style), right, " "))
    return Content("").join(parts).truncate(columns.width, ellipsis=True, pad=True)


def draw_coverage_sums(sums: Sequence[CoverageSum], columns: CoverageColumns) -> Content:
    """Of each year in sight how many councils have what: it says what the signs mean, too."""
    lead = columns.name + (_TYPE if columns.has_types else 0)
    lines = []
    for state, words in _SUMS:
        label = Content(f"{SIGNS[state]} {words}").truncate(lead, ellipsis=True, pad=True)
        cells = (f"{getattr(sums[at], state.value):>{columns.cell},}" for at in range(columns.first, columns.last))
        lines.append(Content.assemble(label, "".join(cells)).truncate(columns.width))
    return Content.styled(Content("\n").join(lines).plain, MUTED)


def describe_cell(row: CoverageRow, year: int, at: int) -> str:
    """What there is of a council and a year, in words: "Leeds, 2020: letter with figures"."""
    state = row.states[at]
    words = _UNKNOWN if state is CoverageState.ABSENT and not row.council.in_register else WORDS[state]
    return f"{shorten_council(row.council.name)}, {year}: {words}"


def explain_hole(row: CoverageRow, year: int, years: Sequence[int]) -> str:
    """Why nothing can be opened there, and of which years there are letters."""
    others = [each for each, letter_id in zip(years, row.letter_ids, strict=True) if letter_id is not None]
    name = shorten_council(row.council.name)
    there = f"there are letters of {', '.join(map(str, others))}"
    if row.states[years.index(year)] is CoverageState.ABSENT and row.council.in_register:
        return f"There was no {one_line(row.council.name)} in {year}{f'; {there}' if others else ''}."
    return f"No letter of {year} to {name} is here{f'; {there}' if others else ', and none of any other year'}."


def draw_coverage_title(
    council_type: CouncilType | None, counts: Mapping[CouncilType | None, int], width: int
) -> Content:
    """What the table is, and the types with how many councils each has; as much of it as there is room for."""
    options = [
        Content.assemble(lead, _SEPARATOR, f"{_OLDER} ", types, f" {_NEWER}")
        for types in (Content("  ").join(_list_types(council_type, counts)), Content(describe_type(council_type)))
        for lead in ("Letters by year", "Letters")
    ]
    room = width - TITLE_EDGES
    fitting = (each for each in options if each.cell_length <= room)
    return next(fitting, options[-1].truncate(max(room, 1), ellipsis=True))


def _list_types(chosen: CouncilType | None, counts: Mapping[CouncilType | None, int]) -> Iterator[Content]:
    """Each type with the number of its councils, the one chosen in capitals."""
    for each in TYPES:
        name = SHORT_COUNCIL_TYPES[each] if each else "all"
        words = f"{name} {counts[each]:,}" if counts.get(each) else name
        yield Content.styled(words.upper(), "bold") if each is chosen else Content.styled(words, "not bold")


def list_covered_years(row: CoverageRow, years: Iterable[int], state: CoverageState) -> str:
    """The years of a row that are in a state: "2018, 2020"; empty for none."""
    return ", ".join(str(year) for year, each in zip(years, row.states, strict=True) if each is state)
