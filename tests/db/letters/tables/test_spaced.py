"""Tables whose cells only spaces set apart: read where headings and total prove them, else left out with a doubt."""

import pytest

from db.model import DoubtCode, Letter, TableName
from tests.db.letters.printed import letter_2018, one

COUNTS = {
    "adult_care": 0,
    "benefits_and_tax": 1,
    "corporate_and_other": 0,
    "education_and_children": 0,
    "environment": 0,
    "highways_and_transport": 0,
    "housing": 1,
    "planning_and_development": 3,
    "other": 1,
    "total": 6,
}


def cells(read: Letter, name: TableName) -> dict[str, int | None]:
    table = read.table(name)
    if table is None:
        return {}
    return {cell.key: cell.value for cell in (*table.cells, *([table.total] if table.total else []))}


@pytest.mark.parametrize(
    "table",
    [
        """\
Adult Care   Benefits and   Corporate   Education    Environment   Highways    Housing   Planning and   Other   Total
Services     Tax            and Other   and          Services      and                   Development
                            Services    Children's                 Transport
                                        Services
0            1              0           0            0             0           1         3              1       6
""",
        """\
 Adult Care   Benefits    Corporate    Education                 Highways             Planning
                                          and      Environment                           and
  Services     and Tax    and Other   Children's    Services       and      Housing   Development   Other   Total
                          Services     Services                 Transport
     0            1           0           0             0           0          1          3           1       6

4
""",
        """\
Adult Care Services Benefits and Tax Corporate and Other Services Education and Children's Services
Environment Services Highways and Transport Housing Planning and Development Other Total
0 1 0 0 0 0 1 3 1 6
3
""",
    ],
)
def test_a_table_is_read_where_headings_and_total_prove_it(table: str) -> None:
    read = one(letter_2018(f"Complaints and enquiries received\n\n{table}"))
    assert cells(read, TableName.RECEIVED) == COUNTS
    assert not read.doubts


@pytest.mark.parametrize(
    ("title", "table", "about"),
    [
        (
            "Complaints and enquiries received",
            "Adult Care Services Benefits and Tax Corporate and Other Services Education and Children's Services"
            " Environment Services Highways and Transport Housing Planning and Development Other Total\n1 1 3 1 6",
            "received",
        ),
        (
            "Complaints and enquiries received",
            "Adult Care Benefits Corporate Housing Other Total\nServices and Tax and Other\nServices\n0 1 0 4 1 6",
            "received",
        ),
        (
            "Complaints and enquiries received",
            "Adult Care Services   Housing   Other   Total\n        1               2        3       7",
            "received",
        ),
        (
            "Decisions",
            "MI reps LS M reps NM reps No mal Omb disc Outside Premature Total excl Total\njurisdiction complaints"
            " premature\n01/04/17 - 31/03/18 1 2 3 4 5 6 7 8 28 36",
            "decided",
        ),
        ("Decisions made", "Upheld\nNot Upheld\nTotal\n3\n4", "decided"),
        ("Complaints Remedied", "by LGO Satisfactorily by\nAuthority before\n3", "remedied"),
    ],
)
def test_what_spaces_do_not_prove_is_left_out_with_a_doubt(title: str, table: str, about: str) -> None:
    read = one(letter_2018(f"{title}\n\n{table}\n"))
    assert cells(read, TableName(about)) == {}
    assert (DoubtCode.TABLE_UNREADABLE, about) in [(doubt.code, doubt.about) for doubt in read.doubts]


def test_three_years_set_one_space_apart_are_told_apart_by_their_labels() -> None:
    text = (
        "20 June 2007\n\nMr A Brown\nChief Executive\nDerby City Council\n\nDear Mr Brown\n\nAnnual Letter 2006/07\n\n"
        "Complaints received by subject area\n\n"
        "Adult care services Benefits Education Housing Public finance Other Total\n"
        "01/04/06 - 31/03/07 1 2 3 4 5 6 21\n2005/06 9 9 9 9 9 9 54\n2004/05 0 0 0 0 0 8 8\n\n"
        "Yours sincerely\n\nJ R White\nLocal Government Ombudsman\n"
    )
    assert cells(one(text), TableName.RECEIVED) == {
        "adult_care": 1,
        "Benefits": 2,
        "Education": 3,
        "housing": 4,
        "Public finance": 5,
        "other": 6,
        "total": 21,
    }


@pytest.mark.parametrize(
    "rows",
    [
        "| Adult Care Services | Benefits and Tax | Housing | Other | Total |\n|---|---|---|---|---|\n"
        "| | 1 | | 2 | 3 |",
        "Adult Care Services | Benefits and Tax | Housing | Other | Total\n | 1 | | 2 | 3",
        "Adult Care Services|Benefits and Tax|Housing|Other|Total\n|1||2|3",
        "+----+----+----+----+----+\n| Adult Care | Benefits | Housing | Other | Total |\n"
        "| Services | and Tax | | | |\n+----+----+----+----+----+\n| | 1 | | 2 | 3 |\n+----+----+----+----+----+",
    ],
)
def test_empty_cells_between_upright_lines_keep_their_columns(rows: str) -> None:
    read = one(letter_2018(f"Complaints and enquiries received\n\n{rows}\n"))
    expected = {"adult_care": None, "benefits_and_tax": 1, "housing": None, "other": 2, "total": 3}
    assert cells(read, TableName.RECEIVED) == expected


def test_a_row_with_a_cell_too_few_between_upright_lines_is_left_out() -> None:
    rows = "| Adult Care Services | Benefits and Tax | Housing | Other | Total |\n| 1 | 2 | 3 |"
    read = one(letter_2018(f"Complaints and enquiries received\n\n{rows}\n"))
    assert cells(read, TableName.RECEIVED) == {}
    assert [doubt.code for doubt in read.doubts] == [DoubtCode.TABLE_UNREADABLE]
