"""The commands that put councils side by side."""

from tui.keymap_model import Command, Group

_COMPARE, _COMPARE_WITH = Group.COMPARE, Group.COMPARE_WITH
_MARK = "Mark the highlighted council for a comparison, or no longer; at most eight."
_COMPARE_SENTENCE = "Put the marked councils side by side; without two marks, choose whom to compare this one with."

_MARK_COMMANDS = (
    Command("compare", ("c",), "compare", "compare", _COMPARE_SENTENCE, Group.MAIN, footer=True),
    Command("mark", ("space",), "mark", "mark", _MARK, Group.COUNCILS, palette=False),
    Command("unmark_all", ("C",), "unmark_all", "no marks", "Take all marks off.", Group.COUNCILS),
    Command(
        "find_mark",
        ("ctrl+t",),
        "mark",
        "mark",
        "Mark the highlighted council, or no longer; what is typed next takes the place of what is there.",
        Group.FIND,
        palette=False,
    ),
    Command(
        "find_mark_empty",
        ("space",),
        "mark_while_empty",
        "mark",
        "Mark the highlighted council, while nothing is typed; after a letter it is a space.",
        Group.FIND,
        palette=False,
        priority=True,
    ),
    Command("year_compare", ("c",), "compare", "compare", _COMPARE_SENTENCE, Group.YEAR, footer=True),
    Command("year_mark", ("space",), "screen.mark", "mark", _MARK, Group.YEAR_LIST, palette=False),
)

_COMPARISON_COMMANDS = (
    Command(
        "compare_open",
        ("enter",),
        "select",
        "letter",
        "Go to the council's letter, to the sentence of the figure; going back leads to this row.",
        Group.COMPARED,
        footer=True,
        palette=False,
    ),
    Command(
        "compare_older",
        ("left_square_bracket",),
        "step_year(-1)",
        "older",
        "Compare the year before of which one of them has a letter.",
        _COMPARE,
        footer=True,
    ),
    Command(
        "compare_newer",
        ("right_square_bracket",),
        "step_year(1)",
        "newer",
        "Compare the year after of which one of them has a letter.",
        _COMPARE,
        footer=True,
    ),
    Command(
        "compare_copy_table",
        ("Y",),
        "copy_table",
        "copy table",
        "Copy all of it as a table with tabs, for a report or a spreadsheet.",
        _COMPARE,
        footer=True,
    ),
    Command(
        "compare_intervals",
        ("i",),
        "intervals",
        "intervals",
        "Show how far chance reaches round each share (Wilson, 95%), or no longer.",
        _COMPARE,
        footer=True,
    ),
    Command(
        "compare_others",
        ("c",),
        "choose_others",
        "others",
        "Choose others to compare the first council with: by county, region or type, or a set that is kept.",
        _COMPARE,
        footer=True,
    ),
    Command(
        "compare_keep",
        ("S",),
        "keep_set",
        "keep as set",
        "Keep these councils as a set under a name; under the name of a set that there is, in its place.",
        _COMPARE,
        footer=True,
    ),
    Command(
        "compare_copy",
        ("y",),
        "copy",
        "copy",
        "Copy what is highlighted as a sentence, with where it is from; or what is selected.",
        _COMPARE,
    ),
    Command("compare_export", ("e",), "export", "save", "Save the figures of these letters to a file.", _COMPARE),
    Command("compare_add", ("plus",), "add_council", "one more", "Put another council beside these.", _COMPARE),
    Command(
        "compare_drop",
        ("minus",),
        "drop_council",
        "without it",
        "Compare without the highlighted council.",
        _COMPARE,
    ),
    Command(
        "compare_brief",
        ("B",),
        "brief",
        "briefing",
        "Make one page of the highlighted council's letter; to read, copy and save.",
        _COMPARE,
    ),
    Command(
        "compare_meaning",
        ("m",),
        "meaning",
        "meaning",
        "Say what the highlighted figure means, what it is not, and what the words on the screen mean.",
        _COMPARE,
    ),
    Command("compare_leave", ("escape",), "leave", "back", "Go back.", _COMPARE, footer=True, palette=False),
    Command(
        "compare_add_take", ("enter",), "submit", "add", "Put it beside the others.", Group.COMPARE_ADD, palette=False
    ),
    Command(
        "compare_add_down", ("down",), "down", "down", "Highlight the next council.", Group.COMPARE_ADD, palette=False
    ),
    Command("compare_add_up", ("up",), "up", "up", "Highlight the council before.", Group.COMPARE_ADD, palette=False),
    Command("compare_add_leave", ("escape",), "screen.leave", "back", "Add none.", Group.COMPARE_ADD, palette=False),
)

_CHOOSER_COMMANDS = (
    Command(
        "compare_with_county",
        ("1",),
        "choose('same_county')",
        "same county",
        "Compare with councils of the same county.",
        _COMPARE_WITH,
        palette=False,
    ),
    Command(
        "compare_with_region",
        ("2",),
        "choose('same_type_and_region')",
        "same type and region",
        "Compare with councils of the same type in the same region.",
        _COMPARE_WITH,
        palette=False,
    ),
    Command(
        "compare_with_type",
        ("3",),
        "choose('same_type')",
        "same type",
        "Compare with councils of the same type, the likest in investigations first.",
        _COMPARE_WITH,
        palette=False,
    ),
    Command(
        "set_rename", ("r",), "rename", "rename", "Give the highlighted set another name.", _COMPARE_WITH, palette=False
    ),
    Command(
        "set_remove",
        ("x",),
        "remove",
        "remove",
        "Remove the highlighted set from the library; no letter is touched.",
        _COMPARE_WITH,
        palette=False,
    ),
    Command(
        "set_put_back",
        ("u",),
        "put_back",
        "put back",
        "Put the set back that was removed last.",
        _COMPARE_WITH,
        palette=False,
    ),
    Command("compare_with_leave", ("escape", "q"), "leave", "back", "Go back.", _COMPARE_WITH, palette=False),
    Command("set_name_leave", ("escape",), "leave", "back", "Leave the set as it is.", Group.SET_NAME, palette=False),
)

COMPARE_COMMANDS = (*_MARK_COMMANDS, *_COMPARISON_COMMANDS, *_CHOOSER_COMMANDS)
