"""All that is said of one letter, as rows: its heading, figures, warnings, remarks, years, tables and origin."""

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from db.councils.succession import Relative
from db.figures.judgement import Judged, JudgedMeasures, judge_all
from db.figures.significance import CHANCE_LIMIT
from db.model import Doubt, Letter, LetterKind, MeasureKind, Quote, State, StoredLetter
from db.text.clean import one_line
from db.text.markup import remove_signs
from tui.draw import labels
from tui.draw.figures.columns import FigureColumns
from tui.draw.figures.figure import draw_doubt, draw_figure, draw_tick_meaning
from tui.draw.figures.measure_text import OURS, SIGNS
from tui.draw.figures.remarks import label_remarks
from tui.draw.figures.row import Row
from tui.draw.figures.succession import build_succession_rows
from tui.draw.figures.tables import build_table_rows
from tui.draw.figures.years import build_years_table
from tui.draw.layout import ATTENTION, MIN_TEXT_WIDTH, MUTED, draw_rule, wrap_file_name, wrap_hanging
from tui.draw.letter.letter_text import REMARK_SIGN
from tui.draw.review_text import describe_correction
from tui.keymap_sentences import fill_in_keys

NOTHING_CHOSEN = "No council is chosen yet. Press {find_council} and type part of a council's name, then {find_open}."

_FACT, _HINT = 10, 2
_BLANK = Row(Content(""))


def build_statistics_rows(
    letters: Sequence[StoredLetter],
    current: int,
    width: int,
    placeholder: str = NOTHING_CHOSEN,
    relatives: Sequence[Relative] = (),
) -> tuple[Row, ...]:
    """The rows for `letters[current]`, the letters being all of one council, newest first; `placeholder` for none.

    `relatives` are the councils that came before it and after it.
    """
    if not letters:
        why = fill_in_keys(placeholder) if placeholder == NOTHING_CHOSEN else placeholder
        return (Row(wrap_hanging(Content(why), width)),)
    stored = letters[current]
    judged = {each.id: judge_all(each.letter.measures) for each in letters if each.shown or each is stored}
    drawn = _choose_measures(letters, judged[stored.id])
    sections = (
        _build_heading(stored, drawn, width),
        _build_figures(stored, drawn, width),
        _build_same_year(letters, stored, width),
        _build_remarks(stored.letter, width),
        _build_years(build_years_table(letters, stored, judged, width), width),
        build_succession_rows(relatives, width),
        _build_tables(stored, width),
        _build_origin(stored, width),
    )
    return tuple(row for section in sections for row in section)


def _build_heading(stored: StoredLetter, drawn: Sequence[Judged], width: int) -> Iterator[Row]:
    """What the title cannot say: what became of the council, what was set by hand, what is doubtful as a whole.

    A doubt about a figure stands with the figure; where that is not drawn, the doubt stands here.
    """
    letter = stored.letter
    if fate := labels.describe_fate(letter.council):
        yield Row(wrap_hanging(Content.styled(fate, MUTED), width))
    yield from _build_correction(stored, width)
    if not drawn:
        yield Row(wrap_hanging(_explain_no_figures(letter), width))
    below: set[str] = {*(each.measure.name for each in drawn), *(table.name for table in letter.tables)}
    for index, doubt in enumerate(stored.doubts):
        if doubt.about not in below:
            yield _build_doubt(doubt, index, width)


def _build_correction(stored: StoredLetter, width: int) -> Iterator[Row]:
    """What a person set, with what was read; or that they can, where the letter does not say it."""
    sentence = describe_correction(stored)
    if sentence:
        yield Row(wrap_hanging(Content(sentence), width))
    elif stored.letter.year is None or not stored.letter.council.in_register:
        yield Row(_draw_hint(Content(fill_in_keys("{correct} sets the council and the year by hand")), width))


def _explain_no_figures(letter: Letter) -> Content:
    """That there is no rate, for a letter without any: its page of figures may be in another file."""
    looked_for = "No rate" if letter.tables else "No page of figures and no rate"
    why = f" {looked_for} was found in this letter's text. That is not the same as a rate of zero."
    return Content.assemble(("No figures." if not letter.tables else "No rates.", "bold"), why)


def _build_figures(stored: StoredLetter, drawn: Sequence[Judged], width: int) -> Iterator[Row]:
    """The measures with the doubts about each, then what the marks used among them mean."""
    if not drawn:
        return
    columns = FigureColumns.fit(drawn, width)
    if _has_tick(stored.letter):
        yield Row(draw_tick_meaning(columns))
    for judged in drawn:
        measure = judged.measure
        doubts = [doubt for doubt in stored.doubts if doubt.about == measure.name]
        quote = measure.quotes[0] if measure.quotes else None
        yield Row(draw_figure(judged, columns, doubts), key=f"measure {measure.name}", quote=quote)
    for note in _list_notes(drawn):
        yield Row(wrap_hanging(Content.styled(note, MUTED), width))


def _choose_measures(letters: Iterable[StoredLetter], judged: JudgedMeasures) -> tuple[Judged, ...]:
    """The measures to draw of the letter shown: none for one without any.

    A number (upheld per 100,000 residents) is printed from 2023 only, so it is missed only where a letter here has it.
    """
    if all(each.measure.state is State.NOT_GIVEN for each in judged.values()):
        return ()
    given = {each.name for stored in letters for each in stored.letter.measures if each.state is State.GIVEN}
    return tuple(each for name, each in judged.items() if name.kind is MeasureKind.SHARE or name in given)


