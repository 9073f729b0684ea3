"""Tables on the page of a PDF, found by where their words stand, since a PDF knows nothing of cells.

PDFium gives the words in the order in which they were drawn: the lines of one wrapped heading after those of another,
or line by line across all of them. A table is found from its figures: a line of values, set apart from each other,
under headings that stand over them. Whatever is not such a table stays as PDFium gives it.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from db.text.pdf.lines import BoxFinder, Line, Run, find_lines, merge_spans
from db.text.pdf.turned import QuarterFinder, find_turned_runs

_VALUE = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|(?:0|[1-9]\d*)(?:\.\d+)?%?|[-\u2013\u2014]|n/?a", re.IGNORECASE)
_NEXT_WORD = re.compile(r"(?<=\s)\S+")
_UNBROKEN = re.compile(r"(?:\w-|[\x02\ufffe])$")

# Distances between lines, in heights of a line.
_LINES_APART = 1.6
_HEADINGS_TO_VALUES = 5.0
_ROWS_APART = 5.0
_HALF_A_LINE = 1.0
_OVER = 0.15
_LARGER = 1.08

_MOST_COLUMNS = 40
_MOST_HEADING_LINES = 40


def set_out_tables(text: str, find_box: BoxFinder, find_quarter: QuarterFinder | None = None) -> str:
    """Give a page's text with each table as lines of its own, a line to a row, its cells set apart by tabs.

    A heading wrapped over several lines becomes one cell. A heading over several columns stays where it was.
    """
    if not any(map(_ends_in_values, text.split("\n"))):
        return text
    turned = find_turned_runs(text, find_box, find_quarter) if find_quarter else []
    lines = _split_at_values(find_lines(text, find_box, turned), text, find_box)
    tables: list[_Table] = []
    index = 0
    while index < len(lines):
        table, index = _find_table(lines, index)
        if table:
            tables.append(table)
    return _replace_runs(text, tables) if tables else text


def _split_at_values(lines: Sequence[Line], text: str, find_box: BoxFinder) -> list[Line]:
    """Give the lines with runs split that are headings of neighbouring columns, whose words stand as near as in one.

    Each of the words then begins right over a value below.
    """
    split = list(lines)
    for index, line in enumerate(lines):
        values = _find_values(line)
        for above in range(index - 1, max(-1, index - 1 - _MOST_HEADING_LINES), -1):
            if not values or _find_values(lines[above]):
                break
            split[above] = [part for run in split[above] for part in _split_run(run, values, text, find_box)]
    return split


def _split_run(run: Run, values: Line, text: str, find_box: BoxFinder) -> list[Run]:
    """Give the parts of a run that each begin over a value; the run as it is where it does not begin so itself."""
    starts = [value.left for value in values]
    nearness = _OVER * run.size

    def is_over_value(left: float) -> bool:
        """Whether a value begins right below."""
        return any(abs(left - start) < nearness for start in starts)

    if text[run.start : run.end] != run.words or not is_over_value(run.left):
        return [run]
    cuts = [
        word.start()
        for word in _NEXT_WORD.finditer(text, run.start + 1, run.end)
        if is_over_value(find_box(word.start())[0])
    ]
    if not cuts:
        return [run]
    parts: list[Run] = []
    for start, end in pairwise([run.start, *cuts, run.end]):
        words = text[start:end].rstrip()
        last = start + len(words)
        part = replace(run, start=start, end=last, words=words, left=find_box(start)[0], right=find_box(last - 1)[2])
        parts.append(part)
    return parts if all(part.left < part.right for part in parts) else [run]


@dataclass(frozen=True, slots=True)
class _Table:
    """The runs it is made of, and its rows of cells, headings first."""

    runs: list[Run]
    rows: list[list[str]]


def _ends_in_values(line: str) -> bool:
    """Whether a line of the page's text may be one of a table: PDFium puts what is drawn along a line on one."""
    last = line.rsplit(None, 2)[-2:]
    return len(last) == 2 and all(map(_VALUE.fullmatch, last))


