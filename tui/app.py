"""The browser as a whole: its theme, its first screen, and what happens when something goes wrong."""

import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path, PurePath
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, cast

from rich.console import Console, RenderableType
from textual import events, on, work
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.geometry import Size
from textual.screen import Screen

from db.councils.order import EntryOrder
from tui.changed_cells import TerminalPicture
from tui.collecting import search_again, search_everything
from tui.draw.colours import choose_colours
from tui.import_session import ImportSession
from tui.keymap import COMMANDS, Group, make_bindings
from tui.keymap_model import use_keys
from tui.keymap_sentences import fill_in_keys
from tui.panes.councils import CouncilsPane
from tui.screens.key_line import KeyLine
from tui.screens.layout import MEDIUM_WIDTH, ROOMY_WIDTH, VERY_WIDE_WIDTH, WIDE_WIDTH, is_too_small
from tui.screens.main import MainScreen
from tui.settings import Settings, change, find_settings_file, load
from tui.terminal_driver import choose_driver

if TYPE_CHECKING:
    from textual.types import AnimationLevel

    from tui.screens.first_question import FirstQuestion

DARK, LIGHT = "textual-dark", "textual-light"
NO_COLOUR = "ansi-dark"

_SORT_WAS_BY_HAND = "In version 0.1 {sort} set a letter's council and year by hand; {correct} does that now."

_BEFORE_GARBAGE = 1.0
"""Seconds until garbage is searched for: by then the first picture stands."""

_UNTIL_GONE = 0.3
"""Seconds after a screen was left until garbage is searched for: by then it has gone, and the one below is drawn."""

_MOST_COMPLAINTS = 2
"""Of settings that are not taken, how many a notice has room for."""


def _load_commands() -> type[Provider]:
    """What offers commands in the palette."""
    from tui.screens.palette import CommandProvider

    return CommandProvider


def _load_councils() -> type[Provider]:
    """What offers councils there."""
    from tui.screens.palette import CouncilProvider

    return CouncilProvider


