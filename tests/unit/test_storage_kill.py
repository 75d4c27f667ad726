"""A process killed in the middle of a session leaves every committed step, and the session without an ending."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.storage.opening import open_log
from tests.fakes.stored import ADA, WallClock, some_id

# Writes a step, and its number once the call has returned, until somebody kills it.
CHILD = """
import sys
from itertools import count
from pathlib import Path
from babymassage_gui.storage.opening import open_log
from tests.fakes.stored import ADA, NOON, WallClock, a_session, a_step

log = open_log(Path(sys.argv[1]), WallClock()).log
log.save(ADA)
session = a_session("killed")
log.begin(session)
for number in count(1):
    log.record_step(session.id, a_step(f"step-{number}", seconds=1.0), float(number), NOON)
    print(number, flush=True)
"""


@pytest.mark.parametrize("steps", [1, 7, 40])
def test_after_a_kill_exactly_the_committed_steps_are_there(tmp_path: Path, steps: int) -> None:
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as child:
        assert child.stdout is not None
        for _ in range(steps):
            child.stdout.readline()
        child.kill()
        heard = steps + len(child.stdout.read().splitlines())

    opened = open_log(tmp_path, WallClock())
    with opened.log as log:
        (session,) = log.sessions(ADA.id)
        assert opened.report.outcome is OpenOutcome.FINE
        assert (session.id, session.ending) == (some_id("killed"), None)
        # The last step may have been committed and the child killed before it could say so.
        assert len(session.steps) in (heard, heard + 1)
        assert session.done_steps == tuple(f"step-{number}" for number in range(1, len(session.steps) + 1))
        assert session.active_seconds == len(session.steps)
        assert log.damaged_rows == 0
