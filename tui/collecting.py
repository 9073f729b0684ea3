"""Python's search for garbage in circles, kept from stopping the screen where very much is in memory."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MANY = 1_000
"""Councils in a library from which on a search through all that a screen makes of them is felt: some 20 ms."""

_YOUNG = 10_000
"""New values after which these are searched: one picture makes as many, and Python's own 700 has it stop 17 times."""

_AGES = 5
"""Searches of what is younger before what is older is searched."""

_NEVER = 1_000_000_000
"""Searches of what is younger that no program lives to see."""

_SELDOM = 140
"""Searches of what is younger before everything is searched: after some millions of new values, not some ten thousand.
"""


class _Pace:
    """How often is searched. Several threads change it, each what it knows of."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_making = False
        self._is_seldom = False

    @property
    def is_seldom(self) -> bool:
        """Whether everything is to be searched seldom."""
        return self._is_seldom

    def change(self, *, is_making: bool | None = None, is_seldom: bool | None = None) -> None:
        """Search otherwise from now on: nothing but what is quite new while much `is_making`, everything seldom."""
        with self._lock:
            self._is_making = self._is_making if is_making is None else is_making
            self._is_seldom = self._is_seldom if is_seldom is None else is_seldom
            ages = _NEVER if self._is_making else _AGES
            gc.set_threshold(_YOUNG, ages, _SELDOM if self._is_seldom else _AGES)


_PACE = _Pace()


def put_off_searching() -> None:
    """Search for no garbage until `search_again`: whatever a program begins with is there to stay."""
    gc.disable()


def search_again() -> None:
    """Search for garbage from now on, if that was put off, but not in what is there by now.

    Nor in the middle of a picture: whoever types waits for that. There is little garbage in circles to find.
    """
    if not gc.isenabled():
        gc.freeze()
        _PACE.change()
        gc.enable()


def search_everything() -> None:
    """Search everything for garbage now, for what a screen that is left leaves; not where that is to be done seldom.

    Its widgets hold each other in circles, and would be found by themselves only after several screens more.
    """
    if gc.isenabled() and not _PACE.is_seldom:
        gc.collect()


def search_seldom() -> None:
    """Search everything for garbage seldom from now on: while very much is made, the screen would stand still for it.

    What is young is searched as before, which frees nearly all there is to free.
    """
    _PACE.change(is_seldom=True)


@contextmanager
def search_what_is_new() -> Iterator[None]:
    """Search nothing meanwhile but what is quite new, and afterwards everything seldom.

    While very much is made of which all stays, to search it once more takes as long as two pictures.
    """
    _PACE.change(is_making=True, is_seldom=True)
    try:
        yield
    finally:
        _take_as_old()
        _PACE.change(is_making=False)


@contextmanager
def pass_over_what_is_made(is_much: bool) -> Iterator[None]:
    """Search for no garbage meanwhile, and afterwards seldom in what is there by then; nothing of it if not `is_much`.

    Values of ours hold no circles, so they are freed without any search; with tens of thousands of rows one search
    takes more than a second, in which no thread goes on. But closed screens do hold circles: nothing may be left out
    of every search for good, or they would never be freed.
    """
    if not is_much:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        _take_as_old()
        search_seldom()
        gc.enable()


def _take_as_old() -> None:
    """Search what is there no more as something young, without having searched it so now."""
    gc.freeze()
    gc.unfreeze()
