"""What was not carried out is remarked where this council had to."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

NOT_COMPLIED = [
    "At the year end the Council had still not paid the sum we recommended.",
    "We recorded that your Council had not complied with our recommendations in two cases.",
    "In one case we were not satisfied your Council had carried out the service improvements it agreed to.",
    (
        "I am concerned about your Council's failure to comply with our recommendations in a case about a"
        " disabled facilities grant."
    ),
    "Our recommendations in one complaint remain outstanding, and I urge your Council to act on them.",
    "It is of concern that your authority failed to implement the changes we recommended to its policy.",
    "While I welcome that, in one case your Council did not complete the remedy.",
    ("The Council agreed to pay the family and to review its policy but then failed to implement our recommendations."),
    (
        "The Council has yet to carry out the staff training we recommended and has not implemented our"
        " recommendations on its policy."
    ),
    "Your Council did not carry out two of the remedies it had agreed with us.",
    "The Council agreed to a reassessment, but it had not completed the agreed actions when we closed the case.",
    "The Council has not carried out the recommendations it accepted.",
    "We recorded one case in which the Council failed to provide the agreed remedy.",
    "There was one case where your Council did not carry out the service improvements we had recommended.",
    "I am concerned that the Council has still not paid the family the amount it agreed to under our recommendations.",
    "It remains a concern that Harborough District Council has not implemented the recommendations made in our report.",
    "Your Council's failure to comply with the remedy we recommended left the family without a home for longer.",
]


@pytest.mark.parametrize("sentence", NOT_COMPLIED)
def test_what_this_council_did_not_carry_out_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.NOT_COMPLIED]
