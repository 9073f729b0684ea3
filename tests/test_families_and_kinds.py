"""Every family of letters in every kind of file: imported as people do it, and read from the library as printed.

The table in the README is written from here: `python -m tests.test_families_and_kinds` prints it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

import pytest

from db.importer import import_paths
from db.library import Library
from db.model import Letter, MeasureName, TableName
from tests.letters_made.councils import councils_of
from tests.letters_made.families import FAMILIES
from tests.letters_made.judging import Difference, differences
from tests.letters_made.kinds.by_name import KINDS
from tests.letters_made.kinds.zipped import zip_of
from tests.letters_made.truth import Made

README = Path(__file__).parents[1] / "README.md"
ROUNDS = 3
"""How many letters are made for each family and each way of writing a kind of file."""

GROUPS = {
    "2006-2008 annual letters": ("A-2006", "A-2007", "A-2008", "A-prose-2007", "A-document"),
    "2009-2010 reviews": ("B-2009", "B-2010", "B-web-2010"),
    "2011-2012 letters": ("C-2011", "C-2012"),
    "2013": ("D-2013",),
    "2014": ("E-2014",),
    "2015-2018 tables": ("E-2015", "E-2016", "E-2017", "E-2018"),
    "2019 tables and rates": ("F-2019",),
    "2020-2021 rates": ("G-2020", "G-2021"),
    "2022-2024 rates": ("H-2022", "H-2023", "H-2024"),
    "statistics pages 2019-2024": ("web-2", "web-3", "web-4", "web-6"),
    "statistics page 2024-25": ("web-5", "web-merged-2025"),
    "2025 letter": ("I", "I-with-page"),
}
ZIP = "zip"
ALL_KINDS = (*KINDS, ZIP)
CELLS = [(group, kind) for group in GROUPS for kind in ALL_KINDS]
QUICK_GROUP, QUICK_KIND = "2022-2024 rates", "plain text"
"""Of the fast tests are every family in this kind of file, and this family in every kind."""


@dataclass(frozen=True)
class Absent:
    """What may be left out in one kind of file: parts of letters as `differences` names them, in words, and why."""

    parts: tuple[str, ...]
    words: str
    reason: str


COPIED = "text copied from a PDF"
_COUNTS = ("received", "decided", "remedied")
_RATES = ("upheld.", "compliance.", "remedy.")
_THREE_YEARS = "without cells the rows of three years cannot be told apart"
_ENQUIRIES = "without cells the rows of several kinds of enquiry cannot be told apart"
_INTERLEAVED = "the words of neighbouring headings are interleaved"
ABSENT = {
    ("2006-2008 annual letters", COPIED): Absent(_COUNTS, "the tables", _THREE_YEARS),
    ("2009-2010 reviews", COPIED): Absent(_COUNTS, "the tables", _THREE_YEARS),
    ("2011-2012 letters", COPIED): Absent(_COUNTS, "the tables", _ENQUIRIES),
    ("2014", COPIED): Absent(_COUNTS, "the tables", _INTERLEAVED),
    ("2015-2018 tables", COPIED): Absent((*_COUNTS, *_RATES), "the tables and their rates", _INTERLEAVED),
    ("2019 tables and rates", COPIED): Absent((*_COUNTS, *_RATES), "the tables and their rates", _INTERLEAVED),
}
"""(family group, kind) -> what may be absent there, never what may be wrong."""

FIGURES = {
    TableName.RECEIVED: "complaints received",
    TableName.DECIDED: "decisions",
    TableName.REMEDIED: "complaints remedied",
    MeasureName.UPHELD: "upheld",
    MeasureName.COMPLIANCE: "compliance",
    MeasureName.REMEDY: "already remedied",
    MeasureName.UPHELD_PER_100K: "upheld per 100,000",
}


def made_letters(group: str, kind: str, rounds: int) -> Iterator[tuple[str, Made, bytes]]:
    """Letters of the group as files of the kind: each file's name, what it says, and its bytes."""
    every = product(range(rounds), GROUPS[group], KINDS[kind].ways)
    for number, (_, family, write) in enumerate(every):
        random = Random(f"{group} {kind} {number}")
        year, make = FAMILIES[family]
        made = make(random, random.choice(councils_of(year)))
        yield f"{kind.replace(' ', '-')}-{number}{KINDS[kind].ending}", made, write(made, random)


