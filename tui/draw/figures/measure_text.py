"""What is said of one measure in words: on the screen and by `upheld show` the same."""

from db.figures.significance import CountOf, Verdict, count_of, verdict
from db.model import Measure, MeasureName, Number, State
from db.text.clean import one_line
from tui.draw.labels import STATES, cases_of, percent

OURS = "*"
"""Marks a number that the letter does not print and that we worked out from those it does."""

SIGNS = {Verdict.HIGHER: "▲ ", Verdict.LOWER: "▼ "}
"""Stand before a verdict on the screen, where rows are scanned; who has the screen read aloud is spared them."""


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


def said_first(measure: Measure) -> str:
    """The number read first of a measure that has one: the rate, or "1 of 1" where the cases are few (or no rate)."""
    cases = count_of(measure)
    if cases is not None and (cases.is_few or measure.rate is None):
        return how_many(cases)
    if measure.name is MeasureName.UPHELD_PER_100K:
        return str(measure.rate)
    return "" if measure.rate is None else percent(measure.rate)


def of_how_many(measure: Measure) -> str:
    """What is read after that number: the cases behind the rate, or the rate behind the few cases; "" for neither."""
    cases = count_of(measure)
    noun = cases_of(measure.name, cases.denominator if cases else measure.denominator)
    if cases is not None:
        if measure.rate is None:
            return f"{noun}, no rate printed"
        return f"{percent(measure.rate)} of {cases.denominator} {noun}" if cases.is_few else f"{how_many(cases)} {noun}"
    if measure.denominator is not None and measure.count is None:
        return f"of {measure.denominator} {noun}"
    printed = [] if measure.count is None else [f"{measure.count} counted"]
    if measure.base is not None:
        printed.append(f"based on {measure.base} {one_line(measure.base_of or '')}".rstrip())
    return ", ".join(printed)


def how_many(cases: CountOf) -> str:
    """The words "3 of 5", with the sign for ours where the letter does not print it."""
    return f"{cases.count} of {cases.denominator}{OURS if cases.ours else ''}"


def beside_average(measure: Measure, *, aloud: bool = False) -> str:
    """How the rate stands to the average printed in the same letter, in words; `aloud`: without signs."""
    judged = verdict(measure)
    if measure.average is not None and judged in SIGNS:
        return f"{'' if aloud else SIGNS[judged]}{judged} than similar councils, {percent(measure.average)}"
    said = similar_councils(measure)
    if measure.average is None:
        return said
    if measure.rate == measure.average:
        return f"{said}: the same"
    return said if judged is Verdict.UNKNOWN else f"{said}: {judged}"


def similar_councils(measure: Measure) -> str:
    """The printed average of similar councils, or that there is none."""
    if measure.average is None:
        return "no average of similar councils in this letter"
    is_share = measure.name is not MeasureName.UPHELD_PER_100K
    return f"similar councils {percent(measure.average) if is_share else measure.average}"


def upheld_decisions(per_100k: Number | None) -> str:
    """What a number per 100,000 residents counts; it stands behind that number, under a label that says per what."""
    return f"upheld decision{'' if per_100k == 1 else 's'} for that many residents"
