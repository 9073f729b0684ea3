"""`upheld councils`."""

from tests.tui.asked import Run, answer


def test_councils_lists_best_match_first(filled: Run) -> None:
    names = [council["name"] for council in answer(filled("councils", "wigston", "--json"))["councils"]]
    assert names[0] == "Oadby & Wigston Borough Council"
    everyone = answer(filled("councils", "--all", "--json"))["councils"]
    assert len(everyone) > 400
    with_letters = answer(filled("councils", "--json"))["councils"]
    assert all(council["years"] for council in with_letters)


def test_a_council_without_letters_is_answered_with_its_successors_and_by_way_of_whom(filled: Run) -> None:
    (found,) = answer(filled("councils", "barrow", "--json"))["councils"]
    assert (found["name"], found["via"]) == ("Westmorland and Furness Council", "Barrow-in-Furness Borough Council")
    assert found["years"] == [2024]
    said = filled("councils", "barrow").stdout
    assert "by way of Barrow-in-Furness Borough Council, which ended in 2023" in said


def test_successors_come_behind_a_council_that_has_letters_itself(filled: Run) -> None:
    first, second = answer(filled("councils", "cumbria", "--json"))["councils"]
    assert (first["name"], first.get("via")) == ("Cumbria County Council", None)
    assert (second["name"], second["via"]) == ("Westmorland and Furness Council", "Cumbria County Council")


def test_show_names_the_successor_of_a_council_without_letters(filled: Run) -> None:
    told = answer(filled("show", "barrow", "--json"))["error"]
    assert "became Westmorland and Furness Council in 2023" in told["message"]
    assert told["choices"] == ["Westmorland and Furness Council"]


def test_a_region_or_a_type_is_a_filter(filled: Run) -> None:
    found = answer(filled("councils", "east midlands", "--json"))["councils"]
    assert {council["region"] for council in found} == {"East Midlands"}
    assert len(found) > 3
    found = answer(filled("councils", "east midlands district", "--json"))["councils"]
    assert {(council["region"], council["type"]) for council in found} == {("East Midlands", "district")}


def test_a_council_is_listed_with_what_was_upheld_as_the_screen_has_it(filled: Run) -> None:
    printed = filled("councils", "birmingham").stdout
    assert "(Metropolitan borough): 2018, 2024, 2025; upheld 94 of 114, 82%, in 2025" in printed
    assert filled("councils", "bristol").stdout.strip().endswith("(Unitary council): 2021")
