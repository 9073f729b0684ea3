"""A refusal or delay in accepting is remarked where it is this council's."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

REFUSALS = [
    (
        "We wrote to Bradford Council in May and it replied at once. Your Council refused to accept our findings until"
        " December."
    ),
    (
        "We found that your Council had wrongly charged a widow for her husband's care. It refused to agree to our"
        " recommendations for several weeks."
    ),
    "Your Council's children's services department was unwilling to accept our findings despite clear evidence.",
    "It is with regret that I report that Harborough District Council's members voted to reject our recommendations.",
    (
        "Your Council worked hard on its backlog this year. However, it refused to implement one of our"
        " recommendations about its allocations policy."
    ),
    (
        "A father complained about his daughter's school transport. Your Council declined to accept our"
        " recommendations until its Chief Executive intervened."
    ),
    "In one case, your Council disputed our findings on three occasions before it accepted that it was at fault.",
    (
        "I was disappointed that Harborough District Council initially rejected our findings in a complaint about"
        " kinship care."
    ),
    "Your Council declined to implement a recommendation to review its charging policy.",
    "It disappoints me that, after a full investigation, your Council rejected our findings and our recommendations.",
    "The refusal of our recommendations by your Council's cabinet was disappointing.",
    "Initially, your Council did not accept our recommendations.",
    "The Council's reluctance to agree to our recommendations prolonged the investigation.",
    "It is unfortunate that, in the case of a disabled man, your Council has not accepted our recommendations.",
    "In another case the Council refused to pay the compensation set out in my recommendations.",
    "I was sorry that the Council would not accept my decision on a complaint about school admissions.",
    "Once again, it took your Council several months to accept our findings.",
    "We were surprised that your Council's cabinet resisted our recommendations.",
    "The Council, which had first agreed to our recommendations, then refused to carry out one of our recommendations.",
    "Your Council's position was that no fault had occurred, and it therefore rejected our recommendations.",
    (
        "The Council's response was to reject our findings and it declined to implement our recommendations for eight"
        " months."
    ),
    (
        "What troubles me more is that your Council's senior officers would not agree to our recommendations until I"
        " wrote to you."
    ),
    (
        "My staff had to write three times before the Council accepted our findings, having first refused to accept"
        " any of our recommendations."
    ),
    "You did not accept our recommendations at first and I am glad that we have since reached agreement.",
    "A woman complained about her mother's care. The Council declined to accept our findings for some months.",
    (
        "I regret to say that the Council, despite a meeting with its officers and two letters from my office, still"
        " refuses to accept our recommendations."
    ),
    "Your Council challenged several of our draft decisions this year and was slow to accept our findings.",
    (
        "Although the Council has since apologised, its initial refusal to agree to our recommendations caused the"
        " family further distress."
    ),
    "Your members voted on two occasions and refused to implement our recommendations.",
    (
        "I was disappointed that your Council would not accept our recommendation to pay the family for the loss of"
        " respite."
    ),
    "We wrote to your Chief Executive in May when the Council again rejected our findings.",
    "I am concerned by your Council's reluctance to accept our recommendations in a case about school transport.",
    "Your authority took nearly seven months to agree to our recommendations about its blue badge scheme.",
    "In one case the Council agreed to our recommendations only after we told it that we would publish a report.",
    (
        "Officers at your Council were reluctant to accept our findings, and it took a meeting with your Chief"
        " Executive to resolve matters."
    ),
    (
        "It is a matter of regret that your Council disputed our findings for several months before it agreed to put"
        " matters right."
    ),
    "The Council initially refused to accept our findings.",
    "Your Council agreed to settle the complaint and then decided that it would not carry out what it had agreed.",
    "Having accepted our proposed settlement, the Council later went back on its word.",
    "You agreed to our recommendation in May, but in August you told us that you would not be making the payment.",
    "After agreeing to a remedy, your Council changed its mind.",
    "Your authority reneged on a settlement that it had agreed with us.",
    "The Council had agreed to pay the family £900, but subsequently decided against it.",
    "Your Council disputed our findings for several months before it accepted them.",
    "Your Council resisted our recommendations and it took three letters to persuade it.",
    "Harborough was unwilling to accept that it had been at fault.",
    "I was disappointed that the Council would not agree to review its policy.",
    "Your Council's Cabinet rejected our recommendation to refund the charges.",
    "Your officers challenged our jurisdiction and would not hand over records until we sought legal advice.",
    "Your Council was reluctant to apologise.",
    "In one case you declined to pay the sum we recommended.",
    (
        "The Council initially refused our request to reassess the complainant's needs and agreed only when we had"
        " drafted a public interest report."
    ),
    "Your Council chose not to honour the settlement it had offered.",
    "Harborough District Council withdrew its agreement to the remedy after we had closed the case.",
    "You would not agree to our proposed remedy at first.",
    "Your Council did not cooperate with our investigation.",
    "The lack of cooperation that we received from the Council in this case was unacceptable.",
    (
        "Members of your Council's housing committee twice turned down the remedy we had put forward, and only"
        " relented when we wrote to say that a report would follow."
    ),
    "I regret that the Council would not move from its position until I had prepared a formal report.",
    (
        "One complaint was settled on the steps of publication, as it were: we had the report at the printers when"
        " your Council gave way."
    ),
    "I was surprised to learn that the Council did not intend to keep to the settlement reached in March.",
    "Your Council took a great deal of persuading before it would consider paying the sum we thought right.",
    "Having said in June that it would refund the fees, your Council wrote in September to say that it would not.",
    (
        "I find it hard to understand why your Council argued against our decision for five months when it had plainly"
        " been at fault."
    ),
    "Your Council dug in its heels over a modest payment to a disabled man.",
    "I am disappointed that your Council agreed to carry out a review and then told us it had decided not to.",
    (
        "Your Council disagreed with our recommendations for some time, and we had to hold two meetings with its"
        " officers to reach agreement."
    ),
    "Following our decision, the Council sought to revisit findings that it had already accepted.",
    "We found your Council resistant to our suggestions for remedying the injustice in three cases.",
    "I am sorry to report that in one case your Council went back on an agreement to reassess a young man.",
    "Your Council would not provide the documents we asked for until I invoked my legal powers.",
    "The Council told us in July that it no longer intended to carry out the recommendation it had accepted in April.",
    "Initially your Council disputed that it had done anything wrong.",
    "Having agreed to pay £500, the Council then wrote to say it had changed its position.",
    "Your Council tried to withdraw from an agreed settlement.",
    "In two cases your Council first rejected our recommendations and accepted them only after further correspondence.",
    "Your Council agreed a payment of £400 with us in May, then decided not to pay it.",
    "Your Council refused to pay the £250 we had recommended.",
    "Your Council accepted a settlement in February and later told us that it would not carry it out.",
    "The Council would not accept our view until we had drafted a public report.",
    "Your Council rejected two of our findings for most of the year.",
]


@pytest.mark.parametrize("sentence", REFUSALS)
def test_this_council_s_refusal_or_delay_in_accepting_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.REFUSAL]
