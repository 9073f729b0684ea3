"""Where a letter's own part ends: what is bound in behind it under another council's name is not its own."""

from db.letters.address import BODY
from db.letters.heading import CLOSING, DEAR
from db.letters.view import View
from db.model import Council, Doubt
from db.register import Register

_LONGEST_TITLE = 12  # words
_APPENDED = ("statistics", "annual statistics", "figures")


def own_part(view: View, council: Council | None, register: Register) -> tuple[View, tuple[Doubt, ...]]:
    """The letter up to the first title after its signature that names another council, and a warning if there is one.

    A committee pack may follow one council's letter with another's statistics page, which has no head of its own.
    """
    dear = DEAR.search(view.text)
    closing = CLOSING.search(view.text, dear.end()) if dear else None
    if closing is None or council is None:
        return view, ()
    at = closing.end()
    for line in view.text[at:].split("\n"):
        other = _named(line, register)
        if other is not None and council not in other:
            start = view.origin(at + len(line) - len(line.lstrip()))
            message = f"What follows the letter under the name {line.strip()} is not this council's; it is not read."
            quote = view.quote(at, at + len(line))
            return View.of(view.stored[:start]), (Doubt(message, "council", (quote,)),)
        at += len(line) + 1
    return view, ()


def _named(line: str, register: Register) -> tuple[Council, ...] | None:
    """The councils that a line could name which is a title: a full name, perhaps with what the page is behind it."""
    title = line.strip(" \t-:*")
    title = title.rpartition(" - ")[2] if " - " in title else title
    for words in _APPENDED:
        title = title[: -len(words)].rstrip() if title.casefold().endswith(words) else title
    if not BODY.search(title) or len(title.split()) > _LONGEST_TITLE:
        return None
    return register.resolve(title).matches or None
