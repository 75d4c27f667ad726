"""The household that the pictures are taken of: a temporary folder, a clock set by hand, a window. Played for real."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load, load_playable
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings, ThemeChoice
from babymassage_gui.gui import app
from babymassage_gui.gui.fade import Fade
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.settings_file import SettingsFile

# The freeze fades in 150 ms even where less motion is wished.
FADED_MS, FRAME_MS = 190, 16
BORN = date(2026, 3, 2)
FIRST_DAY = BORN + timedelta(days=70)
MOODS = tuple(
    {13: Mood.CRIED, 14: Mood.UNSETTLED, 21: Mood.UNSETTLED, 30: Mood.CRIED, 40: Mood.UNSETTLED}.get(day, Mood.CALM)
    for day in range(60)
)
ALL_WELL = Visit(nothing_else=True, fed=True, ready=True)


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

    def settle_in(self, name: str = "Mila") -> None:
        """The baby is known, and well: no to every question that stands."""
        self.house.change(replace(self.house.settings, text_size_asked=True))
        self.house.save_baby(Baby("", name, BORN, navel_healed=True, doctor_yes_on=FIRST_DAY))
        self.house.answers.say_none_of(self.known_baby(), self.house.judge(Visit()).due)

    def start(self) -> None:
        """Today's session, its check-in passed."""
        self.house.answers.say_none_of(self.known_baby(), self.house.judge(Visit()).due)
        self.house.start(self.house.today(), ALL_WELL)

    def say(self, subject: str, answer: str, note: str = "") -> None:
        """What the parent says."""
        self.house.answers.say(self.known_baby(), subject, answer, note=note)

    def part(self, mood: Mood, seconds: float | None = None) -> None:
        """One session, ended early after so many seconds or played to its end, and how it was."""
        self.start()
        if seconds is None:
            self.play(lambda: False)
        else:
            self.play(lambda: self.house.runner.session.active_seconds(self.clock.now()) > seconds)
            self.house.runner.baby_needs_me()
            self.house.runner.finish(Ending.EARLY)
        self.house.wrap_up(self.house.runner.session_id, mood, "")

    def open(self) -> MainWindow:
        """The window at its size."""
        house = app.House(self.house, load_figures().book, self.opened.report, False, self.opened.log.close)
        self.window = app.make_window(self._application, house)
        self.window.resize(*self._size)
        self.window.show()
        self.look()
        return self.window

    def page(self) -> QWidget:
        """The page that is shown."""
        shown = self.window.stack.currentWidget() if self.window is not None else None
        assert shown is not None
        return shown

    def look(self) -> None:
        """Let Qt lay out and paint, until nothing of the page before is left, however slow the machine is."""
        QTest.qWait(FADED_MS)
        fade = self.window.findChild(Fade) if self.window is not None else None
        while fade is not None and not fade.isHidden():
            QTest.qWait(FRAME_MS)

    def play(self, until: Callable[[], bool], step: float = 0.5) -> None:
        """Let the session run until something holds."""
        while self.house.runner.running and not until():
            self.clock.move(step)
            self.house.runner.tick()

    def play_to(self, step_id: str, seconds: float) -> None:
        """Let the session run into a step."""
        runner = self.house.runner
        self.play(lambda: runner.session.planned.step.id == step_id and runner.session.phase is Phase.STEP)
        assert runner.running, f"today's massage has no {step_id}"
        self.play(lambda: runner.session.step_clock.elapsed(self.clock.now()) >= seconds, step=0.1)

    def live(self, days: int) -> None:
        """Days of massage, one a day with a pause in between, as a family might have had them."""
        for index in range(days):
            self.clock.move_to(datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(days=index, hours=9))
            if index % 9 == 5 or 33 <= index < 37:
                continue
            mood = MOODS[index % len(MOODS)]
            self.part(mood, 100 if mood is Mood.CRIED else None)
        self.clock.move(86400)

    def close(self) -> None:
        """Put everything away."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self.look()
        self.opened.log.close()
