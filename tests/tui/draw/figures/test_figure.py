import re
from collections.abc import Sequence

import pytest
from textual.content import Content

from db.figures.judgement import judge
from db.model import Doubt, Measure, MeasureName, State
from tests.db.builders import doubt
from tests.marks import slow
from tests.tui.draw.made import HOSTILE, complied, lines, per_100k, remedied, upheld, widest
from tui.draw.figures.bar import TICK
from tui.draw.figures.columns import FigureColumns
from tui.draw.figures.figure import draw_figure, draw_tick_meaning
from tui.draw.layout import ATTENTION

WIDTHS = (36, 44, 57, 58, 72, 90, 120, 200)


def draw(measure: Measure, width: int, doubts: Sequence[Doubt] = ()) -> Content:
    judged = judge(measure)
    return draw_figure(judged, FigureColumns.fit([judged], width), doubts)


MEASURES = [
    upheld(),
    upheld(94, 114, 82, 81),
    upheld(1, 4, 25, 59),
    upheld(5, 6, 83.3),
    upheld(10, 10, 100),
    complied(),
    remedied(),
    per_100k(),
]


def draw_all(width: int) -> list[list[str]]:
    """The lines of each of these measures, as they stand under each other."""
    judged = [judge(measure) for measure in MEASURES]
    columns = FigureColumns.fit(judged, width)
    return [lines(draw_figure(each, columns)) for each in judged]


@pytest.mark.parametrize("width", [72, 75, 91])
def test_a_measure_is_one_line_from_the_number_of_cases_to_the_verdict(width: int) -> None:
    (line,) = lines(draw(upheld(), width))
    parts = ["Upheld", "3 of 5", "60%", TICK, "45%", "too few to tell"]
    assert [line.index(part) for part in parts] == sorted(line.index(part) for part in parts)
    assert all(len(drawn) == 1 for drawn in draw_all(width))


def test_a_narrow_figure_has_its_verdict_below_its_bar() -> None:
    first, second = lines(draw(upheld(), 55))
    assert first.split("█")[0] == "Upheld            3 of 5   60%  "
    assert first.endswith("45%")
    assert second.index("too few to tell") == first.index("█")


def test_where_there_is_no_room_for_a_bar_the_numbers_stay_in_their_order() -> None:
    assert lines(draw(remedied(), 35)) == ["Already   0 of 3*   0%  20%", "  too few to tell"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_numbers_of_all_measures_end_and_their_bars_begin_in_one_column(width: int) -> None:
    firsts = [drawn[0] for drawn in draw_all(width)]
    bars = [min(line.index(sign) for sign in f"█▒·{TICK}" if sign in line) for line in firsts[:-1] if width > 40]
    assert len(set(bars)) <= 1
    assert len({line.index("%") for line in firsts[:-1]}) == 1
    assert len({line.rindex("%") for line in firsts[:-1]}) == 1
    cases = [re.search(r"\d+ of (\d+)", line) for line in firsts[:-1]]
    assert len({found.end() for found in cases if found}) == 1
    assert all(cases)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_meaning_of_the_tick_stands_right_above_the_averages(width: int) -> None:
    judged = [judge(measure) for measure in MEASURES]
    columns = FigureColumns.fit(judged, width)
    head = draw_tick_meaning(columns).plain
    assert "average" in head
    assert (TICK in head) is bool(columns.bar)
    assert len(head) == lines(draw_figure(judged[0], columns))[0].rindex("%") + 1


def test_from_fifty_cases_on_there_are_not_too_few_to_tell() -> None:
    assert "81%  no clear difference" in draw(upheld(94, 114, 82, 81), 80).plain
    assert "45%  too few to tell" in draw(upheld(24, 49, 49), 80).plain


def test_what_deserves_attention_has_the_colour_for_that_and_few_cases_have_not() -> None:
    assert marked(draw(upheld(10, 10, 100), 80)) == ["▲ higher"]
    assert marked(draw(complied(200, 99), 80)) == ["99%"]
    assert marked(draw(complied(), 80)) == marked(draw(upheld(), 80)) == []


def marked(drawn: Content) -> list[str]:
    return [drawn.plain[span.start : span.end] for span in drawn.spans if ATTENTION in str(span.style)]


@pytest.mark.parametrize("width", [*WIDTHS[:2], *slow(*WIDTHS[2:])])
@pytest.mark.parametrize(
    "measure",
    [
        upheld(),
        upheld(105, 145, 72, 66),
        upheld(1, 1, 100),
        upheld(None, None),
        upheld(3, 5, None),
        upheld(11, 16, 68.8),
        complied(),
        complied(200, 99),
        remedied(),
        remedied(7, 9, 5),
        per_100k(),
        per_100k(11, None),
        Measure(name=MeasureName.REMEDY, state=State.NONE_UPHELD),
    ],
)
def test_no_line_is_wider_than_the_width_and_no_number_is_cut(measure: Measure, width: int) -> None:
    drawn = draw(measure, width, [doubt(message="Something does not fit here, and this says what it is.")])
    assert widest(drawn) <= width
    words = drawn.plain.split()
    for number in (measure.rate, measure.average):
        if number is not None:
            assert any(word.strip("():;,") in (f"{number}%", str(number)) for word in words)


@pytest.mark.parametrize("width", WIDTHS)
def test_one_of_one_is_said_as_few_and_not_as_all(width: int) -> None:
    drawn = draw(upheld(1, 1, 100), width)
    bold = [drawn.plain[span.start : span.end] for span in drawn.spans if "bold" in str(span.style)]
    assert "1 of 1" in bold
    assert not any("100%" in words for words in bold)
    assert "too few to tell" in " ".join(drawn.plain.split())
    assert ("▒" in drawn.plain) is (width > 40)
    assert "█" not in drawn.plain


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.NONE_DUE, "no recommendations were due"),
        (State.NONE_UPHELD, "nothing was upheld"),
        (State.NOT_GIVEN, "not printed here"),
    ],
)
def test_a_missing_rate_is_said_in_words_and_never_as_a_number(state: State, words: str) -> None:
    for width in WIDTHS:
        drawn = draw(Measure(name=MeasureName.COMPLIANCE, state=state), width).plain
        assert words in " ".join(drawn.split())
        assert not any(character.isdigit() or character == "%" for character in drawn)


