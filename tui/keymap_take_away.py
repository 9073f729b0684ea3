"""The commands that make a page of what is shown, or a file."""

from tui.keymap_model import Command, Group

TAKE_AWAY_COMMANDS = (
    Command(
        "brief",
        ("B",),
        "brief",
        "briefing",
        "Make one page of this letter: figures, years, what to ask, sources; to read, copy and save.",
        Group.MAIN,
    ),
    Command(
        "export",
        ("e",),
        "export",
        "save",
        "Export what is shown to a file: the council's figures, or the letter's words.",
        Group.MAIN,
    ),
    Command("briefing_copy", ("y",), "copy", "copy", "Copy the page as text.", Group.BRIEFING, palette=False),
    Command(
        "briefing_export",
        ("e",),
        "export",
        "save",
        "Save the page, as HTML, Markdown or text.",
        Group.BRIEFING,
        palette=False,
    ),
    Command("briefing_leave", ("escape", "q", "B"), "leave", "back", "Go back.", Group.BRIEFING, palette=False),
    Command("save_as_leave", ("escape",), "leave", "back", "Save nothing.", Group.SAVE_AS, palette=False),
)
