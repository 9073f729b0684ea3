"""What is printed of a long run: a row for each kind, and the seed that repeats each failure."""

from tests.long_run.running import Tally

_HEAD = f"{'kind':10} {'tries':>8} {'failures':>9} {'silent':>7} {'seconds':>8}  how they ended"
_MOST_TOLD = 40
_LONGEST_TOLD = 300


def write_head() -> str:
    """The names of the columns."""
    return _HEAD


def write_row(name: str, tally: Tally) -> str:
    """The figures of one kind; a try with several failures counts once."""
    failed, silent = (len({seed for seed, _ in found}) for found in (tally.failures, tally.silent))
    ends = ", ".join(f"{count} {end}" for end, count in sorted(tally.ends.items()))
    return f"{name:10} {tally.tries:8} {failed:9} {silent:7} {tally.seconds:8.0f}  {ends}"


def write_skipped(name: str, reason: str) -> str:
    """The row of a kind that could not be tried."""
    return f"{name:10} skipped: {reason}"


def write_finding(name: str, seed: int, what: str) -> str:
    """One thing that must not happen, or that differed, and the command that does it again."""
    return f"{name}: {what[:_LONGEST_TOLD]}\n    again: python -m tests.long_run {name} --seed {seed} --tries 1"


def list_others(name: str, tally: Tally) -> list[str]:
    """The first of what differed in silence or is worth a look, and how many more there are."""
    others = [*((seed, f"silent: {what}") for seed, what in tally.silent), *tally.noted]
    told = [write_finding(name, seed, what) for seed, what in others[:_MOST_TOLD]]
    left = len(others) - len(told)
    return [*told, *([f"{name}: {left} more of these"] if left else [])]
