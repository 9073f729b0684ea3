"""The remarks that are read from words in a letter to Harborough District Council."""

from db.letters.anatomy import Anatomy
from db.letters.folded import FoldedText
from db.letters.remarks.extract import extract_remarks
from db.model import RemarkKind
from tests.db.letters.printed import letter

NAMES = ("Harborough District Council", "Harborough")


def find_kinds(body: str, year: int = 2020) -> list[RemarkKind]:
    """The kinds of the remarks in a letter's body, in its order."""
    anatomy = Anatomy.find(FoldedText.fold(letter(body=body)))
    return [remark.kind for remark in extract_remarks(anatomy, year, NAMES)]
