"""A page as Markdown: any text in it stays text."""

from collections.abc import Iterator, Sequence

from db.export.document import Block, Bullets, Document, Grid, Paragraph, Passage, Sources
from db.export.markdown import escape_markdown


def write_markdown(document: Document) -> str:
    """The whole page, as Markdown with tables."""
    parts = [f"# {escape_markdown(document.title)}", escape_markdown(document.subtitle)]
    for section in document.sections:
        parts.append(f"## {escape_markdown(section.heading)}")
        parts.extend("\n".join(_write_block(block)) for block in section.blocks)
    parts.append(escape_markdown(document.made))
    return "\n\n".join(part for part in parts if part) + "\n"


def _write_block(block: Block) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case Paragraph(text=text):
            yield escape_markdown(text)
        case Bullets(items=items):
            yield from (f"- {escape_markdown(item)}" for item in items)
        case Passage(label=label, words=words, place=place):
            yield f"> **{escape_markdown(label)}:** {escape_markdown(words)} {escape_markdown(place)}"
        case Sources(items=items):
            yield from (f"- {escape_markdown(f'[{number}] {item}')}" for number, item in enumerate(items, start=1))
        case Grid(heads=heads, lines=lines):
            yield _write_line(heads)
            yield f"|{'---|' * len(heads)}"
            yield from map(_write_line, lines)


def _write_line(cells: Sequence[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(escape_markdown, cells))} |"
