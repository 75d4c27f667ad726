"""The chart's bars as pixels, and its days in words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from babymassage_gui.core.columns import Bucket, Point, columns_of
from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.progress import TargetStep, progress_of, target_line
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chart_dates import ChartDates
from babymassage_gui.gui.widgets.chart_ground import Band, draw_band_words, draw_bands, step_points, trend_path
from babymassage_gui.gui.widgets.chart_shapes import Scale, Shape, column_shapes, day_shapes, draw_shapes, shape_at
from tests.fakes.records import massage

FIRST = date(2027, 1, 1)  # a Friday
SCALE = Scale(left=100, ground=500, day_width=40, minute_height=20)
THEME = Theme()


def on(day: int, minutes: float = 3.0, **more: Any) -> SessionRecord:
    return massage(FIRST + timedelta(days=day), minutes, **more)


def shapes_of(*sessions: SessionRecord, scale: Scale = SCALE) -> tuple[Shape, ...]:
    progress = progress_of(sessions, 3)
    steps = target_line(progress, FIRST + timedelta(days=500))
    return day_shapes(progress.bars, steps, FIRST, scale, THEME)


# Where bars stand


def test_a_bar_stands_on_the_ground_over_its_day_and_is_as_high_as_its_minutes() -> None:
    (shape,) = shapes_of(on(0, 4.0))
    rect = shape.parts[0].rect
    assert rect.center().x() == pytest.approx(100)
    assert rect.bottom() == 500
    assert rect.top() == pytest.approx(500 - 4 * 20)


def test_a_day_is_wider_than_its_bar() -> None:
    first, second = shapes_of(on(0), on(1))
    assert second.parts[0].rect.left() - first.parts[0].rect.right() > 5


def test_bars_do_not_grow_into_blocks_when_few_days_are_shown() -> None:
    wide = Scale(left=0, ground=500, day_width=300, minute_height=20)
    (shape,) = shapes_of(on(0), scale=wide)
    assert shape.parts[0].rect.width() <= THEME.px(60)


def test_parts_of_a_day_are_stacked_with_a_small_gap_and_one_round_top() -> None:
    lower, upper = shapes_of(on(0, 2.0, hour=8), on(0, 3.0, hour=18))
    assert lower.parts[0].rect.top() - upper.parts[0].rect.bottom() == pytest.approx(2)
    assert upper.parts[0].rect.top() == pytest.approx(500 - 5 * 20)
    assert (lower.round_top, upper.round_top) == (False, True)


def test_an_early_end_is_outlined_up_to_that_days_target() -> None:
    (shape,) = shapes_of(on(0, 2.0, ending=Ending.EARLY, mood=Mood.CRIED, target=6))
    assert shape.ghost is not None
    assert shape.ghost.top() == pytest.approx(500 - 6 * 20)
    assert shape.whole.top() == shape.ghost.top()


def test_a_finished_massage_has_no_outline() -> None:
    (shape,) = shapes_of(on(0, 2.0, target=6))
    assert shape.ghost is None


def test_of_a_day_in_parts_only_the_topmost_is_outlined() -> None:
    lower, upper = shapes_of(
        on(0, 1.0, hour=8, ending=Ending.EARLY, target=6), on(0, 1.0, hour=18, ending=Ending.EARLY, target=6)
    )
    assert lower.ghost is None
    assert upper.ghost is not None


@pytest.mark.parametrize(
    ("mood", "marked"),
    [(Mood.CALM, False), (Mood.UNSETTLED, True), (Mood.CRIED, True), (Mood.ASLEEP, True), (None, False)],
)
def test_every_answer_but_calm_has_its_mark(mood: Mood | None, marked: bool) -> None:
    (shape,) = shapes_of(on(0, mood=mood))
    assert (shape.mark is not None) is marked


def test_a_mark_stands_clear_above_its_bar_and_off_the_targets_line() -> None:
    for minutes in (2.0, 5.0, 5.5, 5.9, 6.0):
        (shape,) = shapes_of(on(0, minutes, mood=Mood.UNSETTLED, target=6))
        assert shape.mark is not None
        _, centre, radius = shape.mark
        assert centre.y() + radius < shape.parts[0].rect.top()
        assert abs(centre.y() - SCALE.y(6)) > radius


def test_seconds_are_a_bar_that_can_be_seen() -> None:
    (shape,) = shapes_of(on(0, 0.01, ending=Ending.EARLY))
    assert shape.parts[0].rect.height() >= 3


def test_a_week_is_one_column_split_by_its_answers() -> None:
    sessions = [on(3, 3.0, mood=Mood.CALM), on(4, 5.0, mood=Mood.CRIED)]
    (shape,) = column_shapes(columns_of(progress_of(sessions, 3).bars, Bucket.WEEK), FIRST, SCALE, THEME)
    calm, cried = shape.parts
    assert (calm.mood, cried.mood) == (Mood.CALM, Mood.CRIED)
    assert calm.rect.height() == pytest.approx(cried.rect.height())
    assert cried.rect.top() == pytest.approx(500 - 4 * 20)
    # Monday is 3 January of 1-7: its middle is Thursday.
    assert calm.rect.center().x() == pytest.approx(SCALE.x(6))


def test_the_targets_line_steps_between_two_days_and_ends_with_its_last() -> None:
    steps = (TargetStep(FIRST, 3), TargetStep(FIRST + timedelta(days=4), 5))
    assert step_points(steps, FIRST) == ([-0.5, 3.5, 3.5, 4.5], [3, 3, 5, 5])


def test_a_thin_bar_is_found_by_a_pointer_beside_it() -> None:
    thin = Scale(left=100, ground=500, day_width=3, minute_height=20)
    shapes = dict(enumerate(shapes_of(on(0), on(10), scale=thin)))
    assert shape_at(shapes, QPointF(103, 480)) == 0
    assert shape_at(shapes, QPointF(130, 480)) == 1
    assert shape_at(shapes, QPointF(115, 480)) is None


@pytest.mark.parametrize("mood", list(Mood))
def test_no_bar_is_red(mood: Mood) -> None:
    (shape,) = shapes_of(on(0, 6.0, mood=mood))
    image = QImage(200, 520, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_shapes(painter, [shape], THEME)
    painter.end()
    shade = image.pixelColor(100, 450)
    assert shade != Qt.GlobalColor.white
    assert not (shade.red() > 150 and shade.green() < 90 and shade.blue() < 90)


# What is under and over the bars


def inked(bands: list[Band], what: str) -> set[int]:
    """The columns of pixels that something is painted in."""
    image = QImage(400, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if what == "words":
        draw_band_words(painter, bands, QRectF(0, 0, 400, 60), THEME, 16, 100)
    else:
        draw_bands(painter, bands, QRectF(0, 0, 400, 60), THEME)
    painter.end()
    return {x for x in range(400) for y in range(60) if image.pixelColor(x, y).alpha()}


@pytest.mark.parametrize(
    ("band", "shown"),
    [
        ((150, 200), (150, 199)),
        ((-50, 20), (0, 19)),
        ((390, 450), (390, 399)),
        ((150, 153), None),  # too thin to be seen
        ((500, 600), None),
    ],
)
def test_days_are_hatched_where_they_are_in_sight(band: tuple[int, int], shown: tuple[int, int] | None) -> None:
    found = inked([Band(*band, "a cold")], "hatching")
    assert (None if not found else (min(found), max(found))) == shown


def test_a_word_of_hatched_days_stays_inside_and_gives_way_to_another() -> None:
    alone = inked([Band(380, 399, "upset tummy")], "words")
    assert alone
    assert max(alone) <= 399
    assert inked([Band(10, 60, "a cold")], "words") == set()  # something else is written there
    first = inked([Band(200, 230, "travel")], "words")
    assert inked([Band(200, 230, "travel"), Band(235, 245, "a cold")], "words") == first


def test_the_smoothed_line_goes_through_its_ends_and_never_beyond_its_points() -> None:
    day = FIRST.toordinal()
    piece = tuple(Point(day + number, minutes) for number, minutes in enumerate((3.0, 9.0, 4.0, 4.0)))
    path = trend_path([piece, (Point(day + 9, 5.0),)], FIRST, SCALE)
    box = path.boundingRect()
    assert (box.left(), box.right()) == (SCALE.x(0), SCALE.x(3))
    assert box.top() > SCALE.y(9.0)
    assert path.pointAtPercent(1) == QPointF(SCALE.x(3), SCALE.y(4.0))


# Days in words


def texts(days: int, day_width: float, today: date = FIRST) -> list[str]:
    last = FIRST + timedelta(days=days)
    ticks = ChartDates().ticks(FIRST, last, day_width, today, lambda text: 8.0 * len(text))
    for earlier, later in pairwise(ticks):
        room = (later.day - earlier.day).days * day_width
        assert room > 4.0 * (len(earlier.text) + len(later.text)), "two days run into each other"
    return [tick.text for tick in ticks]


def test_a_week_names_its_weekdays_and_today() -> None:
    assert texts(2, 150, today=FIRST + timedelta(days=1)) == ["Fri 1 Jan", "today", "Sun 3 Jan"]


def test_narrower_days_lose_their_weekday() -> None:
    assert texts(2, 75, today=date(2028, 1, 1)) == ["1 Jan", "2 Jan", "3 Jan"]


def test_a_month_is_told_by_its_mondays() -> None:
    assert texts(30, 30) == ["4 Jan", "11 Jan", "18 Jan", "25 Jan"]


def test_four_months_are_told_by_halves() -> None:
    assert texts(60, 7) == ["1 Jan", "15 Jan", "1 Feb", "15 Feb", "1 Mar"]


def test_a_year_is_told_by_months_with_the_year_where_it_begins() -> None:
    said = " ".join(texts(400, 4))
    assert said == "Jan 2027 Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec Jan 2028 Feb"


def test_many_years_are_told_by_every_few_months() -> None:
    assert texts(800, 1) == ["Jan 2027", "Apr", "Jul", "Oct", "Jan 2028", "Apr", "Jul", "Oct", "Jan 2029"]


def test_days_are_in_the_familys_language_and_weeks_begin_where_theirs_do() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        assert texts(20, 30) == ["3 Jan", "10 Jan", "17 Jan"]  # Sundays
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        assert texts(0, 200, today=date(2028, 1, 1)) == ["Fr. 1 Jan."]
    finally:
        QLocale.setDefault(before)


def told(session: SessionRecord) -> str:
    return ", ".join(ChartDates().bar(progress_of([session], 3).bars[0], Words()))


def test_a_bar_is_told_as_a_sentence() -> None:
    assert told(on(14, 5.8, target=6)).replace("minute(s)", "minutes") == "Friday 15 January, 6 minutes of 6, calm"


def test_an_early_end_and_a_missing_answer_are_told_too() -> None:
    said = told(on(14, 0.5, target=6, ending=Ending.EARLY, mood=None))
    assert said == "Friday 15 January, under a minute of 6, ended early"
