"""Late remedies and replies are remarked where they are this council's."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

LATE_COMPLIANCE = [
    "It concerns me that your Council's responses were late in 9 cases.",
    "Remedies were provided outside agreed time in 9 of 15 cases.",
    "Only a third of remedies were completed within the agreed time.",
    (
        "Regrettably, in four of the eleven cases where we recommended a remedy, your Council did not carry"
        " it out by the agreed date."
    ),
    (
        "I must also raise with you the time your officers take to answer us: replies to our enquiries were"
        " late in more than half of cases."
    ),
    "While your Council implemented all our recommendations, it was late in doing so on three occasions.",
    "My investigators report persistent delays by your Council in responding to our enquiries.",
    (
        "Your Council agreed to every recommendation, but remedies in seven cases were completed outside the"
        " agreed timescales."
    ),
    "I note that in three cases the Council's compliance was late.",
    "We had to chase the Council for information, and it was late in responding to our enquiries in five cases.",
    "For the second year your Council took longer than we had agreed to complete remedies.",
    "Just two of the nine remedies were completed on time, which is disappointing for your Council.",
    ("The Council took action late in 6 cases, and in one of them the remedy was provided after the agreed deadline."),
    "Your authority's responses to our enquiries are often late and lack the documents we ask for.",
    "I would ask you to look into why your Council delayed in providing the agreed remedy to three families.",
    "In 5 of the 12 cases in which we recommended a remedy the Council failed to meet the agreed timescale.",
    "I am disappointed that recommendations have not been implemented within agreed timescales in four cases.",
    "However, half of the remedies your Council agreed to were provided late.",
    "It is the third year in which your Council's compliance was late in a large share of cases.",
    "Your officers' replies to our enquiries were overdue in a number of cases.",
    "We found your Council did not always comply within the agreed timescales.",
    "On four occasions your officers missed deadlines for replying to our enquiries.",
    "In a quarter of cases, your Council provided the remedy outside the agreed timescale.",
    "You were late in complying with two recommendations.",
    "Delays in providing remedies by your Council remain a concern.",
    "Your Council took an average of 41 days to reply to our enquiries and its responses were late in most cases.",
    (
        "The figures hide that your Council did not provide the remedy within the agreed timescale in three"
        " of the four cases."
    ),
    "We had to write to you several times about late responses to our enquiries.",
    "Two remedies were delayed by the Council and we had to chase for them.",
    "Your Council missed the agreed deadline in half of its cases.",
    "In 2 cases, remedies were completed late by your Council.",
    "For a third year your Council has not completed most of its remedies within the agreed time.",
    "Your Council's delays in responding to my enquiries cause families further distress.",
    "I note that in five cases your Council did not implement our recommendations within the agreed timescales.",
    "It is disappointing that your officers were again late in providing evidence that remedies had been completed.",
    "Your Council's responses to our enquiries were late on eleven occasions, which adds to complainants' frustration.",
    "While I am content that remedies were provided, your Council took longer than agreed to complete three of them.",
    "I am concerned that officers of your Council delayed in responding to our enquiries in a third of cases.",
    "Remedies in eight cases were completed late by Harborough District Council.",
]


@pytest.mark.parametrize("sentence", LATE_COMPLIANCE)
def test_this_council_s_late_remedies_and_responses_are_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.LATE_COMPLIANCE]
