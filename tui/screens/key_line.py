"""The line of keys at the foot of a screen: what can be pressed here. A key is left out, never cut off."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from db.text.clean import one_line
from tui.keymap import Command, find_command
from tui.keymap_foot import HELP_IDS, MOST_KEYS, rank_at_foot
from tui.keymap_model import name_key

_GAP = 2
_TOLD_SECONDS = 2.5
_KEY_STYLE = "$footer-key-foreground bold"
_NAME_STYLE = "$footer-description-foreground"


class KeyLine(Static):
    """The few keys that matter most in the pane in use, the most useful first, and last that of the help.

    `name_key` says what a key does from where its reader is, for screens that know better than the command; None
    where it is not to be offered there.
    """

    _told: Content | None = None
    _drawn: Content | None = None
    _kept: Sequence[Binding] | None = None
    """The keys that are drawn, if they are."""

    name_key: Callable[[Command], str | None] = staticmethod(attrgetter("name"))

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def tell(self, sentence: str) -> None:
        """Say something in place of the keys for a few seconds, or until a key is pressed, or something else said."""
        told = Content.styled(one_line(sentence), _KEY_STYLE)
        self._told = told
        self._draw()
        self.set_timer(_TOLD_SECONDS, lambda: self._forget(told))

    @property
    def told(self) -> str:
        """What is said now in place of the keys; empty where nothing is."""
        return self._told.plain if self._told is not None else ""

    def forget(self) -> None:
        """Draw the keys again."""
        if self._told is not None:
            self._told = None
            self._draw()

    def _forget(self, told: Content) -> None:
        """Draw the keys again, unless something else has been said since."""
        if self._told is told:
            self.forget()

    def _follow(self, screen: Screen[object]) -> None:
        """Draw what can be pressed now."""
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Fit what is shown to the new width."""
        self._draw()

    def _draw(self) -> None:
        """Draw the keys there is room for; while something is told, that."""
        if not self.is_attached or not self.content_size.width:  # the first resize draws it
            return
        if self._told is not None:
            self._kept = None
            self._show(self._told.truncate(max(self.content_size.width, 1), ellipsis=True))
            return
        actives = self.screen.active_bindings.values()
        found = [(command, each) for each in actives if (command := find_command(each.binding)) is not None]
        pane = next((command.group for command, _ in found if not command.group.distance), None)
        shown: dict[str, Binding] = {}
        for command, each in sorted(found, key=lambda pair: rank_at_foot(pair[0], pane)):
            if each.binding.show and each.enabled and (name := self.name_key(command)):
                shown.setdefault(each.binding.action, replace(each.binding, description=name))
        kept = fit_keys(list(shown.values()), self.content_size.width)
        if kept != self._kept:
            self._kept = kept
            self._show(draw_keys(kept))

    def _show(self, content: Content) -> None:
        """Draw this, unless it is there already; it never changes the line's size."""
        if self._drawn is None or not content.is_same(self._drawn):
            self._drawn = content
            self.update(content, layout=False)


def fit_keys(bindings: Sequence[Binding], width: int) -> list[Binding]:
    """The first of `bindings` that there is room for, no more than a reader takes in; the help is last and stays."""
    helps = [binding for binding in bindings if binding.id in HELP_IDS][:1]
    kept: list[Binding] = []
    left = width - sum(map(_measure_key, helps))
    if left < 0:
        return []
    for binding in bindings:
        is_one_more = binding.id not in HELP_IDS and len(kept) + len(helps) < MOST_KEYS
        if is_one_more:
            needed = _measure_key(binding) + (_GAP if kept or helps else 0)
            if needed <= left:
                kept.append(binding)
                left -= needed
    return [*kept, *helps]


def draw_keys(bindings: Sequence[Binding]) -> Content:
    """Keys and names side by side, each of which can be clicked."""
    return Content(" " * _GAP).join(_draw_key(binding) for binding in bindings)


def _measure_key(binding: Binding) -> int:
    """The cells that a key and what it does take."""
    return cell_len(_show_key(binding)) + 1 + cell_len(binding.description)


def _show_key(binding: Binding) -> str:
    """The key as it is shown."""
    return binding.key_display or name_key(binding.key)


def _draw_key(binding: Binding) -> Content:
    """A key and what it does, which a click on them does too."""
    click = Style.from_meta({"@click": f"app.simulate_key({binding.key!r})"})
    key = Content.styled(_show_key(binding), _KEY_STYLE)
    return Content.assemble(key, " ", (binding.description, _NAME_STYLE)).stylize(click)
