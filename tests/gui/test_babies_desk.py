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

    assert not page.baby_room.babies.isVisibleTo(page)


def test_where_it_cannot_be_kept_it_holds_until_the_end(qtbot: QtBot, qapp: QApplication) -> None:
    home = Home(baby=ADA)
    home.babies.save(BEN)
    _, page = open_settings(qtbot, qapp, home)
    home.settings.broken = True

    page.baby_room.babies.pills[BEN.id].click()

    assert home.household.baby == BEN
    assert home.settings.kept.baby == ""
