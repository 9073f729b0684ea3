"""What is said of one measure in words: on the screen and by `upheld show` the same."""

from db.figures.cases import CountOf, count_cases
from db.figures.judgement import Judged, MissingRate
from db.figures.significance import Verdict
from db.model import Measure
from db.text.clean import one_line
from tui.draw.labels import MEASURE_LABELS

OURS = "*"
"""Marks a number that the letter does not print and that we worked out from those it does."""

NOT_PRINTED = "-"
"""Stands in a table for a figure that the letter does not print."""

DAMAGED = "damaged"
"""Where what a letter gives is no longer what was written."""

NO_CASE = "none"
"""Stands in a table for a rate that there cannot be: of no case at all."""

SIGNS = {Verdict.HIGHER: "▲", Verdict.LOWER: "▼"}
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
    MissingRate.NOT_GIVEN: "not printed here",
    MissingRate.NO_RATE: "no rate in this letter",
}

_SHORT_MISSING = {
    MissingRate.NONE_DUE: NO_CASE,
    MissingRate.NONE_UPHELD: NO_CASE,
    MissingRate.NO_CASES: NO_CASE,
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


def format_rate(judged: Judged) -> str:
    """The rate as printed: "60%"; empty where there is none."""
    measure = judged.measure
    if judged.missing is not None or measure.rate is None:
        return ""
    return MEASURE_LABELS[measure.name].format_number(measure.rate)


def format_rate_cell(judged: Judged) -> str:
    """A rate in a table: "60%", or a word or sign for none."""
    if judged.missing is None:
        return format_rate(judged) or NOT_PRINTED
    return _SHORT_MISSING.get(judged.missing, NOT_PRINTED)


def format_average(measure: Measure) -> str:
    """The average of similar councils as printed; empty where there is none."""
    return "" if measure.average is None else MEASURE_LABELS[measure.name].format_number(measure.average)


def format_cases(cases: CountOf) -> str:
    """The words "3 of 5", with the sign for ours where the letter does not print it."""
    return f"{cases.count} of {cases.denominator}{OURS if cases.ours else ''}"


def format_lead(judged: Judged) -> str:
    """The number read first: "3 of 5"; "of 200" where it is not known how many of them; "" where neither is."""
    if judged.missing is not None:
        return ""
    if judged.cases is not None:
        return format_cases(judged.cases)
    measure = judged.measure
    return f"of {measure.denominator}" if measure.denominator is not None and measure.count is None else ""


def describe_unplaced(judged: Judged) -> str:
    """What is printed beside a rate without saying what it is a share of; "" where there is nothing of the kind."""
    measure = judged.measure
    if judged.missing is not None or format_lead(judged):
        return ""
    printed = [] if measure.count is None else [f"{measure.count} counted"]
    if measure.base is not None:
        printed.append(f"based on {measure.base} {one_line(measure.base_of or '')}".rstrip())
    return ", ".join(printed)


def describe_verdict(judged: Judged) -> str:
    """How the rate stands to its average, beside the two: "▲ higher", "too few to tell"; "" where that is unknown."""
    measure, verdict = judged.measure, judged.verdict
    if measure.average is None:
        return "no average printed"
    if verdict in SIGNS:
        return f"{SIGNS[verdict]} {VERDICTS[verdict]}"
    return "the same" if measure.rate == measure.average else VERDICTS.get(verdict, "")


def compare_with_average(judged: Judged) -> str:
    """How the rate stands to the average printed in the same letter, in words alone."""
    measure, verdict = judged.measure, judged.verdict
    if measure.average is None:
        return "no average of similar councils in this letter"
    words = f"similar councils {format_average(measure)}"
    if verdict in SIGNS:
        return f"{VERDICTS[verdict]} than {words.replace(' councils', ' councils,')}"
    if measure.rate == measure.average:
        return f"{words}: the same"
    return f"{words}: {VERDICTS[verdict]}" if verdict in VERDICTS else words


def describe_latest(measure: Measure | None, year: int | None) -> str:
    """What the latest year that says has of a share, in a few words: "upheld 3 of 5 in 2020"; "" where none says."""
    cases = count_cases(measure) if measure else None
    if measure is None or cases is None or year is None:
        return ""
    rate = "" if measure.rate is None else f", {MEASURE_LABELS[measure.name].format_number(measure.rate)},"
    label = MEASURE_LABELS[measure.name].label.lower()
    return f"{label} {cases.count} of {cases.denominator}{rate} in {year}"


def explain_worked_out(judged: Judged) -> str:
    """Of what the number that is ours was worked out, in words; "" where everything is printed."""
    measure, cases = judged.measure, judged.cases
    if cases is None or not cases.ours:
        return ""
    if "denominator" not in measure.derived:
        return f"the count of {cases.count} is worked out from the rate"
    labels = MEASURE_LABELS[measure.name]
    words = f"the {cases.denominator} {labels.worked_out}"
    if measure.base is None or "base" in measure.derived or measure.base == cases.denominator:
        return words
    return f"{words}; beside it the letter prints {measure.base} {one_line(measure.base_of or '')}".rstrip()
