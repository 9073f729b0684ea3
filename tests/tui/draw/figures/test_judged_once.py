from collections import Counter

import pytest

from db.figures import judgement
from db.model import Measure
from tests.tui.draw.made import complied, of_year, per_100k, remedied, stored, upheld
from tui.cli.show_text import describe_letter
from tui.draw.figures.statistics import build_statistics_rows

LETTERS = [
    stored(of_year(2024, upheld(42, 47, 89, 85), complied(30), remedied(), per_100k()), 1),
    stored(of_year(2021, upheld(1, 1, 100, 53)), 2),
    stored(of_year(2021, upheld(1, 2, 50, 53)), 3, shown=False),
    stored(of_year(2020, upheld(), complied(), remedied()), 4),
]


@pytest.fixture(name="judged")
def _judged(monkeypatch: pytest.MonkeyPatch) -> Counter[int]:
    """How often each measure, by its identity, is judged."""
    judged: Counter[int] = Counter()
    judge = judgement.judge

    def counting(measure: Measure) -> judgement.Judged:
        judged[id(measure)] += 1
        return judge(measure)

    monkeypatch.setattr(judgement, "judge", counting)
    return judged


@pytest.mark.parametrize("width", [36, 80, 160])
@pytest.mark.parametrize("current", range(len(LETTERS)))
def test_each_measure_is_judged_once_a_drawing(judged: Counter[int], current: int, width: int) -> None:
    build_statistics_rows(LETTERS, current, width)
    drawn = [each for each in LETTERS if each.shown or each is LETTERS[current]]
    assert judged == Counter(id(measure) for each in drawn for measure in each.letter.measures)


def test_each_measure_is_judged_once_to_be_told_in_words(judged: Counter[int]) -> None:
    list(describe_letter(LETTERS[0]))
    assert judged == Counter(id(measure) for measure in LETTERS[0].letter.measures)
