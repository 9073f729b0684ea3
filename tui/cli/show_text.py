"""The figures of a letter in words that a screen reader can read: what `upheld show` prints."""

from collections.abc import Iterator

from db.figures.judgement import Judged, judge_all
from db.model import Letter, Measure, MeasureKind, State, StoredLetter, Table
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
            yield f"  {labels.MEASURE_LABELS[name].label + ':':<12} {_describe_measure(judged)}"
    for table in letter.tables:
        yield from _describe_table(table)
    for label, quote in label_remarks(letter.remarks):
        yield f"  Remark, {label}: {' '.join(remove_signs(quote.text).split())}"
    for doubt in stored.doubts:
        yield f"  Warning: {write_doubt(doubt)}"


def _describe_origin(letter: Letter) -> str:
    """Of which day the letter is, and to whom it went."""
    dated = f"letter of {labels.format_day(letter.dated)}" if letter.dated else labels.LETTER_KINDS[letter.kind]
    to = ", ".join(part for part in (letter.addressee, letter.role) if part)
    return f"{dated} to {to}" if to else dated


def _describe_measure(judged: Judged) -> str:
    """The measure as the screen says it, in one line, with what the screen marks by a sign said in words."""
    missing = measure_text.explain_no_rate(judged)
    if missing is not None:
        return missing
    measure = judged.measure
    if measure.name.kind is MeasureKind.NUMBER:
        counted = labels.MEASURE_LABELS[measure.name].name_counted(measure.rate)
        return f"{measure_text.format_lead(judged)} {counted}; {measure_text.format_average(measure)}"
    return f"{_describe_share(judged)}; {measure_text.compare_with_average(judged, aloud=True)}"


def _describe_share(judged: Judged) -> str:
    """The rate and the cases it stands for, in the order of the screen: few cases are said before their rate."""
    measure, cases = judged.measure, judged.cases
    words = labels.MEASURE_LABELS[measure.name]
    rate = "no rate printed" if measure.rate is None else words.format_number(measure.rate)
    if cases is None:
        return ", ".join(part for part in (rate, measure_text.format_behind_lead(judged)) if part)
    sum_note = f", our sum{_describe_printed_base(measure)}" if cases.ours else ""
    of_cases = f"{cases.count} of {cases.denominator} {words.name_counted(cases.denominator)}{sum_note}"
    return f"{of_cases}, {rate}" if cases.is_few or measure.rate is None else f"{rate}, {of_cases}"


def _describe_printed_base(measure: Measure) -> str:
    """What the letter prints where we say another number of cases."""
    if measure.base is None or measure.base == measure.denominator:
        return ""
    return f" (the letter prints {measure.base} {measure.base_of})"


def _describe_table(table: Table) -> Iterator[str]:
    """A line for the table and its total, and one for each cell."""
    total = f", {table.total.value} in all" if table.total and table.total.value is not None else ""
    yield f"  {labels.TABLES[table.name]}{total}:"
    for cell in table.cells:
        value = "not given" if cell.value is None else str(cell.value)
        yield f"    {labels.CELLS.get(cell.key, cell.heading)}: {value}"
