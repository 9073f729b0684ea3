"""Reports, refusals, delays and bad apologies are remarked where they are this council's, and only there."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

PUBLIC_REPORTS = [
    "I issued a public report about your Council's failure to house a family.",
    (
        "In December we published a public interest report concerning the way your Council decided who"
        " should pay for a resident's care."
    ),
    "Two complaints against your authority resulted in public reports this year.",
    "I had cause to issue a public report into how your Council dealt with noise from a sports hall.",
    (
        "We found serious failings in the provision of education for a disabled boy and so issued a public"
        " report about your Council in February."
    ),
    (
        "One of these investigations led to a public report about your Council, which described how it"
        " failed to assess a carer."
    ),
    (
        "This year, we have issued one public interest report about your Council after it overlooked a"
        " homeless teenager."
    ),
    "I issued one report against your Council during the year.",
    "There were two public reports about your Council this year, both concerning homelessness.",
    (
        "During the year I found it necessary to issue a public interest report, my first for some time,"
        " about your authority's handling of a planning enforcement case."
    ),
    "This includes one case about your Council's adult care service where we issued a public report.",
    (
        "Sadly I have again had to publish a public interest report about your Council's special educational"
        " needs service."
    ),
    "The public report we issued in October about your Council drew wide attention.",
    (
        "I issued one public report against the Council this year, in which I found that it had failed to"
        " protect a neighbour from noise."
    ),
    "During the year I issued two reports against your Council.",
    "My predecessor issued a public report about your Council in the summer.",
    "Three public interest reports were published about your authority this year.",
    "This year I published a public report about your Council's handling of a care charge.",
    "I took the unusual step of publishing a public interest report about your Council twice in one year.",
    (
        "We published a public interest report about your Council in January, after it left a young carer without"
        " support for fourteen months."
    ),
    "It was necessary for me to issue a public report about your Council's failure to provide alternative education.",
    (
        "In September, I published a public interest report about Harborough District Council's handling of"
        " homelessness applications."
    ),
    "Two of our investigations this year ended in public reports, both about your Council's adult social care service.",
]
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
APOLOGIES = [
    "The letter of apology your Council wrote to the tenant was inadequate and had to be rewritten.",
    "We had to ask the Council to write again because its apology was not good enough.",
    "I was concerned that the apology offered by your Council was half-hearted.",
    "The Council sent two letters of apology and I am sorry to say that both apologies were inadequate.",
    "The Council's first apology was inadequate.",
    "Your authority sent an insincere apology to a grieving family.",
    "The apology it sent to the carer was unsatisfactory.",
    "The Council's apologies were insincere.",
    "Its apology was inadequate and came months after we had asked the Council for it.",
    (
        "The apology that officers at the Council sent to the bereaved daughter was inadequate, and we asked for"
        " a fresh one."
    ),
    "The complainant was sent an inadequate apology by your Council's housing service.",
]
SOMEBODY_ELSE_S_OR_NOT_DONE = [
    "The complainant refused to accept the Council's offer of a remedy.",
    "The complainant refused our recommendations and the Council's offer.",
    "The complainant refused the Council's offer and to agree to our recommendations.",
    "One council in your region refused to accept our recommendations.",
    "We issued a public report about Northampton Borough Council after the Council failed a child.",
    "We issued a public report about housing in which we praised the Council.",
    "Mr X was late providing responses to the Council.",
    "The Council did not delay; the care provider was late in providing the remedy.",
    "We publish a further report in those cases where the council has failed to implement our recommendations.",
    "Our new interactive map shows where the Council has not implemented our recommendations.",
    (
        "There is a duty to report to full council in the unlikely event that an authority is minded not to"
        " comply with our recommendations."
    ),
    (
        "There is a duty to report to full council in the unlikely event that an authority refuses to accept"
        " our findings."
    ),
    "There is a duty on the Council to report when an authority refuses to accept our recommendations.",
    "Responses to our enquiries of the Council were rarely late.",
    "Responses from your Council were rarely late.",
    "It is disappointing when a council is late in complying, but your Council has an excellent record.",
    "The developer refused to accept our findings that the Council had acted properly.",
    "Ms Y declined to accept the Council's apology and asked us to look again at our decision.",
    "The academy trust did not agree to our recommendations, although the Council offered to help.",
    "The Council's care provider was late in responding to our enquiries.",
    "The landlord failed to carry out the remedial work the Council required.",
    (
        "Councils that refuse to accept our recommendations must consider our report at a public meeting,"
        " and your Council's members may wish to note this."
    ),
    ("We published a public interest report about Ambleford City Council, which your Council might find instructive."),
    "Where a council has not complied with our recommendations we may publish a further report.",
    "Nationally, remedies were provided outside agreed timescales in 12% of cases.",
    "We will record a remedy as late if your Council does not tell us it has been provided on time.",
    "The Council did not issue the final plan on time and the boy missed a term of school.",
    "We no longer report on how often councils were late, and the figures for your Council leave this out.",
    "Mrs Z said the Council's officers were rude and its response was late.",
    "The Council rejected her application because she did not accept the findings of the medical officer.",
    (
        "The Council accepted our findings straight away, unlike the care provider, which refused to"
        " apologise or to accept our recommendations."
    ),
    "After the Council agreed to our recommendations, Mr Q rejected our decision.",
    "Some authorities have refused to accept our recommendations, but your Council is not among them.",
    (
        "We issued public interest reports about two other authorities that, like the Council, placed"
        " children in unregistered homes."
    ),
    (
        "A neighbouring council did not comply with our recommendations. The Council has now done so after"
        " we threatened a further report."
    ),
    "Leicestershire County Council refused to accept our findings. We issued a further report.",
    "It is for the Council to decide whether it accepts our findings or refuses to do so.",
    "The Council must tell us within three months if it has not complied with our recommendations.",
    "We record a remedy as late where the Council has not provided it within the agreed timescales.",
    "From next year we will report separately where your Council complied late.",
    "We ask that the Council reply by the agreed date, and we will chase if responses are late.",
    "The complainant told the Council that it was late in providing an apology, which she considered inadequate.",
    "The Council asked the school to apologise, and the school's apology was unsatisfactory.",
    "The Council's contractor failed to complete the remedial works we recommended, and the Council stepped in.",
    (
        "A registered provider of housing refused to accept our findings. It did not agree to our"
        " recommendations and we published our decision."
    ),
    "Another council was late in complying with our recommendations. The Council had asked it to act quickly.",
    (
        "We issued a public report about Kent County Council this year. The Council refused to accept our"
        " findings and we issued a further report."
    ),
    (
        "One of our recommendations was that the Council pay the family, who were late in replying to our"
        " request for details."
    ),
    "Mrs D felt that the Council did not accept the findings of the report by its own auditor.",
    "The Council was right not to accept the complainant's view that our findings were wrong.",
    "The tribunal did not accept the Council's reports, and we made no recommendations.",
    "I should explain that a remedy is late if the Council does not complete it within the agreed timescales.",
    "In our experience complaints are often late, and the Council should say so in its replies.",
    "Our new guide sets out what the Council can expect when it has not complied with our recommendations.",
    "The Council accepted our findings, apologised and completed the remedy on time in all 6 cases.",
    "The remedies your Council agreed to were not late in any case.",
    "We have not issued any public reports about your Council, nor has it refused to accept our recommendations.",
    "Mr and Mrs B refused the Council's offer, and they did not accept our decision.",
    "The Department for Education did not accept our recommendations, which the Council supported.",
    "Leicester City Council, which shares a service with your Council, refused to accept our recommendations.",
    "In that case the care home's apology was unsatisfactory and the Council insisted on a better one.",
    "An organisation which has failed to implement our recommendations must say so to its full council.",
    "The Council explained that the builder had not completed the remedial works on time.",
    "I issued a public report about Leicester City Council and I enclose a copy for your Council.",
    "The Council's members discussed our public report about another authority.",
    "Parents whose complaint was late were told so by the Council.",
    "The Council was late in telling the family about the school place, and it apologised.",
    "The Council did not provide a remedy, because the fault caused no injustice.",
    "Your Council has not failed to meet any agreed deadline.",
    (
        "Any refusal to accept our recommendations is taken seriously, and the Council will know we can"
        " issue a further report."
    ),
    "Mr T told us that the Council had refused to accept our recommendations, but this was not so.",
    "She did not accept our findings and has asked the court to review the Council's decision.",
    "In this letter we list remedies that were late; your Council has none.",
    "The family rejected our findings about the Council.",
    "The Council's insurers refused to accept the recommendations made by its own engineer.",
    "Several London boroughs have refused to accept our recommendations this year.",
    "We have published 30 public interest reports this year; they may be of use to your Council.",
    (
        "Last summer we published a public interest report on children's services that mentions your"
        " Council's good practice."
    ),
    "The owner of the care home declined to implement our recommendations about the Council's resident.",
    "A recommendation that is completed late by the Council still counts as complied with.",
    "Your Council's rate takes no account of whether remedies were completed outside agreed timescales.",
    "The bus company gave an inadequate apology and the Council withdrew its contract.",
    (
        "Your Council may be sent a further report if it does not comply with our recommendations within the"
        " agreed time."
    ),
    "The boy's placement was delayed, and our recommendations were agreed by the Council at once.",
    "Your Council's planning committee refused the application against the recommendations of its officers.",
    "I issued no reports against your Council during the year.",
    "I issued 15 reports about councils in my area.",
    "I did not have to issue a report about the Council this year.",
    "The governors of the school refused to accept my findings, and the Council could not compel them.",
    "The complainants' refusal to accept the Council's remedy surprised us.",
    "The Council's reply was late but the complainant had not told it of our recommendations.",
    "The NHS trust, which investigated jointly with the Council, did not agree to our recommendations.",
    "The Council said the contractor was late in completing the remedy.",
    "We discussed with your officers how to avoid late responses.",
    "I would not expect the Council to be late in complying with our recommendations.",
    "When a council fails to comply we may issue a further report, as your Council will know.",
    "Our casework showed that in 1 in 5 cases councils provided remedies outside agreed timescales.",
    "A neighbour's apology to the Council was inadequate.",
    "The Council asked whether the apology was inadequate, and we said that it was not.",
    (
        "I issued a public report about another authority's failure to accept our findings, which the"
        " Council should read."
    ),
    "The Council provided the remedy on time although the complainant was late in replying to us.",
    "The Council's tenants refused to accept our findings.",
    "It would be a serious matter if the Council refused to implement our recommendations.",
    "We did not find that the Council had failed to comply with our recommendations.",
    "Your Council's compliance was not late in any case.",
    "The child's mother wrote that the Council had not implemented our recommendations, but it had.",
    "The landlord's agent refused to accept our recommendations to the Council.",
    "The Council asked us to publish a report about another authority's refusal to accept the recommendations.",
    "Our manual explains when a remedy from the Council would be recorded as late.",
    "The provider's failure to implement our recommendations led the Council to end its contract.",
    "I will issue a public report about the Council if matters do not improve.",
    "The Council agreed our recommendations would be completed within the agreed timescales.",
    "The Council was joined by the developer, who did not accept our decision.",
    "Members of the public sometimes refuse to accept our findings about the Council.",
    "I note that Bradford Council was late in complying with our recommendations; your Council was not involved.",
    "Wakefield Council shares its youth offending team with your Council. It refused to accept our findings.",
    "The complainants asked your Council for a review. They did not accept our decision and wrote to their MP.",
    (
        "We were told that Kirklees Council had failed to implement our recommendations, and I mention it because"
        " your Council led the joint inquiry."
    ),
    "That Calderdale Council rejected our findings need not concern your Council.",
    "I have decided not to publish a public report about your Council, given the steps it has taken.",
    "Where we find fault, we may recommend that your Council apologise; an inadequate apology will prolong matters.",
    (
        "Your Council asked us whether remedies completed late would count against it, and we explained that they"
        " would not."
    ),
    (
        "The ombudsman service in Wales issued a public report about a health board that treated a resident of"
        " your Council."
    ),
    "The head teacher did not accept our findings, though your Council did so at once.",
    "I welcome your Council's invitation to speak to its scrutiny committee in the autumn.",
    "I am grateful to your Council's link officer for attending our seminar in Manchester.",
    "Your Council asked a contractor to merge two databases and the old system was replaced by a cloud service.",
    (
        "Your Council commissioned a care home in Bradford. It failed to comply with our recommendations and we"
        " published a further decision."
    ),
    "Your Council's compliance with our recommendations was 100% and none were late.",
    "I regret that Bradford Council, which hosts a joint service with your Council, did not accept our findings.",
    "Your Council and Kirklees Council run a joint service. Its officers were late in responding to our enquiries.",
    "A parent told us that your Council had refused to accept our recommendations, but in fact it had done so.",
    (
        "We heard that parents were late in complying with your Council's requests for information about our"
        " recommendations."
    ),
    "Your Council told us that West Yorkshire Police did not accept our findings.",
    (
        "Leicester Teaching Hospitals Trust refused to accept our recommendations in a joint investigation with"
        " your Council."
    ),
    "If your Council does not comply with our recommendations on time, we will record the remedy as late.",
    "I am pleased to report that we decided more complaints than ever, including those about your Council.",
    "A housing association in Leicester refused to accept our findings. It is a partner of your Council.",
    "Both Calderdale and your Council were asked to pay. It did not accept our recommendations at first.",
    "Councils across Yorkshire were late in complying with our recommendations more often than in the year before.",
    "The care provider's apology to your Council's resident was inadequate.",
    "We thank councils for their patience, and will write to your Council about the new system.",
    "The tenants' association that your Council funds was dissolved in March.",
    "Mrs A's solicitor rejected our findings and your Council's offer of a remedy.",
]


@pytest.mark.parametrize("sentence", PUBLIC_REPORTS)
def test_a_public_report_about_this_council_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.PUBLIC_REPORT]


@pytest.mark.parametrize("sentence", REFUSALS)
def test_this_council_s_refusal_or_delay_in_accepting_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.REFUSAL]


@pytest.mark.parametrize("sentence", LATE_COMPLIANCE)
def test_this_council_s_late_remedies_and_responses_are_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.LATE_COMPLIANCE]


@pytest.mark.parametrize("sentence", NOT_COMPLIED)
def test_what_this_council_did_not_carry_out_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.NOT_COMPLIED]


@pytest.mark.parametrize("sentence", APOLOGIES)
def test_this_council_s_bad_apology_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.APOLOGY]


@pytest.mark.parametrize("sentence", SOMEBODY_ELSE_S_OR_NOT_DONE)
def test_what_somebody_else_did_or_nobody_is_not_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == []
