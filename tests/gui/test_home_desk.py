"""In the window: another massage is chosen, and what is said about the length acts at once and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.chooser import ChooserPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.theme import Theme
from tests.fakes.clock import MORNING
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage

GROWN = tuple(massage(TODAY - timedelta(days=7 - day), 3 + day // 2) for day in range(4))
STOPPED = tuple(massage(TODAY - timedelta(days=d), 2, mood=Mood.CRIED, ending=Ending.EARLY) for d in (2, 1))


@dataclass
class Room:
    """A family at its window, with Today open."""

    home: Home
    window: MainWindow

    @property
    def page(self) -> HomePage:
        """Today, which must be what is shown."""
        assert self.window.stack.currentWidget() is self.window.home
        return self.window.home

    @property
    def chooser(self) -> ChooserPage:
        """The list, which must be what is shown."""
        shown = self.window.stack.currentWidget()
        assert isinstance(shown, ChooserPage)
        return shown

    @property
    def toast(self) -> str:
        """What the window says over the page; empty if nothing."""
        return self.window._toast.accessibleName() if self.window._toast.isVisible() else ""

    def answers(self) -> list[tuple[str, str, str]]:
        """What was said about the length."""
        subjects = ("split", "target")
        told = self.home.household.answers.of(READY)
        return [(one.subject, one.answer, one.note) for one in told if one.subject in subjects]


class Opens(Protocol):
    """Opens the window on a family with these sessions, or on one that is given."""

    def __call__(self, *sessions: SessionRecord, home: Home | None = None) -> Room: ...


@pytest.fixture
def open_room(qtbot: QtBot) -> Iterator[Opens]:
    """Opens the window on a family."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    opened: list[QWidget] = []

    def open_it(*sessions: SessionRecord, home: Home | None = None) -> Room:
        home = home or Home(*sessions)
        home.household.change(replace(home.household.settings, less_motion=True, text_size_asked=True))
        window = MainWindow(application, home.household, load_figures().book, Theme())
        qtbot.addWidget(window)
        opened.append(window)
        window.setGeometry(0, 0, 1280, 800)
        window.show()
        window.open_first_page()
        return Room(home, window)

    yield open_it
    for window in opened:
        window.hide()


def chosen(room: Room, routine_id: str) -> None:
    room.page.plan.change.click()
    next(row for row in room.chooser.open_rows if row.row.choice.routine.id == routine_id).row.click()


class TestChoosing:
    def test_a_press_in_the_list_makes_it_todays(self, open_room: Opens) -> None:
        room = open_room()
        chosen(room, "calm")
        assert room.page.plan.routine.text() == "Calm-down massage"
        assert room.home.household.settings.routine == "calm"

    def test_the_list_stands_beside_the_rail_with_the_focus_on_todays(self, open_room: Opens) -> None:
        room = open_room()
        room.page.plan.change.click()
        assert room.window.rail.isVisible()
        assert room.window.focusWidget() is room.chooser.first_button()

    def test_back_leaves_everything_as_it_was(self, open_room: Opens) -> None:
        room = open_room()
        room.page.plan.change.click()
        room.chooser.back.click()
        assert room.page.plan.routine.text() == "Everyday massage"

    def test_what_could_not_be_kept_is_said(self, open_room: Opens) -> None:
        room = open_room()
        room.home.settings.broken = True
        chosen(room, "calm")
        assert "could not be kept" in room.toast
        assert room.page.plan.routine.text() == "Calm-down massage"

    def test_what_has_to_be_shown_leads_to_care(self, open_room: Opens) -> None:
        room = open_room(home=Home(baby=replace(READY, born=TODAY - timedelta(days=150))))
        room.page.plan.change.click()
        care = next(row.care for row in room.chooser.closed_rows if row.care is not None)
        care.click()
        page = room.window.stack.currentWidget()
        assert isinstance(page, SettingsPage)
        assert page.room_buttons[page.care].isChecked()

    def test_practice_on_a_doll_comes_back_to_the_list(self, open_room: Opens) -> None:
        room = open_room()
        room.page.plan.change.click()
        next(row for row in room.chooser.closed_rows if row.choice.routine.id == "moves").doll.click()
        runner = room.home.household.runner
        assert (runner.kind, runner.session.planned.step.id) == (Kind.PRACTICE, "open-ask")
        runner.baby_needs_me()
        runner.finish(Ending.CALLED_AWAY)
        assert room.chooser.isVisible()

    def test_it_is_looked_at_anew_when_the_evening_begins(self, open_room: Opens) -> None:
        room = open_room()
        room.page.plan.change.click()
        timer = room.window.home_desk._look_again
        assert timer.interval() == (7 * 60 + 30) * 60_000 + 1000
        room.home.clock.set_wall_clock(MORNING.replace(hour=17, second=1))
        timer.timeout.emit()
        assert room.chooser.open_rows[0].row.choice.suggested

    def test_today_is_not_left_when_the_list_would_change(self, open_room: Opens) -> None:
        room = open_room()
        room.page.plan.change.click()
        room.chooser.back.click()
        room.window.home_desk._look_again.timeout.emit()
        assert room.page.isVisible()


