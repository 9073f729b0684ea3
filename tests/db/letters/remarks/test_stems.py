"""A stem is the beginning of a word, and no sentence with an act is passed over for want of one."""

import pytest

from db.letters.patterns import phrase
from db.letters.remarks.extract import ACTS
from db.letters.remarks.stems import Sieve
from tests.db.letters.remarks import (
    test_apologies,
    test_chasing,
    test_complaint_handling,
    test_late_compliance,
    test_not_complied,
    test_poor_replies,
    test_praise,
    test_pressure,
    test_public_reports,
    test_refusals,
    test_reorganisation,
)

SENTENCES = [
    *test_apologies.APOLOGIES,
    *test_chasing.CHASED,
    *test_complaint_handling.POOR_COMPLAINT_HANDLING,
    *test_late_compliance.LATE_COMPLIANCE,
    *test_not_complied.NOT_COMPLIED,
    *test_poor_replies.POOR_REPLIES,
    *test_praise.PRAISE,
    *test_pressure.PRESSED,
    *test_public_reports.PUBLIC_REPORTS,
    *test_refusals.REFUSALS,
    *test_reorganisation.REORGANISED,
]
FOUND = [
    ("refus", "It REFUSED.", True),
    ("refus", "It was unrefused.", False),
    ("not ", "It did not.", True),
    ("not ", "It did nothing.", False),
    ("no |none ", "None was late.", True),
    ("0 ", "In 40% of cases.", True),
    ("0 ", "In all cases.", False),
    ("operat", "It would not co-operate.", True),
]


@pytest.mark.parametrize(("choice", "sentence", "is_found"), FOUND)
def test_a_stem_is_the_beginning_of_a_word_or_a_whole_one(choice: str, sentence: str, is_found: bool) -> None:
    assert Sieve([[choice]]).list_likely(sentence) == ([0] if is_found else [])


def test_what_is_likely_has_a_stem_of_each_of_its_choices() -> None:
    sieve = Sieve([["late |overdue ", "repl"], ["repl"], ["late ", "repl", "not "], []])
    assert sieve.list_likely("Your replies were overdue.") == [0, 1, 3]
    assert sieve.list_likely("It was not late.") == [3]
    assert sieve.list_likely("It did not reply, or was late.") == [0, 1, 2, 3]
    assert Sieve([]).list_likely("It was late.") == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_wording_is_missed_because_its_stems_are_wanting(sentence: str) -> None:
    likely = Sieve([wordings.stems for wordings in ACTS]).list_likely(sentence)
    for index, wordings in enumerate(ACTS):
        if any(phrase(act.wording).search(sentence) for act in wordings.each):
            assert index in likely or (wordings.about and not phrase(wordings.about).search(sentence))
