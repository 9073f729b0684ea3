"""Every kind of file by the name people know it by, with the ways in which such files come about."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.letters_made.kinds import pdf, text, web
from tests.letters_made.kinds.open_document import open_document
from tests.letters_made.kinds.rich_text import rich_text, rich_text_of_word_processor
from tests.letters_made.kinds.word import word, word_with_text_boxes
from tests.letters_made.truth import Made

Write = Callable[[Made, Random], bytes]


@dataclass(frozen=True)
class FileKind:
    """The ending of such a file's name, and how letters are written into one."""

    ending: str
    ways: tuple[Write, ...]


KINDS = {
    "plain text": FileKind(".txt", (text.utf_8, text.utf_8_with_mark, text.utf_16, text.windows_1252)),
    "text copied from a PDF": FileKind(".txt", (text.copied_by_layout, text.copied_by_hand)),
    "Markdown": FileKind(".md", (text.markdown, text.converted_markdown)),
    "PDF": FileKind(".pdf", (pdf.printed_letter, pdf.printed_by_lines, pdf.printed_by_browser)),
    "Word": FileKind(".docx", (word, word_with_text_boxes)),
    "OpenDocument": FileKind(".odt", (open_document,)),
    "rich text": FileKind(".rtf", (rich_text, rich_text_of_word_processor)),
    "web page": FileKind(".html", (web.web_page, web.page_of_another_time)),
}
