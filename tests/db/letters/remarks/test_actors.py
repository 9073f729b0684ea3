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
    ("Some of your officers refused.", Who.COUNCIL),
    ("Two of the complainants refused.", Who.PERSON),
    ("Harborough refused.", Who.COUNCIL),
    ("Twice I refused.", Who.OMBUDSMAN),
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
    ("The trust that the Council funds refused.", None),
    ("The trust told us that the Council had at first refused.", Who.COUNCIL),
    ("The trust said that parents refused.", Who.PERSON),
    ("The Council heard that parents refused.", Who.PERSON),
    ("I note that Blaby District Council refused.", Who.OTHER_COUNCIL),
    ("I note that Blaby refused.", Who.OTHER),
    ("I note that Harborough District Council refused.", Who.COUNCIL),
    ("I note that officers of the Council refused.", Who.COUNCIL),
    ("Harborough District Council's cabinet refused.", Who.COUNCIL),
    ("Officers at Harborough District Council refused.", Who.COUNCIL),
    ("Blaby District Council's cabinet refused.", Who.OTHER_COUNCIL),
    ("The Council, under the Care Act, refused.", Who.COUNCIL),
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
    ("your initial refusal", Who.COUNCIL),
    ("your officers' initial refusal", Who.COUNCIL),
    ("a refusal by the Council", Who.COUNCIL),
    ("the complainant's refusal of the Council's offer", Who.PERSON),
    ("the refusal by a care provider to pay", Who.OTHER),
    ("Blaby District Council's refusal", Who.OTHER_COUNCIL),
    ("a refusal", None),
]
SPOKEN_OF = [
    (("The Council wrote.",), "It refused.", Who.COUNCIL),
    (("Blaby District Council wrote.",), "It refused.", Who.OTHER_COUNCIL),
    (("Your Council wrote to a family.",), "It refused.", Who.COUNCIL),
    (("Your Council wrote to a family.",), "They refused.", None),
    (("Your Council wrote.", "The family replied."), "It refused.", Who.COUNCIL),
    (("Your officers wrote.",), "They refused.", Who.COUNCIL),
    (("Blaby District Council worked with your Council.",), "It refused.", None),
    (("Your Council worked with a care provider.",), "Its officers refused.", None),
    (("Blaby District Council worked with your Council.", "A year passed."), "It refused.", None),
    (("Blaby District Council worked with your Council.", "It wrote to the family."), "It refused.", None),
    (
        ("Blaby District Council worked with your Council.", "The Ombudsman asked your Council."),
        "It refused.",
        Who.COUNCIL,
    ),
    (("Blaby District Council wrote.", "Your Council answered."), "It refused.", Who.COUNCIL),
    (("The Council broke the Care Act.",), "It refused.", Who.COUNCIL),
]


def read_paragraph(*sentences: str) -> Actors:
    """The actors of the last of a paragraph's sentences."""
    return Paragraph(NAMES).read_actors(sentences)


@pytest.mark.parametrize(("sentence", "who"), SUBJECTS)
def test_the_subject_of_an_act_is_found(sentence: str, who: Who | None) -> None:
    assert read_paragraph(sentence).find_doer(sentence.index("refused")) is who


@pytest.mark.parametrize(("sentence", "who"), OWNERS)
def test_the_owner_of_a_noun_is_found(sentence: str, who: Who | None) -> None:
    start = sentence.index("refusal")
    assert read_paragraph(sentence).find_owner(start, start + len("refusal")) is who


def test_the_council_is_the_one_that_was_spoken_of_first() -> None:
    sentence = read_paragraph("Blaby District Council was asked.", "The Council refused.")
    assert sentence.find_doer(sentence.text.index("refused")) is Who.OTHER_COUNCIL


@pytest.mark.parametrize(("before", "sentence", "who"), SPOKEN_OF)
def test_it_is_the_only_one_the_sentence_before_spoke_of(
    before: tuple[str, ...], sentence: str, who: Who | None
) -> None:
    actors = read_paragraph(*before, sentence)
    assert actors.find_doer(sentence.index("refused")) is who
