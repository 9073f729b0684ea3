"""ZIP files, and the documents of word processors, which are XML in a ZIP file."""

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {"draw": "drawing", "svg": "svg-compatible", "fo": "xsl-fo-compatible"}
"""The prefixes whose namespace has another name, as OpenDocument 1.2, part 1, chapter 2 lists them."""


def zip_of(members: Mapping[str, bytes | str]) -> bytes:
    """A ZIP file of names and contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx_of(body: str, before: str = "", **parts: str) -> bytes:
    """A Word document of the XML of its body (`w:` and `mc:` may be used); `parts` are others of its `word` folder."""
    document = f'{before}<w:document xmlns:w="{WORD}" xmlns:mc="{COMPATIBILITY}"><w:body>{body}</w:body></w:document>'
    members = {"[Content_Types].xml": "<Types/>", "_rels/.rels": "<r/>", "word/document.xml": document}
    return zip_of({**members, **{f"word/{name}.xml": content for name, content in parts.items()}})


def odt_of(body: str, before: str = "", automatic: str = "", styles: str = "") -> bytes:
    """An OpenDocument text of the XML of its text (`text:`, `table:`, `draw:`, `svg:`, `office:`, `style:`).

    `automatic` is the XML of the styles it has for itself, `styles` that of the named ones.
    """
    spaces = " ".join(
        f'xmlns:{name}="{OPEN_DOCUMENT}{NAMESPACES.get(name, name)}:1.0"'
        for name in ("text", "table", "draw", "svg", "fo", "office", "style")
    )
    content = (
        f"{before}<office:document-content {spaces}>\n  <office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text>\n  </office:body></office:document-content>"
    )
    named = f"<office:document-styles {spaces}><office:styles>{styles}</office:styles></office:document-styles>"
    mimetype = "application/vnd.oasis.opendocument.text"
    return zip_of({"mimetype": mimetype, "content.xml": content, **({"styles.xml": named} if styles else {})})
