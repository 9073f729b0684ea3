"""A council that is new, ends or is joined with others is remarked; what it replaces or forms itself is not."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

REORGANISED = [
    "As your Council was replaced by a unitary authority on 1 April, this is the last letter we shall send it.",
    "Your Council will be replaced by two new unitary councils in April 2023.",
    "Your Council came into existence on 1 April 2021 following local government reorganisation in the county.",
    "From 1 April 2019 your Council merged with its neighbour to form a single authority.",
    "I recognise your Council is preparing for local government reorganisation.",
    "Your authority is to be abolished next spring.",
    "The Council was created in 2019 from two former districts.",
    "Your Council was dissolved on 31 March and this letter is to its successor.",
    "Following the local government review, your Council becomes a unitary authority next year.",
    "Your council will be dissolved and its work passed to a new authority.",
    "This is my last letter to your Council before it is abolished under local government reorganisation.",
    (
        "As you are aware, your Council will be abolished on 31 March 2023 and its functions will pass to a new"
        " unitary authority."
    ),
    "Your Council came into existence on 1 April 2023 and inherited complaints about four predecessor councils.",
]
ITS_OWN_AFFAIRS_OR_ANOTHER_S = [
    "The Council had the path replaced.",
    "The Council replaced the kitchen.",
    "Your Council established a working group on damp and formed a new repairs team.",
    "The Council replaced its complaints policy in May.",
    "Following a reorganisation of its adult care department, the Council lost the complainant's file.",
    "The Council merged the two bin rounds and the missed collections ceased.",
    "A new children's trust was established to run the Council's services.",
    "The housing association was formed in 2004 when the Council transferred its homes.",
    "The Council merged its two customer service teams following a review of local services.",
    "Your Council is established in its use of our link officer network.",
    "The Council replaced Ms F's kitchen units and created a new record of her complaint.",
    "The parish council was abolished and the Council took on its allotments.",
    "The old town hall was replaced by a new office for the Council.",
    "The Council's complaints panel was abolished and its stages were merged.",
    "The Council was formed of 40 members when it took the decision.",
    "The trust that your Council set up was dissolved in March.",
]


@pytest.mark.parametrize("sentence", REORGANISED)
def test_a_reorganised_council_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.REORGANISATION]


@pytest.mark.parametrize("sentence", ITS_OWN_AFFAIRS_OR_ANOTHER_S)
def test_what_a_council_replaces_or_forms_is_not_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == []
