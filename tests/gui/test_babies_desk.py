"""Twins: in Settings a press turns everything to the other baby."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.backups import OpenOutcome, OpenReport
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending
from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.core.today import Today
from babymassage_gui.gui.app import House, make_window
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.widgets.turn_button import TurnButton
from babymassage_gui.services.household import Household
from tests.fakes.home import READY, TODAY, Home, said_no
from tests.fakes.records import massage

ADA = replace(READY, name="Ada")
BEN = replace(READY, id="twin", name="Ben", colour=Colour.SEA)


def open_settings(qtbot: QtBot, qapp: QApplication, home: Home) -> tuple[MainWindow, SettingsPage]:
    home.settings.kept = replace(home.settings.kept, text_size_asked=True, less_motion=True)
    home.begin_anew()
    house = House(home.household, load_figures().book, OpenReport(OpenOutcome.FINE), False, lambda: None)
    window = make_window(qapp, house)
    qtbot.addWidget(window)
    page = window.rooms.settings()
    window.show_page(page)
    return window, page


def test_a_press_turns_everything_to_the_other_baby(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(massage(TODAY - timedelta(days=1)), baby=ADA)
    home.babies.save(BEN)
    _, page = open_settings(qtbot, qapp, home)
    card = page.baby_room.babies
    assert [pill.text() for pill in card.pills.values()] == ["Ada", "Ben"]
    assert card.isVisibleTo(page)

    card.pills[BEN.id].click()

    assert home.household.baby == BEN
    assert home.settings.kept.baby == BEN.id
    assert page.baby_room.form.name.text() == "Ben"
    assert card.pills[BEN.id].isChecked()
    assert home.household.sessions() == ()


def test_what_is_changed_about_a_twin_leaves_its_colour(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(baby=ADA)
    home.babies.save(BEN)
    _, page = open_settings(qtbot, qapp, home)
    page.baby_room.babies.pills[BEN.id].click()

    page.baby_room.form.name.setText("Benjamin")
    page.baby_room.keep()

    assert home.household.babies == (ADA, replace(BEN, name="Benjamin"))


def test_a_family_with_one_baby_is_not_asked(qtbot: QtBot, qapp: QApplication) -> None:
    _, page = open_settings(qtbot, qapp, Home(baby=ADA))
    card = page.baby_room.babies

    assert not card.title.isVisibleTo(page)
    assert not any(pill.isVisibleTo(page) for pill in card.pills.values())


def test_a_twin_is_added_after_a_question_and_nothing_is_taken_for_granted(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(baby=ADA)
    window, page = open_settings(qtbot, qapp, home)
    card = page.baby_room.babies
    card.add.click()
    assert home.household.babies == (ADA,)
    card.asked.no.click()
    card.add.click()
    card.asked.yes.click()

    twin = home.household.baby
    assert twin is not None
    assert home.household.babies == (ADA, twin)
    assert (twin.born, twin.navel_healed, twin.doctor_yes_on, twin.colour) == (ADA.born, False, None, Colour.SEA)
    assert len(window.rail.findChildren(TurnButton)) == 1
    assert home.barrier() == "doctor"
    page.baby_room.form.name.setText("Ben")
    page.baby_room.keep()
    assert [baby.name for baby in home.household.babies] == ["Ada", "Ben"]


def test_a_twin_that_cannot_be_kept_is_not_there(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(baby=ADA)
    _, page = open_settings(qtbot, qapp, home)
    home.babies.broken = True
    page.baby_room.babies.add.click()
    page.baby_room.babies.asked.yes.click()

    assert home.household.babies == (ADA,)


def test_where_it_cannot_be_kept_it_holds_until_the_end(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(baby=ADA)
    home.babies.save(BEN)
    _, page = open_settings(qtbot, qapp, home)
    home.settings.broken = True

    page.baby_room.babies.pills[BEN.id].click()

    assert home.household.baby == BEN
    assert home.settings.kept.baby == ""


def test_on_today_one_press_turns_to_the_next_twin_and_back(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(baby=ADA)
    home.babies.save(BEN)
    window, _ = open_settings(qtbot, qapp, home)
    window.show_today()
    (button,) = window.rail.findChildren(TurnButton)
    assert (button.text(), button.isVisibleTo(window.rail)) == ("Ada", True)

    for baby in (BEN, ADA):
        button.click()
        assert home.household.baby == baby
        assert button.text() == baby.name
        assert window.stack.currentWidget() is window.home
    assert button.accessibleName() == "It is the turn of Ada. Turn to the next baby"


def test_beside_today_of_one_baby_nobody_is_asked(qtbot: QtBot, qapp: QApplication) -> None:
    window, _ = open_settings(qtbot, qapp, Home(baby=ADA))
    window.show_today()

    assert window.rail.findChildren(TurnButton) == []


class TestOneAfterTheOther:
    def _after_one(self, qtbot: QtBot, qapp: QApplication, *twins: Baby) -> tuple[MainWindow, Home]:
        home = Home(baby=ADA)
        for twin in twins:
            home.babies.save(twin)
            for said in said_no():
                home.said.say(replace(said, id=f"{twin.id} {said.id}", baby_id=twin.id))
        window, _ = open_settings(qtbot, qapp, home)
        window.show_today()
        home.begin()
        window.rooms.began.emit()
        home.go(60)
        home.household.runner.baby_needs_me()
        home.household.runner.finish(Ending.EARLY)
        window.rooms.finish_wrap_up()
        return window, home

    def test_after_the_massage_of_one_the_other_is_a_press_away(self, qtbot: QtBot, qapp: QApplication) -> None:
        window, home = self._after_one(qtbot, qapp, BEN)
        assert window.stack.currentWidget() is window.home
        assert window._toast.accessibleName() == "And now Ben?"
        assert window._toast.button is not None

        window._toast.button.click()

        assert home.household.baby == BEN
        assert isinstance(window.stack.currentWidget(), CheckInPage)
        (session,) = home.log.sessions(ADA.id)
        assert session.mood is not None
        assert home.log.sessions(BEN.id) == ()

    def test_the_question_is_over_when_a_massage_begins_without_it(self, qtbot: QtBot, qapp: QApplication) -> None:
        window, home = self._after_one(qtbot, qapp, BEN)
        home.household.switch(BEN.id)
        assert window._toast.isVisibleTo(window)
        home.begin()
        window.rooms.began.emit()
        home.go(10)
        window.rooms.desk()._show_page()
        assert not window._toast.isVisibleTo(window)

    def test_a_twin_without_a_name_has_its_number(self, qtbot: QtBot, qapp: QApplication) -> None:
        window, _ = self._after_one(qtbot, qapp, replace(BEN, name=""))
        assert window._toast.accessibleName() == "And now Baby 2?"

    def test_a_twin_that_may_not_be_massaged_now_is_passed_over(self, qtbot: QtBot, qapp: QApplication) -> None:
        eva = replace(BEN, id="third", name="Eva")
        window, _ = self._after_one(qtbot, qapp, replace(BEN, navel_healed=False), eva)
        assert window._toast.accessibleName() == "And now Eva?"

    def test_where_there_is_nobody_else_nobody_is_offered(self, qtbot: QtBot, qapp: QApplication) -> None:
        window, _ = self._after_one(qtbot, qapp)
        assert not window._toast.isVisibleTo(window)

    def test_a_log_that_cannot_be_read_just_then_is_told(
        self, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        today = Household.today

        def refuse(house: Household, minutes: int | None = None, other: Baby | None = None) -> Today:
            if other is not None:
                raise Expected(Fault.LOG_LOCKED)
            return today(house, minutes)

        monkeypatch.setattr(Household, "today", refuse)
        window, _ = self._after_one(qtbot, qapp, BEN)
        assert window._toast.accessibleName().startswith("The log is in use")

    def test_in_a_tall_window_the_question_leaves_the_rail_free(self, qtbot: QtBot, qapp: QApplication) -> None:
        window, _ = self._after_one(qtbot, qapp, BEN)
        window.resize(800, 1280)
        window.show()
        assert not window._toast.geometry().intersects(window.rail.geometry())


def test_in_a_low_window_whose_turn_it_is_hides_no_page_of_the_rail(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(baby=ADA)
    home.babies.save(BEN)
    window, _ = open_settings(qtbot, qapp, home)
    window.resize(800, 480)
    window.show()
    window.show_today()
    (turn,) = window.rail.findChildren(TurnButton)
    assert turn.isVisible()
    assert not any(turn.geometry().intersects(button.geometry()) for button in window.rail.buttons())
