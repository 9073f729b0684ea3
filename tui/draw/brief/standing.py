"""Where a council stands among the letters of its type and year in the library, in words."""

from collections.abc import Iterator

from db.export.briefing import Briefing, Standing
from db.export.document import Block, Bullets, Paragraph
from db.figures.cases import FEW_CASES
from tui.draw import labels
from tui.draw.year_words import TYPES

_NOTE = (
    f"Ranks are ours, among the letters in this library only, highest first; none under {FEW_CASES} cases. "
    "A high share upheld is no mark for a council: it says what came of the cases chosen for investigation."
)


def build_standing(briefing: Briefing) -> Iterator[Block]:
    """A line for each measure by which letters of its type are ranked."""
    letter = briefing.stored.letter
    others = briefing.letters_of_type - 1
    kind = TYPES[letter.council.type]
    if others < 1:
        yield Paragraph(f"No other letter about {letter.year or 'this year'} to one of the {kind} is here.")
        return
    lines = [_describe(each) for each in briefing.standings]
    yield Paragraph(
        f"{briefing.letters_of_type} of the {briefing.councils_of_type} {kind} have a letter about {letter.year} here."
        + ("" if lines else f" Fewer than two of these have {FEW_CASES} cases, so there is no rank.")
    )
    if lines:
        yield Bullets(tuple(lines))
        yield Paragraph(_NOTE, is_muted=True)


def _describe(standing: Standing) -> str:
    """By one measure: the place, of how many, and between what these lie."""
    words = labels.MEASURE_LABELS[standing.measure]
    middle = int(standing.middle) if standing.middle.is_integer() else standing.middle
    low, between, high = (words.format_number(number) for number in (standing.lowest, middle, standing.highest))
    count = labels.format_count(standing.ranked, "letter")
    if standing.rank is None:
        place = f"no rank for this one; the {count} that can be ranked"
    else:
        tied = "level with another at " if standing.rank.tied else ""
        place = f"{tied}place {standing.rank.place} of the {count} that can be ranked, which"
    return f"{words.label}: {place} lie between {low} and {high}, the middle one at {between}."
