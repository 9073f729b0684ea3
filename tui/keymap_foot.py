"""Which keys stand at the foot of a screen: those that matter most in the pane in use, the most useful first."""

from collections.abc import Mapping

from tui.keymap import COMMANDS, Command, Group

MOST_KEYS = 7
"""So many keys at most stand there, the help being one of them, which has all others."""

HELP_IDS = ("find_help", "help")
"""The commands that show the help: one of them stands last, wherever one works."""

_ORDERS: Mapping[Group, tuple[str, ...]] = {
    Group.COUNCILS: ("open", "find_council", "all_councils", "words", "compare", "import", "next_pane"),
    Group.STATISTICS: (
        *("to_sentence", "next_pane", "older", "newer", "copy", "meaning"),
        *("zoom", "back", "all_councils", "compare", "find_council"),
    ),
    Group.LETTER: (
        *("next_figure", "letter_close_find", "find_council", "back", "copy", "own_words", "zoom", "meaning"),
        *("older", "newer", "next_pane"),
    ),
    Group.REVIEW_LIST: (
        *("review_read", "review_correct", "review_dismiss", "review_open", "review_undo", "review_leave"),
        "review_dismissed",
    ),
    Group.YEAR_LIST: (
        *("year_open_letter", "year_next_type", "year_view", "year_sort", "year_find", "year_older", "year_newer"),
        *("year_leave", "year_compare", "year_funnel"),
    ),
    Group.COVERAGE_LIST: (
        *("coverage_open_letter", "coverage_older", "coverage_newer", "coverage_next_type", "coverage_find"),
        *("coverage_year", "coverage_leave"),
    ),
    Group.COMPARED: (
        *("compare_open", "compare_older", "compare_newer", "compare_intervals", "compare_copy_table"),
        *("compare_keep", "compare_leave", "compare_others"),
    ),
}
"""By pane. Where one has no order here, and after what has one, the keys come near to far, as they are declared."""


def rank_at_foot(command: Command, pane: Group | None) -> tuple[int, int, int]:
    """What keys are sorted by at the foot of a screen on which this pane is in use."""
    order = _ORDERS.get(pane, ()) if pane is not None else ()
    if command.id in order:
        return 0, 0, order.index(command.id)
    return 1, command.group.distance, COMMANDS.index(command)
