"""Twins: in Settings a press turns everything to the other baby."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.backups import OpenOutcome, OpenReport
from babymassage_gui.core.profile import Colour
from babymassage_gui.gui.app import House, make_window
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.widgets.turn_button import TurnButton
from tests.fakes.home import READY, TODAY, Home
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
