"""The upheld decisions per 100,000 residents, printed since 2022-23."""

from itertools import islice

from db.letters.found import MOST_PLACES, Found, agreed
from db.letters.rates.alone import closes, is_labelled_others
from db.letters.rates.numbered import Numbered
from db.letters.rates.shares import number
from db.letters.rates.words import TITLES, lower
from db.letters.view import View
from db.model import Doubt, Measure, MeasureName, Number, State

_WORDS = r"upheld decisions? per 100,000(?: residents)?\.?"
_RATE = Numbered.of(r"Adjusted for (?:[^%]{0,100}? )?population,? this is ({number})(?:\s*%)?\s+", _WORDS)
_AVERAGE = Numbered.of(
    r"The average for (?:authorities|organisations|councils) of this type is ({number})(?:\s*%)?\s+", _WORDS
)


def read_per_100k(view: View) -> tuple[Measure, tuple[Doubt, ...]]:
    """The measure, `not_given` where it is not printed or in two ways.

    Early copies of the 2025 page print a % sign after the number that belongs to nothing.
    """
    name = MeasureName.UPHELD_PER_100K
    if "100,000" not in view.text:
        return Measure(name), ()
    rate, rate_doubt = _agreed(view, _RATE, TITLES[name])
    average, average_doubt = _agreed(view, _AVERAGE, f"The average beside {lower(name)}")
    doubts = tuple(doubt for doubt in (rate_doubt, average_doubt) if doubt)
    if rate is None:
        return Measure(name), doubts
    quotes = (rate.quote, average.quote) if average else (rate.quote,)
    return Measure(name, State.GIVEN, rate.value, average.value if average else None, quotes=quotes), doubts


def _agreed(view: View, sentence: Numbered, what: str) -> tuple[Found[Number] | None, Doubt | None]:
    places = islice(sentence.finditer(view.text), MOST_PLACES + 1)
    said = [Found(number(match[1]), view.quote(*match.span())) for match in places if _is_own(view, *match.span())]
    return agreed(said, what, MeasureName.UPHELD_PER_100K.value)


def _is_own(view: View, start: int, end: int) -> bool:
    """Whether a sentence begins here, glued to the one before or not, and ends there, and is of this council."""
    return view.text[start].isupper() and closes(view, end) and not is_labelled_others(view, start)
