"""The figures of a letter in words that a screen reader can read: what `upheld show` prints."""

from collections.abc import Iterator

from db.figures.judgement import Judged, judge_all
from db.model import Letter, MeasureKind, State, StoredLetter, Table
from db.text.markup import remove_signs
from tui.draw import labels
from tui.draw.doubt_text import write_doubt
from tui.draw.figures import measure_text
from tui.draw.figures.remarks import label_remarks


def describe_letter(stored: StoredLetter) -> Iterator[str]:
    """The letter in lines: its period, where it is from, its measures, tables and remarks, and what to know of it."""
    letter = stored.letter
    yield labels.format_period(letter.period) if letter.period else f"Year {letter.year or 'not known'}"
    yield f"  {_describe_origin(letter)}; from {stored.source.name}"
    if stored.corrected_parts:
        yield f"  Set by hand: {' and '.join(stored.corrected_parts)}"
    for name, judged in judge_all(letter.measures).items():
        if name.kind is MeasureKind.SHARE or judged.measure.state is State.GIVEN:
            yield f"  {labels.MEASURE_LABELS[name].label + ':':<17} {_describe_measure(judged)}"
    for table in letter.tables:
        yield from _describe_table(table)
    for label, quote in label_remarks(letter.remarks):
        yield f"  Remark, {label}: {' '.join(remove_signs(quote.text).split())}"
    for doubt in stored.doubts:
        yield f"  Warning: {write_doubt(doubt)}"


def _describe_origin(letter: Letter) -> str:
    """What the letter is and of which day, and to whom it went."""
    to = labels.name_addressee(letter)
    return f"{labels.name_letter(letter)} to {to}" if to else labels.name_letter(letter)


def _describe_measure(judged: Judged) -> str:
    """The measure in one line, in the order of the screen, with what the screen marks by a sign said in words."""
    missing = measure_text.explain_no_rate(judged)
    if missing is not None:
        return missing
    measure = judged.measure
    if measure.name.kind is MeasureKind.NUMBER:
        counted = labels.MEASURE_LABELS[measure.name].name_counted(measure.rate)
        return f"{measure_text.format_rate(judged)} {counted}; {measure_text.compare_with_average(judged)}"
    words = f"{_describe_share(judged)}; {measure_text.compare_with_average(judged)}"
    worked_out = measure_text.explain_worked_out(judged)
    return f"{words} ({worked_out})" if worked_out else words


def _describe_share(judged: Judged) -> str:
    """How many of how many, then the rate."""
    measure, cases = judged.measure, judged.cases
    words = labels.MEASURE_LABELS[measure.name]
    rate = measure_text.format_rate(judged) or "no rate printed"
    denominator = cases.denominator if cases else measure.denominator
    lead = f"{cases.count} of {denominator}" if cases else measure_text.format_lead(judged)
    if lead:
        lead = " ".join(part for part in (lead, words.name_counted(denominator), words.when) if part)
        return f"{lead}, {rate}"
    return ", ".join(part for part in (rate, measure_text.describe_unplaced(judged)) if part)


def _describe_table(table: Table) -> Iterator[str]:
    """A line for the table and its total, and one for each cell."""
    total = f", {table.total.value} in all" if table.total and table.total.value is not None else ""
    yield f"  {labels.TABLES[table.name]}{total}:"
    for cell in table.cells:
        value = "not given" if cell.value is None else str(cell.value)
        yield f"    {labels.CELLS.get(cell.key, cell.heading)}: {value}"
