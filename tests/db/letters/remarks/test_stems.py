"""A stem is the beginning of a word, and no sentence with an act is passed over for want of one."""

import pytest

from db.letters.patterns import phrase
from db.letters.remarks.extract import ACTS
from db.letters.remarks.stems import define_stems, find_stems
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
    assert bool(define_stems(choice) & find_stems(sentence)) == is_found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_wording_is_missed_because_its_stems_are_wanting(sentence: str) -> None:
    stems = find_stems(sentence)
    for wordings in ACTS:
        if not wordings.about or phrase(wordings.about).search(sentence):
            acts = [act for act in wordings.each if phrase(act.wording).search(sentence)]
            assert [act for act in acts if act not in dict(wordings.find_in(sentence, stems))] == []
