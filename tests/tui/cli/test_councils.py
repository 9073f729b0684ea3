"""`upheld councils`."""

from tests.tui.asked import Run, answer


def test_councils_lists_best_match_first(filled: Run) -> None:
    names = [council["name"] for council in answer(filled("councils", "wigston", "--json"))["councils"]]
    assert names[0] == "Oadby & Wigston Borough Council"
    everyone = answer(filled("councils", "--all", "--json"))["councils"]
    assert len(everyone) > 400
    with_letters = answer(filled("councils", "--json"))["councils"]
    assert all(council["years"] for council in with_letters)
