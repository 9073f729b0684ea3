"""A made letter on a council's web page: between its navigation and its footer, with what web pages do to words."""

import re
from collections.abc import Sequence
from html import escape
from random import Random

from tests.letters_made.kinds.word import spans
from tests.letters_made.pages import chart_labels
from tests.letters_made.truth import Grid, Kind, Made, Piece

_HEADINGS = {Kind.SUBJECT: "h2", Kind.HEADING: "h3"}
_MENU = (
    *("Home", "Council tax", "Benefits", "Bins and recycling", "Planning and building control", "Housing", "Parking"),
    *("Schools", "Adult social care", "Children and families", "Transport", "Your council", "Complaints", "Contact us"),
)


def web_page(made: Made, random: Random) -> bytes:
    """The page of a content management system, in UTF-8."""
    inside = "\n".join(_piece(piece, random) for piece in chart_labels(list(made.pieces), random))
    return _page(made.truth.council, inside).encode("utf-8")


def page_of_another_time(made: Made, random: Random) -> bytes:
    """An older page: a table to hold everything, a line break at the end of lines, in Windows-1252."""
    inside = "\n".join(_old_piece(piece) for piece in made.pieces)
    council = escape(made.truth.council)
    return (
        f"<HTML><HEAD><TITLE>{council} - Annual letter</TITLE></HEAD><BODY BGCOLOR=white>\n"
        f"<TABLE WIDTH=760><TR><TD>\n{inside}\n</TD></TR></TABLE></BODY></HTML>"
    ).encode("cp1252")


def _page(council: str, inside: str) -> str:
    name = escape(council)
    menu = "".join(f'<li class="nav-item"><a href="/{i}">{words}</a></li>' for i, words in enumerate(_MENU))
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ombudsman annual letter | {name}</title>
<style>.count {{ font-size: 300% }}</style><script>var upheld = "99% of complaints we investigated";</script></head>
<body class="page">
<div id="cookies"><p>We use cookies. <button>Accept</button></p></div>
<header><a href="/"><img src="logo.svg" alt="{name}"></a>
<nav aria-label="Main"><ul>{menu}</ul></nav>
<nav aria-label="Breadcrumb"><ol><li>Home</li><li>Your council</li><li>Complaints</li></ol></nav></header>
<main><article>
{inside}
</article></main>
<footer><ul><li><a href="/privacy">Privacy</a></li><li><a href="/a-z">A to Z</a></li></ul>
<p>Last updated: 4 April 2015</p><p>&copy; {name}</p></footer>
</body></html>"""


def _piece(piece: Piece, random: Random) -> str:
    if piece.grid:
        return _table(piece.grid)
    if piece.kind in _HEADINGS:
        tag = _HEADINGS[piece.kind]
        return "\n".join(f'<{tag} class="title"><span>{_words(line, random)}</span></{tag}>' for line in piece.lines)
    if piece.kind is Kind.COUNT and len(piece.lines) == 2:
        return f'<div class="infographic"><div class="count">{piece.lines[0]}</div><div>{piece.lines[1]}</div></div>'
    if piece.kind in (Kind.ADDRESS, Kind.SIGNED):
        return f"<p>{'<br>'.join(_words(line, random) for line in piece.lines)}</p>"
    return "\n".join(f"<p>{_words(line, random)}</p>" for line in piece.lines if line)


def _words(line: str, random: Random) -> str:
    """Figures in bold, whole or in part; quotes, dashes and some spaces as references; lines of the page's source."""
    words = escape(line, quote=False)
    words = re.sub(r"\b(\d+)%", random.choice((r"<strong>\1%</strong>", r"<b><span>\1</span></b>%", r"\1%")), words)
    words = words.replace("'", random.choice(("&rsquo;", "&#8217;", "'"))).replace(" - ", " &ndash; ")
    words = re.sub(r"(?<=March) (?=\d)", "&nbsp;", words)
    return words.replace(" the ", "\n      the ")


def _table(grid: Grid) -> str:
    above = [row for row in grid.rows if row is grid.spanning or row is grid.headings]
    headings = "".join(_row("th", row, merged=row is grid.spanning) for row in above)
    values = "".join(_row("td", row, merged=False) for row in (grid.values, *grid.older))
    return f'<div class="scroll"><table><thead>{headings}</thead>\n<tbody>{values}</tbody></table></div>'


def _row(tag: str, row: Sequence[str], merged: bool) -> str:
    cells = []
    for words, width in spans(row) if merged else [(cell, 1) for cell in row]:
        over = f' colspan="{width}"' if width > 1 else ""
        cells.append(f"  <{tag}{over}><p>{escape(words)}</p></{tag}>\n")
    return f"<tr>\n{''.join(cells)}</tr>\n"


def _old_piece(piece: Piece) -> str:
    if piece.grid:
        rows = ("<TR>" + "".join(f"<TD>{escape(cell) or '&nbsp;'}" for cell in row) for row in piece.grid.rows)
        return f"<TABLE BORDER=1>{''.join(rows)}</TABLE>"
    if piece.kind in _HEADINGS:
        return "".join(f"<P><B><FONT SIZE=4>{escape(line)}</FONT></B>" for line in piece.lines)
    return f"<P>{'<BR>'.join(escape(line) for line in piece.lines)}"
