"""The shell is there at once, in the colours of what is to come; what cannot be opened is told over it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.adapters.crash_notes import FILE_NAME as NOTES
from babymassage_gui.core.settings import ThemeChoice
from babymassage_gui.core.window_place import Area, Place
from babymassage_gui.gui.desktop import resolve_theme
from babymassage_gui.gui.shell import PAGES, Shell, look_of
from babymassage_gui.gui.theme import PALETTES, ThemeName
from babymassage_gui.storage.first_look import FILE_NAME as SETTINGS
from babymassage_gui.storage.opening import FILE_NAME as LOG

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
# The real program; it tells what it is at its first paint, and is closed as soon as it is filled.
CHILD = """
import json, sys
from babymassage_gui import bootstrap
from babymassage_gui.gui import shell
told = {{}}
def at_first_paint(self):
    told["imported"] = sorted(sys.modules)
    told["pixel"] = self.grab().toImage().pixelColor(640, 400).name()
    told["title"] = self.windowTitle()
def made(self, look, make=shell.Shell.__init__):
    make(self, look)
    self.painted.connect(lambda: at_first_paint(self))
shell.Shell.__init__ = made
def held(self, content, hold=shell.Shell.hold):
    hold(self, content)
    told["filled"] = content.geometry() == self.rect() and content.window() is self
    shell.QTimer.singleShot(0, self.close)
shell.Shell.hold = held
{more}
code = bootstrap.run(["--data-dir", sys.argv[1]])
print(json.dumps({{**told, "code": code}}))
"""
ANSWERED = """
from PySide6.QtWidgets import QMessageBox
def answered(self):
    told["said"], told["over"] = self.text(), type(self.parentWidget()).__name__
    return 0
QMessageBox.exec = answered
"""
SPOILT = """
def spoilt(*_):
    raise ValueError("a bug while opening")
bootstrap.open_house = spoilt
"""


def started(folder: Path, more: str = "") -> tuple[dict[str, object], str]:
    """What the program told of itself until it was closed, and what it wrote to stderr."""
    words = [sys.executable, "-c", CHILD.format(more=more), str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=True)
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told, done.stderr


@pytest.mark.parametrize("name", list(ThemeName))
def test_the_shell_has_the_colour_of_the_page_that_comes(qtbot: QtBot, name: ThemeName) -> None:
    assert set(PAGES) == set(ThemeName)
    shell = Shell(name.value)
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.painted):
        shell.show()
    assert shell.grab().toImage().pixelColor(5, 5) == QColor(PALETTES[name].page)


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_the_shell_takes_the_settings_word_as_the_pages_do(qapp: QApplication, choice: ThemeChoice) -> None:
    assert look_of(choice.value, qapp) == resolve_theme(choice, qapp.styleHints())


@pytest.mark.parametrize("word", ["", "plaid"])
def test_without_a_word_that_is_known_the_desktop_is_followed(qapp: QApplication, word: str) -> None:
    assert look_of(word, qapp) == resolve_theme(ThemeChoice.SYSTEM, qapp.styleHints())


def test_the_shell_is_filled_and_hands_the_keys_on(qtbot: QtBot) -> None:
    shell = Shell("dark")
    qtbot.addWidget(shell)
    shell.show()
    qtbot.waitExposed(shell)
    content = QWidget(shell)
    QLineEdit(content)
    wanted = QLineEdit(content)
    wanted.setFocus()
    shell.hold(content)
    shell.resize(700, 500)
    assert content.geometry() == shell.rect()
    assert shell.focusWidget() is wanted


def test_the_shell_is_closed_only_with_what_fills_it(qtbot: QtBot) -> None:
    class Stays(QWidget):
        may_go = False

        def closeEvent(self, event: object) -> None:
            event.setAccepted(self.may_go)  # type: ignore[attr-defined]

    shell = Shell("light")
    qtbot.addWidget(shell)
    content = Stays(shell)
    shell.hold(content)
    shell.show()
    assert not shell.close()
    content.may_go = True
    assert shell.close()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.NIGHT, ThemeChoice.CONTRAST])
def test_the_first_paint_waits_for_nothing_and_never_flashes(tmp_path: Path, choice: ThemeChoice) -> None:
    (tmp_path / SETTINGS).write_text(json.dumps({"theme": choice.value}), encoding="utf-8")
    told, _ = started(tmp_path)
    assert (told["code"], told["filled"], told["title"]) == (0, True, "Baby massage")
    assert told["pixel"] == QColor(PALETTES[ThemeName(choice.value)].page).name()
    imported = told["imported"]
    assert isinstance(imported, list)
    assert not {"cattrs", "sqlite3", "pyqtgraph", "numpy"} & set(imported)
    rooms = {name.split(".")[1] for name in imported if name.startswith("babymassage_gui.")}
    assert not rooms & {"content", "services", "adapters"}


def test_what_cannot_be_opened_is_told_over_the_shell_with_its_exit_code(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.touch()
    told, errors = started(folder, ANSWERED)
    assert (told["code"], told["over"]) == (73, "Shell")
    assert str(folder) in str(told["said"])
    assert "Traceback" not in errors


def test_a_log_of_a_newer_version_is_left_alone_and_told(tmp_path: Path) -> None:
    started(tmp_path)
    log = tmp_path / LOG
    spoilt = bytearray(log.read_bytes())
    spoilt[60:64] = (99).to_bytes(4, "big")
    log.write_bytes(spoilt)
    told, _ = started(tmp_path, ANSWERED)
    assert (told["code"], told["over"]) == (74, "Shell")
    assert log.read_bytes() == bytes(spoilt)


def test_a_bug_while_opening_is_noted_and_leaves_no_empty_window(tmp_path: Path) -> None:
    told, errors = started(tmp_path, SPOILT)
    assert told["code"] == 1
    assert "a bug while opening" in errors
    assert "a bug while opening" in (tmp_path / NOTES).read_text(encoding="utf-8")


def test_the_window_lies_where_it_lay_and_tells_where_it_is_when_it_is_closed(qtbot: QtBot) -> None:
    kept: list[Place] = []
    shell = Shell("light")
    qtbot.addWidget(shell)
    shell.keep_place = kept.append
    shell.lie(Place(Area(40, 50, 700, 500)))
    shell.show()
    qtbot.waitExposed(shell)
    assert shell.size().toTuple() == (700, 500)
    shell.showFullScreen()
    qtbot.waitUntil(shell.isFullScreen)
    shell.close()
    assert [(place.area.width, place.area.height, place.maximized) for place in kept] == [(700, 500, False)]


def test_a_window_that_filled_the_screen_does_so_again(qtbot: QtBot) -> None:
    shell = Shell("light")
    qtbot.addWidget(shell)
    shell.lie(Place(Area(40, 50, 700, 500), maximized=True))
    assert shell.isMaximized()


def test_a_window_without_a_place_is_as_it_was_made(qtbot: QtBot) -> None:
    shell = Shell("light")
    qtbot.addWidget(shell)
    made = shell.size()
    shell.lie(None)
    shell.lie(Place(Area(0, 0, 10, 10)))
    assert shell.size() == made
