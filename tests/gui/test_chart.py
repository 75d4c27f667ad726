"""The chart as a widget: walking, pointing, zooming, and what it says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.progress import Span, progress_of, weeks_of
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
    assert chart.by_weeks
    assert len(chart.shapes()) == len(weeks_of(progress_of([on(day) for day in range(200)], 4)))
    chart.show_span(Span.MONTH)
    assert not chart.by_weeks
    assert len(chart.shapes()) == 200


def test_a_week_is_told_with_its_massages(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(day) for day in range(200)], today=199)
    chart.pick_massage(5)  # Wednesday 6 January
    day, words = chart.told(chart.picked_index)
    assert day == "Week of 4 January 2027"
    assert words.startswith("7 massage")
    assert words.endswith("each on average: 7 calm")


def test_stacks_over_15_minutes_are_not_cut(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0, 15.0, hour=8), on(0, 15.0, hour=16)], today=0)
    assert all(chart.drawn_area().contains(shape.whole) for shape in chart.shapes())


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
    assert sum(len(row) for row in rows) == 7
    assert legend.heightForWidth(width) >= len(rows) * THEME.text_px(17)
    assert all(legend._end(row) <= width for row in rows if len(row) > 1)


def test_the_callout_takes_no_clicks(qtbot: QtBot) -> None:
    chart = open_chart(qtbot, [on(0)], today=0)
    assert isinstance(chart.callout, Callout)
    assert chart.callout.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
