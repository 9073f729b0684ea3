"""The signature ends where the Ombudsman's offices do, however they are broken: figures follow it."""

import pytest

from db.model import MeasureName
from tests.db.letters.printed import figures, letter, one

COMMISSION = "Chair, Commission for Local Administration in England"


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n\n\n \n", "\n\n7\n\n", "\n\nPage 2 of 4\n\n"])
@pytest.mark.parametrize(
    "broken",
    [
        "Chair, Commission for Local Administration in\nEngland",
        "Chair, Commission for Local\nAdministration in England",
        "Chair, Commission for Local Administration\n\nin England",
        "Interim Chair, Commission\nfor Local\nAdministration\nin\nEngland",
        "Chair, Commission for Local Administration in\n\n7\n\nEngland",
        "Chair, Commission for Local Adminis-\ntration in **England**",
    ],
)
def test_a_signature_broken_before_england_takes_no_figure_away(broken: str, gap: str) -> None:
    signed = letter().rstrip() + f"\n{broken}{gap}{figures()}"
    read = one(signed)
    assert [(m.rate, m.average) for m in read.measures[:3]] == [(60, 45), (100, 99), (0, 20)]
    assert not read.doubts


@pytest.mark.parametrize("title", ["England", "All England", "In England:"])
def test_england_s_own_figures_below_a_whole_signature_are_not_the_council_s(title: str) -> None:
    read = one(letter().rstrip() + f"\n{COMMISSION}\n\n{title}\n{figures()}")
    assert read.measure(MeasureName.UPHELD).rate is None
