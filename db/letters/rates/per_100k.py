"""The upheld decisions per 100,000 residents, printed since 2022-23."""

from itertools import islice

from db.figures.rounding import number
from db.letters.evidence import MOST_PLACES, Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.rates.context import closes, is_labelled_foreign
from db.letters.rates.sentence import FigureSentence
from db.letters.rates.wording import TITLES, lower
from db.model import Doubt, Measure, MeasureName, Number, State

_WORDS = r"upheld decisions? per 100,000(?: residents)?\.?"
_RATE = FigureSentence.of(r"Adjusted for (?:[^%]{0,100}? )?population,? this is ({number})(?:\s*%)?\s+", _WORDS)
_AVERAGE = FigureSentence.of(
    r"The average for (?:authorities|organisations|councils) of this type is ({number})(?:\s*%)?\s+", _WORDS
)


def read_per_100k(folded: FoldedText) -> tuple[Measure, tuple[Doubt, ...]]:
    """The measure, `not_given` where it is not printed or in two ways.

    Early copies of the 2025 page print a % sign after the number that belongs to nothing.
    """
    name = MeasureName.UPHELD_PER_100K
    if "100,000" not in folded.text:
        return Measure(name), ()
    rate, rate_doubt = _agreed(folded, _RATE, TITLES[name])
    average, average_doubt = _agreed(folded, _AVERAGE, f"The average beside {lower(name)}")
    doubts = tuple(doubt for doubt in (rate_doubt, average_doubt) if doubt)
    if rate is None:
        return Measure(name), doubts
    quotes = (rate.quote, average.quote) if average else (rate.quote,)
    return Measure(name, State.GIVEN, rate.value, average.value if average else None, quotes=quotes), doubts


def _agreed(folded: FoldedText, sentence: FigureSentence, what: str) -> tuple[Reading[Number] | None, Doubt | None]:
    places = islice(sentence.finditer(folded.text), MOST_PLACES + 1)
    said = [
        Reading(number(match[1]), folded.quote(*match.span())) for match in places if _is_own(folded, *match.span())
    ]
    return reconcile(said, what, MeasureName.UPHELD_PER_100K.value)


def _is_own(folded: FoldedText, start: int, end: int) -> bool:
    """Whether a sentence begins here, glued to the one before or not, and ends there, and is of this council."""
    return folded.text[start].isupper() and closes(folded, end) and not is_labelled_foreign(folded, start)
