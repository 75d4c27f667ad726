"""The cards under the chart: the calendar with its days, comfort by place, the ten-day plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.history import Ending, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.marked_days import ORDINARY, Mark
from babymassage_gui.core.progress import Span, progress_of
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.ten_days import PastPlan, TenDays
from babymassage_gui.gui.pages.progress_calendar import CalendarCard
from babymassage_gui.gui.pages.progress_comfort import ComfortCard
from babymassage_gui.gui.pages.progress_facts import FactWords
from babymassage_gui.gui.pages.progress_plans import PlansCard
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.fakes.content import catalogue
from tests.fakes.records import massage

TODAY = date(2027, 1, 15)  # a Friday


def on(days_ago: int, minutes: float = 3.0, **more: Any) -> SessionRecord:
    return massage(TODAY - timedelta(days=days_ago), minutes, **more)


# The calendar


def calendar(
    qtbot: QtBot, *sessions: SessionRecord, marks: dict[date, Mark] | None = None, born: date = date(2026, 11, 3)
) -> CalendarCard:
    card = CalendarCard(Theme(), Words(), FactWords())
    qtbot.addWidget(card)
    card.resize(370, 350)
    card.show_progress(progress_of(sessions, 3), TODAY, marks or {}, born)
    card.show()
    qtbot.waitExposed(card)
    return card


def told(card: CalendarCard) -> tuple[str, str, str]:
    return card.month.title.text(), card.month.total.text(), card.month.week.text()


def test_the_month_of_today_is_shown_with_its_minutes_and_this_weeks(qtbot: QtBot) -> None:
    month, total, week = told(calendar(qtbot, *(on(day, 4.0) for day in (0, 4, 5, 14, 15))))
    assert (month, total) == ("January", "16 min")
    assert week.startswith("This week: 2 massage")
    assert week.endswith("8 min together")


def test_a_week_without_a_massage_is_told_kindly(qtbot: QtBot) -> None:
    assert told(calendar(qtbot, on(20)))[2] == "This week: None yet, that is fine."


def test_the_arrows_turn_the_months_from_the_first_massage_to_today(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(40), on(0))
    assert (card.month.earlier.isEnabled(), card.month.later.isEnabled()) == (True, False)
    qtbot.mouseClick(card.month.earlier, Qt.MouseButton.LeftButton)
    assert told(card)[:2] == ("December 2026", "3 min")
    assert (card.month.earlier.isEnabled(), card.month.later.isEnabled()) == (False, True)
    qtbot.mouseClick(card.month.later, Qt.MouseButton.LeftButton)
    assert told(card)[0] == "January"


def test_the_month_follows_what_is_looked_at_and_stays_when_the_log_changes(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(40), on(0))
    card.look_at(TODAY - timedelta(days=35))
    assert told(card)[0] == "December 2026"
    card.show_progress(progress_of([on(40), on(1), on(0)], 3), TODAY, {})
    assert told(card)[0] == "December 2026"


def test_the_keys_walk_the_days_which_are_spoken(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(40), on(1, 4.0, mood=Mood.CRIED), on(0), marks={TODAY - timedelta(days=8): Mark.COLD})
    grid, said = card.month.grid, []
    grid.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(grid, key)
        said.append(grid.accessibleDescription().replace("minute(s)", "minutes"))
    assert said == [
        "Thursday 14 January, 4 minutes, cried",
        "Thursday 7 January, a cold",
        "Wednesday 6 January, no massage",
        "Thursday 7 January, a cold",
    ]


def test_the_keys_go_into_the_month_before_but_not_beyond_the_log(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(40), on(0))
    grid = card.month.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert told(card)[0] == "December 2026"
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert told(card)[0] == "December 2026"
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert told(card)[0] == "January"


def test_a_day_says_what_it_held_and_can_be_marked(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(1), on(0))
    day = TODAY - timedelta(days=3)
    grid = card.month.grid
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.cell(day).center().toPoint())
    assert (card.day.title.text(), card.day.held.text()) == ("Tuesday 12 January", "No massage")
    assert card.day.pills[ORDINARY].isChecked()
    with qtbot.waitSignal(card.day_marked) as said:
        qtbot.mouseClick(card.day.pills[Mark.AWAY.value], Qt.MouseButton.LeftButton)
    assert said.args == [day, "away"]
    assert card.month.isVisible()


@pytest.mark.parametrize(
    ("mark", "ticked"), [(None, ORDINARY), (Mark.AWAY, "away"), (Mark.ILL, "ill"), (Mark.COLD, "ill")]
)
def test_what_is_known_of_a_day_is_ticked(qtbot: QtBot, mark: Mark | None, ticked: str) -> None:
    day = TODAY - timedelta(days=2)
    card = calendar(qtbot, on(0), marks={} if mark is None else {day: mark})
    card.month.grid.day_chosen.emit(day)
    assert [answer for answer, pill in card.day.pills.items() if pill.isChecked()] == [ticked]


@pytest.mark.parametrize("days", [1, -100])
def test_days_to_come_and_days_before_the_birth_are_not_opened(qtbot: QtBot, days: int) -> None:
    card = calendar(qtbot, on(0))
    card.month.grid.day_chosen.emit(TODAY + timedelta(days=days))
    assert card.month.isVisible()


def test_escape_and_back_close_a_day_and_a_pointer_over_the_chart_does_not(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(40), on(0))
    for close in ("escape", "back"):
        card.month.grid.day_chosen.emit(TODAY)
        assert card.day.isVisible()
        card.look_at(TODAY - timedelta(days=40))
        assert card.day.isVisible()
        if close == "escape":
            qtbot.keyClick(card.day.back, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(card.day.back, Qt.MouseButton.LeftButton)
        assert card.month.isVisible()
        assert told(card)[0] == "January"


def test_enter_opens_the_day_that_the_keys_look_at(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(0))
    card.month.grid.setFocus()
    qtbot.keyClick(card.month.grid, Qt.Key.Key_Left)
    qtbot.keyClick(card.month.grid, Qt.Key.Key_Return)
    assert card.day.title.text() == "Thursday 14 January"


def test_a_pointer_that_rests_on_a_day_is_told_what_it_held_and_so_is_a_reader(qtbot: QtBot) -> None:
    grid = calendar(qtbot, on(0)).month.grid
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert (
            grid.days.index_of(TODAY).data(role).replace("minute(s)", "minutes") == "Friday 15 January, 3 minutes, calm"
        )
    nowhere = grid.days.index(0, 0)  # January 2027 begins on a Friday
    assert nowhere.data(Qt.ItemDataRole.ToolTipRole) is None
    assert not nowhere.flags() & Qt.ItemFlag.ItemIsEnabled


def test_the_head_of_the_table_names_the_days_and_the_week(qtbot: QtBot) -> None:
    days = calendar(qtbot, on(0)).month.grid.days
    assert [days.headerData(column, Qt.Orientation.Horizontal) for column in range(8)] == [*"MTWTFSS", "week"]
    assert days.headerData(0, Qt.Orientation.Vertical) is None
    assert [days.index(row, 7).data(days.WEEK) for row in range(3)] == [0.0, 0.0, 3.0]


def test_no_day_lies_on_another_and_all_lie_inside(qtbot: QtBot) -> None:
    card = calendar(qtbot, on(0))
    grid = card.month.grid
    cells = [grid.cell(day.day) for day in grid.month.days]
    assert all(grid.viewport().rect().toRectF().contains(cell) for cell in cells)
    assert not any(a.intersects(b) for n, a in enumerate(cells) for b in cells[n + 1 :])
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.wait(1)
    mirrored = [grid.cell(day.day) for day in grid.month.days]
    assert mirrored[0].center().x() == pytest.approx(grid.viewport().width() - cells[0].center().x(), abs=1.5)


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize("mood", list(Mood))
def test_a_day_is_tinted_by_how_it_was_in_every_theme(qtbot: QtBot, name: ThemeName, mood: Mood) -> None:
    card = calendar(qtbot, on(0, mood=mood), on(2))
    apply_theme(card, Theme(name))
    grid = card.month.grid
    image, cell = card.grab().toImage(), grid.cell(TODAY - timedelta(days=1))
    qtbot.wait(1)
    other = grid.viewport().mapTo(card, cell.topLeft().toPoint() + QPoint(6, 6))
    here = grid.viewport().mapTo(card, grid.cell(TODAY).topLeft().toPoint() + QPoint(7, 7))
    assert image.pixel(here) != image.pixel(other)


# Comfort by place


def stopped(at: str, day: int) -> SessionRecord:
    way = ("leg-outer", "tummy-circle", "turn-tummy", "back-up")
    steps = tuple(StepRecord(step, StepOutcome.DONE, 60.0) for step in way[: way.index(at) + 1])
    return replace(on(day, 3.0, ending=Ending.EARLY), steps=steps)


def comfort(qtbot: QtBot, *sessions: SessionRecord, figure: SessionFigure | None = None) -> ComfortCard:
    card = ComfortCard(Theme(), Words(), FactWords(), figure)
    qtbot.addWidget(card)
    card.resize(450, 350)
    card.show()
    card.count(sessions, catalogue().steps, Span.ALL)
    qtbot.waitUntil(lambda: not card.counting)
    return card


def test_places_are_told_with_their_minutes_and_early_ends(qtbot: QtBot) -> None:
    card = comfort(qtbot, *(stopped("back-up", day) for day in range(3)), stopped("tummy-circle", 4))
    said = card.bars.accessibleName().replace("(s)", "").replace("minutes", "minute").replace("ends", "end")
    assert said == "Legs: 4 minute, 0 early end. Tummy: 4 minute, 1 early end. Back: 3 minute, 3 early end"
    assert card.sentence.text() == "Most early ends came after turning over."
    assert card.step.text() == "Most often: Glide up the back"


@pytest.mark.parametrize(
    ("stops", "sentence"),
    [
        ((), "No place was too much."),
        (("leg-outer",), "Hardly ever was a place too much."),
        (("tummy-circle",) * 3, "Most early ends came here: tummy."),
        (("tummy-circle", "leg-outer", "back-up"), "Early ends came in different places."),
    ],
)
def test_the_sentence_is_plain(qtbot: QtBot, stops: tuple[str, ...], sentence: str) -> None:
    card = comfort(qtbot, *(stopped(at, day) for day, at in enumerate(stops)))
    assert card.sentence.text() == sentence


def test_no_step_is_named_where_little_is_known_or_the_turn_is_it(qtbot: QtBot) -> None:
    assert not comfort(qtbot, stopped("back-up", 0), stopped("back-up", 1)).step.isVisible()
    assert not comfort(qtbot, *(stopped("turn-tummy", day) for day in range(4))).step.isVisible()


def test_a_long_log_is_counted_in_pieces_to_the_same_end(qtbot: QtBot) -> None:
    few = comfort(qtbot, stopped("back-up", 0))
    card = ComfortCard(Theme(), Words(), FactWords())
    qtbot.addWidget(card)
    card.count([stopped("back-up", 0)] * 7000, catalogue().steps, Span.WEEK)
    assert card.counting
    qtbot.waitUntil(lambda: not card.counting)
    assert "Legs: 7000 minute" in card.bars.accessibleName()
    assert "Legs: 1 minute" in few.bars.accessibleName()


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.NIGHT])
def test_the_baby_is_tinted_where_massages_ended_early(qtbot: QtBot, name: ThemeName) -> None:
    figure = SessionFigure(Theme(), Settings(), load_figures().book, {})
    card = comfort(qtbot, *(stopped("tummy-circle", day) for day in range(3)), figure=figure)
    apply_theme(card, Theme(name))
    hard = card.grab().toImage()
    card.count([stopped("back-up", 1)], catalogue().steps, Span.ALL)
    qtbot.waitUntil(lambda: not card.counting)
    assert card.grab().toImage() != hard
    assert not figure.faults


# The ten-day plans


FIRST = TODAY - timedelta(days=30)
WHOLE = PastPlan("everyday", FIRST, tuple(FIRST + timedelta(days=day) for day in range(10)))
RUNNING = PastPlan("mini", TODAY - timedelta(days=4), tuple(TODAY - timedelta(days=day) for day in (4, 3, 1)))
ENDED = PastPlan("everyday", FIRST, (FIRST,), FIRST + timedelta(days=2))


def plans(qtbot: QtBot, plan: TenDays | None, *past: PastPlan) -> PlansCard:
    card = PlansCard(Theme(), Words())
    qtbot.addWidget(card)
    card.resize(900, 200)
    card.show()
    card.show_plans(plan, past, {"everyday": "Everyday massage"})
    return card


def test_the_ring_shows_the_day_of_the_plan_that_runs_and_rows_its_history(qtbot: QtBot) -> None:
    now = TenDays("mini", RUNNING.begun_on, 3, 0, over=False, ask_doctor=False)
    card = plans(qtbot, now, RUNNING, WHOLE, ENDED)
    assert (card.ring.state.segments, card.ring.state.done) == (10, 3)
    assert [row.accessibleName() for row in card.rows if row.isVisible()] == [
        "Ten days of mini, 3 of 10 days, since 11 January",
        "Ten days of Everyday massage, All ten days, 16 December to 25 December",
        "Ten days of Everyday massage, 1 of 10 days, from 16 December to 18 December",
    ]
    card.grab()


def test_without_a_plan_there_is_no_card_and_fewer_plans_leave_no_row(qtbot: QtBot) -> None:
    assert not plans(qtbot, None).isVisible()
    card = plans(qtbot, None, WHOLE, ENDED)
    card.show_plans(None, (WHOLE,), {})
    assert [row.isVisible() for row in card.rows] == [True, False]
    card.show_plans(None, (WHOLE, ENDED), {})
    assert [row.isVisible() for row in card.rows] == [True, True]
