"""A piece of another kind that stands whole in a Word document (`altChunk`) -> its words, as Word shows them."""

import email
import email.policy
from collections.abc import Callable
from email.message import EmailMessage

from db.errors import Refused
from db.text import html, plain

_NOT_READ = (
    "This Word document holds a piece of another kind that is not read here; open it in Word and save it anew, or as "
    "PDF."
)
_WEB_PAGES = (".html", ".htm", ".xhtml", ".xht")
_WEB_ARCHIVES = (".mht", ".mhtml")


def read_chunk(data: bytes, part: str, read_file: Callable[[bytes], str]) -> str:
    """Give the text of a piece that is no word processor's document; `part` is its name in the package.

    `read_file` gives the text of a file of any kind.

    Raises:
        Refused: If it is of a kind that is not read.
    """
    name = part.lower()
    if name.endswith(_WEB_PAGES):
        return html.read_text(plain.decode(data).text)
    if name.endswith(_WEB_ARCHIVES) or data[:2000].lower().lstrip().startswith(b"mime-version:"):
        return _read_web_archive(data)
    try:
        return read_file(data)
    except Refused as refused:
        raise Refused(_NOT_READ) from refused


def _read_web_archive(data: bytes) -> str:
    """Give the text of the page that a web archive holds.

    Raises:
        Refused: If there is none, or it is in a script that is not known.
    """
    message = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
    page = message.get_body(("html", "plain"))
    try:
        content = page.get_content() if page else None
    except (LookupError, ValueError) as error:
        raise Refused(_NOT_READ) from error
    if not isinstance(content, str):
        raise Refused(_NOT_READ)
    is_page = bool(page and page.get_content_subtype() == "html")
    return html.read_text(content) if is_page else content
