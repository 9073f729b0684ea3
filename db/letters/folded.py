"""A letter's stored text with what extraction left in it folded away, and a way back to the stored words.

Everything that looks for something in a letter looks in `FoldedText.text`, and quotes by `FoldedText.quote`, so
a rule is written for the sentence as the Ombudsman printed it, whatever the copy did to it: bold and link marks,
curly quotes, no-break spaces, ligatures, soft hyphens, long dashes, blank lines, running footers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from itertools import pairwise

from db.letters.cued import has_any
from db.letters.excess import find_long_lines, find_long_runs
from db.letters.reading_order import order_columns
from db.letters.started import StartedPattern
from db.model import Quote
from db.text.offset_map import OffsetMap

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_REST = (
    r"(?:[ ,;|-]*(?:Coventry|CV4[ ]0EH|(?:Phone|Tel|Fax):?[ ]0300[ ]061[ ]\d+|(?:Web|Website):?[ ]www\.lgo\.org\.uk/?"
    r"|E-?mail:?[ ]\S+@\S+))*"
)
_FOOTER = StartedPattern.at_lines(
    re.compile(
        rf"^[ ]*(?:Page[ ]\d+(?:[ ](?:of|/)[ ]\d+)?|-[ ]\d+[ ]-|PO[ ]Box[ ]4771{_REST}|Coventry|CV4[ ]0EH"
        rf"|(?:Phone|Tel|Fax):?[ ]0300[ ]061[ ]\d+{_REST}|(?:Web|Website):?[ ]www\.lgo\.org\.uk/?)[ ]*(?=\n|\Z)",
        re.IGNORECASE | re.MULTILINE,
    ),
    *("page ", "- ", "po box", "coventry", "cv4", "phone", "tel", "fax", "web"),
)
"""The running lines of a page: its number, and the Ombudsman's address since 2010."""
_OFFICE = r"Commission for Local Administration in England|Local Government (?:(?:&|and) Social Care )?Ombudsman"
_OFFICES = StartedPattern.at_words(
    re.compile(rf"\b(?:{_OFFICE})\b".replace(" ", r"\s+(?:\d{1,3}\s+)?"), re.IGNORECASE),
    r"commission(?=\s+(?:\d|for))",
    r"local(?=\s+(?:\d|government))",
)
"""The Ombudsman's offices, which stand on a line by themselves under a signature but for copies in narrow columns; a
page's number may have got in."""
_LINE_END = re.compile(r"\s*\n\s*(?:\d{1,3}\s+)?")

_BLANKS = r" \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK = f"[{_BLANKS}]"
_EMPTY = rf"[\t\n{_BLANKS}]*\n"
"""Lines of nothing: tabs count as cells of a table only where a line has words."""
_SIGNS = rf"(?:(?:\#{{1,6}}|>){_BLANK}+)*+"
"""What Markdown puts before a heading or a quotation."""
_OPENING = re.compile(rf"{_BLANK}*(?:\#{{1,6}}|>){_BLANK}+")
"""The same, before the first line of all."""
_FIRST = (
    rf"[\n{_BLANKS}*_<\\\[\]"
    r"\u2018\u2019\u201b\u2032`\u00b4\u201c\u201d\u201e\u2033\u2010-\u2015\u2212\ufb00-\ufb06\u00ad-]"
)
"""What any of the stretches below begins with: most letters of a text are passed over by this one look."""
_LONE_SPACE = rf"[ ][^\n{_BLANKS}]"

_LINK = r"\]\((?:\#|/|[A-Za-z]+:)[^()\[\]\s]*\)"
"""The end of a Markdown link; an address with brackets in it is left as it stands, so that none is sought far."""

