"""What the C library's allocator holds of memory that nobody uses any more."""

import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""The numbers that glibc has for what can be set."""

_GIVEN_BACK = 64 * 1024
"""Bytes from which on what is free at the end of a pool, or taken by itself, goes back to the system at once."""


def share_one_pool() -> None:
    """Have all threads take memory from one pool, and what is freed given back; before there is a second thread.

    glibc makes a pool for each thread, so that none waits for another. Python lets one go on at a time anyway, and each
    pool would keep what the letters of some council once took in it. Other C libraries have no such pools.
    """
    if sys.platform != "linux":
        return
    try:
        from ctypes import CDLL

        set_limit = CDLL(None).mallopt
    except (ImportError, OSError, AttributeError):  # a Python without it, or another C library
        return
    set_limit(_M_ARENA_MAX, 1)
    set_limit(_M_MMAP_THRESHOLD, _GIVEN_BACK)
    set_limit(_M_TRIM_THRESHOLD, _GIVEN_BACK)
