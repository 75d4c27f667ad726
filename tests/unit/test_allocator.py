"""Large blocks go back to the system however many of them came and went."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Freed once, a large block teaches the C library to keep blocks of its size; then it is asked for smaller ones.
CHILD = """
import ctypes, sys
from babymassage_gui.adapters.allocator import give_back_pictures
told = give_back_pictures() if sys.argv[1] == "fixed" else None
class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ord small hblks hblkhd usm fsm used free keep".split()]
library = ctypes.CDLL(None)
library.mallinfo2.restype = Info
lesson = bytearray(16_000_000)
del lesson
before = library.mallinfo2().hblkhd
picture = bytearray(4_000_000)
print(told, library.mallinfo2().hblkhd - before >= 4_000_000)
"""


def of_glibc() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    return hasattr(ctypes.CDLL(None), "mallinfo2")


@pytest.mark.skipif(not of_glibc(), reason="no GNU C library, or one that cannot tell what it holds")
@pytest.mark.parametrize(("how", "told", "own_pages"), [("fixed", "True", "True"), ("as it is", "None", "False")])
def test_a_picture_has_pages_of_its_own_even_after_a_larger_one_was_freed(how: str, told: str, own_pages: str) -> None:
    done = subprocess.run([sys.executable, "-c", CHILD, how], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [told, own_pages]


HOLES = """
from babymassage_gui.adapters.allocator import give_back_holes
def resident():
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
blocks = [bytearray(b"x" * 60_000) for _ in range(400)]
kept = blocks[::10]
del blocks
before = resident()
give_back_holes()
print(before - resident() > 10_000)
"""


@pytest.mark.skipif(not of_glibc(), reason="no GNU C library, or one that cannot tell what it holds")
def test_what_lies_free_between_things_that_stay_is_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", HOLES], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]
