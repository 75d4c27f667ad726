"""Take a picture of every page, light and dark, at two sizes, into docs/screenshots.

    python tools/screenshots.py [FOLDER] [--only PART_OF_A_NAME] [--night]

Everything shown is played for real: a household in a temporary folder, a clock that is set by hand, sessions that run
through the same runner as a parent's. The family is made up for the pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import babymassage_gui
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load, load_playable
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings, ThemeChoice
from babymassage_gui.gui import app
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.care_view import Saying
from babymassage_gui.gui.pages.library import LibraryPage
from babymassage_gui.gui.pages.library_view import Kind
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.settings_file import SettingsFile

# The freeze fades in 150 ms even where less motion is wished.
FADED_MS = 190
SIZES = ((1280, 800), (900, 600))
BORN = date(2026, 3, 2)
FIRST_DAY = BORN + timedelta(days=70)
MOODS = tuple(
    {13: Mood.CRIED, 14: Mood.UNSETTLED, 21: Mood.UNSETTLED, 30: Mood.CRIED, 40: Mood.UNSETTLED}.get(day, Mood.CALM)
    for day in range(60)
)
LIBRARY_ROWS = (
    ("not-shown", Kind.REFERENCE, "ref-chest-tap-prone"), ("why", Kind.CONTRADICTION, "C-24"),
    ("routine", Kind.ROUTINE, "everyday"), ("move", Kind.MOVE, "tummy-circle"), ("locked", Kind.MOVE, "leg-rub"),
)  # fmt: skip


class HandClock:
    """A clock that stands still until it is moved."""

    speed = 1.0

    def __init__(self, moment: datetime) -> None:
        self._start = moment
        self._gone = 0.0

    def now(self) -> float:
        """Seconds since the clock was made."""
        return self._gone

    def local_time(self) -> datetime:
        """The wall clock."""
        return self._start + timedelta(seconds=self._gone)

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self._gone += seconds

    def move_to(self, moment: datetime) -> None:
        """Go to a later moment."""
        self._gone = (moment - self._start).total_seconds()


class Studio:
    """A household in a temporary folder with a window on it."""

    def __init__(self, application: QApplication, folder: Path, theme: ThemeChoice, size: tuple[int, int]) -> None:
        self.clock = HandClock(datetime.combine(FIRST_DAY, datetime.min.time(), UTC).replace(hour=9))
        self.opened = open_log(folder, self.clock.local_time)
        stores = Stores(self.opened.log, self.opened.log, self.opened.log, SettingsFile(folder, self.clock.local_time))
        taught = load_playable().catalogue
        self.house = Household(taught, stores, self.clock, lambda: str(uuid.uuid4()), lambda: load().catalogue)
        self.house.change(Settings(theme=theme, less_motion=True))
        self._application, self._size = application, size
        self.window: MainWindow | None = None

    def known_baby(self) -> Baby:
        """The baby of the house."""
        baby = self.house.baby
        assert baby is not None
        return baby

    def settle_in(self) -> None:
        """The baby is known."""
        self.house.change(replace(self.house.settings, text_size_asked=True))
        self.house.save_baby(Baby("", "Mila", BORN, navel_healed=True, doctor_yes_on=FIRST_DAY))

    def open(self) -> MainWindow:
        """The window at its size."""
        house = app.House(self.house, load_figures().book, self.opened.report, False, self.opened.log.close)
        self.window = app.make_window(self._application, house)
        self.window.resize(*self._size)
        self.window.show()
        self.look()
        return self.window

    def look(self) -> None:
        """Let Qt lay out and paint."""
        QTest.qWait(FADED_MS)

    def play(self, until: Callable[[], bool], step: float = 0.5) -> None:
        """Let the session run until something holds."""
        while self.house.runner.running and not until():
            self.clock.move(step)
            self.house.runner.tick()

    def play_to(self, step_id: str, seconds: float) -> None:
        """Let the session run into a step."""
        runner = self.house.runner
        self.play(lambda: runner.session.planned.step.id == step_id and runner.session.phase is Phase.STEP)
        self.play(lambda: runner.session.step_clock.elapsed(self.clock.now()) >= seconds, step=0.1)

    def live(self, days: int) -> None:
        """Days of massage, one a day with a pause in between, as a family might have had them."""
        for index in range(days):
            self.clock.move_to(datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(days=index, hours=9))
            if index % 9 == 5 or 33 <= index < 37:
                continue
            mood = MOODS[index % len(MOODS)]
            self.house.start(self.house.today())
            if mood is Mood.CRIED:
                self.play(lambda: self.house.runner.session.active_seconds(self.clock.now()) > 100)
                self.house.runner.baby_needs_me()
                self.house.runner.finish(Ending.EARLY)
            else:
                self.play(lambda: False)
            self.house.wrap_up(self.house.runner.session_id, mood, "")
        self.clock.move(86400)

    def close(self) -> None:
        """Put everything away."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self.look()
        self.opened.log.close()


Picture = tuple[str, QWidget]


