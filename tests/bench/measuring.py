"""Measuring two things in turn, so that a busy computer is as busy for the one as for the other."""

import statistics
import time
from collections.abc import Callable
from random import Random
from typing import NamedTuple

Measure = Callable[[], float]
"""Does a thing once; what it took, in the unit of its bar."""


class Figures(NamedTuple):
    """What a thing took, run after run."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The figure that is compared."""
        return statistics.median(self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the most."""
        return min(self.runs), max(self.runs)


def take_turns(runs: int, *measures: Measure) -> list[Figures]:
    """Each thing so many times, one after the other in every round; their figures in the order given.

    Each round is in an order of its own, the same in every bench: what a thing does to the next one, by what it leaves
    in the computer's caches, would else be done to the same one always.
    """
    figures: list[list[float]] = [[] for _ in measures]
    orders = Random(0)
    for _ in range(runs):
        for which in orders.sample(range(len(measures)), len(measures)):
            figures[which].append(measures[which]())
    return [Figures(tuple(each)) for each in figures]


def clock_ms(act: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def clock_seconds(act: Callable[[], object]) -> float:
    """How long it takes, in seconds."""
    return clock_ms(act) / 1000
