"""The remarks that are read from words in a letter to Harborough District Council."""

from db.letters.anatomy import Anatomy
from db.letters.folded import FoldedText
from db.letters.remarks.extract import extract_remarks
from db.model import Remark, RemarkKind
from tests.db.letters.printed import letter

NAMES = ("Harborough District Council", "Harborough")


def remarks(text: str, year: int = 2020) -> tuple[Remark, ...]:
    """The remarks in the text of one letter."""
    return extract_remarks(Anatomy.find(FoldedText.fold(text)), year, NAMES)


def kinds(body: str, year: int = 2020) -> list[RemarkKind]:
    """The kinds of the remarks in a letter's body, in its order."""
    return [remark.kind for remark in remarks(letter(body=body), year)]
