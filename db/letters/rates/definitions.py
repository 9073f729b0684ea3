"""The measures, each one object: the sentences and headings it is printed with, and what its rate is a share of.

To add one: its name and kind in `db.model`, its definition here, its labels in the screen's.
"""

import re
from dataclasses import dataclass

from db.letters.dates import DAY
from db.letters.patterns import WHOLE, phrase, whole_line
from db.letters.rates.sentence import FigureSentence
from db.letters.started import StartedPattern
from db.model import Measure, MeasureName, State


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareDefinition:
    """A share in percent, as a block of the statistics page prints it (letters of 2020-2024, web pages of 2019-2025).

    `rate` is the sentence that prints it, `unreadable` the same with anything for a number, `none` what stands in its
    place where there is none, and `none_state` what that means, as does a rate of a total of 0. `words` are in no block
    but its own, however a copy mixes them up. `count` finds a count (a chart's label and the count's own may stand
    between), `count_words` the count's label alone, `base` the total and its noun, `count_and_base` both in one
    sentence. The rate is a share of the base; with `share_of`, of that measure's count, unless the base's own noun says
    so (`own_noun`).
    """

    name: MeasureName
    heading: StartedPattern
    rate: FigureSentence
    unreadable: FigureSentence
    none: StartedPattern
    none_state: State
    words: re.Pattern[str]
    base: re.Pattern[str]
    count: re.Pattern[str] | None = None
    count_words: re.Pattern[str] | None = None
    count_and_base: StartedPattern | None = None
    share_of: MeasureName | None = None
    own_noun: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDefinition:
    """A bare number, with the sentences that print the council's and the average; `mark` is in any text with them.

    `rate_words` and `average_words` are how these sentences begin, with a number behind or not.
    """

    name: MeasureName
    mark: str
    rate: FigureSentence
    average: FigureSentence
    rate_words: re.Pattern[str]
    average_words: re.Pattern[str]


MeasureDefinition = ShareDefinition | NumberDefinition

LONGEST_HEADING = 100
"""More characters than any heading has."""

AVERAGE = phrase(
    r"This compares (?:to|with) an average of (?:({number}) ?(?:%|per cent)|n/a)"
    r" in similar (?:authorities|organisations|councils)\.?"
)
"""The average beside any share."""

BASE = phrase(r"based on a total of")
"""What stands before the total of any share, readable or not."""

PERIOD = phrase(rf"for the period (?:between )?(?:{DAY}) (?:to|and|-) (?:{DAY})")
"""What stands behind the total of any share."""

_OF = r"of(?=\s+(?:\d|complaints|cases|upheld))"
_UPHELD = r"upheld(?=\s+(?:\d|decision))"
"""How the words begin that come after a figure."""
_ANYTHING = r"(?<!\S)\S{1,12}(?:\s?%)? "
_PER_100K = r"upheld decisions? per 100,000(?: residents)?\.?"

