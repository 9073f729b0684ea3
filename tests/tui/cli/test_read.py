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


def test_programs_are_told_which_sentences_all_councils_were_told(filled: Run) -> None:
    read = answer(filled("read", "leeds", "--year", "2024", "--json"))
    own = read["own_words"]
    assert (own["basis"], own["other_letters"]) == ("library", 6)
    told = {read["text"][each["start"] : each["end"]]: each["is_boilerplate"] for each in own["sentences"]}
    assert told["75% of complaints we investigated were upheld."] is True
    own_sentence = next(sentence for sentence in told if sentence.startswith("Yorkshire's largest city"))
    assert told[own_sentence] is False


def test_where_that_is_not_known_nothing_is_said_of_a_sentence(filled: Run) -> None:
    own = answer(filled("read", "kent", "--year", "2023", "--json"))["own_words"]
    assert own["basis"] == "unknown"
    assert {each["is_boilerplate"] for each in own["sentences"]} == {None}
