"""The standing questions at the real window: asked first, asked again when they are due, looked up in Settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.said import newest
from babymassage_gui.gui.health_desk import HealthDesk
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.health import HealthPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.text_size import TextSizePage
from babymassage_gui.gui.theme import Theme
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

STANDING = [f"N-{number:02d}" for number in range(4, 16)]
KEY = Qt.Key


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    """A parent who has answered the welcome, and nothing of the baby's health."""
    made = Parent(qtbot, tmp_path, FakeClock())
    made.knows_baby(healthy=False)
    return made


def asked_first(parent: Parent) -> HealthPage:
    """The questions, as after the welcome."""
    parent.house.change(replace(parent.house.settings, text_size_asked=False))
    parent.opens()
    parent.clock.pass_time(1)
    return parent.expects(HealthPage)


def asked_again(parent: Parent) -> HealthPage:
    """The questions that fell due, as after Start."""
    parent.opens()
    parent.clock.pass_time(1)
    parent.presses(parent.expects(HomePage).start_button)
    return parent.expects(HealthPage)


def desk_of(parent: Parent) -> HealthDesk:
    assert parent.window is not None
    return parent.window.rooms.answer_desks().health


def press_row(parent: Parent, check_id: str, *keys: str) -> None:
    parent.clock.pass_time(1)
    parent.presses(parent.expects(HealthPage).box.row_of(check_id))
    for key in keys:
        parent.clock.pass_time(1)
        parent.presses(parent.expects(HealthPage).box.panels[check_id].chip(key))


def rows(page: HealthPage) -> list[str]:
    return [row.row.check_id for row in page.box.rows() if row.row is not None]


def answer(parent: Parent, check_id: str) -> str:
    said = newest(parent.house.known().said, check_id)
    return "" if said is None else said.answer


def none_of_these(parent: Parent) -> None:
    parent.clock.pass_time(1)
    parent.presses(parent.expects(HealthPage).none)


def test_after_the_welcome_all_twelve_are_asked_and_one_press_answers_them(parent: Parent) -> None:
    page = asked_first(parent)
    assert sorted(rows(page)) == STANDING
    assert page.none.text() == "None of these"
    assert parent.focused() is page.none
    assert not page.back_button.isVisible()
    parent.strikes(KEY.Key_Return)
    parent.expects(TextSizePage)
    assert {answer(parent, check_id) for check_id in STANDING} == {"no"}
    assert parent.house.judge(Visit()).due == ()


def test_each_row_shows_the_whole_question(parent: Parent) -> None:
    page = asked_first(parent)
    for check_id in STANDING:
        assert parent.house.catalogue.checks[check_id].question in page.box.row_of(check_id).accessibleName()


def test_a_yes_stands_in_the_way_until_the_doctor_says_yes(parent: Parent) -> None:
    asked_first(parent)
    press_row(parent, "N-06")
    none_of_these(parent)
    refusal = parent.house.today().refusal
    assert refusal is not None
    assert refusal.standing is not None
    assert refusal.standing.check.id == "N-06"
    assert parent.window is not None
    parent.window.show_today()
    home = parent.expects(HomePage)
    assert (home.start_button.isEnabled(), home.start_button.text()) == (False, "Ask the doctor first")


@pytest.mark.parametrize("check_id", STANDING)
def test_the_same_press_takes_a_yes_back(parent: Parent, check_id: str) -> None:
    asked_first(parent)
    press_row(parent, check_id)
    assert answer(parent, check_id) == "yes"
    press_row(parent, check_id)
    assert answer(parent, check_id) == ""


@pytest.mark.parametrize(("check_id", "key"), [("N-04", "doctor-yes"), ("N-10", "doctor-yes-limbs")])
def test_the_doctors_yes_is_kept_with_the_name(parent: Parent, check_id: str, key: str) -> None:
    page = asked_first(parent)
    press_row(parent, check_id, key)
    page.sheet.name.setText("Dr. Ada")
    parent.clock.pass_time(1)
    parent.presses(page.sheet.keep)
    said = newest(parent.house.known().said, check_id)
    assert said is not None
    assert (said.answer, said.by) == (key, "Dr. Ada")
    none_of_these(parent)
    assert answer(parent, check_id) == key
    assert parent.house.today().refusal is None


@pytest.mark.parametrize("check_id", ["N-05", "N-07", "N-08"])
def test_an_alarm_opens_the_words_for_the_call(parent: Parent, check_id: str) -> None:
    asked_first(parent)
    press_row(parent, check_id, "now")
    words = parent.expects(EmergencyPage)
    assert parent.house.baby is not None
    assert parent.house.baby.doctor_yes_on is None
    parent.presses(words.back_button)
    parent.expects(HealthPage)


