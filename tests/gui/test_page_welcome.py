"""Welcome: each answer says back what it means, nothing is kept before it is whole, keys reach everything."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.profile import Baby
from babymassage_gui.gui.pages.baby_words import Told, Tone
from babymassage_gui.gui.pages.welcome import WelcomePage
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.stepper import Stepper
from babymassage_gui.gui.widgets.themed import apply_theme

TODAY = date(2026, 11, 22)
SIZES = [(1280, 800), (900, 600), (800, 480), (800, 1280), (3840, 2160)]


def open_page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage(Theme())
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.ask(TODAY)
    return page


def press(qtbot: QtBot, *buttons: QAbstractButton) -> None:
    for button in buttons:
        assert button.isEnabled(), f"{button.accessibleName()} cannot be pressed"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def set_born(page: WelcomePage, born: date) -> None:
    page.form.year.set_value(born.year)
    page.form.month.set_value(born.month)
    page.form.day.set_value(born.day)


def answer_all(qtbot: QtBot, page: WelcomePage, born: date = date(2026, 8, 30)) -> None:
    set_born(page, born)
    press(qtbot, page.form.early.no, page.form.navel.yes, page.form.doctor.yes)


def heard(page: WelcomePage) -> list[object]:
    all_heard: list[object] = []
    page.told.connect(all_heard.append)
    page.practise.connect(lambda: all_heard.append("practise"))
    return all_heard


def test_untouched_only_the_month_and_the_year_are_set_and_the_way_on_says_what_is_missing(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    assert (page.form.day.value(), page.form.month.value(), page.form.year.value()) == (0, 11, 2026)
    pills = (page.form.early, page.form.navel, page.form.doctor)
    assert [pair.value() for pair in pills] == [None, None, None]
    assert not page.go.isEnabled()
    assert page.go.text() == "Born on is missing"
    assert page.form.about_birth.answer.told == Told()


def test_the_way_on_names_each_missing_answer_in_turn(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    said = []
    set_born(page, date(2026, 8, 30))
    said.append(page.go.text())
    for button in (page.form.early.no, page.form.navel.yes, page.form.doctor.yes):
        press(qtbot, button)
        said.append(page.go.text())
    assert said == ["Early or on time?", "Navel: healed?", "Doctor: yes or no?", "That's us"]
    assert all(len(text) <= 20 for text in said)


def test_thats_us_sends_the_baby(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    page.form.name.setText("Mila")
    answer_all(qtbot, page)
    press(qtbot, page.go)
    assert sent == [Baby("", "Mila", date(2026, 8, 30), navel_healed=True, doctor_yes_on=TODAY)]


def test_the_baby_is_greeted_by_name(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    assert page.greeting.words.text() == "Hello, little one."
    qtbot.keyClicks(page.form.name, "Mila")
    assert page.greeting.words.text() == "Hello, Mila."


@pytest.mark.parametrize(
    ("born", "told"),
    [
        (date(2026, 8, 30), Told("12 weeks old today", Tone.GOOD)),
        (date(2026, 11, 22), Told("Born today: hold now, massage from 7 January", Tone.TOLD)),
        (date(2026, 11, 3), Told("2 weeks old: hold now, massage from 19 December", Tone.TOLD)),
        (date(2026, 11, 2), Told("2 weeks old: massage from 18 December", Tone.TOLD)),
        (date(2026, 10, 7), Told("6 weeks old today", Tone.GOOD)),
        (date(2025, 11, 23), Told("11 months old today", Tone.GOOD)),
        (date(2025, 11, 22), Told("12 months old: for reading only", Tone.TOLD)),
        (date(2026, 11, 23), Told("This day has not come yet.", Tone.WRONG)),
    ],
)
def test_the_birth_date_answers_in_words(qtbot: QtBot, born: date, told: Told) -> None:
    page = open_page(qtbot)
    set_born(page, born)
    assert page.form.about_birth.answer.told == told
    assert page.form.about_birth.answer.accessibleName() == told.text
    assert len(told.text) <= 50


def test_a_day_that_the_month_lacks_is_explained_and_never_moved(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    page.form.day.set_value(31)
    page.form.month.set_value(9)
    assert page.form.about_birth.answer.told == Told("September has 30 days.", Tone.WRONG)
    assert page.go.text() == "Check the birth date"
    page.form.month.set_value(8)
    assert page.form.answers.born == date(2026, 8, 31)


@pytest.mark.parametrize("born", [date(2026, 11, 3), date(2025, 10, 1)])
def test_too_young_and_too_old_are_stored_all_the_same(qtbot: QtBot, born: date) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    answer_all(qtbot, page, born)
    press(qtbot, page.go)
    assert sent == [Baby("", "", born, navel_healed=True, doctor_yes_on=TODAY)]


def test_early_unfolds_the_due_date_and_says_what_the_baby_counts_as(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    set_born(page, date(2026, 8, 30))
    assert page.form.due.isHidden()
    press(qtbot, page.form.early.yes)
    assert page.form.due.isVisible()
    assert page.go.text() == "Due date is missing"
    page.form.due.step(1)
    assert page.form.answers.due == date(2026, 9, 27), "the first step begins four weeks after the birth"
    assert page.form.about_early.answer.told == Told("counts as 8 weeks")
    press(qtbot, page.form.early.no)
    assert page.form.due.isHidden()
    assert page.form.about_early.answer.told == Told()


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (date(2026, 8, 29), Told("Due date is before birth.", Tone.WRONG)),
        (date(2026, 9, 20), Told("37 weeks or more: no correction")),
        (date(2026, 9, 21), Told("counts as 8 weeks")),
        (date(2026, 11, 30), Told("counts from 30 November")),
        (date(2027, 1, 4), Told("That is too long after the birth.", Tone.WRONG)),
    ],
)
def test_the_due_date_answers_in_words(qtbot: QtBot, due: date, told: Told) -> None:
    page = open_page(qtbot)
    answer_all(qtbot, page)
    press(qtbot, page.form.early.yes)
    page.form.due.set_value(due.toordinal())
    assert page.form.about_early.answer.told == told
    assert page.go.isEnabled() is (told.tone is Tone.GOOD)


def test_a_due_date_of_37_weeks_is_kept(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    answer_all(qtbot, page)
    press(qtbot, page.form.early.yes)
    page.form.due.set_value(date(2026, 9, 13).toordinal())
    press(qtbot, page.go)
    assert sent == [Baby("", "", date(2026, 8, 30), date(2026, 9, 13), navel_healed=True, doctor_yes_on=TODAY)]


def test_the_due_date_stays_when_the_birth_date_is_put_right(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    set_born(page, date(2026, 8, 30))
    press(qtbot, page.form.early.yes)
    page.form.due.set_value(date(2026, 9, 27).toordinal())
    for month in (11, 5, 2, 8):
        page.form.month.set_value(month)
    assert page.form.answers.due == date(2026, 9, 27)


@pytest.mark.parametrize(("navel", "doctor"), [(False, True), (True, False), (False, False)])
def test_who_has_to_wait_practises_on_a_doll_first_and_the_answers_are_kept(
    qtbot: QtBot, navel: bool, doctor: bool
) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    answer_all(qtbot, page)
    press(qtbot, page.form.navel.yes if navel else page.form.navel.no)
    press(qtbot, page.form.doctor.yes if doctor else page.form.doctor.no)
    assert page.go.text() == "Practise on a doll first"
    press(qtbot, page.go)
    baby = Baby("", "", date(2026, 8, 30), navel_healed=navel, doctor_yes_on=TODAY if doctor else None)
    assert sent == [baby, "practise"]


def test_the_doll_can_be_tried_before_any_answer_and_answers_are_still_there_after_it(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    set_born(page, date(2026, 8, 30))
    press(qtbot, page.doll)
    assert sent == ["practise"]
    page.ask(TODAY)
    assert page.form.answers.born == date(2026, 8, 30)
    page.ask(TODAY)
    assert page.form.answers.born is None


def test_it_can_be_answered_by_keys_alone(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    assert QApplication.focusWidget() is page.form.day, "the birth date is the page's one decision"

    def key(*keys: Qt.Key) -> None:
        for one in keys:
            qtbot.keyClick(QApplication.focusWidget() or page, one)

    key(Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_Return, Qt.Key.Key_8, Qt.Key.Key_Return, Qt.Key.Key_Return)
    key(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    key(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert sent == []
    key(Qt.Key.Key_Return)
    due = date(2026, 10, 4)
    assert sent == [Baby("", "", date(2026, 8, 30), due, navel_healed=True, doctor_yes_on=TODAY)]


def test_enter_on_the_last_answer_goes_to_what_is_missing(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    set_born(page, date(2026, 8, 30))
    press(qtbot, page.form.early.no, page.form.doctor.yes)
    page.form.doctor.yes.setFocus()
    qtbot.keyClick(page.form.doctor.yes, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.form.navel.yes


def test_digits_do_not_move_the_due_date(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    answer_all(qtbot, page)
    press(qtbot, page.form.early.yes)
    page.form.due.set_value(date(2026, 9, 27).toordinal())
    qtbot.keyClicks(page.form.due, "12")
    page.form.name.setFocus()
    assert page.form.answers.due == date(2026, 9, 27)


def test_tab_goes_in_reading_order(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    answer_all(qtbot, page)
    press(qtbot, page.form.early.yes)
    page.form.due.step(1)
    page.form.name.setFocus()
    names = []
    for _ in range(10):
        here = QApplication.focusWidget()
        assert here is not None
        names.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert names == [
        "Baby's name, may stay empty", "Born on, day: 30", "Born on, month: August", "Born on, year: 2026",
        "Born early", "Due date: due 27 September", "Navel healed and dry", "Doctor said yes", "Try it with a doll",
        "That's us",
    ]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_any_window(qtbot: QtBot, size: tuple[int, int]) -> None:
    page = open_page(qtbot)
    page.resize(*size)
    apply_theme(page, Theme().scaled_to(*size))
    answer_all(qtbot, page)
    press(qtbot, page.form.early.yes)
    qtbot.wait(10)
    assert page.minimumSizeHint().width() <= 800
    assert page.minimumSizeHint().height() <= 480
    content = page.scroller.widget()
    assert content is not None
    assert content.width() <= page.scroller.viewport().width()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= 44, button.accessibleName()
            assert button.height() >= 44, button.accessibleName()
            assert button.accessibleName()
    for question in page.form.questions():
        assert content.rect().contains(QRect(question.mapTo(content, question.rect().topLeft()), question.size()))
    for child in (page.go, page.doll, page.scroller):
        assert page.rect().contains(child.geometry())
    assert not page.go.geometry().intersects(page.doll.geometry())
    assert not page.scroller.geometry().intersects(page.go.geometry())


def test_a_wrong_date_wears_ink_and_no_red_in_any_theme(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    set_born(page, date(2026, 12, 1))
    for name in ThemeName:
        apply_theme(page, Theme(name))
        stepper: Stepper = page.form.month
        picture = QImage(stepper.size(), QImage.Format.Format_RGB32)
        stepper.render(picture)
        edge = picture.pixelColor(stepper.width() // 2, 1)
        assert edge.name() == Theme(name).palette.ink.lower()


@pytest.mark.parametrize("size", SIZES)
def test_the_page_is_seen_under_the_round_corners_of_the_mat(qtbot: QtBot, size: tuple[int, int]) -> None:
    page = open_page(qtbot)
    page.resize(*size)
    apply_theme(page, Theme().scaled_to(*size))
    mat = page.greeting.geometry()
    seen = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert seen.pixelColor(mat.right() - 1, mat.bottom() - 1).name() == Theme().colour("page")
