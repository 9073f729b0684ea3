"""All councils of a year in words: what stands out of each, and what a table of them has in its cells."""

from collections.abc import Iterable

from db.figures.judgement import Judged
from db.figures.ranks import Rank
from db.figures.stand_out import StandOut, StandOutCode
from db.figures.year_table import Averages, YearRow
from db.model import CouncilType, MeasureKind, MeasureName, Number
from tui.draw.labels import MEASURE_LABELS, REMARKS, format_count, lower_first
from db.model import RemarkKind

NOT_PRINTED = "-"
"""Stands in a cell for what the letter does not print."""

TYPES = {
    CouncilType.COUNTY: "county councils",
    CouncilType.DISTRICT: "district councils",
    CouncilType.METROPOLITAN: "metropolitan boroughs",
    CouncilType.UNITARY: "unitary councils",
    CouncilType.LONDON_BOROUGH: "London boroughs",
    CouncilType.OTHER: "other bodies",
}

_OF_A_MEASURE = {
    StandOutCode.COMPLIANCE_BELOW_100: "complied below 100%",
    StandOutCode.ABOVE_AVERAGE: "{} above average, beyond chance",
    StandOutCode.BELOW_AVERAGE: "{} below average, beyond chance",
    StandOutCode.RISEN: "{} risen since the year before, beyond chance",
    StandOutCode.FALLEN: "{} fallen since the year before, beyond chance",
}
