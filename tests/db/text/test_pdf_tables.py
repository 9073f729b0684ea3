from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.pdf.lines import Box
from db.text.pdf.tables import set_out_tables
from tests.processor_time import takes_less_than

SIZE = 8.0
LINE = 1.2 * SIZE
COLUMN = 70.0
LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0


@dataclass
class Page:
    """A page on which words are put one after another; each of its characters is half as wide as high.

    Between them is what PDFium makes of it: a space without width along a line, else the end of a line.
    """

    text: str = ""
    boxes: list[Box] = field(default_factory=list)

    def put(self, left: float, bottom: float, words: str, size: float = SIZE) -> None:
        """Put words on the page."""
        if self.boxes:
            between = " " if self.boxes[-1][1] == bottom and self.boxes[-1][0] < left else "\r\n"
            self.boxes += [(self.boxes[-1][2], bottom, self.boxes[-1][2], bottom)] * len(between)
            self.text += between
        self.boxes += [
            (left + at * size / 2, bottom, left + (at + 1) * size / 2, bottom + size) for at in range(len(words))
        ]
        self.text += words

    def read(self) -> str:
        return set_out_tables(self.text, self.boxes.__getitem__).replace("\r\n", "\n")


def width(words: str) -> float:
    return len(words) * SIZE / 2


def put_cell(page: Page, column: int, bottom: float, words: str, side: float) -> None:
    page.put(100 + COLUMN * column + side * (COLUMN - 12 - width(words)), bottom, words)


Grid = list[list[str]]
"""For each column the lines of its heading, then its value."""


def put_table(page: Page, grid: Grid, side: float = LEFT, sink: float = 0.0, by_lines: bool = False) -> None:
    """Put a table on the page; with `sink` 1 short headings stand at the foot of their row, with 0.5 in its midst."""
    deepest = max(len(cell) - 1 for cell in grid)
    cells = [
        (column, 500 - LINE * (line + sink * (deepest - len(cell) + 1)), words)
        for column, cell in enumerate(grid)
        for line, words in enumerate(cell[:-1])
    ]
    if by_lines:
        cells.sort(key=lambda cell: -cell[1])
    for column, bottom, words in cells:
        put_cell(page, column, bottom, words, side)
    for column, cell in enumerate(grid):
        if cell[-1]:
            put_cell(page, column, 500 - LINE * (deepest + 1), cell[-1], side)


GRID = [["Adult Care", "Services", "7"], ["Benefits", "and Tax", "0"], ["Housing", "11"], ["Total", "18"]]
READ = "Adult Care Services\tBenefits and Tax\tHousing\tTotal\n7\t0\t11\t18"


@pytest.mark.parametrize("by_lines", [False, True])
def test_a_heading_wrapped_in_its_cell_is_one_cell(by_lines: bool) -> None:
    page = Page()
    page.put(100, 560, "Complaints received")
    put_table(page, GRID, by_lines=by_lines)
    page.put(100, 400, "Notes")
    assert page.read() == f"Complaints received\n{READ}\nNotes"


def test_a_page_without_a_table_stays_as_it_is() -> None:
    page = Page()
    page.put(100, 600, "60%", size=26)
    page.put(200, 610, "60% of complaints we")
    page.put(200, 600, "investigated were upheld.")
    page.put(400, 600, "3", size=26)
    page.put(400, 580, "upheld decisions")
    page.put(100, 500, "In 2018 there were  4")
    assert page.read() == page.text.replace("\r\n", "\n")


def test_a_cell_without_a_value_stays_empty_in_its_place() -> None:
    page = Page()
    put_table(page, [["MI reps", "3"], ["LS", ""], ["Total", "3"]])
    assert page.read() == "MI reps\tLS\tTotal\n3\t\t3"


def test_several_rows_keep_their_labels_though_they_wrap() -> None:
    page = Page()
    for column, words in enumerate(("Housing", "Total"), start=1):
        put_cell(page, column, 500, words, LEFT)
    for top, label, values in ((480, ("01/04/07 -", "31/03/08"), ("4", "9")), (455, ("2006/07",), ("5", "6"))):
        for line, words in enumerate(label):
            put_cell(page, 0, top - LINE * line, words, LEFT)
        for column, value in enumerate(values, start=1):
            put_cell(page, column, top - LINE * (len(label) - 1) / 2, value, LEFT)
    assert page.read() == "\tHousing\tTotal\n01/04/07 - 31/03/08\t4\t9\n2006/07\t5\t6"


