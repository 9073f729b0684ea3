"""The words of the statistics page's blocks, beside those of the rates: no-data sentences, headings, labels, totals."""

import re

from db.letters.patterns import WHOLE, phrase, whole_line
from db.letters.rates.sentence import FigureSentence
from db.model import MeasureName, State

NONE = {
    MeasureName.UPHELD: phrase(
        r"The Ombudsman (?:carried out no|did not carry out any) (?:detailed )?investigations"
        r" (?:during|in) this period\.?"
    ),
    MeasureName.COMPLIANCE: phrase(r"No recommendations were due for compliance (?:in|during) this period\.?"),
    MeasureName.REMEDY: phrase(
        r"The Ombudsman did not uphold any (?:detailed )?(?:investigations|complaints) (?:during|in) this period\.?"
    ),
}
"""What stands in the place of a rate where there is none."""

NONE_STATE = {
    MeasureName.UPHELD: State.NOT_GIVEN,
    MeasureName.COMPLIANCE: State.NONE_DUE,
    MeasureName.REMEDY: State.NONE_UPHELD,
}
"""What those sentences mean, and a rate of a total of 0 as well."""

HEADINGS = (
    whole_line("Complaints upheld"),
    whole_line("Compliance with (?:Ombudsman )?recommendations"),
    whole_line("Satisfactory remed(?:y|ies) provided by the (?:authority|organisation|council)"),
)
LONGEST_HEADING = 100
"""More characters than any of them has."""

COUNTS = {
    MeasureName.UPHELD: re.compile(
        rf"(?<!total of )(?P<count>{WHOLE})\s+(?:\d+%\s+)?(?P<label>upheld\s+decisions?)(?!s?\s+(?:per|for)\b)",
        re.IGNORECASE,
    ),
    MeasureName.REMEDY: re.compile(
        rf"(?P<count>{WHOLE})\s+(?:\d+%\s+)?(?P<label>satisfactory\s+remedy\s+decisions?)", re.IGNORECASE
    ),
}
"""A count, a chart's label and the count's own; compliance has none."""

BASE = phrase(r"based on a total of")
BASES = {
    MeasureName.UPHELD: phrase(r"Statistics are based on a total of ({whole}) ((?:detailed )?investigations?)"),
    MeasureName.COMPLIANCE: phrase(r"Statistics are based on a total of ({whole}) (compliance outcomes?)"),
    MeasureName.REMEDY: phrase(
        r"Statistics are based on a total of ({whole}) ((?:(?:detailed )?investigations?|upheld decisions?))"
    ),
}
INVESTIGATED = phrase(r"We investigated ({whole}) complaints? and upheld ({whole})\b(?!\s*\n\s*\d|[\t\x20]+\d)\.?")
"""Count and base in one sentence, on the page of 2024-25; not where a number after it may be a part of its last."""

UNREADABLE = {
    MeasureName.UPHELD: FigureSentence.of(r"(?<!\S)\S{1,12}(?:\s?%)? ", "of complaints we investigated were upheld"),
    MeasureName.COMPLIANCE: FigureSentence.of(
        r"(?<!\S)\S{1,12}(?:\s?%)? ", "of cases,? we were satisfied (?:the|your)"
    ),
    MeasureName.REMEDY: FigureSentence.of(r"(?<!\S)\S{1,12}(?:\s?%)? ", "of upheld cases,? we found (?:the|your)"),
}
"""The rates' sentences with anything for a number, or inside another sentence."""

TITLES = {
    MeasureName.UPHELD: "The share of complaints upheld",
    MeasureName.COMPLIANCE: "The compliance rate",
    MeasureName.REMEDY: "The share remedied beforehand",
    MeasureName.UPHELD_PER_100K: "The number upheld per 100,000 residents",
}


def lower(name: MeasureName) -> str:
    """A measure's title in the middle of a sentence."""
    return TITLES[name][0].lower() + TITLES[name][1:]
