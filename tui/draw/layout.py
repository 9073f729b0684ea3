"""Lines of a given width, in cells: hanging indents, two ends of a line, rules. Nothing is ever cut."""

import re

from rich.cells import cell_len
from textual.content import Content

from db.text.clean import one_line

MUTED = "$text 70%"
"""For what only orders or explains, never for a figure: 4.5 to 1 and more on every background there is."""

ATTENTION = "$attention"
"""For what deserves attention, always beside a sign or a word that says so: one colour, and nothing else has it."""

BORDER, FOCUSED_BORDER = "$border-line", "$primary"
"""The line round a pane, and round the one in use: what is drawn into a border has its colour."""

MIN_TEXT_WIDTH = 12
"""Lines are laid out for at least this many cells; narrower than that, the terminal breaks them itself."""


_TURNS = re.compile(r"[\n\t]|\s\Z")
"""What makes another line or other spaces of what would fit."""


def wrap_hanging(content: Content, width: int, indent: int = 0, lead: Content | None = None) -> Content:
    """`content` wrapped to `width`, all of it `indent` cells in; `lead` stands in that margin, on the first line.

    A lead too wide for the margin has the first line to itself.
    """
    lead = lead or Content("")
    room = max(width - indent, MIN_TEXT_WIDTH)
    # Most lines fit as they are; to wrap takes ten times as long as to see that.
    fits = content.cell_length <= room and not _TURNS.search(content.plain)
    first, *rest = [content] if fits else content.wrap(room)
    has_own_line = lead.cell_length > indent
    before = f"\n{' ' * indent}" if has_own_line else " " * (indent - lead.cell_length)
    return Content.assemble(lead, before, first, *(part for line in rest for part in (f"\n{' ' * indent}", line)))


def wrap_file_name(name: str, width: int) -> Content:
    """The name of a file, made harmless, in lines of `width` cells: broken after "-", "_" or a space, as a name
    broken elsewhere reads as another.
    """
    room, harmless = max(width, MIN_TEXT_WIDTH), one_line(name, len(name) + 1)
    if cell_len(harmless) <= room:
        return Content(harmless.rstrip())
    lines = [Content("")]
    for part in re.findall(r"[^-_ ]*[-_ ]*", harmless):
        if lines[-1] and lines[-1].cell_length + Content(part.rstrip()).cell_length > room:
            lines.append(Content(""))
        lines[-1] += part
    return Content("\n").join(line.rstrip() for line in lines)


def draw_rule(title: str, width: int) -> Content:
    """A heading with a line to the right edge."""
    heading = Content.styled(title, "bold")
    room = width - heading.cell_length - 1
    return Content.assemble(heading, " ", ("─" * max(room, 0), MUTED))


def pad_column(content: Content | str, width: int, right: bool = False) -> Content:
    """`content` filled up with spaces to `width` cells; longer content stays as it is."""
    cell = Content(content) if isinstance(content, str) else content
    space = " " * (width - cell.cell_length)
    return Content(space) + cell if right else cell + Content(space)
