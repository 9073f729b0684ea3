"""Measures that are bare numbers: the sentence that prints the council's, and the one that prints the average."""

from itertools import islice

from db.figures.rounding import parse_number
from db.letters.doubts import DoubtCollector
from db.letters.evidence import MOST_PLACES, Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.rates.context import closes_sentence, is_labelled_foreign
from db.letters.rates.definitions import NumberDefinition
from db.letters.rates.sentence import FigureSentence
from db.model import Measure, MeasureName, Number, State


def read_number(folded: FoldedText, definition: NumberDefinition, doubts: DoubtCollector) -> Measure:
    """The measure, `not_given` where it is not printed or in two ways."""
    name = definition.name
    if definition.mark not in folded.text:
        return Measure(name=name)
    rate = _read(folded, name, definition.rate, "rate", doubts)
    average = _read(folded, name, definition.average, "average", doubts)
    if rate is None:
        return Measure(name=name)
    return Measure(
        name=name,
        state=State.GIVEN,
        rate=rate.value,
        average=average.value if average else None,
        quotes=(rate.quote, average.quote) if average else (rate.quote,),
    )


def _read(
    folded: FoldedText, name: MeasureName, sentence: FigureSentence, part: str, doubts: DoubtCollector
) -> Reading[Number] | None:
    places = islice(sentence.finditer(folded.text), MOST_PLACES + 1)
    readings = [
        Reading(parse_number(match[1]), folded.quote(*match.span()))
        for match in places
        if _is_own(folded, *match.span())
    ]
    return reconcile(readings, doubts, name, part)


def _is_own(folded: FoldedText, start: int, end: int) -> bool:
    """Whether a sentence begins here, glued to the one before or not, and ends there, and is of this council."""
    is_begun = folded.text[start].isupper()
    return is_begun and closes_sentence(folded, end) and not is_labelled_foreign(folded, start)
