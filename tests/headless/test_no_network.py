"""Everything stays on the parent's machine: a massage, and all that is done with the log, without a single socket."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.no_network import KILLED

ROOT = Path(__file__).resolve().parents[2]
_FORBIDDEN = "import socket, sys\nfrom tests.fakes.no_network import forbid\nforbid()\n"
# A massage through the real runner into a real log, and every command that takes data somewhere.
_SESSION = """
import uuid
from pathlib import Path
from babymassage_gui import bootstrap
from babymassage_gui.core.history import Ending
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner
from babymassage_gui.storage.opening import back_up, open_log
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, plan_for
from tests.fakes.stored import ADA
folder, clock = Path(sys.argv[1]), FakeClock()
with open_log(folder / "data", clock.local_time).log as log:
    log.save(ADA)
    runner = SessionRunner(catalogue(), log, clock, lambda: str(uuid.uuid4()))
    runner.start(plan_for("everyday", 90, 3), ADA.id, Manner())
    while runner.running:
        clock.pass_time(0.5)
        runner.tick()
    (session,) = log.sessions(ADA.id)
    assert session.ending is Ending.FINISHED
    back_up(log, clock.local_time())
(folder / "shared").mkdir()
for words in (["export", "all.json"], ["import", "all.json"], ["export", "--format", "ics", "all.ics"], ["backups"],
              ["sync", "--folder", "shared"], ["sync"], ["log"], ["plan", "--age-days", "90", "--minutes", "5"],
              ["rehearse", "--age-days", "90", "--minutes", "3", "--speed", "10000"], ["check-content"]):
    words = [str(folder / word) if word in ("all.json", "all.ics", "shared") else word for word in words]
    assert bootstrap.run(["--data-dir", str(folder / "data"), *words]) == 0, words
print("done")
"""


def run(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", _FORBIDDEN + code, *words], capture_output=True, text=True, cwd=ROOT, check=False,
        timeout=120, env=environment,
    )  # fmt: skip


def test_a_massage_and_all_that_is_done_with_the_log(tmp_path: Path) -> None:
    done = run(_SESSION, str(tmp_path))

    assert done.stderr == ""
    assert done.stdout.endswith("done\n")
    assert done.returncode == 0


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_a_socket_to_a_network_ends_the_process(family: str) -> None:
    done = run(f"print('before', flush=True)\nsocket.socket(socket.{family})\nprint('after')")

    assert (done.returncode, done.stdout) == (KILLED, "before\n")


def test_a_socket_of_this_computer_alone_does_not() -> None:
    if not hasattr(os, "geteuid"):
        pytest.skip("there is no such socket here")
    assert run("socket.socket(socket.AF_UNIX).close()").returncode == 0
