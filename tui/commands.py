"""Every command of the browser, once: bindings, footer, help, palette and the README's table follow."""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Group(StrEnum):
    """Where a command works; the value is the heading it is listed under."""

    EVERYWHERE = "Everywhere"
    MAIN = "Councils, statistics and letter"
    SEARCH = "Search box"
    COUNCILS = "List of councils"
    STATISTICS = "Statistics"
    LETTER = "Letter"
    LISTS = "Any list"
    IMPORT = "Import"
    PATHS = "Box for paths"
    TREE = "Tree of files"


@dataclass(frozen=True, slots=True)
class Command:
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
        """The keys as a person reads them on a keyboard."""
        return tuple(_KEY_NAMES.get(key, key) for key in self.keys)

    @property
    def bindings(self) -> list[Binding]:
        """A binding for each key, with the id of the command and its sentence as tooltip."""
        return [
            Binding(
                key,
                self.action,
                self.name,
                show=self.footer,
                key_display=shown,
                tooltip=self.sentence,
                priority=self.priority,
                id=self.id,
            )
            for key, shown in zip(self.keys, self.shown_keys, strict=True)
        ]


_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
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
    "backspace": "Backspace",
    "f1": "F1",
    "ctrl+d": "^d",
    "ctrl+u": "^u",
    "ctrl+p": "^p",
    "ctrl+q": "^q",
}

