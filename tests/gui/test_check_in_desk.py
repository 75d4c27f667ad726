"""The check-in at the real window: three taps for a well baby, and no way past a verdict."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.choices import Surface
from babymassage_gui.core.history import Ending
from babymassage_gui.core.judgement import Visit
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES
from babymassage_gui.gui.pages.health import HealthPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.widgets.labels import TextLabel
from tests.fakes.clock import FakeClock
from tests.gui.check_in_visit import at_the_check_in, feed, full_disk, look_again, page_of, press_row
from tests.gui.parent import Parent

KEY = Qt.Key


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    """A parent of a baby of 90 days, all standing questions answered, with the check-in open."""
    return at_the_check_in(Parent(qtbot, tmp_path, FakeClock()))


# ---- a well baby ----------------------------------------------------------------------------------------------


def test_a_well_baby_needs_exactly_three_taps(parent: Parent) -> None:
    page = page_of(parent)
    assert page.bar.view.title == "All well so far. 3 taps to go."
    parent.presses(page.rows.none)
    feed(parent, 45)
    assert page.bar.view.title == "All well so far. One tap to go."
    assert page.ready.begin.text() == "All ready, begin"
    assert not parent.house.runner.running
    parent.presses(page.ready.begin)
    parent.expects(SessionPage)
    assert parent.house.runner.running


def test_three_presses_of_enter_follow_the_focus_from_column_to_column(parent: Parent) -> None:
    page = page_of(parent)
    assert parent.focused() is page.rows.none
    parent.strikes(KEY.Key_Return)
    assert parent.focused() is page.feed.chips[0]
    for _ in range(FEED_MINUTES.index(60)):
        parent.strikes(KEY.Key_Tab)
    parent.strikes(KEY.Key_Return)
    assert parent.focused() is page.ready.begin
    parent.strikes(KEY.Key_Return)
    parent.expects(SessionPage)


@pytest.mark.parametrize(
    "order",
    [("none", "feed", "ready"), ("feed", "none", "ready"), ("ready", "feed", "none"), ("feed", "ready", "none")],
)
def test_the_order_is_free_and_only_a_press_on_begin_begins(parent: Parent, order: tuple[str, ...]) -> None:
    page = page_of(parent)
    buttons: dict[str, QAbstractButton] = {
        "none": page.rows.none,
        "feed": page.feed.chips[2],
        "ready": page.ready.begin,
    }
    for tap in order:
        assert not parent.house.runner.running
        parent.presses(buttons[tap])
    if order[-1] != "ready":
        assert not parent.house.runner.running
        assert page.ready.begin.text() == "Begin"
        parent.presses(page.ready.begin)
    assert parent.house.runner.running


def test_begin_says_which_column_is_missing(parent: Parent) -> None:
    page = page_of(parent)
    parent.presses(page.ready.begin)
    assert (page.ready.begin.isEnabled(), page.ready.begin.text()) == (False, "First: any of these?")
    parent.presses(page.rows.none)
    assert (page.ready.begin.isEnabled(), page.ready.begin.text()) == (False, "First: the last feed")


def test_back_and_escape_lead_to_today_and_the_next_visit_begins_anew(parent: Parent) -> None:
    parent.presses(page_of(parent).rows.none)
    parent.key(KEY.Key_Escape)
    parent.presses(parent.expects(HomePage).start_button)
    assert not page_of(parent).rows.done
    parent.presses(page_of(parent).back_button)
    parent.expects(HomePage)


def test_a_finished_massage_is_asked_for_anew_the_next_time(parent: Parent) -> None:
    parent.answers_the_check_in()
    parent.lives_to("open-ask", 2)
    parent.house.runner.finish(Ending.EARLY)
    assert not parent.house.judge(Visit()).may_begin


# ---- no way past ----------------------------------------------------------------------------------------------


def test_no_key_gets_past_a_verdict(parent: Parent) -> None:
    page = page_of(parent)
    parent.presses(page.rows.none)
    feed(parent, 60)
    press_row(parent, "W-04")
    page.begin_pressed.emit()
    page.none_pressed.emit()
    for widget in (page.ready.begin, page.rows.none, page):
        for key in (KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space):
            if isValid(page):  # a key may lead back to Today, or to the doll
                widget.setFocus()
            parent.key(key)
    assert not parent.house.runner.running
    assert parent.sessions() == ()


def test_begin_without_the_other_taps_begins_nothing(parent: Parent) -> None:
    page_of(parent).begin_pressed.emit()
    assert not parent.house.runner.running


def test_questions_that_fell_due_meanwhile_come_first(parent: Parent) -> None:
    page = page_of(parent)
    parent.clock.pass_time(31 * 86400)
    page.none_pressed.emit()
    page.feed_pressed.emit(60)
    page.begin_pressed.emit()
    parent.expects(HealthPage)
    assert not parent.house.runner.running


def test_a_full_disk_is_told_and_the_answer_is_not_shown_as_given(parent: Parent) -> None:
    with full_disk(parent):
        feed(parent, 60)
        assert parent.window is not None
        assert "cannot be written" in parent.window._toast.accessibleName()
        assert not page_of(parent).feed.done
        assert not page_of(parent).feed.chips[2].isChecked()
    feed(parent, 60)
    assert page_of(parent).feed.done


def test_the_evening_closes_a_stirring_routine_while_the_page_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    made = Parent(qtbot, tmp_path, FakeClock())
    made.knows_baby(age_days=200)
    made.clock.pass_time(7 * 3600)
    made.opens()
    made.house.change(replace(made.house.settings, routine="moves"))
    assert made.window is not None
    made.window.show_today()
    made.presses(made.expects(HomePage).start_button)
    made.presses(page_of(made).rows.none)
    feed(made, 60)
    look_again(made, 31)
    refusal = made.house.today().refusal
    assert refusal is not None
    assert refusal.barrier is Barrier.EVENING
    assert not page_of(made).ready.begin.isEnabled()
    assert "Evenings are for calm" in page_of(made).bar.view.sentence


def test_carrying_on_after_a_cut_does_not_ask_again(parent: Parent, qtbot: QtBot, tmp_path: Path) -> None:
    parent.answers_the_check_in()
    parent.lives_to("leg-outer", 5)
    assert parent.window is not None
    parent.window.close()
    parent.opened.log.close()
    again = Parent(qtbot, tmp_path, parent.clock)
    again.opens()
    again.presses(again.expects(HomePage).unfinished.carry_on)
    again.expects(SessionPage)


def test_why_tells_the_question_and_its_facts(parent: Parent) -> None:
    page = page_of(parent)
    page.rows.box.row_of("T-07").setFocus()
    parent.types("?")
    assert page.sheet.isVisible()
    check = parent.house.catalogue.checks["T-07"]
    assert [label.text() for label in page.sheet.paper.findChildren(TextLabel) if label.isVisible()] == [check.question]
    assert tuple(button.fact_id for button in page.sheet.paper.buttons) == check.facts
    parent.presses(page.sheet.close_button)
    assert parent.focused() is page.rows.box.row_of("T-07")


def test_settings_leads_to_the_standing_answers_and_back(parent: Parent) -> None:
    parent.presses(page_of(parent).back_button)
    assert parent.window is not None
    parent.presses(parent.window.rail.buttons()[-1])
    parent.presses(parent.expects(SettingsPage).baby_room.health)
    parent.presses(parent.expects(HealthPage).none)
    parent.expects(SettingsPage)


# ---- what to prepare ------------------------------------------------------------------------------------------


def labels(parent: Parent) -> list[str]:
    return [row.text() for row in page_of(parent).ready.rows]


def test_only_before_the_very_first_massage_somebody_should_show_it(parent: Parent) -> None:
    assert "Someone shows you" in labels(parent)
    parent.answers_the_check_in()
    parent.lives(lambda: parent.house.runner.session.active_seconds(parent.clock.now()) > 70)
    parent.house.runner.finish(Ending.EARLY)
    parent.clock.pass_time(86400)
    assert parent.window is not None
    parent.window.show_today()
    parent.presses(parent.expects(HomePage).start_button)
    assert "Someone shows you" not in labels(parent)


@pytest.mark.parametrize(("product", "told"), [(False, "Dry, warm hands: no oil"), (True, "Oil patch-tested, or none")])
def test_a_product_is_named_only_where_one_is_used(parent: Parent, product: bool, told: str) -> None:
    settings = parent.house.settings
    parent.house.change(replace(settings, choices=replace(settings.choices, product=product)))
    look_again(parent, 1)
    assert told in labels(parent)


def test_on_a_table_one_hand_stays_on_the_baby(parent: Parent) -> None:
    settings = parent.house.settings
    parent.house.change(replace(settings, day=replace(settings.day, surface=Surface.TABLE)))
    look_again(parent, 1)
    mat = next(row for row in page_of(parent).ready.rows if row.row is not None and row.row.check_id == "P-02")
    assert "One hand always on the baby." in mat.accessibleName()


def test_the_settling_time_of_the_settings_holds(parent: Parent) -> None:
    settings = parent.house.settings
    parent.house.change(replace(settings, day=replace(settings.day, after_feed_minutes=60)))
    feed(parent, 45)
    assert page_of(parent).bar.view.title == "Wait 15 minutes, then go"
    assert page_of(parent).feed.hint.text() == "60 minutes or more is best."