def first_start(studio: Studio) -> Iterator[Picture]:
    """Welcome, and the question about the size of the type."""
    window = studio.open()
    yield "01-welcome", window
    studio.house.save_baby(Baby("", "Mila", BORN, navel_healed=True, doctor_yes_on=FIRST_DAY))
    window.show_page(window.rooms.text_size())
    yield "02-text-size", window
    window.show_today()
    yield "03-today-first", window
    window._on_rail("progress")  # noqa: SLF001
    yield "10-progress-empty", window
    studio.house.save_baby(replace(studio.known_baby(), born=FIRST_DAY - timedelta(days=12)))
    window.show_today()
    yield "03-today-too-young", window


def a_session(studio: Studio) -> Iterator[Picture]:
    """Today, and a session from the first second to the wrap-up."""
    studio.settle_in()
    studio.live(16)
    window = studio.open()
    yield "03-today", window
    window.home.start.emit()
    studio.clock.move(2.2)
    studio.house.runner.tick()
    yield "04-session-ready", window
    for name, step, seconds in (("leg", "leg-outer", 7.4), ("tummy", "tummy-circle", 11.0)):
        studio.play_to(step, seconds)
        yield f"04-session-{name}", window
    studio.play_to("turn-tummy", 5.0)
    yield "05-turn", window
    studio.play_to("back-up", 9.0)
    yield "04-session-back", window
    studio.house.runner.baby_needs_me()
    studio.clock.move(22)
    yield "06-baby-needs-me", window
    window.rooms.desk()._show_emergency(True)  # noqa: SLF001
    yield "07-something-is-wrong", window
    window.rooms.desk()._show_emergency(False)  # noqa: SLF001
    studio.house.runner.finish(Ending.EARLY)
    yield "08-wrap-up-early", window


def a_whole_session(studio: Studio) -> Iterator[Picture]:
    """The wrap-up after a whole session, weeks of progress, settings, tomorrow's closed door."""
    studio.settle_in()
    studio.live(55)
    window = studio.open()
    window.home.start.emit()
    studio.play(lambda: False)
    yield "08-wrap-up", window
    window._on_wrapped_up(Mood.CALM, "")  # noqa: SLF001
    yield "03-today-done", window
    window._on_rail("progress")  # noqa: SLF001
    yield "10-progress", window
    window._on_rail("settings")  # noqa: SLF001
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    page.said.emit(Saying("rubbing", "shown", "Nurse Kim"))
    rooms = {
        "baby": page.baby_room, "care": page.care, "massage": page.massage, "day": page.day, "look": page.look_room,
        "session": page.session_room, "about": page.about_room,
    }  # fmt: skip
    for name, room in rooms.items():
        page.open_room(room)
        yield f"11-settings-{name}", window


def after_a_cut(studio: Studio) -> Iterator[Picture]:
    """A session that a power cut ended, found at the next start; then the baby falls asleep."""
    studio.settle_in()
    studio.live(3)
    studio.house.start(studio.house.today())
    studio.play_to("tummy-circle", 10)
    studio.house.runner.baby_needs_me()
    stores = studio.house._stores  # noqa: SLF001
    studio.house = Household(studio.house.catalogue, stores, studio.clock, lambda: str(uuid.uuid4()))
    window = studio.open()
    yield "09-carry-on", window
    window.home.carry_on.emit()
    studio.house.runner.baby_needs_me()
    studio.house.runner.finish(Ending.ASLEEP)
    yield "12-asleep", window


def the_library(studio: Studio) -> Iterator[Picture]:
    """A move, one that opens later, a routine, what is not shown, a disagreement, a search without an answer."""
    studio.settle_in()
    window = studio.open()
    window._on_rail("library")  # noqa: SLF001
    page = window.rooms.library()
    assert isinstance(page, LibraryPage)
    for name, kind, key in LIBRARY_ROWS:
        page.open_row(kind, key)
        yield f"09-library-{name}", window
    page.search.setText("spine line")
    yield "09-library-nothing-found", window


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


STORIES = (first_start, a_session, a_whole_session, after_a_cut, the_library)


def main(arguments: list[str]) -> int:
    """Tell every story in every look and size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--only", default="")
    parser.add_argument("--night", action="store_true", help="also in night colours")
    parser.add_argument("--size", action="append", help="WIDTHxHEIGHT instead of the two of the docs")
    words = parser.parse_args(arguments)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = app.make_application(babymassage_gui.__version__)
    words.folder.mkdir(parents=True, exist_ok=True)
    themes = [ThemeChoice.LIGHT, ThemeChoice.DARK, *([ThemeChoice.NIGHT] if words.night else [])]
    sizes = [_size(text) for text in words.size] if words.size else SIZES
    for theme in themes:
        for size in sizes:
            for story in STORIES:
                with tempfile.TemporaryDirectory() as folder:
                    studio = Studio(application, Path(folder), theme, size)
                    for name, widget in story(studio):
                        studio.look()
                        if words.only in name:
                            file = words.folder / f"{name}-{theme}-{size[0]}x{size[1]}.png"
                            widget.grab().save(str(file))
                    studio.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
