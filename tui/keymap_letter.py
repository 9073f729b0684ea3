"""The commands of the letter's pane and of the line in which words to find are typed."""

from tui.keymap_model import Command, Group

_LETTER, _FIND_LINE = Group.LETTER, Group.FIND_LINE

LETTER_COMMANDS = (
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
        "letter_find",
        ("slash",),
        "find",
        "find",
        "Find words in the letter: they are marked while you type.",
        _LETTER,
        palette=False,
    ),
    Command(
        "own_words",
        ("l",),
        "own_words",
        "own words",
        "Fold away what councils in general were told, so that the letter's own words stay; or show it again.",
        _LETTER,
        footer=True,
    ),
    Command(
        "next_figure",
        ("n",),
        "next",
        "next mark",
        "Go to the next place of what is sought; while nothing is, to the next mark: a figure, a table or a remark.",
        _LETTER,
        footer=True,
    ),
    Command(
        "previous_figure",
        ("N",),
        "previous",
        "previous mark",
        "Go to the place before; while nothing is sought, to the mark before.",
        _LETTER,
    ),
    Command("previous_mark", ("p",), "previous_mark", "mark before", "Go to the mark before.", _LETTER, palette=False),
    Command(
        "letter_close_find",
        ("escape",),
        "close_find",
        "end find",
        "Find no longer; the place stays.",
        _LETTER,
        footer=True,
        palette=False,
    ),
    Command(
        "find_line_accept",
        ("enter",),
        "accept",
        "read on",
        "Read on where it was found; the other places are still marked.",
        _FIND_LINE,
        footer=True,
        palette=False,
    ),
    Command(
        "find_line_next", ("down",), "step(1)", "next", "Go to the next place.", _FIND_LINE, footer=True, palette=False
    ),
    Command("find_line_previous", ("up",), "step(-1)", "before", "Go to the place before.", _FIND_LINE, palette=False),
    Command(
        "find_line_close",
        ("escape",),
        "close",
        "end find",
        "Find no longer; the place stays.",
        _FIND_LINE,
        footer=True,
        palette=False,
    ),
)
