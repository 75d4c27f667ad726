"""Everything stays on the parent's machine: a whole massage in the real window, and the window's own control."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.no_network import KILLED

ROOT = Path(__file__).resolve().parents[2]
_RUN = "import sys, pytest\nfrom tests.fakes.no_network import forbid\nforbid()\nsys.exit(pytest.main(sys.argv[1:]))\n"
# Qt's own socket, of which Python knows nothing; Qt asks for it when it is told where to go.
_QT = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QTcpSocket
from tests.fakes.no_network import forbid
application = QCoreApplication([])
print(forbid(), flush=True)
wire = QTcpSocket()
wire.connectToHost("127.0.0.1", 9)
wire.waitForConnected(5000)
print("after")
"""


def run(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV_"))}
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, check=False, timeout=300,
        env={**inherited, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.mark.parametrize(
    "story",
    [
        "tests/gui/test_a_whole_massage.py::test_welcome_start_every_step_wrap_up_and_the_bar_on_the_chart",
        "tests/gui/test_control_socket.py",
        "tests/gui/test_sharing.py::test_a_folder_says_first_what_would_come_and_a_yes_brings_it",
    ],
)
def test_a_whole_massage_in_the_window(story: str) -> None:
    done = run(_RUN, "-q", "-p", "no:cacheprovider", "-p", "no:xdist", story)

    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only there the kernel can be asked to see to it")
def test_qts_own_socket_to_a_network_ends_the_process() -> None:
    done = run(_QT)

    assert (done.returncode, done.stdout) == (KILLED, "kernel\n")
