"""The doer of an act in a sentence, and the owner of a noun, told from others named beside them."""

import pytest

from db.letters.remarks.actors import Actors, Paragraph
from db.letters.remarks.names import Who
from tests.db.letters.remarks.remarked import NAMES

SUBJECTS = [
    ("The Council refused.", Who.COUNCIL),
    ("Your Council has twice refused.", Who.COUNCIL),
    ("You refused.", Who.COUNCIL),
    ("Your officers refused.", Who.COUNCIL),
    ("The Council's planning committee refused.", Who.COUNCIL),
    ("Officers of the Council refused.", Who.COUNCIL),
    ("Harborough District Council refused.", Who.COUNCIL),
    ("The Council, despite a request from Mrs B, refused.", Who.COUNCIL),
    ("The Council, which had promised us an answer, refused.", Who.COUNCIL),
    ("The Council wrote to the family and refused.", Who.COUNCIL),
    ("The Council wrote to the family, asked my staff to wait, and refused.", Who.COUNCIL),
    ("We wrote to the Council but it refused.", Who.COUNCIL),
    ("I issued a report about your Council, which refused.", Who.COUNCIL),
    ("The complainant said the Council refused.", Who.COUNCIL),
    ("The complainant refused.", Who.PERSON),
    ("Mr X and his wife told the Council in May that he refused.", Who.PERSON),
    ("The Council's tenant refused.", Who.PERSON),
    ("The Council wrote and the complainant refused.", Who.PERSON),
    ("When the Council wrote, Mrs B refused.", Who.PERSON),
    ("The provider commissioned by the Council refused.", Who.OTHER),
    ("The Council's care provider refused.", Who.OTHER),
    ("The Council did nothing; the developer refused.", Who.OTHER),
    ("The report praised the Council and blamed the provider, which refused.", Who.OTHER),
    ("Bramble Homes Trust refused.", Who.OTHER),
    ("A council in your region refused.", Who.OTHER_COUNCIL),
    ("One of the councils refused.", Who.OTHER_COUNCIL),
    ("Councils refused.", Who.OTHER_COUNCIL),
    ("Blaby District Council refused.", Who.OTHER_COUNCIL),
    ("The county council refused.", Who.OTHER_COUNCIL),
    ("I refused.", Who.OMBUDSMAN),
    ("The inspection refused.", Who.THING),
    ("The provider told the Council that it refused.", None),
    ("Having been asked, refused.", None),
]
OWNERS = [
    ("the Council's refusal", Who.COUNCIL),
    ("its continued refusal", Who.COUNCIL),
    ("your officers' initial refusal", Who.COUNCIL),
    ("a refusal by the Council", Who.COUNCIL),
    ("the complainant's refusal of the Council's offer", Who.PERSON),
    ("the refusal by a care provider to pay", Who.OTHER),
    ("Blaby District Council's refusal", Who.OTHER_COUNCIL),
    ("a refusal", None),
]


def actors(sentence: str) -> Actors:
    return Paragraph(sentence, 0, NAMES).actors(0, len(sentence))


@pytest.mark.parametrize(("sentence", "who"), SUBJECTS)
def test_the_subject_of_an_act_is_found(sentence: str, who: Who | None) -> None:
    assert actors(sentence).subject(sentence.index("refused")) is who


@pytest.mark.parametrize(("sentence", "who"), OWNERS)
def test_the_owner_of_a_noun_is_found(sentence: str, who: Who | None) -> None:
    start = sentence.index("refusal")
    assert actors(sentence).owner(start, start + len("refusal")) is who


def test_the_council_is_the_one_that_was_spoken_of_first() -> None:
    text = "Blaby District Council was asked. The Council refused."
    start = text.index("The Council")
    sentence = Paragraph(text, 0, NAMES).actors(start, len(text))
    assert sentence.subject(sentence.text.index("refused")) is Who.OTHER_COUNCIL
