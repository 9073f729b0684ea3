"""What is kept as a letter of the Ombudsman's, whether understood or not, and what a refusal says of the rest."""

import pytest

from db.councils.register import Register
from db.letters.parse import explain_refusal, parse
from db.model import LetterKind
from tests.db.letters.printed import one


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "12 July 2016\n\nMs Green\nChief Executive\nDerby City Council\n\nDear Ms Green\n\nOur work with you\n\n"
            "I was glad to meet your team.\n\nYours sincerely\n\nDr Jane Martin\nLocal Government Ombudsman\n",
            LetterKind.ANNUAL,
        ),
        ("Derby City Council\nDecisions made\nUpheld Not Upheld Total\n3 4\n", LetterKind.STATISTICS),
        (
            "Local Authority Report: Derby City Council\nFor the Period Ending: 31/03/2018\nDecisions made\n",
            LetterKind.STATISTICS,
        ),
        (
            "Derby City Council\nAnnual statistics ?Find out more about annual statistics\nAnnual letters\n"
            "Annual review letter 2021\nView annual letters\n",
            LetterKind.STATISTICS,
        ),
        (
            "The Local Government Ombudsman's\nAnnual Review\nDerby City Council\nfor the year ended\n31 March 2010\n",
            LetterKind.ANNUAL,
        ),
    ],
)
def test_what_has_a_heading_a_signature_or_a_table_of_the_ombudsman_s_is_kept(text: str, kind: LetterKind) -> None:
    read = one(text)
    assert (read.kind, read.council.name) == (kind, "Derby City Council")


WHY = [
    (
        "Notes to assist interpretation of the statistics\n\nLGO Advice Team: formal prematures are those that ...",
        "only notes on its statistics",
    ),
    ("Decisions made\nAdvice Given\tNot Upheld\tUpheld\tTotal\n1\t2\t3\t6\n", "only a table, and no council is named"),
    ("Complaints upheld\n60% of complaints we investigated were upheld.\n", "only figures, and no council is named"),
    (
        "Dear all\n\nAnnual Review letter 2020\n\nThe Ombudsman's letter follows.\n\nJo\n",
        "names no council and is not signed by the Ombudsman",
    ),
    (
        "17 August 2024\n\nCllr Hywel\nLeader\nCardiff Council\n\nDear Cllr Hywel\n\nAnnual Letter 2023/24\n\nYours"
        " sincerely\n\nA Person\nPublic Services Ombudsman for Wales\n",
        "only one of another Ombudsman",
    ),
    ("A shopping list: milk and eggs.", "There is no annual letter of the Ombudsman in this file; import"),
]


@pytest.mark.parametrize(("text", "why"), WHY)
def test_a_refusal_says_what_is_there_or_what_is_missing(text: str, why: str) -> None:
    assert parse(text, Register.load()) == ()
    reason = explain_refusal(text)
    assert why in reason
    assert reason.endswith("import the letter itself, whole, as it was sent.")


def test_a_copy_to_the_ombudsman_under_a_reply_does_not_sign_it() -> None:
    reply = (
        "Dear Mr King\n\nAnnual Review letter 2020\n\nThank you for it.\n\nYours sincerely\n\nA Clerk\n\n"
        "cc: Local Government and Social Care Ombudsman\n"
    )
    assert parse(reply, Register.load()) == ()
