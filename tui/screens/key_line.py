"""The line of keys at the foot of a screen: what can be pressed here. A key is left out, never cut off."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from db.text.clean import one_line
from tui.keymap import COMMANDS, Command, Group, find_command
from tui.keymap_model import name_key

_GAP = 2
_TOLD_SECONDS = 2.5
_KEY_STYLE = "$footer-key-foreground bold"
_NAME_STYLE = "$footer-description-foreground"


class KeyLine(Static):
    """The keys of whatever has the focus, then the screen's, then those that work everywhere.

    `name_key` says what a key does from where its reader is, for screens that know better than the command; None
    where it is not to be offered there.
    """

    _told: Content | None = None

    name_key: Callable[[Command], str | None] = staticmethod(attrgetter("name"))

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def tell(self, sentence: str) -> None:
        """Say something in place of the keys for a few seconds; a later sentence takes its place at once."""
        told = Content.styled(one_line(sentence), _KEY_STYLE)
        self._told = told
        self._draw()
        self.set_timer(_TOLD_SECONDS, lambda: self._forget(told))

    def _forget(self, told: Content) -> None:
        """Draw the keys again, unless something else has been said since."""
        if self._told is told:
            self._told = None
            self._draw()

    def _follow(self, screen: Screen[object]) -> None:
        """Draw what can be pressed now."""
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Fit what is shown to the new width."""
        self._draw()

    def _draw(self) -> None:
        """Draw the keys there is room for, nearest first; while something is told, that."""
        if not self.is_attached:
            return
        if self._told is not None:
            self.update(self._told.truncate(max(self.content_size.width, 1), ellipsis=True))
            return
        actives = self.screen.active_bindings.values()
        enabled = [each.binding for each in actives if each.binding.show and each.enabled]
        ours = [(command, binding) for binding in enabled if (command := find_command(binding)) is not None]
        shown: dict[str, Binding] = {}
        for command, binding in sorted(ours, key=lambda pair: _rank(pair[0])):
            if name := self.name_key(command):
                shown.setdefault(binding.action, replace(binding, description=name))
        self.update(draw_keys(fit_keys(list(shown.values()), self.content_size.width)))


def fit_keys(bindings: Sequence[Binding], width: int) -> list[Binding]:
    """As many of `bindings` as there is room for, those that work everywhere before the others."""
    kept = list(bindings)
    while kept and draw_keys(kept).cell_length > width:
        local = [binding for binding in kept if not _works_everywhere(binding)]
        kept.remove((local or kept)[-1])
    return kept


def draw_keys(bindings: Sequence[Binding]) -> Content:
    """Keys and names side by side, each of which can be clicked."""
    return Content(" " * _GAP).join(_draw_key(binding) for binding in bindings)


def _draw_key(binding: Binding) -> Content:
    """A key and what it does, which a click on them does too."""
    click = Style.from_meta({"@click": f"app.simulate_key({binding.key!r})"})
    key = Content.styled(binding.key_display or name_key(binding.key), _KEY_STYLE)
    return Content.assemble(key, " ", (binding.description, _NAME_STYLE)).stylize(click)


def _rank(command: Command) -> tuple[int, int]:
    """Near to far: what the pane in use does, what the screen does, what works everywhere; each in its own order."""
    return command.group.distance, COMMANDS.index(command)


def _works_everywhere(binding: Binding) -> bool:
    """Whether a key works on every screen."""
    command = find_command(binding)
    return command is not None and command.group is Group.EVERYWHERE
