"""The commands of the screen on which the words of all letters are searched, and the one that leads there."""

from tui.keymap_model import Command, Group

_WORDS, _WORDS_BOX, _HITS = Group.WORDS, Group.WORDS_BOX, Group.HITS

WORDS_COMMANDS = (
    Command(
        "words",
        ("w",),
        "words",
        "words",
        "Search the words of all letters; what was searched for before is still there.",
        Group.MAIN,
        footer=True,
    ),
    Command(
        "words_find",
        ("slash",),
        "focus_box",
        "search",
        "Go to the box for words: what is typed next takes the place of what is there.",
        _WORDS,
        footer=True,
        palette=False,
    ),
    Command(
        "words_next",
        ("tab",),
        "step_focus(1)",
        "next",
        "Go on: from the box to the list, to the letter beside it, to the box.",
        _WORDS,
        footer=True,
        palette=False,
    ),
    Command(
        "words_previous", ("shift+tab",), "step_focus(-1)", "before", "Go back the same way.", _WORDS, palette=False
    ),
    Command(
        "words_leave",
        ("escape",),
        "leave",
        "back",
        "Go back to the councils; the search is kept for the next time.",
        _WORDS,
        footer=True,
        palette=False,
    ),
    Command(
        "words_submit",
        ("enter",),
        "submit",
        "open",
        "Open the highlighted letter at the words found; with nothing typed, search for what is highlighted.",
        _WORDS_BOX,
        footer=True,
        palette=False,
    ),
    Command(
        "words_down", ("down",), "down", "list", "Highlight the next letter.", _WORDS_BOX, footer=True, palette=False
    ),
    Command("words_up", ("up",), "up", "up", "Highlight the letter before.", _WORDS_BOX, palette=False),
    Command(
        "hit_open",
        ("enter",),
        "select",
        "open",
        "Open the letter at the words found; going back leads to this place in the list.",
        _HITS,
        footer=True,
        palette=False,
    ),
    Command(
        "hits_order",
        ("s",),
        "turn_order",
        "sort",
        "List the best match first, or again by council and year; the choice is kept until upheld is closed.",
        _HITS,
        footer=True,
        palette=False,
    ),
)