_EVERYWHERE, _MAIN, _SEARCH, _COUNCILS = Group.EVERYWHERE, Group.MAIN, Group.SEARCH, Group.COUNCILS
_STATISTICS, _LETTER, _LISTS = Group.STATISTICS, Group.LETTER, Group.LISTS
_IMPORT, _PATHS, _TREE = Group.IMPORT, Group.PATHS, Group.TREE

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
    Command(
        "theme",
        ("t",),
        "theme",
        "dark or light",
        "Change between dark and light; the choice is kept.",
        _EVERYWHERE,
    ),
    Command(
        "search",
        ("slash",),
        "search",
        "find",
        "Find a council: type any part of its name.",
        _MAIN,
        footer=True,
        priority=True,  # the letters typed after it at once must not go to another pane
    ),
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
    Command("import", ("i",), "import", "import", "Bring in letters from files and folders.", _MAIN, footer=True),
    Command(
        "older", ("left_square_bracket",), "older", "older", "Show the letter of the year before.", _MAIN, footer=True
    ),
    Command(
        "newer", ("right_square_bracket",), "newer", "newer", "Show the letter of the year after.", _MAIN, footer=True
    ),
    Command("next_pane", ("tab",), "next_pane", "next pane", "Go to the next pane.", _MAIN, footer=True, palette=False),
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
        "search_open",
        ("enter",),
        "submit",
        "open",
        "Go to the highlighted council.",
        _SEARCH,
        footer=True,
        palette=False,
    ),
    Command("search_down", ("down",), "down", "down", "Highlight the next council found.", _SEARCH, palette=False),
    Command("search_up", ("up",), "up", "up", "Highlight the council found before.", _SEARCH, palette=False),
    Command(
        "open",
        ("enter",),
        "select",
        "open",
        "Go to the highlighted council.",
        _COUNCILS,
        footer=True,
        palette=False,
    ),
    Command(
        "to_sentence",
        ("enter",),
        "select",
        "its sentence",
        "Go to the sentence of the letter that prints the figure, or to the year.",
        _STATISTICS,
        footer=True,
        palette=False,
    ),
    Command("letter_down", ("down", "j"), "scroll_down", "down", "Scroll down a line.", _LETTER, palette=False),
    Command("letter_up", ("up", "k"), "scroll_up", "up", "Scroll up a line.", _LETTER, palette=False),
    Command(
        "letter_page_down",
        ("pagedown", "space", "ctrl+d"),
        "page_down",
        "page down",
        "Scroll down a page.",
        _LETTER,
        palette=False,
    ),
    Command(
        "letter_page_up", ("pageup", "b", "ctrl+u"), "page_up", "page up", "Scroll up a page.", _LETTER, palette=False
    ),
    Command("letter_top", ("home", "g"), "scroll_home", "top", "Go to the beginning.", _LETTER, palette=False),
    Command("letter_end", ("end", "G"), "scroll_end", "end", "Go to the end.", _LETTER, palette=False),
    Command(
        "next_figure", ("n",), "next_figure", "next figure", "Go to the next figure's sentence.", _LETTER, footer=True
    ),
    Command(
        "previous_figure",
        ("p", "N"),
        "previous_figure",
        "previous figure",
        "Go to the sentence of the figure before.",
        _LETTER,
    ),
    Command("list_down", ("down", "j"), "cursor_down", "down", "Highlight the next line.", _LISTS, palette=False),
    Command("list_up", ("up", "k"), "cursor_up", "up", "Highlight the line before.", _LISTS, palette=False),
    Command(
        "list_page_down",
        ("pagedown", "ctrl+d"),
        "page_down",
        "page down",
        "Go down a page.",
        _LISTS,
        palette=False,
    ),
    Command("list_page_up", ("pageup", "ctrl+u"), "page_up", "page up", "Go up a page.", _LISTS, palette=False),
    Command("list_first", ("home", "g"), "first", "first", "Go to the first line.", _LISTS, palette=False),
    Command("list_last", ("end", "G"), "last", "last", "Go to the last line.", _LISTS, palette=False),
    Command(
        "leave_import",
        ("escape",),
        "leave",
        "back",
        "Stop the import that is running; else go back.",
        _IMPORT,
        footer=True,
        palette=False,
    ),
    Command(
        "undo",
        ("u",),
        "undo",
        "undo",
        "Take out again what the last import added.",
        _IMPORT,
        footer=True,
    ),
    Command(
        "import_typed",
        ("enter",),
        "submit",
        "import",
        "Import the files and folders named in the box.",
        _PATHS,
        footer=True,
        palette=False,
    ),
    Command(
        "tree_open",
        ("enter",),
        "select_cursor",
        "import file",
        "Import the file; open or close the folder.",
        _TREE,
        footer=True,
        palette=False,
    ),
    Command(
        "tree_import",
        ("i",),
        "import_chosen",
        "import",
        "Import the file or the whole folder.",
        _TREE,
        footer=True,
    ),
    Command(
        "tree_up",
        ("backspace",),
        "up_a_folder",
        "folder above",
        "Begin the tree one folder further up.",
        _TREE,
    ),
    Command("tree_next", ("down", "j"), "cursor_down", "down", "Go to the next line.", _TREE, palette=False),
    Command("tree_previous", ("up", "k"), "cursor_up", "up", "Go to the line before.", _TREE, palette=False),
    Command("tree_top", ("home", "g"), "scroll_home", "top", "Go to the first line.", _TREE, palette=False),
    Command("tree_end", ("end", "G"), "scroll_end", "end", "Go to the last line.", _TREE, palette=False),
)


def commands(group: str) -> tuple[Command, ...]:
    """The commands of one group, in the order in which they are told."""
    return tuple(command for command in COMMANDS if command.group == group)


def bindings(group: str) -> list[Binding]:
    """The bindings of one group, for the `BINDINGS` of whatever the group belongs to."""
    return [binding for command in commands(group) for binding in command.bindings]


def command_of(binding: Binding) -> Command | None:
    """The command that a binding was made from, or None where the binding is Textual's own."""
    return next((command for command in COMMANDS if command.id == binding.id), None)


def key_table() -> str:
    """The keys of the browser as a Markdown table, group by group, for the README."""
    lines = ["| where | key | does |", "|---|---|---|"]
    for group in Group:
        for command in commands(group):
            keys = " ".join(f"`{key}`" for key in command.shown_keys)
            lines.append(f"| {group} | {keys} | {command.sentence} |")
    return "\n".join(lines)
