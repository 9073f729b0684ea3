"""Deciding between the places in which one thing is printed: one value, or none and a warning naming both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.model import Doubt, Quote

T = TypeVar("T")

MOST_PLACES = 50
"""A letter prints one thing in a handful of places, a pack of copies in a dozen: what is printed in more is no letter's
figure, and reading them all would take its time."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value and the words it was read from."""

    value: T
    quote: Quote


def reconcile(candidates: Sequence[Reading[T]], what: str, about: str) -> tuple[Reading[T] | None, Doubt | None]:
    """The first of the candidates if all say the same, else none of them and a warning that names two places.

    Nor any where there are more than `MOST_PLACES`; who gathers them may stop at one more.
    """
    if not candidates:
        return None, None
    first = candidates[0]
    if len(candidates) > MOST_PLACES:
        message = f"{what} is printed in more than {MOST_PLACES} places, as in no letter; it is left out."
        return None, Doubt(message, about, (first.quote,))
    other = next((found for found in candidates if found.value != first.value), None)
    if other is None:
        return first, None
    message = f"{what} is printed in two ways, {_said(first.quote)} and {_said(other.quote)}; it is left out."
    return None, Doubt(message, about, (first.quote, other.quote))


def _said(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    return f'"{words if len(words) <= 70 else words[:69] + "…"}"'
