"""Every command of the browser, once: bindings, footer, help, palette and the README's table follow."""

from collections.abc import Mapping
from functools import cache

from textual.binding import Binding

from tui.keymap_compare import COMPARE_COMMANDS
from tui.keymap_copy import COPY_COMMANDS
from tui.keymap_coverage import COVERAGE_COMMANDS, OPEN_COVERAGE, OPEN_COVERAGE_FROM_YEAR
from tui.keymap_import import IMPORT_COMMANDS
from tui.keymap_letter import LETTER_COMMANDS
from tui.keymap_model import Command, Group, name_key
from tui.keymap_take_away import TAKE_AWAY_COMMANDS
from tui.keymap_terminal import TERMINAL_COMMANDS
from tui.keymap_words import WORDS_COMMANDS
from tui.keymap_year import OPEN_YEAR, YEAR_COMMANDS

__all__ = [
    "COMMANDS",
    "Command",
    "Group",
    "build_key_table",
    "find_command",
    "list_commands",
    "make_bindings",
]

_EVERYWHERE, _MAIN, _FIND, _COUNCILS = Group.EVERYWHERE, Group.MAIN, Group.FIND, Group.COUNCILS
_STATISTICS, _LISTS = Group.STATISTICS, Group.LISTS
_REVIEW, _REVIEW_LIST = Group.REVIEW, Group.REVIEW_LIST
_CORRECTION, _COUNCIL_BOX, _YEAR_BOX = Group.CORRECTION, Group.COUNCIL_BOX, Group.YEAR_BOX

