"""Sets of councils kept under a name."""

from pathlib import Path

import pytest

from db.errors import SetGone, SetNameImpossible
from db.library import Library
from db.store.council_sets import LONGEST_NAME, CouncilSet
from tests.db.builders import LEEDS, OADBY, add, letter
from tests.db.store.old_libraries import make_library


def test_a_set_is_kept_in_its_order_each_council_once(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert library.council_sets.read() == ()
        assert library.council_sets.save("  Our  neighbours ", [OADBY.name, LEEDS.name, OADBY.name]) is None
        library.council_sets.save("Another", [LEEDS.name])
    with Library.open(tmp_path / "library.db") as library:
        assert library.council_sets.read() == (
            CouncilSet("Another", (LEEDS.name,)),
            CouncilSet("Our neighbours", (OADBY.name, LEEDS.name)),
        )


def test_a_set_is_changed_under_its_name_whatever_its_capitals(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.council_sets.save("Été neighbours", [OADBY.name])
        assert library.council_sets.save("ÉTÉ NEIGHBOURS", [LEEDS.name]) == CouncilSet("Été neighbours", (OADBY.name,))
        assert library.council_sets.read() == (CouncilSet("Été neighbours", (LEEDS.name,)),)


def test_a_set_is_renamed_but_not_to_anothers_name(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.council_sets.save("One", [OADBY.name])
        library.council_sets.save("Two", [LEEDS.name])
        with pytest.raises(SetNameImpossible, match="Another set is called Two"):
            library.council_sets.rename("One", "two")
        library.council_sets.rename("One", "ONE")
        library.council_sets.rename("Two", "Three")
        assert [each.name for each in library.council_sets.read()] == ["ONE", "Three"]
        with pytest.raises(SetGone):
            library.council_sets.rename("Two", "Four")


def test_a_set_is_removed_and_can_be_saved_again(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.council_sets.save("One", [OADBY.name, LEEDS.name])
        removed = library.council_sets.remove("one")
        assert library.council_sets.read() == ()
        with pytest.raises(SetGone, match="no set called One"):
            library.council_sets.remove("One")
        library.council_sets.save(removed.name, removed.councils)
        assert library.council_sets.read() == (removed,)


@pytest.mark.parametrize("name", ["", " \n", "x" * (LONGEST_NAME + 1)])
def test_a_set_needs_a_name(tmp_path: Path, name: str) -> None:
    with Library.open(tmp_path / "library.db") as library:
        with pytest.raises(SetNameImpossible, match="needs a name"):
            library.council_sets.save(name, [OADBY.name])
        assert library.council_sets.read() == ()


def test_a_set_outlives_the_letters_of_its_councils(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter())
        library.council_sets.save("One", [OADBY.name, LEEDS.name])
        library.remove_files([library.letter(1).source.sha256])
        assert library.councils() == ()
        assert library.council_sets.read() == (CouncilSet("One", (OADBY.name, LEEDS.name)),)


@pytest.mark.parametrize("version", [1, 5])
def test_an_old_library_can_keep_sets_once_it_is_opened(tmp_path: Path, version: int) -> None:
    make_library(tmp_path / "library.db", version)
    with Library.open(tmp_path / "library.db") as library:
        assert library.council_sets.read() == ()
        library.council_sets.save("One", [OADBY.name])
        assert len(library.council_sets.read()) == 1
