"""What one page on a council's year rests on: all of it from the library, or worked out from that by db.figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from db.councils.existence import list_without_letter
from db.councils.register import Register
from db.figures.judgement import JudgedMeasures, judge_all
from db.figures.questions import Question, find_questions
from db.figures.ranks import Rank
from db.figures.series import find_missing_years
from db.figures.stand_out import find_stand_outs
from db.figures.year_table import YearColumn, YearLetter, build_year_table
from db.letters.definitions import find_definitions
from db.model import CouncilType, MeasureName, Number, Quote, StoredLetter

MOST_YEARS = 5
"""The years on the page: as many as committees ask for, and as it has room for."""

_COLUMNS = (YearColumn.UPHELD, YearColumn.COMPLIED, YearColumn.REMEDIED, YearColumn.PER_100K)
_LONGEST_TEXT = 400_000
"""Characters: a longer text is no letter to define anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a council stands by one measure among letters of its type and year in the library, the highest first.

    `rank` is None where it has no rate that can be ranked. `ranked` is how many have, and `lowest`, `middle` (the
    median, which is ours) and `highest` are of these.
    """

    measure: MeasureName
    rank: Rank | None
    ranked: int
    lowest: Number
    middle: float
    highest: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A council's year. `judged` has the measures of `stored` and of the letters of `years` by their ids.

    `years` are its shown letters up to that of `stored`, newest first, at most `MOST_YEARS`; `missing_years` those
    between them without a letter. `letters_of_type` is how many letters of its type and year are in the library, its
    own among them, of the `councils_of_type` that there were; 0 where the letter is not ranked with others.
    """

    stored: StoredLetter
    judged: Mapping[int, JudgedMeasures]
    years: tuple[StoredLetter, ...]
    other_years: tuple[int, ...]
    missing_years: tuple[int, ...]
    standings: tuple[Standing, ...]
    letters_of_type: int
    councils_of_type: int
    questions: tuple[Question, ...]
    definitions: Mapping[MeasureName, Quote]
    needs_a_look: bool

    @property
    def measures(self) -> JudgedMeasures:
        """The measures of the letter that it is about."""
        return self.judged[self.stored.id]

    @property
    def year_before(self) -> StoredLetter | None:
        """The letter of the year before, with which its figures are compared."""
        year = self.stored.letter.year
        return next((each for each in self.years if year is not None and each.letter.year == year - 1), None)


def build_briefing(
    letters: Sequence[StoredLetter], stored: StoredLetter, of_year: Iterable[YearLetter] = ()
) -> Briefing:
    """All there is to say of `stored`, one of a council's `letters`; `of_year` are all letters of its year."""
    year = stored.letter.year
    shown = {each.letter.year: each for each in letters if each.shown and each.letter.year is not None}
    known = sorted((each for each in shown if each is not None and year is not None and each <= year), reverse=True)
    years = tuple(stored if each == year else shown[each] for each in known[:MOST_YEARS])
    judged = {each.id: judge_all(each.letter.measures) for each in (stored, *years)}
    council_type = stored.letter.council.type
    of_type = [each for each in of_year if each.council.type is council_type]
    own = next((each for each in of_type if each.letter_id == stored.id), None)
    before = shown.get(year - 1) if year is not None else None
    reasons = find_stand_outs(
        year or 0,
        judged[stored.id],
        judge_all(before.letter.measures) if before else None,
        stored.letter.remarks,
        needs_a_look=False,
    )
    text = stored.letter.text
    register = [each for each in Register.load().councils if own and each.type is council_type]
    without = list_without_letter(register, year, [each.council.name for each in of_type]) if year is not None else ()
    return Briefing(
        stored=stored,
        judged=judged,
        years=years,
        other_years=tuple(each for each in sorted(shown) if each is not None and each not in known[:MOST_YEARS]),
        missing_years=find_missing_years(known[:MOST_YEARS]),
        standings=_find_standings(own, of_type) if own and council_type is not CouncilType.OTHER else (),
        letters_of_type=len(of_type) if own else 0,
        councils_of_type=len(of_type) + len(without) if own else 0,
        questions=find_questions(judged[stored.id], reasons),
        definitions=find_definitions(text) if len(text) <= _LONGEST_TEXT else {},
        needs_a_look=own is not None and own.needs_a_look,
    )


def _find_standings(own: YearLetter, of_type: Sequence[YearLetter]) -> tuple[Standing, ...]:
    """By each measure of which at least two of these letters have a rate that can be ranked."""
    standings = []
    for column in _COLUMNS:
        table = build_year_table(own.year, of_type, own.council.type, column)
        ranked = [row for row in table.rows if row.rank is not None]
        rates = [rate for row in ranked if (rate := row.measures[column.measure].measure.rate) is not None]
        if len(rates) > 1:
            standings.append(
                Standing(
                    measure=column.measure,
                    rank=next((row.rank for row in ranked if row.letter.letter_id == own.letter_id), None),
                    ranked=len(rates),
                    lowest=min(rates),
                    middle=round(float(median(rates)), 1),
                    highest=max(rates),
                )
            )
    return tuple(standings)
