"""Two windows never write into one folder; the lock of a killed program is taken over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from babymassage_gui.adapters.one_window import OneWindow
from babymassage_gui.core.errors import Expected, Fault

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import sys, time
from pathlib import Path
from babymassage_gui.adapters.one_window import OneWindow
window = OneWindow(Path(sys.argv[1]))
window.take()
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_window_is_told_and_a_third_opens_after_the_first_has_gone(tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)
    first.take()
    with pytest.raises(Expected) as told:
        second.take()
    assert told.value.fault is Fault.LOG_LOCKED
    first.release()
    second.take()
    second.release()


def test_the_lock_of_a_killed_program_is_taken_over(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(Expected):
            OneWindow(tmp_path).take()
        child.kill()
    after = OneWindow(tmp_path)
    after.take()
    after.release()
