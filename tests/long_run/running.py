"""Tries of one kind of attack, in this process or in several, until the time or the number of them is up."""

import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.long_run.attack import Attack, Attempt, Try


@dataclass(slots=True)
class Tally:
    """How many tries there were and how they ended; what failed, differed in silence or is worth a look, by seed."""

    tries: int = 0
    seconds: float = 0.0
    ends: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    silent: list[tuple[int, str]] = field(default_factory=list)
    noted: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count what another process did at the same time."""
        self.tries += other.tries
        self.seconds = max(self.seconds, other.seconds)
        self.ends += other.ends
        self.failures += other.failures
        self.silent += other.silent
        self.noted += other.noted


@dataclass(frozen=True, slots=True)
class Share:
    """How long one kind is tried: until `seconds` are over, and `tries` are done if so many are asked for.

    The seeds are `seed` and every one `step` further, so that several processes try different ones.
    """

    seed: int
    seconds: float
    tries: int | None = None
    step: int = 1


def run(attack: Attack, share: Share, on_failure: Callable[[int, str], None] = lambda seed, what: None) -> Tally:
    """Tries an attack; `on_failure` is told at once of what must not happen. An interrupt ends it early."""
    tally, began = Tally(), time.monotonic()
    with TemporaryDirectory(prefix="upheld-long-run-") as folder, attack.start(Path(folder)) as attempt:
        seed = share.seed
        try:
            while tally.tries != share.tries and time.monotonic() - began < share.seconds:
                came_of_it = _try(attempt, Random(f"{attack.name} {seed}"))
                tally.tries += 1
                tally.ends.update(came_of_it.ends)
                tally.silent += [(seed, what) for what in came_of_it.silent]
                tally.noted += [(seed, what) for what in came_of_it.noted]
                for what in came_of_it.failures:
                    tally.failures.append((seed, what))
                    on_failure(seed, what)
                seed += share.step
        except KeyboardInterrupt:
            tally.ends["interrupted"] += 1
    tally.seconds = time.monotonic() - began
    return tally


def _try(attempt: Try, chance: Random) -> Attempt:
    """One try; whatever it raises has failed."""
    try:
        return attempt(chance)
    except Exception as error:
        where = "".join(traceback.format_exception(error)[-2:])
        return Attempt([f"{error!r}, raised at {' '.join(where.split())}"])


def run_in_processes(
    attack: Attack, share: Share, processes: int, on_failure: Callable[[int, str], None] = lambda seed, what: None
) -> Tally:
    """The same in so many processes, each with seeds of its own; failures are told at the end."""
    tally = Tally()
    shares = [
        Share(
            seed=share.seed + first,
            seconds=share.seconds,
            tries=share.tries and len(range(first, share.tries, processes)),
            step=processes,
        )
        for first in range(processes)
    ]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for other in pool.map(run, [attack] * processes, shares):
            tally.add(other)
    for seed, what in tally.failures:
        on_failure(seed, what)
    return tally
