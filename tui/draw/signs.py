"""The signs that stand on the screens, and a few words that stand there like signs, each with what it means."""

from db.councils.coverage import CoverageState
from db.figures.cases import FEW_CASES
from db.figures.significance import ENOUGH_CASES
from db.model import MeasureName, RemarkKind
from tui.draw.coverage import SIGNS as COVERAGE_SIGNS
from tui.draw.figures.bar import FEW, FULL, TICK, TRACK
from tui.draw.labels import MEASURE_LABELS, REMARKS, SHORT_COUNCIL_TYPES
from tui.draw.letter.letter_text import FIGURE_SIGN, HERE_SIGN, REMARK_SIGN, TRACK_MARK
from tui.draw.marked import MARKED

_TYPE_LETTERS = " ".join(words[0].upper() for words in SHORT_COUNCIL_TYPES.values())

SIGNS = (
    (
        "94/114",
        "in the list: complaints upheld, of those the Ombudsman investigated, in the letter of the year beside it",
    ),
    (
        _TYPE_LETTERS,
        f"in the list, before the year: {', '.join(SHORT_COUNCIL_TYPES.values())}",
    ),
    ("-", "not printed: in the list, no letter here prints both numbers"),
    ("none", "among the years: nothing was due, or nothing was upheld, so there is no rate"),
    ("*", "worked out by upheld from what the letter prints; everything else is as printed"),
    (HERE_SIGN, "the year that is shown; beside the letter: the words you went to, those of a figure or those found"),
    ("\u203a", "leads on: to another file for the year, or to a key"),
    ("…", "a name goes on, but there is no room for it"),
    (f"{FULL} {TRACK}", "the council's rate, from 0 to 100%, and what is left of the 100%"),
    (FEW, f"hatched: the rate where so few cases are counted (under {FEW_CASES}) that it says little"),
    (TICK, "on the bar: the average of similar councils, as printed in the same letter"),
    (
        "▲ ▼",
        "higher or lower than that average, where chance is an unlikely reason. Where it may be one, the cases are "
        f"too few to tell (under {ENOUGH_CASES}), or there is no clear difference",
    ),
    ("3=", "among all councils of a year: the rank within the type, shared with others of the same rate"),
    ("↓ ↑", "in the head of a column: sorted by it, the highest or the lowest first"),
    (
        "● ⠛",
        "in the funnel plot: the council highlighted, and each other; the dotted lines are the printed average and the "
        "limits within which chance alone keeps 95% and 99.8% of councils of so many investigations",
    ),
    (MARKED, "a council marked, to stand side by side with the others that are"),
    ("├─┼─┤", "in a comparison: the share, and how far chance reaches round it (Wilson, 95%)"),
    (
        " ".join(
            COVERAGE_SIGNS[state] for state in (CoverageState.FIGURES, CoverageState.NO_FIGURES, CoverageState.MISSING)
        ),
        "among the letters by year: one with figures, one without, none; a blank: there was no such council",
    ),
    ("┄", "between years: what is above does not compare with what is below"),
    (
        f"{FIGURE_SIGN} {REMARK_SIGN} {TRACK_MARK}",
        "beside the letter: a sentence that prints a figure; a passage about this council in particular. In its "
        "scrollbar: where these are",
    ),
    ("!", "something in the letter that does not fit or could not be read"),
    (
        MEASURE_LABELS[MeasureName.REMEDY].label,
        f"of the cases upheld: those that the council put right {MEASURE_LABELS[MeasureName.REMEDY].when}",
    ),
    (
        REMARKS[RemarkKind.REFUSAL],
        "of a remark: the council refused what the Ombudsman found or asked for, or was slow to accept it",
    ),
)
