"""The check-in as a page: what it shows of a value, what it sends back, and that it fits and speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from babymassage_gui.core.grounds import GroundKind
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_buttons import HOLD_MS
from babymassage_gui.gui.pages.check_in_sheet import Ask
from babymassage_gui.gui.pages.check_in_view import (
    FEED_MINUTES,
    Act,
    BarView,
    Button,
    CheckInView,
    FeedOption,
    Option,
    OptionGroup,
    ReadyLine,
    RowView,
    Tone,
    feed_chip,
)
from babymassage_gui.gui.pages.grounds_paper import Basis, Reason
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.themed import apply_theme

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = ("Hot, cold or unwell", "Cold, cough, infection", "Vomiting, loose stools", "Rash, sore skin, a fall",
         "Vaccine in 48 hours", "Floppy, hard to wake")  # fmt: skip
NOW_LABELS = ("Crying, out of sorts", "Hungry, feed is due", "Sleepy, just awake", "I am very upset")
FEVER = OptionGroup((Option("warm", "37.5 to 37.9 °C"), Option("normal", "36.0 to 37.4 °C, and well")))
GO = BarView(Tone.GO, "All well so far.")


def rows(labels: tuple[str, ...], letter: str) -> tuple[RowView, ...]:
    return tuple(RowView(f"{letter}-{n}", label, "drop") for n, label in enumerate(labels, start=1))


def view(**changes: object) -> CheckInView:
    feeds = tuple(FeedOption(m, f"{m} minutes", "08:15" if m == 45 else "", False) for m in FEED_MINUTES)
    ready = tuple(
        ReadyLine(f"P-0{n}", "towel", f"Thing {n}", f"The whole of thing {n}, at length.") for n in range(1, 7)
    )
    room = ReadyLine("W-05", "thermometer", "Room", "Is the room warm?", "", (Option("fine", "Fine"),))
    plain = CheckInView(
        "Everyday massage, 4 minutes", rows(TODAY, "T"), rows(NOW_LABELS, "W"), Button("None of these"), feeds,
        "45 minutes or more is best.", NOW, None, ready, (room, *ready), Button("All ready"), GO, frozenset(), 1,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def opened(*, tone: Tone = Tone.ASK, groups: tuple[OptionGroup, ...] = (FEVER,)) -> tuple[RowView, ...]:
    first, *others = rows(TODAY, "T")
    return (replace(first, tone=tone, open=True, groups=groups), *others)


@pytest.fixture
def page(qtbot: QtBot) -> CheckInPage:
    """The page with nothing pressed, at the design's size."""
    made = CheckInPage(Theme())
    qtbot.addWidget(made)
    made.setGeometry(0, 0, 1280, 800)
    made.begin_visit()
    made.show_check_in(view())
    made.show()
    qtbot.waitExposed(made)
    return made


def buttons(page: CheckInPage) -> list[QAbstractButton]:
    return [button for button in page.findChildren(QAbstractButton) if button.isVisible()]


def test_each_press_is_sent_back_with_what_it_was(page: CheckInPage, qtbot: QtBot) -> None:
    page.show_check_in(view(today_rows=opened()))
    sent: list[object] = []
    page.row_pressed.connect(sent.append)
    page.option_pressed.connect(lambda check_id, key: sent.append((check_id, key)))
    page.none_pressed.connect(lambda: sent.append("none"))
    page.feed_pressed.connect(sent.append)
    page.begin_pressed.connect(lambda: sent.append("begin"))
    page.back.connect(lambda: sent.append("back"))
    presses: tuple[QAbstractButton, ...] = (
        page.rows.box.row_of("W-2"), page.rows.box.panels["T-1"].chip("normal"), page.rows.none, page.feed.chips[3],
        page.ready.begin, page.back_button,
    )  # fmt: skip
    for button in presses:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sent == ["W-2", ("T-1", "normal"), "none", 90, "begin", "back"]


def test_the_next_column_has_the_outline_and_the_finished_ones_a_tick(page: CheckInPage) -> None:
    assert [card.marked for card in page.cards] == [True, False, False]
    page.show_check_in(view(done=frozenset({1}), active=2))
    assert [card.done for card in page.cards] == [True, False, False]
    assert [card.marked for card in page.cards] == [False, True, False]
    assert page.focusWidget() is page.feed.chips[0]
    page.show_check_in(view(done=frozenset({1, 2}), active=3))
    assert page.focusWidget() is page.ready.begin


def test_what_unfolds_lies_under_its_row_and_pushes_the_others_down(page: CheckInPage) -> None:
    second = page.rows.box.row_of("T-2")
    before = second.y()
    page.show_check_in(view(today_rows=opened()))
    panel, row = page.rows.box.panels["T-1"], page.rows.box.row_of("T-1")
    assert panel.y() >= row.geometry().bottom()
    assert second.y() >= panel.geometry().bottom() > before
    page.show_check_in(view())
    assert not panel.isVisible()
    assert second.y() == before


