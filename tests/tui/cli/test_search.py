"""`upheld search`."""

from pathlib import Path

import pytest

from tests.marks import slow, slow_rows
from tests.tui.asked import OADBY, Run, answer


def test_search_gives_the_place_of_the_words(filled: Run) -> None:
    found = answer(filled("search", "statistics", "--json", "--limit", "3"))
    assert found["total"] >= len(found["hits"]) == 3
    hit = found["hits"][0]
    text = answer(filled("read", hit["council"], "--year", str(hit["year"]), "--json"))["text"]
    assert text[hit["start"] : hit["end"]].lower().startswith("statistic")


@pytest.mark.parametrize("typed", ['"', *slow("AND", "near(", "foo-bar", "it's", "(", "*", "a:b", "🦆")])
def test_anything_can_be_searched_for(filled: Run, typed: str) -> None:
    done = filled("search", typed, "--json")
    assert done.returncode in {0, 1}
    assert "error" in answer(done) or answer(done)["total"]


@pytest.mark.slow
def test_a_quoted_argument_is_searched_for_as_a_phrase(filled: Run) -> None:
    hits = answer(filled("search", "upheld decisions", "--json", "--limit", "50"))["hits"]
    for hit in hits:
        text = answer(filled("read", hit["council"], "--year", str(hit["year"]), "--json"))["text"]
        assert " ".join(text[hit["start"] : hit["end"]].lower().split()).startswith("upheld decision")


@pytest.mark.slow
def test_as_many_hits_are_shown_as_the_help_says(filled: Run) -> None:
    found = answer(filled("search", "council", "--json"))
    assert found["total"] > len(found["hits"])
    assert f"how many to show ({len(found['hits'])})" in filled("search", "--help").stdout


def test_two_letters_of_a_year_are_told_apart_by_their_files(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        text = OADBY.read_text(encoding="utf-8").replace("homeless", "homeless" if name == "a.txt" else "vulnerable")
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("import", tmp_path / "a.txt", tmp_path / "b.txt").returncode == 0
    printed = run("search", "public", "report").stdout
    for name in ("a.txt", "b.txt"):
        assert f"Oadby & Wigston Borough Council, 2020, from {name}\n" in printed
    files = {hit["file"] for hit in answer(run("search", "public", "report", "--json"))["hits"]}
    assert files == {"a.txt", "b.txt"}
    assert "from" not in run("search", "vulnerable").stdout.split("\n")[0]
    done = run("read", "oadby")
    shown, other = ("b.txt", "a.txt") if "vulnerable" in done.stdout else ("a.txt", "b.txt")
    assert f"from {shown}\nAnother letter of that year is here: {other}\n" in done.stderr


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["late", "year:20x"], 'upheld: At character 6, "year:20x": "20x" is no year'),
        *slow_rows(
            (["council:lei", "upheld"], 'At character 1, "council:lei": "lei" could be one of 2 councils: Leicester'),
            (["a report", "OR"], 'At character 12, "OR": OR stands between two words'),
            (["-late"], 'At character 1, "-late": This says which letters'),
        ),
    ],
)
def test_what_is_wrong_with_a_search_is_told_with_its_place(filled: Run, typed: list[str], says: str) -> None:
    done = filled("search", *typed)
    assert done.returncode == 1
    assert says in done.stderr
    assert answer(filled("search", *typed, "--json"))["error"]["kind"] == "query"


def test_words_that_must_not_be_there_are_no_options(filled: Run) -> None:
    every = answer(filled("search", "report", "--json", "--limit", "99"))
    without = answer(filled("search", "report", "-homeless", "--json", "--limit", "99"))
    assert 0 < without["total"] < every["total"]
    assert filled("search", "-h").stdout.startswith("usage:")


@pytest.mark.slow
def test_filters_choose_letters_and_a_quoted_query_is_one(filled: Run) -> None:
    for typed in (["report", "type:district", "year:2018-"], ["report type:district year:2018-"]):
        found = answer(filled("search", *typed, "--json"))
        assert found["councils"] == len({hit["council"] for hit in found["hits"]}) > 0
        assert min(hit["year"] for hit in found["hits"]) >= 2018