COMMANDS: tuple[Command, ...] = (
    Command(
        "help",
        ("question_mark", "f1"),
        "help",
        "help",
        "Show the keys, and what the marks mean.",
        _EVERYWHERE,
        footer=True,
    ),
    Command("quit", ("q",), "quit", "quit", "Leave upheld.", _EVERYWHERE, footer=True),
    Command(
        "quit_now",
        ("ctrl+q",),
        "quit",
        "quit",
        "Leave upheld, from a text box too.",
        _EVERYWHERE,
        footer=True,
        palette=False,
        priority=True,
    ),
    Command(
        "palette",
        ("ctrl+p",),
        "command_palette",
        "commands",
        "Choose a command or a council by typing part of its name.",
        _EVERYWHERE,
        palette=False,
        priority=True,
    ),
    *TERMINAL_COMMANDS,
    Command(
        "theme",
        ("t",),
        "theme",
        "dark or light",
        "Change between dark and light; the choice is kept, but not with --sample.",
        _EVERYWHERE,
    ),
    Command(
        "next_pane",
        ("tab",),
        "next_pane",
        "next pane",
        "Go to the next pane: from the councils to the figures, to the letter, to the councils.",
        _MAIN,
        footer=True,
        palette=False,
    ),
    Command(
        "older", ("left_square_bracket",), "older", "older", "Show the letter of the year before.", _MAIN, footer=True
    ),
    Command(
        "newer", ("right_square_bracket",), "newer", "newer", "Show the letter of the year after.", _MAIN, footer=True
    ),
    Command(
        "next_council",
        ("J",),
        "next_council",
        "next council",
        "Show the next council of the list, without leaving the figures or the letter.",
        _MAIN,
    ),
    Command(
        "previous_council",
        ("K",),
        "previous_council",
        "previous council",
        "Show the council before it in the list.",
        _MAIN,
    ),
    Command(
        "find_council",
        ("slash",),
        "find_council",
        "find",
        "Find a council by any part of its name; in the letter, words.",
        _MAIN,
        footer=True,
        priority=True,  # the letters typed after it at once must not go to another pane
    ),
    Command("import", ("i",), "import", "import", "Bring in letters from files and folders.", _MAIN, footer=True),
    OPEN_YEAR,
    OPEN_COVERAGE,
    Command(
        "back",
        ("escape",),
        "back",
        "back",
        "Go back: from the letter to the statistics, to the councils, to all councils.",
        _MAIN,
        footer=True,
        palette=False,
    ),
    Command(
        "previous_pane",
        ("shift+tab",),
        "previous_pane",
        "previous pane",
        "Go to the pane before.",
        _MAIN,
        palette=False,
    ),
    Command(
        "zoom", ("z",), "zoom", "one pane", "Give the whole screen to this pane, or share it again.", _MAIN, footer=True
    ),
    Command(
        "review",
        ("exclamation_mark",),
        "review",
        "needs a look",
        "List the letters that need a person's eye.",
        _MAIN,
    ),
    Command(
        "sort",
        ("s",),
        "sort",
        "sort",
        "Sort the list of councils by name, share upheld, gap to the average, cases or remarks; the choice is kept.",
        _MAIN,
    ),
    Command("correct", ("f",), "correct", "by hand", "Set the council and the year of this letter.", _MAIN),
    Command(
        "take_out",
        ("x",),
        "take_out",
        "take out",
        "Take the file of this letter out of the library, or all the samples; asks first.",
        _MAIN,
    ),
    Command("main_undo", ("u",), "undo", "undo", "Undo what was set by hand, dismissed or taken out last.", _MAIN),
    Command("main_redo", ("U",), "redo", "redo", "Do again what was undone last.", _MAIN),
    *COPY_COMMANDS,
    *TAKE_AWAY_COMMANDS,
    *COMPARE_COMMANDS,
    Command(
        "find_open",
        ("enter",),
        "submit",
        "open",
        "Go to the highlighted council.",
        _FIND,
        footer=True,
        palette=False,
    ),
    Command(
        "find_down",
        ("down",),
        "down",
        "list",
        "Highlight the next council found.",
        _FIND,
        footer=True,
        palette=False,
    ),
    Command("find_up", ("up",), "up", "up", "Highlight the council found before.", _FIND, palette=False),
    Command(
        "find_next",
        ("tab",),
        "screen.next_pane",
        "figures",
        "Go to the statistics.",
        _FIND,
        footer=True,
        palette=False,
    ),
    Command(
        "find_clear",
        ("escape",),
        "screen.back",
        "back",
        "Clear what is typed; from an empty box, go to the list.",
        _FIND,
        footer=True,
        palette=False,
    ),
    Command(
        "find_review",
        ("exclamation_mark",),
        "screen.review",
        "needs a look",
        "List the letters that need a person's eye; no council's name has this sign.",
        _FIND,
        priority=True,
    ),
    Command(
        "find_help",
        ("question_mark",),
        "app.help",
        "help",
        "Show the keys, and what the marks mean; no council's name has this sign.",
        _FIND,
        footer=True,
        palette=False,
        priority=True,
    ),
    Command(
        "find_again",
        ("slash",),
        "screen.find_council",
        "find",
        "Begin again: what is typed next takes the place of what is there.",
        _FIND,
        palette=False,
        priority=True,  # it stands for the screen's, which need not stand at the foot of this box
    ),
    Command(
        "open", ("enter",), "select", "open", "Go to the highlighted council.", _COUNCILS, footer=True, palette=False
    ),
    Command(
        "to_sentence",
        ("enter",),
        "select",
        "quote",
        "Go to the words that print the figure; from another year, to its figures; from the year shown, to its letter.",
        _STATISTICS,
        footer=True,
        palette=False,
    ),
    *LETTER_COMMANDS,
    *WORDS_COMMANDS,
    *YEAR_COMMANDS,
    OPEN_COVERAGE_FROM_YEAR,
    *COVERAGE_COMMANDS,
    Command("list_down", ("down", "j"), "cursor_down", "down", "Highlight the next line.", _LISTS, palette=False),
    Command("list_up", ("up", "k"), "cursor_up", "up", "Highlight the line before.", _LISTS, palette=False),
    Command(
        "list_page_down", ("pagedown", "ctrl+d"), "page_down", "page down", "Go down a page.", _LISTS, palette=False
    ),
    Command("list_page_up", ("pageup", "ctrl+u"), "page_up", "page up", "Go up a page.", _LISTS, palette=False),
    Command("list_first", ("home", "g"), "first", "first", "Go to the first line.", _LISTS, palette=False),
    Command("list_last", ("end", "G"), "last", "last", "Go to the last line.", _LISTS, palette=False),
    Command(
        "review_correct",
        ("f",),
        "correct",
        "by hand",
        "Set the council and the year of the letter; what was read is kept.",
        _REVIEW,
        footer=True,
    ),
    Command(
        "review_dismiss",
        ("d",),
        "dismiss_letter",
        "fine",
        "The letter is fine as it is: take it off the list until there is another reason; or put it back.",
        _REVIEW,
        footer=True,
    ),
    Command("review_undo", ("u",), "undo", "undo", "Undo what was set or dismissed last.", _REVIEW, footer=True),
    Command("review_redo", ("U",), "redo", "redo", "Do again what was undone last.", _REVIEW),
    Command("review_leave", ("escape",), "leave", "back", "Go back.", _REVIEW, footer=True, palette=False),
    Command("review_open", ("o",), "open", "its figures", "Go to the letter's statistics.", _REVIEW, footer=True),
    Command(
        "review_dismissed",
        ("D",),
        "toggle_dismissed",
        "dismissed",
        "List the letters that were dismissed as fine too, or no longer.",
        _REVIEW,
        footer=True,
    ),
    Command(
        "review_other",
        ("tab", "shift+tab"),
        "other_pane",
        "list or text",
        "Go from the list to the letter's text, and back.",
        _REVIEW,
        palette=False,
    ),
    Command(
        "review_read",
        ("enter",),
        "select",
        "read",
        "Go to the letter's text, where the reason is.",
        _REVIEW_LIST,
        footer=True,
        palette=False,
    ),
    Command("leave_as_is", ("escape",), "dismiss", "back", "Leave everything as it is.", _CORRECTION, palette=False),
    Command(
        "council_take",
        ("enter",),
        "submit",
        "take it",
        "Take the highlighted council, and go on to the year.",
        _COUNCIL_BOX,
        palette=False,
    ),
    Command("council_down", ("down",), "down", "down", "Highlight the next council.", _COUNCIL_BOX, palette=False),
    Command("council_up", ("up",), "up", "up", "Highlight the council before.", _COUNCIL_BOX, palette=False),
    Command("year_set", ("enter",), "submit", "set", "Set the council and the year.", _YEAR_BOX, palette=False),
    *IMPORT_COMMANDS,
)


def list_commands(group: str) -> tuple[Command, ...]:
    """The commands of one group, in the order in which they are listed."""
    return tuple(command for command in COMMANDS if command.group == group)


def make_bindings(group: str) -> list[Binding]:
    """The bindings of one group, for the `BINDINGS` of whatever the group belongs to."""
    return [binding for command in list_commands(group) for binding in command.bindings]


def find_command(binding: Binding) -> Command | None:
    """The command that a binding was made from, or None where the binding is Textual's own."""
    return _list_by_id().get(binding.id)


@cache
def _list_by_id() -> Mapping[str | None, Command]:
    """The commands by their names, the keys at the foot of a screen being looked for at each key in a box."""
    return {command.id: command for command in COMMANDS}


def build_key_table() -> str:
    """The keys of the browser as a Markdown table, group by group, for the README."""
    lines = ["| where | key | does |", "|---|---|---|"]
    for group in Group:
        for command in list_commands(group):
            keys = " ".join(f"`{name_key(key)}`" for key in command.keys)
            lines.append(f"| {group} | {keys} | {command.sentence} |")
    return "\n".join(lines)