_FOLDED = re.compile(
    rf"""
    (?={_FIRST})(?!{_LONE_SPACE})(?:
      (?P<lines> {_BLANK}*\n{_EMPTY}{_BLANK}*{_SIGNS} | {_BLANK}+\n{_BLANK}*{_SIGNS}
                 | \n{_BLANK}+{_SIGNS} | \n(?=[\#>]){_SIGNS} )
    | (?P<spaces> {_BLANK}{{2,}} | (?![ ]){_BLANK} )
    | (?P<sign> \*\*+ | __+ | </?(?i:u|b|i|em|strong|span|p)> | \\(?=[!-/:-@\[-`{{-~\n]) )
    | (?P<link_open> \[(?=[^\[\]]{{1,200}}{_LINK}) )
    | (?P<link_close> {_LINK} )
    | (?P<single> [\u2018\u2019\u201b\u2032`\u00b4]+ )
    | (?P<double> [\u201c\u201d\u201e\u2033]+ )
    | (?P<dash> [\u2010\u2011\u2012\u2013\u2014\u2015\u2212]+ )
    | (?P<ligature> [\ufb00-\ufb06] )
    | (?P<soft> \u00ad[\u00ad\n{_BLANKS}]* )
    | (?P<hyphenated> (?<=[A-Za-z])-[ ]*\n[ ]*(?=[A-Za-z]) )
    )""",
    re.VERBOSE,  # and not IGNORECASE, which makes the search three times slower
)
_LINE_ENDS = re.compile(rf"\n{_EMPTY}{_BLANK}*{_SIGNS} | \n{_BLANK}+{_SIGNS} | \n(?=[\#>]){_SIGNS}", re.VERBOSE)
"""The same in a text of which only line ends are folded, where they are found far faster."""
_BESIDE_LINE_ENDS = ("*", "_", "<", "\\", "[", "]", "`", "  ", " \n", "-\n")
"""What else begins a stretch in a text of ASCII, and line ends that do not begin one."""
_LONGEST_LETTER = 100_000
"""No letter is longer. Of a longer text nothing is worked out at once that takes far more memory than the text."""
_INSTEAD = {"lines": "\n", "spaces": " "}
_EACH = {"single": "'", "double": '"', "dash": "-"}
"""What stands for a stretch, and for each character of one."""


@dataclass(frozen=True)
class FoldedText:
    """The folded text of a letter's stored text, and where each of its characters stands there."""

    stored: str
    text: str
    offsets: OffsetMap

    @classmethod
    def fold(cls, stored: str) -> "FoldedText":
        """Fold a stored text (already cleaned), its columns in the order in which they are read."""
        ordered = order_columns(stored)
        whole = _fold(ordered.text).rearrange(stored, ordered.offsets) if ordered else _fold(stored)
        for find in (find_long_runs, find_long_lines):
            whole = whole.keep(_between(find(whole.text), len(whole.text)))
        # Running lines can be told only once their characters are folded.
        return whole.keep(_between(_find_footers(whole.text), len(whole.text))).join_offices()

    def rearrange(self, stored: str, offsets: OffsetMap) -> "FoldedText":
        """The same as a text folded from `stored`, of which this one's own is made in another order."""
        moved = _Folding()
        for begin, length, origin, origin_length in self.offsets.slices(0, len(self.text)):
            if length == origin_length:
                for at, part, start, part_length in offsets.slices(origin, origin + length):
                    first = begin + at - origin
                    moved.add(self.text[first : first + part], start, part_length)
            else:
                start, first_end = offsets.origin_span(origin)
                end = max(first_end, offsets.origin_span(origin + origin_length - 1)[1])
                moved.add(self.text[begin : begin + length], start, end - start)
        return moved.finish(stored)

    def join_offices(self) -> "FoldedText":
        """The same with each of the Ombudsman's offices on one line."""
        line_ends = [
            line_end.span()
            for office in _OFFICES.finditer(self.text)
            if "\n" in office.group()
            for line_end in _LINE_END.finditer(self.text, *office.span())
        ]
        if not line_ends:
            return self
        joined = _Folding()
        at = 0
        for start, end in line_ends:
            joined.copy(self, at, start)
            first, last = self._find_origins(start, end)
            joined.add(" ", first, last - first)
            at = end
        joined.copy(self, at, len(self.text))
        return joined.finish(self.stored)

    def keep(self, spans: Iterable[tuple[int, int]]) -> "FoldedText":
        """The same without what stands between these stretches of the text, which are in order."""
        kept = _Folding()
        for start, end in spans:
            if (start, end) == (0, len(self.text)):
                return self
            kept.copy(self, start, end)
        return kept.finish(self.stored)

    def cut(self, start: int, end: int) -> "FoldedText":
        """The stretch of the stored text from where `start` stands to where `end` does, as a text of its own."""
        if start == 0 and end == len(self.text):
            return self
        first, last = self._find_origins(start, end) if start < end else (self.origin(start) if start else 0, 0)
        begin = first if start else 0
        finish = max(self.origin(end), last) if end < len(self.text) else len(self.stored)
        if (begin, finish) == (0, len(self.stored)):
            return self
        part = _Folding()
        part.copy(self, start, end, begin)
        return part.finish(self.stored[begin:finish])

    def blank_out(self, spans: Iterable[tuple[int, int]]) -> "FoldedText":
        """The same without whole lines of the text, in whose place the line end before them parts paragraphs."""
        kept = _Folding()
        at = 0
        for start, end in spans:
            line_end = max(self.text.rfind("\n", at, start), at)
            kept.copy(self, at, line_end)
            origin = self.origin(line_end)
            finish = self.origin(end) if end < len(self.text) else len(self.stored)
            kept.add("\n", origin, max(finish - origin, 1))
            at = end
        kept.copy(self, at, len(self.text))
        return kept.finish(self.stored)

    def _find_origins(self, start: int, end: int) -> tuple[int, int]:
        """Where in the stored text what stands between two places of `text` begins and ends, in whatever order."""
        if self.offsets.is_in_order:
            return self.offsets.origin_of(start, end)
        slices = list(self.offsets.slices(start, end))
        return min(origin for *_, origin, _ in slices), max(origin + length for *_, origin, length in slices)

    def origin(self, position: int) -> int:
        """Where in the stored text the character at this position of `text` begins."""
        return self.offsets.origin_span(position)[0]

    def ends_paragraph(self, line_end: int) -> bool:
        """Whether the line end at this position of `text` ends a paragraph, page or column: most are blank lines."""
        ends = self._paragraph_ends
        if ends is not None:
            return line_end in ends
        first, last = self.offsets.origin_span(line_end)
        is_column_end = line_end + 1 < len(self.text) and self.origin(line_end + 1) < first
        return is_column_end or self.stored.count("\n", first, last) > 1

    @cached_property
    def _paragraph_ends(self) -> frozenset[int] | None:
        """Where each paragraph ends in a text without columns, all at once: every line end is asked about.

        None for one with columns, or of which that may be more than is worth the memory.
        """
        if not self.offsets.is_in_order or len(self.text) > _LONGEST_LETTER:
            return None
        ends: set[int] = set()
        for start, length, origin, origin_length in self.offsets.list_changed():
            if origin_length > 1 and self.stored.count("\n", origin, origin + origin_length) > 1:
                ends.add(start) if length == 1 else ends.update(range(start, start + length))
        return frozenset(ends)

    def quote(self, start: int, end: int) -> Quote:
        """The stored words of `text[start:end]`, without white space at either edge.

        Raises:
            ValueError: there are no words between the two.
        """
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            raise ValueError("a quote needs words")
        first, last = self._find_origins(start, end)
        return Quote(first, last, self.stored[first:last])