def _find_values(line: Line) -> Line:
    """Give the values of a line that holds nothing else, but for a label before them; none of any other line."""
    if not 1 < len(line) <= _MOST_COLUMNS:
        return []
    values = line if _VALUE.fullmatch(line[0].words) else line[1:]
    are_values = all(_VALUE.fullmatch(run.words) for run in values)
    return values if are_values and any(run.words[0].isdigit() for run in values) else []


def _find_table(lines: Sequence[Line], index: int) -> tuple[_Table | None, int]:
    """Give the table whose first line of values is the one at this index, if it is one; and where to look on."""
    values = _find_values(lines[index])
    if not values:
        return None, index + 1
    label = _find_label_end(lines, index, len(values))
    headings, above = _find_headings_above(lines, index, label)
    columns = [column for column in _split_into_columns(headings) if column[0].left >= label]
    if not columns or len(columns) + (label > 0) < 2:
        return None, index + 1
    rows, end = _find_rows_below(lines, index, label)
    cells = [_assign_to_columns(columns, _find_values(lines[row]), is_labelled=label > 0) for row in rows]
    corner = [run for run in headings if all(run not in column for column in columns)]
    labels = [*above, *(run for line in lines[index:end] for run in line if run.left < label)]
    by_row = _group_by_row(labels, [lines[row][0].bottom for row in rows])
    printed = [[_join_words(corner), *map(_join_words, columns)]]
    for words, row in zip(by_row, cells, strict=True):
        if row is None:
            return None, index + 1
        printed.append([_join_words(words), *row])
    if not label:
        printed = [row[1:] for row in printed]
    return _Table([*headings, *labels, *(run for row in rows for run in _find_values(lines[row]))], printed), end


def _find_label_end(lines: Sequence[Line], index: int, values: int) -> float:
    """Give how far to the right the label of a line of so many values goes; 0 where it has none.

    It may be of several lines, none of them on that of the values.
    """
    if values < len(lines[index]):
        return lines[index][0].right
    first = lines[index][0]
    around = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    beside = [
        line[-1].right
        for line in around
        if line[-1].right < first.left and abs(line[0].bottom - first.bottom) < _HALF_A_LINE * first.size
    ]
    return max(beside) if len(beside) == 2 else 0.0


def _find_headings_above(lines: Sequence[Line], index: int, label: float) -> tuple[Line, Line]:
    """Give the runs that head the values, and lines of the first label that stand over its values.

    Headings end where a gap is wider than between lines, the size grows (a title), or a run reaches over several
    columns (a title too, or a heading over all of them). There are none where that would cut through headings.
    """
    headings: Line = []
    labels: Line = []
    under = merge_spans(lines[index])
    below = lines[index]
    for line in reversed(lines[max(0, index - _MOST_HEADING_LINES) : index]):
        limit = _LINES_APART if headings else _HEADINGS_TO_VALUES
        is_far = line[0].bottom - below[0].bottom > limit * below[0].size
        if is_far or _find_values(line) or len(line) > _MOST_COLUMNS:
            break
        size = headings[0].size if headings else line[0].size
        if any(run.size > _LARGER * size for run in line):
            break
        columns = merge_spans(headings)
        reaches = [max(_count_reached(under, run), _count_reached(columns, run)) for run in line]
        if max(reaches) > 1:
            return ([], []) if reaches.count(1) > 1 else (headings, labels)
        if not headings and line[-1].left < label:
            labels += line
        else:
            headings += line
        below = line
    return headings, labels


def _find_rows_below(lines: Sequence[Line], index: int, label: float) -> tuple[list[int], int]:
    """Give the lines of values from the first one down, and the end of the table, further lines of labels included."""
    rows, end = [index], index + 1
    while end < len(lines):
        gap = (lines[end - 1][0].bottom - lines[end][0].bottom) / lines[index][0].size
        if _find_values(lines[end]) and gap < _ROWS_APART:
            rows.append(end)
        elif gap > _LINES_APART or lines[end][-1].left >= label:
            break
        end += 1
    return rows, end