class TestTheLength:
    def test_the_day_is_parted_at_once_and_joined_again(self, open_room: Opens) -> None:
        room = open_room(*STOPPED)
        room.page.split_card.yes.click()
        assert room.answers() == [("split", "yes", "")]
        assert room.page.plan.part.text() == "Part 1 of 2, 3 minutes in all"
        assert "two hours apart" in room.toast
        room.page.plan.why.click()
        room.page.why_leaf.parts.click()
        assert room.answers()[-1] == ("split", "no", "")
        assert not room.page.plan.part.isVisible()

    def test_it_is_held_and_grows_again(self, open_room: Opens) -> None:
        room = open_room(*GROWN)
        room.page.why_leaf.held.emit(True)
        assert room.page.plan.reason.accessibleName() == "Held at 5 minutes, as you asked."
        assert room.toast == "It stays at 5 minutes until you say otherwise."
        room.page.why_leaf.held.emit(False)
        assert not room.home.household.today().held
        assert room.toast == "It may grow again."

    def test_it_is_lowered_and_as_before(self, open_room: Opens) -> None:
        room = open_room(*GROWN)
        room.page.why_leaf.lowered.emit(4)
        assert (room.page.plan.number.text(), room.toast) == ("4", "4 minutes from now on.")
        room.page.why_leaf.as_before.emit()
        assert (room.page.plan.number.text(), room.toast) == ("5", "As long as before.")

    def test_to_grow_again_does_not_undo_less_and_as_before_does_not_undo_the_hold(self, open_room: Opens) -> None:
        room = open_room(*GROWN)
        room.page.why_leaf.lowered.emit(4)
        room.page.why_leaf.held.emit(True)
        room.page.why_leaf.held.emit(False)
        today = room.home.household.today()
        assert (today.held, today.lowered, today.target.minutes) == (False, True, 4)
        room.page.why_leaf.held.emit(True)
        room.page.why_leaf.as_before.emit()
        today = room.home.household.today()
        assert (today.held, today.lowered, today.target.minutes) == (True, False, 5)

    @pytest.mark.parametrize("press", ["split_card.yes", "split_card.no"])
    def test_what_could_not_be_kept_is_said_and_nothing_changes(self, open_room: Opens, press: str) -> None:
        room = open_room(*STOPPED)
        room.home.said.broken = True
        (room.page.split_card.yes if press.endswith("yes") else room.page.split_card.no).click()
        assert "cannot be written" in room.toast
        assert room.answers() == []
        assert room.page.split_card.isVisible()


def test_a_session_that_was_cut_off_is_kept_or_discarded(open_room: Opens) -> None:
    for keep in (True, False):
        home = Home().cut_off(90)
        room = open_room(home=home)
        (room.page.unfinished.keep if keep else room.page.unfinished.discard).click()
        assert not room.page.unfinished.isVisible()
        endings = [session.ending for session in home.household.sessions()]
        assert endings == ([Ending.CALLED_AWAY] if keep else [])


def test_the_choice_of_a_ten_day_plans_day_is_for_once(open_room: Opens) -> None:
    home = Home(massage(TODAY - timedelta(days=1)))
    at = MORNING - timedelta(days=1, hours=2)
    home.household.answers.say(READY, "ten-days", "general-massage", at=at)
    home.household.answers.say(READY, "ten-days", "begun", at=at + timedelta(hours=1), note="everyday")
    room = open_room(home=home)
    assert room.page.plan.part.text() == "Day 2 of 10"
    chosen(room, "tummy-ease")
    assert room.page.plan.routine.text() == "Tummy ease"
    assert home.household.settings.routine == Settings().routine
