"""Poor answers to the Ombudsman are remarked where they are this council's."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

POOR_REPLIES = [
    "The quality of the responses that the Council sent to our enquiries was poor.",
    "The standard of your Council's replies to our enquiries has been disappointing.",
    (
        "Responses from your Council were often incomplete, and our investigators had to ask for documents that should"
        " have been sent at the outset."
    ),
    "Your Council's responses to our enquiries frequently lacked the evidence we had asked for.",
    "My investigators have told me that your Council's engagement with us has been poor.",
    "Your Council's performance in responding to our enquiries has fallen short of what I am entitled to expect.",
    "The information provided by your Council was in several cases inaccurate and had to be corrected later.",
    (
        "In my view the number of complaints in which your replies to us left out key records points to a weakness in"
        " how you gather information."
    ),
    "I must record my dissatisfaction with the quality of the Council's submissions to this office.",
    "What your officers sent us in reply to our questions was frequently muddled and did not match the records.",
    "Our investigators reported that the information your Council gave us was often not what we had requested.",
    "We have also seen a decline in the quality of the Council's responses to draft decisions.",
    "The evidence that the Council supplied was disorganised and important pages were missing.",
    "Your complaints officers often gave us information that turned out to be wrong.",
    "Your Council sent us incomplete files in four investigations.",
    "Your Council's responses to our enquiries were poor and often missed the point.",
]


@pytest.mark.parametrize("sentence", POOR_REPLIES)
def test_this_council_s_poor_answers_to_the_ombudsman_are_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.POOR_COMPLAINT_HANDLING]
