"""What the command palette offers: the commands that work where the focus is, and every council."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from db.councils.resolve import EntryMatch
from db.text.clean import one_line
from tui.keymap import Command, find_command

_MAX_COUNCILS = 10
"""Councils offered for what is typed."""

_SENTENCE_WEIGHT = 0.1
"""What a command is worth whose sentence fits but not its name: it comes after every council that fits."""


@runtime_checkable
class CouncilScreen(Protocol):
    """A screen on which a council can be gone to."""

    def find_councils(self, typed: str) -> Sequence[EntryMatch]:
        """The councils with letters here that a name fits, best first, with how it fits."""

    def open_council(self, council_id: int) -> None:
        """Go to a council."""


class CommandProvider(Provider):
    """The commands that work where the focus is."""

    async def discover(self) -> Hits:
        """All of them."""
        for node, action, command in self._list_active():
            yield DiscoveryHit(_draw_command(command), partial(self._run, node, action), command.name, command.sentence)

    async def search(self, query: str) -> Hits:
        """Those whose name or sentence holds what is typed."""
        matcher = self.matcher(query)
        for node, action, command in self._list_active():
            score = max(min(matcher.match(command.name), 1), min(matcher.match(command.sentence), 1) * _SENTENCE_WEIGHT)
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
            yield Hit(1 - rank / len(matches), line, open_it, one_line(name.plain))


def _draw_command(command: Command) -> Content:
    """A command's name and its key."""
    return Content.assemble(command.name.capitalize(), (f"  {command.shown_keys[0]}", "dim"))
