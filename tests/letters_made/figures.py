"""Figures for a made letter: mostly like real ones, often at an edge (none, one, all)."""

from dataclasses import dataclass
from random import Random

from db.model import Number


def share(part: int, whole: int) -> int:
    """A percentage as letters print it: rounded half up; 0 of 0 is printed as 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def one_decimal(part: int, whole: int) -> Number:
    """A percentage to one decimal, as some copies of 2015 print it (68.8)."""
    return ((2000 * part + whole) // (2 * whole)) / 10 if whole else 0


def some(random: Random, most: int = 160) -> int:
    """A count: small ones are the norm for districts, none and one included."""
    return random.choice([0, 1, 1, 2, 3, 5, random.randint(0, most), random.randint(0, most)])


def per_100k(random: Random) -> Number:
    """Upheld decisions per 100,000 residents: one decimal, whole numbers without it."""
    tenths = random.choice([10, 110, random.randint(1, 200), random.randint(1, 200)])
    return tenths // 10 if tenths % 10 == 0 else tenths / 10


@dataclass(frozen=True)
class Rates:
    """The figures of one year. `outcomes` is None where nothing was due, averages None where none is printed."""

    investigations: int
    upheld: int
    outcomes: int | None
    complied: int
    remedied: int
    averages: tuple[int | None, int | None, int | None]
    adjusted: Number
    adjusted_average: Number

    @property
    def upheld_rate(self) -> int:
        """Percentage of investigations."""
        return share(self.upheld, self.investigations)

    @property
    def remedy_rate(self) -> int:
        """Percentage of upheld decisions."""
        return share(self.remedied, self.upheld)


def draw_rates(random: Random) -> Rates:
    """Draw one year's figures, each possible beside the others."""
    investigations = some(random)
    upheld = random.choice([investigations, 0, random.randint(0, investigations)])
    outcomes = random.choice([None, 0, some(random), some(random), some(random)])
    most = outcomes or 0
    return Rates(
        investigations=investigations,
        upheld=upheld,
        outcomes=outcomes,
        complied=share(random.choice([most, most, most, random.randint(0, most)]), most),
        remedied=random.choice([0, upheld, random.randint(0, upheld)]),
        averages=(random.randint(30, 95), random.choice([100, 99, random.randint(80, 100)]), random.randint(0, 40)),
        adjusted=per_100k(random),
        adjusted_average=per_100k(random),
    )


@dataclass(frozen=True)
class Counts:
    """The table figures of one year (2014-2019)."""

    services: tuple[int, ...]
    not_detailed: tuple[int, int, int, int]
    not_upheld: int
    upheld: int
    by_ombudsman: int
    by_authority: int

    @property
    def decided(self) -> int:
        """The printed total of decisions."""
        return sum(self.not_detailed) + self.not_upheld + self.upheld


def draw_counts(random: Random) -> Counts:
    """Draw one year's tables; the services always have nine columns."""
    most = random.choice([3, 20, 250])
    upheld = some(random, most)
    return Counts(
        services=tuple(random.randint(0, most) for _ in range(9)),
        not_detailed=(some(random, most), some(random, most), some(random, most), some(random, most)),
        not_upheld=some(random, most),
        upheld=upheld,
        by_ombudsman=random.randint(0, upheld),
        by_authority=some(random, 9),
    )
