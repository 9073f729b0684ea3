"""A council's year in numbers: each as n of N, its share, the average, what that comes to, and the source."""

from collections.abc import Iterator, Sequence

from db.export.briefing import Briefing
from db.export.document import Bar, Block, Bullets, Grid, Paragraph
from db.figures.judgement import Judged, JudgedMeasures
from db.figures.series import find_breaks
from db.model import Cell, MeasureKind, MeasureName, State, StoredLetter, Table
from db.text.clean import one_line
from tui.draw import labels
from tui.draw.brief.citations import Citations
from tui.draw.figures import measure_text

_NO_RATES = "No rate is printed in this letter, or none could be read for certain. That is not a rate of zero."

_AVERAGE = "Average: of similar councils, as the letter prints it. Each number in brackets is a source, listed below."


def build_figures(briefing: Briefing, citations: Citations) -> Iterator[Block]:
    """The measures of the letter, then its tables of counts."""
    shown = [each for each in briefing.measures.values() if _is_worth_a_line(each)]
    if shown:
        yield Grid(
            heads=("", "Cases", "Share", "Average", "Beside that", "Source"),
            lines=tuple(_list_cells(each, briefing.stored, citations) for each in shown),
            bars=tuple(_make_bar(each) for each in shown),
        )
        yield Paragraph(_AVERAGE, is_muted=True)
        for each in shown:
            if note := measure_text.explain_worked_out(each):
                label = labels.MEASURE_LABELS[each.measure.name].label
                yield Paragraph(f"{measure_text.OURS} {label}: {note}.", is_muted=True)
    else:
        yield Paragraph(_NO_RATES)
    tables = briefing.stored.letter.tables
    if tables:
        yield Bullets(tuple(_describe_table(table, briefing.stored, citations) for table in tables))


def build_years(briefing: Briefing, citations: Citations) -> Iterator[Block]:
    """The years beside each other, then the breaks between them and the gaps."""
    names = [name for name in MeasureName if any(_is_given(briefing, each, name) for each in briefing.years)]
    if len(briefing.years) > 1 and names:
        heads = [_name_column(name) for name in names]
        if MeasureName.UPHELD in names:
            heads.insert(1, "Average")
        lines = tuple(
            _list_year(each, briefing.judged[each.id], names, citations.cite(each)) for each in briefing.years
        )
        yield Grid(heads=("Year", *heads, "Source"), lines=lines)
        if signs := _explain_signs([cell for line in lines for cell in line]):
            yield Paragraph(signs, is_muted=True)
    notes = list(_list_year_notes(briefing, has_rates=bool(names)))
    if notes:
        yield Bullets(tuple(notes))


def _is_worth_a_line(judged: Judged) -> bool:
    """Whether the letter says anything of it; a share is missed where it does not."""
    return judged.measure.state is not State.NOT_GIVEN


def _is_given(briefing: Briefing, stored: StoredLetter, name: MeasureName) -> bool:
    return _is_worth_a_line(briefing.judged[stored.id][name])


def _list_cells(judged: Judged, stored: StoredLetter, citations: Citations) -> tuple[str, ...]:
    """One measure: label, cases, share, average, words, source."""
    measure = judged.measure
    words = labels.MEASURE_LABELS[measure.name]
    source = citations.cite(stored, measure.quotes[0] if measure.quotes else None)
    missing = measure_text.explain_no_rate(judged)
    average = measure_text.format_average(measure)
    if missing is not None:
        return words.label, "", "", average, missing, source
    if measure.name.kind is MeasureKind.NUMBER:
        return words.label, "", measure_text.format_rate(judged), average, "", source
    beside = [
        measure_text.describe_unplaced(judged),
        measure_text.describe_verdict(judged) if measure.rate is not None else "",
    ]
    said = "; ".join(each for each in beside if each)
    return words.label, measure_text.format_lead(judged), measure_text.format_rate(judged), average, said, source


def _make_bar(judged: Judged) -> Bar | None:
    """The bar of a share that has a rate."""
    measure = judged.measure
    if judged.missing is not None or measure.rate is None or measure.name.kind is not MeasureKind.SHARE:
        return None
    return Bar(measure.rate, measure.average, judged.has_few_cases)


def _describe_table(table: Table, stored: StoredLetter, citations: Citations) -> str:
    """A table of counts in one line, its total first."""
    total = table.total.value if table.total is not None else None
    lead = labels.TABLES[table.name] + ("" if total is None else f", {total:,} in all")
    cells = [_describe_cell(cell) for cell in table.cells if cell.value is not None]
    quote = next((cell.quote for cell in table.cells if cell.quote), None)
    return f"{lead}: {', '.join(cells) or 'no numbers printed'}. {citations.cite(stored, quote)}"


def _describe_cell(cell: Cell) -> str:
    words = labels.CELLS.get(cell.key) or one_line(cell.heading)
    return f"{words} {cell.value:,}"


def _list_year(
    stored: StoredLetter, measures: JudgedMeasures, names: list[MeasureName], source: str
) -> tuple[str, ...]:
    """One year: each measure with its cases, the average of those upheld, and the source."""
    cells = [_describe_share(measures[name]) for name in names]
    if MeasureName.UPHELD in names:
        cells.insert(1, measure_text.format_average(measures[MeasureName.UPHELD].measure) or measure_text.NOT_PRINTED)
    return str(stored.letter.year), *cells, source


def _explain_signs(cells: Sequence[str]) -> str:
    """What the signs and words mean that stand in place of a figure, or behind one."""
    is_ours = any(measure_text.OURS in cell for cell in cells)
    meanings = (
        (f"{measure_text.OURS} worked out from what that letter prints", is_ours),
        (f"{measure_text.NOT_PRINTED} not printed", measure_text.NOT_PRINTED in cells),
        (f"{measure_text.NO_CASE}: nothing due, or nothing upheld", measure_text.NO_CASE in cells),
    )
    return "; ".join(meaning for meaning, is_there in meanings if is_there)


def _name_column(name: MeasureName) -> str:
    """The head of a measure's column: a number's is the short one, so that a table of years stands on 80 columns."""
    words = labels.MEASURE_LABELS[name]
    return words.column if name.kind is MeasureKind.NUMBER else words.label


def _describe_share(judged: Judged) -> str:
    """The cases and the share in one cell: "3 of 5, 60%"."""
    lead = measure_text.format_lead(judged)
    rate = measure_text.format_rate_cell(judged)
    return f"{lead}, {rate}" if lead else rate


def _list_year_notes(briefing: Briefing, *, has_rates: bool) -> Iterator[str]:
    """The breaks between the years shown, if any rates are; the years without a letter, and which others there are."""
    years = [each.letter.year for each in briefing.years if each.letter.year is not None]
    if years and has_rates:
        for each in find_breaks(min(years[-1], years[0] - 1), years[0]):
            yield f"Years before {each.year} do not compare with those from then on. {each.reason}"
    if briefing.missing_years:
        yield f"No letter here about {_join(briefing.missing_years)}."
    if briefing.other_years:
        yield f"Letters here about other years: {_join(briefing.other_years)}."


def _join(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))
