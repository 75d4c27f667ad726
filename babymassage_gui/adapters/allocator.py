"""Asks the C library to give the memory of pictures back to the system as soon as they are let go.

The GNU C library does so at first, but with each large block that is freed it raises the size from which it does (up to
32 MB). Pictures of 1 to 4 MB then lie in its heap between smaller things that stay, and the holes they leave are kept.
A threshold that was once set stays as it is. Other C libraries are left alone.
"""

from __future__ import annotations

import sys

_M_MMAP_THRESHOLD = -3
LARGE_BYTES = 131_072
"""The library's own first value: what is as large gets pages of its own."""


def give_back_pictures() -> bool:
    """Fix the threshold for this process; False where there is no GNU C library, or it would not."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    library = ctypes.CDLL(None)
    if not hasattr(library, "gnu_get_libc_version"):
        return False
    return bool(library.mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES))


def give_back_holes() -> None:
    """Return what lies free between things that stay: half a millisecond to a millisecond of work."""
    if sys.platform.startswith("linux"):
        import ctypes

        library = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim"):
            library.malloc_trim(0)