def test_a_chip_keeps_its_place_when_it_is_chosen(page: CheckInPage) -> None:
    page.show_check_in(view(today_rows=opened()))
    chip = page.rows.box.panels["T-1"].chip("warm")
    chosen = OptionGroup((replace(FEVER.options[0], chosen=True), FEVER.options[1]))
    page.show_check_in(view(today_rows=opened(tone=Tone.REST, groups=(chosen,))))
    assert page.rows.box.panels["T-1"].chip("warm") is chip
    assert chip.isChecked()


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_has_its_look_in_the_bar(page: CheckInPage, tone: Tone) -> None:
    page.show_check_in(view(bar=BarView(tone, "A title", "A sentence.")))
    shown = page.alarm if tone is Tone.URGENT else page.bar
    assert shown.isVisible()
    assert "A sentence." in shown.accessibleName()
    assert page.bar.isVisible() is (tone is not Tone.URGENT)


def test_the_bars_button_sends_its_act(page: CheckInPage, qtbot: QtBot) -> None:
    page.show_check_in(view(bar=BarView(Tone.REST, "Not today", "Rest.", Act.DOLL, "Try a doll")))
    with qtbot.waitSignal(page.act_pressed) as sent:
        qtbot.mouseClick(page.bar.action, Qt.MouseButton.LeftButton)
    assert sent.args == [Act.DOLL]


def test_an_alarm_leaves_the_rows_the_words_and_the_way_back(page: CheckInPage, qtbot: QtBot) -> None:
    page.show_check_in(view(bar=BarView(Tone.URGENT, "Call for help now", "Now.", Act.CALL, "What to say"), active=0))
    left = {button.accessibleName() for button in buttons(page)}
    assert left == {*TODAY, *NOW_LABELS, "What to say", "Back to Today"}
    assert page.focusWidget() is page.alarm.button
    with qtbot.waitSignal(page.act_pressed) as sent:
        qtbot.mouseClick(page.alarm.button, Qt.MouseButton.LeftButton)
    assert sent.args == [Act.CALL]


def test_the_alarm_is_white_with_the_only_ink_outline(page: CheckInPage) -> None:
    page.show_check_in(view(bar=BarView(Tone.URGENT, "Call for help now", "Now."), active=0))
    picture, palette = page.alarm.grab().toImage(), page.theme.palette
    middle = picture.height() // 2
    assert [picture.pixelColor(x, middle) for x in (1, 2, 3)] == [QColor(palette.ink)] * 3
    assert picture.pixelColor(8, middle) == QColor(palette.card)


def test_each_thing_can_be_read_in_full_and_ticked(page: CheckInPage, qtbot: QtBot) -> None:
    assert not page.ready.box.isVisible()
    qtbot.mouseClick(page.ready.read, Qt.MouseButton.LeftButton)
    lines = page.ready.box.rows
    assert [row.text() for row in lines][:2] == ["Is the room warm?", "The whole of thing 1, at length."]
    assert not any(row.isVisible() for row in page.ready.rows)
    qtbot.mouseClick(lines[1], Qt.MouseButton.LeftButton)
    page.show_check_in(view())
    assert page.ready.box.rows[1].isChecked()
    with qtbot.waitSignal(page.option_pressed) as sent:
        qtbot.mouseClick(page.ready.box.panels["W-05"].chip("fine"), Qt.MouseButton.LeftButton)
    assert sent.args == ["W-05", "fine"]
    qtbot.mouseClick(page.ready.read, Qt.MouseButton.LeftButton)
    assert all(row.isVisible() for row in page.ready.rows)


def test_a_press_on_something_to_prepare_asks_for_the_whole_of_it(page: CheckInPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.why) as sent:
        qtbot.mouseClick(page.ready.rows[1], Qt.MouseButton.LeftButton)
    assert sent.args == ["P-02"]


def test_a_row_held_down_asks_why_and_is_not_pressed(page: CheckInPage, qtbot: QtBot) -> None:
    row, pressed = page.rows.box.row_of("T-3"), []
    page.row_pressed.connect(pressed.append)
    with qtbot.waitSignal(page.why) as sent:
        QTest.mousePress(row, Qt.MouseButton.LeftButton)
        qtbot.wait(HOLD_MS + 60)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert sent.args == ["T-3"]
    assert pressed == []


def test_the_sheet_asks_for_what_belongs_to_the_yes(page: CheckInPage, qtbot: QtBot) -> None:
    options = (Option("a", "Legs"), Option("b", "Arms"))
    page.ask_doctor(Ask("The doctor said harmless", "Which part?", options, many=True, heading="First: which part?"))
    assert (page.sheet.keep.isEnabled(), page.sheet.keep.text()) == (False, "First: which part?")
    for key in ("a", "b", "a"):
        qtbot.mouseClick(page.sheet.panel.chip(key), Qt.MouseButton.LeftButton)
    page.sheet.name.setFocus()
    qtbot.keyClicks(page.sheet.name, " Dr. Ada ")
    with qtbot.waitSignal(page.doctor_answered) as sent:
        qtbot.keyClick(page.sheet.name, Qt.Key.Key_Return)
    assert sent.args == ["Dr. Ada", ("b",)]
    assert not page.sheet.isVisible()


def test_of_one_answer_the_last_chip_holds(page: CheckInPage, qtbot: QtBot) -> None:
    page.ask_doctor(Ask("Yes", "The limbs too?", (Option("no", "No"), Option("yes", "Yes"))))
    for key in ("no", "yes"):
        qtbot.mouseClick(page.sheet.panel.chip(key), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.doctor_answered) as sent:
        qtbot.mouseClick(page.sheet.keep, Qt.MouseButton.LeftButton)
    assert sent.args == ["", ("yes",)]


def test_the_focus_stays_on_the_sheet_and_comes_back_after_it(page: CheckInPage, qtbot: QtBot) -> None:
    page.feed.chips[2].setFocus()
    page.ask_doctor(Ask("The doctor said yes", "Why?"))
    seen = set()
    for _ in range(6):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.add(page.focusWidget())
    assert seen == {page.sheet.name, page.sheet.keep, page.sheet.close_button}
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.focusWidget() is page.feed.chips[2]


def test_a_key_that_reaches_the_page_under_a_sheet_does_nothing_there(page: CheckInPage, qtbot: QtBot) -> None:
    page.tell_why(Reason("Crying", (Basis(GroundKind.CHECK, "T-07", "Why?", (("CON-22", "A fact."),)),)))
    with qtbot.assertNotEmitted(page.back):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.sheet.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (800, 480), (800, 1280), (2560, 1600)])
@pytest.mark.parametrize("alarm", [False, True])
def test_everything_that_can_be_pressed_is_large_and_inside(qtbot: QtBot, size: tuple[int, int], alarm: bool) -> None:
    made = CheckInPage(Theme().scaled_to(*size))
    qtbot.addWidget(made)
    made.setGeometry(0, 0, *size)
    bar = BarView(Tone.URGENT, "Call for help now", "This needs help now.") if alarm else GO
    made.show_check_in(view(today_rows=opened(), bar=bar))
    made.show()
    qtbot.waitExposed(made)
    for button in buttons(made):
        parent = button.parentWidget()
        assert parent is not None
        assert parent.rect().contains(button.geometry()), f"{button.accessibleName()} leaves its card"
        assert button.width() >= 44, button.accessibleName()
        assert button.height() >= (30 if button in made.ready.rows else 44), button.accessibleName()
        assert button.accessibleName()
    fixed = (made.bar, made.back_button, made.title)
    assert all(made.rect().contains(part.geometry()) for part in fixed if part.isVisible())


def test_the_page_fits_the_smallest_window() -> None:
    needs = CheckInPage(Theme()).minimumSizeHint()
    assert (needs.width(), needs.height()) <= (800, 480)


def test_rows_of_a_column_do_not_cover_each_other(page: CheckInPage) -> None:
    page.show_check_in(view(today_rows=opened()))
    places = [row.geometry() for row in page.rows.box.rows()] + [page.rows.box.panels["T-1"].geometry()]
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])


def test_all_rows_are_written_in_one_size(page: CheckInPage) -> None:
    assert len({row._common for row in page.rows.box.rows()}) == 1


@pytest.mark.parametrize("name", list(ThemeName))
def test_another_look_is_taken_at_once(page: CheckInPage, name: ThemeName) -> None:
    apply_theme(page, Theme(name))
    picture = page.grab().toImage()
    assert picture.pixelColor(4, 4) == QColor(page.theme.palette.page)


def test_right_to_left_the_columns_stand_the_other_way(page: CheckInPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.show_check_in(view())
    assert page.rows.x() > page.feed.x() > page.ready.x()
    assert page.back_button.x() > page.title.x()


def test_the_clock_draws_the_time_since_the_feed(page: CheckInPage) -> None:
    page.show_check_in(view(fed_at=NOW - timedelta(hours=1)))
    with_feed = page.feed.clock.grab().toImage()
    page.show_check_in(view(fed_at=None))
    assert with_feed != page.feed.clock.grab().toImage()


@pytest.mark.parametrize(
    ("minutes", "chip"), [(0, 0), (20, 0), (43, 0), (45, 45), (59, 60), (89, 90), (100, 90), (120, 120), (400, 120)]
)
def test_a_feed_shows_as_the_longest_time_that_has_passed(minutes: int, chip: int) -> None:
    assert feed_chip(NOW - timedelta(minutes=minutes), NOW) == chip


def test_without_a_feed_no_chip_is_chosen() -> None:
    assert feed_chip(None, NOW) is None