def files_of(group: str, kind: str) -> dict[str, tuple[Made, bytes]]:
    """The letters of one cell of the table by file name; in a zip file some of every kind that is read whole."""
    kinds = [each for each in KINDS if (group, each) not in ABSENT] if kind == ZIP else [kind]
    rounds = 1 if kind == ZIP else ROUNDS
    return {name: (made, data) for each in kinds for name, made, data in made_letters(group, each, rounds)}


def read_back(folder: Path, files: dict[str, bytes]) -> dict[str, list[Letter]]:
    """Import files from a folder into a library; then every letter in it, by the name of its file."""
    inbox, library = folder / "in", folder / "library.db"
    inbox.mkdir()
    for name, data in files.items():
        (inbox / name).write_bytes(data)
    batch = import_paths(library, [inbox])
    assert not batch.refused, batch.outcomes
    read: dict[str, list[Letter]] = {}
    with Library.open(library) as opened:
        for entry in opened.councils():
            for stored in opened.letters_of(entry.id):
                read.setdefault(stored.source.name, []).append(stored.letter)
    return read


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        pytest.param(*cell, marks=() if {*cell} & {QUICK_GROUP, QUICK_KIND} else pytest.mark.slow, id="-".join(cell))
        for cell in CELLS
    ],
)
def test_a_letter_of_this_family_in_this_kind_of_file_is_read_as_printed(group: str, kind: str, tmp_path: Path) -> None:
    files = files_of(group, kind)
    contents = {name: data for name, (_, data) in files.items()}
    read = read_back(tmp_path, {"letters.zip": zip_of(contents)} if kind == ZIP else contents)
    assert {name: len(letters) for name, letters in read.items()} == dict.fromkeys(files, 1)
    parts = ABSENT[group, kind].parts if (group, kind) in ABSENT else ()
    missing: list[Difference] = []
    for name, (made, _) in files.items():
        (letter,) = read[name]
        found = list(differences(made.truth, letter))
        wrong = [one for one in found if not (one.missing and one.what.startswith(parts))]
        assert not wrong, f"{made.truth.family} in {name}:\n" + "\n".join(map(str, wrong)) + f"\n\n{letter.text}"
        missing += found
    assert bool(missing) == ((group, kind) in ABSENT), "everything is read here: take it out of ABSENT"


def figures_of(group: str) -> str:
    """Which figures letters of the group print that are read from them, in the words of the table."""
    year, _ = FAMILIES[GROUPS[group][0]]
    made = [
        FAMILIES[family][1](Random(f"{family} {number}"), councils_of(year)[0])
        for family in GROUPS[group]
        for number in range(20)
    ]
    there = {name for letter in made for name in (*letter.truth.tables, *letter.truth.measures)}
    return ", ".join(words for name, words in FIGURES.items() if name in there) or "none, their text only"


def table() -> str:
    """The README's table of what is read: a row for each family group, a column for each kind of file."""
    rows = [("letters", "figures", *ALL_KINDS), ("---",) * (2 + len(ALL_KINDS))]
    for group in GROUPS:
        cells = (f"all but {ABSENT[group, kind].words}" if (group, kind) in ABSENT else "whole" for kind in ALL_KINDS)
        rows.append((group, figures_of(group), *cells))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def test_the_readme_says_what_is_read() -> None:
    between = re.search(r"<!-- read -->\n(.*?)\n<!-- /read -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert between
    assert between[1].strip() == table()


if __name__ == "__main__":
    print(table())  # noqa: T201 - this is what it is run for
