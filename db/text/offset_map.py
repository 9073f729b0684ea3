"""Where the characters of a text come from in the text it was made of, and the way back.

One map for all such texts: the folded text that the parser searches, and the text that a screen shows.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain, compress
from operator import sub

_NOWHERE = 2**32 - 1
"""The origin of a stretch that was added."""


class OffsetMap:
    """Stretches of a derived text, in its order, each with its origin in the source text.

    A stretch as long as its origin is the same text, character for character; another stands for all of its origin, and
    then one of the two is a single character.
    What no stretch covers was added and comes from nowhere. Origins stand in any order; two may be the same, but none
    overlaps another in part.
    """

    def __init__(self) -> None:
        # Each stretch ends where the next begins, as there is one for what was added too: a text may have many.
        self._starts, self._origins, self._origin_lengths = array("I"), array("I"), array("I")
        self._end = self._origin_end_so_far = 0
        self.is_in_order = True
        """Whether the origins stand in the order of the derived text, and nothing was added."""

    @classmethod
    def of_single(cls, spans: Iterable[tuple[int, int]], begin: int, end: int) -> "OffsetMap":
        """The map of a source between two places, for each of whose stretches `spans` a single character stands."""
        origins = [begin, *chain.from_iterable(spans), end]
        origin_lengths = [*map(sub, origins[1:], origins)]
        lengths = origin_lengths.copy()
        lengths[1::2] = [1] * (len(lengths) // 2)
        starts = [0, *accumulate(lengths)]
        made = cls()
        made._end, made._origin_end_so_far = starts.pop(), end
        made._starts.extend(compress(starts, origin_lengths))  # one of no length is no stretch
        made._origins.extend(compress(origins, origin_lengths))
        made._origin_lengths.extend(filter(None, origin_lengths))
        return made

    def add(self, start: int, length: int, origin: int, origin_length: int) -> None:
        """Add the next stretch: `length` characters at `start`, from `origin_length` characters at `origin`."""
        if start > self._end:
            self._starts.append(self._end)
            self._origins.append(_NOWHERE)
            self._origin_lengths.append(0)
            self.is_in_order = False
        if origin == self._origin_end_so_far and length == origin_length and start == self._end and self._goes_on():
            self._origin_lengths[-1] += length
        else:
            self._starts.append(start)
            self._origins.append(origin)
            self._origin_lengths.append(origin_length)
        if origin < self._origin_end_so_far:
            self.is_in_order = False
        self._end, self._origin_end_so_far = start + length, origin + origin_length

    def origin_span(self, at: int) -> tuple[int, int]:
        """Start and end, in the source, of what the character `at` stands for, which must not have been added."""
        starts = self._starts
        index = bisect_right(starts, at)
        end = starts[index] if index < len(starts) else self._end
        index = index - 1 if index else 0
        start, origin, origin_length = starts[index], self._origins[index], self._origin_lengths[index]
        if end - start == origin_length:
            return origin + at - start, origin + at - start + 1
        return origin, origin + origin_length

    def origin_of(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, in the source, of what stands between two places; where `is_in_order` alone."""
        index = bisect_right(self._starts, start)
        after = self._starts[index] if index < len(self._starts) else self._end
        first = self._starts[index - 1]
        if end <= after and after - first == self._origin_lengths[index - 1]:
            moved = self._origins[index - 1] - first
            return start + moved, end + moved
        return self.origin_span(start)[0], self.origin_span(end - 1)[1]

    def origin_before(self, at: int) -> int:
        """Where in the source the character `at` stands; of one that was added, the last before it that was not.

        Before all of them it is where the first stands; 0 if there is none.
        """
        rank = bisect_right(self._starts, at) - 1
        while rank >= 0 and self._origins[rank] == _NOWHERE:
            rank -= 1
        if rank < 0:
            return next((origin for origin in self._origins if origin != _NOWHERE), 0)
        start, length, origin, origin_length = self._stretch(rank)
        return origin + min(at - start, length - 1) if length == origin_length else origin

    def derived_at(self, source: int) -> int | None:
        """Where a character of the source stands; of one that was left out, the next that was not. None after all."""
        rank = bisect_right(self._by_origin, source, key=self._origin_end)
        if rank == len(self._by_origin):
            return None
        start, length, origin, origin_length = self._stretch(self._by_origin[rank])
        return start + max(source - origin, 0) if length == origin_length else start

    def derived_spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a stretch of the source stands, piece by piece in the order of the source."""
        for index in self._by_origin[bisect_right(self._by_origin, start, key=self._origin_end) :]:
            first, length, origin, origin_length = self._stretch(index)
            begins, ends = max(origin, start), min(origin + origin_length, end)
            if origin >= end:
                return
            if begins < ends and length == origin_length:
                yield begins - origin + first, ends - origin + first
            elif begins < ends:
                yield first, first + length

    def slices(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """The stretches between two places of the derived text, cut to it, as `add` takes them."""
        for index in range(max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end)):
            first, length, origin, origin_length = self._stretch(index)
            begin, finish = first if first > start else start, first + length
            finish = finish if finish < end else end
            if begin >= finish or origin == _NOWHERE:
                continue
            if length == origin_length:
                yield begin, finish - begin, origin + begin - first, finish - begin
            else:
                yield begin, finish - begin, origin, origin_length

    def list_changed(self) -> list[tuple[int, int, int, int]]:
        """The stretches that are not the same text as their origins, as `add` takes them, in order."""
        ends = (*self._starts[1:], self._end)
        return [
            (start, end - start, origin, origin_length)
            for start, end, origin, origin_length in zip(
                self._starts, ends, self._origins, self._origin_lengths, strict=False
            )
            if end - start != origin_length and origin != _NOWHERE
        ]

    def _stretch(self, index: int) -> tuple[int, int, int, int]:
        start = self._starts[index]
        after = self._starts[index + 1] if index + 1 < len(self._starts) else self._end
        return start, after - start, self._origins[index], self._origin_lengths[index]

    def _goes_on(self) -> bool:
        """Whether the last stretch is the same text as its origin, which then may go on."""
        return bool(self._starts) and self._origin_lengths[-1] == self._end - self._starts[-1]

    def _origin_end(self, index: int) -> int:
        return self._origins[index] + self._origin_lengths[index]

    @cached_property
    def _by_origin(self) -> list[int]:
        """The numbers of the stretches in the order of the source; asked for once the map is whole."""
        known = (index for index, origin in enumerate(self._origins) if origin != _NOWHERE)
        return sorted(known, key=lambda index: (self._origins[index], self._starts[index]))
