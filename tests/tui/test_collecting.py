"""When Python searches for garbage, and what for."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from tui.collecting import (
    _Pace,
    pass_over_what_is_made,
    put_off_searching,
    search_again,
    search_everything,
    search_seldom,
    search_what_is_new,
)


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins as the program does, and leaves the thresholds that were."""
    was = gc.get_threshold()
    monkeypatch.setattr("tui.collecting._PACE", _Pace())
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*was)


def make_circle() -> set[object]:
    """A set that holds what holds the set."""
    circle: set[object] = {1}
    circle.add(lambda: circle)
    return circle


def leave_garbage() -> "ref[set[object]]":
    return ref(make_circle())


@pytest.mark.parametrize("is_much", [True, False])
def test_the_search_for_garbage_is_as_before_afterwards(is_much: bool) -> None:
    with pass_over_what_is_made(is_much):
        assert gc.isenabled() is not is_much
    assert gc.isenabled()
    if is_much:
        assert gc.get_freeze_count() == 0  # closed screens hold circles, and are to be found at some time


def test_everything_is_searched_for_garbage_unless_that_is_to_be_done_seldom() -> None:
    gc.set_threshold(1_000_000, 10, 10)  # it is searched for by nothing else
    left = leave_garbage()
    search_everything()
    assert left() is None
    search_seldom()
    left = leave_garbage()
    search_everything()
    assert left() is not None


def test_what_stays_is_searched_once_while_very_much_is_made_and_what_is_left_is_found_all_the_same() -> None:
    searched = list[int]()

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            searched.append(about["generation"])

    gc.collect()
    gc.callbacks.append(note)
    try:
        with search_what_is_new():
            stays = [[number] for number in range(200_000)]
            left = leave_garbage()
            stays.extend([number] for number in range(2_000))
            assert left() is None
    finally:
        gc.callbacks.remove(note)
    assert set(searched) == {0}
    assert len(searched) > 10
    assert not gc.get_objects(generation=1)
    assert len(stays) == 202_000


def test_what_is_left_when_it_is_no_longer_new_is_found_later() -> None:
    held = make_circle()
    left = ref(held)
    with search_what_is_new():
        gc.collect(0)
        del held
        gc.collect(0)
    assert left() is not None
    gc.collect()
    assert left() is None


def test_what_another_thread_begins_meanwhile_holds_afterwards_and_what_is_new_alone_until_then() -> None:
    put_off_searching()
    try:
        with search_what_is_new():
            young, ages, _ = gc.get_threshold()
            search_again()  # a second after the start, if the first import began before
            with pass_over_what_is_made(is_much=True):
                pass
            assert gc.get_threshold()[:2] == (young, ages)
            assert ages > 1_000_000
        after = gc.get_threshold()
        assert after[0] == young > 700
        assert after[1] < 100
        with search_what_is_new():
            pass
        assert gc.get_threshold() == after
    finally:
        gc.enable()
        gc.unfreeze()
