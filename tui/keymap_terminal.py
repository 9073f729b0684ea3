"""The commands that are about the terminal itself."""

from tui.keymap_model import Command, Group

TERMINAL_COMMANDS = (
    Command(
        "suspend",
        ("ctrl+z",),
        "suspend_process",
        "suspend",
        "Leave upheld for the shell; fg there comes back to it.",
        Group.EVERYWHERE,
        palette=False,
        priority=True,
    ),
    Command(
        "redraw",
        ("ctrl+l",),
        "redraw",
        "draw anew",
        "Draw everything anew, where something else has written to the terminal.",
        Group.EVERYWHERE,
        palette=False,
        priority=True,
    ),
)
