"""Threads share one pool of memory, where the C library would make one for each."""

import subprocess
import sys

import pytest

from tui.allocator import share_one_pool

COUNT_POOLS = """
import ctypes
import sys
from threading import Barrier, Thread

from tui.allocator import share_one_pool

libc = ctypes.CDLL(None)
if not hasattr(libc, "malloc_info") or not hasattr(libc, "mallopt"):
    sys.exit(3)
if sys.argv[1] == "shared":
    share_one_pool()
barrier, held = Barrier(5), []

def take():
    barrier.wait()
    held.append([bytes(5_000) for _ in range(50)])
    barrier.wait()

threads = [Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
barrier.wait()
barrier.wait()
libc.fdopen.restype = ctypes.c_void_p
written = libc.fdopen(1, b"w")
libc.malloc_info(0, ctypes.c_void_p(written))
libc.fflush(ctypes.c_void_p(written))
"""


def count_pools(how: str) -> int:
    ended = subprocess.run([sys.executable, "-c", COUNT_POOLS, how], capture_output=True, text=True, check=False)
    if ended.returncode == 3:
        pytest.skip("this C library has no pools")
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.count("<heap nr=")


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is set elsewhere")
def test_threads_take_memory_from_one_pool() -> None:
    assert count_pools("shared") == 1
    assert count_pools("as usual") > 1


def test_where_nothing_can_be_set_all_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ctypes", None)
    share_one_pool()
