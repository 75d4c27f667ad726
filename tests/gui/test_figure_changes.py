"""Only what changes is painted anew; what lies on the screen is then what a whole painting would have made of it."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.gui.widgets.figure_art import folder_source
from babymassage_gui.gui.widgets.figure_view import FigurePainter, Motion

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
SIZE = (420, 320)
WHOLE = QRectF(0, 0, *SIZE)
PLACE = (WHOLE, WHOLE, 1.0, QRectF())
MOVES = sorted(id_ for id_, step in BOOK.steps.items() if any(part.moves or part.lift for part in step.parts))
ROUNDING = 8
"""Where a turned picture is cut off, Qt rounds a pixel of its edge a little differently; nobody sees that."""
# (fraction, motion, repetition, seconds): a settle, a stroke with a blink in it, a hold, the next stroke.
INSTANTS: list[tuple[float, Motion, int, float]] = [
    (0.0, "settle", 1, 0.0),
    (0.3, "settle", 1, 0.2),
    *[(tenth / 12, "stroke", 1, 4.0 + tenth / 10) for tenth in range(13)],
    (0.2, "hold", 1, 9.0),
    (0.6, "hold", 1, 9.5),
    (0.1, "stroke", 2, 10.0),
    (0.5, "stroke", 2, 10.4),
]


@pytest.fixture
def figure(qtbot: QtBot) -> FigurePainter:
    return FigurePainter(BOOK, SOURCE)


def painted(figure: FigurePainter, instant: tuple[float, Motion, int, float], on: QImage, area: QRectF) -> None:
    """Paint an instant where the area lets it."""
    fraction, motion, repetition, seconds = instant
    painter = QPainter(on)
    painter.setClipRect(area.toAlignedRect())
    painter.fillRect(WHOLE, 0xFFD3E7E0)
    figure.paint(painter, WHOLE, WHOLE, fraction, motion=motion, repetition=repetition, seconds=seconds)
    painter.end()


def difference(one: QImage, other: QImage) -> int:
    """The most by which a channel of a pixel differs, of 255."""
    pixels = (np.frombuffer(image.constBits(), np.uint8).astype(np.int16) for image in (one, other))
    return int(np.abs(next(pixels) - next(pixels)).max())


def blank() -> QImage:
    return QImage(*SIZE, QImage.Format.Format_RGB32)


def changing(figure: FigurePainter, instant: tuple[float, Motion, int, float]) -> QRectF | None:
    return figure.changing_area(PLACE, *instant[:3], key_positions=False)


@pytest.mark.parametrize("step_id", sorted(BOOK.steps))
def test_painting_what_changed_is_as_good_as_painting_all(figure: FigurePainter, step_id: str) -> None:
    side = "left" if BOOK.steps[step_id].sided else "both"
    figure.set_step(step_id, side)
    shown = blank()
    for instant in INSTANTS:
        area = changing(figure, instant)
        painted(figure, instant, shown, WHOLE if area is None else area)
        whole = blank()
        painted(figure, instant, whole, WHOLE)
        assert difference(shown, whole) <= ROUNDING, f"{instant}: something changed outside {area}"


def test_a_change_outside_the_area_would_be_seen(figure: FigurePainter) -> None:
    """The control: of half the area another picture comes out."""
    figure.set_step("leg-outer", "left")
    shown, whole = blank(), blank()
    painted(figure, INSTANTS[4], shown, WHOLE)
    assert changing(figure, INSTANTS[4]) is None
    area = changing(figure, INSTANTS[9])
    assert area is not None
    painted(figure, INSTANTS[9], shown, area.adjusted(0, 0, 0, -area.height() / 2))
    painted(figure, INSTANTS[9], whole, WHOLE)
    assert difference(shown, whole) > 10 * ROUNDING


@pytest.mark.parametrize("step_id", ["tummy-circle", "leg-outer", "back-up", "face-brow"])
def test_a_frame_paints_much_less_than_the_picture(figure: FigurePainter, step_id: str) -> None:
    figure.set_step(step_id, "left" if BOOK.steps[step_id].sided else "both")
    free = QRectF(0, 0, 700, 480)
    frames = [
        figure.changing_area((free, free, 1.0, QRectF()), i / 75, "stroke", 1, key_positions=False) for i in range(75)
    ]
    sizes = [area.intersected(free) for area in frames[1:] if area is not None]
    assert len(sizes) == 74
    assert mean(area.width() * area.height() for area in sizes) < 0.7 * free.width() * free.height()


@pytest.mark.parametrize("step_id", ["open-rest", "tummy-rest", "close-cuddle"])
def test_while_no_hand_moves_only_the_eyes_are_painted(figure: FigurePainter, step_id: str) -> None:
    figure.set_step(step_id)
    for instant in ((0.0, "hold", 1, 1.0), (0.5, "hold", 1, 2.0)):
        area = changing(figure, instant)  # type: ignore[arg-type]
    assert area is not None
    assert area.width() * area.height() < 0.1 * SIZE[0] * SIZE[1]


@pytest.mark.parametrize("step_id", MOVES[:3])
def test_a_limb_in_motion_is_painted_with_all_of_the_picture(figure: FigurePainter, step_id: str) -> None:
    figure.set_step(step_id, "left" if BOOK.steps[step_id].sided else "both")
    assert [changing(figure, instant) for instant in INSTANTS[4:8]] == [None] * 4


def test_after_a_new_step_or_look_all_is_painted(figure: FigurePainter) -> None:
    figure.set_step("tummy-circle")
    changing(figure, INSTANTS[4])
    assert changing(figure, INSTANTS[5]) is not None
    figure.set_look("dark", "porcelain", "porcelain")
    assert changing(figure, INSTANTS[6]) is None
    figure.set_step("tummy-down")
    assert changing(figure, INSTANTS[7]) is None
