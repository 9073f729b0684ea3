"""One measure of one letter: what it is, the number said first, its bar, then the rest in words and the average."""

from collections.abc import Sequence

from textual.content import Content

from db.figures.significance import count_of
from db.model import Doubt, Measure, MeasureName
from db.text.clean import one_line
from tui.draw.figures.bar import NARROWEST_BAR, bar
from tui.draw.figures.measure_text import (
    beside_average,
    of_how_many,
    said_first,
    similar_councils,
    upheld_decisions,
    why_no_rate,
)
from tui.draw.labels import MEASURES
from tui.draw.layout import column, hanging

_LONGEST_DOUBT = 1000
_LABEL, _LEAD, _TRAIL, _GAP = 12, 7, 23, 2
_INDENT = _LABEL + _LEAD + _GAP
_NARROWEST_WITH_WORDS = 58
_NARROW_INDENT = 2


def figure(measure: Measure, width: int, doubts: Sequence[Doubt] = ()) -> Content:
    """A measure in one to four lines of `width` cells, and below it the doubts about it.

    The number stands before the bar, everything else behind it: beside it from 58 cells, below it where there is less.
    """
    lines = _figure(measure, width)
    return Content("\n").join([lines, *(warning(doubt, width) for doubt in doubts)])


def warning(doubt: Doubt, width: int) -> Content:
    """A doubt as "! sentence", wrapped behind its sign."""
    return hanging(Content(one_line(doubt.message, _LONGEST_DOUBT)), width, 2, Content.styled("!", "bold"))


def _figure(measure: Measure, width: int) -> Content:
    label = Content.styled(MEASURES[measure.name], "bold")
    missing = why_no_rate(measure)
    if missing is not None:
        return hanging(Content(missing), width, _INDENT if width - _INDENT >= _TRAIL else _LABEL + 1, label)
    lead = column(label, _LABEL) + column(Content.styled(said_first(measure), "bold"), _LEAD, right=True)
    if measure.name is MeasureName.UPHELD_PER_100K:
        words = f"{upheld_decisions(measure.rate)}; {similar_councils(measure)}"
        return _with_words(lead, words, width)
    if measure.rate is None:
        return _with_words(lead, f"{of_how_many(measure)}; {beside_average(measure)}", width)
    cases = count_of(measure)
    few = cases is not None and cases.is_few
    trail, average = of_how_many(measure), beside_average(measure)
    lead += Content(" " * _GAP)
    if width < _NARROWEST_WITH_WORDS:
        drawn = bar(measure.rate, measure.average, max(width - _INDENT, NARROWEST_BAR), few)
        below = "; ".join(part for part in (trail, average) if part)
        if Content(below).cell_length > width - _NARROW_INDENT and trail:
            below = f"{trail}\n{average}"
        return Content("\n").join([lead + drawn, hanging(Content(below), width, _NARROW_INDENT)])
    drawn = bar(measure.rate, measure.average, width - _INDENT - _GAP - _TRAIL, few)
    fits = Content(trail).cell_length <= _TRAIL
    beside, below = (trail, average) if fits else ("", f"{trail}; {average}")
    line = Content.assemble(lead, drawn, " " * _GAP, beside).rstrip()
    return Content("\n").join([line, hanging(Content(below), width, _INDENT)])


def _with_words(lead: Content, words: str, width: int) -> Content:
    """A number without a bar, and the words behind it; where they would be squeezed, below it."""
    if width - _INDENT < _TRAIL or lead.cell_length > _INDENT - _GAP:
        return Content("\n").join([lead, hanging(Content(words), width, _NARROW_INDENT)])
    return hanging(Content(words), width, _INDENT, lead)
