"""A printed rate as a value, and the whole numbers whose share of a total rounds to it."""

from db.model import Number


def parse_number(words: str) -> Number:
    """A printed number as a value: whole where it is printed without decimals."""
    return float(words) if "." in words else int(words)


def find_possible_counts(rate: Number, base: int) -> range:
    """The counts whose percentage of the base, rounded half up to as many decimals as are printed, is `rate`."""
    printed, scale = _split_decimals(rate)
    if base <= 0:
        return range(1 if base == printed == 0 else 0)
    step = 200 * scale  # from half a step under the rate to half a step over it, in whole numbers; -(-a // b) rounds up
    first = -(-(2 * printed - 1) * base // step)
    beyond = -(-(2 * printed + 1) * base // step)
    return range(max(first, 0), min(beyond, base + 1))


def is_share(rate: Number, count: int, base: int) -> bool:
    """Whether this share rounds, half up, to the printed rate, to as many decimals as the rate has."""
    return count in find_possible_counts(rate, base)


def compute_share(count: int, base: int, rate: Number) -> Number:
    """The percentage `count` is of a `base` above 0, rounded half up to as many decimals as `rate` is printed with."""
    _, scale = _split_decimals(rate)
    rounded = (200 * scale * count + base) // (2 * base)
    return rounded if scale == 1 else rounded / scale


def _split_decimals(rate: Number) -> tuple[int, int]:
    """The rate's digits without their decimal point, and what they are to be divided by: 68.8 is 688, by 10."""
    whole, _, decimals = str(rate).partition(".")
    return int(whole + decimals), 10 ** len(decimals)
