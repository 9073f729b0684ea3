"""A letter's stored text laid out for reading: paragraphs whole again, lists, addresses and tables as they were."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from db.text.markup import find_signs
from tui.draw.letter.emphases import find_emphases
from tui.draw.letter.shown_text import Emphasis, ShownText, Typesetter
from tui.draw.letter.text_lines import Line, ShownLine, is_continued, is_heading, join_lines, split_lines
from tui.draw.letter.text_tables import TextRow, is_rule, parse_row, set_table


@dataclass(slots=True)
class _Block:
    """What stands between two blank lines: either lines or the rows of a table."""

    lines: list[ShownLine] = field(default_factory=list)
    rows: list[TextRow] = field(default_factory=list)


def reflow(text: str, width: int, origin: int = 0) -> ShownText:
    """The text as it is shown, for `width` cells (which only tables depend on: lines are wrapped when drawn).

    Every word stays, in its order; only a table too wide for its columns has its values put after their headings.
    `origin` is added to every offset, for a text that is itself a part of a longer one.
    """
    page = Typesetter(text, origin, find_signs(text))
    blocks = _split_blocks(text)
    styles = list(find_emphases(text))
    for number, block in enumerate(blocks):
        page.add("\n\n" if number else "")
        if block.rows:
            set_table(block.rows, width, page)
        else:
            _set_lines(block.lines, page)
            if is_heading(block.lines):
                line = block.lines[0][0]
                styles.append(Emphasis(line.start, line.end, "bold"))
    return page.build(Emphasis(each.start + origin, each.end + origin, each.style) for each in styles)


def _split_blocks(text: str) -> list[_Block]:
    """The blocks of a text; one that goes on with the sentence of the one before is joined to it."""
    blocks: list[_Block] = []
    for lines in _split_at_blanks(text):
        for block in _separate_tables(text, lines):
            last = blocks[-1] if blocks else None
            if last and last.lines and block.lines and is_continued(last.lines[-1][-1], block.lines[0][0]):
                last.lines[-1].extend(block.lines[0])
                last.lines.extend(block.lines[1:])
            else:
                blocks.append(block)
    return blocks


def _split_at_blanks(text: str) -> list[list[Line]]:
    """The lines between the blank ones."""
    groups: list[list[Line]] = [[]]
    for line in split_lines(text):
        if line.text:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _separate_tables(text: str, lines: Sequence[Line]) -> list[_Block]:
    """The lines of a block, its tables (two rows and more) apart from the rest."""
    blocks: list[_Block] = []
    plain: list[Line] = []
    index = 0
    while index < len(lines):
        rows, beyond = _read_table(text, lines, index)
        if len(rows) < 2:
            plain.append(lines[index])
            index += 1
            continue
        if plain:
            blocks.append(_Block(lines=join_lines(plain)))
            plain = []
        blocks.append(_Block(rows=rows))
        index = beyond
    if plain:
        blocks.append(_Block(lines=join_lines(plain)))
    return blocks


def _read_table(text: str, lines: Sequence[Line], index: int) -> tuple[list[TextRow], int]:
    """The rows of the table that begins at that line, and the first line after it."""
    rows: list[TextRow] = []
    while index < len(lines):
        start = text.rfind("\n", 0, lines[index].start) + 1
        end = text.find("\n", lines[index].start)
        raw = text[start : end if end >= 0 else len(text)]
        row = parse_row(raw, start)
        if row is None and not (rows and is_rule(raw)):
            break
        if row is not None and not is_rule(raw):
            rows.append(row)
        index += 1
    return rows, index


def _set_lines(lines: Sequence[ShownLine], page: Typesetter) -> None:
    """Lines below each other; the parts of one that was broken, with a space between."""
    for number, line in enumerate(lines):
        page.add("\n" if number else "")
        for index, part in enumerate(line):
            page.add(" " if index and not _is_split_word(line[index - 1], part) else "")
            _set_cells(part, page)


def _set_cells(line: Line, page: Typesetter) -> None:
    """One line, with spaces for a tab that stands in it alone."""
    at = line.start
    for index, part in enumerate(line.text.split("\t")):
        page.add("  " if index else "")
        page.put(at, at + len(part))
        at += len(part) + 1


def _is_split_word(before: Line, after: Line) -> bool:
    """Whether a hyphen at a line's end stands inside a word."""
    return before.text[-1] == "-" and before.text[-2:-1].isalpha() and after.text[0].isalpha()
