"""What somebody else did, or nobody, is no remark on this council."""

import pytest

from tests.db.letters.remarks.remarked import find_kinds

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


@pytest.mark.parametrize("sentence", SOMEBODY_ELSE_S_OR_NOT_DONE)
def test_what_somebody_else_did_or_nobody_is_not_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == []
