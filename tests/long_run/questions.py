"""Everything that a library is asked, and whether an answer tells of damage."""

from collections.abc import Callable
from pathlib import Path

from db.library import Library
from db.model import DoubtCode

Answer = object
Questions = dict[str, Callable[[Library], Answer]]


def list_questions(path: Path) -> Questions:
    """Everything that a library is asked, by a name; the ids and years are those of the whole one."""
    with Library.open(path) as library:
        entries = library.councils()
        letters = [stored for entry in entries for stored in library.letters_of(entry.id)]
    questions: Questions = {
        "councils": lambda library: library.councils(),
        "counts": lambda library: library.counts(),
        "coverage": lambda library: frozenset(library.coverage()),
        "all": lambda library: tuple(library.all_letters()),
        "review": lambda library: library.review_items(),
        "sets": lambda library: library.council_sets.read(),
        "search": lambda library: library.search("complaints upheld"),
        "search words": lambda library: library.search("apology OR delay"),
    }
    for entry in entries[::4]:
        questions[f"letters of {entry.id}"] = lambda library, one=entry.id: library.letters_of(one)  # type: ignore[misc]
    for year in sorted({stored.letter.year for stored in letters if stored.letter.year}):
        questions[f"year {year}"] = lambda library, one=year: library.year(one)  # type: ignore[misc]
    for stored in letters[::5]:
        questions[f"words {stored.id}"] = lambda library, one=stored.id: library.own_words(one)  # type: ignore[misc]
        questions[f"original {stored.id}"] = lambda library, one=stored.source.sha256: library.original(one)  # type: ignore[misc]
    return questions


def says_damage(answer: Answer) -> bool:
    """Whether an answer tells of damage somewhere."""
    told = repr(answer)
    return DoubtCode.LETTER_DAMAGED.value in told or "(damaged)" in told or "is_damaged=True" in told
