"""What the figures, the tables, the remarks and our own words on the screens mean: every word of ours, once."""

from dataclasses import dataclass

from db.figures.cases import FEW_CASES
from db.figures.significance import CHANCE_LIMIT, ENOUGH_CASES
from db.letters.boilerplate.own_words import FEWEST_OTHERS
from db.model import MeasureName, RemarkKind, TableName


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Sentences on a figure: what is `counted`, `of` what, and what it `is_not`.

    `notes` hold for the letters of some years: the first and the last of them, and the sentence.
    """

    counted: str
    of: str
    is_not: tuple[str, ...]
    notes: tuple[tuple[int, int, str], ...] = ()


_EVER = 9999

MEASURE_MEANINGS = {
    MeasureName.UPHELD: Meaning(
        counted="Complaints in which the Ombudsman found fault, also where the council had admitted it before.",
        of="The complaints that it investigated in detail and decided in the year. Those that it turned away, gave "
        "advice on, sent back to the council or closed after first enquiries are not among them.",
        is_not=(
            "No share of all complaints received: most of them are never investigated.",
            "No mark for the council: it says in how many of the cases chosen for investigation there was some fault.",
        ),
        notes=(
            (0, 2018, "These letters print tables: the share is of Upheld and Not upheld together."),
            (2023, _EVER, "Fewer borderline cases are investigated since 2022-23, so that more of them are upheld."),
        ),
    ),
    MeasureName.COMPLIANCE: Meaning(
        counted="Cases in which the Ombudsman was satisfied that the council had done what was recommended to it.",
        of="The cases in which that fell due in the year. Letters call them compliance outcomes, here: outcomes.",
        is_not=(
            "No share of complaints: it is of recommendations in earlier decisions.",
            "Not whether it was done in time: what was done late counts as done. A letter says in words where it was.",
        ),
    ),
    MeasureName.REMEDY: Meaning(
        counted="Upheld cases in which the council had put things right, to the Ombudsman's satisfaction, before the "
        "complaint reached the Ombudsman. Letters call it a satisfactory remedy.",
        of="The cases that were upheld.",
        is_not=(
            "Not the share of cases put right in the end: of a case that is not counted here the Ombudsman may have "
            "recommended how to put it right, and the council may have done so.",
        ),
        notes=(
            (
                2020,
                2021,
                "These letters print the number of investigations beside it; the share is of the upheld ones among "
                "them all the same.",
            ),
        ),
    ),
    MeasureName.UPHELD_PER_100K: Meaning(
        counted="Complaints upheld, for each 100,000 people who live in the council's area.",
        of="The people who live there; it is printed since 2022-23.",
        is_not=(
            "No share of cases.",
            "No comparison between kinds of council: counties and districts do other work for the same people.",
        ),
    ),
}

TABLE_MEANINGS = {
    TableName.RECEIVED: Meaning(
        counted="Complaints and enquiries about the council that reached the Ombudsman in the year, by service.",
        of="All that reached the Ombudsman.",
        is_not=(
            "Not the complaints that the council itself received.",
            "Not those decided in the year: what comes in late is decided in the next.",
        ),
    ),
    TableName.DECIDED: Meaning(
        counted="Decisions about the council that the Ombudsman made in the year, by what became of the complaint: "
        "incomplete or invalid, advice given, referred back to the council (which had not answered it yet), closed "
        "after first enquiries, investigated and not upheld, investigated and upheld.",
        of="All decisions of the year.",
        is_not=("Not all of them investigations: only the last two are.",),
    ),
    TableName.REMEDIED: Meaning(
        counted="Upheld complaints that were put right: by the Ombudsman's recommendation, or by the council before "
        "the Ombudsman took part.",
        of="The complaints upheld in which something was to be put right.",
        is_not=("Not the number upheld: a fault that did no injustice needs no remedy.",),
    ),
}

REMARK_MEANINGS = {
    RemarkKind.PUBLIC_REPORT: "The Ombudsman published a report about the council, which is done in few cases.",
    RemarkKind.REFUSAL: "The council refused what the Ombudsman found or asked for, or was slow to accept it.",
    RemarkKind.LATE_COMPLIANCE: "The council did what it had agreed to, but later than agreed.",
    RemarkKind.NOT_COMPLIED: "The council did not do, or not all of, what it had agreed to.",
    RemarkKind.APOLOGY: "The letter speaks of how the council apologised: not at all, late, or badly.",
    RemarkKind.POOR_COMPLAINT_HANDLING: "The letter finds fault with how the council answers complaints or the "
    "Ombudsman's enquiries.",
    RemarkKind.PRAISE: "The letter thanks or commends the council for something it did.",
    RemarkKind.REORGANISATION: "The council was replaced by another, or took others' place.",
}

OUR_WORDS = (
    ("3 of 5", "so many of so many cases: the number that the share stands for"),
    ("average of similar councils", "as the same letter prints it, for all councils of that type"),
    (
        "too few to tell",
        f"the difference to the average may well be chance, and there are fewer than {ENOUGH_CASES} cases",
    ),
    ("no clear difference", f"the same with {ENOUGH_CASES} cases or more"),
    (
        "▲ higher, ▼ lower",
        "than the average, where chance alone would give such a difference in fewer than "
        f"{CHANCE_LIMIT * 100} of 100 cases (exact binomial test)",
    ),
    ("hatched bar", f"fewer than {FEW_CASES} cases: the share says little"),
    ("* worked out", "the letter does not print this number: upheld worked it out from those it does print"),
    ("not in this letter, -", "the figure is not printed, or could not be read for certain; that is not zero"),
    (
        "no recommendations were due",
        "the letter says that nothing fell due in the year, so there is no share (none due, none)",
    ),
    ("nothing was upheld", "so there is no share of the upheld cases either (none upheld, none)"),
    ("no cases, no rate", "the letter prints a share of no cases, or no share: neither is shown as one"),
    ("investigated", "in detail, with a decision in the year: the cases that the share upheld is of"),
    ("outcomes", "cases in which it was decided whether the council had done what was recommended"),
    ("remark", "a passage about this council in particular, found by its wording"),
    ("mark", "a place that prints a figure, a table or a remark"),
    ("! warning", "something that does not fit, or could not be read for certain, and was left out"),
    ("needs a look", "a letter of which a person should say whose it is, or whether it was read right"),
    ("by hand", "a person has set the council or the year; what was read is kept beside it"),
    ("own words", "sentences of the letter that councils in general were not told that year"),
    (
        "what councils in general were told",
        f"sentences that {FEWEST_OTHERS} other letters of the year have, and more than half of those here, but for "
        "names, numbers and dates; or that upheld knows of that year",
    ),
    ("another file for this year", "the same letter in another file; the fuller one is shown"),
    ("a break in the series", "the way of counting changed, so that years before and after do not compare"),
)
"""A word or two of ours as it stands on a screen, and what it means."""
