"""The figures of a letter in words that a screen reader can read: what `upheld show` prints."""

from collections.abc import Iterator

from db.figures.significance import count_of
from db.model import Letter, Measure, MeasureName, State, StoredLetter, Table
from tui.draw import labels
from tui.draw.figures import measure_text
from tui.draw.figures.remarks import labelled


def describe_letter(stored: StoredLetter) -> Iterator[str]:
    """The letter in lines: its period, where it is from, its measures, tables and remarks, and what to know of it."""
    letter = stored.letter
    yield labels.period(letter.period) if letter.period else f"Year {letter.year or 'not known'}"
    yield f"  {_describe_origin(letter)}; from {stored.source.name}"
    if stored.set_by_hand:
        yield f"  Set by hand: {' and '.join(stored.set_by_hand)}"
    for measure in letter.measures:
        if measure.name is not MeasureName.UPHELD_PER_100K or measure.state is State.GIVEN:
            yield f"  {labels.MEASURES[measure.name] + ':':<12} {_describe_measure(measure)}"
    for table in letter.tables:
        yield from _describe_table(table)
    for label, quote in labelled(letter.remarks):
        yield f"  Remark, {label}: {' '.join(quote.text.split())}"
    for doubt in stored.warnings:
        yield f"  Warning: {doubt.message}"


def _describe_origin(letter: Letter) -> str:
    """Of which day the letter is, and to whom it went."""
    dated = f"letter of {labels.day(letter.dated)}" if letter.dated else labels.LETTER_KINDS[letter.kind]
    to = ", ".join(part for part in (letter.addressee, letter.role) if part)
    return f"{dated} to {to}" if to else dated


def _describe_measure(measure: Measure) -> str:
    """The measure as the screen says it, in one line, with what the screen marks by a sign said in words."""
    missing = measure_text.why_no_rate(measure)
    if missing is not None:
        return missing
    if measure.name is MeasureName.UPHELD_PER_100K:
        return f"{measure.rate} {measure_text.upheld_decisions(measure.rate)}; {measure_text.similar_councils(measure)}"
    return f"{_describe_share(measure)}; {measure_text.beside_average(measure, aloud=True)}"


def _describe_share(measure: Measure) -> str:
    """The rate and the cases it stands for, in the order of the screen: few cases are said before their rate."""
    cases = count_of(measure)
    rate = "no rate printed" if measure.rate is None else labels.percent(measure.rate)
    if cases is None:
        return ", ".join(part for part in (rate, measure_text.of_how_many(measure)) if part)
    sum_note = f", our sum{_describe_printed_base(measure)}" if cases.ours else ""
    of_cases = f"{cases.count} of {cases.denominator} {labels.cases_of(measure.name, cases.denominator)}{sum_note}"
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
