"""Praise is for how this council handled complaints, put things right, worked with the Ombudsman or improved."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

PRAISE = [
    "I am grateful to your officers for the way they worked with us.",
    "I welcome the Council's willingness to look at its practice again.",
    "Your staff deserve credit for the speed with which they carried out our recommendations.",
    (
        "I was encouraged to see the thorough review your Council undertook after our investigation of its"
        " housing register."
    ),
    (
        "May I take this opportunity to thank your complaints team for the constructive way it deals with my"
        " investigators."
    ),
    "I want to congratulate your Council on its positive approach to learning from complaints.",
    (
        "My investigators tell me that your officers are helpful, and I am very grateful for the cooperation"
        " your link officer gives them."
    ),
    "I was particularly impressed by the way in which your Council responded to our public report.",
    "I welcome the constructive approach taken by your officers, which is a model for others.",
    "Your Council should be commended for the steps it took to help other families in the same position.",
    "I am pleased that, in every case, your Council implemented our recommendations.",
    "I am also grateful for the positive way your authority engaged with us on a difficult investigation.",
    "We were pleased with how promptly the Council provided remedies this year.",
    "Finally, I should like to thank your officers for their help and courtesy throughout the year.",
    "I am glad to see that the Council now checks that remedies are provided.",
    "We commend your Council for offering a remedy before we became involved.",
    "I was heartened by your Council's full acceptance of our findings.",
    "I am grateful to you and your staff for the efforts made to settle complaints.",
    "I was impressed with the speed with which your officers settled these complaints.",
    "I am pleased to record that your Council's responses were prompt.",
    "I should also like to commend the Council's openness in this matter.",
    "I am pleased to note your Council's continued good performance in providing remedies on time.",
    "Thanks to its efforts, all remedies were timely and I commend your Council for this.",
    "I welcome the steps the Council has taken to improve its complaint handling.",
    "I thank you and your officers for working with us so constructively.",
    (
        "I want to acknowledge the Council's prompt action to put things right, and I thank your officers for"
        " their cooperation."
    ),
    "I was pleased to note that your Council reviewed 40 similar cases and offered each family a remedy.",
    "I am delighted that Harborough District Council has used our findings to improve its complaint handling.",
    "Your link officer deserves particular credit for the speed of replies, and we appreciate your efforts.",
]
COURTESIES_AND_OTHERS = [
    "I am pleased to send you your Council's annual review letter.",
    "I would like to thank your Council for taking part in our survey.",
    "I was pleased to hear from your Council that the pandemic has eased.",
    "I was pleased to hear from your officers that the pandemic has eased in your Council's area.",
    "I welcome your council's interest in our courses.",
    "I would welcome your Council's comments on our draft guidance.",
    "I am pleased to tell you that we have opened a new office, which will serve your Council's area.",
    "I am grateful to all the authorities who sent delegates to our seminars, including your Council.",
    "We were pleased to launch our new training brochure and to hear how your Council uses it.",
    "I would like to thank you for your continued interest in our work.",
    "I am pleased that so many councils, including your Council, sent us views on our plans.",
    "I welcome the Government's decision to fund your Council's social care.",
    "I was pleased to meet your Chief Executive at our conference in York.",
    "I am grateful for the opportunity to speak to your Council's scrutiny committee.",
    "I am pleased to enclose a copy of our annual report, which your Council's members may like to read.",
    "Thank you for your comments on the draft of this letter; your Council's views were helpful.",
    (
        "I was encouraged by the progress of several councils in the north, and I would urge your Council to"
        " follow them."
    ),
    "We have issued a focus report on school transport, and I commend it to your Council.",
    "I commend our guide on remedies to your Council's officers.",
    "I would encourage your Council to thank those who complain.",
    "The Council thanked the family for its patience.",
    "I was glad to speak to your Chief Executive about our plans.",
    "We welcome applications from councils such as your Council for our pilot.",
    "Please let me know if your Council would welcome a visit.",
    "I am pleased to be writing to you for the first time, and look forward to working with your Council.",
    "I want to thank every council, your Council included, for its patience while we closed to new complaints.",
    "I am pleased to say our website has been rebuilt and your Council can find its data there.",
    "I am pleased to introduce myself to your Council as the new Ombudsman.",
    "I thank the complainant for bringing the fault to the Council's attention.",
    "I am grateful to Blaby District Council for sharing its guide, which your Council can use.",
    "I am pleased to attach the Council's statistics.",
    "I welcome questions from your Council.",
    "I am pleased to confirm that your Council's letter will be published next week.",
    "I would be grateful if your officers could reply by Friday.",
]


@pytest.mark.parametrize("sentence", PRAISE)
def test_praise_of_this_council_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.PRAISE]


@pytest.mark.parametrize("sentence", COURTESIES_AND_OTHERS)
def test_courtesies_and_praise_of_others_are_not_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == []
