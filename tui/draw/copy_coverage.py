"""What is copied of who has a letter of which year: a council in a sentence, or all councils with tabs."""

from collections.abc import Iterable, Iterator, Sequence

from db.councils.coverage import CoverageRow, CoverageState
from db.text.clean import one_line
from tui.draw.copy_text import CopiedText
from tui.draw.coverage import WORDS, list_covered_years
from tui.draw.exported import write_coverage
from tui.draw.labels import format_count


def copy_coverage_row(row: CoverageRow, years: Sequence[int]) -> CopiedText:
    """A council, and of which years there is what: "Leeds City Council: letter with figures 2019, 2020"."""
    name = one_line(row.council.name)
    return CopiedText(f"{name}: {'; '.join(_describe_years(row, years))}.", name)


def copy_coverage(rows: Iterable[CoverageRow], years: Sequence[int]) -> CopiedText:
    """All councils with tabs."""
    rows = tuple(rows)
    return CopiedText(
        write_coverage(rows, years, "").rstrip("\n"), f"the table of {format_count(len(rows), 'council')}"
    )


def _describe_years(row: CoverageRow, years: Sequence[int]) -> Iterator[str]:
    """What there is, each with its years."""
    for state in CoverageState:
        if state is CoverageState.ABSENT and not row.council.in_register:
            continue
        if of_state := list_covered_years(row, years, state):
            yield f"{WORDS[state]} {of_state}"
