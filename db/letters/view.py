"""A letter's stored text with what extraction left in it folded away, and a way back to the stored words.

Everything that looks for something in a letter looks in `View.text`, and quotes by `View.quote`, so a rule is
written for the sentence as the Ombudsman printed it, whatever the copy did to it: bold and link marks, curly
quotes, no-break spaces, ligatures, soft hyphens, long dashes, blank lines, running footers.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

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
    r"(?:^|(?<=\n))[ ]*(?:Page[ ]\d+(?:[ ](?:of|/)[ ]\d+)?|-[ ]\d+[ ]-|PO[ ]Box[ ]4771[^\n]*|Coventry|CV4[ ]0EH"
    r"|(?:Phone|Tel|Fax):?[ ]0300[ ]061[ ]\d+[^\n]*|(?:Web|Website):?[ ]www\.lgo\.org\.uk/?)[ ]*(?:\n|$)",
    re.IGNORECASE,
)
"""The running lines of a page: its number, and the Ombudsman's address since 2010."""

_BLANK = r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_EMPTY = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*\n"
"""A line of nothing: tabs count as cells of a table only where a line has words."""
_SIGNS = rf"(?:(?:\#{{1,6}}|>){_BLANK}+)*"
"""What Markdown puts before a heading or a quotation."""
_FIRST = (
    r"[ \n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000#>*_<\\\[\]"
    r"\u2018\u2019\u201b\u2032`\u00b4\u201c\u201d\u201e\u2033\u2010-\u2015\u2212\ufb00-\ufb06\u00ad-]"
)
"""What any of the stretches below begins with: most letters of a text are passed over by this one look."""

_LINK = r"\]\((?:\#|/|[a-z]+:)[^()\[\]\s]*\)"
"""The end of a Markdown link; an address with brackets in it is left as it stands, so that none is sought far."""

_FOLDED = re.compile(
    rf"""
    (?={_FIRST})(?:
      (?P<lines> {_BLANK}*\n(?:{_EMPTY})+{_BLANK}*{_SIGNS} | {_BLANK}+\n{_BLANK}*{_SIGNS}
                 | \n{_BLANK}+{_SIGNS} | \n(?=[\#>]){_SIGNS} )
    | (?P<heading_sign> \A{_BLANK}*(?:\#{{1,6}}|>){_BLANK}+ )
    | (?P<spaces> {_BLANK}{{2,}} | (?![ ]){_BLANK} )
    | (?P<sign> \*\*+ | __+ | </?(?:u|b|i|em|strong|span|p)> | \\(?=[!-/:-@\[-`{{-~\n]) )
    | (?P<link_open> \[(?=[^\[\]]{{1,200}}{_LINK}) )
    | (?P<link_close> {_LINK} )
    | (?P<single> [\u2018\u2019\u201b\u2032`\u00b4]+ )
    | (?P<double> [\u201c\u201d\u201e\u2033]+ )
    | (?P<dash> [\u2010\u2011\u2012\u2013\u2014\u2015\u2212]+ )
    | (?P<ligature> [\ufb00-\ufb06] )
    | (?P<soft> (?:\u00ad{_BLANK}*(?:\n{_BLANK}*)*)+ )
    | (?P<hyphenated> (?<=[a-z])-[ ]*\n[ ]*(?=[a-z]) )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_INSTEAD = {"lines": "\n", "spaces": " "}
_EACH = {"single": "'", "double": '"', "dash": "-"}
"""What stands for a stretch, and for each character of one."""


@dataclass(frozen=True, slots=True)
class View:
    """The folded text and, for each of its stretches, where that stands in the stored text.

    Stretch i covers `text[starts[i]:starts[i + 1]]` and comes from the `lengths[i]` characters of
    `stored` at `origins[i]`; where the two lengths are the same, each character stands for one.
    """

    stored: str
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, stored: str) -> "View":
        """Fold a letter's stored text (already cleaned)."""
        folded = _Pieces()
        at = 0
        for match in _FOLDED.finditer(stored):
            begin, end = match.span()
            kind = match.lastgroup or ""
            found = match.group()
            instead = _LIGATURES.get(found) or _INSTEAD.get(kind) or _EACH.get(kind, "") * len(found)
            folded.add(stored[at:begin], at, begin - at)
            folded.add(instead, begin, end - begin)
            at = end
        folded.add(stored[at:], at, len(stored) - at)
        view = folded.view(stored)
        return view._without_footers() if _FOOTER.search(view.text) else view

    def _without_footers(self) -> "View":
        """The same without running lines, which can be told only once their characters are folded."""
        kept = _Pieces()
        at = 0
        for footer in [*_FOOTER.finditer(self.text), None]:
            end = footer.start() if footer else len(self.text)
            for index in range(max(bisect_right(self.starts, at) - 1, 0), bisect_left(self.starts, end)):
                start, length = self.starts[index], self.lengths[index]
                after = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
                first, last = max(start, at), min(after, end)
                is_same = after - start == length
                origin = self.origins[index] + (first - start if is_same else 0)
                kept.add(self.text[first:last], origin, last - first if is_same else length)
            at = footer.end() if footer else end
        return kept.view(self.stored)

    def _origin(self, position: int) -> tuple[int, int]:
        """The stored start and end of the character at this position of `text`."""
        index = bisect_right(self.starts, position) - 1
        start, origin, length = self.starts[index], self.origins[index], self.lengths[index]
        after = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        if after - start == length:
            return origin + position - start, origin + position - start + 1
        return origin, origin + length

    def origin(self, position: int) -> int:
        """Where in the stored text the character at this position of `text` begins."""
        return self._origin(position)[0]

    def parts_at(self, line_end: int) -> bool:
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
    """Gathers the stretches of a folded text."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.lengths: list[int] = []
        self.size = 0

    def add(self, text: str, origin: int, length: int) -> None:
        """Add the next stretch of text, which comes from so many characters of the stored text from `origin` on."""
        if text:
            self.texts.append(text)
            self.starts.append(self.size)
            self.origins.append(origin)
            self.lengths.append(length)
            self.size += len(text)

    def view(self, stored: str) -> View:
        """The whole."""
        return View(stored, "".join(self.texts), tuple(self.starts), tuple(self.origins), tuple(self.lengths))
