"""A letter is the same after it was plain values, and these hold nothing else."""

import pickle
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from db.extracted import Extracted
from db.model import Letter
from db.reading_process.plain import make_letter, make_plain
from db.reading_process.protocol import pack, unpack

PLAIN = {str, int, float, bool, date, type(None), frozenset, list, tuple}


def list_types(value: object) -> Iterator[type]:
    """The types of all that a value holds, and its own."""
    yield type(value)
    if isinstance(value, list | tuple | frozenset):
        for each in value:
            yield from list_types(each)


def describe(letter: Letter) -> str:
    """All of a letter in words, as a figure that is no number is not equal to itself; sets have no order."""
    measures = [(one._replace(derived=frozenset()), sorted(one.derived)) for one in letter.measures]
    return repr((replace(letter, measures=()), measures, letter.fingerprints))


@given(st.from_type(Letter))
def test_a_letter_is_made_of_its_plain_values_as_it_was(letter: Letter) -> None:
    plain = make_plain(letter)
    assert set(list_types(plain)) <= PLAIN
    assert describe(make_letter(*plain)) == describe(letter)


@given(st.lists(st.from_type(Letter), max_size=2).map(tuple), st.text())
def test_letters_come_out_of_their_bytes_as_they_went_in(letters: tuple[Letter, ...], media_type: str) -> None:
    unpacked = unpack(pack(Extracted(media_type=media_type, letters=letters)))
    assert unpacked.media_type == media_type
    assert [*map(describe, unpacked.letters)] == [*map(describe, letters)]


@given(st.from_type(Letter), st.data())
def test_a_letter_of_which_a_part_is_missing_is_none(letter: Letter, data: st.DataObject) -> None:
    plain = list(make_plain(letter))
    del plain[data.draw(st.integers(0, len(plain) - 1))]
    try:
        unpack(pickle.dumps(("text/plain", [plain])))
    except ValueError:
        return
    raise AssertionError("letters were made of less than a letter")
