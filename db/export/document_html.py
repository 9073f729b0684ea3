"""A page as HTML: one file that asks for nothing, runs nothing and prints on paper; any text in it stays text."""

from collections.abc import Iterator, Sequence

from db.export.bar_svg import draw_bar_svg
from db.export.document import Bar, Block, Bullets, Document, Grid, Paragraph, Passage, Sources
from db.export.html import escape_html
from db.export.html_style import STYLE


def write_html(document: Document) -> str:
    """The whole page."""
    title = escape_html(document.title)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{title}</title>",
        f"<style>\n{STYLE}</style>",
        "</head>",
        "<body>",
        f"<h1>{title}</h1>",
        f'<p class="under">{escape_html(document.subtitle)}</p>',
    ]
    for section in document.sections:
        kind = ' class="small"' if section.is_small else ""
        lines += [f"<section{kind}>", f"<h2>{escape_html(section.heading)}</h2>"]
        lines += [line for block in section.blocks for line in _write_block(block)]
        lines.append("</section>")
    lines += [f'<footer class="muted">{escape_html(document.made)}</footer>', "</body>", "</html>", ""]
    return "\n".join(lines)


def _write_block(block: Block) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case Paragraph(text=text, is_muted=is_muted):
            kind = ' class="muted"' if is_muted else ""
            yield f"<p{kind}>{escape_html(text)}</p>"
        case Bullets(items=items):
            yield from ["<ul>", *(f"<li>{escape_html(item)}</li>" for item in items), "</ul>"]
        case Passage(label=label, words=words, place=place):
            lead = f"<b>{escape_html(label)}:</b> {escape_html(words)}"
            yield f'<blockquote>{lead} <span class="muted">{escape_html(place)}</span></blockquote>'
        case Sources(items=items):
            numbered = (f"<li>[{number}] {escape_html(item)}</li>" for number, item in enumerate(items, start=1))
            yield from ['<ul class="sources">', *numbered, "</ul>"]
        case Grid(heads=heads, lines=lines, bars=bars):
            yield from _write_grid(heads, lines, bars)


def _write_grid(heads: Sequence[str], lines: Sequence[Sequence[str]], bars: Sequence[Bar | None]) -> Iterator[str]:
    """A table; where its rows have bars, these have the last column."""
    cells = "".join(f'<th scope="col">{escape_html(head)}</th>' for head in heads)
    yield f"<table>\n<tr>{cells}{'<td></td>' if any(bars) else ''}</tr>"
    for index, (first, *others) in enumerate(lines):
        cells = "".join(f"<td>{escape_html(cell)}</td>" for cell in others)
        bar = bars[index] if index < len(bars) else None
        drawn = f"<td>{draw_bar_svg(bar) if bar else ''}</td>" if any(bars) else ""
        yield f'<tr><th scope="row">{escape_html(first)}</th>{cells}{drawn}</tr>'
    yield "</table>"
