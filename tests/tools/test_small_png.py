"""Pictures for the docs: few colours, and nothing lost that the eye would miss."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from tools.small_png import COLOURS, save_small

SIDE = 300


def painted() -> QImage:
    """A ground, a soft ramp with more shades than there are places, and a small thing in a colour of its own."""
    picture = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    picture.fill(QColor("#F7F1E6"))
    painter = QPainter(picture)
    ramp = QLinearGradient(QPointF(0, 0), QPointF(SIDE, SIDE))
    ramp.setColorAt(0, QColor("#103050"))
    ramp.setColorAt(1, QColor("#F0B080"))
    painter.fillRect(0, 0, SIDE, SIDE // 2, ramp)
    painter.fillRect(200, 250, 5, 5, QColor("#7A3F73"))
    painter.end()
    return picture


def saved(tmp_path: Path, picture: QImage, colours: int = COLOURS) -> QImage:
    file = tmp_path / "small.png"
    save_small(picture, file, colours)
    return QImage(str(file))


def test_grounds_stay_to_the_bit_and_an_odd_colour_stays_itself(tmp_path: Path) -> None:
    small = saved(tmp_path, painted())
    assert small.size() == painted().size()
    assert small.pixelColor(20, 290) == QColor("#F7F1E6")
    odd = small.pixelColor(202, 252)
    assert max(abs(odd.red() - 0x7A), abs(odd.green() - 0x3F), abs(odd.blue() - 0x73)) <= 2


def test_there_are_no_more_colours_than_asked_for_and_none_is_far_from_what_it_was(tmp_path: Path) -> None:
    picture, small = painted(), saved(tmp_path, painted())
    assert small.colorCount() <= COLOURS
    for x in range(0, SIDE, 7):
        for y in range(0, SIDE, 7):
            was, now = picture.pixelColor(x, y), small.pixelColor(x, y)
            assert abs(was.red() - now.red()) + abs(was.green() - now.green()) + abs(was.blue() - now.blue()) <= 18


def test_a_picture_of_few_colours_is_the_same_picture(tmp_path: Path) -> None:
    picture = QImage(41, 7, QImage.Format.Format_RGB32)
    picture.fill(QColor("#0B5D78"))
    picture.setPixelColor(40, 6, QColor("#F4B266"))
    assert saved(tmp_path, picture).convertToFormat(QImage.Format.Format_RGB32) == picture
