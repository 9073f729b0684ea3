"""What is copied: a figure, a year, a passage or a table, in words that stand alone, with where they are from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.figures.judgement import Judged, JudgedMeasures, judge_all
from db.model import Letter, MeasureKind, MeasureName, Quote, State, StoredLetter, Table
from db.text.clean import clean, one_line
from db.text.markup import remove_signs
from tui.draw import labels
from tui.draw.figures.measure_text import OURS, explain_no_rate, format_cases
from tui.draw.figures.remarks import label_remarks
from tui.draw.letter.letter_text import list_figure_quotes

_LONGEST = 20_000
"""The longest text copied as one line."""


@dataclass(frozen=True, slots=True)
class CopiedText:
    """The text, in which no character is one that a terminal acts on but line ends and tabs, and what it is."""

    text: str
    what: str

    @property
    def notice(self) -> str:
        """What is said of it once it is on the clipboard."""
        return f"Copied: {self._size}"

    @property
    def sent_notice(self) -> str:
        """What is said of it while nobody can know whether the terminal puts it on the clipboard."""
        return f"Sent to the terminal's clipboard: {self._size}"

    @property
    def _size(self) -> str:
        """What it is, and how much."""
        return f"{self.what} ({labels.format_count(len(self.text), 'character')})."


_SHARES = {
    MeasureName.UPHELD: "{share} of the complaints investigated were upheld",
    MeasureName.COMPLIANCE: "the council complied with the Ombudsman's recommendations in {share} of the cases due",
    MeasureName.REMEDY: "in {share} of the upheld cases the council had put things right before the complaint reached "
    "the Ombudsman",
}
"""The sentence about each share; `share` is as it is printed, with the cases it is of."""
_NUMBER = "{number} complaints upheld per 100,000 residents"
_OURS = f" ({OURS} worked out from what the letter prints)"


def copy_row(key: str, quote: Quote | None, letters: Sequence[StoredLetter], current: int) -> CopiedText | None:
    """What is copied of a row of the figures of `letters[current]`; None where there is nothing to copy.

    `key` says what the row is about, `quote` are the words it leads to.
    """
    stored = letters[current]
    kind, _, name = key.partition(" ")
    if kind == "measure" and name in list(MeasureName):
        return copy_measure(stored, MeasureName(name))
    if kind == "year":
        of_year = [each for each in letters if each.shown and str(each.letter.year) == name]
        return copy_year(of_year[0]) if of_year else None
    if kind == "cell":
        return _copy_cell(stored, *name.rpartition(" ")[::2])
    return copy_passage(stored, quote) if quote is not None else None


def copy_table_of_row(key: str, letters: Sequence[StoredLetter], current: int) -> CopiedText:
    """The table that a row of the figures stands in, with tabs: a table of counts, else that of the years."""
    kind, _, name = key.partition(" ")
    for table in letters[current].letter.tables:
        if kind == "cell" and table.name == name.rpartition(" ")[0]:
            return copy_counts(letters[current], table)
    return copy_years(letters)


def copy_measure(stored: StoredLetter, name: MeasureName) -> CopiedText:
    """A figure as a sentence: whose, of when, n of N, the share, the average, and the source."""
    judged = judge_all(stored.letter.measures)[name]
    figure = f"{_describe_figure(judged)}{_describe_average(judged)}"
    ours = _OURS if OURS in figure else ""
    text = f"{_name_letter(stored.letter)}: {figure}{ours}. {cite(stored)}"
    return _make(text, f"{labels.MEASURE_LABELS[name].label}, {_name_year(stored.letter)}")


def copy_year(stored: StoredLetter) -> CopiedText:
    """A year's figures in a sentence each."""
    text = f"{_name_letter(stored.letter)}: {describe_figures(judge_all(stored.letter.measures))}. {cite(stored)}"
    return _make(text, f"the figures of {_name_year(stored.letter)}")


def describe_figures(measures: JudgedMeasures) -> str:
    """Every measure of a letter in words, each with its cases and the average."""
    judged = [each for each in measures.values() if each.measure.state is not State.NOT_GIVEN]
    figures = "; ".join(f"{_describe_figure(each)}{_describe_average(each)}" for each in judged)
    return f"{figures or 'no rates are printed'}{_OURS if OURS in figures else ''}"


def copy_passage(stored: StoredLetter, quote: Quote) -> CopiedText:
    """Words of a letter as they are read, in quotation marks, with what remark they are, and the source."""
    words = one_line(remove_signs(stored.letter.text, quote.start, quote.end), _LONGEST)
    label = next((label for label, each in label_remarks(stored.letter.remarks) if each == quote), None)
    lead = f"{label}: " if label else ""
    is_figure = quote in list_figure_quotes(stored.letter)
    what = f"a remark ({label.lower()})" if label else "a figure's words" if is_figure else "a passage"
    return _make(f"{lead}\u201c{words}\u201d {cite(stored)}", what)


def copy_selection(text: str) -> CopiedText:
    """What was selected by mouse, as it is."""
    return CopiedText("\n".join(line.rstrip() for line in clean(text).split("\n")), "what is selected")


