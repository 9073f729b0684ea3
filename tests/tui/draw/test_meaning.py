from collections.abc import Sequence

import pytest

from db.model import Letter, MeasureName, RemarkKind, TableName
from tests.tui.draw.made import HOSTILE, LETTER, hostile_letter, of_year, quote
from tests.tui.draw.seen import controls
from tui.draw.figures.bar import FEW, FULL, TICK, TRACK
from tui.draw.figures.measure_text import VERDICTS
from tui.draw.labels import MEASURE_LABELS
from tui.draw.letter.letter_text import FIGURE_SIGN, HERE_SIGN, REMARK_SIGN
from tui.draw.meaning import Explained, Subject, build_meaning, find_subjects, name_subject

EVERY: tuple[Subject, ...] = (*MeasureName, *TableName, *RemarkKind)


def meaning(letter: Letter, *subjects: Subject, width: int = 90) -> str:
    """The text on these subjects, as one line."""
    return " ".join(build_meaning(Explained(letter, subjects, {}), width).plain.split())


@pytest.mark.parametrize("subject", EVERY)
@pytest.mark.parametrize("width", [36, 56, 92])
def test_every_figure_table_and_remark_has_a_meaning_within_the_width(subject: Subject, width: int) -> None:
    text = build_meaning(Explained(LETTER, (subject,), {}), width).plain
    assert text.startswith(name_subject(subject))
    assert max(len(line.rstrip()) for line in text.split("\n")) <= width
    assert isinstance(subject, RemarkKind) or "What it is not" in text


def test_every_word_of_ours_is_explained() -> None:
    words = meaning(LETTER, *EVERY).lower()
    ours = [*VERDICTS.values(), *(labels.counted for labels in MEASURE_LABELS.values() if " " not in labels.counted)]
    ours += ["none due", "none upheld", "no cases", "no rate", "by hand", "needs a look", "own words", "remark"]
    assert [word for word in ours if word.lower() not in words] == []


@pytest.mark.parametrize(
    ("year", "said", "unsaid"),
    [
        (2018, "the share is of Upheld and Not upheld together", "pandemic"),
        (2020, "Does not compare with the years after: In 2020-21", "Upheld and Not upheld together"),
        (2021, "Does not compare with the years before: In 2020-21", "borderline"),
        (2023, "Fewer borderline cases are investigated since 2022-23", "pandemic"),
    ],
)
def test_it_is_the_meaning_of_the_letters_own_year(year: int, said: str, unsaid: str) -> None:
    text = meaning(of_year(year), MeasureName.UPHELD)
    assert said in text
    assert unsaid not in text


def test_the_letters_own_words_come_first_with_their_place_and_no_signs() -> None:
    words = quote("This compares to an average of **45%** in similar authorities.")
    explained = Explained(LETTER, (MeasureName.UPHELD,), {MeasureName.UPHELD: words})
    text = " ".join(build_meaning(explained, 90).plain.split())
    assert "\u201cThis compares to an average of 45% in similar authorities.\u201d" in text
    assert "Enter goes to these words in the letter." in text
    assert text.index("own words") < text.index("In our words")
    assert explained.definition == words
    assert explained.leads_on == "the letter's own words"


def test_enter_leads_to_the_first_of_several_subjects_that_the_letter_defines_and_only_there_is_that_said() -> None:
    words = quote("This compares to an average of **45%** in similar authorities.")
    defined = dict.fromkeys((MeasureName.COMPLIANCE, MeasureName.REMEDY), words)
    explained = Explained(LETTER, tuple(MeasureName), defined)
    assert build_meaning(explained, 90).plain.count("Enter goes to these words") == 1
    assert explained.leads_on == "the letter's own words on Complied"
    assert explained.definition == words
    assert Explained(LETTER, tuple(MeasureName), {}).leads_on == ""


def test_every_sign_is_explained_with_the_words_and_the_averages_is_not_that_of_a_remark() -> None:
    drawn = build_meaning(Explained(LETTER, (MeasureName.UPHELD,), {}), 90).plain
    leads = " ".join(line[:15] for line in drawn.partition("Signs used here")[2].split("\n"))
    assert all(sign in leads.split() for sign in (FULL, TRACK, FEW, TICK, REMARK_SIGN, FIGURE_SIGN, HERE_SIGN))
    assert len({FULL, TRACK, FEW, TICK, REMARK_SIGN, FIGURE_SIGN, HERE_SIGN}) == 7


@pytest.mark.parametrize(
    ("key", "words", "subjects"),
    [
        ("measure upheld", "", [MeasureName.UPHELD]),
        ("cell received 1", "0\t1\t2", [TableName.RECEIVED]),
        ("remark 0", "This year I issued a public report about the council's bins.", [RemarkKind.PUBLIC_REPORT]),
        ("", "60% of complaints we investigated were upheld.", [MeasureName.UPHELD]),
        ("year 2020", "", list(MeasureName)),
        ("", "Harnham District Council", list(MeasureName)),
        ("", "", list(MeasureName)),
    ],
)
def test_what_is_highlighted_is_what_is_explained(key: str, words: str, subjects: Sequence[Subject]) -> None:
    found = find_subjects(LETTER, key, quote(words) if words else None)
    assert list(found) == list(subjects)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_words(hostile: str) -> None:
    letter = hostile_letter(hostile)
    definitions = {MeasureName.UPHELD: quote("Harnham")._replace(start=0, end=len(hostile), text=hostile)}
    text = build_meaning(Explained(letter, tuple(MeasureName), definitions), 60).plain
    assert not controls(text)
