"""What the model calls by an identifier is said in words: none reaches the screen or the paper."""

import re
from dataclasses import replace

import pytest

from db.model import (
    Cell,
    Council,
    CouncilType,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Remark,
    RemarkKind,
    State,
    Table,
    TableName,
)
from tests.tui.draw.made import LETTER, complied, of_year, per_100k, quote, remedied, stored, upheld
from tui.draw import labels
from tui.draw.figures.statistics import build_statistics_rows
from tui.screens.help import build_help_text

_IDENTIFIER = re.compile(r"[a-z]_[a-z]")

_CELLS = tuple(Cell(key=key, heading="", value=1) for key in labels.CELLS)
_REMARKS = tuple(
    Remark(kind=kind, quote=quote("I issued a public report about the council's bins.")) for kind in RemarkKind
)
_FIGURES = of_year(2024, upheld(), complied(), remedied(), per_100k())
_VERDICTS = [upheld(10, 10, 100), upheld(0, 20, 0), upheld(3, 5), upheld(94, 114, 82, 81), upheld(None, None)]

LETTERS = [
    *(replace(_FIGURES, kind=kind) for kind in LetterKind),
    *(replace(_FIGURES, council=Council(name="Harnham District Council", type=kind)) for kind in CouncilType),
    *(replace(_FIGURES, tables=(Table(name=name, cells=_CELLS),)) for name in TableName),
    *(of_year(2024, upheld(), *(Measure(name=name, state=state) for name in MeasureName)) for state in State),
    *(of_year(2024, measure) for measure in _VERDICTS),
    replace(LETTER, remarks=_REMARKS),
    of_year(None),
]


@pytest.mark.parametrize("width", [36, 160])
@pytest.mark.parametrize("letter", LETTERS)
def test_no_identifier_reaches_the_statistics(letter: Letter, width: int) -> None:
    drawn = "\n".join(row.content.plain for row in build_statistics_rows([stored(letter)], 0, width))
    assert not _IDENTIFIER.findall(drawn)


def test_no_identifier_reaches_the_help() -> None:
    assert not _IDENTIFIER.findall(build_help_text(90).plain)
