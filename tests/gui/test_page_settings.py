"""Settings: each change acts at once, the last one can be taken back, nothing is offered that the rules forbid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import TEXT_SCALES, Settings, Skin, ThemeChoice
from babymassage_gui.gui.pages.baby_words import Tone
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.settings_rooms import REST_MS
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.themed import apply_theme

# The blue of the brightest pixel that the design allows at night: 242, 192, 137.
BRIGHTEST_AT_NIGHT = 137
TODAY = date(2026, 11, 22)
MILA = Baby(
    "b1", "Mila", date(2026, 8, 30), date(2026, 9, 27), navel_healed=True, doctor_yes_on=TODAY - timedelta(days=30)
)
SIZES = [(1176, 800), (824, 600), (724, 480), (800, 1216), (3528, 2160)]


def open_page(qtbot: QtBot, settings: Settings | None = None, baby: Baby | None = MILA) -> SettingsPage:
    page = SettingsPage(Theme(less_motion=True), "1.2.3")
    qtbot.addWidget(page)
    page.resize(1176, 800)
    page.show_settings(settings or Settings(), baby, TODAY)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def press(qtbot: QtBot, *buttons: QAbstractButton) -> None:
    for button in buttons:
        assert button.isVisible(), f"{button.accessibleName()} cannot be seen"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def heard(page: SettingsPage) -> list[object]:
    sent: list[object] = []
    page.changed.connect(sent.append)
    page.baby_changed.connect(sent.append)
    return sent


def take_back(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.keyClick(page.room_buttons[page.about_room], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_showing_sends_nothing(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    other = Settings(ThemeChoice.NIGHT, 1.5, True, True, Skin.COCOA, Skin.AMBER, 20, True, True, 12, "mini")
    page.show_settings(other, replace(MILA, name="", born=date(2026, 1, 5), due=None), TODAY)
    assert sent == []


def test_one_room_is_open_at_a_time(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    rooms = list(page.room_buttons)
    assert len(rooms) == 10
    for room in rooms:
        press(qtbot, page.room_buttons[room])
        assert [other.isVisible() for other in rooms] == [other is room for other in rooms]
    assert page.room_buttons[page.baby_room].text() == "Mila"


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_colours_are_chosen_by_pressing_a_small_page(qtbot: QtBot, choice: ThemeChoice) -> None:
    first = Settings(theme=ThemeChoice.LIGHT if choice is not ThemeChoice.LIGHT else ThemeChoice.DARK)
    page = open_page(qtbot, first)
    sent = heard(page)
    page.open_room(page.look_room)
    press(qtbot, page.look_room.tiles[choice])
    assert sent == [replace(first, theme=choice)]
    assert [tile.choice for tile in page.look_room.tiles.values() if tile.isChecked()] == [choice]


def test_look_and_size_act_at_once(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    page.open_room(page.look_room)
    look = page.look_room
    press(qtbot, look.baby_tones.dots[Skin.AMBER], look.hand_tones.dots[Skin.COCOA], look.less_motion)
    qtbot.keyClick(look.size_slider, Qt.Key.Key_Right)
    one = Settings(baby_skin=Skin.AMBER)
    two = replace(one, parent_skin=Skin.COCOA)
    three = replace(two, less_motion=True)
    assert sent == [one, two, three, replace(three, text_scale=1.15)]


def test_the_session_room_acts_at_once(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    page.open_room(page.session_room)
    room = page.session_room
    qtbot.keyClick(room.get_ready, Qt.Key.Key_Up)
    press(qtbot, room.wait_for_me, room.full_screen)
    qtbot.keyClick(room.longest, Qt.Key.Key_Down)
    one = Settings(get_ready_seconds=6)
    two = replace(one, wait_for_me=True)
    three = replace(two, full_screen=True)
    assert sent == [one, two, three, replace(three, parent_limit=15)]
    qtbot.keyClick(room.longest, Qt.Key.Key_Up)
    assert sent[-1] == three


def test_get_ready_stays_between_3_and_20_seconds(qtbot: QtBot) -> None:
    room = open_page(qtbot).session_room
    values = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(room.get_ready, key)
        values.append(room.get_ready.value())
    assert values == [3, 20]


def test_our_longest_session_is_two_to_fifteen_minutes_or_without_a_limit(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    room = page.session_room
    assert room.longest.accessibleName() == "Our longest session: No limit"
    room.longest.step(-1)
    room.longest.set_value(2)
    room.longest.step(-1)
    assert sent == [Settings(parent_limit=15), Settings(parent_limit=2)]


def test_a_press_about_the_baby_is_kept_at_once(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    press(qtbot, page.baby_room.form.navel.no)
    assert sent == [replace(MILA, navel_healed=False)]


def test_typing_and_stepping_are_kept_after_a_rest_as_one_change(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    page.baby_room.form.name.clear()
    qtbot.keyClicks(page.baby_room.form.name, "Ida")
    page.baby_room.form.day.step(-1)
    page.baby_room.form.day.step(-1)
    assert sent == []
    qtbot.wait(REST_MS + 100)
    assert sent == [replace(MILA, name="Ida", born=date(2026, 8, 28))]
    assert page.room_buttons[page.baby_room].text() == "Ida"


def test_leaving_keeps_what_was_typed_last(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    page.baby_room.form.name.setText("Ida")
    page.hide()
    assert sent == [replace(MILA, name="Ida")]


def test_impossible_dates_are_explained_and_never_sent(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    page.baby_room.form.month.set_value(12)
    page.baby_room.keep()
    assert page.baby_room.form.about_birth.answer.told.tone is Tone.WRONG
    assert sent == []
    page.baby_room.form.month.set_value(9)
    page.baby_room.form.due.set_value(date(2026, 9, 1).toordinal())
    page.baby_room.keep()
    assert page.baby_room.form.about_early.answer.told.tone is Tone.WRONG
    assert sent == []


def test_the_doctors_yes_keeps_its_day_is_taken_away_and_is_new_today(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    form = page.baby_room.form
    press(qtbot, form.doctor.yes, form.doctor.no, form.doctor.yes)
    assert sent == [replace(MILA, doctor_yes_on=None), replace(MILA, doctor_yes_on=TODAY)]


def test_a_doctors_yes_of_half_a_year_ago_is_asked_again(qtbot: QtBot) -> None:
    old = replace(MILA, born=date(2026, 3, 1), due=None, doctor_yes_on=TODAY - timedelta(days=181))
    page = open_page(qtbot, baby=old)
    sent = heard(page)
    assert page.baby_room.form.doctor.value() is None
    assert page.baby_room.form.about_doctor.answer.told.text == "half a year ago: please ask again"
    press(qtbot, page.baby_room.form.doctor.yes)
    assert sent == [replace(old, doctor_yes_on=TODAY)]
    assert page.baby_room.form.about_doctor.answer.told.text == ""


def test_an_early_start_is_offered_before_46_days_only(qtbot: QtBot) -> None:
    young = replace(MILA, born=TODAY - timedelta(days=25), due=None)
    page = open_page(qtbot, baby=young)
    sent = heard(page)
    answer = page.baby_room.form.about_birth.answer
    assert answer.told.text == "3 weeks old: massage from 13 December"
    press(qtbot, page.baby_room.early_start)
    assert sent == [replace(young, early_start=True)]
    assert answer.told.text == "3 weeks old today"
    page.show_settings(Settings(), replace(young, born=TODAY - timedelta(days=46)), TODAY)
    assert not page.baby_room.early_start.isVisible()


def test_control_z_takes_back_one_change_after_the_other(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    press(qtbot, page.baby_room.form.navel.no)
    page.open_room(page.session_room)
    press(qtbot, page.session_room.wait_for_me)
    page.session_room.get_ready.step(1)
    sent.clear()
    for _ in range(4):
        take_back(qtbot, page)
    assert sent == [Settings(wait_for_me=True), Settings(), MILA]
    assert page.session_room.get_ready.value() == 5
    assert not page.session_room.wait_for_me.isChecked()
    assert page.baby_room.form.navel.value() is True
    assert page.undo_button.isHidden()


def test_taking_back_is_also_a_button(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    assert page.undo_button.isHidden()
    page.open_room(page.session_room)
    press(qtbot, page.session_room.wait_for_me)
    sent = heard(page)
    press(qtbot, page.undo_button)
    assert sent == [Settings()]


def test_a_new_visit_has_nothing_to_take_back(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    page.session_room.wait_for_me.click()
    page.show_settings(Settings(wait_for_me=True), MILA, TODAY)
    sent = heard(page)
    take_back(qtbot, page)
    assert sent == []


def test_a_drag_of_the_slider_is_live_and_one_change(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = heard(page)
    page.open_room(page.look_room)
    slider = page.look_room.size_slider
    slider.setSliderDown(True)
    for step in (2, 3, 4):
        slider.setValue(step)
    slider.setSliderDown(False)
    assert sent == [Settings(text_scale=scale) for scale in TEXT_SCALES[2:5]]
    take_back(qtbot, page)
    assert sent[-1] == Settings()
    assert page.undo_button.isHidden()


def test_without_a_baby_the_first_profile_is_made_here(qtbot: QtBot) -> None:
    page = open_page(qtbot, baby=None)
    sent = heard(page)
    form = page.baby_room.form
    form.day.set_value(2)
    press(qtbot, form.early.no, form.navel.yes, form.doctor.no)
    assert sent == [Baby("", "", date(2026, 11, 2), navel_healed=True)]
    assert page.undo_button.isHidden()


def test_about_tells_the_version_and_the_truth(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    names = [child.accessibleName() for child in page.about_room.findChildren(QWidget)]
    assert "Version 1.2.3" in names
    assert "No clinician has reviewed these moves yet. Not medical advice." in names
    assert "Everything stays on this computer." in names
    for part in ("Nunito", "Phosphor", "PySide6", "pyqtgraph"):
        assert any(part in name for name in names), part


def test_at_night_no_small_page_shines(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    page.open_room(page.look_room)
    apply_theme(page, Theme(ThemeName.NIGHT))
    for tile in page.look_room.tiles.values():
        picture = QImage(tile.size(), QImage.Format.Format_RGB32)
        picture.fill(Theme(ThemeName.NIGHT).colour("card"))
        tile.render(picture, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        brightest = max(
            picture.pixelColor(x, y).blue() for x in range(0, tile.width(), 3) for y in range(0, tile.height(), 3)
        )
        assert brightest <= BRIGHTEST_AT_NIGHT, tile.text()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_room_is_cut_off_sideways_in_any_window(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    page = open_page(qtbot)
    page.resize(*size)
    apply_theme(page, Theme(text_scale=scale).scaled_to(*size))
    assert page.minimumSizeHint().width() <= 724
    for room, button in page.room_buttons.items():
        press(qtbot, button)
        qtbot.wait(5)
        assert page.rect().contains(button.geometry())
        for child in room.findChildren(QWidget):
            if child.isVisible():
                left, right = child.mapTo(page, QPoint(0, 0)).x(), child.mapTo(page, QPoint(child.width(), 0)).x()
                assert left >= 0, child.accessibleName()
                assert right <= size[0], child.accessibleName()
            if isinstance(child, TextLabel) and child.isVisible() and child.text():
                assert child.block().fits, child.text()
            if isinstance(child, QAbstractButton) and child.isVisible():
                assert min(child.width(), child.height()) >= 44, child.accessibleName()
                assert child.accessibleName()


@pytest.mark.parametrize("size", SIZES)
def test_from_right_to_left_no_room_lies_on_the_ways_to_the_rooms(qtbot: QtBot, size: tuple[int, int]) -> None:
    page = SettingsPage(Theme(less_motion=True).scaled_to(*size), "1.2.3")
    qtbot.addWidget(page)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(*size)
    page.show_settings(Settings(), MILA, TODAY)
    page.show()
    for room, button in page.room_buttons.items():
        page.open_room(room)
        qtbot.wait(5)
        corner = room.mapTo(page, QPoint(0, 0))
        assert 0 <= corner.x() < corner.x() + room.width() <= page.width()
        beside = button.geometry().left() >= corner.x() + room.width()
        assert beside or button.geometry().bottom() < corner.y(), button.text()


def test_every_room_is_reached_by_keys(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    page.room_buttons[page.baby_room].setFocus()
    for room in list(page.room_buttons)[1:]:
        here = QApplication.focusWidget()
        assert here is not None
        qtbot.keyClick(here, Qt.Key.Key_Down)
        assert room.isVisible()
    for room, key in ((page.about_room, Qt.Key.Key_Up), (page.data, Qt.Key.Key_Up), (page.look_room, Qt.Key.Key_Tab)):
        qtbot.keyClick(page.room_buttons[room], key)
    here = QApplication.focusWidget()
    assert here is not None
    assert page.look_room.isAncestorOf(here)
