"""One measure of one letter: what it is, the number read first, its bar, then the rest in words and the average."""

from collections.abc import Sequence

from textual.content import Content

from db.figures.judgement import Judged
from db.model import Doubt, MeasureKind
from db.text.clean import one_line
from tui.draw.doubt_text import write_doubt
from tui.draw.figures.bar import MIN_BAR_WIDTH, draw_bar
from tui.draw.figures.measure_text import (
    compare_with_average,
    explain_no_rate,
    format_average,
    format_behind_lead,
    format_lead,
)
from tui.draw.labels import MEASURE_LABELS
from tui.draw.layout import pad_column, wrap_hanging

_MAX_DOUBT = 1000
_LABEL, _LEAD, _TRAIL, _GAP = 12, 7, 23, 2
_INDENT = _LABEL + _LEAD + _GAP
_MIN_WIDTH_WITH_WORDS = 58
_NARROW_INDENT = 2


def draw_figure(judged: Judged, width: int, doubts: Sequence[Doubt] = ()) -> Content:
    """A measure in one to four lines of `width` cells, and below it the doubts about it.

    The number stands before the bar, everything else behind it: beside it where there is room for words, else below it.
    """
    return Content("\n").join([_draw_lines(judged, width), *(draw_doubt(doubt, width) for doubt in doubts)])


def draw_doubt(doubt: Doubt, width: int) -> Content:
    """A doubt as "! sentence", wrapped behind its sign."""
    return wrap_hanging(Content(one_line(write_doubt(doubt), _MAX_DOUBT)), width, 2, Content.styled("!", "bold"))


def _draw_lines(judged: Judged, width: int) -> Content:
    """The measure itself: with a bar where it is a share that has a rate, else in words."""
    measure = judged.measure
    labels = MEASURE_LABELS[measure.name]
    label = Content.styled(labels.label, "bold")
    missing = explain_no_rate(judged)
    if missing is not None:
        return wrap_hanging(Content(missing), width, _INDENT if width - _INDENT >= _TRAIL else _LABEL + 1, label)
    lead = pad_column(label, _LABEL) + pad_column(Content.styled(format_lead(judged), "bold"), _LEAD, right=True)
    if measure.name.kind is MeasureKind.NUMBER:
        return _draw_words(lead, f"{labels.name_counted(measure.rate)}; {format_average(measure)}", width)
    if measure.rate is None:
        return _draw_words(lead, f"{format_behind_lead(judged)}; {compare_with_average(judged)}", width)
    lead += Content(" " * _GAP)
    if width < _MIN_WIDTH_WITH_WORDS:
        bar = draw_bar(measure.rate, measure.average, max(width - _INDENT, MIN_BAR_WIDTH), judged.has_few_cases)
        return _draw_words_below(lead + bar, judged, width)
    bar = draw_bar(measure.rate, measure.average, width - _INDENT - _GAP - _TRAIL, judged.has_few_cases)
    return _draw_words_beside(lead + bar, judged, width)


def _draw_words_below(line: Content, judged: Judged, width: int) -> Content:
    """The number and its bar, and all words below them: in one line where they fit it."""
    trail, average = format_behind_lead(judged), compare_with_average(judged)
    below = "; ".join(part for part in (trail, average) if part)
    if Content(below).cell_length > width - _NARROW_INDENT and trail:
        below = f"{trail}\n{average}"
    return Content("\n").join([line, wrap_hanging(Content(below), width, _NARROW_INDENT)])


def _draw_words_beside(line: Content, judged: Judged, width: int) -> Content:
    """The number and its bar, what belongs to the number beside them where it fits, and the average below."""
    trail, average = format_behind_lead(judged), compare_with_average(judged)
    fits = Content(trail).cell_length <= _TRAIL
    beside, below = (trail, average) if fits else ("", f"{trail}; {average}")
    first = Content.assemble(line, " " * _GAP, beside).rstrip()
    return Content("\n").join([first, wrap_hanging(Content(below), width, _INDENT)])


def _draw_words(lead: Content, words: str, width: int) -> Content:
    """A number without a bar, and the words behind it; where they would be squeezed, below it."""
    if width - _INDENT < _TRAIL or lead.cell_length > _INDENT - _GAP:
        return Content("\n").join([lead, wrap_hanging(Content(words), width, _NARROW_INDENT)])
    return wrap_hanging(Content(words), width, _INDENT, lead)
