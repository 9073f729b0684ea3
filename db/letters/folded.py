"""A letter's stored text with what extraction left in it folded away, and a way back to the stored words.

Everything that looks for something in a letter looks in `FoldedText.text`, and quotes by `FoldedText.quote`, so
a rule is written for the sentence as the Ombudsman printed it, whatever the copy did to it: bold and link marks,
curly quotes, no-break spaces, ligatures, soft hyphens, long dashes, blank lines, running footers.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from db.model import Quote

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_FOOTER = re.compile(
    r"\n[ ]*(?:Page[ ]\d+(?:[ ](?:of|/)[ ]\d+)?|-[ ]\d+[ ]-|PO[ ]Box[ ]4771[^\n]*|Coventry|CV4[ ]0EH"
    r"|(?:Phone|Tel|Fax):?[ ]0300[ ]061[ ]\d+[^\n]*|(?:Web|Website):?[ ]www\.lgo\.org\.uk/?)[ ]*(?=\n|\Z)",
    re.IGNORECASE,
)
"""The running lines of a page: its number, and the Ombudsman's address since 2010; each with the line end above it,
by which it is found fastest."""

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
_INSTEAD = {"lines": "\n", "spaces": " "}
_EACH = {"single": "'", "double": '"', "dash": "-"}
"""What stands for a stretch, and for each character of one."""


@dataclass(frozen=True, slots=True)
class FoldedText:
    """The folded text and, for each of its stretches, where that stands in the stored text.

    Stretch i covers `text[starts[i]:starts[i + 1]]` and comes from the `lengths[i]` characters of
    `stored` at `origins[i]`; where the two lengths are the same, each character stands for one.
    """

    stored: str
    text: str
    starts: "array[int]"
    origins: "array[int]"
    lengths: "array[int]"

    @classmethod
    def of(cls, stored: str) -> "FoldedText":
        """Fold a letter's stored text (already cleaned)."""
        folded = _Pieces()
        opening = _OPENING.match(stored)
        at = opening.end() if opening else 0
        for match in _FOLDED.finditer(stored, at):
            begin, end = match.span()
            kind = match.lastgroup or ""
            found = match.group()
            instead = _LIGATURES.get(found) or _INSTEAD.get(kind) or _EACH.get(kind, "") * len(found)
            folded.add(stored[at:begin], at, begin - at)
            folded.add(instead, begin, end - begin)
            at = end
        folded.add(stored[at:], at, len(stored) - at)
        return folded.folded(stored)._without_footers()

    def _without_footers(self) -> "FoldedText":
        """The same without running lines, which can be told only once their characters are folded."""
        kept = _Pieces()
        at = 0
        for begin, end in _footers(self.text):
            self._copy(at, begin, kept)
            at = end
        if not at:
            return self
        self._copy(at, len(self.text), kept)
        return kept.folded(self.stored)

    def _copy(self, at: int, end: int, into: "_Pieces") -> None:
        """Add `text[at:end]` and where it comes from."""
        for index in range(max(bisect_right(self.starts, at) - 1, 0), bisect_left(self.starts, end)):
            start, after, origin, length = self._stretch(index)
            first, last = max(start, at), min(after, end)
            is_same = after - start == length
            origin += first - start if is_same else 0
            into.add(self.text[first:last], origin, last - first if is_same else length)

    def _stretch(self, index: int) -> tuple[int, int, int, int]:
        """Where a stretch begins and ends in `text`, and its place and length in the stored text."""
        after = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.starts[index], after, self.origins[index], self.lengths[index]

    def _origin(self, position: int) -> tuple[int, int]:
        """The stored start and end of the character at this position of `text`."""
        start, after, origin, length = self._stretch(bisect_right(self.starts, position) - 1)
        if after - start == length:
            return origin + position - start, origin + position - start + 1
        return origin, origin + length

    def origin(self, position: int) -> int:
        """Where in the stored text the character at this position of `text` begins."""
        return self._origin(position)[0]

    def ends_paragraph(self, line_end: int) -> bool:
        """Whether the line end at this position of `text` stands for a blank line: a paragraph's or page's."""
        start, end = self._origin(line_end)
        return self.stored.count("\n", start, end) > 1

    def quote(self, start: int, end: int) -> Quote:
        """The stored words of `text[start:end]`, without white space at either edge.

        Raises:
            ValueError: there are no words between the two.
        """
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            raise ValueError("a quote needs words")
        first, last = self._origin(start)[0], self._origin(end - 1)[1]
        return Quote(first, last, self.stored[first:last])


class _Pieces:
    """Gathers the stretches of a folded text, in little memory whatever the text."""

    def __init__(self) -> None:
        self._text = StringIO()
        self._size = 0
        self._starts, self._origins, self._lengths = array("I"), array("I"), array("I")
        self._goes_on_at = -1

    def add(self, text: str, origin: int, length: int) -> None:
        """Add the next stretch of text, which comes from so many characters of the stored text from `origin` on."""
        if not text:
            return
        self._text.write(text)
        is_same = len(text) == length
        if is_same and origin == self._goes_on_at:
            self._lengths[-1] += length
        else:
            self._starts.append(self._size)
            self._origins.append(origin)
            self._lengths.append(length)
        self._goes_on_at = origin + length if is_same else -1
        self._size += len(text)

    def folded(self, stored: str) -> FoldedText:
        """The whole."""
        return FoldedText(stored, self._text.getvalue(), self._starts, self._origins, self._lengths)


def _footers(text: str) -> Iterator[tuple[int, int]]:
    """Where each running line of a folded text begins, and where the line after it does."""
    for footer in _FOOTER.finditer(f"\n{text}"):
        yield footer.start(), min(footer.end(), len(text))
