"""Measures that are bare numbers: the sentence that prints the council's, and the one that prints the average."""

from itertools import islice

from db.figures.rounding import parse_number
from db.letters.doubts import DoubtCollector
from db.letters.evidence import MOST_PLACES, Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.rates.context import closes_sentence, is_labelled_foreign
from db.letters.rates.definitions import NOT_GIVEN, NumberDefinition
from db.letters.rates.sentence import FigureSentence
from db.model import DoubtCode, Measure, MeasureName, Number, State


def read_number(folded: FoldedText, definition: NumberDefinition, doubts: DoubtCollector) -> Measure:
    """The measure, `not_given` where it is not printed or in two ways."""
    name = definition.name
    if definition.mark not in folded.text:
        return NOT_GIVEN[name]
    rate = _read(folded, name, definition.rate, "rate", doubts)
    average = _read(folded, name, definition.average, "average", doubts)
    if rate is None or average is None:
        _doubt_unread(folded, definition, doubts, is_rate_read=rate is not None, is_average_read=average is not None)
    if rate is None:
        return NOT_GIVEN[name]
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


def _doubt_unread(
    folded: FoldedText,
    definition: NumberDefinition,
    doubts: DoubtCollector,
    *,
    is_rate_read: bool,
    is_average_read: bool,
) -> None:
    """A doubt about a sentence that stands there without a number that could be read, where nothing else is doubted.

    A page's number may stand within it, or its own may be unreadable.
    """
    if any(doubt.about == definition.name for doubt in doubts.doubts):
        return
    parts = {"rate": (is_rate_read, definition.rate_words), "average": (is_average_read, definition.average_words)}
    for part, (is_read, words) in parts.items():
        match = None if is_read else words.search(folded.text)
        if match and _is_own(folded, match.start(), len(folded.text)):
            doubts.add(DoubtCode.RATE_UNREADABLE, definition.name, folded.quote(*match.span()), part=part)


def _is_own(folded: FoldedText, start: int, end: int) -> bool:
    """Whether a sentence begins here, glued to the one before or not, and ends there, and is of this council."""
    is_begun = folded.text[start].isupper()
    return is_begun and closes_sentence(folded, end) and not is_labelled_foreign(folded, start)
