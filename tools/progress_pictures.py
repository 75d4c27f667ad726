"""Progress with three days, three months and three years of a made-up family; and the report on paper.

Every session is written through the real storage, planned by the real rules for the baby's age that day, and read back
as the program reads it. Chance is a fixed sequence, so that the pictures are the same each time.
"""

from __future__ import annotations

import random
import tempfile
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from babymassage_gui.core.checkin import REFERRAL, TEN_DAYS
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord, as_utc
from babymassage_gui.core.marked_days import DAYS, Mark
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.report import Period
from babymassage_gui.core.ten_days import BEGUN
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.progress_desk import ProgressDesk
from babymassage_gui.gui.widgets.report_sheet import A4, LETTER
from tools.studio import FIRST_DAY, Studio

Picture = tuple[str, QWidget | QImage]

LENGTHS = {"3-days": 3, "3-months": 92, "3-years": 1096}
NOTES = ("Laughed at the toes", "Hands were cold at first", "Slept two hours after it", "Did not like the turn today")
_PAPER_WIDTH = 900


class MadeUpFamily:
    """Lives days of massage in a studio: growing sessions, some of them short, a cold, a journey, ten days as sent."""

    def __init__(self, studio: Studio, days: int) -> None:
        self._studio, self._days = studio, days
        self._chance = random.Random(days)  # a picture, not a secret
        self._minutes = 3.0

    def live(self) -> None:
        """Write everything down, up to this morning."""
        studio = self._studio
        studio.settle_in()
        baby = studio.known_baby()
        # Of three years most lie after the first birthday: the log of a family that has gone on writing.
        studio.house.save_baby(replace(baby, born=FIRST_DAY - timedelta(days=75)))
        plan = studio.house.practice_plan("everyday")
        for number in range(self._days):
            day = FIRST_DAY + timedelta(days=number)
            if number == self._days - 12 and self._days < 200:
                self._say(TEN_DAYS, REFERRAL, day, by="Dr Lund")
                self._say(TEN_DAYS, BEGUN, day, note="everyday")
            if not self._away_or_ill(number, day):
                self._massage(day, plan)
        self._studio.clock.move_to(datetime.combine(FIRST_DAY + timedelta(days=self._days - 1), time(19), UTC))

    def _away_or_ill(self, number: int, day: date) -> bool:
        """Whether there was none: a cold told to the check-in, a journey marked afterwards, or just a day."""
        place = number % 61
        if 24 <= place < 28:
            if place in (24, 27):
                self._say("T-02", "yes", day)
            return True
        if 48 <= place < 51:
            self._say(DAYS, Mark.AWAY.value, day, note=day.isoformat())
            return True
        return number % 9 == 5 and self._days > 7

    def _say(self, subject: str, answer: str, day: date, *, by: str = "", note: str = "") -> None:
        at = datetime.combine(day, time(8), UTC)
        self._studio.house.answers.say(self._studio.known_baby(), subject, answer, at=at, by=by, note=note)

    def _massage(self, day: date, plan: Plan) -> None:
        chance = self._chance.random()
        mood = (
            Mood.CALM
            if chance < 0.72
            else Mood.UNSETTLED
            if chance < 0.84
            else Mood.CRIED
            if chance < 0.92
            else Mood.ASLEEP
        )
        early = mood is Mood.CRIED or (mood is Mood.UNSETTLED and self._chance.random() < 0.3)
        target = round(self._minutes)
        parts = 2 if mood is Mood.CALM and target >= 6 and self._chance.random() < 0.08 else 1
        for part in range(parts):
            ending = Ending.EARLY if early else Ending.ASLEEP if mood is Mood.ASLEEP else Ending.FINISHED
            share = (
                self._chance.uniform(0.35, 0.85) if ending is not Ending.FINISHED else self._chance.uniform(0.95, 1.0)
            )
            start = datetime.combine(day, time(9 + 8 * part, self._chance.randrange(40)), UTC)
            self._write(start, target, target / parts * share, ending, mood, plan)
        self._minutes += -1.0 if early else 0.5 if mood is Mood.CALM else 0.0
        self._minutes = min(15.0, max(3.0, self._minutes))

    def _write(self, start: datetime, target: int, minutes: float, ending: Ending, mood: Mood, plan: Plan) -> None:
        """One session into the log: its steps share its seconds as the plan does, and stop where it stopped."""
        ids = [step.step.id for step in plan.steps]
        turn = ids.index("turn-tummy")
        last = len(ids) if ending is Ending.FINISHED else min(len(ids) - 1, turn + 2 + self._chance.randrange(2))
        if ending is Ending.EARLY and self._chance.random() < 0.35:
            last = self._chance.randrange(2, turn)
        each = 60 * minutes / last
        steps = [StepRecord(step, StepOutcome.DONE, each) for step in ids[:last]]
        if ending is not Ending.FINISHED:
            steps[-1] = replace(steps[-1], outcome=StepOutcome.INTERRUPTED)
        end = start + timedelta(minutes=minutes)
        note = self._chance.choice(NOTES) if self._chance.random() < 0.12 else ""
        self._studio.opened.log.begin(
            SessionRecord(
                str(uuid.UUID(int=self._chance.getrandbits(128), version=4)), self._studio.known_baby().id,
                Kind.MASSAGE, "everyday", as_utc(start), 0, target, target * 60.0, "", minutes * 60, as_utc(end),
                as_utc(end), ending, mood, note, tuple(steps),
            )
        )  # fmt: skip


