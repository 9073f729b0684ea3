"""The panes of the main screen: which are in sight, and which has the keys."""

from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from db.councils.order import EntryOrder
from tui.draw.labels import describe_sorted
from tui.keymap import Command
from tui.panes.council_list import FindBox
from tui.panes.councils import CouncilsPane
from tui.panes.letter import LetterPane
from tui.panes.statistics import StatisticsPane
from tui.screens.key_line import KeyLine
from tui.screens.layout import PANE_NAMES, Pane, choose_panes, step_pane
from tui.screens.main_questions import MainQuestionsScreen
from tui.screens.undo import UndoHistory

_VISITS = 20
"""Councils shown until what was worked out to draw them is let go of: the next takes a little longer to draw."""


class MainPanesScreen(MainQuestionsScreen):
    """Councils at the left, statistics above the letter at the right; fewer panes where there is less room."""

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self.order = EntryOrder.NAME
        """What the list of councils is in order of when the screen opens."""
        self._active_pane = Pane.COUNCILS
        self._is_zoomed = False
        self._is_finding = True
        self._visits = 0

    def compose(self) -> ComposeResult:
        """The panes, whose titles name the council and the year, and the keys."""
        with Horizontal():
            yield CouncilsPane(id=Pane.COUNCILS)
            with Vertical(id="reading"):
                yield StatisticsPane(id=Pane.STATISTICS)
                yield LetterPane(id=Pane.LETTER)
        keys = KeyLine(id="keys")
        keys.name_key = self._name_key
        yield keys

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing while the panes and the keys cover all of the screen.

        Textual would cut each line of it round whatever stands on it, to throw the pieces away.
        """
        seen = self._compositor.visible_widgets
        tiles = [seen[tile] for tile in (self._councils, self._statistics, self._letter, self._keys) if tile in seen]
        is_covered = sum(region.intersection(clip).area for region, clip in tiles) == self.size.area
        return [] if is_covered else super().render_lines(crop)

    def count_visit(self) -> None:
        """Another council is shown: of what was worked out to draw those before it most is never asked for again."""
        self._visits += 1
        if self._visits % _VISITS == 0:
            from tui.letting_go import let_go_of_answers  # the first picture needs it not

            let_go_of_answers()

    @property
    def _councils(self) -> CouncilsPane:
        """The councils."""
        return self.query_one(CouncilsPane)

    @property
    def _statistics(self) -> StatisticsPane:
        """The statistics."""
        return self.query_one(StatisticsPane)

    @property
    def _letter(self) -> LetterPane:
        """The letter."""
        return self.query_one(LetterPane)

    @property
    def _keys(self) -> KeyLine:
        """The keys."""
        return self.query_one(KeyLine)

    def _focus_pane(self, pane: Pane) -> None:
        """Give the keys to a pane, and bring it in sight."""
        targets: dict[Pane, Widget] = {
            Pane.COUNCILS: self._councils.council_list,
            Pane.STATISTICS: self._statistics,
            Pane.LETTER: self._letter,
        }
        self._active_pane = pane
        self._arrange()
        self.set_focus(targets[pane])

    @property
    def _panes_in_sight(self) -> frozenset[Pane]:
        """The panes that are shown now."""
        return choose_panes(self.app.size.width, self._active_pane, zoomed=self._is_zoomed)

    def _arrange(self) -> None:
        """Show the panes there is room for."""
        seen = self._panes_in_sight
        self._is_finding = self._is_finding and self._active_pane is Pane.COUNCILS
        self.set_class(not self._is_finding, "-reading")
        self.set_class(self._active_pane is Pane.LETTER, "-at-letter")
        self._councils.display = Pane.COUNCILS in seen
        self.query_one("#reading").display = seen != {Pane.COUNCILS}
        self._statistics.display = Pane.STATISTICS in seen
        self._letter.display = Pane.LETTER in seen
        self._statistics.show_letter_name(is_shown=Pane.LETTER not in seen)
        self._letter.show_council_name(is_shown=Pane.STATISTICS not in seen)

    def on_mount(self) -> None:
        """Have the first picture show the panes there is room for, and no others."""
        self._arrange()

    def on_resize(self, event: events.Resize) -> None:
        """Show the panes there is room for now."""
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane the keys go to, also when a click put them there.

        The list is wide while a council is looked for. It stays narrow when Tab merely passes through it, so that
        nothing else moves. What has lost the keys again by now, to the next of two keys typed at once, is no news.
        """
        if event.widget is not self.focused:
            return
        if isinstance(event.widget, FindBox) and not self._is_finding:
            self._active_pane, self._is_finding = Pane.COUNCILS, True
            self._arrange()
        for pane in Pane:
            if self.query_one(f"#{pane}") in event.widget.ancestors_with_self and pane is not self._active_pane:
                self._active_pane = pane
                self._arrange()

    def forget_ways_back(self) -> None:
        """Have Esc lead to no other screen: whoever comes from one next goes back to that one alone."""

    def action_next_pane(self) -> None:
        """Give the keys to the next pane."""
        self._focus_pane(step_pane(self._active_pane, 1))

    def action_previous_pane(self) -> None:
        """Give the keys to the pane before."""
        self._focus_pane(step_pane(self._active_pane, -1))

    def action_next_council(self) -> None:
        """Show the next council of the list, in the pane in use."""
        self._step_council(1, "This is the last council of the list.")

    def action_previous_council(self) -> None:
        """Show the council before it in the list, in the pane in use."""
        self._step_council(-1, "This is the first council of the list.")

    def _step_council(self, step: int, why_not: str) -> None:
        """Go on in the list; what that highlights is shown, and the keys stay where they are."""
        if not self._councils.step(step):
            self.show_notice(
                why_not if self._councils.council_list.highlighted is not None else "There is no council to go on from."
            )

    def action_sort(self) -> None:
        """Sort the list of councils by the next of its orders, and say which that is."""
        order = self._councils.sort_next()
        self._keys.tell(describe_sorted(order))

    def action_zoom(self) -> None:
        """Show the pane in use alone, or all there is room for."""
        self._is_zoomed = not self._is_zoomed
        self._arrange()
        self.refresh_bindings()

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here, as the foot of the screen has it; None where it is not offered there."""
        if command.id == "zoom":
            is_of_use = self._active_pane is not Pane.COUNCILS and len(self._panes_in_sight) > 1
            return "all panes" if self._is_zoomed else command.name if is_of_use else None
        sought = self._letter.marked_places
        if sought is not None and command.id in ("next_figure", "find_line_accept", "find_line_next"):
            if sought.words.strip() and not sought.places:
                return None
            return "next match" if command.id == "next_figure" else command.name
        return PANE_NAMES[step_pane(self._active_pane, 1)] if command.id == "next_pane" else command.name
