"""Late remedies and answers are remarked where they are this council's."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

LATE_COMPLIANCE = [
    "Remedies in eight cases were completed late by Harborough District Council.",
    "I am concerned that officers of your Council delayed in responding to our enquiries in a third of cases.",
    "While I am content that remedies were provided, your Council took longer than agreed to complete three of them.",
    "Your Council's responses to our enquiries were late on eleven occasions, which adds to complainants' frustration.",
    "It is disappointing that your officers were again late in providing evidence that remedies had been completed.",
    "I note that in five cases your Council did not implement our recommendations within the agreed timescales.",
    "Your Council's delays in responding to my enquiries cause families further distress.",
    "For a third year your Council has not completed most of its remedies within the agreed time.",
    "In 2 cases, remedies were completed late by your Council.",
    "Your Council missed the agreed deadline in half of its cases.",
    "Two remedies were delayed by the Council and we had to chase for them.",
    "We had to write to you several times about late responses to our enquiries.",
    (
        "The figures hide that your Council did not provide the remedy within the agreed timescale in three of the"
        " four cases."
    ),
    "Your Council took an average of 41 days to reply to our enquiries and its responses were late in most cases.",
    "Delays in providing remedies by your Council remain a concern.",
    "You were late in complying with two recommendations.",
    "In a quarter of cases, your Council provided the remedy outside the agreed timescale.",
    "On four occasions your officers missed deadlines for replying to our enquiries.",
    "We found your Council did not always comply within the agreed timescales.",
    "Your officers' replies to our enquiries were overdue in a number of cases.",
    "It is the third year in which your Council's compliance was late in a large share of cases.",
    "However, half of the remedies your Council agreed to were provided late.",
    "I am disappointed that recommendations have not been implemented within agreed timescales in four cases.",
    "In 5 of the 12 cases in which we recommended a remedy the Council failed to meet the agreed timescale.",
    "I would ask you to look into why your Council delayed in providing the agreed remedy to three families.",
    "Your authority's responses to our enquiries are often late and lack the documents we ask for.",
    "The Council took action late in 6 cases, and in one of them the remedy was provided after the agreed deadline.",
    "Just two of the nine remedies were completed on time, which is disappointing for your Council.",
    "For the second year your Council took longer than we had agreed to complete remedies.",
    "We had to chase the Council for information, and it was late in responding to our enquiries in five cases.",
    "I note that in three cases the Council's compliance was late.",
    (
        "Your Council agreed to every recommendation, but remedies in seven cases were completed outside the agreed"
        " timescales."
    ),
    "My investigators report persistent delays by your Council in responding to our enquiries.",
    "While your Council implemented all our recommendations, it was late in doing so on three occasions.",
    (
        "I must also raise with you the time your officers take to answer us: replies to our enquiries were late in"
        " more than half of cases."
    ),
    (
        "Regrettably, in four of the eleven cases where we recommended a remedy, your Council did not carry it out by"
        " the agreed date."
    ),
    "Only a third of remedies were completed within the agreed time.",
    "Remedies were provided outside agreed time in 9 of 15 cases.",
    "It concerns me that your Council's responses were late in 9 cases.",
    "Eight of our recommendations to your Council were not carried out within the time agreed.",
    "Six of our recommendations were not completed by your Council in the time agreed.",
    "Seven of the remedies your Council agreed to were late.",
    "12 of our enquiries to the Council were answered late.",
    "In 4 of the 10 cases your Council implemented our recommendations outside the agreed timescale.",
    "Despite several reminders we waited six weeks for an answer from your Council.",
    "Your Council took twice the time allowed to answer our enquiries.",
    "On average the Council's replies took 56 days, double the 28 days that we allow.",
    "Your Council's responses to our enquiries were often late, and when they came they were not complete.",
    "People had to wait for months for apologies and small payments which your Council could easily have made at once.",
    "Complainants waited far too long for simple remedies such as an apology, which the Council had agreed to give.",
    "In two cases your Council took four months to send a letter of apology.",
    "It took the Council half a year to make a payment of £100 that it had agreed to straight away.",
    "Harborough District Council delayed in carrying out three remedies.",
    "Your authority was slow to respond to us throughout the year.",
    "There were delays by your Council in providing evidence that it had done what it agreed to do.",
    "You failed to meet the deadline for our recommendations in five cases.",
    "Your Council answered only 40% of our enquiries in time.",
    "More than half of your Council's responses to our enquiries were late.",
    "Your Council's average response time was 41 days, well beyond our target of 28.",
    "I am concerned about the time your Council takes to reply to us.",
    "The time that Harborough took to respond to my investigators' enquiries was excessive.",
    "A third of remedies were completed late by your Council, for the second year in a row.",
    "Your Council did not make the payment within the four weeks that had been agreed.",
    "Only a third of the remedies your Council agreed to were provided on time.",
    "One complainant waited eight months for the Council to pay the £250 it had agreed to pay.",
    "I was disappointed to see that the Council missed the agreed date for nearly half of our recommendations.",
    "Your Council's replies to us were subject to long delay.",
    "We asked for extensions to be kept to a minimum, but your Council asked for more time in almost every case.",
    "None of your Council's responses to our enquiries arrived within the time we set.",
    "Of the eight remedies agreed with Harborough, five were completed after the agreed date.",
    "Regrettably there were four occasions on which your Council was late in complying.",
    "I note that your Council has had difficulty in meeting our timescales.",
    "Your officers regularly overran the time we gave them to answer.",
    "Eight of the fifteen remedies that we agreed with your Council last year were delivered behind schedule.",
    "I am sorry to say that reply times have worsened and now stand at 47 days on average at your Council.",
    "By the time your Council paid the complainant the £150 that we recommended, nine months had gone by.",
    "Nineteen per cent of the recommendations made to Harborough District Council were carried out on time.",
    "A simple letter of apology took your Council fourteen weeks.",
    "The Council's tardiness in supplying information held up six of our investigations.",
    "Your Council let the agreed deadline pass in seven cases.",
    (
        "On this occasion I have decided to draw your attention to slippage in your Council's compliance: four"
        " remedies were between two and five months behind."
    ),
    "I would like to see a marked improvement in the promptness with which the Council answers our enquiries.",
    "Evidence that the payments had been made came from your Council months after it was due.",
    "Thirty of the 44 responses that we had from your Council this year missed the date we had asked for.",
    "Twice my staff were obliged to telephone your Chief Executive's office because an answer was so long in coming.",
    "Of particular concern is that 14 of the 22 recommendations made to your authority were not completed on time.",
    "Some complainants had to wait an additional two months to be paid the sums which your Council had agreed.",
    "Delays by the Council in responding to our investigators meant that families had to wait longer for a decision.",
    "Your Council exceeded our 20 day deadline for replies in nine out of eleven cases.",
    (
        "In two instances, the Council took over three months to make a payment to the complainant even though it had"
        " accepted our recommendation."
    ),
    "Your Council completed just four of its eleven remedies by the agreed date.",
    "Payments that should have been made within a month took your Council up to half a year.",
    "The Council replied to our enquiries late in 12 of 20 cases.",
    "It took your Council 19 weeks to write a letter of apology to a bereaved woman.",
    "Your Council sent its response three weeks after our deadline in most cases.",
    "I have had to escalate late responses to you on six occasions.",
    "Four remedies remained incomplete more than three months after the agreed date.",
    "Your Council's average time to respond to our enquiries rose to 39 days.",
    "Complainants have been left waiting for payments your Council agreed to make.",
    "Too many of the agreed actions were carried out after the deadline.",
    "Of the 14 recommendations we made to your Council, six were completed late.",
    "Your Council took on average 44 days to answer our enquiries.",
    "In four cases your Council provided its response to us more than a month late.",
    "There were long delays before your Council made the payments it had agreed.",
    "I was disappointed that apologies your Council had agreed to make took several months to arrive.",
    "The Council met our deadline for replies in only three of its ten cases.",
    "Five of our recommendations were completed after the agreed date.",
    "Your Council took more than twice the time we allow to reply to our enquiries.",
    "We waited for over six weeks for a reply from your Council, although we had sent two reminders.",
    "It is disappointing that payments which your Council could have made in days took months.",
]


@pytest.mark.parametrize("sentence", LATE_COMPLIANCE)
def test_this_council_s_late_remedies_and_answers_are_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.LATE_COMPLIANCE]
