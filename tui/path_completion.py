"""The path in a text box gone on with, as a shell does it on Tab."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from db.text.clean import one_line

_MOST_CHOICES = 12
"""Names told of those to choose from."""

_ESCAPED = " '\"\\"
"""What has a backslash before it in a word of several, where words are parted as a shell does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """`text` is what was typed with all that is certain behind it; `choices` are the names to choose from, if several.

    Folders end in a slash.
    """

    text: str
    choices: tuple[str, ...] = ()


def complete_path(text: str) -> Completion:
    """Go on with the path that ends `text`: the whole of it, or else the last of several. Looks at the disk.

    Folders and all files count, hidden ones only where a dot is typed. Where nothing begins so in the same letters,
    small and capital ones are taken for the same.
    """
    whole = _complete(text)
    if whole is not None:
        return whole
    start = _find_last_word(text)
    word = _complete(_unescape(text[start:])) if start else None
    if word is None:
        return Completion(text=text)
    return Completion(text=text[:start] + _escape(word.text), choices=word.choices)


def format_choices(choices: Sequence[str]) -> str:
    """The names to choose from, on one line: the first, and how many more there are."""
    shown = "  ".join(one_line(name) for name in choices[:_MOST_CHOICES])
    return f"{shown}  and {len(choices) - _MOST_CHOICES:,} more" if len(choices) > _MOST_CHOICES else shown


def _complete(typed: str) -> Completion | None:
    """One path gone on with; None where nothing begins so."""
    if typed == "~":
        return Completion(text=f"~{os.sep}")
    separators = f"{os.sep}{os.altsep or ''}"
    cut = max(typed.rfind(separator) for separator in separators) + 1
    folder, begun = typed[:cut], typed[cut:]
    names = sorted(_list_names(folder, begun))
    if not names:
        return None
    common = _find_common_start(names[0], names[-1])
    if len(common) < len(begun):  # they begin alike but for small and capital letters
        common = begun
    return Completion(text=folder + common, choices=tuple(names) if len(names) > 1 else ())


def _find_common_start(first: str, last: str) -> str:
    """The letters in which two names begin alike; of the first and last of many in order, those of all."""
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))


def _list_names(folder: str, begun: str) -> Iterator[str]:
    """The names in a folder that begin so."""
    try:
        with os.scandir(Path(folder or ".").expanduser()) as entries:
            found = [(entry.name, entry.is_dir()) for entry in entries if begun[:1] == "." or entry.name[:1] != "."]
    except (OSError, RuntimeError, ValueError):
        return
    named = [(name, is_folder) for name, is_folder in found if name.startswith(begun)]
    for name, is_folder in named or found:
        if name.casefold().startswith(begun.casefold()) and name.isprintable():
            yield name + os.sep if is_folder else name


def _find_last_word(text: str) -> int:
    """Where the last word begins: behind the last space that no backslash stands before."""
    start = len(text)
    while (start := text.rfind(" ", 0, start)) > 0 and text[start - 1] == "\\":
        pass
    return start + 1


def _unescape(word: str) -> str:
    """A word without the backslashes that only tell what belongs to it; on Windows they part folders."""
    if os.name == "nt":
        return word.lstrip('"')
    plain, rest = "", word
    while rest:
        escaped = rest[0] == "\\" and len(rest) > 1
        plain, rest = plain + rest[escaped], rest[1 + escaped :]
    return plain


def _escape(path: str) -> str:
    """A path as one word of several."""
    if os.name == "nt":
        return f'"{path}' if " " in path else path
    return "".join(f"\\{character}" if character in _ESCAPED else character for character in path)
