"""What a page can be written as."""

from enum import StrEnum

from db.export.document import Document
from db.export.document_html import write_html
from db.export.document_markdown import write_markdown
from tui.draw.document import write_text


class PageFormat(StrEnum):
    """The kinds of file."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"


_ENDINGS = {"html": PageFormat.HTML, "htm": PageFormat.HTML, "md": PageFormat.MARKDOWN, "markdown": PageFormat.MARKDOWN}


def choose_format(file_name: str) -> PageFormat:
    """What a file of that name holds: text unless its ending says otherwise."""
    return _ENDINGS.get(file_name.rpartition(".")[2].lower(), PageFormat.TEXT)


def write_page(document: Document, kind: PageFormat) -> str:
    """The page as that kind of file."""
    if kind is PageFormat.HTML:
        return write_html(document)
    return write_markdown(document) if kind is PageFormat.MARKDOWN else write_text(document)
