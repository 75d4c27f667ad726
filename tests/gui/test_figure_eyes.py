"""Eyes that follow the hand and blink: a function of the session's seconds, the same for the same instant."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import Eye, Point
from babymassage_gui.gui.widgets.figure_art import folder_source
from babymassage_gui.gui.widgets.figure_eyes import BLINK_GAPS, BLINK_SECONDS, eyes_box, gaze, lids
from babymassage_gui.gui.widgets.figure_view import FigurePainter

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
SIZE = (420, 320)
WHOLE = QRectF(0, 0, *SIZE)
PAIR = (Eye(400, 500, 50, 40, 30), Eye(600, 500, 50, 40, 30))
FIRST_BLINK = BLINK_GAPS[0]


@pytest.fixture
def figure(qtbot: QtBot) -> FigurePainter:
    return FigurePainter(BOOK, SOURCE)


def picture(figure: FigurePainter, share: float = 0.5, *, seconds: float = 0.0, less_motion: bool = False) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFD3E7E0)
    painter = QPainter(image)
    figure.paint(painter, WHOLE, WHOLE, share, key_positions=less_motion, seconds=seconds)
    painter.end()
    return image


def eyes_of(figure: FigurePainter) -> QRectF:
    """What is painted anew while no hand moves."""
    for fraction in (0.1, 0.2):
        area = figure.changing_area((WHOLE, WHOLE, 1.0, QRectF()), fraction, "settle", 1, key_positions=False)
    assert area is not None
    return area


def differing(one: QImage, other: QImage) -> QRectF:
    """The box of the pixels that are not the same."""
    spots = [
        (x, y) for x in range(one.width()) for y in range(one.height()) if one.pixel(x, y) != other.pixel(x, y)
    ]  # fmt: skip
    if not spots:
        return QRectF()
    xs, ys = [x for x, _y in spots], [y for _x, y in spots]
    return QRectF(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def blinks(until: float) -> list[float]:
    """The instants at which the lids begin to shut, found by looking every hundredth of a second."""
    shut = [lids(i / 100) > 0 for i in range(int(until * 100))]
    return [i / 100 for i in range(1, len(shut)) if shut[i] and not shut[i - 1]]


def test_the_baby_blinks_every_four_to_seven_seconds() -> None:
    times = blinks(200)
    gaps = [after - before for before, after in pairwise(times)]
    assert 28 <= len(times) <= 50
    assert all(4 <= gap <= 7.02 for gap in gaps)
    assert len({round(gap, 1) for gap in gaps}) > 4


def test_a_blink_takes_150_milliseconds_and_shuts_the_eye() -> None:
    assert BLINK_SECONDS == 0.15
    assert lids(FIRST_BLINK + BLINK_SECONDS / 2) == pytest.approx(1)
    assert lids(FIRST_BLINK - 0.01) == lids(FIRST_BLINK + BLINK_SECONDS + 0.001) == 0


def test_the_eyes_are_open_when_a_session_begins_and_the_schedule_goes_round() -> None:
    assert lids(0) == lids(0.07) == 0
    assert lids(sum(BLINK_GAPS) + 0.075) == pytest.approx(1)
    assert lids(sum(BLINK_GAPS) + FIRST_BLINK + 0.075) == pytest.approx(1)


@pytest.mark.parametrize(
    ("hands", "way"),
    [
        ([], (0, 0)),
        ([(900, 500)], (1, 0)),
        ([(500, 900)], (0, 1)),
        ([(100, 500), (2000, 500)], (-1, 0)),
        ([(2000, 500), (100, 500)], (-1, 0)),
    ],
)
def test_the_eyes_look_at_the_nearest_hand(hands: list[Point], way: Point) -> None:
    assert gaze(PAIR, hands) == pytest.approx(way)


def test_a_hand_close_by_turns_the_eyes_a_little() -> None:
    assert 0 < gaze(PAIR, [(560, 500)])[0] < 0.3


def test_two_hands_as_near_as_each_other_do_not_make_the_eyes_flicker() -> None:
    for off in (-0.01, 0.0, 0.01):
        assert gaze(PAIR, [(800 + off, 600), (200, 600)])[0] > 0


def test_no_eyes_look_nowhere_and_take_no_room() -> None:
    assert gaze((), [(1, 2)]) == (0, 0)
    assert eyes_box(()).isEmpty()


@pytest.mark.parametrize("step_id", ["face-cheek", "chest-fan", "close-cuddle"])
def test_a_blink_changes_nothing_but_the_eyes(figure: FigurePainter, step_id: str) -> None:
    figure.set_step(step_id)
    changed = differing(picture(figure), picture(figure, seconds=FIRST_BLINK + BLINK_SECONDS / 2))
    assert not changed.isEmpty()
    assert eyes_of(figure).toAlignedRect().contains(changed.toAlignedRect())


def test_the_same_instant_is_the_same_picture(figure: FigurePainter) -> None:
    figure.set_step("face-brow")
    assert picture(figure, seconds=7.3) == picture(figure, seconds=7.3)


def test_half_shut_is_neither_open_nor_shut(figure: FigurePainter) -> None:
    figure.set_step("close-cuddle")
    shown = {picture(figure, seconds=FIRST_BLINK + part * BLINK_SECONDS).cacheKey() for part in (0.1, 0.5)}
    assert len(shown) == 2
    assert not differing(picture(figure, seconds=FIRST_BLINK + 0.02), picture(figure)).isEmpty()


def test_with_less_motion_the_eyes_do_not_blink_and_look_straight(figure: FigurePainter) -> None:
    figure.set_step("close-cuddle")
    still = picture(figure, less_motion=True)
    assert picture(figure, seconds=FIRST_BLINK + 0.07, less_motion=True) == still
    assert picture(figure) == still  # no hand of its own: the eyes look straight anyway
