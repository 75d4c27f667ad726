"""Wrap-up: what it says, what it sends, and that nobody has to touch it."""

from __future__ import annotations

import dataclasses
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.history import Mood
from babymassage_gui.gui.pages.wrap_up import LONGEST_NOTE, WrapUp, WrapUpPage, places
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.themed import apply_theme

MINUTES = {Mood.NOT_SAID: 3, Mood.CALM: 4, Mood.UNSETTLED: 3, Mood.CRIED: 2, Mood.ASLEEP: 3}
WHOLE = WrapUp(
    name="Mila",
    active_seconds=242,
    moves=14,
    turns=2,
    parts=((Block.LEGS, 1.0), (Block.ARMS, 1.0), (Block.TUMMY, 1.0), (Block.CHEST, 1.0), (Block.BACK, 1.0)),
    next_minutes=MINUTES,
)
EARLY = dataclasses.replace(
    WHOLE,
    active_seconds=108,
    moves=3,
    turns=0,
    parts=((Block.LEGS, 1.0), (Block.ARMS, 0.4), (Block.TUMMY, 0.0)),
    early=True,
)
ANSWERS = [Mood.CALM, Mood.UNSETTLED, Mood.CRIED, Mood.ASLEEP]
SIZES = [(1280, 800), (900, 600), (800, 480), (800, 1280), (1920, 1080), (3840, 2160)]


def open_page(qtbot: QtBot, view: WrapUp = WHOLE, *, seconds: float = 60.0) -> WrapUpPage:
    page = WrapUpPage(Theme(), seconds=seconds)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_wrap_up(view)
    page.show()
    qtbot.waitExposed(page)
    return page


def sent_by(page: WrapUpPage) -> list[tuple[Mood, str]]:
    sent: list[tuple[Mood, str]] = []
    page.done.connect(lambda mood, note: sent.append((mood, note)))
    return sent


