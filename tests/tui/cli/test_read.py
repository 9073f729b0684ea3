"""`upheld read`."""

from tests.tui.asked import OADBY, Run, answer


def test_the_words_are_the_answer_and_whose_they_are_is_said_beside_it(filled: Run) -> None:
    done = filled("read", "oadby")
    assert done.returncode == 0
    assert done.stdout == OADBY.read_text(encoding="utf-8") + "\n"
    assert done.stderr == f"Oadby & Wigston Borough Council, 2020, from {OADBY.name}\n"


def test_the_newest_letter_is_read_unless_a_year_is_asked_for(filled: Run) -> None:
    newest, older = answer(filled("read", "kent", "--json")), answer(filled("read", "kent", "--year", "2023", "--json"))
    assert (newest["year"], older["year"]) == (2025, 2023)
    assert newest["council"] == older["council"]
    assert newest["text"] != older["text"]
