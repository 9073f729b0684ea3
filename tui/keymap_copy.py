"""The commands that take something of a letter elsewhere, or say what it means."""

from tui.keymap_model import Command, Group

COPY_COMMANDS = (
    Command(
        "copy",
        ("y",),
        "copy",
        "copy",
        "Copy what is selected or highlighted, with where it is from: a figure, a year, a remark, a passage.",
        Group.MAIN,
        footer=True,
    ),
    Command(
        "copy_table",
        ("Y",),
        "copy_table",
        "copy table",
        "Copy the whole table that is highlighted, else that of the years, for a spreadsheet.",
        Group.MAIN,
    ),
    Command(
        "open_original",
        ("o",),
        "open_original",
        "original",
        "Open the letter's own file, a copy that is only for reading, with the program the system has for it.",
        Group.MAIN,
    ),
    Command(
        "meaning",
        ("m",),
        "meaning",
        "meaning",
        "Say what the highlighted figure means, what it is not, and what the words on the screen mean.",
        Group.MAIN,
        footer=True,
    ),
    Command(
        "meaning_definition",
        ("enter",),
        "to_definition",
        "letter's words",
        "Go to the words of the letter that say what the figure is.",
        Group.MEANING,
        palette=False,
    ),
    Command("meaning_leave", ("escape", "q", "m"), "leave", "back", "Go back.", Group.MEANING, palette=False),
)