def _list_notes(drawn: Sequence[Judged]) -> Iterator[str]:
    """What is ours among the figures shown, and how it was come by."""
    if any(judged.cases is not None and judged.cases.ours for judged in drawn):
        yield f"{OURS} worked out from what the letter prints"
    if any(judged.verdict in SIGNS for judged in drawn):
        yield f"▲▼ said only where chance explains such a gap in fewer than {CHANCE_LIMIT * 100} of 100 cases"


def _build_same_year(letters: Sequence[StoredLetter], stored: StoredLetter, width: int) -> Iterator[Row]:
    """The other files about the same year; for a letter without a year, and from it, those without one.

    Several of them have one row, which leads to the next and from the last to the first, so that no number of copies
    stands between a council's figures and its years.
    """
    year = stored.letter.year
    if year is not None:
        same = [each for each in letters if each.letter.year == year]
        yield from _build_others(same, stored, "another file for this year", "other files for this year", width)
    undated = [each for each in letters if each.letter.year is None]
    yield from _build_others(undated, stored, "a letter of an unknown year", "letters of an unknown year", width)


def _build_others(
    files: Sequence[StoredLetter], stored: StoredLetter, one: str, many: str, width: int
) -> Iterator[Row]:
    """What leads to those of these files that are not shown, in a row called by what it leads to."""
    others = [each for each in files if each.id != stored.id]
    if not others:
        return
    index = next((index for index, each in enumerate(files) if each.id == stored.id), -1)
    follows = files[(index + 1) % len(files)]
    if len(others) == 1:
        hint = Content(f"{one}: ") + wrap_file_name(follows.source.name, width)
        if hint.cell_length > width - _HINT or "\n" in hint.plain:
            hint = Content.assemble(f"{one}:\n", wrap_file_name(follows.source.name, width - _HINT))
    else:
        hint = Content(f"{len(others)} {many}: {fill_in_keys('{to_sentence}')} opens the next")
    yield Row(_draw_hint(hint, width), key=one, letter_id=follows.id)


def _build_remarks(letter: Letter, width: int) -> Iterator[Row]:
    """The passages about this council, whole, each under all that it is."""
    passages = label_remarks(letter.remarks)
    if not passages:
        return
    yield _BLANK
    for index, (label, quote) in enumerate(passages):
        yield Row(_draw_remark(label, quote, width), key=f"remark {index}", quote=quote)


def _draw_remark(label: str, quote: Quote, width: int) -> Content:
    """What the passage is and its words, as one paragraph behind the sign that it has beside the letter too."""
    passage = one_line(remove_signs(quote.text), len(quote.text) + 1)
    lines = Content.assemble((label, "bold"), "  ", passage).wrap(max(width - _HINT, MIN_TEXT_WIDTH))
    sign = Content.styled(REMARK_SIGN, f"bold {ATTENTION}")
    return Content("\n").join(Content.assemble(sign, " ", line) for line in lines)


def _build_years(rows: Sequence[Row], width: int) -> Iterator[Row]:
    """The table of the years, if there is one."""
    if rows:
        yield _BLANK
        yield from rows


def _build_tables(stored: StoredLetter, width: int) -> Iterator[Row]:
    """The tables, each with the doubts about it."""
    for table in stored.letter.tables:
        yield _build_rule(labels.TABLES[table.name], width)
        for index, doubt in enumerate(stored.doubts):
            if doubt.about == table.name:
                yield _build_doubt(doubt, index, width)
        yield from build_table_rows(table, width)


def _build_origin(stored: StoredLetter, width: int) -> Iterator[Row]:
    """Where all this comes from: to whom the letter was written, and the file."""
    letter = stored.letter
    written = letter.council_as_written or ""
    facts = {
        "year": Content(labels.format_period(letter.period) if letter.period else ""),
        "to": Content(labels.name_addressee(letter)),
        "named": Content(one_line(written) if written != letter.council.name else ""),
        "kind": Content(labels.name_letter(letter)),
        "file": wrap_file_name(stored.source.name, width - _FACT),
    }
    yield _build_rule("This page" if letter.kind is LetterKind.STATISTICS else "This letter", width)
    for label, value in facts.items():
        if value:
            yield Row(wrap_hanging(value, width, _FACT, Content.styled(label, MUTED)))


def _has_tick(letter: Letter) -> bool:
    """Whether any bar has a tick for the average."""
    return any(measure.average is not None and measure.rate is not None for measure in letter.measures)


def _build_doubt(doubt: Doubt, index: int, width: int) -> Row:
    """A doubt that stands by itself, and leads to the words it is about."""
    return Row(draw_doubt(doubt, width), key=f"doubt {index}", quote=doubt.quotes[0] if doubt.quotes else None)


def _draw_hint(sentence: Content, width: int) -> Content:
    """A sentence on what leads on."""
    return wrap_hanging(sentence, width, _HINT, Content("\u203a"))


def _build_rule(title: str, width: int) -> Row:
    """The heading of a section."""
    return Row(draw_rule(title, width))
