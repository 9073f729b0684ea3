"""A stretch of a letter's folded text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the folded text, and what it is about: the name in a salutation, the year in a subject line."""

    start: int
    end: int
    words: str = ""
