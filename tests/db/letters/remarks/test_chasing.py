"""That the Ombudsman had no answer, or had to chase for one, is remarked where this council owed it."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

CHASED = [
    "We repeatedly chased your Council for a reply without success.",
    "My investigator chased the Council five times and had no reply.",
    "Your Council did not reply to our enquiries for more than a month, despite reminders.",
    "We had to chase your Council on several occasions for evidence of compliance.",
    "In one case we heard nothing from you for seven weeks.",
    "Our letters to your Council went unanswered for over a month.",
    "Six times we asked the Council for information and six times the date passed without a word.",
    "Several of your Council's responses came only after we had sent reminders.",
    "We typically had to write three times before your Council answered.",
    "Our first enquiry letter of 3 May had still not been answered by the Council on 20 June.",
    "In too many cases we only learned that your Council had complied after we had asked for an update.",
    (
        "In three cases we had to contact your Council on multiple occasions to obtain evidence that recommendations"
        " had been completed."
    ),
    "We did not receive a response to our enquiries in two cases until five weeks after the date we had given.",
    "Regrettably, my staff have had to send reminders in most of the cases they investigated about your Council.",
    "Our requests for information often went unanswered for weeks.",
    "Your officers' failure to reply to us on time slowed down seven investigations.",
    "We have had to prompt your Council for a response in almost all of our investigations.",
    "In some cases your officers did not respond at all to our requests for evidence of compliance.",
    "Our investigator's emails to the Council were not answered.",
    "My investigators had to chase your Council for information in over half of their cases.",
    "Your Council failed to respond to two of our enquiries, even after reminders.",
    "My staff repeatedly had to chase your Council for replies.",
]


@pytest.mark.parametrize("sentence", CHASED)
def test_what_this_council_had_to_be_chased_for_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.LATE_COMPLIANCE]
