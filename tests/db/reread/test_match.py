import pytest

from db.reread.match import match_letters

A, B, C, D = (f"{n} May 2020\nDear {name}\n" + "Words. " * 90 for n, name in enumerate(("Ann", "Bob", "Cy", "Di")))


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ([], [], []),
        ([A, B], [A, B], [(0, 0), (1, 1)]),
        ([A, B], [A + "more", "  " + B.replace("\n", "\n\n")], [(0, 0), (1, 1)]),
        ([A, B, C], [A, D, B, C], [(0, 0), (None, 1), (1, 2), (2, 3)]),
        ([A, B, C], [B, C], [(0, None), (1, 0), (2, 1)]),
        ([A, B], [D, A], [(None, 0), (0, 1), (1, None)]),
        ([A + B], [A, B], [(0, 0), (None, 1)]),
        ([A, B], [A + B], [(0, 0), (1, None)]),
        ([A, B], [C, D], [(0, 0), (1, 1)]),
        ([A, B, C], [A, D, C], [(0, 0), (1, 1), (2, 2)]),
        ([A], [B, C], [(0, None), (None, 0), (None, 1)]),
        ([A, A], [A, A, A], [(0, 0), (1, 1), (None, 2)]),
        ([A], [], [(0, None)]),
    ],
)
def test_letters_are_known_by_their_beginning_or_else_by_their_place(
    before: list[str], after: list[str], pairs: list[tuple[int | None, int | None]]
) -> None:
    assert match_letters(before, after) == pairs
