"""Councils side by side in words: on the screen, by `upheld compare` and on the clipboard the same."""

from collections.abc import Iterator, Sequence

from db.figures.comparison import ComparedFigure, ComparedMeasure, Comparison
from db.figures.intervals import compute_wilson
from db.figures.judgement import Judged
from db.figures.significance import Verdict
from db.model import MeasureKind, TableName
from db.text.clean import one_line
from tui.draw.figures.measure_text import (
    NOT_PRINTED,
    OURS,
    SIGNS,
    VERDICTS,
    describe_unplaced,
    describe_verdict,
    explain_no_rate,
    format_cases,
    format_lead,
    format_rate,
    format_rate_cell,
)
from tui.draw.labels import CELLS, MEASURE_LABELS
from tui.draw.short_names import shorten_council
from tui.draw.year_words import TYPES

INTERVALS = (
    "Intervals are ours: between these shares the one that a council's cases stand for may well lie (Wilson, 95%)."
)
"""What is to be known of the intervals."""

_BRIEFLY = {
    VERDICTS[Verdict.TOO_FEW]: "too few",
    VERDICTS[Verdict.NO_CLEAR_DIFFERENCE]: "unclear",
    "no average printed": "no average",
}
"""What is said of a figure, and the same for narrow columns."""

SIGNS_MEAN = "▲▼ said only where chance explains such a gap in fewer than 5 of 100 cases"


def name_councils(comparison: Comparison) -> list[str]:
    """The councils by the names people call them; in full where two would have the same."""
    names = [one_line(each.entry.council.name) for each in comparison.councils]
    short = [shorten_council(name) for name in names]
    return [name if short.count(brief) > 1 else brief for name, brief in zip(names, short, strict=True)]


def describe_head(compared: ComparedMeasure) -> str:
    """What the block is of, and of what it is a share: "Upheld, of those investigated"."""
    labels = MEASURE_LABELS[compared.name]
    return f"{labels.label}, of those investigated" if labels.counted == "investigated" else labels.label


def describe_averages(compared: ComparedMeasure) -> str:
    """The averages beside which the figures stand; empty where none is printed."""
    labels = MEASURE_LABELS[compared.name]
    parts = []
    for council_type in dict.fromkeys(each.type for each in compared.averages):
        printed = [labels.format_number(each.average) for each in compared.averages if each.type is council_type]
        parts.append(f"{TYPES[council_type]} {' or '.join(printed)}")
    return f"average of {', '.join(parts)}" if parts else ""


def describe_missing(figure: ComparedFigure, year: int, *, is_brief: bool = False) -> str | None:
    """Why there is no figure, with what there is of the nearest year; None where there is one."""
    if figure.judged is not None:
        return explain_no_rate(figure.judged)
    absent = f"no letter of {year}{'' if is_brief else ' here'}"
    if figure.other is None or figure.other_year is None:
        return absent
    has = format_lead(figure.other) if figure.other.cases else format_rate_cell(figure.other)
    return f"{absent} ({figure.other_year}: {has if has != NOT_PRINTED else 'not printed'})"


def format_interval(judged: Judged) -> str:
    """Between which shares the true one may well lie: "23-88%"; empty where the cases are not known."""
    if judged.cases is None or judged.missing is not None:
        return ""
    interval = compute_wilson(judged.cases)
    return f"{interval.low:.0f}-{interval.high:.0f}%"


def describe_compared(judged: Judged) -> str:
    """The verdict on a figure, or what is printed without saying what it is a share of."""
    if judged.measure.name.kind is MeasureKind.NUMBER or judged.measure.rate is None:
        return ""
    return "; ".join(part for part in (describe_unplaced(judged), describe_verdict(judged)) if part)


def describe_verdict_briefly(judged: Judged) -> str:
    """The verdict in a word or two, where there is no room for more; empty where there is none."""
    words = describe_compared(judged)
    return "" if not words or describe_unplaced(judged) else _BRIEFLY.get(words, words)


def list_notes(comparison: Comparison, *, has_intervals: bool) -> Iterator[str]:
    """What must be known to read the comparison."""
    if len(comparison.types) > 1:
        types = _join([TYPES[each] for each in comparison.types])
        yield f"Unlike types stand together, {types}: each is held against the average of its own, and these differ."
    if comparison.not_printed:
        names = _join([MEASURE_LABELS[name].label.lower() for name in comparison.not_printed])
        yield f"Not printed in any of these letters of {comparison.year}: {names}."
    figures = [each.judged for measure in comparison.measures for each in measure.figures if each.judged]
    if any(judged.cases is not None and judged.cases.ours for judged in figures):
        yield f"{OURS} worked out from what the letter prints"
    if any(judged.verdict in SIGNS for judged in figures):
        yield SIGNS_MEAN
    if has_intervals:
        yield INTERVALS


def build_received(comparison: Comparison) -> list[list[str]]:
    """Complaints received by service, a row a service under a row of heads; empty where no letter counts them.

    A council without a letter of the year, or whose letter does not count a service, has the sign for not printed.
    """
    tables = [
        stored.letter.table(TableName.RECEIVED) if (stored := each.find_letter(comparison.year)) else None
        for each in comparison.councils
    ]
    printed = [table for table in tables if table is not None]
    if not printed:
        return []
    services: dict[str, str] = {}
    for table in printed:
        for cell in table.cells:
            services.setdefault(cell.key, CELLS.get(cell.key) or one_line(cell.heading))
    values = [{cell.key: cell.value for cell in table.cells} if table else {} for table in tables]
    rows = [["", *name_councils(comparison)]]
    rows += [[words, *(_format_count(each.get(key)) for each in values)] for key, words in services.items()]
    totals = [table.total.value if table and table.total else None for table in tables]
    return [*rows, ["Total", *map(_format_count, totals)]]


def list_cells(judged: Judged, *, has_intervals: bool) -> tuple[str, ...]:
    """A figure in the cells of a table: cases, rate, interval if wanted, verdict."""
    cases = format_cases(judged.cases) if judged.cases else format_lead(judged)
    interval = (format_interval(judged),) if has_intervals else ()
    return (cases, format_rate(judged), *interval, describe_compared(judged))


def _format_count(value: int | None) -> str:
    """A count, or the sign for one that is not printed."""
    return NOT_PRINTED if value is None else f"{value:,}"


def _join(words: Sequence[str]) -> str:
    """The words as a list in a sentence: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
