"""Councils side by side: what their letters of one year say of each measure, on one axis."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.figures.judgement import Judged, judge
from db.model import CouncilEntry, CouncilType, MeasureKind, MeasureName, Number, State, StoredLetter

FEWEST_COMPARED, MOST_COMPARED = 2, 8
"""How many councils can stand side by side: with more of them no eye follows one."""


class ComparedCouncil(NamedTuple):
    """A council to compare, with its shown letters of which the year is known, newest first."""

    entry: CouncilEntry
    letters: tuple[StoredLetter, ...]

    @classmethod
    def of(cls, entry: CouncilEntry, letters: Iterable[StoredLetter]) -> "ComparedCouncil":
        """The council with those of its letters that can stand in a comparison."""
        return cls(
            entry=entry,
            letters=tuple(stored for stored in letters if stored.shown and stored.letter.year is not None),
        )

    @property
    def years(self) -> tuple[int, ...]:
        """The years there are letters of, newest first."""
        return tuple(stored.letter.year for stored in self.letters if stored.letter.year is not None)

    def find_letter(self, year: int) -> StoredLetter | None:
        """The letter of that year, if there is one."""
        return next((stored for stored in self.letters if stored.letter.year == year), None)


class ComparedFigure(NamedTuple):
    """One council's figure of a measure. Without a letter of the year, `judged` is None.

    `other` is then the figure of the nearest year with a letter, `other_year`, the later of two as near.
    """

    entry: CouncilEntry
    judged: Judged | None
    other: Judged | None = None
    other_year: int | None = None


class ComparedAverage(NamedTuple):
    """An average printed for councils of one type."""

    type: CouncilType
    average: Number


class ComparedMeasure(NamedTuple):
    """One measure of all the councils. `averages` are those printed, one of a type unless its letters differ."""

    name: MeasureName
    figures: tuple[ComparedFigure, ...]
    averages: tuple[ComparedAverage, ...]


class Comparison(NamedTuple):
    """Councils of one year, in the order in which they were named.

    `not_printed` are the shares that none of their letters of the year says anything of; the others are `measures`.
    """

    year: int
    councils: tuple[ComparedCouncil, ...]
    measures: tuple[ComparedMeasure, ...]
    not_printed: tuple[MeasureName, ...] = ()

    @property
    def types(self) -> tuple[CouncilType, ...]:
        """The types of the councils, in their order, each once."""
        return tuple(dict.fromkeys(each.entry.council.type for each in self.councils))


def list_years(councils: Iterable[ComparedCouncil]) -> list[int]:
    """The years of which one of the councils at least has a letter, oldest first."""
    return sorted({year for each in councils for year in each.years})


def choose_year(councils: Sequence[ComparedCouncil]) -> int | None:
    """The latest of the years that most of the councils have; None where none has a letter of a known year."""
    return max(
        list_years(councils), key=lambda year: (sum(year in each.years for each in councils), year), default=None
    )


def compare_councils(year: int, councils: Sequence[ComparedCouncil]) -> Comparison:
    """The councils' figures of that year, measure by measure."""
    compared = [_compare_measure(year, councils, name) for name in MeasureName]
    said = [each for each in compared if any(_is_said(figure) for figure in each.figures)]
    return Comparison(
        year=year,
        councils=tuple(councils),
        measures=tuple(said),
        not_printed=tuple(each.name for each in compared if each not in said and each.name.kind is MeasureKind.SHARE),
    )


def _is_said(figure: ComparedFigure) -> bool:
    """Whether the letter of the year says anything of the measure, were it that there was no case."""
    return figure.judged is not None and figure.judged.measure.state is not State.NOT_GIVEN


def _compare_measure(year: int, councils: Sequence[ComparedCouncil], name: MeasureName) -> ComparedMeasure:
    """One measure of all the councils."""
    figures = tuple(_find_figure(year, each, name) for each in councils)
    return ComparedMeasure(name=name, figures=figures, averages=_list_averages(figures))


def _find_figure(year: int, compared: ComparedCouncil, name: MeasureName) -> ComparedFigure:
    """One council's figure, or that of the nearest year."""
    stored = compared.find_letter(year)
    if stored is not None:
        return ComparedFigure(entry=compared.entry, judged=judge(stored.letter.measure(name)))
    nearest = min(compared.years, key=lambda each: (abs(each - year), -each), default=None)
    other = compared.find_letter(nearest) if nearest is not None else None
    return ComparedFigure(
        entry=compared.entry,
        judged=None,
        other=judge(other.letter.measure(name)) if other else None,
        other_year=nearest,
    )


def _list_averages(figures: Sequence[ComparedFigure]) -> tuple[ComparedAverage, ...]:
    """The averages printed beside figures that are shown, each once."""
    return tuple(
        dict.fromkeys(
            ComparedAverage(type=each.entry.council.type, average=each.judged.measure.average)
            for each in figures
            if each.judged and each.judged.missing is None and each.judged.measure.average is not None
        )
    )
