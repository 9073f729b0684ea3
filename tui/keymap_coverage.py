"""The commands of the screen that says who has a letter of which year."""

from tui.keymap_model import Command, Group

_COVERAGE, _LIST = Group.COVERAGE, Group.COVERAGE_LIST


def _make_opener(command_id: str, group: Group) -> Command:
    """The key that leads there from a screen."""
    return Command(
        command_id,
        ("A",),
        "coverage",
        "letters by year",
        "Show every council and year: who has a letter here, with figures or without, and who has none.",
        group,
    )


OPEN_COVERAGE = _make_opener("coverage", Group.MAIN)
OPEN_COVERAGE_FROM_YEAR = _make_opener("year_coverage", Group.YEAR)

COVERAGE_COMMANDS = (
    Command(
        "coverage_open_letter",
        ("enter",),
        "select",
        "letter",
        "Go to the letter of that council and year; going back leads to this place.",
        _LIST,
        footer=True,
        palette=False,
    ),
    Command(
        "coverage_next_type",
        ("right",),
        "screen.step_type(1)",
        "type",
        "Show the next type of council.",
        _LIST,
        footer=True,
    ),
    Command(
        "coverage_previous_type",
        ("left",),
        "screen.step_type(-1)",
        "type before",
        "Show the type of council before.",
        _LIST,
    ),
    Command(
        "coverage_older",
        ("left_square_bracket",),
        "step_year(-1)",
        "older",
        "Go to the year before; the table moves sideways where it is wider than the screen.",
        _COVERAGE,
        footer=True,
    ),
    Command(
        "coverage_newer",
        ("right_square_bracket",),
        "step_year(1)",
        "newer",
        "Go to the year after.",
        _COVERAGE,
        footer=True,
    ),
    Command(
        "coverage_find",
        ("slash",),
        "find",
        "filter",
        "Leave only councils of a name, a region or a county, while you type.",
        _COVERAGE,
        footer=True,
        priority=True,  # the letters typed after it at once must not go to the table
    ),
    Command(
        "coverage_year",
        ("v",),
        "all_councils",
        "figures",
        "Show all councils of that year in one table.",
        _COVERAGE,
        footer=True,
    ),
    Command(
        "coverage_copy",
        ("y",),
        "copy",
        "copy",
        "Copy of which years there is a letter to the council highlighted.",
        _COVERAGE,
    ),
    Command(
        "coverage_copy_table",
        ("Y",),
        "copy_table",
        "copy table",
        "Copy the whole table as it is listed, for a spreadsheet.",
        _COVERAGE,
    ),
    Command(
        "coverage_export",
        ("e",),
        "export",
        "save",
        "Save the table as it is listed to a file: CSV, JSON, Markdown or text.",
        _COVERAGE,
    ),
    Command(
        "coverage_leave",
        ("escape",),
        "leave",
        "back",
        "Show all councils again where some are typed away; else go back.",
        _COVERAGE,
        footer=True,
        palette=False,
    ),
)