DEFINITIONS: tuple[MeasureDefinition, ...] = (
    ShareDefinition(
        name=MeasureName.UPHELD,
        heading=StartedPattern.at_lines(whole_line("Complaints upheld"), "complaint"),
        # Not right after "upheld": in glued copies of 2025 "... and upheld 8." runs into "12% of complaints ...".
        rate=FigureSentence.of(
            r"(?<!and\supheld\s)({number}) ?(?:%|per cent) ",
            r"of complaints we investigated were upheld\.?",
            _OF,
            "investigated",
        ),
        unreadable=FigureSentence.of(_ANYTHING, "of complaints we investigated were upheld", _OF, "investigated"),
        none=StartedPattern.at_words(
            phrase(
                r"The Ombudsman (?:carried out no|did not carry out any) (?:detailed )?investigations"
                r" (?:during|in) this period\.?"
            ),
            r"the(?=\s+(?:\d|ombudsman))",
            words=("carr",),
        ),
        none_state=State.NOT_GIVEN,
        words=phrase(r"of complaints we\b"),
        base=phrase(r"Statistics are based on a total of ({whole}) ((?:detailed )?investigations?)"),
        count=re.compile(
            rf"(?<!total of )(?P<count>{WHOLE})\s+(?:\d+%\s+)?(?P<label>upheld\s+decisions?)(?!s?\s+(?:per|for)\b)",
            re.IGNORECASE,
        ),
        count_words=whole_line(r"(?:[-+]?\d[\d.,]* )?upheld decisions?"),
        # The page of 2024-25; not where a number after it may be a part of its last.
        count_and_base=StartedPattern.at_words(
            phrase(r"We investigated ({whole}) complaints? and upheld ({whole})\b(?!\s*\n\s*\d|[\t\x20]+\d)\.?"),
            r"we(?=\s+(?:\d|investigated))",
            words=("investigated",),
        ),
    ),
    ShareDefinition(
        name=MeasureName.COMPLIANCE,
        heading=StartedPattern.at_lines(whole_line("Compliance with (?:Ombudsman )?recommendations"), "compliance"),
        rate=FigureSentence.of(
            r"(?:In )?({number}) ?(?:%|per cent) ",
            r"of cases,? we were satisfied (?:the|your) (?:authority|organisation|council) had"
            r" successfully implemented our recommendations\.?",
            _OF,
            "satisfied",
        ),
        unreadable=FigureSentence.of(_ANYTHING, "of cases,? we were satisfied (?:the|your)", _OF, "satisfied"),
        none=StartedPattern.at_words(
            phrase(r"No recommendations were due for compliance (?:in|during) this period\.?"),
            r"no(?=\s+(?:\d|recommendations))",
            words=("recommendations",),
        ),
        none_state=State.NONE_DUE,
        words=phrase(r"of cases,? we were|compliance outcomes?\b"),
        base=phrase(r"Statistics are based on a total of ({whole}) (compliance outcomes?)"),
    ),
    ShareDefinition(
        name=MeasureName.REMEDY,
        heading=StartedPattern.at_lines(
            whole_line("Satisfactory remed(?:y|ies) provided by the (?:authority|organisation|council)"),
            "satisfactory",
        ),
        rate=FigureSentence.of(
            r"(?:In )?({number}) ?(?:%|per cent) ",
            r"of upheld cases,? we found (?:the|your) (?:authority|organisation|council) had"
            r" provided a satisfactory remedy before the complaint reached the Ombudsman\.?",
            _OF,
            "upheld",
        ),
        unreadable=FigureSentence.of(_ANYTHING, "of upheld cases,? we found (?:the|your)", _OF, "upheld"),
        none=StartedPattern.at_words(
            phrase(
                r"The Ombudsman did not uphold any (?:detailed )?(?:investigations|complaints) (?:during|in) this"
                r" period\.?"
            ),
            r"the(?=\s+(?:\d|ombudsman))",
            words=("uphold",),
        ),
        none_state=State.NONE_UPHELD,
        words=phrase(r"of upheld cases,? we|satisfactory remedy decisions?\b"),
        base=phrase(
            r"Statistics are based on a total of ({whole}) ((?:(?:detailed )?investigations?|upheld decisions?))"
        ),
        count=re.compile(
            rf"(?P<count>{WHOLE})\s+(?:\d+%\s+)?(?P<label>satisfactory\s+remedy\s+decisions?)", re.IGNORECASE
        ),
        count_words=whole_line(r"(?:[-+]?\d[\d.,]* )?satisfactory remedy decisions?"),
        # Letters of 2020-21 (and the web page to 2023) print the investigations beside it, those of 2022 on the upheld
        # decisions themselves.
        share_of=MeasureName.UPHELD,
        own_noun="upheld",
    ),
    # Printed since 2022-23. Early copies of the 2025 page have a % sign after the number that belongs to nothing.
    NumberDefinition(
        name=MeasureName.UPHELD_PER_100K,
        mark="100,000",
        rate=FigureSentence.of(
            r"Adjusted for (?:[^%]{0,100}? )?population,? this is ({number})(?:\s*%)?\s+", _PER_100K, _UPHELD, "upheld"
        ),
        average=FigureSentence.of(
            r"The average for (?:authorities|organisations|councils) of this type is ({number})(?:\s*%)?\s+",
            _PER_100K,
            _UPHELD,
            "upheld",
        ),
        rate_words=phrase(r"Adjusted for [^.%]{0,100}?population,? this is\b(?! n/a)"),
        average_words=phrase(r"The average for (?:authorities|organisations|councils) of this type is\b(?! n/a)"),
    ),
)
"""Every measure, in the order of `MeasureName`."""

SHARES = tuple(each for each in DEFINITIONS if isinstance(each, ShareDefinition))
NUMBERS = tuple(each for each in DEFINITIONS if isinstance(each, NumberDefinition))
NONE_STATES = {each.name: each.none_state for each in SHARES}
NOT_GIVEN = {name: Measure(name=name) for name in MeasureName}
"""Each measure as a letter has it that does not print it."""
