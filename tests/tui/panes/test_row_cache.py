import gc
import weakref

from tui.panes.row_cache import RowCache


class Row:
    """Something that is drawn."""


def test_what_is_dropped_goes_at_once_and_what_comes_after_is_kept() -> None:
    cache: RowCache[int, Row] = RowCache(2)
    gc.disable()
    try:
        for number in range(5):
            cache[number] = Row()
        kept = [weakref.ref(cache[number]) for number in (3, 4)]
        assert all(row() is not None for row in kept)
        cache.clear()
        assert [row() for row in kept] == [None, None]
    finally:
        gc.enable()
    assert len(cache) == 0
    cache[7] = row = Row()
    assert cache[7] is row
