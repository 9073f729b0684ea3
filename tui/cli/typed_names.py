"""Councils' names as people type them: without quotes, and without a command before them."""

import os
import sys
from collections.abc import Collection, Sequence
from itertools import pairwise

from tui.cli.library_options import LIBRARY
from tui.cli.wrapping import is_dumb_terminal

_SLIPS = 1
"""Letters put in, left out, changed or exchanged, up to which a word is a command misspelt."""


class CommandMissing(Exception):
    """What was given is no council's name, but what a command could be meant with; the message names that."""


def name_command(given: Sequence[str], commands: Collection[str]) -> list[str]:
    """The arguments with the command that a bare name stands for: `browse`, or `show` where words are wanted.

    Arguments with a command, or without any word, are left as they are.

    Raises:
        CommandMissing: the first word is a path, or almost a command, and no council's name begins with it.
    """
    at = _find_first_word(given)
    if at is None or given[at] in commands:
        return list(given)
    if os.sep in given[at]:
        raise CommandMissing(f"{given[at]!r} is a path; to bring letters in: upheld import {given[at]}")
    misspelt = _find_misspelt(given[at], commands)
    if misspelt:
        raise CommandMissing(f"{given[at]!r} is no command and no council's name; did you mean: upheld {misspelt}?")
    return [*given[:at], "show" if _are_words_wanted(given) else "browse", *given[at:]]


def find_command(named: Sequence[str]) -> str | None:
    """The command among arguments as `name_command` gives them; None where there is no word."""
    at = _find_first_word(named)
    return None if at is None else named[at]


def join_name(given: Sequence[str], option: str) -> list[str]:
    """The arguments with the words behind an option that takes a name as one, unless they may be what is asked for.

    That they are where no word stands before the option: then only the first is the name.
    """
    if option not in given:
        return list(given)
    at = given.index(option) + 1
    said = given[_find_first_word(given) or 0 : at - 1]
    words = [word for before, word in pairwise(said) if not (word.startswith("-") or before.startswith("-"))]
    end = next((index for index in range(at, len(given)) if given[index].startswith("-")), len(given))
    return [*given[:at], " ".join(given[at:end]), *given[end:]] if words and end > at else list(given)


def is_browser_possible() -> bool:
    """Whether the browser can be opened: it reads keys from stdin and draws on stderr; a pipe behind stdout waits."""
    return not is_dumb_terminal() and all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _are_words_wanted(given: Sequence[str]) -> bool:
    """Whether an answer in words is asked for, or nothing else can be had here."""
    return any(word == "--json" or word.startswith("--year") for word in given) or not is_browser_possible()


def _find_first_word(given: Sequence[str]) -> int | None:
    """Where the first argument is that is neither an option nor an option's value."""
    is_value = False
    for at, word in enumerate(given):
        if not is_value and not word.startswith("-"):
            return at
        # argparse takes the beginning of an option for it, too.
        is_value = not is_value and len(word) > len("--") and LIBRARY.startswith(word)
    return None


def _find_misspelt(word: str, commands: Collection[str]) -> str | None:
    """The command that a word almost is; None where a council's name begins with it."""
    from rapidfuzz.distance import OSA

    near = [name for name in commands if OSA.distance(word.lower(), name) <= _SLIPS]
    if not near:
        return None
    from db.councils.names import fold
    from db.councils.register import Register

    register, begun = Register.load(), fold(word)
    if register.look_up(word).matches:
        return None
    parts = (part for council in register.councils for part in fold(council.name).split())
    return None if any(part.startswith(begun) for part in parts) else near[0]