class _Folding:
    """Gathers the stretches of a folded text, in little memory whatever the text."""

    def __init__(self) -> None:
        self._text = StringIO()
        self._size = 0
        self._offsets = OffsetMap()

    def add(self, text: str, origin: int, length: int) -> None:
        """Add the next stretch of text, which comes from so many characters of the stored text from `origin` on."""
        if text:
            self._text.write(text)
            self._offsets.add(self._size, len(text), origin, length)
            self._size += len(text)

    def copy(self, folded: FoldedText, start: int, end: int, moved_by: int = 0) -> None:
        """Add `folded.text[start:end]` and where it comes from, `moved_by` characters further up."""
        self._text.write(folded.text[start:end])
        moved = self._size - start
        for begin, length, origin, origin_length in folded.offsets.slices(start, end):
            self._offsets.add(begin + moved, length, origin - moved_by, origin_length)
        self._size += max(end - start, 0)

    def finish(self, stored: str) -> FoldedText:
        """The whole."""
        return FoldedText(stored, self._text.getvalue(), self._offsets)


def _fold(stored: str) -> FoldedText:
    """Fold a text, running lines and all."""
    opening = _OPENING.match(stored)
    at = opening.end() if opening else 0
    if _has_only_line_ends(stored):
        return _fold_line_ends(stored, at)
    folded = _Folding()
    for match in _FOLDED.finditer(stored, at):
        begin, end = match.span()
        kind = match.lastgroup or ""
        found = match.group()
        instead = _INSTEAD.get(kind) or _LIGATURES.get(found) or _EACH.get(kind, "") * len(found)
        folded.add(stored[at:begin], at, begin - at)
        folded.add(instead, begin, end - begin)
        at = end
    folded.add(stored[at:], at, len(stored) - at)
    return folded.finish(stored)


def _has_only_line_ends(stored: str) -> bool:
    """Whether only line ends are folded in a text, as in most of ASCII."""
    if len(stored) > _LONGEST_LETTER or not stored.isascii():
        return False
    return not has_any(stored, _BESIDE_LINE_ENDS)


def _fold_line_ends(stored: str, start: int) -> FoldedText:
    """Fold a text from `start` on, of which only line ends are folded."""
    spans = [match.span() for match in _LINE_ENDS.finditer(stored, start)]
    lines = [stored[end:begin] for (_, end), (begin, _) in pairwise(((start, start), *spans, (len(stored), 0)))]
    return FoldedText(stored, "\n".join(lines), OffsetMap.of_single(spans, start, len(stored)))


def _find_footers(text: str) -> Iterator[tuple[int, int]]:
    """Where each running line of a folded text begins, and where the line after it does."""
    for footer in _FOOTER.finditer(text):
        yield footer.start(), min(footer.end() + 1, len(text))


def _between(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What these stretches of a text of so many characters leave."""
    at = 0
    for start, end in spans:
        yield at, start
        at = end
    yield at, length
