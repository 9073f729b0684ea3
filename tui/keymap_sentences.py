"""Sentences that name keys: they name the keys that the commands have now, whoever gave them those."""

import re

from tui.keymap import COMMANDS

_COMMAND = re.compile(r"\{(\w+)\}")
_BY_ID = {command.id: command for command in COMMANDS}


def fill_in_keys(sentence: str) -> str:
    """A sentence of ours with the key of a command where its id stands in braces: "{import} brings some in".

    Raises:
        KeyError: no command has such an id.
    """
    return _COMMAND.sub(lambda found: _BY_ID[found[1]].shown_keys[0], sentence)