def test_a_whole_session_is_well_done(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    assert page.title.text() == "Well done, both of you"
    assert page.sub_title.text() == "Wrap, cuddle, say it is over."
    assert page.question.text() == "How was it for Mila?"


def test_an_early_end_is_praised(qtbot: QtBot) -> None:
    page = open_page(qtbot, EARLY)
    assert page.title.text() == "You listened to Mila"
    assert page.sub_title.text() == "Stopping in time is good massage."


def test_a_baby_without_a_name_is_your_baby(qtbot: QtBot) -> None:
    page = open_page(qtbot, dataclasses.replace(EARLY, name=""))
    assert page.title.text() == "You listened to your baby"
    assert page.question.text() == "How was it for your baby?"


def test_the_ring_has_a_segment_for_each_part_pale_where_it_was_not_done(qtbot: QtBot) -> None:
    page = open_page(qtbot, EARLY)
    assert page.ring.shares == (1.0, 0.4, 0.0)
    assert page.ring.accessibleName() == "1:48 minutes"
    assert page.parts.accessibleName() == "Legs done, Arms begun, Tummy another time"


@pytest.mark.parametrize(("early", "share"), [(True, 0.0), (False, 1.0)])
def test_a_session_without_parts_still_has_its_ring(qtbot: QtBot, early: bool, share: float) -> None:
    assert open_page(qtbot, dataclasses.replace(WHOLE, parts=(), early=early)).ring.shares == (share,)


def test_nothing_is_preset(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    assert page.mood is Mood.NOT_SAID
    assert not any(tile.isChecked() for tile in page.tiles)


def test_only_fell_asleep_comes_in_chosen(qtbot: QtBot) -> None:
    page = open_page(qtbot, dataclasses.replace(EARLY, asleep=True))
    assert [tile.mood for tile in page.tiles if tile.isChecked()] == [Mood.ASLEEP]


@pytest.mark.parametrize("mood", ANSWERS)
def test_done_sends_the_pressed_answer_and_the_note(qtbot: QtBot, mood: Mood) -> None:
    page = open_page(qtbot)
    sent = sent_by(page)
    tile = next(tile for tile in page.tiles if tile.mood is mood)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.note, " liked the legs ")
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert sent == [(mood, "liked the legs")]


def test_one_answer_takes_the_place_of_another(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    for tile in page.tiles:
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert [tile.mood for tile in page.tiles if tile.isChecked()] == [Mood.ASLEEP]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("where", ["page", "tile", "note", "button"])
def test_enter_is_done_wherever_the_focus_is(qtbot: QtBot, where: str, key: Qt.Key) -> None:
    page = open_page(qtbot)
    sent = sent_by(page)
    target = {"page": page, "tile": page.tiles[2], "note": page.note, "button": page.button}[where]
    qtbot.keyClick(target, key)
    assert sent == [(Mood.NOT_SAID, "")]


def test_it_sends_once_however_often_it_is_pressed(qtbot: QtBot) -> None:
    page = open_page(qtbot, seconds=0.05)
    sent = sent_by(page)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.wait(120)
    assert len(sent) == 1


def test_untouched_it_keeps_itself_as_not_said(qtbot: QtBot) -> None:
    page = open_page(qtbot, seconds=0.05)
    with qtbot.waitSignal(page.done, timeout=2000) as blocker:
        pass
    assert blocker.args == [Mood.NOT_SAID, ""]


def test_untouched_a_sleeping_baby_is_kept_asleep(qtbot: QtBot) -> None:
    page = open_page(qtbot, dataclasses.replace(EARLY, asleep=True), seconds=0.05)
    with qtbot.waitSignal(page.done, timeout=2000) as blocker:
        pass
    assert blocker.args == [Mood.ASLEEP, ""]


@pytest.mark.parametrize("touch", ["key", "typing", "press", "press beside"])
def test_any_touch_begins_the_minute_anew(qtbot: QtBot, touch: str) -> None:
    page = open_page(qtbot)
    qtbot.wait(60)
    before = page._timer.remainingTime()
    assert before <= 59_950
    if touch == "key":
        qtbot.keyClick(page.tiles[0], Qt.Key.Key_Tab)
    elif touch == "typing":
        qtbot.keyClicks(page.note, "a")
    elif touch == "press":
        qtbot.mouseClick(page.tiles[1], Qt.MouseButton.LeftButton)
    else:
        qtbot.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page._timer.remainingTime() > before


def test_the_second_knock_of_a_double_press_does_not_send_it_unsaid(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = sent_by(page)
    qtbot.mouseDClick(page.button, Qt.MouseButton.LeftButton)
    assert sent == []


def test_the_green_line_follows_the_answer(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    said = [page.tomorrow.accessibleName()]
    for tile in page.tiles:
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        said.append(page.tomorrow.accessibleName())
    digits = ["".join(letter for letter in text if letter.isdigit()) for text in said]
    assert digits == ["3", "4", "3", "2", "3"]
    assert all(text.startswith("Tomorrow: ") for text in said)


def test_an_answer_without_a_length_promises_nothing(qtbot: QtBot) -> None:
    page = open_page(qtbot, dataclasses.replace(WHOLE, next_minutes={Mood.CALM: 4}))
    assert not page.tomorrow.isVisible()
    qtbot.mouseClick(page.tiles[0], Qt.MouseButton.LeftButton)
    assert page.tomorrow.isVisible()


def test_a_rehearsal_says_that_it_does_not_count(qtbot: QtBot) -> None:
    page = open_page(qtbot, dataclasses.replace(WHOLE, rehearsal=True, next_minutes={}))
    assert page.tomorrow.isVisible()
    assert page.tomorrow.accessibleName() == "A rehearsal, does not count"


def test_the_next_session_begins_with_an_empty_page(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sent = sent_by(page)
    qtbot.mouseClick(page.tiles[2], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.note, "tired")
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    page.show_wrap_up(EARLY)
    assert (page.mood, page.note.text()) == (Mood.NOT_SAID, "")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert sent == [(Mood.CRIED, "tired"), (Mood.NOT_SAID, "")]


def test_a_note_ends_at_500_letters(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    page.note.insert("a" * (LONGEST_NOTE + 100))
    assert len(page.note.text()) == LONGEST_NOTE == 500


def test_the_keyboard_walks_answers_note_done(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    page.activateWindow()
    assert page.focusWidget() is page.tiles[0]
    order = [page.focusWidget()]
    for _ in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        order.append(page.focusWidget())
    assert order == [*page.tiles, page.note, page.button]


def test_space_chooses_the_answer_in_focus(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    qtbot.keyClick(page.tiles[1], Qt.Key.Key_Space)
    assert page.mood is Mood.UNSETTLED


def test_everything_pressable_has_a_name(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    assert [tile.accessibleName() for tile in page.tiles] == ["Calm", "Unsettled", "Cried", "Fell asleep"]
    assert page.answers.accessibleName() == "How was it for Mila?"
    assert (page.note.accessibleName(), page.button.accessibleName()) == ("A word to remember", "Done")


def clear_of_each_other(rects: tuple[QRectF, ...]) -> bool:
    return not any(a.intersects(b) for a, b in combinations(rects, 2))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_overlaps_or_leaves_the_window(width: int, height: int) -> None:
    at = places(width, height, Theme().scaled_to(width, height).k)
    window = QRectF(0, 0, width, height)
    outer = (at.title, at.sub_title, at.summary, at.answers, at.button)
    assert all(window.contains(rect) for rect in outer)
    assert clear_of_each_other(outer)
    for card, inside in ((at.summary, (at.ring, at.done_line, at.parts, at.tomorrow)),
                         (at.answers, (at.question, at.hint, *at.tiles, at.note))):  # fmt: skip
        assert all(QRectF(0, 0, card.width(), card.height()).contains(rect) for rect in inside)
        assert clear_of_each_other(inside)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_target_is_large_enough_for_an_oily_finger(width: int, height: int) -> None:
    at = places(width, height, Theme().scaled_to(width, height).k)
    assert all(min(tile.width(), tile.height()) >= 88 for tile in at.tiles)
    assert at.button.height() >= 88


@pytest.mark.parametrize(("width", "height"), SIZES[:4])
def test_every_text_fits_its_place(qtbot: QtBot, width: int, height: int) -> None:
    page = open_page(qtbot, dataclasses.replace(EARLY, name="Maximiliane"))
    apply_theme(page, page.theme.scaled_to(width, height))
    page.resize(width, height)
    for label in (page.title, page.sub_title, page.question, page.hint, page.done_line):
        assert label.block().fits, label.text()


def test_another_theme_repaints_without_a_restart(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    light = page.grab().toImage()
    apply_theme(page, Theme(ThemeName.DARK))
    dark = page.grab().toImage()
    assert brightness(dark) < brightness(light) / 2


def brightness(image: QImage) -> float:
    small = image.scaled(16, 16)
    return sum(small.pixelColor(x, y).lightnessF() for x in range(16) for y in range(16))


def test_the_whole_page_reads_from_right_to_left(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(1281, 800)
    assert page.summary.x() > page.answers.x()
    assert page.tiles[0].x() > page.tiles[3].x()
