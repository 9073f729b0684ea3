"""The "Complaint overview" of the statistics page of 2024-25."""

from db.model import Letter, MeasureName, TableName
from tests.db.letters.printed import one, warned


def page(dealt: str = "169", not_for_us: str = "43", closed: str = "57", investigated: str = "69") -> str:
    return (
        "Kent County Council\nComplaint overview\n"
        f"Between 1 April 2024 to 31 March 2025, we dealt with {dealt} complaints. Of these, {not_for_us} were not for"
        f" us or not ready for us to investigate. We assessed and closed {closed} complaints. We investigated"
        f" {investigated} complaints.\n"
        "Complaints upheld\nWe investigated 69 complaints and upheld 65.\n"
        "94% of complaints we investigated were upheld.\nThis compares to an average of 89% in similar authorities.\n"
        "View upheld decisionsAdjusted for Kent County Council's population, this is 3.9% upheld decisions per 100,000"
        " residents."
    )


def counts(read: Letter) -> dict[str, int | None]:
    table = read.table(TableName.DECIDED)
    assert table is not None
    return {cell.key: cell.value for cell in (*table.cells, *((table.total,) if table.total else ()))}


def test_the_overview_is_a_table_of_decisions_that_adds_up() -> None:
    read = one(page())
    assert counts(read) == {"not_for_us": 43, "assessed_and_closed": 57, "investigated": 69, "total": 169}
    assert (read.year, read.doubts) == (2025, ())


def test_the_sentence_about_what_was_investigated_gives_count_and_base() -> None:
    upheld = one(page()).measure(MeasureName.UPHELD)
    assert (upheld.rate, upheld.average, upheld.count, upheld.base, upheld.denominator) == (94, 89, 65, 69, 69)


def test_a_percent_sign_after_the_adjusted_number_is_no_percentage() -> None:
    adjusted = one(page()).measure(MeasureName.UPHELD_PER_100K)
    assert (adjusted.rate, adjusted.average) == (3.9, None)


def test_an_overview_that_does_not_add_up_is_kept_as_printed_with_a_warning() -> None:
    read = one(page(dealt="170"))
    assert counts(read)["total"] == 170
    assert "169" in warned(read, "decided")


def test_a_number_printed_in_two_ways_is_left_out_and_both_places_are_named() -> None:
    read = one(page().replace("We assessed", "We assessed and closed 58 complaints. We assessed", 1))
    assert "assessed_and_closed" not in counts(read)
    assert "57" in warned(read, "decided")
    assert "58" in warned(read, "decided")


def test_without_the_total_there_is_no_overview() -> None:
    assert one(page(dealt="several")).table(TableName.DECIDED) is None


def test_two_sentences_that_count_differently_leave_out_what_they_differ_in() -> None:
    read = one(page() + "\nStatistics are based on a total of 70 investigations")
    upheld = read.measure(MeasureName.UPHELD)
    assert (upheld.rate, upheld.count, upheld.base, upheld.denominator) == (94, 65, None, None)
    assert "69" in warned(read, "upheld")
    assert "70" in warned(read, "upheld")
