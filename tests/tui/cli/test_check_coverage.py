"""`upheld check --coverage`."""

from pathlib import Path

from db.library import Library
from tests.db.builders import OADBY, file_of, letter, upheld
from tests.tui.asked import Run, answer


def test_each_council_and_year_has_what_there_is_of_it(filled: Run) -> None:
    covered = answer(filled("check", "--coverage", "--json"))
    by_name = {each["name"]: each["years"] for each in covered["councils"]}
    assert covered["years"] == list(range(min(covered["years"]), max(covered["years"]) + 1))
    assert by_name["Leeds City Council"]["2024"] == "figures"
    assert by_name["Allerdale Borough Council"]["2024"] == "did_not_exist"
    assert by_name["Barnsley Metropolitan Borough Council"]["2024"] == "missing"
    for at, each in enumerate(covered["sums"]):
        states = [years[str(covered["years"][at])] for years in by_name.values()]
        for state in ("figures", "no_figures", "missing"):
            assert each[state] == states.count(state)


def test_to_people_it_is_a_table_of_signs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    with Library.open(tmp_path / "own" / "library.db") as library:
        library.add_files(
            [
                file_of(letter("One.", year=2019), name="1.txt"),
                file_of(letter("Two.", OADBY, 2021, upheld()), name="2.txt"),
            ]
        )
    lines = run("check", "--coverage").stdout.split("\n")
    assert lines[0].split() == ["Council", "2019", "2020", "2021"]
    (row,) = [line for line in lines if line.startswith("Oadby & Wigston")]
    assert row.split()[-4:] == ["D", "○", "·", "●"]
    assert any(line.startswith("● with figures") and line.split()[-3:] == ["0", "0", "1"] for line in lines)


def test_without_letters_it_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    Library.open(tmp_path / "own" / "library.db").close()
    done = run("check", "--coverage")
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no letter here yet whose council and year are known." in done.stderr
    assert answer(run("check", "--coverage", "--json")) == {"years": [], "councils": [], "sums": []}


def test_it_does_not_go_with_reading_again(run: Run) -> None:
    assert run("check", "--coverage", "--read-again").returncode == 2
