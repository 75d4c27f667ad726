"""Start one program and tell when its first window was painted; a child of run.py, one process for each start.

    start.py bare|program [--data-dir DIR] [--session yes] [--stay SECONDS]

Both programs run under the same watch: Qt's own `exec` is replaced as soon as the program itself imports Qt (not
before: PySide reads the source of every module that is imported after it), so that neither holds a hook of its own. The
window counts as painted when Qt has handled its first expose event, in which it paints and flushes. Prints one JSON
object; instants are those of `time.monotonic`, which parent and child share.
"""

from __future__ import annotations

import importlib.util
import json
import runpy
import sys
import time
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
WINDOW = (1280, 800)
HEAVY = ("pyqtgraph", "numpy")


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


def watch(session: bool, stay: float) -> None:
    """Replace Qt's event loop by one that tells the first painted window, may start a session, and ends."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QApplication, QWidget

    run = QApplication.exec
    told: dict[str, object] = {}

    def painted() -> None:
        if told:
            return
        told["painted"] = time.monotonic()
        told["cpu_ms"] = round(time.process_time() * 1000, 1)
        told["modules"] = len(sys.modules)
        told["heavy"] = [name for name in HEAVY if name in sys.modules]
        if session:
            press_start(window())
        QTimer.singleShot(round(stay * 1000), done)

    def done() -> None:
        told["memory_mib"] = memory_mib()
        told["page"] = type(page_of(window())).__name__
        print(json.dumps(told), flush=True)
        QApplication.quit()

    def window() -> QWidget:
        return next(widget for widget in QApplication.topLevelWidgets() if widget.isVisible())

    class Exposed(QObject):
        """Waits for the first expose event; what was posted behind it runs after the paint."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Expose:
                QTimer.singleShot(0, painted)
            return False

    exposed = Exposed()

    def exec_watched(*_application: QApplication) -> int:
        handle: QWindow = window().windowHandle()
        if handle.isExposed():  # off the screen the window is painted within show()
            QTimer.singleShot(0, painted)
        else:
            handle.installEventFilter(exposed)
        return run()

    QApplication.exec = exec_watched  # type: ignore[method-assign]


def press_start(window: object) -> None:
    """Start today's session, as a parent does on the page Today."""
    window.home.start_button.click()  # type: ignore[attr-defined]


def page_of(window: object) -> object:
    """The open page, or the window itself where there are no pages."""
    stack = getattr(window, "stack", None)
    return window if stack is None else stack.currentWidget()


def bare() -> int:
    """A window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*WINDOW)
    window.show()
    return application.exec()


def program(data_dir: Path) -> Callable[[], None]:
    """What `python -m babymassage_gui --data-dir DIR` does."""

    def start() -> None:
        sys.argv = ["babymassage-gui", "--data-dir", str(data_dir)]
        runpy.run_module("babymassage_gui", run_name="__main__", alter_sys=True)

    return start


def main() -> None:
    """Read the words, set the watch, start. No argparse, for the program is to pay for its own imports."""
    which, *rest = sys.argv[1:]
    values = dict(zip(rest[::2], rest[1::2], strict=True))
    stay = float(values.get("--stay", "0"))
    sys.meta_path.insert(0, WhenQtIsImported(lambda: watch(values.get("--session") == "yes", stay)))
    sys.path.insert(0, str(ROOT))
    if which == "bare":
        bare()
    else:
        program(Path(values["--data-dir"]))()


if __name__ == "__main__":
    main()
