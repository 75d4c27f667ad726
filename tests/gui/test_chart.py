"""The chart as a widget: walking, pointing, zooming, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.columns import Bucket, columns_of
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.marked_days import Mark, MarkedDays
from babymassage_gui.core.progress import Span, progress_of
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, contrast
from babymassage_gui.gui.widgets.chart_labels import Callout, ChartLegend
from tests.fakes.records import massage

if TYPE_CHECKING:
    from babymassage_gui.gui.widgets.chart import SessionChart

FIRST = date(2027, 1, 1)  # a Friday
THEME = Theme()


def on(day: int, minutes: float = 3.0, **more: Any) -> SessionRecord:
    return massage(FIRST + timedelta(days=day), minutes, **more)


def open_chart(qtbot: QtBot, sessions: list[SessionRecord], today: int = 60) -> SessionChart:
    from babymassage_gui.gui.widgets.chart import SessionChart

    chart = SessionChart(THEME, Words())
    qtbot.addWidget(chart)
    chart.resize(1100, 280)
    chart.show_progress(progress_of(sessions, 4), FIRST + timedelta(days=today))
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def wheel(chart: SessionChart, up: int, times: int = 1) -> bool:
    """Turn the wheel over the middle, and say whether the chart took it."""
    port = chart.plot.viewport()
    place = QPointF(port.rect().center())
    taken = False
    for _ in range(times):
        event = QWheelEvent(
            place, port.mapToGlobal(place), QPoint(0, 0), QPoint(0, 120 * up), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        event.accept()
        QApplication.sendEvent(port, event)
        taken = event.isAccepted()
    return taken


def test_the_chart_and_the_pointer_agree_where_a_bar_is(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(30)], today=29)
    shape = chart.shapes()[10]
    place = shape.whole.center().toPoint()
    light = chart.grab().toImage().pixelColor(place)
    assert contrast(light.name(), THEME.palette.calm) < 1.2
    qtbot.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chart.picked_index == 10


def test_left_and_right_walk_the_bars_and_stop_at_the_ends(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0), on(1), on(2)], today=2)
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End,
                Qt.Key.Key_Right, Qt.Key.Key_Home):  # fmt: skip
        qtbot.keyClick(chart, key)
        walked.append(chart.picked_index)
    assert walked == [2, 1, 0, 0, 1, 2, 2, 0]


def test_a_walked_bar_is_spoken_and_shown(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0), on(14, 5.8, target=6)], today=14)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    said = chart.accessibleDescription().replace("minute(s)", "minutes")
    assert said == "Friday 15 January, 6 minutes of 6, calm"
    assert chart.callout.isVisible()
    assert chart.rect().contains(chart.callout.geometry())


def test_escape_and_leaving_let_go_of_the_bar(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0), on(1)], today=1)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.picked_index is None
    assert not chart.callout.isVisible()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert chart.picked_index is None


def test_a_pointer_that_passes_shows_words_but_picks_nothing(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0), on(1)], today=1)
    chart.point_at(chart.shapes()[0].whole.center())
    assert chart.callout.isVisible()
    assert chart.callout.lines()[0] == "Friday 1 January"
    assert chart.picked_index is None
    chart.point_at(None)
    assert not chart.callout.isVisible()


def test_a_bar_out_of_sight_is_brought_into_view(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(60)], today=59)
    chart.show_span(Span.WEEK)
    chart.pick(3)
    first, last = chart.shown_days()
    assert first < 3 < last
    assert chart.span is None


@pytest.mark.parametrize(("span", "days"), [(Span.WEEK, 7), (Span.MONTH, 31), (Span.ALL, 60)])
def test_a_span_shows_its_days_whole(qtbot: QtBot, span: Span, days: int) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(60)], today=59)
    chart.show_span(span)
    first, last = chart.shown_days()
    assert first < 60 - days < 59 < last
    assert first > 60 - days - 1


def test_zoom_ends_at_five_days_and_at_the_data_with_five_days_air(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(60)], today=59)
    wheel(chart, up=1, times=80)
    first, last = chart.shown_days()
    assert last - first == pytest.approx(5)
    assert chart.span is None
    wheel(chart, up=-1, times=120)
    first, last = chart.shown_days()
    assert (first, last) == (pytest.approx(-5.6), pytest.approx(65, abs=1.2))


def test_a_chart_that_shows_everything_lets_the_page_scroll(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(60)], today=59)
    wheel(chart, up=-1, times=120)
    assert not wheel(chart, up=-1)
    assert wheel(chart, up=1)


def test_a_double_press_on_the_ground_shows_all(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(60)], today=59)
    chart.show_span(Span.WEEK)
    qtbot.mouseDClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 40))
    assert chart.span is Span.ALL


def test_above_120_days_a_bar_is_a_week_and_zooming_in_brings_the_days_back(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(200)], today=199)
    assert chart.bucket is Bucket.WEEK
    weeks = columns_of(progress_of([on(day) for day in range(200)], 4).bars, Bucket.WEEK)
    assert chart.count() == len(chart.shapes()) == len(weeks)
    chart.show_span(Span.MONTH)
    assert chart.bucket is Bucket.DAY
    assert chart.count() == 200
    assert list(chart.shapes()) == list(range(167, 200))


def test_a_week_is_told_with_its_massages(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(200)], today=199)
    chart.pick_massage(5)  # Wednesday 6 January
    day, words = chart.told(chart.picked_index)
    assert day == "Week of 4 January 2027"
    assert words.startswith("7 massage")
    assert words.endswith("each on average: 7 calm")


def test_stacks_over_15_minutes_are_not_cut(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0, 15.0, hour=8), on(0, 15.0, hour=16)], today=0)
    assert all(chart.drawn_area().contains(shape.whole) for shape in chart.shapes().values())


def test_the_callout_stays_inside_and_beside_a_bar_that_reaches_the_top(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day, 15.0) for day in range(10)], today=9)
    for index in range(10):
        chart.pick(index)
        assert chart.rect().contains(chart.callout.geometry())
        assert not chart.callout.geometry().toRectF().intersects(chart.shapes()[index].whole)


@pytest.mark.parametrize("width", [1100, 600, 300, 180])
def test_the_legend_wraps_and_is_as_high_as_its_rows(qtbot: QtBot, width: int) -> None:
    legend = ChartLegend(THEME, Words())
    qtbot.addWidget(legend)
    legend.show_unsaid(True)
    legend.resize(width, 10)
    rows = legend._rows(width)
    assert sum(len(row) for row in rows) == 8
    assert legend.heightForWidth(width) >= len(rows) * THEME.text_px(17)
    assert all(legend._end(row) <= width for row in rows if len(row) > 1)


def test_the_callout_takes_no_clicks(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0)], today=0)
    assert isinstance(chart.callout, Callout)
    assert chart.callout.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.parametrize(("days", "bucket"), [(100, Bucket.DAY), (900, Bucket.WEEK), (6000, Bucket.MONTH)])
def test_a_log_of_any_length_is_seen_whole_in_bars_that_can_be_seen(qtbot: QtBot, days: int, bucket: Bucket) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(0, days, 5)], today=days - 1)
    assert chart.bucket is bucket
    assert chart.told(0)[1].startswith(("3 minute", "7 massage", "1 massage", "2 massage"))
    assert all(shape.whole.width() >= 2 for shape in chart.shapes().values())


def test_enter_and_a_double_press_open_a_massage(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(30)], today=29)
    opened: list[int] = []
    chart.massage_opened.connect(opened.append)
    chart.pick(7)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    place = chart.shapes()[12].whole.center().toPoint()
    qtbot.mouseDClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [7, 12]


def test_enter_without_a_bar_opens_nothing(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(30)], today=29)
    with qtbot.assertNotEmitted(chart.massage_opened):
        qtbot.keyClick(chart, Qt.Key.Key_Return)


def test_a_week_that_is_opened_shows_its_days(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(200)], today=199)
    with qtbot.assertNotEmitted(chart.massage_opened):
        chart.pick_massage(5)
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    first, last = chart.shown_days()
    assert chart.bucket is Bucket.DAY
    assert (first, last) == (pytest.approx(3 - 0.6), pytest.approx(9 + 0.6))
    assert chart.span is None


def test_long_strides_go_by_ten_bars(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(30)], today=29)
    walked = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(chart, key)
        walked.append(chart.picked_index)
    assert walked == [0, 10, 20, 10]


COLD = MarkedDays(FIRST + timedelta(days=10), FIRST + timedelta(days=13), Mark.COLD)


def test_hatched_days_are_seen_and_told_where_no_bar_stands(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(30) if not 10 <= day <= 13], today=29)
    spot = QPointF(chart.scale().x(11.0), chart.scale().y(7.0))
    plain = chart.grab().toImage()
    assert chart.told_between(spot) is None
    progress = progress_of([on(day) for day in range(30) if not 10 <= day <= 13], 4)
    chart.show_progress(progress, FIRST + timedelta(days=29), [COLD])
    hatched = chart.grab().toImage()
    band = [(round(chart.scale().x(11.5)) + x, round(spot.y()) + y) for x in range(12) for y in range(12)]
    assert any(plain.pixel(x, y) != hatched.pixel(x, y) for x, y in band)
    chart.point_at(spot)
    assert chart.callout.lines() == ("A cold", "11 January to 14 January")
    chart.point_at(QPointF(chart.scale().x(20.4), chart.scale().y(9.0)))
    assert not chart.callout.isVisible()


def test_a_single_hatched_day_is_told_by_its_date(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0), on(20)], today=20)
    chart.show_progress(progress_of([on(0), on(20)], 4), FIRST + timedelta(days=20), [replace(COLD, last=COLD.first)])
    chart.point_at(QPointF(chart.scale().x(10.0), chart.scale().y(7.0)))
    assert chart.callout.lines() == ("A cold", "11 January")


def test_the_day_under_the_pointer_is_told_and_else_the_last_in_sight(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(60)], today=59)
    days: list[date] = []
    chart.day_looked_at.connect(days.append)
    chart.point_at(QPointF(chart.scale().x(12.2), 80))
    chart.show_span(Span.WEEK)
    assert (days[0], days[-1]) == (FIRST + timedelta(days=12), FIRST + timedelta(days=59))


def test_a_span_stays_whole_when_the_window_changes(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(0, 3000, 3)], today=2999)
    for width in (1100, 500, 1400):
        chart.resize(width, 300)
        qtbot.wait(1)
        first, last = chart.shown_days()
        assert first <= -0.6
        assert last >= 2999
        assert chart.span is Span.ALL


def test_only_what_is_in_sight_is_made_into_shapes(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(3000)], today=2999)
    chart.show_span(Span.WEEK)
    assert chart.count() == 3000
    assert len(chart.shapes()) <= 11
