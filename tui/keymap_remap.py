"""Other keys for the commands, as a person wrote them by hand: taken where they can be, and else said in a sentence.

Textual's own handling drops a command without a word where its key is given to another, and takes no notice of a name
that is wrong: so what it is given is looked through here first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import KEY_ALIASES, KEY_NAME_REPLACEMENTS, Keys, key_to_character

from tui.keymap_model import Command, Group, name_key

_MODIFIERS = frozenset(["alt", "ctrl", "shift", "super", "hyper", "meta"])
_NAMED = frozenset(key.value for key in Keys) | frozenset(KEY_NAME_REPLACEMENTS.values())
_OTHER_NAMES = {alias: key for key, aliases in KEY_ALIASES.items() for alias in aliases}
"""What a terminal cannot tell from another key, as Ctrl+I from Tab."""

_PLACES = (
    (Group.FIND, Group.MAIN),
    (Group.COUNCILS, Group.LISTS, Group.MAIN),
    (Group.STATISTICS, Group.LISTS, Group.MAIN),
    (Group.LETTER, Group.MAIN),
    (Group.FIND_LINE, Group.MAIN),
    (Group.REVIEW_LIST, Group.LISTS, Group.REVIEW),
    (Group.LETTER, Group.REVIEW),
    (Group.FIND_LINE, Group.REVIEW),
    (Group.COUNCIL_BOX, Group.CORRECTION),
    (Group.YEAR_BOX, Group.CORRECTION),
    (Group.OUTCOMES, Group.LISTS, Group.IMPORT),
    (Group.PATHS, Group.IMPORT),
    (Group.TREE, Group.IMPORT),
)
"""The groups whose keys work at one time, besides those that work everywhere."""


class Remapping(NamedTuple):
    """`keys` are the commands' new keys by id, in Textual's names; `complaints` say what was not taken, and why."""

    keys: Mapping[str, tuple[str, ...]]
    complaints: tuple[str, ...]


def read_keymap(wanted: object, commands: Iterable[Command]) -> Remapping:
    """The keymap of the settings: an object with the id of a command and its key, or a list of keys, for each."""
    if not isinstance(wanted, dict):
        return Remapping({}, ("“keymap” takes an object: the id of a command and its key, for each.",))
    known = {command.id: command for command in commands}
    keys: dict[str, tuple[str, ...]] = {}
    complaints: list[str] = []
    for name, given in wanted.items():
        if name not in known:
            complaints.append(f"There is no command “{name}”{suggest(name, known)}.")
            continue
        read = [(each, _read_key(each)) for each in (given if isinstance(given, list) else [given])]
        wrong = [str(each) for each, key in read if key is None]
        if wrong or not read:
            said = f"“{wrong[0]}” is no key{suggest(wrong[0], sorted(_NAMED))}" if wrong else "it has no key"
            complaints.append(f"“{name}” keeps {_name_keys(known[name].keys)}: {said}.")
        else:
            keys[name] = tuple(dict.fromkeys(key for _, key in read if key is not None))
    _drop_clashes(keys, known, complaints)
    return Remapping(keys, tuple(complaints))


def _drop_clashes(keys: dict[str, tuple[str, ...]], known: Mapping[str, Command], complaints: list[str]) -> None:
    """Leave a command its own keys where a new one is another command's in the same place.

    What is left so may be in the way of a further one: that is looked for until nothing is.
    """
    while clash := next(_list_clashes(keys, known), None):
        name, key, other = clash
        del keys[name]
        own = _name_keys(known[name].keys)
        complaints.append(f"“{name}” keeps {own}: {name_key(key)} is the key of “{other}” in the same place.")


def _list_clashes(keys: dict[str, tuple[str, ...]], known: Mapping[str, Command]) -> Iterator[tuple[str, str, str]]:
    """Each command with a new key that another command has where it works: its id, the key, and the other's id.

    The last in the settings comes first. A key that both have from the beginning is one's in the place of the other.
    """
    for name in reversed(keys):
        for key in keys[name]:
            for other, command in known.items():
                if (
                    other != name
                    and key in keys.get(other, command.keys)
                    and not (key in known[name].keys and key in command.keys)
                    and _work_together(known[name].group, command.group)
                ):
                    yield name, key, other


def _work_together(one: Group, other: Group) -> bool:
    """Whether the keys of two groups work at one time."""
    if one is other or Group.EVERYWHERE in (one, other):
        return True
    return any(one in place and other in place for place in _PLACES)


def _read_key(written: object) -> str | None:
    """Textual's name of a key that is written as a character or by its name; None where it is none."""
    if not isinstance(written, str) or not written.strip() or (len(written) > 1 and "," in written):
        return None
    (binding,) = Binding.make_bindings([Binding(written.strip() if written != "," else "comma", "", "")])
    *modifiers, base = binding.key.split("+")
    is_key = binding.key in _NAMED or (
        _MODIFIERS.issuperset(modifiers) and (base in _NAMED or key_to_character(base) is not None)
    )
    return _OTHER_NAMES.get(binding.key, binding.key) if is_key else None


def _name_keys(keys: Iterable[str]) -> str:
    """Keys as a person reads them."""
    return " ".join(map(name_key, keys))


def suggest(name: str, names: Iterable[str]) -> str:
    """The name most like the one that is none, as a question; nothing where none is like it."""
    near = get_close_matches(name, list(names), n=1)
    return f" (did you mean “{near[0]}”?)" if near else ""


def list_ids(commands: Sequence[Command]) -> str:
    """The ids of the commands, group by group, for the README: by them the settings give a command other keys."""
    ids = {group: [f"`{command.id}`" for command in commands if command.group is group] for group in Group}
    return "\n".join(f"- {group}: {', '.join(each)}" for group, each in ids.items())
