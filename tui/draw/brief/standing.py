"""Where a council stands among the letters of its type and year in the library, in words."""

from collections.abc import Iterator

from db.export.briefing import Briefing, Standing
from db.export.document import Block, Grid, Paragraph
from db.figures.cases import FEW_CASES
from tui.draw import labels
from tui.draw.year_words import TYPES, format_rank

_NOTE = (
    f"Places are ours: among the letters in this library that have {FEW_CASES} cases or more, the highest first, = for "
    "places that are shared; the middle one is their median. "
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
    lines = tuple(_list_cells(each) for each in briefing.standings)
    yield Paragraph(
        f"{briefing.letters_of_type} of the {briefing.councils_of_type} {kind} have a letter about {letter.year} here."
        + ("" if lines else f" Fewer than two of these have {FEW_CASES} cases, so there is no rank.")
    )
    if lines:
        yield Grid(("", "Place", "Lowest", "Middle", "Highest"), lines)
        yield Paragraph(_NOTE, is_muted=True)


def _list_cells(standing: Standing) -> tuple[str, ...]:
    """By one measure: the place, of how many, and between what these lie."""
    words = labels.MEASURE_LABELS[standing.measure]
    middle = int(standing.middle) if standing.middle.is_integer() else standing.middle
    ends = (words.format_number(number) for number in (standing.lowest, middle, standing.highest))
    place = f"{format_rank(standing.rank) or 'none'} of {standing.ranked}"
    return words.label, place, *ends
