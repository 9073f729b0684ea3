"""What a library answers with bytes of it flipped: `python tests/bench/damage_libraries.py [TRIES] [SEED]`.

Makes a library of the sample letters, then damages a copy of it at a time (a bit, a byte, a few bytes, a page, or its
end) and asks it everything. Each answer must be the undamaged one, or say that there is damage; nothing else may be
raised. Prints how many were which, and the first of those that gave other words or figures without a word.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db.errors import LibraryError
from db.importer import import_paths
from db.library import Library
from db.model import DoubtCode
from db.review.findings import FindingKind

SAMPLES = Path(__file__).resolve().parents[2] / "sample_letters"
_PAGE = 4096
_HEADER = 100  # bytes that say which program's file it is: whatever is made of them is no library

_MOST_TOLD, _LONGEST_TOLD = 40, 230

Answer = object


@dataclass
class Tally:
    """How the tries ended, and what each of the bad ones was."""

    ends: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    unforeseen: list[str] = field(default_factory=list)


def make_library(folder: Path) -> Path:
    """A library of the sample letters, with a correction, a dismissal and a set of councils, all in one file."""
    path = folder / "whole.db"
    import_paths(path, [SAMPLES])
    with Library.open(path) as library:
        entries = library.councils()
        library.correct(library.letters_of(entries[0].id)[0].id, entries[1].council, None)
        for item in library.review_items()[:1]:
            library.dismiss(item.letter_id)
        library.council_sets.save("Ours", [entry.council.name for entry in entries[:3]])
    return path


def list_questions(path: Path) -> dict[str, Callable[[Library], Answer]]:
    """Everything that a library is asked, by a name; the ids and years are those of the whole one."""
    with Library.open(path) as library:
        entries = library.councils()
        letters = [stored for entry in entries for stored in library.letters_of(entry.id)]
    questions: dict[str, Callable[[Library], Answer]] = {
        "councils": lambda library: library.councils(),
        "counts": lambda library: library.counts(),
        "all": lambda library: tuple(library.all_letters()),
        "review": lambda library: (library.review_items(), library.dismissed_items()),
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
    return (
        DoubtCode.LETTER_DAMAGED.value in repr(answer)
        or "(damaged)" in repr(answer)
        or "is_damaged=True" in repr(answer)
    )


def damage(data: bytes, chance: random.Random) -> Iterator[tuple[int, bytes]]:
    """The places of a file that change, with what comes there."""
    at = chance.randrange(_HEADER, len(data))
    kind = chance.choice(("bit", "bit", "byte", "byte", "bytes", "page"))
    if kind == "bit":
        yield at, bytes([data[at] ^ 1 << chance.randrange(8)])
    elif kind == "byte":
        yield at, bytes([(data[at] + chance.randrange(1, 256)) % 256])
    elif kind == "bytes":
        yield at, chance.randbytes(chance.randrange(2, 17))[: len(data) - at]
    else:
        at = at // _PAGE * _PAGE or _PAGE
        yield at, chance.choice((bytes(_PAGE), chance.randbytes(_PAGE)))


def try_one(
    path: Path, place: str, questions: dict[str, Callable[[Library], Answer]], known: dict[str, Answer], tally: Tally
) -> None:
    """Asks one damaged library everything, and notes the worst that came of it."""
    ends: Counter[str] = Counter()
    try:
        library = Library.open(path)
    except LibraryError:
        tally.ends["refused"] += 1
        return
    except Exception as error:  # what must not happen is counted
        tally.ends["unforeseen"] += 1
        tally.unforeseen.append(f"{place}: open: {error!r}")
        return
    others: list[str] = []
    with library:
        for name, ask in questions.items():
            try:
                answer = ask(library)
            except LibraryError:
                ends["said"] += 1
            except Exception as error:  # the same
                ends["unforeseen"] += 1
                tally.unforeseen.append(f"{place}: {name}: {error!r}")
            else:
                if answer != known[name]:
                    if not says_damage(answer):
                        others.append(name)
                    ends["said" if says_damage(answer) else "silent"] += 1
        try:
            is_known = any(finding.kind is FindingKind.DAMAGE for finding in library.check())
        except LibraryError:
            is_known = True
        except Exception as error:  # the same
            is_known = False
            ends["unforeseen"] += 1
            tally.unforeseen.append(f"{place}: check: {error!r}")
    end = next((one for one in ("unforeseen", "silent", "said") if ends[one]), "same")
    tally.ends[end] += 1
    tally.ends["check: damage" if is_known else "check: whole"] += 1
    if others:
        tally.silent.append(f"{place}: {', '.join(others)}{'' if is_known else ', and check called it whole'}")
        tally.ends["silent, and check called it whole"] += not is_known


def run(tries: int, seed: int) -> Tally:
    """So many damaged libraries, each asked everything."""
    chance, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as folder:
        path = make_library(Path(folder))
        questions = list_questions(path)
        with Library.open(path) as library:
            known = {name: ask(library) for name, ask in questions.items()}
        data = path.read_bytes()
        for number in range(tries):
            damaged = bytearray(data)
            places = list(damage(data, chance))
            for at, changed in places:
                damaged[at : at + len(changed)] = changed
            if bytes(damaged) == data:
                continue
            copy = Path(folder) / f"{number}.db"
            copy.write_bytes(damaged)
            try_one(copy, f"try {number}, byte {places[0][0]}", questions, known, tally)
            for left in Path(folder).glob(f"{number}.db*"):
                left.unlink()
    return tally


def main() -> None:
    """Print what came of it."""
    tries, seed = (*(int(one) for one in sys.argv[1:3]), *(1000, 1)[len(sys.argv[1:3]) :])
    tally = run(tries, seed)
    say = sys.stdout.write
    for end, number in sorted(tally.ends.items()):
        say(f"{number:6} {end}\n")
    for kind, places in (("silent", tally.silent), ("unforeseen", tally.unforeseen)):
        say(f"{len(places)} {kind}\n")
        for place in places[:_MOST_TOLD]:
            say(f"    {place[:_LONGEST_TOLD]}\n")


if __name__ == "__main__":
    main()
