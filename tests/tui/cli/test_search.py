"""`upheld search`."""

from pathlib import Path

import pytest

from tests.marks import slow
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
