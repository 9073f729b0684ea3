"""Remarks come from what is said of this council, never from what every council is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.register import Register
from db.letters.anatomy import Anatomy
from db.letters.folded import FoldedText
from db.letters.parse import parse
from db.letters.remarks.extract import extract_remarks
from db.model import RemarkKind
from db.text.reading import read
from tests.db.letters.printed import compliance, letter, one
from tests.db.letters.remarks import remarked

PUBLIC_REPORT, REFUSAL, LATE = RemarkKind.PUBLIC_REPORT, RemarkKind.REFUSAL, RemarkKind.LATE_COMPLIANCE
NOT_COMPLIED, APOLOGY, PRAISE = RemarkKind.NOT_COMPLIED, RemarkKind.APOLOGY, RemarkKind.PRAISE
REORGANISATION, POOR_HANDLING = RemarkKind.REORGANISATION, RemarkKind.POOR_COMPLAINT_HANDLING

SAID_OF_THIS_COUNCIL = [
    (PUBLIC_REPORT, "This year, I issued a public report about your Council's handling of a tenancy."),
    (PUBLIC_REPORT, "This year, I issued a public report about the Council after it closed a road."),
    (PUBLIC_REPORT, "During the year we published two public interest reports about your authority."),
    (PUBLIC_REPORT, "In 2019-20, three public reports were issued against your Council."),
    (PUBLIC_REPORT, "Your Council was the subject of a public report in May."),
    (REFUSAL, "The Council did not agree to our recommendations."),
    (REFUSAL, "The Council has not agreed to our recommendations."),
    (REFUSAL, "Its elected members also declined to carry out the recommendations made."),
    (REFUSAL, "Your Council initially refused to accept my findings."),
    (REFUSAL, "Your Council rejected our recommendations."),
    (REFUSAL, "The Council twice declined to drop the case, despite direct requests from us to do so."),
    (REFUSAL, "The Council also took too long to accept our findings, which were plain."),
    (REFUSAL, "In response, I issued a draft further report about the Council's error."),
    (REFUSAL, "We had to threaten to issue a witness summons before the Council replied."),
    (LATE, "In 9 cases your Council did not complete the remedy within agreed timescales."),
    (LATE, "In 9 cases, your Council did not complete the recommendations within the timescales agreed."),
    (LATE, "Remedies were not completed on time by your organisation in 3 of 7 cases."),
    (LATE, "Your Council completed only a third of the remedies within the agreed time."),
    (LATE, "Your Council was late in complying in two cases, for the second year running."),
    (LATE, "Your Council gave late responses to 60% of our enquiries."),
    (NOT_COMPLIED, "Your Council failed to implement the recommendations it had agreed to."),
    (NOT_COMPLIED, "The Council has not complied with our recommendations in one case."),
    (APOLOGY, "Despite agreement, the Council's apology to the mother was unsatisfactory."),
    (APOLOGY, "The Council sent the family an inadequate apology."),
    (PRAISE, "I am pleased to see that your Council put right every case it agreed to."),
    (PRAISE, "I would like to thank your officers for the care they took."),
    (PRAISE, "I welcome the way your authority changed its service after one complaint."),
    (REORGANISATION, "Your Council will be abolished in April 2023."),
    (REORGANISATION, "Your Council will cease to exist on 31 March 2021."),
    (REORGANISATION, "Your new council came into being on 1 April 2019."),
]
SAID_TO_ALL_OR_NOT_DONE = [
    "You can find our decisions, public reports we have issued and what your Council agreed to change on the map.",
    "Our website has public interest reports and questions that the council's scrutiny committee may ask.",
    "This year we issued 33 public reports about councils.",
    "We published a public report about another council, which the Council may wish to read.",
    "I did not issue any public reports about your Council.",
    "I have not had to issue a public report about your Council.",
    "We issued no public reports about your Council.",
    "No public report was issued about your Council.",
    "Last year I issued a public report about your Council, and that matter is closed.",
    "In 2016 I issued a public report about your Council.",
    "In 2017-18 two public reports were issued about your Council.",
    "If your Council does not agree, I may issue a public report about your Council's refusal to accept our findings.",
    "Failure to comply with our recommendations is rare, as the Council knows.",
    "A compliance rate below 100% is a cause for concern, and the Council should look at each case it failed.",
    "An authority with a compliance rate below 100% should look at where it failed to comply with recommendations.",
    "Across the country one in five remedies was late.",
    "Where councils refuse our recommendations, the Council's members should be told.",
    "Had the Council refused to accept our findings, we would have issued a further report.",
    "I would have issued a further report if the Council had refused to accept our findings.",
    "We will issue a further report if the Council does not comply.",
    "Your Council has never refused to implement our recommendations.",
    "The Council has not failed to comply with our recommendations.",
    "Your Council did not delay in complying with our recommendations.",
    "There were no delays in complying with our recommendations by your Council.",
    "None of the remedies that your Council agreed to were late.",
    "Your Council completed all the recommendations within the agreed timescales.",
    "The Council's apology was not unsatisfactory.",
    "I welcomed the Council's decision not to appeal against the judgment.",
    "The Council refused to give the child a school place.",
    "The Council refused to award priority, and it then accepted our findings.",
    "The Council was at fault because it did not accept a homelessness application.",
    "The Council delayed in completing a care assessment.",
    "The Council was late in providing a plan, and our recommendations were accepted.",
    "The apology that another authority sent was unsatisfactory.",
    "I would be grateful if you could encourage your elected members to read this.",
    "I was pleased to deliver a course in complaint handling to your staff.",
    "I welcome your Council's investment in complaint handling training.",
    "The authority upheld the complaint and we agreed with how it offered to put things right.",
    "Reorganisation of local government will keep many councils busy.",
    "The Council formed a team and established a process.",
    "In 100% of cases we were satisfied the authority had successfully implemented our recommendations.",
]

OF_COUNCILS_BY_NAME = [
    ([PUBLIC_REPORT], "I issued two public reports against Harborough District Council this year."),
    ([PUBLIC_REPORT], "I have recently published a public report about Harborough District Council, as you know."),
    (
        [REFUSAL],
        "It is rare for me to have to mention this, but Harborough District Council declined to pay the remedy.",
    ),
    ([REFUSAL], "The District Council refused to accept our findings."),
    ([PRAISE], "I thank Harborough District Council for acting quickly to put things right for other families."),
    ([REORGANISATION], "Harborough District Council will cease to exist in April 2028."),
    ([], "I issued two public reports against Blaby District Council this year."),
    ([], "Blaby District Council declined to pay the remedy that Harborough District Council agreed to."),
    ([], "The County Council refused to accept our findings."),
    ([REFUSAL], "I am disappointed that Harborough District Council refused our recommendations."),
    ([REFUSAL], "That Harborough District Council refused our recommendations is disappointing."),
    ([], "I note that Blaby Council merged its service; it did not accept our findings."),
    ([], "I am disappointed that Blaby refused our recommendations. It did not accept our findings."),
    ([], "We told your Council that Blaby had erred. It refused our recommendations."),
    ([], "The Council noted that parents refused to accept our findings."),
    ([], "That Blaby District Council refused our recommendations need not concern your Council."),
    (
        [],
        "I thank Blaby District Council for putting things right for a family from Harborough District Council's area.",
    ),
    ([], "Blaby District Council will cease to exist in April 2028."),
]
OF_WHOM_THE_PARAGRAPH_SPEAKS = [
    ([REFUSAL], "A resident complained about a fence. The Council refused to accept our findings."),
    ([REFUSAL], "The Council sent the family a letter. It refused to accept our findings."),
    ([], "Blaby Council worked with your Council. It did not accept our findings."),
    ([], "The complainants wrote to the Council. They refused our recommendations."),
    ([REFUSAL], "Blaby Council wrote to us. Your Council answered. It did not accept our findings."),
    ([], "A care provider sent the family a letter. It refused to accept our findings."),
    ([], "We issued a public report about Blaby District Council. The Council refused to accept our findings."),
    ([REFUSAL], "We published a report about Blaby District Council. Your Council refused to accept our findings."),
    ([REFUSAL], "We wrote of Blaby District Council.\n\nThe Council refused to accept our findings."),
    ([REFUSAL], "The Council placed a boy with Blaby District Council. The Council refused to accept our findings."),
]
WHERE_NO_COUNCIL_IS_NAMED = [
    ([LATE], "Seven of our recommendations were not completed within the agreed timescale."),
    ([LATE], "We received no answer to our letters for five weeks."),
    ([], "We received no answer to our letters from the landlord for five weeks."),
    ([], "Nationally, seven in ten recommendations were completed late."),
    ([LATE], "Your Council worked with us in May. Remedies were often completed late."),
    ([], "Blaby District Council worked with us in May. Remedies were often completed late."),
    ([REFUSAL], "Your Council was slow. In one case we came close to a witness summons before we had the file."),
    ([], "Blaby District Council was slow. In one case we came close to a witness summons before we had the file."),
    ([], "We sent out more witness summonses than ever before."),
    ([], "It is rare that we need a witness summons."),
]
TWO_IN_ONE = [
    (
        [PUBLIC_REPORT, NOT_COMPLIED],
        "We issued a public interest report about your Council because it failed to carry out the recommendations"
        " it had agreed.",
    ),
    (
        [PUBLIC_REPORT, REFUSAL],
        "We published a public report about your Council and, when it refused to accept our findings, I issued a"
        " further report.",
    ),
    (
        [LATE, PRAISE],
        "Your Council was late in complying with our recommendations in two cases, but I am pleased to note that"
        " your officers have since improved how they track remedies.",
    ),
    ([LATE, POOR_HANDLING], "The replies we received from your Council were delayed and incomplete."),
    ([LATE, POOR_HANDLING], "Responses from your Council were regularly late and incomplete."),
    (
        [LATE, POOR_HANDLING],
        "Many of the complaints we received had been waiting for months for a reply from your Council at the first"
        " stage.",
    ),
    (
        [LATE, NOT_COMPLIED],
        "Three agreed remedies were outstanding at the end of the year, and we had to remind your Council about each of"
        " them.",
    ),
    (
        [LATE, NOT_COMPLIED],
        "Two of our recommendations remained outstanding long after the date by which you had agreed to carry them"
        " out.",
    ),
    (
        [LATE, NOT_COMPLIED],
        "In three cases, recommendations were still outstanding long after they should have been completed.",
    ),
]
PRESSED = [
    ([REFUSAL], "We had to threaten to issue a further report about your Council."),
    ([APOLOGY], "The Council's apology was inadequate and we had to threaten to issue a further report."),
    ([LATE], "We issued a witness summons because your Council's responses to our enquiries were late."),
    ([NOT_COMPLIED], "I issued a further report as the Council had not complied with our recommendations."),
    ([REFUSAL, APOLOGY], "The Council refused our recommendations and, when pressed, sent an inadequate apology."),
]
WORDS = [
    *(
        "The Council",
        "your Council",
        "Blaby District Council",
        "its officers",
        "Mr X",
        "the complainant",
        "we",
        "I",
        "it",
    ),
    *(
        "refused to",
        "did not accept",
        "our recommendations",
        "issued a",
        "public report",
        "about",
        "was late in",
        "late",
    ),
    *(
        "complying with",
        "am pleased to see",
        "apology",
        "inadequate",
        "abolished",
        "was",
        "that",
        "which",
        "and",
        "where",
    ),
    *(
        "within the agreed time",
        "complaint handling",
        "poor",
        "took six months to",
        "reply to us",
        "we chased",
        "threatened a witness summons",
        "only",
        ".",
        ",",
        ";",
        ":",
        "\n",
        "\n\n",
        "\u2019s",
        "\u00ad",
        "Yours sincerely",
        "Dear",
    ),
]


def find_kinds(body: str, page: str = "") -> list[RemarkKind]:
    return [remark.kind for remark in one(letter(page, body=body)).remarks]


@pytest.mark.parametrize(("kind", "sentence"), SAID_OF_THIS_COUNCIL)
def test_what_is_said_of_this_council_is_remarked(kind: RemarkKind, sentence: str) -> None:
    assert find_kinds(sentence) == [kind]


@pytest.mark.parametrize("sentence", SAID_TO_ALL_OR_NOT_DONE)
def test_what_is_said_to_all_or_was_not_done_is_not(sentence: str) -> None:
    assert find_kinds(sentence) == []


@pytest.mark.parametrize(("expected", "sentence"), OF_COUNCILS_BY_NAME)
def test_a_council_by_name_is_this_one_or_another(expected: list[RemarkKind], sentence: str) -> None:
    assert remarked.find_kinds(sentence) == expected


@pytest.mark.parametrize(("expected", "sentence"), OF_WHOM_THE_PARAGRAPH_SPEAKS)
def test_the_council_is_the_one_its_paragraph_spoke_of_first(expected: list[RemarkKind], sentence: str) -> None:
    assert remarked.find_kinds(sentence) == expected


@pytest.mark.parametrize(("expected", "sentence"), WHERE_NO_COUNCIL_IS_NAMED)
def test_where_no_council_is_named_it_is_the_paragraph_s_or_the_one_written_to(
    expected: list[RemarkKind], sentence: str
) -> None:
    assert remarked.find_kinds(sentence) == expected


@pytest.mark.parametrize(("expected", "sentence"), TWO_IN_ONE)
def test_each_kind_in_a_sentence_is_remarked(expected: list[RemarkKind], sentence: str) -> None:
    assert remarked.find_kinds(sentence) == expected


@pytest.mark.slow
@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)), st.integers(2006, 2030))
def test_a_remark_in_any_text_quotes_it(text: str, year: int) -> None:
    for remark in extract_remarks(Anatomy.find(FoldedText.fold(text)), year, remarked.NAMES):
        quote = remark.quote
        assert quote.text
        assert text[quote.start : quote.end] == quote.text


def test_late_compliance_can_stand_beside_100_percent() -> None:
    body = "While your rate was 100%, in 9 cases your Council did not complete the remedy within agreed timescales."
    read = one(letter(compliance(), body=body))
    assert [remark.kind for remark in read.remarks] == [LATE]
    assert read.measures[1].rate == 100


def test_a_sentence_may_carry_two_kinds() -> None:
    sentence = "I issued a public report about your Council, which refused to accept our findings."
    assert find_kinds(sentence) == [PUBLIC_REPORT, REFUSAL]


@pytest.mark.parametrize(("expected", "sentence"), PRESSED)
def test_pressing_the_council_tells_of_a_refusal_where_no_other_reason_is_given(
    expected: list[RemarkKind], sentence: str
) -> None:
    assert find_kinds(sentence) == expected


def test_a_report_of_this_year_is_remarked_though_last_year_is_mentioned_too() -> None:
    assert find_kinds("As last year, this year I issued a public report about your Council.") == [PUBLIC_REPORT]


def test_what_stands_after_the_signature_is_not_the_ombudsman_s_remark() -> None:
    assert find_kinds("", page="Officers note that the Council did not agree to our recommendations.") == []


def test_a_statistics_page_says_that_a_council_is_new() -> None:
    page = (
        "West Northamptonshire Council\nWest Northamptonshire Council is a merger of several councils and the older"
        " information is linked below.\n\n60% of complaints we investigated were upheld."
    )
    assert [remark.kind for remark in one(page).remarks] == [REORGANISATION]


def test_no_sentence_that_two_real_letters_share_is_remarked(real_letters: Path, register: Register) -> None:
    """What two councils were both told is not about either."""
    texts = [read(path.read_bytes(), path.name).text for path in sorted(real_letters.glob("*.txt"))]
    for text in texts:
        others = [" ".join(other.split()) for other in texts if other != text]
        for remark in parse(text, register)[0].remarks:
            assert not any(" ".join(remark.quote.text.split()) in other for other in others)