class Upheld(App[None]):
    """The browser on one library.

    `council` is a council's name, as somebody writes it, to open at. `sample`: the library is thrown away in
    the end, which the screen says, and so is the choice of theme. `settings` is the file in which that is kept.
    `failure` is the error that nobody foresaw, if one ended the browser.
    `import_session` is what is known of imports for as long as the browser is open.
    """

    TITLE = "upheld"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "app.tcss",
        "screens/main.tcss",
    ]  # Textual loads none of a first screen's own
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.EVERYWHERE)]
    # Textual's own annotation of this one makes it an attribute of the instance for a type checker.
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (MEDIUM_WIDTH, "-medium"),
        (ROOMY_WIDTH, "-roomy"),
        (WIDE_WIDTH, "-wide"),
        (VERY_WIDE_WIDTH, "-very-wide"),
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_load_commands, _load_councils}

    def __init__(
        self, library: Path, council: str | None = None, *, sample: bool = False, settings: Path | None = None
    ) -> None:
        # Without colour the terminal's own two are used; Textual takes that only while it is constructed.
        self._colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(driver_class=choose_driver(), ansi_color=True if self._colourless else None)
        self._picture = TerminalPicture()
        self._settings = settings or find_settings_file()
        self._is_throwaway = sample
        self._keeping = Lock()
        self._chosen: dict[str, str] = {}
        self.failure: Exception | None = None
        self._is_ending = False
        self._was_too_small = False
        self._screens = 1
        self.import_session = ImportSession()
        self._is_asking_to_quit = False
        self._main = MainScreen(library, self.import_session, council, sample=sample)
        self._complaints = self._heed_settings(load(self._settings))

    def _heed_settings(self, kept: Settings) -> tuple[str, ...]:
        """Take the settings; what of them cannot be taken, in sentences."""
        complaints = list(kept.complaints)
        if self._colourless:
            self.theme = NO_COLOUR
        elif "TEXTUAL_THEME" not in os.environ:
            self.theme = kept.theme if kept.theme in self.available_themes else DARK
            if kept.theme is not None and self.theme != kept.theme:
                from tui.keymap_remap import suggest

                complaints.append(f"There is no theme “{kept.theme}”{suggest(kept.theme, self.available_themes)}.")
        if kept.animation and "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = cast("AnimationLevel", kept.animation)
        if kept.sort:
            self._main.order = EntryOrder(kept.sort)
        # Version 0.1 kept a theme and nothing else: whoever has that alone may know the keys of then.
        self._may_know_older_keys = kept.theme is not None and kept.sort is None
        use_keys({})
        if kept.keymap is None:
            return tuple(complaints)
        from tui.keymap_remap import read_keymap

        remapping = read_keymap(kept.keymap, COMMANDS)
        use_keys(remapping.keys)
        self.set_keymap({name: ",".join(keys) for name, keys in remapping.keys.items()})
        return (*complaints, *remapping.complaints)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the browser, whatever still goes wrong in what is half drawn."""
        self._is_ending = True
        super().exit(result, return_code, message)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the first error that nobody foresaw; Textual ends the browser. One that ends already goes on ending."""
        if self._is_ending:
            self._close_messages_no_wait()
            return
        self.failure = self.failure or error
        super()._handle_exception(error)

    def ask_ahead(self, asked: "FirstQuestion | None" = None) -> None:
        """Ask the library for what the first picture shows, while there is no screen yet, unless it has been asked."""
        self._main.ask_ahead(asked)

    def get_default_screen(self) -> MainScreen:
        """The councils, the statistics and the letter."""
        return self._main

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours with ours among them."""
        ours = choose_colours(is_dark=self.current_theme.dark, is_ansi=self.current_theme.ansi)
        self.theme_variables = {**super().get_css_variables(), **ours}
        return self.theme_variables

    def on_mount(self) -> None:
        """A notice is about what was in front when it came: it goes with the next screen or dialog."""
        self.set_timer(_BEFORE_GARBAGE, search_again)
        self.screen_change_signal.subscribe(self, self._follow_screen)
        if self._complaints:
            told, more = self._complaints[:_MOST_COMPLAINTS], len(self._complaints) - _MOST_COMPLAINTS
            sentences = [*told, f"Not taken either: {more} more."] if more > 0 else told
            self.call_after_refresh(
                self._main.show_notice, f"{self._settings.name}: {' '.join(sentences)}", warning=True
            )
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw())

    async def on_event(self, event: events.Event) -> None:
        """With the next key, too, a notice goes, or what is told at the foot, before what that key has to say."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if len(self._notifications):
                self.clear_notifications()
            for widget in self.screen.children:
                if isinstance(widget, KeyLine):
                    widget.forget()
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Put a sentence in front of everything while the terminal is too small, and take it away after."""
        self.action_redraw()  # a terminal that changes its size moves what it shows
        if not is_too_small(*event.size) and self._is_covered():
            self.screen.dismiss(None)
        self._cover(event.size)

    def _follow_screen(self, _screen: Screen[object]) -> None:
        """Have no notice stay that was about another screen, and nothing come before the sentence."""
        self.clear_notifications()
        self.call_later(lambda: self._cover(self.size))
        before, self._screens = self._screens, len(self.screen_stack)
        if self._screens < before:
            self.set_timer(_UNTIL_GONE, search_everything)

    def _cover(self, size: Size) -> None:
        """While the terminal is too small, put the sentence in front of everything."""
        if is_too_small(*size) and not self._is_covered():
            from tui.screens.too_small import TooSmallScreen

            self._was_too_small = True
            self.push_screen(TooSmallScreen())

    def _is_covered(self) -> bool:
        """Whether the sentence is in front, whose screen few terminals ever see."""
        if not self._was_too_small:
            return False
        from tui.screens.too_small import TooSmallScreen

        return isinstance(self.screen, TooSmallScreen)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write to the terminal only what it does not show already."""
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self.is_headless:
            renderable = self._picture.keep_changes(renderable)
        super()._display(screen, renderable)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text. Where nothing is selected to be copied or cut, what was copied before stays."""
        if text:
            super().copy_to_clipboard(text)

    def action_redraw(self) -> None:
        """Draw everything anew, for whatever else was written to the terminal meanwhile."""
        self._picture.forget()
        for screen in self.screen_stack:
            screen.refresh()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import HelpScreen  # the first picture needs none of what only some go to

        self.push_screen(HelpScreen())

    def action_command_palette(self) -> None:
        """Open the palette, unless one is open already, be it behind something else."""
        from tui.screens.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette())

    async def action_quit(self) -> None:
        """Quit; but while an import runs, ask first, where the terminal is not too small for a question."""
        running = self.import_session.running
        if running is None or self._is_covered():
            self.exit()
        elif not self._is_asking_to_quit:
            from tui.screens.confirm import ConfirmScreen

            self._is_asking_to_quit = True
            sentence = f"{running.progress_text} Stop it and quit? What is in stays in."
            question = ConfirmScreen("Quit", sentence, no="Go on importing", yes="Stop and quit")
            self.push_screen(question, self._quit_if_wanted)

    def _quit_if_wanted(self, is_wanted: bool | None) -> None:
        """Quit, if that was the answer."""
        self._is_asking_to_quit = False
        if is_wanted:
            self.exit()

    def action_theme(self) -> None:
        """Change between dark and light, and keep the choice, but for a library that is thrown away."""
        self.theme = LIGHT if self.current_theme.dark else DARK
        if not self._is_throwaway:
            self._keep(theme=self.theme)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without colour there is no theme to change, and behind the sentence of a terminal too small no palette."""
        if action == "command_palette":
            return not self._is_covered()
        return action != "theme" or not self._colourless

    @on(CouncilsPane.Sorted)
    def _keep_sort(self, message: CouncilsPane.Sorted) -> None:
        """Keep the order of the list of councils, but for a library that is thrown away."""
        message.stop()
        if self._is_throwaway:
            return
        self._keep(sort=message.order.value)
        if self._may_know_older_keys:
            self._may_know_older_keys = False
            self._main.show_notice(fill_in_keys(_SORT_WAS_BY_HAND))

    def _keep(self, **chosen: str) -> None:
        """Keep what was chosen for the next time."""
        self._chosen |= chosen
        self._write_settings()

    @work(thread=True, group="settings", exit_on_error=False, description="settings")
    def _write_settings(self) -> None:
        """Write down what is chosen once it is this thread's turn, so that the last to write writes the last."""
        try:
            with self._keeping:
                change(self._settings, **self._chosen)
        except OSError:
            self.notify("The choice could not be kept for the next time.", markup=False)


def run(
    library: Path, council: str | None = None, *, sample: bool = False, asked: "FirstQuestion | None" = None
) -> int:
    """Open the browser; `asked` is the question for its first picture, if it has been asked already.

    The exit code: 0; 128 and the signal's number where one ended it; or 1 where something went wrong that nobody
    foresaw.

    The error itself goes to the log; the user gets a sentence, in a terminal that is as it was before.
    """
    app = Upheld(library, council, sample=sample)
    app.error_console = Console(file=StringIO())  # Textual shows what is in every variable
    try:
        app.ask_ahead(asked)
        app.run()
    except Exception as error:
        return _report(error)
    return _report(app.failure) if app.failure else app.return_code or 0


def _report(error: Exception) -> int:
    """Write an error to the log, and a sentence for the user; the exit code."""
    from tui.crash_log import record

    sys.stderr.write(f"upheld: {record(error)}\n")
    return 1
