"""Progress: facts, list, the way to Today, and how page and chart stay together."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from babymassage_gui.core.columns import Bucket
from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.progress import Span, progress_of
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.pages.progress_list import MassageModel
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.fakes.records import massage

if TYPE_CHECKING:
    from babymassage_gui.gui.widgets.chart import SessionChart

TODAY = date(2027, 1, 15)  # a Friday


def on(days_ago: int, minutes: float = 3.0, **more: Any) -> SessionRecord:
    return massage(TODAY - timedelta(days=days_ago), minutes, **more)


def open_page(qtbot: QtBot, sessions: Iterable[SessionRecord], target: int = 3) -> ProgressPage:
    page = ProgressPage(Theme())
    qtbot.addWidget(page)
    page.resize(1176, 800)
    page.show_progress(progress_of(sessions, target), TODAY)
    page.show()
    qtbot.waitExposed(page)
    return page


def chart_of(qtbot: QtBot, page: ProgressPage) -> SessionChart:
    qtbot.waitUntil(lambda: page.chart is not None, timeout=10_000)
    assert page.chart is not None
    return page.chart


def row_texts(page: ProgressPage) -> list[str]:
    model = page.sessions.massages
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_importing_the_page_does_not_import_the_plot() -> None:
    code = (
        "import sys, babymassage_gui.gui.pages.progress as p, babymassage_gui.gui.pages.wrap_up;"
        "sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_empty_log_says_so_and_leads_to_today(qtbot: QtBot) -> None:
    page = open_page(qtbot, ())
    assert page.empty.isVisible()
    assert page.empty.told.text() == "After the first massage, this page begins to fill."
    assert not page.chart_card.isVisible()
    with qtbot.waitSignal(page.go_to_today):
        qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)


def test_an_empty_log_never_loads_the_plot(qtbot: QtBot) -> None:
    page = open_page(qtbot, ())
    qtbot.wait(50)
    assert page.chart is None


def test_the_first_massage_takes_the_place_of_the_empty_page(qtbot: QtBot) -> None:
    page = open_page(qtbot, ())
    page.show_progress(progress_of([on(0)], 3), TODAY)
    chart = chart_of(qtbot, page)
    assert not page.empty.isVisible()
    assert page.chart_card.isVisible()
    assert chart.first.text() == "The first of many."
    assert not chart.first.isHidden()


def test_after_a_second_one_it_is_no_longer_the_first_of_many(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(1), on(0)])
    assert chart_of(qtbot, page).first.isHidden()


def test_the_plot_is_loaded_only_when_the_page_is_shown(qtbot: QtBot) -> None:
    page = ProgressPage(Theme())
    qtbot.addWidget(page)
    page.show_progress(progress_of([on(0)], 3), TODAY)
    qtbot.wait(20)
    assert page.chart is None
    page.show()
    assert len(chart_of(qtbot, page).shapes()) == 1


def test_the_head_tells_massages_time_together_and_the_target_now(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day, 14.0) for day in range(12)], target=9)
    massages, together, now = page.facts.accessibleName().split(", ")
    assert massages.startswith("12 massage")
    assert together == "2 h 48 together"
    assert now.startswith("9 minute")


def test_under_an_hour_the_time_together_is_in_minutes(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(1, 3.0), on(0, 3.4)])
    assert ", 6 min together, " in page.facts.accessibleName()


def test_the_list_is_newest_first_and_says_days_as_people_do(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in (400, 9, 3, 1, 0)])
    days = [text.split(",")[0] for text in row_texts(page)]
    assert days == ["Today", "Yesterday", "Tuesday", "6 January", "11 December 2025"]


def test_a_row_tells_minutes_hour_answer_and_note(qtbot: QtBot) -> None:
    page = open_page(qtbot, [replace(on(0, 8.8, mood=Mood.UNSETTLED), note="Giggled at the toes")])
    assert row_texts(page) == ["Today, 9 min, 10:00 · unsettled, Giggled at the toes"]


@pytest.mark.parametrize(
    ("ending", "mood", "told"),
    [
        (Ending.EARLY, Mood.CRIED, "cried · ended early, well done"),
        (Ending.ASLEEP, Mood.ASLEEP, "fell asleep"),
        (Ending.ASLEEP, Mood.CALM, "calm · fell asleep"),
        (Ending.SPAT_UP, Mood.CALM, "calm · spat up, ended in time"),
        (Ending.CALLED_AWAY, Mood.CALM, "calm · called away"),
        (Ending.SOMETHING_WRONG, Mood.CRIED, "cried · ended to look after the baby"),
        (Ending.FINISHED, Mood.CALM, "calm"),
    ],
)
def test_an_ending_is_told_kindly_and_once(qtbot: QtBot, ending: Ending, mood: Mood, told: str) -> None:
    page = open_page(qtbot, [on(0, 2.0, ending=ending, mood=mood)])
    assert row_texts(page) == [f"Today, 2 min, 10:00 · {told}"]


def test_seconds_are_a_massage_too(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(0, 0.4, mood=None, ending=Ending.EARLY)])
    assert row_texts(page) == ["Today, under 1 min, 10:00 · ended early, well done"]


@pytest.mark.parametrize(("index", "span"), list(enumerate(Span)))
def test_a_segment_shows_its_span(qtbot: QtBot, index: int, span: Span) -> None:
    page = open_page(qtbot, [on(day) for day in range(60)])
    chart = chart_of(qtbot, page)
    qtbot.mouseClick(page.spans.buttons()[index], Qt.MouseButton.LeftButton)
    assert chart.span is span
    assert [button.isChecked() for button in page.spans.buttons()] == [each is span for each in Span]


def test_a_span_chosen_before_the_chart_is_there_is_kept(qtbot: QtBot) -> None:
    page = ProgressPage(Theme())
    qtbot.addWidget(page)
    page.show_progress(progress_of([on(day) for day in range(60)], 3), TODAY)
    page.spans.buttons()[0].click()
    page.show()
    assert chart_of(qtbot, page).span is Span.WEEK


def test_zooming_leaves_no_segment_chosen_and_a_segment_brings_it_back(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in range(60)])
    chart = chart_of(qtbot, page)
    qtbot.mouseClick(page.spans.buttons()[0], Qt.MouseButton.LeftButton)
    chart.pick(0)  # far outside this week: the chart moves there
    assert [button.isChecked() for button in page.spans.buttons()] == [False, False, False]
    qtbot.mouseClick(page.spans.buttons()[2], Qt.MouseButton.LeftButton)
    assert chart.span is Span.ALL


def test_the_chosen_span_stays_when_a_massage_is_added(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in range(1, 60)])
    chart = chart_of(qtbot, page)
    qtbot.mouseClick(page.spans.buttons()[0], Qt.MouseButton.LeftButton)
    page.show_progress(progress_of([on(day) for day in range(60)], 3), TODAY)
    assert chart.span is Span.WEEK
    assert page.spans.buttons()[0].isChecked()


def test_walking_the_bars_walks_the_list(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in range(10)])
    chart = chart_of(qtbot, page)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert page.sessions.currentIndex().row() == 0
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert page.sessions.currentIndex().row() == 1


def test_a_pressed_row_shows_its_bar(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in range(10)])
    chart = chart_of(qtbot, page)
    place = page.sessions.visualRect(page.sessions.massages.index(2)).center()
    qtbot.mouseClick(page.sessions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chart.picked_index == 7
    assert chart.callout.lines()[0] == "Wednesday 13 January"


def test_five_hundred_massages_are_rows_of_one_model_and_bars_of_weeks(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in range(500)])
    chart = chart_of(qtbot, page)
    assert page.sessions.massages.rowCount() == 500
    assert chart.bucket is Bucket.WEEK
    assert 71 <= len(chart.shapes()) <= 73
    chart.pick(0)
    oldest = page.sessions.currentIndex().data(MassageModel.BAR)
    assert oldest.day == TODAY - timedelta(days=499) + timedelta(days=chart_first_week(chart) - 1)


def chart_first_week(chart: SessionChart) -> int:
    """How many massages the first week on the chart holds: one a day."""
    return chart.newest_massage(0) + 1


def test_the_quiet_bars_are_explained_only_where_there_are_any(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(1), on(0)])
    chart_of(qtbot, page)
    assert (
        page.legend.accessibleName() == "calm, unsettled, cried, fell asleep, ended early, well done, target, smoothed"
    )
    page.show_progress(progress_of([on(1), on(0, mood=None)], 3), TODAY)
    assert "not said" in page.legend.accessibleName()


def test_the_keyboard_goes_from_the_range_over_the_report_and_the_chart_to_the_calendar(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(1), on(0)])
    chart = chart_of(qtbot, page)
    page.activateWindow()
    page.spans.buttons()[2].setFocus()
    for after in (page.report, chart, page.calendar.month.grid):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is after


def test_everything_to_press_or_walk_has_a_name(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(0)])
    chart = chart_of(qtbot, page)
    assert [button.accessibleName() for button in page.spans.buttons()] == ["Week", "Month", "All"]
    assert (chart.accessibleName(), page.sessions.accessibleName()) == ("Minutes of each massage", "Sessions")
    assert page.empty.button.accessibleName() == "Go to Today"


@pytest.mark.parametrize(("width", "height"), [(1176, 800), (827, 600), (738, 480), (800, 1225), (3559, 2160)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_the_page_fits_its_window_or_scrolls_upright(qtbot: QtBot, width: int, height: int, text_scale: float) -> None:
    page = open_page(qtbot, [on(day) for day in range(40)])
    chart_of(qtbot, page)
    apply_theme(page, replace(page.theme, text_scale=text_scale).scaled_to(width + 70, height))
    page.resize(width, height)
    qtbot.wait(1)
    hint = page.minimumSizeHint()
    assert hint.width() <= 800
    assert hint.height() <= 480
    assert page.chart_card.width() <= width
    for card in (page.chart_card, page.list_card, page.calendar, page.comfort, page.facts, page.span_box):
        assert card.geometry().right() < width
        assert card.height() >= card.minimumSizeHint().height()


@pytest.mark.parametrize("name", [ThemeName.DARK, ThemeName.NIGHT])
def test_another_theme_repaints_without_a_restart(qtbot: QtBot, name: ThemeName) -> None:
    page = open_page(qtbot, [on(day) for day in range(20)])
    chart_of(qtbot, page)
    qtbot.wait(20)
    light = brightness(page.chart_card.grab().toImage())
    apply_theme(page, Theme(name))
    assert brightness(page.chart_card.grab().toImage()) < light / 2


def test_the_faces_have_the_babys_skin(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(0)])
    porcelain = brightness(page.sessions.grab().toImage())
    page.set_skin(Skin.COCOA)
    assert brightness(page.sessions.grab().toImage()) < porcelain


def brightness(image: QImage) -> float:
    small = image.scaled(32, 16)
    return sum(small.pixelColor(x, y).lightnessF() for x in range(32) for y in range(16))


def test_the_cards_stand_beside_each_other_as_there_is_room(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in range(40)])
    cards = (page.calendar, page.comfort, page.list_card)
    rows = {}
    for width, height in ((1176, 800), (800, 600), (420, 480)):
        apply_theme(page, page.theme.scaled_to(width + 90, height))
        page.resize(width, height)
        qtbot.wait(1)
        rows[width] = len({card.y() for card in cards})
    assert rows == {1176: 1, 800: 2, 420: 3}


def test_plus_adds_p_prints_and_enter_corrects(qtbot: QtBot) -> None:
    page = open_page(qtbot, [on(day) for day in range(10)])
    chart = chart_of(qtbot, page)
    for place in (chart, page.sessions, page.calendar.month.grid, page.spans.buttons()[0]):
        with qtbot.waitSignal(page.add_wanted):
            qtbot.keyClick(place, Qt.Key.Key_Plus)
        with qtbot.waitSignal(page.report_wanted):
            qtbot.keyClick(place, Qt.Key.Key_P)
    chart.pick(3)
    with qtbot.waitSignal(page.entry_wanted) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args == [on(6).id]
    page.sessions.setCurrentIndex(page.sessions.massages.index(2))
    with qtbot.waitSignal(page.entry_wanted) as asked:
        qtbot.keyClick(page.sessions, Qt.Key.Key_Return)
    assert asked.args == [on(2).id]


def test_p_prints_nothing_where_there_is_nothing(qtbot: QtBot) -> None:
    page = open_page(qtbot, ())
    with qtbot.assertNotEmitted(page.report_wanted):
        qtbot.keyClick(page.empty.button, Qt.Key.Key_P)