def copy_years(letters: Sequence[StoredLetter]) -> CopiedText:
    """All years as a table with tabs, newest first, a row for each; what is not printed is empty."""
    shown = [each for each in letters if each.shown and each.letter.year is not None]
    names = list(MeasureName)
    rows: list[list[str]] = [
        ["Council", "Year", *(part for name in names for part in head_columns(name)), "Worked out by upheld", "File"]
    ]
    for stored in sorted(shown, key=lambda each: -(each.letter.year or 0)):
        judged = judge_all(stored.letter.measures)
        figures = [part for name in names for part in fill_columns(judged[name])]
        ours = [labels.MEASURE_LABELS[name].label for name in names if (cases := judged[name].cases) and cases.ours]
        council, year = stored.letter.council.name, str(stored.letter.year)
        rows.append([council, year, *figures, ", ".join(ours), stored.source.name])
    return CopiedText(join_rows(rows), f"the table of {labels.format_count(len(rows) - 1, 'year')}")


def copy_counts(stored: StoredLetter, table: Table) -> CopiedText:
    """A table of counts with tabs: what is counted, and the number; one that is not printed is empty."""
    title = labels.TABLES[table.name]
    rows = [[f"{title}: {_name_letter(stored.letter)}", ""]]
    rows += [
        [labels.CELLS.get(cell.key) or one_line(cell.heading), "" if cell.value is None else str(cell.value)]
        for cell in table.cells
    ]
    if table.total is not None:
        rows.append(["Total", "" if table.total.value is None else str(table.total.value)])
    rows.append([cite(stored), ""])
    return CopiedText(join_rows(rows), f"the table \u201c{title}\u201d")


def cite(stored: StoredLetter) -> str:
    """Where words or figures are from: the letter, its date and the file."""
    letter = stored.letter
    dated = f" of {labels.format_day(letter.dated)}" if letter.dated else ""
    return one_line(
        f"(Source: the Ombudsman's {labels.LETTER_KINDS[letter.kind].partition(',')[0]}{dated} to "
        f"{letter.council.name}, {_name_year(letter)}; file {stored.source.name})",
        _LONGEST,
    )


def _copy_cell(stored: StoredLetter, table_name: str, index: str) -> CopiedText | None:
    """A number of a table, with what it counts and the total."""
    table = next((each for each in stored.letter.tables if each.name == table_name), None)
    if table is None or not index.isdigit():
        return None
    cells = [*table.cells, *([table.total] if table.total else [])]
    if int(index) >= len(cells):
        return None
    cell = cells[int(index)]
    is_total = cell is table.total
    words = "total" if is_total else labels.CELLS.get(cell.key) or one_line(cell.heading)
    number = "no number printed" if cell.value is None else f"{cell.value:,}"
    total = table.total.value if table.total and not is_total else None
    of_total = f" of {total:,}" if total is not None and cell.value is not None else ""
    title = labels.TABLES[table.name].lower()
    return _make(
        f"{_name_letter(stored.letter)}, {title}: {words} {number}{of_total}. {cite(stored)}", f"{words} {number}"
    )


def _describe_figure(judged: Judged) -> str:
    """One measure in words, with its cases."""
    measure = judged.measure
    missing = explain_no_rate(judged)
    if missing is not None:
        return f"{labels.MEASURE_LABELS[measure.name].label.lower()}: {missing}"
    number = "" if measure.rate is None else labels.MEASURE_LABELS[measure.name].format_number(measure.rate)
    if measure.name.kind is MeasureKind.NUMBER:
        return _NUMBER.format(number=number)
    cases = format_cases(judged.cases) if judged.cases else ""
    return _SHARES[measure.name].format(share=f"{cases} ({number})" if cases and number else cases or number)


def _describe_average(judged: Judged) -> str:
    """The printed average, after the figure."""
    average = judged.measure.average
    if average is None or judged.missing is not None:
        return ""
    return f", average of similar councils {labels.MEASURE_LABELS[judged.measure.name].format_number(average)}"


def head_columns(name: MeasureName) -> list[str]:
    """The headings of a measure's columns."""
    label = labels.MEASURE_LABELS[name].label
    if name.kind is MeasureKind.NUMBER:
        return [label, f"{label}: average"]
    return [f"{label}: number", f"{label}: of", f"{label}: %", f"{label}: average %"]


def fill_columns(judged: Judged) -> list[str]:
    """A measure's figures under these."""
    measure, cases = judged.measure, judged.cases
    rate = "" if measure.rate is None else str(measure.rate)
    average = "" if measure.average is None else str(measure.average)
    if measure.name.kind is MeasureKind.NUMBER:
        return [rate, average]
    return [str(cases.count) if cases else "", str(cases.denominator) if cases else "", rate, average]


def _name_letter(letter: Letter) -> str:
    """Whose figures and of when."""
    when = labels.format_period(letter.period) if letter.period else _name_year(letter)
    return one_line(f"{letter.council.name}, {when[:1].lower()}{when[1:]}")


def _name_year(letter: Letter) -> str:
    return "year unknown" if letter.year is None else str(letter.year)


def _make(text: str, what: str) -> CopiedText:
    return CopiedText(one_line(text, _LONGEST), one_line(what))


def join_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows with tabs between their cells, which hold none."""
    return "\n".join("\t".join(_make_cell(cell) for cell in row) for row in rows)


def _make_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever a letter or a file is called."""
    cell = one_line(text, _LONGEST)
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
