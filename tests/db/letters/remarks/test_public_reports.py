"""A public report is remarked where it is about this council, and only there."""

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


@pytest.mark.parametrize("sentence", PUBLIC_REPORTS)
def test_a_public_report_about_this_council_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.PUBLIC_REPORT]
