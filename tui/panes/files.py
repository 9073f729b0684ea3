"""Where files to import are named: a box to type or paste paths in, and a tree to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text, TextType
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import DirectoryTree

from db.text.clean import one_line
from db.text.discover import ENDINGS
from tui.keymap import Group, make_bindings
from tui.panes.text_box import TextBox
from tui.paths import join_pasted_lines


class PathBox(TextBox):
    """A box for one path or several; what is pasted on several lines becomes one."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.PATHS)]

    @property
    def is_to_be_completed(self) -> bool:
        """Whether somebody is typing a path: there is some of it, and the cursor stands at its end."""
        return bool(self.value.strip()) and self.selection.is_empty and self.cursor_position == len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted: a text box of Textual's own keeps the first line only."""
        event.stop()
        event.prevent_default()
        self.replace(join_pasted_lines(event.text), *self.selection)


class LetterTree(DirectoryTree):
    """The folders, and the files in them that could be letters."""

    ICON_NODE = "+ "
    ICON_NODE_EXPANDED = "- "
    ICON_FILE = "  "
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.TREE)]

    @dataclass
    class Chosen(Message):
        """A file, or a folder with all that is in it, is to be imported."""

        path: Path

    def process_label(self, label: TextType) -> Text:
        """A file's name, which may hold anything, as harmless text without markup."""
        return Text(one_line(str(label)))

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Folders and plausible files, without those whose names begin with a dot."""
        return [path for path in paths if may_hold_letters(path)]

    def on_mount(self) -> None:
        """Say where the tree begins."""
        self._name_root()

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        """Enter on a file imports it."""
        event.stop()
        self.post_message(self.Chosen(event.path))

    def on_tree_node_highlighted(self) -> None:
        """What Enter does stands at the foot of the screen."""
        self.screen.refresh_bindings()

    def on_tree_node_expanded(self) -> None:
        """It closes what it has opened."""
        self.screen.refresh_bindings()

    def on_tree_node_collapsed(self) -> None:
        """It opens what it has closed."""
        self.screen.refresh_bindings()

    @property
    def chooses_folder(self) -> bool:
        """Whether the cursor is on a folder."""
        return self.cursor_node is not None and self.cursor_node.allow_expand

    @property
    def enter_does(self) -> str:
        """A word or two for what Enter does: it opens and closes a folder, and imports a file."""
        if not self.chooses_folder or self.cursor_node is None:
            return "import file"
        return "close folder" if self.cursor_node.is_expanded else "open folder"

    def action_import_chosen(self) -> None:
        """Import the file or folder the cursor is on."""
        node = self.cursor_node
        if node is not None and node.data is not None:
            self.post_message(self.Chosen(node.data.path))

    def action_up_a_folder(self) -> None:
        """Begin the tree one folder further up."""
        self.path = Path(self.path).absolute().parent
        self._name_root()

    def _name_root(self) -> None:
        """Say which folder the tree begins with."""
        self.border_title = one_line(str(Path(self.path).absolute()), 30)


def may_hold_letters(path: Path) -> bool:
    """Whether a path is worth showing: a folder, or a file of an ending that is taken from one; nothing hidden."""
    if path.name.startswith("."):
        return False
    try:
        return path.is_dir() or path.suffix.lower() in ENDINGS
    except OSError:
        return False
