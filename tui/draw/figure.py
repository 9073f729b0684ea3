"""One measure of one letter: what it is, the rate, its bar, how many cases, and how it stands to the average."""

from collections.abc import Sequence

from textual.content import Content

from db.compare import CountOf, Verdict, count_of, verdict
from db.model import Doubt, Measure, MeasureName, State
from db.text.clean import one_line
from tui.draw.bar import bar
from tui.draw.lines import column, hanging
from tui.draw.words import CASES, MEASURES, STATES, percent

OURS = "*"
"""Marks a number that the letter does not print and that we worked out from those it does."""

VERDICTS = {
    Verdict.HIGHER: "▲ higher than similar councils",
    Verdict.LOWER: "▼ lower than similar councils",
}

_LONGEST_DOUBT = 1000
_LABEL, _LEAD, _TRAIL, _GAP = 12, 6, 23, 2
_NARROWEST_ONE_LINE = 58


def figure(measure: Measure, width: int, doubts: Sequence[Doubt] = ()) -> Content:
    """A measure in one to three lines of `width` cells, and below it the doubts about it.

    From 58 cells the bar stands between the rate and the cases; below that it has a line to itself.
    """
    lines = _figure(measure, width)
    return Content("\n").join([lines, *(warning(doubt, width) for doubt in doubts)])


def warning(doubt: Doubt, width: int) -> Content:
    """A doubt as "! sentence", wrapped behind its sign."""
    return hanging(Content(one_line(doubt.message, _LONGEST_DOUBT)), width, 2, Content.styled("!", "bold"))


def has_no_cases(measure: Measure) -> bool:
    """Whether the rate is a share of nothing: the letter then prints 0% or 100% of no case at all."""
    cases = measure.base if measure.denominator is None else measure.denominator
    return measure.state is State.GIVEN and cases == 0


def why_no_rate(measure: Measure) -> str | None:
    """Why there is no rate to show, in words, or None where there is one."""
    if measure.state is not State.GIVEN:
        return STATES[measure.state]
    if has_no_cases(measure):
        return STATES[State.NONE_UPHELD] if measure.name is MeasureName.REMEDY else "no cases, so no rate"
    if measure.rate is None and count_of(measure) is None:
        return "no rate in this letter" + (f", but a count of {measure.count}" if measure.count is not None else "")
    return None


def beside_average(measure: Measure) -> str:
    """How the rate stands to the average printed in the same letter, in words."""
    if measure.average is None:
        return "no average of similar councils in this letter"
    average = percent(measure.average)
    judged = verdict(measure)
    if judged in VERDICTS:
        return f"{VERDICTS[judged]}, {average}"
    if measure.rate == measure.average:
        return f"similar councils {average}: the same"
    return f"similar councils {average}" + (f": {judged}" if judged is Verdict.CHANCE else "")


def how_many(cases: CountOf) -> str:
    """The words "3 of 5", with the sign for ours where the letter does not print it."""
    return f"{cases.count} of {cases.denominator}{OURS if cases.ours else ''}"


def _figure(measure: Measure, width: int) -> Content:
    label = Content.styled(MEASURES[measure.name], "bold")
    missing = why_no_rate(measure)
    if missing is not None:
        return hanging(Content(missing), width, _LABEL + 1, label)
    if measure.name is MeasureName.UPHELD_PER_100K:
        return hanging(_per_100k(measure), width, _LABEL + 1, label)
    cases = count_of(measure)
    if width < _NARROWEST_ONE_LINE:
        return _stacked(measure, cases, label, width)
    return _one_line(measure, cases, label, width)


def _one_line(measure: Measure, cases: CountOf | None, label: Content, width: int) -> Content:
    """Label, rate, bar and cases in one line; the average in words under the bar."""
    lead, trail = _lead(measure, cases), _trail(measure, cases)
    words = [beside_average(measure)]
    if len(trail) > _TRAIL:
        words, trail = [trail, *words], ""
    indent = _LABEL + _LEAD + _GAP
    parts = [column(label, _LABEL), column(Content.styled(lead, "bold"), _LEAD, right=True), Content("  ")]
    if measure.rate is not None:
        few = cases is not None and cases.is_few
        parts.append(bar(measure.rate, measure.average, width - indent - _GAP - _TRAIL, few))
        parts.append(Content("  "))
    parts.append(Content(trail))
    return Content("\n").join([Content("").join(parts), hanging(Content("; ".join(words)), width, indent)])


def _stacked(measure: Measure, cases: CountOf | None, label: Content, width: int) -> Content:
    """Label and numbers, the bar below them, the average in words below that."""
    trail = _trail(measure, cases)
    separator = " " if not trail or (cases is not None and cases.is_few) else ", "
    numbers = Content.assemble((_lead(measure, cases), "bold"), separator, trail)
    lines = [hanging(numbers, width, _LABEL - 2, label)]
    if measure.rate is not None:
        few = cases is not None and cases.is_few
        lines.append(bar(measure.rate, measure.average, width, few))
    lines.append(hanging(Content(beside_average(measure)), width))
    return Content("\n").join(lines)


def _lead(measure: Measure, cases: CountOf | None) -> str:
    """What is read first: the rate, or "1 of 1" where the cases are few (or where no rate is printed)."""
    if cases is not None and (cases.is_few or measure.rate is None):
        return how_many(cases)
    return "" if measure.rate is None else percent(measure.rate)


def _trail(measure: Measure, cases: CountOf | None) -> str:
    """What is read after the bar: the cases behind the rate, or the rate behind the few cases."""
    noun = CASES[measure.name]
    if cases is not None:
        if measure.rate is None:
            return f"{noun}, no rate printed"
        return f"{noun} ({percent(measure.rate)})" if cases.is_few else f"{how_many(cases)} {noun}"
    if measure.denominator is not None and measure.count is None:
        return f"of {measure.denominator} {noun}"
    printed = [] if measure.count is None else [f"{measure.count} counted"]
    if measure.base is not None:
        printed.append(f"based on {measure.base} {one_line(measure.base_of or '')}".rstrip())
    return ", ".join(printed)


def _per_100k(measure: Measure) -> Content:
    """The number per 100,000 residents, which is no share of a hundred and has no bar."""
    rate = "no rate" if measure.rate is None else str(measure.rate)
    average = (
        "no average of similar councils in this letter"
        if measure.average is None
        else f"similar councils {measure.average}"
    )
    return Content.assemble((rate, "bold"), " per 100,000 residents; ", average)
