"""Sample letters that LibreOffice saved as other kinds of file are read without a difference from the samples.

In `tests/files`: what LibreOffice 7.4 wrote of sample letters. It opened each as a text, that of Birmingham as a web
page with a table, so that the documents have one; `soffice --headless --convert-to odt` and so on did the rest. That of
North West Leicestershire it opened as rich text: its tables' narrow columns break the headings within words, and its
font does not say how high it is.
"""

from pathlib import Path

import pytest

import sample_letters
from db.councils.register import Register
from db.extract import extract
from db.model import Letter

FILES = sorted((Path(__file__).parent / "files").iterdir())
SAMPLES = Path(next(iter(sample_letters.__path__)))


def list_what_is_read(path: Path) -> list[object]:
    """What is read of a file's letters, but for where it stands."""
    return [_list_of_letter(letter) for letter in extract(path.read_bytes(), path.name, Register.load()).letters]


def _list_of_letter(letter: Letter) -> list[object]:
    measures = [
        (measure.name, measure.state, measure.rate, measure.average, measure.count, measure.base, measure.denominator)
        for measure in letter.measures
    ]
    tables = [
        (table.name, [(cell.key, cell.value) for cell in table.cells], table.total and table.total.value)
        for table in letter.tables
    ]
    return [
        *(letter.kind, letter.council, letter.council_as_written, letter.year, letter.dated, letter.period),
        *(letter.addressee, letter.role, measures, tables),
        [remark.kind for remark in letter.remarks],
        [doubt.code for doubt in letter.doubts],
    ]


def test_there_are_files_of_every_kind_for_every_sample() -> None:
    kinds = {path.suffix for path in FILES}
    assert kinds >= {".docx", ".html", ".odt", ".pdf", ".rtf"}
    assert len(FILES) == len(kinds) * len({path.stem for path in FILES})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_libreoffice_saved_is_read_as_the_sample_is(path: Path) -> None:
    assert list_what_is_read(path) == list_what_is_read(SAMPLES / f"{path.stem}.txt")
