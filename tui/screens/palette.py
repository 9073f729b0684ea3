"""What the command palette offers: the commands that work where the focus is, and every council."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import Button, Input

from db.councils.resolve import EntryMatch
from db.text.clean import one_line
from tui.keymap import Command, find_command
from tui.screens.leavable import LeavableScreen

_WORD = re.compile(r"\w+")

_MAX_COUNCILS = 10
"""Councils offered for what is typed."""

_NAME, _PART_OF_NAME, _SENTENCE = 1.0, 0.8, 0.4
"""What a command is worth whose name begins with what is typed, has it somewhere, or whose sentence has it."""

_COUNCIL, _COUNCIL_GUESSED = 0.9, 0.2
"""What a council is worth whose name has what is typed, or is only like it."""

_STEP = 0.001
"""How much less the next of them is worth."""


@runtime_checkable
class CouncilScreen(Protocol):
    """A screen on which a council can be gone to."""

    def find_councils(self, typed: str) -> Sequence[EntryMatch]:
        """The councils with letters here that a name fits, best first, with how it fits."""

    def open_council(self, council_id: int) -> None:
        """Go to a council."""


class Palette(LeavableScreen[None], CommandPalette):
    """Textual's own, which bears neither a page key before the first picture of its list nor two Enters at once."""

    def __init__(self) -> None:
        super().__init__(id="--command-palette")

    def _action_command_list(self, action: str) -> None:
        """Let the list take a key once it has lines."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    def _select_or_command(self, event: Input.Submitted | Button.Pressed | None = None) -> None:
        """Run what is chosen, once: what comes after that is for the screen behind."""
        if self.is_active:
            super()._select_or_command(event)


class CommandProvider(Provider):
    """The commands that work where the focus is."""

    async def discover(self) -> Hits:
        """All of them."""
        for node, action, command in self._list_active():
            yield DiscoveryHit(_draw_command(command), partial(self._run, node, action), command.name, command.sentence)

    async def search(self, query: str) -> Hits:
        """Those whose name or sentence has the words typed, or words that begin so."""
        for node, action, command in self._list_active():
            score = _score(command, query)
            if score > 0:
                yield Hit(
                    score, _draw_command(command), partial(self._run, node, action), command.name, command.sentence
                )

    async def _run(self, node: DOMNode, action: str) -> None:
        """Run a command where it works."""
        await self.app.run_action(action, node)

    def _list_active(self) -> Iterator[tuple[DOMNode, str, Command]]:
        """Each command that works here, with its action and what that runs on."""
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            command = find_command(active.binding)
            if command is None or not command.palette or not active.enabled or command.id in seen:
                continue
            seen.add(command.id)
            yield active.node, command.action, command


class CouncilProvider(Provider):
    """Every council with letters here, to go to by name."""

    async def search(self, query: str) -> Hits:
        """Those the name fits, best first."""
        screen = self.screen
        if not isinstance(screen, CouncilScreen):
            return
        matches = screen.find_councils(query)[:_MAX_COUNCILS]
        for rank, match in enumerate(matches):
            name = Content(one_line(match.entry.council.name))
            for start, end in match.spans:
                name = name.stylize("bold underline", start, end)
            line = Content.assemble("Go to ", name)
            open_it = partial(screen.open_council, match.entry.id)
            score = (_COUNCIL if match.spans else _COUNCIL_GUESSED) - rank * _STEP
            yield Hit(score, line, open_it, one_line(name.plain))


def _score(command: Command, query: str) -> float:
    """How well a command fits what is typed, 0 where it does not: by its name, else by the words of its sentence."""
    name, typed = command.name.casefold(), " ".join(query.casefold().split())
    if name.startswith(typed):
        return _NAME
    if _find_words(typed, name) is not None:
        return _PART_OF_NAME
    place = _find_words(typed, command.sentence.casefold())
    return 0 if place is None else _SENTENCE - place * _STEP


def _find_words(typed: str, text: str) -> int | None:
    """How many words come before the first in `text` that begins as one typed, if each typed is there; else None."""
    words = _WORD.findall(text)
    places = [[at for at, word in enumerate(words) if word.startswith(part)] for part in _WORD.findall(typed)]
    return min((found[0] for found in places), default=None) if all(places) else None


def _draw_command(command: Command) -> Content:
    """A command's name and its key."""
    return Content.assemble(command.name.capitalize(), (f"  {command.shown_keys[0]}", "dim"))
