"""`upheld show`: the figures of one council, one letter after another, in words a screen reader can read."""

from collections.abc import Iterator

from db import as_json
from db.model import Letter, Measure, MeasureName, State, StoredLetter, Table
from tui.answers.asking import Question, opened, say, say_json, the_council, the_letters
from tui.draw import words


def show(question: Question, council: str, year: int | None) -> int:
    """Answer `upheld show COUNCIL [--year Y]`; the exit code."""
    with opened(question) as library:
        entry = the_council(library, council)
        letters = the_letters(library, entry, year)
    if question.as_json:
        say_json(as_json.show(entry.council, letters))
        return 0
    region = f", {entry.council.region}" if entry.council.region else ""
    say(f"{entry.council.name} ({words.COUNCIL_TYPES[entry.council.type]}{region})")
    for stored in letters:
        say()
        for line in _letter(stored):
            say(line)
    return 0


def _letter(stored: StoredLetter) -> Iterator[str]:
    letter = stored.letter
    yield words.period(letter.period) if letter.period else f"Year {letter.year or 'not known'}"
    yield f"  {_sent(letter)}; from {stored.source.name}"
    if stored.set_by_hand:
        yield f"  Set by hand: {' and '.join(stored.set_by_hand)}"
    for measure in letter.measures:
        if measure.name is not MeasureName.UPHELD_PER_100K or measure.state is State.GIVEN:
            yield f"  {words.MEASURES[measure.name] + ':':<12} {_measure(measure)}"
    for table in letter.tables:
        yield from _table(table)
    for remark in letter.remarks:
        yield f"  Remark, {words.REMARKS[remark.kind]}: {' '.join(remark.quote.text.split())}"
    for doubt in stored.warnings:
        yield f"  Warning: {doubt.message}"


def _sent(letter: Letter) -> str:
    dated = f"letter of {words.day(letter.dated)}" if letter.dated else words.LETTER_KINDS[letter.kind]
    to = ", ".join(part for part in (letter.addressee, letter.role) if part)
    return f"{dated} to {to}" if to else dated


def _measure(measure: Measure) -> str:
    if measure.state is not State.GIVEN:
        return words.STATES[measure.state]
    if measure.name is MeasureName.UPHELD_PER_100K:
        said = f"{measure.rate} upheld decisions per 100,000 residents"
        return said + (f"; similar councils {measure.average}" if measure.average is not None else "")
    said = words.percent(measure.rate) if measure.rate is not None else "no rate printed"
    if measure.denominator is not None:
        share = "" if measure.count is None else f"{measure.count} "
        said += f", {share}of {measure.denominator} {words.CASES[measure.name]}"
        if measure.base is not None and measure.base != measure.denominator:
            said += f" (worked out; the letter prints {measure.base} {measure.base_of})"
    elif measure.base is not None:
        said += f", printed with a total of {measure.base} {measure.base_of}"
    if measure.average is not None:
        said += f"; similar councils {words.percent(measure.average)}"
    return said


def _table(table: Table) -> Iterator[str]:
    total = f", {table.total.value} in all" if table.total and table.total.value is not None else ""
    yield f"  {words.TABLES[table.name]}{total}:"
    for cell in table.cells:
        value = "not given" if cell.value is None else str(cell.value)
        yield f"    {words.CELLS.get(cell.key, cell.heading)}: {value}"