def test_a_title_over_the_columns_and_a_heading_over_some_stay_lines_of_their_own() -> None:
    page = Page()
    page.put(100, 500 + 4 * LINE, "Decisions made", size=12)
    page.put(100, 500 + LINE, "Detailed investigations carried out")
    put_table(page, [["Upheld", "1"], ["Not", "Upheld", "2"], ["Total", "3"]])
    assert page.read() == ("Decisions made\nDetailed investigations carried out\nUpheld\tNot Upheld\tTotal\n1\t2\t3")


def test_a_title_close_above_is_told_by_its_size() -> None:
    page = Page()
    page.put(100, 500 + LINE, "Other", size=1.2 * SIZE)
    put_table(page, GRID)
    assert page.read() == f"Other\n{READ}"


def test_a_line_that_only_some_columns_could_have_gives_no_table_rather_than_half_headings() -> None:
    page = Page()
    page.put(100, 500 + LINE, "Complaints not")
    page.put(100 + COLUMN, 500 + LINE, "for us")
    page.put(100 + 2 * COLUMN, 500 + LINE, "A heading over two columns")
    put_table(page, [["ready", "1"], ["at all", "2"], ["Upheld", "3"], ["Total", "6"]])
    assert "\t" not in page.read()


def test_a_heading_parted_at_a_hyphen_keeps_it() -> None:
    page = Page()
    put_table(page, [["complied on\x02", "time", "4"], ["Total", "4"]])
    assert page.read() == "complied on\x02time\tTotal\n4\t4"


def test_a_year_that_may_be_a_label_moves_no_value_under_another_heading() -> None:
    page = Page()
    for column, words in enumerate(("AA", "BB", "CC")):
        page.put(200 + COLUMN * column, 500, words)
    for place, words in ((150, "2018"), (240, "5"), (240 + COLUMN, "6")):
        page.put(place, 480, words)
    assert "\t" not in page.read()


grids = st.lists(
    st.tuples(
        st.lists(st.sampled_from(("Upheld", "Not", "Closed", "by LGO")), min_size=1, max_size=4), st.integers(0, 999)
    ),
    min_size=2,
    max_size=10,
).map(lambda columns: [[*heading, str(value)] for heading, value in columns])


@given(grids, st.sampled_from((LEFT, CENTRE, RIGHT)), st.sampled_from((0.0, 0.5, 1.0)), st.booleans())
def test_any_table_is_read_cell_by_cell(grid: Grid, side: float, sink: float, by_lines: bool) -> None:
    page = Page()
    put_table(page, grid, side, sink, by_lines)
    headings = "\t".join(" ".join(cell[:-1]) for cell in grid)
    assert page.read() == headings + "\n" + "\t".join(cell[-1] for cell in grid)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 9), st.integers(0, 30), st.sampled_from(("4", "Total", "17%", "-", "2018", "Not upheld"))
        ),
        max_size=40,
    )
)
def test_no_word_is_lost_or_made_wherever_words_stand(placed: list[tuple[int, int, str]]) -> None:
    page = Page()
    for column, row, words in placed:
        page.put(50 * column, 700 - 7 * row, words)
    assert sorted(page.read().split()) == sorted(page.text.split())


@pytest.mark.slow
@pytest.mark.parametrize("words", ["1", "word"])
def test_a_page_full_of_values_takes_no_more_than_seconds(words: str) -> None:
    page = Page()
    for row in range(400):
        for column in range(50 if row % 2 else 5):
            page.put(20 * column, 4000 - LINE * row, words if row % 3 else "1")
    with takes_less_than(5):
        page.read()


def test_headings_as_near_to_each_other_as_words_are_told_apart_by_the_values_below_them() -> None:
    page = Page()
    for row, words in ((500, ("Not", "Upheld", "Uphold", "Total")), (490, ("Upheld", "", "Rate", ""))):
        for column, heading in enumerate(words):
            if heading:
                page.put(100 + 27 * column, row, heading)
    for column, value in enumerate(("1", "0", "0%", "4")):
        page.put(100 + 27 * column, 475, value)
    assert page.read() == "Not Upheld\tUpheld\tUphold Rate\tTotal\n1\t0\t0%\t4"


def test_words_of_one_heading_that_stand_over_no_value_of_their_own_stay_together() -> None:
    page = Page()
    page.put(100, 500, "Housing and Benefits")
    page.put(210, 500, "Total")
    page.put(100, 485, "1")
    page.put(210, 485, "4")
    assert page.read() == "Housing and Benefits\tTotal\n1\t4"
