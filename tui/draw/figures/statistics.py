"""All that is said of one letter, as rows: its heading, figures, warnings, remarks, years, tables and origin."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from db.figures.significance import Verdict, count_of, verdict
from db.model import Doubt, Letter, Measure, MeasureName, Quote, State, StoredLetter
from db.text.clean import one_line
from tui.draw import labels
from tui.draw.figures.bar import TICK
from tui.draw.figures.figure import figure, warning
from tui.draw.figures.measure_text import OURS
from tui.draw.figures.remarks import labelled
from tui.draw.figures.row import Row
from tui.draw.figures.tables import table_rows
from tui.draw.figures.years import years_table
from tui.draw.layout import MUTED, NARROWEST, apart, file_name, hanging, rule
from tui.draw.review_text import set_by_hand

NOTHING_CHOSEN = "No council is chosen yet. Press / and type part of a council's name, then Enter."

_FACT, _HINT = 10, 2


def statistics_rows(
    letters: Sequence[StoredLetter], current: int, width: int, otherwise: str = NOTHING_CHOSEN
) -> tuple[Row, ...]:
    """The rows for `letters[current]`, the letters being all of one council, newest first; `otherwise` for none."""
    if not letters:
        return (Row(hanging(Content(otherwise), width)),)
    stored = letters[current]
    sections = (
        _heading(letters, stored, width),
        _figures(letters, stored, width),
        _same_year(letters, stored, width),
        _remarks(stored.letter, width),
        _years(letters, stored, width),
        _tables(stored, width),
        _origin(stored, width),
    )
    return tuple(row for section in sections for row in section)


def _heading(letters: Sequence[StoredLetter], stored: StoredLetter, width: int) -> Iterator[Row]:
    """When the letter is about and of, to what kind of council, what was set by hand, and what is doubtful as a whole.

    A doubt about a figure stands with the figure; where that is not drawn, the doubt stands here.
    """
    letter = stored.letter
    year = labels.period(letter.period) if letter.period else _year(letter)
    dated = f"letter of {labels.day(letter.dated)}" if letter.dated else "letter without a date"
    yield Row(apart(Content.styled(year, "bold"), Content.styled(dated, MUTED), width))
    yield Row(hanging(Content.styled(labels.kind_of_council(letter.council), MUTED), width))
    yield from _by_hand(stored, width)
    if not _drawn(letters, letter):
        yield Row(hanging(_no_figures(letter), width))
    placed: set[str] = {*(each.name for each in _drawn(letters, letter)), *(each.name for each in letter.tables)}
    for place, doubt in enumerate(stored.warnings):
        if doubt.about not in placed:
            yield _doubt(doubt, f"doubt {place}", width)


def _by_hand(stored: StoredLetter, width: int) -> Iterator[Row]:
    """What a person set, with what was read; or that they can, where the letter does not say it."""
    told = set_by_hand(stored)
    if told:
        yield Row(hanging(Content(told), width))
    elif stored.letter.year is None or not stored.letter.council.in_register:
        yield Row(_hint(Content("s sets the council and the year by hand"), width))


def _no_figures(letter: Letter) -> Content:
    """That there is no rate, for a letter without any: its page of figures may be in another file."""
    looked_for = "No rate" if letter.tables else "No page of figures and no rate"
    why = f" {looked_for} was found in this letter's text. That is not the same as a rate of zero."
    return Content.assemble(("No figures." if not letter.tables else "No rates.", "bold"), why)


def _figures(letters: Sequence[StoredLetter], stored: StoredLetter, width: int) -> Iterator[Row]:
    """The measures with the doubts about each, then what the marks used among them mean."""
    letter = stored.letter
    measures = _drawn(letters, letter)
    if not measures:
        return
    yield _rule("Figures", width, f"{TICK} average of similar councils" if _has_tick(letter) else "")
    for measure in measures:
        doubts = [doubt for doubt in stored.warnings if doubt.about == measure.name]
        quote = measure.quotes[0] if measure.quotes else None
        yield Row(figure(measure, width, doubts), key=f"measure {measure.name}", quote=quote)
    for note in _notes(measures):
        yield Row(hanging(Content.styled(note, MUTED), width))


def _drawn(letters: Sequence[StoredLetter], letter: Letter) -> tuple[Measure, ...]:
    """The measures to draw: none for a letter without any.

    The number per 100,000 residents is printed from 2023 only, so it is missed only where a letter here has it.
    """
    if all(measure.state is State.NOT_GIVEN for measure in letter.measures):
        return ()
    per_100k = MeasureName.UPHELD_PER_100K
    has_it = any(each.letter.measure(per_100k).state is State.GIVEN for each in letters)
    return tuple(measure for measure in letter.measures if has_it or measure.name is not per_100k)


def _notes(measures: Sequence[Measure]) -> Iterator[str]:
    """What is ours among the figures shown, and how it was come by."""
    if any(cases is not None and cases.ours for cases in map(count_of, measures)):
        yield f"{OURS} worked out from what the letter prints"
    if any(verdict(measure) in (Verdict.HIGHER, Verdict.LOWER) for measure in measures):
        yield "▲▼ said only where chance explains such a gap in fewer than 5 of 100 cases"


def _same_year(letters: Sequence[StoredLetter], stored: StoredLetter, width: int) -> Iterator[Row]:
    """The other files about the same year; for a letter without a year, and from it, those without one.

    Several of them have one row, which leads to the next and from the last to the first, so that no number of copies
    stands between a council's figures and its years.
    """
    year = stored.letter.year
    if year is not None:
        same = [each for each in letters if each.letter.year == year]
        yield from _others(same, stored, "another file for this year", "other files for this year", width)
    undated = [each for each in letters if each.letter.year is None]
    yield from _others(undated, stored, "a letter of an unknown year", "letters of an unknown year", width)


def _others(files: Sequence[StoredLetter], stored: StoredLetter, one: str, many: str, width: int) -> Iterator[Row]:
    """What leads to those of these files that are not shown, in a row called by what it leads to."""
    others = [each for each in files if each.id != stored.id]
    if not others:
        return
    at = next((place for place, each in enumerate(files) if each.id == stored.id), -1)
    follows = files[(at + 1) % len(files)]
    if len(others) == 1:
        said = Content(f"{one}: ") + file_name(follows.source.name, width)
        if said.cell_length > width - _HINT or "\n" in said.plain:
            said = Content.assemble(f"{one}:\n", file_name(follows.source.name, width - _HINT))
    else:
        said = Content(f"{len(others)} {many}: Enter opens the next")
    yield Row(_hint(said, width), key=one, letter_id=follows.id)


def _remarks(letter: Letter, width: int) -> Iterator[Row]:
    """The passages about this council, whole, each under all that it is."""
    passages = labelled(letter.remarks)
    if not passages:
        return
    yield _rule("Remarks about this council", width, str(len(passages)))
    for place, (label, quote) in enumerate(passages):
        yield Row(_remark(label, quote, width), key=f"remark {place}", quote=quote)


def _remark(label: str, quote: Quote, width: int) -> Content:
    """What the passage is and its words, as one paragraph."""
    passage = one_line(quote.text, len(quote.text) + 1)
    first, *more = Content.assemble((f"{label}:", "bold"), " ", passage).wrap(max(width - 2, NARROWEST))
    return Content("\n").join([first, *(Content("  ") + line for line in more)])


def _years(letters: Sequence[StoredLetter], stored: StoredLetter, width: int) -> Iterator[Row]:
    rows = years_table(letters, stored, width)
    if rows:
        yield _rule("Years", width, "Enter shows the letter")
        yield from rows


def _tables(stored: StoredLetter, width: int) -> Iterator[Row]:
    """The tables, each with the doubts about it."""
    for table in stored.letter.tables:
        yield _rule(labels.TABLES[table.name], width)
        for place, doubt in enumerate(stored.warnings):
            if doubt.about == table.name:
                yield _doubt(doubt, f"doubt {place}", width)
        yield from table_rows(table, width)


def _origin(stored: StoredLetter, width: int) -> Iterator[Row]:
    """Where all this comes from: to whom the letter was written, and the file."""
    letter = stored.letter
    written = letter.council_as_written or ""
    to = ", ".join(part for part in (letter.addressee, letter.role) if part)
    facts = {
        "to": Content(one_line(to)),
        "named": Content(one_line(written) if written != letter.council.name else ""),
        "kind": Content(labels.LETTER_KINDS[letter.kind]),
        "file": file_name(stored.source.name, width - _FACT),
    }
    yield _rule("This letter", width)
    for label, value in facts.items():
        if value:
            yield Row(hanging(value, width, _FACT, Content.styled(label, MUTED)))


def _year(letter: Letter) -> str:
    return "Year unknown" if letter.year is None else f"Letter of the year {letter.year}"


def _has_tick(letter: Letter) -> bool:
    return any(measure.average is not None and measure.rate is not None for measure in letter.measures)


def _doubt(doubt: Doubt, key: str, width: int) -> Row:
    return Row(warning(doubt, width), key=key, quote=doubt.quotes[0] if doubt.quotes else None)


def _hint(sentence: Content, width: int) -> Content:
    return hanging(sentence, width, _HINT, Content("\u203a"))


def _rule(title: str, width: int, note: str = "") -> Row:
    return Row(rule(title, width, note))
