"""Where the characters of a derived text come from, and the way back, against a map kept character by character."""

from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from db.text.offset_map import OffsetMap

Span = tuple[int, int]


@dataclass
class Model:
    """A map, and what it must answer: for each derived character where it comes from, None where it was added.

    `places` are the stretches of the source in its order, with where each stands in the derived text.
    """

    offsets: OffsetMap = field(default_factory=OffsetMap)
    origins: list[Span | None] = field(default_factory=list)
    source_length: int = 0
    places: list[tuple[Span, Span]] = field(default_factory=list)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Stretches of one length and of two, with what was added between them and what was left out of the source."""
    same = st.integers(1, 5).map(lambda length: (length, length))
    longer, shorter = st.tuples(st.integers(2, 3), st.just(1)), st.tuples(st.just(1), st.integers(2, 5))
    sizes = draw(st.lists(same | longer | shorter, max_size=8))
    origins: list[Span] = []
    at = 0
    for _, origin_length in sizes:
        at += draw(st.integers(0, 2))
        origins.append((at, at + origin_length))
        at = origins[-1][1]
    model = Model(source_length=at + draw(st.integers(0, 2)))
    for index in draw(st.permutations(range(len(sizes)))) if draw(st.booleans()) else range(len(sizes)):
        length, (begin, end) = sizes[index][0], origins[index]
        model.origins += [None] * draw(st.integers(0, 2))
        start = len(model.origins)
        model.offsets.add(start, length, begin, end - begin)
        is_same = length == end - begin
        model.origins += [(begin + n, begin + n + 1) if is_same else (begin, end) for n in range(length)]
        model.places.append(((begin, end), (start, start + length)))
    model.places.sort()
    return model


@given(models())
def test_every_character_that_was_not_added_comes_from_where_it_was_taken(model: Model) -> None:
    for at, origin in enumerate(model.origins):
        if origin is not None:
            assert model.offsets.origin_span(at) == origin


@given(models())
def test_a_character_of_the_source_stands_where_it_was_put_or_else_the_next_does(model: Model) -> None:
    for source in range(model.source_length):
        at = model.offsets.derived_at(source)
        following = [(origin, derived) for origin, derived in model.places if origin[1] > source]
        if not following:
            assert at is None
            continue
        (begin, end), (start, after) = following[0]
        is_same = end - begin == after - start
        assert at == start + (max(source - begin, 0) if is_same else 0)


@given(models(), st.data())
def test_a_stretch_of_the_source_stands_in_all_its_pieces_in_its_order(model: Model, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, model.source_length))
    end = data.draw(st.integers(start, model.source_length))
    spans = list(model.offsets.derived_spans(start, end))
    found = [at for begin, finish in spans for at in range(begin, finish)]
    expected = [
        at
        for _, derived in model.places
        for at in range(*derived)
        if (origin := model.origins[at]) and max(origin[0], start) < min(origin[1], end)
    ]
    assert found == expected
    assert all(begin < finish for begin, finish in spans)


@given(models(), st.data())
def test_slices_made_into_a_map_of_their_own_lead_to_the_same_places(model: Model, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(model.origins)))
    end = data.draw(st.integers(start, len(model.origins)))
    part = OffsetMap()
    covered: set[int] = set()
    for begin, length, origin, origin_length in model.offsets.slices(start, end):
        part.add(begin - start, length, origin, origin_length)
        covered.update(range(begin, begin + length))
    assert covered == {at for at in range(start, end) if model.origins[at] is not None}
    assert [part.origin_span(at - start) for at in sorted(covered)] == [model.origins[at] for at in sorted(covered)]


@given(models(), st.data())
def test_where_a_stretch_comes_from_is_where_its_characters_do_in_a_map_in_order(
    model: Model, data: st.DataObject
) -> None:
    origins = [origin for origin in model.origins if origin is not None]
    is_in_order = all(one == other or one[1] <= other[0] for one, other in pairwise(origins))
    assert model.offsets.is_in_order == (is_in_order and None not in model.origins)
    if not model.offsets.is_in_order or not origins:
        return
    start = data.draw(st.integers(0, len(origins) - 1))
    end = data.draw(st.integers(start + 1, len(origins)))
    assert model.offsets.origin_of(start, end) == (origins[start][0], origins[end - 1][1])


@given(models())
def test_what_is_changed_is_what_is_not_as_long_as_its_origin(model: Model) -> None:
    changed = [derived for origin, derived in model.places if origin[1] - origin[0] != derived[1] - derived[0]]
    listed = model.offsets.list_changed()
    assert [(start, start + length) for start, length, *_ in listed] == sorted(changed)
    for start, _, origin, origin_length in listed:
        assert model.offsets.origin_span(start) == (origin, origin + origin_length)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=8), st.integers(0, 3), st.integers(0, 3))
def test_a_map_of_single_characters_is_that_of_its_stretches(
    gaps: list[tuple[int, int]], begin: int, rest: int
) -> None:
    spans: list[tuple[int, int]] = []
    expected, at, size = OffsetMap(), begin, 0
    for gap, length in gaps:
        spans.append((at + gap, at + gap + length))
        for origin, one in ((at, gap), (at + gap, 1)):
            if one:
                expected.add(size, one, origin, length if origin == at + gap else one)
                size += one
        at = spans[-1][1]
    if rest:
        expected.add(size, rest, at, rest)
    made = OffsetMap.of_single(spans, begin, at + rest)
    places = range(size + rest)
    assert [made.origin_span(each) for each in places] == [expected.origin_span(each) for each in places]
    assert made.is_in_order
    made.add(size + rest, 1, at + rest, 1)
    assert made.origin_span(size + rest) == (at + rest, at + rest + 1)


def test_an_empty_map_has_no_places() -> None:
    offsets = OffsetMap()
    assert offsets.derived_at(0) is None
    assert list(offsets.derived_spans(0, 9)) == []
    assert list(offsets.slices(0, 9)) == []


def test_a_ligature_stands_for_one_character_and_a_blank_line_for_several() -> None:
    """The ligature of "office", then a line end, a blank line and another one before "hours"."""
    offsets = OffsetMap()
    for start, length, origin, origin_length in ((0, 1, 0, 1), (1, 3, 1, 1), (4, 2, 2, 2), (6, 1, 4, 4), (7, 5, 8, 5)):
        offsets.add(start, length, origin, origin_length)
    assert [offsets.origin_span(at) for at in (0, 1, 3, 4, 6, 7)] == [(0, 1), (1, 2), (1, 2), (2, 3), (4, 8), (8, 9)]
    assert [offsets.derived_at(source) for source in (1, 2, 4, 7, 8, 12, 13)] == [1, 4, 6, 6, 7, 11, None]
    assert list(offsets.derived_spans(1, 9)) == [(1, 4), (4, 6), (6, 7), (7, 8)]
    assert list(offsets.slices(5, 9)) == [(5, 1, 3, 1), (6, 1, 4, 4), (7, 2, 8, 2)]
