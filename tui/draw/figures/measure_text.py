"""What is said of one measure in words: on the screen and by `upheld show` the same."""

from db.figures.cases import CountOf
from db.figures.judgement import Judged, MissingRate
from db.figures.significance import Verdict
from db.model import Measure
from db.text.clean import one_line
from tui.draw.labels import MEASURE_LABELS

OURS = "*"
"""Marks a number that the letter does not print and that we worked out from those it does."""

SIGNS = {Verdict.HIGHER: "▲ ", Verdict.LOWER: "▼ "}
"""Stand before a verdict on the screen, where rows are scanned; who has the screen read aloud is spared them."""

VERDICTS = {
    Verdict.HIGHER: "higher",
    Verdict.LOWER: "lower",
    Verdict.TOO_FEW: "too few to tell",
    Verdict.NO_CLEAR_DIFFERENCE: "no clear difference",
}
"""How a rate stands to its average; nothing is said where that is unknown."""

_MISSING = {
    MissingRate.NONE_DUE: "no recommendations were due",
    MissingRate.NONE_UPHELD: "nothing was upheld",
    MissingRate.NOT_GIVEN: "not in this letter",
    MissingRate.NO_RATE: "no rate in this letter",
}

_SHORT_MISSING = {
    MissingRate.NONE_DUE: "none due",
    MissingRate.NONE_UPHELD: "none upheld",
    MissingRate.NOT_GIVEN: "not given",
    MissingRate.NO_CASES: "no cases",
    MissingRate.NO_RATE: "no rate",
}


def explain_no_rate(judged: Judged) -> str | None:
    """Why there is no rate to show, in words, or None where there is one."""
    measure, missing = judged.measure, judged.missing
    if missing is None:
        return None
    if missing is MissingRate.NO_CASES:
        return MEASURE_LABELS[measure.name].no_cases
    count = "" if missing is not MissingRate.NO_RATE or measure.count is None else f", but a count of {measure.count}"
    return f"{_MISSING[missing]}{count}"


def format_short_rate(judged: Judged) -> str:
    """A rate in a table: "60%", or in a word or two why there is none."""
    measure = judged.measure
    if judged.missing is None and measure.rate is not None:
        return MEASURE_LABELS[measure.name].format_number(measure.rate)
    return _SHORT_MISSING[judged.missing or MissingRate.NO_RATE]


def format_lead(judged: Judged) -> str:
    """The number read first of a measure that has one: the rate, or "1 of 1" where the cases are few (or no rate)."""
    measure, cases = judged.measure, judged.cases
    if cases is not None and (cases.is_few or measure.rate is None):
        return format_cases(cases)
    return "" if measure.rate is None else MEASURE_LABELS[measure.name].format_number(measure.rate)


def format_behind_lead(judged: Judged) -> str:
    """What is read after that number: the cases behind the rate, or the rate behind the few cases; "" for neither."""
    measure, cases = judged.measure, judged.cases
    labels = MEASURE_LABELS[measure.name]
    noun = labels.name_counted(cases.denominator if cases else measure.denominator)
    if cases is not None:
        if measure.rate is None:
            return f"{noun}, no rate printed"
        rate = labels.format_number(measure.rate)
        return f"{rate} of {cases.denominator} {noun}" if cases.is_few else f"{format_cases(cases)} {noun}"
    if measure.denominator is not None and measure.count is None:
        return f"of {measure.denominator} {noun}"
    printed = [] if measure.count is None else [f"{measure.count} counted"]
    if measure.base is not None:
        printed.append(f"based on {measure.base} {one_line(measure.base_of or '')}".rstrip())
    return ", ".join(printed)


def format_cases(cases: CountOf) -> str:
    """The words "3 of 5", with the sign for ours where the letter does not print it."""
    return f"{cases.count} of {cases.denominator}{OURS if cases.ours else ''}"


def compare_with_average(judged: Judged, *, aloud: bool = False) -> str:
    """How the rate stands to the average printed in the same letter, in words; `aloud`: without signs."""
    measure, verdict = judged.measure, judged.verdict
    words = format_average(measure)
    if measure.average is None:
        return words
    if verdict in SIGNS:
        average = MEASURE_LABELS[measure.name].format_number(measure.average)
        return f"{'' if aloud else SIGNS[verdict]}{VERDICTS[verdict]} than similar councils, {average}"
    if measure.rate == measure.average:
        return f"{words}: the same"
    return f"{words}: {VERDICTS[verdict]}" if verdict in VERDICTS else words


def format_average(measure: Measure) -> str:
    """The printed average of similar councils, or that there is none."""
    if measure.average is None:
        return "no average of similar councils in this letter"
    return f"similar councils {MEASURE_LABELS[measure.name].format_number(measure.average)}"
