"""What a command of the browser is, where one can work, and how its keys are written."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character


class Group(StrEnum):
    """Where a command works; the value is the heading it is listed under."""

    EVERYWHERE = "Everywhere"
    MAIN = "Councils, statistics and letter"
    FIND = "Find box"
    COUNCILS = "List of councils"
    STATISTICS = "Statistics"
    LETTER = "Letter"
    FIND_LINE = "Line to find words in"
    MEANING = "Meaning"
    BRIEFING = "Briefing"
    SAVE_AS = "Save as"
    YEAR = "All councils of a year"
    YEAR_LIST = "Table of a year"
    YEAR_SORT = "What to sort by"
    COVERAGE = "Letters by year"
    COVERAGE_LIST = "Table of letters by year"
    LISTS = "Any list"
    WORDS = "Words in all letters"
    WORDS_BOX = "Box for words"
    HITS = "List of letters found"
    REVIEW = "Needs a look"
    REVIEW_LIST = "List of what needs a look"
    CORRECTION = "Set by hand"
    COUNCIL_BOX = "Set by hand: the council"
    YEAR_BOX = "Set by hand: the year"
    COMPARE = "Compare"
    COMPARED = "Councils compared"
    COMPARE_WITH = "Whom to compare with"
    COMPARE_ADD = "Box for one more council"
    SET_NAME = "Name of a set"
    IMPORT = "Import"
    OUTCOMES = "Outcomes of an import"
    PATHS = "Box for paths"
    TREE = "Tree of files"

    @property
    def distance(self) -> int:
        """How far from its reader it works: 0 the pane in use, then the screen, any list, everywhere."""
        return _DISTANCES.get(self, 0)


_DISTANCES = {
    Group.MAIN: 1,
    Group.WORDS: 1,
    Group.YEAR: 1,
    Group.COVERAGE: 1,
    Group.REVIEW: 1,
    Group.IMPORT: 1,
    Group.COMPARE: 1,
    Group.CORRECTION: 1,
    Group.LISTS: 2,
    Group.EVERYWHERE: 3,
}
"""The groups that work in more places than one pane."""


class Command(NamedTuple):
    """One thing a key does.

    `keys` are Textual's names of keys, the first being the one shown in the footer. `action` is the action
    run on whatever the group's bindings belong to. `name` is a word or two for the footer and the palette,
    `sentence` what the command does, in full. `footer`: shown at the foot of the screen. `palette`: worth a
    line in the palette (moving a cursor is not). `priority`: also while a text box or a dialog has the keys.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    name: str
    sentence: str
    group: Group
    footer: bool = False
    palette: bool = True
    priority: bool = False

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys that it has now, as a person reads them on a keyboard."""
        return tuple(map(name_key, _REMAPPED.get(self.id, self.keys)))

    @property
    def bindings(self) -> list[Binding]:
        """A binding for each key, with the id of the command and its sentence as tooltip."""
        return [
            Binding(
                key,
                self.action,
                self.name,
                show=self.footer,
                key_display=name_key(key),
                tooltip=self.sentence,
                priority=self.priority,
                id=self.id,
            )
            for key in self.keys
        ]


def use_keys(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Have the commands of these ids known by other keys, as the one browser of the program has them; no others."""
    _REMAPPED.clear()
    _REMAPPED.update(keys)


def name_key(key: str) -> str:
    """A key as a person reads it on a keyboard."""
    name = _KEY_NAMES.get(key) or key_to_character(_CHARACTER_NAMES.get(key, key))
    if name is None and key.startswith("ctrl+"):
        return f"^{name_key(key.removeprefix('ctrl+'))}"
    return name or key[:1].upper() + key[1:]


_REMAPPED: dict[str, tuple[str, ...]] = {}

_CHARACTER_NAMES = {short: whole for whole, short in KEY_NAME_REPLACEMENTS.items()}
"""Textual's short names of characters, which it does not know the characters by."""

_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
    "plus": "+",
    "minus": "-",
    "backspace": "Backspace",
    "f1": "F1",
    "ctrl+d": "^d",
    "ctrl+u": "^u",
    "ctrl+l": "^l",
    "ctrl+p": "^p",
    "ctrl+q": "^q",
    "ctrl+t": "^t",
    "ctrl+z": "^z",
}