def _count_reached(spans: Sequence[tuple[float, float]], run: Run) -> int:
    """Give how many of the stretches the run stands in."""
    return sum(left < run.right and run.left < right for left, right in spans)


def _split_into_columns(headings: Line) -> list[Line]:
    """Give the headings column by column from the left, the lines of each from the top."""
    return [
        sorted((run for run in headings if left <= run.left < right), key=lambda run: (-run.bottom, run.left))
        for left, right in merge_spans(headings)
    ]


def _assign_to_columns(columns: Sequence[Line], values: Line, is_labelled: bool) -> list[str] | None:
    """Give the values in the columns they stand under, "" where there is none; None where that is not certain."""
    spans = [(min(run.left for run in column), max(run.right for run in column)) for column in columns]
    over = [[column for column, span in enumerate(spans) if _count_reached([span], value)] for value in values]
    if len(values) == len(columns):
        # All of them left of their headings: the first might be a label ("2018"), and a cell be empty further on.
        is_certain = (
            is_labelled
            or any(over)
            or _are_nearest(spans, values)
            or all(v.left >= right for v, (_, right) in zip(values, spans, strict=True))
        )
        return [value.words for value in values] if is_certain and _are_in_order(spans, values, over) else None
    if any(len(under) != 1 for under in over) or len({column for (column,) in over}) != len(over):
        return None
    words = {column: value.words for (column,), value in zip(over, values, strict=True)}
    return [words.get(column, "") for column in range(len(columns))]


def _are_nearest(spans: Sequence[tuple[float, float]], values: Line) -> bool:
    """Whether each of as many values as headings is nearer to its own heading than to the middle of the next one."""
    middles = [(left + right) / 2 for left, right in spans]
    apart = min((after - before for before, after in pairwise(middles)), default=0.0)
    return all(
        abs((value.left + value.right) / 2 - middle) < apart / 2 for value, middle in zip(values, middles, strict=True)
    )


def _are_in_order(spans: Sequence[tuple[float, float]], values: Line, over: Sequence[Sequence[int]]) -> bool:
    """Whether as many values as headings stand each under its own, or to one side of it in a wide column."""
    rights = [-math.inf, *(right for _, right in spans[:-1])]
    lefts = [*(left for left, _ in spans[1:]), math.inf]
    return all(
        after < value.left and value.right < before and under in ([], [column])
        for column, (value, after, before, under) in enumerate(zip(values, rights, lefts, over, strict=True))
    )


def _group_by_row(labels: Line, rows: Sequence[float]) -> list[Line]:
    """Give the runs of labels row by row, each with the row it is nearest to."""
    by_row: list[Line] = [[] for _ in rows]
    for run in sorted(labels, key=lambda run: (-run.bottom, run.left)):
        by_row[min(range(len(rows)), key=lambda row: abs(rows[row] - run.bottom))].append(run)
    return by_row


def _join_words(runs: Line) -> str:
    """Give a cell's words on one line."""
    return "".join(f"{run.words}{'' if _UNBROKEN.search(run.words) else ' '}" for run in runs).strip()


def _replace_runs(text: str, tables: Sequence[_Table]) -> str:
    """Give the text with each table's lines where its first run stood, and its runs taken away."""
    taken = sorted((run.start, run.end, number) for number, table in enumerate(tables) for run in table.runs)
    parts: list[str] = []
    written: set[int] = set()
    offset = 0
    for start, end, number in taken:
        parts.append(text[offset:start].strip("\r\n "))
        if number not in written:
            written.add(number)
            parts += ["\t".join(row) for row in tables[number].rows]
        offset = end
    parts.append(text[offset:].strip("\r\n "))
    return "\n".join(part for part in parts if part)
