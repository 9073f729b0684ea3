"""The rows of a printed table whose cells a copy has set one space apart: headings that are known, then as many values.

Each line below the headings is a label, or none, and values to its end.
"""

import re
from itertools import takewhile

from db.letters.kept_answers import keep_answers
from db.letters.tables.headings import ROW_NAME, without_spanning
from db.letters.tables.region import Region, find_headings
from db.letters.tables.rows import Row, is_value

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[\d.]+[ ]%|\S+")
_FEWEST = 3
_MOST_LINES = 40


def read_single_spaced_rows(region: Region) -> list[Row] | None:
    """The headings as one row and the rows of values below; None where anything else stands there."""
    lines = [line.span() for line in _LINE.finditer(region.folded.text, region.start, region.end)]
    if len(lines) > _MOST_LINES or "\t" in region.text or "|" in region.text:
        return None
    first = next((index for index, line in enumerate(lines) if _count_values(region, line) >= _FEWEST), 0)
    headings = _list_headings(region, lines[first][0]) if first else None
    if headings is None:
        return None
    below = takewhile(lambda line: _count_values(region, line) >= _FEWEST, lines[first:])
    rows = [_split(region, line, len(headings)) for line in below]
    heading_row = Row(("", *headings), ((0, 0),) * (len(headings) + 1))
    return [heading_row, *(row for row in rows if row)] if all(rows) else None


def _list_headings(region: Region, end: int) -> list[str] | None:
    """The headings that make up all of what stands above the values; None where anything else does."""
    head = without_spanning(region.folded.text[region.start : end])
    found = sorted(find_headings(region.name, head))
    rest = list(head)
    for begin, finish, _ in found:
        rest[begin:finish] = " " * (finish - begin)
    if "".join(rest).strip(" \n-:*"):
        return None
    return [" ".join(head[begin:finish].split()) for begin, finish, key in found if key != ROW_NAME]


def _count_values(region: Region, line: tuple[int, int]) -> int:
    """How many values a line ends in."""
    return _count_values_of(region.folded.text[slice(*line)])


@keep_answers
def _count_values_of(line: str) -> int:
    """The same of its words."""
    count = 0
    for word in reversed(_WORD.findall(line)):
        if not is_value(word):
            break
        count += 1
    return count


def _split(region: Region, line: tuple[int, int], width: int) -> Row | None:
    """A line as a label and so many values; None where it has more or fewer."""
    words = list(_WORD.finditer(region.folded.text, *line))
    if _count_values(region, line) != width or not width:
        return None
    values = words[len(words) - width :]
    label = (line[0], values[0].start())
    cells = (region.folded.text[slice(*label)].strip(), *(word.group() for word in values))
    return Row(cells, (label, *(word.span() for word in values)))