def open_progress(studio: Studio) -> tuple[MainWindow, ProgressPage]:
    """The window with Progress, once all of it is counted and painted."""
    window = studio.open()
    window._on_rail("progress")  # noqa: SLF001
    page = window.stack.currentWidget()
    assert isinstance(page, ProgressPage)
    while page.chart is None or page.comfort.counting:
        studio.look()
    return window, page


def _progress(length: str) -> Callable[[Studio], Iterator[Picture]]:
    def story(studio: Studio) -> Iterator[Picture]:
        MadeUpFamily(studio, LENGTHS[length]).live()
        window, page = open_progress(studio)
        yield f"10-progress-{length}", window
        if length == "3-months":
            yield from _looked_at(studio, window, page)
            yield from the_report(page)

    story.__name__ = f"progress_{length}"
    return story


def _looked_at(studio: Studio, window: MainWindow, page: ProgressPage) -> Iterator[Picture]:
    """A bar that the keys look at, and a day that can be marked."""
    assert page.chart is not None
    page.chart.pick(page.chart.count() - 4)
    yield "10-progress-bar", window
    page.chart.pick(None)
    page.calendar.month.grid.day_chosen.emit(studio.clock.local_time().date() - timedelta(days=4))
    yield "10-progress-day", window


def the_report(page: ProgressPage) -> Iterator[Picture]:
    """The PDF as a reader shows it, on both sizes of paper, with every note."""
    (desk,) = page.findChildren(ProgressDesk)
    page.report_wanted.emit()
    report = desk._report  # noqa: SLF001
    assert report is not None
    report.page.period_chosen.emit(Period.QUARTER)
    report.page.notes_chosen.emit(frozenset(report.page.notes))
    for name, size in (("a4", A4), ("letter", LETTER)):
        report._letter = size is LETTER  # noqa: SLF001
        for number, picture in enumerate(_pages(report.save_to, size), start=1):
            yield f"13-report-{name}-{number}", picture


def _pages(save: Callable[[str], bool], size: QSizeF) -> Iterator[QImage]:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "report.pdf")
        assert save(path)
        document = QPdfDocument()
        document.load(path)
        for number in range(document.pageCount()):
            paper = QImage((size * (_PAPER_WIDTH / size.width())).toSize(), QImage.Format.Format_RGB32)
            paper.fill(Qt.GlobalColor.white)
            painter = QPainter(paper)
            painter.drawImage(0, 0, document.render(number, paper.size()))
            painter.end()
            yield paper
        document.close()


PROGRESS_STORIES = tuple(_progress(length) for length in LENGTHS)
