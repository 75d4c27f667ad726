"""Start one program and tell when its first window was painted; a child of run.py, one process for each start.

    start.py bare|program [--home DIR] [--stay SECONDS] [--session SPEED]

Both programs run under the same watch: Qt's own `exec` is replaced as soon as the program itself imports Qt (not
before: PySide reads the source of every module that is imported after it), so that neither holds a hook of its own. The
window counts as painted when Qt has handled its first expose event, in which it paints and flushes. What the program
shows first is a shell in the colour of the page; its page counts as ready when it was painted in the shell and the
event loop came to rest behind it, so that a press would be answered. With `--session` the program then plays a whole
session, so many times faster, and its memory is looked at again and again until the wrap-up. Prints one JSON object;
instants are those of `time.monotonic`, which parent and child share.
"""

from __future__ import annotations

import importlib.util
import json
import os
import runpy
import sys
import time
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WINDOW = (1280, 800)
HEAVY = ("pyqtgraph", "numpy")
FOLDER = "babymassage-gui"
CHECK_IN, IN_A_SESSION = "CheckInPage", ("SessionPage", "TurnPage")
CHECK_IN_MS, LOOK_MS = 1000, 100
FEED = 2
"""The chip of an hour ago."""


def memory_mib() -> dict[str, float]:
    """Resident memory in MiB, and of that what the process has for itself, what are mapped files, what is shared."""
    status = Path("/proc/self/status")
    if not status.exists():
        return {}
    values = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
    names = {"resident": "VmRSS", "own": "RssAnon", "files": "RssFile", "shared": "RssShmem", "peak": "VmHWM"}
    return {name: round(int(values[key].split()[0]) / 1024, 1) for name, key in names.items()}


class WhenQtIsImported:
    """Does something right after the program's own import of Qt's widgets."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act

    def find_spec(self, fullname: str, *_where: object) -> ModuleSpec | None:
        """Fits Python's list of finders; finds for itself only that one module."""
        if fullname != "PySide6.QtWidgets":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        loader = None if spec is None else spec.loader
        if loader is None:
            return None
        load = loader.exec_module

        def load_and_act(module: ModuleType) -> None:
            load(module)
            self._act()

        loader.exec_module = load_and_act  # type: ignore[method-assign]
        return spec


class Watch:
    """Tells the instants of one start: the first painted window, the page in it; may watch a session; then ends."""

    def __init__(self, speed: float, stay: float) -> None:
        from PySide6.QtCore import QEvent, QTimer

        self._speed, self._stay = speed, stay
        self._told: dict[str, object] = {}
        self._looks: list[tuple[float, str, float]] = []
        self._looking = QTimer()
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._paint, self._later = QEvent.Type.Paint, QTimer.singleShot

    def painted(self) -> None:
        """A window was painted; where it is a shell, wait for what fills it."""
        if "painted" not in self._told:
            self._tell("painted", "cpu_ms")
            self._later(0, self._ready) if content_of(window()) is window() else self._look_in()

    def _look_in(self) -> None:
        """Look for the page between any two events: no filter that sees them all, for that would slow the start."""
        content = content_of(window())
        if content is None:
            self._later(0, self._look_in)
            return
        self._filter = when(self._paint, lambda: self._later(0, self._ready))
        content.installEventFilter(self._filter)
        content.update()  # nothing if it is still to be painted; if it was painted just now, it is once more

    def _ready(self) -> None:
        if "ready" in self._told:
            return
        self._tell("ready", "ready_cpu_ms")
        self._told["heavy"] = [name for name in HEAVY if name in sys.modules]
        if self._speed:
            content_of(window()).home.start_button.click()
            self._later(CHECK_IN_MS, self._begin)
        else:
            self._later(round(self._stay * 1000), self._done)

    def _begin(self) -> None:
        """The check-in is answered; the session begins."""
        if type(page_of(window())).__name__ != CHECK_IN:
            self._done()
            return
        say_all_is_well(page_of(window()))
        self._begun = time.monotonic()
        self._told["session"] = self._looks
        self._looking.start()

    def _look(self) -> None:
        """How much memory, on which page, how far into the session; seconds of the session."""
        page = type(page_of(window())).__name__
        if page in IN_A_SESSION:
            into = (time.monotonic() - self._begun) * self._speed
            self._looks.append((round(into, 1), page, memory_mib().get("resident", 0.0)))
        else:
            self._looking.stop()
            self._done()

    def _tell(self, instant: str, work: str) -> None:
        self._told[instant] = time.monotonic()
        self._told[work] = round(time.process_time() * 1000, 1)

    def _done(self) -> None:
        from PySide6.QtWidgets import QApplication

        self._told["memory_mib"] = memory_mib()
        self._told["page"] = type(page_of(window())).__name__
        print(json.dumps(self._told), flush=True)
        QApplication.quit()


def watch(speed: float, stay: float) -> None:
    """Replace Qt's event loop by one that is watched."""
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    run, watching = QApplication.exec, Watch(speed, stay)
    # What was posted behind the expose event runs after the paint.
    exposed = when(QEvent.Type.Expose, lambda: QTimer.singleShot(0, watching.painted))

    def exec_watched(*_application: QApplication) -> int:
        handle = window().windowHandle()
        if handle.isExposed():  # off the screen the window is painted within show()
            QTimer.singleShot(0, watching.painted)
        else:
            handle.installEventFilter(exposed)
        return run()

    QApplication.exec = exec_watched  # type: ignore[method-assign]


def when(kind: Any, act: Callable[[], None]) -> Any:
    """An event filter that does something at an event of one kind, each time, and lets every event pass."""
    from PySide6.QtCore import QEvent, QObject

    class Filter(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == kind:
                act()
            return False

    return Filter()


def window() -> Any:
    """The top-level window that is shown."""
    from PySide6.QtWidgets import QApplication

    return next(widget for widget in QApplication.topLevelWidgets() if widget.isVisible())


def content_of(window: Any) -> Any:
    """What fills the shell, None if nothing does yet; any other window is its own content."""
    return window.content if hasattr(window, "hold") else window


def page_of(window: object) -> object:
    """The open page, or the window itself where there are no pages."""
    stack = getattr(content_of(window), "stack", None)
    return window if stack is None else stack.currentWidget()


def say_all_is_well(check_in: Any) -> None:
    """The three taps of a well baby: none of these, fed an hour ago, all ready."""
    check_in.rows.none.click()
    check_in.feed.chips[FEED].click()
    check_in.ready.begin.click()


def bare() -> int:
    """A window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*WINDOW)
    window.show()
    return application.exec()


def program(home: Path, speed: float) -> None:
    """What `babymassage-gui` does for somebody whose folders lie in `home`; elsewhere than on Linux they are named."""
    for kind in ("DATA", "CONFIG", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = str(home)
    named = () if sys.platform.startswith("linux") else ("--data-dir", str(home / FOLDER))
    sys.argv = ["babymassage-gui", *named, *(("--speed", f"{speed:g}") if speed else ())]
    runpy.run_module("babymassage_gui", run_name="__main__", alter_sys=True)


def main() -> None:
    """Read the words, set the watch, start. No argparse, for the program is to pay for its own imports."""
    which, *rest = sys.argv[1:]
    values = dict(zip(rest[::2], rest[1::2], strict=True))
    speed, stay = (float(values.get(name, "0")) for name in ("--session", "--stay"))
    sys.meta_path.insert(0, WhenQtIsImported(lambda: watch(speed, stay)))
    sys.path.insert(0, str(ROOT))
    if which == "bare":
        bare()
    else:
        program(Path(values["--home"]), speed)


if __name__ == "__main__":
    main()
