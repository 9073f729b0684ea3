from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.library import Library
from db.model import Cell, DoubtCode, Letter, Measure, MeasureName, State, Table, TableName
from tests.db.builders import LEEDS, OADBY, add, letter

SHARE = Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=60, average=55, count=3, base=5)
TOTAL = Cell(key="total", heading="Total", value=6)
HOUSING = Cell(key="housing", heading="Housing", value=4)
TABLE = Table(name=TableName.RECEIVED, cells=(HOUSING,), total=TOTAL)
WHOLE = letter("a", OADBY, 2018, SHARE, tables=(TABLE,))


def list_conflicting(library: Library) -> list[int]:
    return [
        item.letter_id
        for item in library.review_items().items
        if DoubtCode.LETTERS_CONFLICT in {reason.code for reason in item.reasons}
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(WHOLE, text="rate", measures=(SHARE._replace(rate=60.5),)),
        replace(WHOLE, text="average", measures=(SHARE._replace(average=60),)),
        replace(WHOLE, text="count", measures=(SHARE._replace(count=4),)),
        replace(WHOLE, text="base", measures=(SHARE._replace(base=6),)),
        replace(WHOLE, text="a cell", tables=(TABLE._replace(cells=(HOUSING._replace(value=5),)),)),
        replace(WHOLE, text="a total", tables=(TABLE._replace(total=TOTAL._replace(value=7)),)),
    ],
    ids=lambda other: other.text,
)
def test_each_figure_that_differs_alone_is_found(tmp_path: Path, other: Letter) -> None:
    with Library.open(tmp_path / "library.db") as library:
        ids = add(library, WHOLE, replace(WHOLE, text="same"), other, letter("b", LEEDS, 2018, SHARE))
        assert list_conflicting(library) == [one for one in ids[:3] if library.letter(one).shown]
        assert library.count_review_items() == 1


NUMBERS = st.sampled_from([None, 1, 2, 2.5])
LETTERS = st.builds(
    lambda rate, count, cells, total: replace(
        WHOLE,
        measures=(SHARE._replace(rate=rate, count=count, base=count),),
        tables=(
            Table(
                name=TableName.DECIDED,
                cells=tuple(Cell(key=key, heading=key, value=value) for key, value in cells),
                total=total if total is None else Cell(key="total", heading="Total", value=total),
            ),
        ),
    ),
    NUMBERS,
    st.sampled_from([None, 1, 2]),
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from([None, 1, 2])), max_size=3),
    st.sampled_from([None, 1, 2]),
)


@given(st.lists(st.tuples(st.sampled_from([2018, 2019]), LETTERS), min_size=1, max_size=4))
def test_the_list_has_the_conflicts_that_the_letters_have(
    tmp_path_factory: pytest.TempPathFactory, letters: list[tuple[int, Letter]]
) -> None:
    with Library.open(tmp_path_factory.mktemp("library") / "library.db") as library:
        add(library, *(replace(one, text=f"{n}", year=year) for n, (year, one) in enumerate(letters)))
        told = [one for batch in library.all_letters() for one in batch]
        conflicting = [one.id for one in told if {doubt.code for doubt in one.doubts} == {DoubtCode.LETTERS_CONFLICT}]
        assert sorted(list_conflicting(library)) == sorted(conflicting)
        assert library.count_review_items() == len(library.review_items().items)
