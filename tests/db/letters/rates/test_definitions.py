"""The measures are each declared once, and nothing of them is missing."""

import pytest

from db.letters.rates.definitions import (
    DEFINITIONS,
    LONGEST_HEADING,
    NONE_STATES,
    NUMBERS,
    SHARES,
    MeasureDefinition,
    NumberDefinition,
    ShareDefinition,
)
from db.model import MeasureKind, MeasureName, State
from tests.letters_made.rates import Wording


def test_every_measure_has_a_definition_in_the_order_in_which_they_are_told() -> None:
    assert [each.name for each in DEFINITIONS] == list(MeasureName)
    assert {*SHARES, *NUMBERS} == set(DEFINITIONS)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda each: each.name)
def test_a_measure_is_defined_as_the_kind_of_number_it_is(definition: MeasureDefinition) -> None:
    kinds = {MeasureKind.SHARE: ShareDefinition, MeasureKind.NUMBER: NumberDefinition}
    assert type(definition) is kinds[definition.name.kind]


@pytest.mark.parametrize("share", SHARES, ids=lambda each: each.name)
def test_a_share_is_one_of_itself_or_of_a_measure_read_before(share: ShareDefinition) -> None:
    before = [each.name for each in SHARES[: SHARES.index(share)]]
    assert share.share_of is None or share.share_of in before
    assert (share.share_of is None) == (not share.own_noun), "only then can the base's noun say that it is the base"
    if share.share_of is not None:
        assert next(each for each in SHARES if each.name is share.share_of).count is not None


@pytest.mark.parametrize("share", SHARES, ids=lambda each: each.name)
def test_a_share_without_a_rate_is_not_a_given_one(share: ShareDefinition) -> None:
    assert NONE_STATES[share.name] is share.none_state
    assert share.none_state is not State.GIVEN


@pytest.mark.parametrize("share", SHARES, ids=lambda each: each.name)
def test_the_parts_of_a_share_s_sentences_are_those_that_are_read(share: ShareDefinition) -> None:
    assert share.rate.whole.groups == 1
    assert share.base.groups == 2
    assert share.count is None or set(share.count.groupindex) == {"count", "label"}
    assert share.count_and_base is None or share.count_and_base.compiled.groups == 2


@pytest.mark.parametrize("number", NUMBERS, ids=lambda each: each.name)
def test_the_mark_of_a_number_is_in_both_its_sentences(number: NumberDefinition) -> None:
    for sentence in (number.rate, number.average):
        assert sentence.whole.groups == 1
        assert number.mark in sentence.words.pattern


def test_no_heading_is_longer_than_the_longest() -> None:
    headings = ["Complaints upheld", "Compliance with Ombudsman recommendations", Wording().remedy_heading]
    headings.append("Satisfactory remedies provided by the organisation")
    assert all(any(share.heading.search(heading) for share in SHARES) for heading in headings)
    assert max(map(len, headings)) < LONGEST_HEADING
