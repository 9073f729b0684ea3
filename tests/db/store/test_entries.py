from dataclasses import replace
from pathlib import Path

from db.library import Library
from db.model import Quote, Remark, RemarkKind
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, letter

TEXT = "I welcome that. You apologised. You delayed."


def remark(words: str, kind: RemarkKind = RemarkKind.PRAISE) -> Remark:
    start = TEXT.index(words)
    return Remark(kind=kind, quote=Quote(start=start, end=start + len(words), text=words))


def test_a_council_has_as_many_remarks_as_there_are_passages_in_its_newest_letter(path: Path) -> None:
    twice = (remark("I welcome that."), remark("I welcome that.", RemarkKind.APOLOGY), remark("You delayed."))
    with Library.open(path) as library:
        add(
            library,
            replace(letter(TEXT, OADBY, 2019), remarks=(remark("You apologised."),)),
            replace(letter(TEXT, OADBY, 2021), remarks=twice),
            replace(letter(TEXT, LEEDS, 2020), remarks=(remark("You delayed."),)),
            letter(TEXT, LEEDS, 2021),
            replace(letter(TEXT, NOWHERE, None), remarks=(remark("You delayed."),)),
        )
        found = {entry.council.name: entry.remarks for entry in library.councils()}
    assert found == {OADBY.name: 2, LEEDS.name: 0, NOWHERE.name: 1}
