"""`upheld councils`."""

from tests.tui.asked import Run, answer


def test_councils_lists_best_match_first(filled: Run) -> None:
    names = [council["name"] for council in answer(filled("councils", "wigston", "--json"))["councils"]]
    assert names[0] == "Oadby & Wigston Borough Council"
    everyone = answer(filled("councils", "--all", "--json"))["councils"]
    assert len(everyone) > 400
    with_letters = answer(filled("councils", "--json"))["councils"]
    assert all(council["years"] for council in with_letters)


def test_a_council_is_listed_with_what_was_upheld_as_the_screen_has_it(filled: Run) -> None:
    printed = filled("councils", "birmingham").stdout
    assert "(Metropolitan borough): 2018, 2024, 2025; upheld 94 of 114, 82%, in 2025" in printed
    assert filled("councils", "bristol").stdout.strip().endswith("(Unitary council): 2021")
