"""Councils side by side as a table with tabs, for a report or a spreadsheet."""

from collections.abc import Iterable

from db.figures.comparison import Comparison
from db.figures.judgement import Judged, judge_all
from db.model import MeasureName, TableName
from db.text.clean import one_line
from tui.draw.compare_words import build_received, describe_missing, format_interval
from tui.draw.copy_text import CopiedText, copy_measure, fill_columns, head_columns, join_rows
from tui.draw.figures.measure_text import NOT_PRINTED
from tui.draw.labels import MEASURE_LABELS, TABLES, format_count


def copy_comparison(comparison: Comparison, *, has_intervals: bool) -> CopiedText:
    """A row a council, the figures in the columns of the table of years; then what was received, if letters have it.

    What is not printed is empty.
    """
    names = list(MeasureName)
    intervals = [f"{MEASURE_LABELS[name].label}: interval (ours)" for name in names if has_intervals]
    rows = [
        [
            *("Council", "Type", "Year", *(part for name in names for part in head_columns(name)), *intervals),
            *("Worked out by upheld", "File"),
        ]
    ]
    for each in comparison.councils:
        stored = each.find_letter(comparison.year)
        council = each.entry.council
        lead = [council.name, council.type.value, str(comparison.year)]
        if stored is None:
            rows.append([*lead, *[""] * (len(rows[0]) - len(lead) - 1), "no letter here"])
            continue
        judged = judge_all(stored.letter.measures)
        figures = [part for name in names for part in fill_columns(judged[name])]
        ranges = [format_interval(judged[name]) for name in names if has_intervals]
        rows.append([*lead, *figures, *ranges, _list_ours(judged.values()), stored.source.name])
    received = build_received(comparison)
    if received:
        rows += [[], [TABLES[TableName.RECEIVED]]]
        rows += [["" if cell == NOT_PRINTED else cell for cell in row] for row in received]
    return CopiedText(join_rows(rows), f"the table of {format_count(len(comparison.councils), 'council')}")


def copy_compared(
    comparison: Comparison, council_id: int, name: MeasureName, *, has_intervals: bool
) -> CopiedText | None:
    """A council's figure as a sentence, with its interval if wanted; or what there is of another year."""
    measure = next((each for each in comparison.measures if each.name is name), None)
    figures = measure.figures if measure else ()
    place = next((at for at, figure in enumerate(figures) if figure.entry.id == council_id), None)
    if place is None:
        return None
    stored, figure = comparison.councils[place].find_letter(comparison.year), figures[place]
    if stored is None or figure.judged is None:
        label = MEASURE_LABELS[name].label
        words = f"{one_line(figure.entry.council.name)}, {label}: {describe_missing(figure, comparison.year)}."
        return CopiedText(words, f"{label}, {comparison.year}")
    copied = copy_measure(stored, name)
    interval = format_interval(figure.judged) if has_intervals else ""
    if not interval:
        return copied
    return CopiedText(f"{copied.text} 95% interval (Wilson, worked out by upheld): {interval}.", copied.what)


def copy_service(comparison: Comparison, words: str) -> CopiedText | None:
    """What each council's letter counts of a service, as a sentence."""
    (heads, *rows) = build_received(comparison) or [[]]
    row = next((row for row in rows if row[0] == words), None)
    if row is None:
        return None
    counts = ", ".join(
        f"{name} {'not printed' if cell == NOT_PRINTED else cell}"
        for name, cell in zip(heads[1:], row[1:], strict=True)
    )
    title = f"{TABLES[TableName.RECEIVED]}, {words}, year to 31 March {comparison.year}"
    return CopiedText(f"{title}: {counts}.", f"{words}, {comparison.year}")


def _list_ours(measures: Iterable[Judged]) -> str:
    """The measures of which a number is ours."""
    return ", ".join(
        MEASURE_LABELS[each.measure.name].label for each in measures if each.cases is not None and each.cases.ours
    )