@pytest.mark.parametrize("measure", [complied(0, 0), upheld(0, 0, 0), remedied(0, 5, 0), remedied(0, 0, None)])
def test_a_rate_of_no_case_is_never_shown(measure: Measure) -> None:
    assert "%" not in draw(measure, 80).plain


def test_a_remedy_is_counted_of_those_upheld_whatever_base_the_letter_prints() -> None:
    drawn = draw(remedied(), 80).plain
    assert "0 of 3*" in drawn
    assert "5" not in drawn.replace("20%", "")


def test_without_a_denominator_only_what_is_printed_is_shown() -> None:
    drawn = draw(remedied(2, 9, None, 25), 90).plain
    assert "25%" in drawn
    assert "2 counted, based on 9 detailed investigations" in drawn
    assert " of 9*" not in drawn


def test_a_count_that_is_ours_has_a_star_and_a_printed_one_has_none() -> None:
    assert "3 of 3*" in draw(complied(3), 80).plain
    assert "*" not in draw(upheld(), 80).plain


def test_where_no_single_count_fits_only_the_base_is_shown() -> None:
    drawn = draw(complied(200, 99), 80).plain
    assert "of 200   99%" in drawn
    assert "*" not in drawn


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (upheld(10, 10, 100), "45%  ▲ higher"),
        (upheld(0, 20, 0), "45%  ▼ lower"),
        (upheld(9, 20, 45), "45%  the same"),
        (upheld(None, None), "45%"),
        (upheld(3, 5, 60, None), "no average printed"),
    ],
)
def test_the_rate_is_compared_with_the_average_in_words(measure: Measure, words: str) -> None:
    assert draw(measure, 80).plain.endswith(words)


def test_upheld_per_100000_residents_has_no_bar_of_a_hundred() -> None:
    drawn = draw(per_100k(), 100).plain
    assert drawn.split() == ["Per", "100,000", "3.4", "upheld", "decisions", "4.8"]
    assert not set(drawn) & set(f"█▒·{TICK}%")


def test_a_doubt_stands_under_the_figure_behind_its_sign() -> None:
    drawn = lines(draw(remedied(), 80, [doubt(message="These do not fit.", about="remedy")]))
    assert drawn[-1] == "! These do not fit."


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [36, *slow(80)])
def test_words_that_mean_harm_are_only_words(words: str, width: int) -> None:
    measure = Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=60, average=45, count=3, base=9, base_of=words)
    drawn = draw(measure, width, [doubt(message=words)])
    assert not any(ord(character) < 32 and character != "\n" for character in drawn.plain)
    if words.isascii() and words.isprintable() and len(words) < 40:
        assert words in " ".join(drawn.plain.split())
