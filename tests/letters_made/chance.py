"""Chance that can be repeated."""

from random import Random


class Chance(Random):
    """Random numbers from words: the same words make the same letter on every machine. `Chance("G-2020 7")`."""
