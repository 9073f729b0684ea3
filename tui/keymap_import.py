"""The commands of the screen on which letters are brought in."""

from tui.keymap_model import Command, Group

_IMPORT, _OUTCOMES, _PATHS, _TREE = Group.IMPORT, Group.OUTCOMES, Group.PATHS, Group.TREE

IMPORT_COMMANDS = (
    Command(
        "outcome_open",
        ("enter",),
        "select",
        "its figures",
        "Go to the statistics of the file's letter; below them, list what was passed over, or no longer.",
        _OUTCOMES,
        footer=True,
        palette=False,
    ),
    Command(
        "import_leave",
        ("escape",),
        "leave",
        "back",
        "Stop the import that is running; else go back.",
        _IMPORT,
        footer=True,
        palette=False,
    ),
    Command(
        "import_undo", ("u",), "undo", "undo", "Take out again what was added last; asks first.", _IMPORT, footer=True
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
        "paths_complete",
        ("tab",),
        "screen.complete_path",
        "complete",
        "Go on with the path as far as it is certain, and say how it may go on; else go to the tree of files.",
        _PATHS,
        footer=True,
        palette=False,
    ),
    Command(
        "paths_down",
        ("down",),
        "screen.focus_list",
        "list",
        "Go to the outcomes; while there are none, to the tree of files.",
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
        "tree_import", ("i",), "import_chosen", "import", "Import the file or the whole folder.", _TREE, footer=True
    ),
    Command("tree_up", ("backspace",), "up_a_folder", "folder above", "Begin the tree one folder further up.", _TREE),
    Command("tree_next", ("down", "j"), "cursor_down", "down", "Go to the next line.", _TREE, palette=False),
    Command("tree_previous", ("up", "k"), "cursor_up", "up", "Go to the line before.", _TREE, palette=False),
    Command("tree_top", ("home", "g"), "scroll_home", "top", "Go to the first line.", _TREE, palette=False),
    Command("tree_end", ("end", "G"), "scroll_end", "end", "Go to the last line.", _TREE, palette=False),
)
