"""A refusal or delay in accepting is remarked where it is this council's."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

REFUSALS = [
    "The Council initially refused to accept our findings.",
    (
        "It is a matter of regret that your Council disputed our findings for several months before it"
        " agreed to put matters right."
    ),
    (
        "Officers at your Council were reluctant to accept our findings, and it took a meeting with your"
        " Chief Executive to resolve matters."
    ),
    "In one case the Council agreed to our recommendations only after we told it that we would publish a report.",
    "Your authority took nearly seven months to agree to our recommendations about its blue badge scheme.",
    "I am concerned by your Council's reluctance to accept our recommendations in a case about school transport.",
    "We wrote to your Chief Executive in May when the Council again rejected our findings.",
    (
        "I was disappointed that your Council would not accept our recommendation to pay the family for the"
        " loss of respite."
    ),
    "Your members voted on two occasions and refused to implement our recommendations.",
    (
        "Although the Council has since apologised, its initial refusal to agree to our recommendations"
        " caused the family further distress."
    ),
    "Your Council challenged several of our draft decisions this year and was slow to accept our findings.",
    (
        "I regret to say that the Council, despite a meeting with its officers and two letters from my"
        " office, still refuses to accept our recommendations."
    ),
    "A woman complained about her mother's care. The Council declined to accept our findings for some months.",
    "You did not accept our recommendations at first and I am glad that we have since reached agreement.",
    (
        "My staff had to write three times before the Council accepted our findings, having first refused to"
        " accept any of our recommendations."
    ),
    (
        "What troubles me more is that your Council's senior officers would not agree to our recommendations"
        " until I wrote to you."
    ),
    (
        "The Council's response was to reject our findings and it declined to implement our recommendations"
        " for eight months."
    ),
    "Your Council's position was that no fault had occurred, and it therefore rejected our recommendations.",
    (
        "The Council, which had first agreed to our recommendations, then refused to carry out one of our"
        " recommendations."
    ),
    "We were surprised that your Council's cabinet resisted our recommendations.",
    "Once again, it took your Council several months to accept our findings.",
    "I was sorry that the Council would not accept my decision on a complaint about school admissions.",
    "In another case the Council refused to pay the compensation set out in my recommendations.",
    "It is unfortunate that, in the case of a disabled man, your Council has not accepted our recommendations.",
    "The Council's reluctance to agree to our recommendations prolonged the investigation.",
    "Initially, your Council did not accept our recommendations.",
    "The refusal of our recommendations by your Council's cabinet was disappointing.",
    ("It disappoints me that, after a full investigation, your Council rejected our findings and our recommendations."),
    "Your Council declined to implement a recommendation to review its charging policy.",
    (
        "I was disappointed that Harborough District Council initially rejected our findings in a complaint about"
        " kinship care."
    ),
    "In one case, your Council disputed our findings on three occasions before it accepted that it was at fault.",
    (
        "A father complained about his daughter's school transport. Your Council declined to accept our"
        " recommendations until its Chief Executive intervened."
    ),
    (
        "Your Council worked hard on its backlog this year. However, it refused to implement one of our"
        " recommendations about its allocations policy."
    ),
    "It is with regret that I report that Harborough District Council's members voted to reject our recommendations.",
    "Your Council's children's services department was unwilling to accept our findings despite clear evidence.",
    (
        "We found that your Council had wrongly charged a widow for her husband's care. It refused to agree to"
        " our recommendations for several weeks."
    ),
    (
        "We wrote to Bradford Council in May and it replied at once. Your Council refused to accept our findings"
        " until December."
    ),
]


@pytest.mark.parametrize("sentence", REFUSALS)
def test_this_council_s_refusal_or_delay_in_accepting_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.REFUSAL]
