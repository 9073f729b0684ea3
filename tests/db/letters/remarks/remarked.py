"""The remarks that are read from words in a letter to Harborough District Council."""

from db.letters.folded import FoldedText
from db.letters.remarks.extract import read_remarks
from db.model import RemarkKind
from tests.db.letters.printed import letter

NAMES = ("Harborough District Council", "Harborough")


def kinds(body: str, year: int = 2020) -> list[RemarkKind]:
    """The kinds of the remarks in a letter's body, in its order."""
    return [remark.kind for remark in read_remarks(FoldedText.of(letter(body=body)), year, NAMES)]