def test_start_asks_before_the_check_in_and_back_leads_to_today(parent: Parent) -> None:
    page = asked_again(parent)
    parent.presses(page.back_button)
    parent.presses(parent.expects(HomePage).start_button)
    none_of_these(parent)
    parent.expects(CheckInPage)


def test_only_what_is_due_is_asked_again_with_one_answer(parent: Parent) -> None:
    parent.knows_baby()
    parent.clock.pass_time(timedelta(days=31).total_seconds())
    page = asked_again(parent)
    assert rows(page) == ["N-08"]
    assert page.none.text() == "Nothing has changed"
    none_of_these(parent)
    parent.expects(CheckInPage)
    assert parent.house.judge(Visit()).due == ()


def test_nothing_has_changed_keeps_the_doctors_yes_with_its_name(parent: Parent) -> None:
    parent.knows_baby()
    assert parent.house.baby is not None
    parent.clock.pass_time(60)
    parent.house.answers.say(parent.house.baby, "N-08", "yes")
    parent.clock.pass_time(60)
    parent.house.answers.doctor_said_yes(parent.house.baby, "N-08", by="Dr. Ada")
    parent.clock.pass_time(timedelta(days=31).total_seconds())
    page = asked_again(parent)
    assert "Dr. Ada" in page.box.row_of("N-08").accessibleName()
    none_of_these(parent)
    said = newest(parent.house.known().said, "N-08")
    assert said is not None
    assert (said.answer, said.by) == ("doctor-yes", "Dr. Ada")


def test_a_yes_of_before_can_become_a_no(parent: Parent) -> None:
    parent.knows_baby()
    assert parent.house.baby is not None
    parent.clock.pass_time(60)
    parent.house.answers.say(parent.house.baby, "N-08", "yes")
    parent.opens()
    parent.clock.pass_time(1)
    desk_of(parent).begin(desk_of(parent).occasion.LOOKED_UP)
    press_row(parent, "N-08", "no")
    assert answer(parent, "N-08") == "no"
    assert parent.house.today().refusal is None


def ill_and_well_again(parent: Parent) -> None:
    parent.knows_baby()
    assert parent.house.baby is not None
    parent.clock.pass_time(60)
    parent.house.answers.say(parent.house.baby, "T-02", "yes")
    parent.clock.pass_time(timedelta(days=3).total_seconds())


@pytest.mark.parametrize(("key", "begins"), [("not-needed", True), ("yes", True), ("no", False)])
def test_after_an_illness_the_doctor_is_asked_about(parent: Parent, key: str, begins: bool) -> None:
    ill_and_well_again(parent)
    page = asked_again(parent)
    assert [chip.key for chip in page.doctor.chips] == ["not-needed", "yes", "no"]
    assert not page.none.isEnabled()
    parent.presses(page.doctor.chip(key))
    if begins:
        parent.expects(CheckInPage)
    else:
        assert not parent.expects(HomePage).start_button.isEnabled()


def test_a_full_disk_keeps_the_questions_open(parent: Parent) -> None:
    asked_first(parent)
    parent.opened.log.connection.execute("PRAGMA query_only = ON")
    none_of_these(parent)
    assert parent.window is not None
    assert "cannot be written" in parent.window._toast.accessibleName()
    parent.expects(HealthPage)
    parent.opened.log.connection.execute("PRAGMA query_only = OFF")
    none_of_these(parent)
    parent.expects(TextSizePage)


def test_settings_shows_every_answer_and_escape_leads_back(parent: Parent) -> None:
    parent.knows_baby()
    parent.opens()
    assert parent.window is not None
    parent.presses(parent.window.rail.buttons()[-1])
    parent.presses(parent.expects(SettingsPage).baby_room.health)
    page = parent.expects(HealthPage)
    assert (sorted(rows(page)), page.none.text()) == (STANDING, "Done")
    parent.key(KEY.Key_Escape)
    parent.expects(SettingsPage)


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (800, 480), (800, 1280)])
def test_everything_that_can_be_pressed_is_large_and_inside(parent: Parent, size: tuple[int, int]) -> None:
    page = asked_first(parent)
    press_row(parent, "N-08")
    assert parent.window is not None
    parent.window.resize(*size)
    parent.waits(60)
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            holder = button.parentWidget()
            assert holder is not None
            assert holder.rect().contains(button.geometry()), f"{button.accessibleName()} leaves its card"
            assert min(button.width(), button.height()) >= 44, button.accessibleName()


def test_the_page_fits_the_smallest_window() -> None:
    needs = HealthPage(Theme()).minimumSizeHint()
    assert (needs.width(), needs.height()) <= (800, 480)
