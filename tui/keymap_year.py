"""The commands of the screen with all councils of a year."""

from tui.keymap_model import Command, Group

_YEAR = Group.YEAR

OPEN_YEAR = Command(
    "all_councils",
    ("a",),
    "all_councils",
    "all councils",
    "Show all councils of the year in one table: who stands where, what stands out, what is missing.",
    Group.MAIN,
    footer=True,
)

YEAR_COMMANDS = (
    Command(
        "year_open_letter",
        ("enter",),
        "select",
        "letter",
        "Go to the council's letter, to the sentence of what stands out first; going back leads to this row.",
        Group.YEAR_LIST,
        footer=True,
        palette=False,
    ),
    Command(
        "year_next_type",
        ("right",),
        "screen.step_type(1)",
        "type",
        "Show the next type of council.",
        Group.YEAR_LIST,
        footer=True,
    ),
    Command(
        "year_previous_type",
        ("left",),
        "screen.step_type(-1)",
        "type before",
        "Show the type of council before.",
        Group.YEAR_LIST,
    ),
    Command(
        "year_sort",
        ("s",),
        "sort",
        "sort",
        "Choose what to sort by, or turn it round.",
        _YEAR,
        footer=True,
    ),
    Command(
        "year_view",
        ("v",),
        "next_view",
        "which",
        "List all councils, only those of which something stands out, or only those without a letter.",
        _YEAR,
        footer=True,
    ),
    Command(
        "year_find",
        ("slash",),
        "find",
        "filter",
        "Leave only councils of a name, a region or a county, while you type.",
        _YEAR,
        footer=True,
        priority=True,  # the letters typed after it at once must not go to the table
    ),
    Command(
        "year_funnel",
        ("p",),
        "funnel",
        "plot",
        "Show the funnel plot: investigations across, the share upheld up, and how far chance alone goes; or hide it.",
        _YEAR,
        footer=True,
    ),
    Command(
        "year_older",
        ("left_square_bracket",),
        "step_year(-1)",
        "older",
        "Show the year before of which there are letters.",
        _YEAR,
        footer=True,
    ),
    Command(
        "year_newer",
        ("right_square_bracket",),
        "step_year(1)",
        "newer",
        "Show the year after of which there are letters.",
        _YEAR,
        footer=True,
    ),
    Command(
        "year_leave",
        ("escape",),
        "leave",
        "back",
        "Show all councils again where some are typed away; else go back.",
        _YEAR,
        footer=True,
        palette=False,
    ),
    Command("year_turn", ("s",), "turn", "turn round", "Sort the other way round.", Group.YEAR_SORT, palette=False),
    Command("year_sort_leave", ("escape",), "leave", "back", "Leave it as it is.", Group.YEAR_SORT, palette=False),
)
