"""A page that is cut off before its figures is said to be, and one that has none is not doubted."""

import pytest

from db.model import DoubtCode
from tests.db.letters.printed import RECEIVED, compliance, figures, letter, letter_2018, one, tabbed, upheld


@pytest.mark.parametrize(
    ("text", "code", "about", "words"),
    [
        (letter("Complaints upheld"), DoubtCode.FIGURES_MISSING, "upheld", "Complaints upheld"),
        (
            letter(figures(upheld(), "Compliance with Ombudsman recommendations")),
            DoubtCode.FIGURES_MISSING,
            "compliance",
            "Compliance with Ombudsman recommendations",
        ),
        (
            letter_2018(tabbed("Complaints and enquiries received", RECEIVED), "Decisions made"),
            DoubtCode.FIGURES_MISSING,
            "decided",
            "Decisions made",
        ),
        (letter_2018(), DoubtCode.FIGURES_MISSING, None, "Local Authority Report: Harborough District Council"),
        (
            "Kent County Council\nAnnual statistics\nAnnual letters\nThe Ombudsman writes once a year.\n",
            DoubtCode.FIGURES_MISSING,
            None,
            "Annual statistics",
        ),
        (
            letter(body="The Ombudsman has looked at").partition("\n\nYours")[0],
            DoubtCode.LETTER_CUT,
            None,
            "The Ombudsman has looked at",
        ),
    ],
)
def test_a_copy_that_ends_before_its_figures_is_said_to_be_cut(
    text: str, code: DoubtCode, about: str | None, words: str
) -> None:
    doubts = [(doubt.code, doubt.about, doubt.quotes[0].text) for doubt in one(text).doubts if doubt.quotes]
    assert (code, about, words) in doubts


@pytest.mark.parametrize("page", ["", figures(), figures(upheld(), compliance()), "What officers make of it"])
def test_a_letter_without_a_place_for_figures_or_with_all_of_them_is_not_doubted(page: str) -> None:
    assert not one(letter(page)).doubts
