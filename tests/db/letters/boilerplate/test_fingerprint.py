import pytest

from db.letters.boilerplate.fingerprint import Fingerprint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We uphold complaints to Leeds City Council.", "We uphold complaints to the Oadby & Wigston Borough Council."),
        ("On 29 July 2020 we publish 118 maps.", "On 3 August 2019 we publish 7 maps."),
        ("Leicester City Council did well here this year.", "Kent County Council did well here this year."),
        ("I thank Mrs Court for all of her help.", "I thank Mr Keeling and Ms Brighton-Hove for all of her help."),
        ("This is 47 more courses than before.", "This is seven more courses than before."),
        ("Visit www.example.org/maps for more of them.", "Visit http://www.example.org/other for more of them."),
        ("Its cafe was in fault all year.", "Its café was in fault all year."),
        ("The safeguarding of children matters.", "The safe guarding of children matters."),
    ],
)
def test_names_numbers_and_dates_make_no_difference(one: str, other: str) -> None:
    assert Fingerprint.of(one).value == Fingerprint.of(other).value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We found fault in the way it answered.", "We found no fault in the way it answered."),
        ("I issued a public report about your Council.", "I issued a report about your Council."),
        ("Your Council agreed to apologise to them.", "Your Council declined to apologise to them."),
    ],
)
def test_every_other_word_does(one: str, other: str) -> None:
    assert Fingerprint.of(one).value != Fingerprint.of(other).value


def test_what_is_counted_are_the_words_that_are_no_names_or_numbers() -> None:
    assert Fingerprint.of("The Chief Executive asked Leeds City Council for 12 letters").words == 3
    assert Fingerprint.of("").words == 0
