"""A bad apology is remarked where it is this council's."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

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


@pytest.mark.parametrize("sentence", APOLOGIES)
def test_this_council_s_bad_apology_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.APOLOGY]
