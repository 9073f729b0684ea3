"""What a council did only because the Ombudsman pressed it is remarked as a refusal or delay."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

PRESSED = [
    (
        "It is a matter of regret that I had to serve a witness summons on your Council before it gave us the papers"
        " we needed."
    ),
    "In one case we issued a witness summons to obtain the information from your Council.",
    "Your Council released the file only after a witness summons had been served on its Chief Executive.",
    "We were obliged to threaten your Council with a witness summons.",
    "Two of your officers had to be summonsed to give evidence.",
    (
        "On two occasions we had to warn your Council that we would publish a public interest report before it took"
        " any action."
    ),
    "The Council acted only after we had told it, twice, that we were minded to issue a public interest report.",
    "It took the prospect of a public report before Harborough District Council would put matters right.",
    "Twice I had to threaten a public interest report before your Council did anything.",
    "It was only my intervention that moved your Council to act.",
    "Only when we became involved did your Council arrange the tuition that the child needed.",
    "Action was taken by the Council only after my investigator intervened.",
    "I am concerned that it took my involvement to make you act.",
    "Your Council did nothing until we opened an investigation.",
    "Without our intervention I doubt that your Council would have done anything to help the family.",
    "We had to resort to our statutory powers to get your Council to provide its records.",
    "We could conclude the case only by telling your Council that a public interest report would follow.",
    "I had to write to you personally before the Council agreed to our recommendations.",
    "It is unacceptable that a summons was needed to make your Council comply with our request for records.",
    (
        "One case this year was resolved only once we had made plain to the Council that we would otherwise report"
        " publicly."
    ),
    (
        "During the year we twice told your Council that we were considering a public interest report, and it was this"
        " that led to the matter's being settled."
    ),
    "Nothing was done for the tenant until my investigator telephoned the Council's head of housing.",
    "An officer had to be ordered to produce the file, and we issued a summons for that purpose against your Council.",
    "The family would still be waiting had we not stepped in, and that does your Council no credit.",
    (
        "It should not be necessary for me to threaten formal action to obtain information from your Council, as I had"
        " to do in August."
    ),
    "It is disappointing that we had to use our legal powers to compel your Council to give us the information.",
    "In one case, we threatened to issue a witness summons before your officers would send us the social work file.",
    "It was not until I told your Council that I would publish my findings that it agreed to pay.",
    "My intervention was needed before the Council would offer the family suitable accommodation.",
    "The Council only agreed to refund the money when we told its Chief Executive that we would issue a report.",
    "We served your Council with a summons to secure the evidence.",
    "Without repeated intervention from my office, your Council would not have completed the remedy.",
    "Regrettably we had to issue a formal summons before the Council would hand over its files.",
    "The Council only offered a suitable remedy after we had started our investigation.",
    "In October I warned the Council that I was considering a public interest report because of its inaction.",
    "I was dismayed that it took my personal involvement for your Council to accept our decision.",
    "Only after we threatened to summons your officers did your Council let us see the file.",
    "It took a letter from me to your Leader before the Council would apologise.",
    "We were close to publishing a public interest report about your Council when it finally agreed to act.",
    "My staff had to threaten a witness summons on two occasions this year to get your Council to respond.",
    "I had to threaten your Council with a witness summons twice before it answered.",
    "It was only because we became involved that your Council offered the child a school place.",
    "We had to warn the Council of a public interest report in two cases before it would act.",
]


@pytest.mark.parametrize("sentence", PRESSED)
def test_what_this_council_did_only_under_pressure_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.REFUSAL]
