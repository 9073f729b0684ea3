"""One measure of one letter on one line: its name, how many of how many, the rate, a bar, the average, the verdict."""

from collections.abc import Sequence

from textual.content import Content

from db.figures.judgement import Judged
from db.model import Doubt, MeasureKind, MeasureName
from db.text.clean import one_line
from tui.draw.doubt_text import write_doubt
from tui.draw.figures.bar import TICK, draw_bar
from tui.draw.figures.columns import FigureColumns
from tui.draw.figures.measure_text import (
    OURS,
    SIGNS,
    describe_unplaced,
    describe_verdict,
    explain_no_rate,
    format_average,
    format_lead,
    format_rate,
)
from tui.draw.labels import MEASURE_LABELS
from tui.draw.layout import ATTENTION, MUTED, pad_column, wrap_hanging

_MAX_DOUBT = 1000
_GAP = "  "
_INDENT = 2
_NO_RATE = "no rate printed"
_UPHELD = "upheld decisions"
_TICK_MEANINGS = ("average of similar councils", "similar councils", "average")


def draw_figure(judged: Judged, columns: FigureColumns, doubts: Sequence[Doubt] = ()) -> Content:
    """A measure in its columns, on a next line what has no room beside the rest, and below it the doubts about it."""
    lines = [_draw_measure(judged, columns), *(draw_doubt(doubt, columns.width) for doubt in doubts)]
    return Content("\n").join(lines)


def draw_doubt(doubt: Doubt, width: int) -> Content:
    """A doubt as "! sentence", wrapped behind its sign."""
    sign = Content.styled("!", f"bold {ATTENTION}")
    return wrap_hanging(Content(one_line(write_doubt(doubt), _MAX_DOUBT)), width, _INDENT, sign)


def draw_tick_meaning(columns: FigureColumns) -> Content:
    """What the tick on the bars and the number behind them are, right above them; without bars, the number alone."""
    ends = columns.before_bar + (columns.bar + len(_GAP) if columns.bar else 0) + columns.average
    tick = f" {TICK}" if columns.bar else ""
    words = next(each for each in _TICK_MEANINGS if len(each) + len(tick) <= ends or each is _TICK_MEANINGS[-1])
    return pad_column(Content.styled(f"{words}{tick}", MUTED), ends, right=True)


def _draw_measure(judged: Judged, columns: FigureColumns) -> Content:
    """The measure itself: with a bar where it is a share that has a rate, else in words."""
    labels = MEASURE_LABELS[judged.measure.name]
    label = Content.styled(labels.column if columns.has_short_labels else labels.label, "bold")
    missing = explain_no_rate(judged)
    if missing is not None:
        return wrap_hanging(Content.styled(missing, MUTED), columns.width, columns.label, label)
    line = Content("").join([pad_column(label, columns.label), _draw_numbers(judged, columns)])
    if columns.bar:
        line = Content.assemble(line, _draw_bar_cell(judged, columns.bar), _GAP)
    line = Content("").join([line, pad_column(format_average(judged.measure), columns.average, right=True)])
    return _add_words(line.rstrip(), judged, columns)


def _draw_numbers(judged: Judged, columns: FigureColumns) -> Content:
    """The cases and the rate, each under those of the other measures; the sign for ours hangs behind its column."""
    lead = format_lead(judged)
    cases = pad_column(Content.styled(lead.rstrip(OURS), "bold"), columns.cases, right=True)
    ours = OURS if lead.endswith(OURS) else " " * len(OURS)
    rate = pad_column(Content.styled(format_rate(judged), choose_rate_style(judged)), columns.rate, right=True)
    return Content.assemble(cases, ours, " ", rate, _GAP)


def choose_rate_style(judged: Judged) -> str:
    """A rate of few cases is not shouted; a council that did not do all it agreed to deserves attention."""
    rate = judged.measure.rate
    if judged.measure.name is MeasureName.COMPLIANCE and rate is not None and rate < 100:
        return f"bold {ATTENTION}"
    return "" if judged.has_few_cases else "bold"


def _draw_bar_cell(judged: Judged, width: int) -> Content:
    """The bar; a word in its place for what has none."""
    rate = judged.measure.rate
    if judged.measure.name.kind is MeasureKind.NUMBER:
        return pad_column(Content.styled(_UPHELD if width >= len(_UPHELD) else "", MUTED), width)
    if rate is None:
        return pad_column(Content.styled(_NO_RATE if width >= len(_NO_RATE) else "no rate", MUTED), width)
    return draw_bar(rate, judged.measure.average, width, judged.has_few_cases)


def _add_words(line: Content, judged: Judged, columns: FigureColumns) -> Content:
    """The verdict beside the line or below it, and what is printed without saying what it is a share of."""
    is_share = judged.measure.name.kind is MeasureKind.SHARE
    has_verdict = is_share and judged.measure.rate is not None
    verdict = style_verdict(describe_verdict(judged)) if has_verdict else Content("")
    unplaced = Content(describe_unplaced(judged) if is_share else "")
    if columns.verdict:
        line = Content.assemble(pad_column(line, columns.before_verdict), verdict).rstrip()
        verdict = Content("")
    below = Content("; ").join(part for part in (unplaced, verdict) if part)
    if not below:
        return line
    room = columns.width - below.cell_length
    indent = max(min(columns.before_bar, room), _INDENT) if columns.bar and not unplaced else _INDENT
    return Content("\n").join([line, wrap_hanging(below, columns.width, indent)])


def style_verdict(words: str) -> Content:
    """A verdict, what deserves attention in the colour for that."""
    return Content.styled(words, f"bold {ATTENTION}" if words[:1] in SIGNS.values() else "")
