"""What other programs make of our text: parsers of Markdown and HTML that are not ours, and LibreOffice."""

import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt


class HtmlReader(HTMLParser):
    """The elements of a page, and the text in each kind of them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All its text, spaces made one."""
        return " ".join("".join(self.texts).split())


def read_markdown(text: str) -> HtmlReader:
    """Markdown as GitHub and others read it, with tables and HTML."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    return HtmlReader(rendered)


def convert_to_flat_sheet(file: Path) -> Path:
    """What LibreOffice saves of a file that it opens as a spreadsheet; skips the test where there is none that can."""
    soffice = os.environ.get("UPHELD_SOFFICE") or shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed here")
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    # Whoever opens it sees these in a dialog, with UTF-8 found by the mark; without a screen they must be named.
    how = "--infilter=CSV:44,34,76,1"
    command = [soffice, profile, "--headless", how, "--convert-to", "fods", "--outdir", str(file.parent), str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    made = file.with_suffix(".fods")
    if not made.exists() and "source file could not be loaded" in done.stdout + done.stderr:
        pytest.skip("this LibreOffice is without Calc, its spreadsheet")
    return made


def read_cells(path: Path) -> list[list[tuple[str, str | None, str | None]]]:
    """Of each cell in a flat OpenDocument sheet: its text, its type, its formula."""
    names = "{urn:oasis:names:tc:opendocument:xmlns:"
    rows = []
    for row in ElementTree.parse(path).iter(f"{names}table:1.0}}table-row"):  # noqa: S314
        cells = [
            (
                "".join(cell.itertext()).strip(),
                cell.get(f"{names}office:1.0}}value-type"),
                cell.get(f"{names}table:1.0}}formula"),
            )
            for cell in row.iter(f"{names}table:1.0}}table-cell")
            if cell.get(f"{names}office:1.0}}value-type")
            for _ in range(int(cell.get(f"{names}table:1.0}}number-columns-repeated", "1")))
        ]
        if cells:
            rows.append(cells)
    return rows
