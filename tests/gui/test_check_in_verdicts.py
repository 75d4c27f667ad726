"""Every verdict of the check-in at the real window: what closes begin, for how long, and what opens it again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.said import newest
from babymassage_gui.gui.pages.check_in_view import Tone
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.home import HomePage
from tests.fakes.clock import FakeClock
from tests.gui.check_in_visit import at_the_check_in, desk_of, feed, look_again, page_of, planned, press_row, shown_tone
from tests.gui.parent import Parent

KEY = Qt.Key


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    """A parent of a baby of 90 days, all standing questions answered, with the check-in open."""
    return at_the_check_in(Parent(qtbot, tmp_path, FakeClock()))


# ---- every verdict --------------------------------------------------------------------------------------------

# Row, chips, tone of the bar, words of the disabled begin.
VERDICTS = [
    ("T-01", ("below-36",), Tone.REST, "Not today"),
    ("T-01", ("warm",), Tone.REST, "Not today"),
    ("T-01", ("fever",), Tone.REST, "Not today"),
    ("T-01", ("high-fever",), Tone.URGENT, "Call for help now"),
    ("T-01", ("medicine",), Tone.REST, "Not today"),
    ("T-02", (), Tone.REST, "Not today"),
    ("T-03", ("yes",), Tone.REST, "Not today"),
    ("T-03", ("now",), Tone.URGENT, "Call for help now"),
    ("T-04", ("yes",), Tone.REST, "Not today"),
    ("T-04", ("fall",), Tone.DOCTOR, "Ask the doctor first"),
    ("T-04", ("glass",), Tone.URGENT, "Call for help now"),
    ("T-05", ("when:0",), Tone.REST, "Not today"),
    ("T-05", ("when:1",), Tone.REST, "Not today"),
    ("T-06", ("yes",), Tone.URGENT, "Call for help now"),
    ("T-06", ("tired",), Tone.WAIT, "Wait 30 minutes"),
    ("T-07", ("short",), Tone.WAIT, "Wait 15 minutes"),
    ("T-07", ("lasting",), Tone.REST, "Not today"),
    ("W-02", (), Tone.WAIT, "Wait a little, then go"),
    ("W-03", (), Tone.WAIT, "Wait 15 minutes"),
    ("W-04", (), Tone.WAIT, "Wait 10 minutes"),
]


@pytest.mark.parametrize(("row", "chips", "tone", "why"), VERDICTS)
def test_each_row_has_its_verdict_and_closes_begin_with_its_reason(
    qtbot: QtBot, tmp_path: Path, row: str, chips: tuple[str, ...], tone: Tone, why: str
) -> None:
    made = at_the_check_in(Parent(qtbot, tmp_path, FakeClock()), age_days=100)
    page = page_of(made)
    made.presses(page.rows.none)
    feed(made, 90)
    press_row(made, row, *chips)
    assert shown_tone(made) is tone
    assert not page.ready.begin.isEnabled()
    assert page.ready.begin.text() == why
    assert not page.rows.none.isEnabled()
    press_row(made, row)
    assert shown_tone(made) is Tone.GO, "the same press takes it back"
    assert page.rows.none.isEnabled()


@pytest.mark.parametrize(("row", "chip"), [("T-01", "normal"), ("T-07", "gums")])
def test_an_answer_that_is_fine_asks_for_nothing_else(parent: Parent, row: str, chip: str) -> None:
    press_row(parent, row, chip)
    page = page_of(parent)
    assert page.rows.none.text() == "Nothing else"
    parent.answers_the_check_in()
    assert parent.house.runner.running


def test_a_row_without_its_follow_up_holds_everything_up(parent: Parent) -> None:
    page = page_of(parent)
    parent.presses(page.rows.none)
    feed(parent, 60)
    press_row(parent, "T-01")
    assert page.bar.view.title == "Which is it?"
    assert not page.rows.none.isEnabled()
    assert (page.ready.begin.isEnabled(), page.ready.begin.text()) == (False, "First: which is it?")
    assert not page.rows.done
    press_row(parent, "T-01")
    assert page.rows.none.isEnabled()


def test_a_fever_is_not_undone_by_a_second_measure_only_by_the_same_press(parent: Parent) -> None:
    press_row(parent, "T-01", "warm", "normal")
    assert shown_tone(parent) is Tone.REST
    parent.clock.pass_time(1)
    parent.presses(page_of(parent).rows.box.panels["T-01"].chip("warm"))
    assert shown_tone(parent) is Tone.GO


def test_what_was_said_on_an_earlier_visit_is_folded_not_taken_back(parent: Parent) -> None:
    press_row(parent, "T-03", "yes")
    parent.presses(page_of(parent).back_button)
    home = parent.expects(HomePage)
    assert (home.start_button.isEnabled(), home.plan.help.text()) == (False, "Look")
    parent.presses(home.plan.help)
    page = page_of(parent)
    press_row(parent, "T-03")
    assert shown_tone(parent) is Tone.REST
    parent.clock.pass_time(1)
    parent.presses(page.rows.box.panels["T-03"].chip("yes"))
    assert shown_tone(parent) is Tone.GO


def test_only_tummy_ease_asks_about_the_pain(parent: Parent) -> None:
    ids = {row.row.check_id for row in page_of(parent).rows.box.rows() if row.row is not None}
    assert "W-08" not in ids
    assert len(ids) == 10


# ---- wait -----------------------------------------------------------------------------------------------------


def test_under_the_settling_time_the_bar_counts_down_and_opens_by_itself(parent: Parent) -> None:
    page = page_of(parent)
    parent.presses(page.rows.none)
    feed(parent, 0)
    assert page.bar.view.title == "Wait 45 minutes, then go"
    assert page.feed.chips[0].isChecked()
    look_again(parent, 44.5)
    assert page.bar.view.title == "Wait 1 minute, then go"
    assert page.ready.begin.text() == "Wait 1 minute"
    look_again(parent, 0.5)
    assert shown_tone(parent) is Tone.GO
    parent.presses(page.ready.begin)
    assert parent.house.runner.running


def test_another_chip_corrects_the_feed_and_the_same_one_takes_it_back(parent: Parent) -> None:
    page = page_of(parent)
    feed(parent, 0)
    feed(parent, 90)
    assert shown_tone(parent) is Tone.GO
    assert [chip.isChecked() for chip in page.feed.chips] == [False, False, False, True, False]
    feed(parent, 90)
    assert not page.feed.done
    assert newest(parent.house.known().said, "W-01") is None


def test_a_feed_that_must_still_settle_is_known_on_the_next_visit(parent: Parent) -> None:
    feed(parent, 0)
    parent.presses(page_of(parent).back_button)
    parent.clock.pass_time(600)
    assert parent.window is not None
    parent.window.show_today()
    home = parent.expects(HomePage)
    assert home.start_button.text() == "Open at 10:15"
    parent.presses(home.plan.help)
    assert page_of(parent).bar.view.title == "Wait 35 minutes, then go"
    feed(parent, 120)
    assert shown_tone(parent) is Tone.GO


def test_ring_me_rings_once_when_the_wait_is_over_even_from_today(parent: Parent) -> None:
    rung: list[bool] = []
    desk_of(parent).rang.connect(lambda: rung.append(True))
    feed(parent, 0)
    parent.presses(page_of(parent).bar.action)
    assert page_of(parent).bar.view.action == "I will ring"
    parent.presses(page_of(parent).back_button)
    look_again(parent, 30)
    assert rung == []
    look_again(parent, 16)
    assert rung == [True]
    look_again(parent, 1)
    assert rung == [True]


def test_a_room_too_cold_waits_until_it_is_fine(parent: Parent) -> None:
    page = page_of(parent)
    parent.presses(page.ready.read)
    parent.presses(page.ready.box.panels["W-05"].chip("wrong"))
    assert page.bar.view.title == "A warm room first"
    parent.clock.pass_time(1)
    parent.presses(page.bar.action)
    assert shown_tone(parent) is Tone.GO


# ---- not today, the doctor ------------------------------------------------------------------------------------


def test_not_today_offers_the_doll(parent: Parent) -> None:
    press_row(parent, "T-02")
    parent.presses(page_of(parent).bar.action)
    assert parent.house.runner.running
    assert parent.sessions() == ()


def test_after_a_cold_the_doctor_may_say_recovered(parent: Parent) -> None:
    press_row(parent, "T-02", "recovered")
    assert shown_tone(parent) is Tone.GO


def test_a_vaccine_counts_from_its_day_and_its_place_is_kept(parent: Parent) -> None:
    press_row(parent, "T-05", "when:1", "site:arm")
    (said,) = [s for s in parent.house.known().said if s.subject == "T-05"]
    yesterday = parent.clock.local_time().date() - timedelta(days=1)
    assert (said.at.astimezone(parent.clock.local_time().tzinfo).date(), said.note) == (yesterday, "arm")
    press_row(parent, "T-05")
    assert not [s for s in parent.house.known().said if s.subject == "T-05"]


def test_the_doctor_said_yes_is_kept_with_the_name(parent: Parent) -> None:
    press_row(parent, "T-04", "fall")
    page = page_of(parent)
    parent.presses(page.bar.action)
    page.sheet.name.setText("Dr. Ada")
    parent.clock.pass_time(1)
    parent.presses(page.sheet.keep)
    said = newest(parent.house.known().said, "T-04")
    assert said is not None
    assert (said.answer, said.by) == ("doctor-yes", "Dr. Ada")
    assert shown_tone(parent) is Tone.GO


def test_a_harmless_mark_needs_its_place_which_stays_off_until_it_is_gone(parent: Parent) -> None:
    press_row(parent, "T-04", "yes", "harmless")
    page = page_of(parent)
    assert not page.sheet.keep.isEnabled()
    assert page.sheet.keep.text() == "First: which part?"
    parent.presses(page.sheet.panel.chip("legs"))
    parent.clock.pass_time(1)
    parent.presses(page.sheet.keep)
    assert shown_tone(parent) is Tone.GO
    assert "leg-outer" not in planned(parent)
    press_row(parent, "T-04", "gone:legs")
    assert "leg-outer" in planned(parent)


def test_closing_the_sheet_says_nothing(parent: Parent) -> None:
    press_row(parent, "T-04", "fall")
    page = page_of(parent)
    parent.presses(page.bar.action)
    parent.key(KEY.Key_Escape)
    assert not page.sheet.isVisible()
    assert shown_tone(parent) is Tone.DOCTOR


def test_a_standing_yes_waits_for_the_doctor_who_may_leave_the_limbs_out(parent: Parent) -> None:
    parent.clock.pass_time(1)
    desk_of(parent).say("N-10", "yes")
    look_again(parent, 1)
    page = page_of(parent)
    assert shown_tone(parent) is Tone.DOCTOR
    parent.presses(page.bar.action)
    assert not page.sheet.keep.isEnabled()
    parent.presses(page.sheet.panel.chip("doctor-yes-limbs"))
    parent.clock.pass_time(1)
    parent.presses(page.sheet.keep)
    assert shown_tone(parent) is Tone.GO
    said = newest(parent.house.known().said, "N-10")
    assert said is not None
    assert said.answer == "doctor-yes-limbs"


# ---- urgent ---------------------------------------------------------------------------------------------------


def test_an_alarm_leaves_no_massage_button_and_asks_the_doctor_again(parent: Parent) -> None:
    page = page_of(parent)
    parent.presses(page.rows.none)
    feed(parent, 60)
    press_row(parent, "T-06", "yes")
    hidden = (page.ready.begin, page.rows.none, page.bar.action, *page.feed.chips)
    assert not any(button.isVisible() for button in hidden)
    assert page.alarm.isVisible()
    assert parent.house.baby is not None
    assert parent.house.baby.doctor_yes_on is None
    for key in (KEY.Key_Return, KEY.Key_Space, KEY.Key_B):
        parent.key(key)
        assert not parent.house.runner.running


def test_what_to_say_opens_the_words_for_the_call_and_leads_back(parent: Parent) -> None:
    press_row(parent, "T-04", "glass")
    parent.presses(page_of(parent).alarm.button)
    words = parent.expects(EmergencyPage)
    assert not words.end_button.isVisible()
    parent.presses(words.back_button)
    assert page_of(parent).alarm.isVisible()


def test_an_alarm_pressed_by_mistake_gives_the_doctors_yes_back(parent: Parent) -> None:
    assert parent.house.baby is not None
    before = parent.house.baby.doctor_yes_on
    press_row(parent, "T-06", "yes")
    press_row(parent, "T-06")
    assert parent.house.baby.doctor_yes_on == before
    assert shown_tone(parent) is Tone.GO


def test_an_alarm_that_only_time_ended_keeps_the_doctor_asked(parent: Parent) -> None:
    press_row(parent, "T-06", "yes")
    look_again(parent, 24 * 60)
    assert parent.house.judge(Visit()).verdict is Verdict.ASK_DOCTOR
