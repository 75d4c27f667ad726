"""Pictures no larger than what is drawn on them, drawn at once or band by band, and folded up until they are shown."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from babymassage_gui.gui.widgets.figure_art import blank, smooth

Made = TypeVar("Made")
Draw = Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture no larger than what is drawn on it; its corner lies at `at` in the window."""

    picture: QPixmap
    at: QPointF

    def unfolded(self) -> Piece:
        """Itself."""
        return self


@dataclass(frozen=True, slots=True)
class Folded:
    """A piece that is kept for later, packed in bands of some `rows`: a tenth of its size."""

    bands: tuple[bytes, ...]
    size: QSize
    rows: int
    dpr: float
    at: QPointF

    def unfolded(self) -> Piece:
        """The piece as it was drawn; takes some 5 ms for one that fills the window."""
        pixmap = QPixmap(self.size)
        pixmap.setDevicePixelRatio(self.dpr)
        pixmap.fill(Qt.GlobalColor.transparent)  # or it would have no transparency at all
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for number, packed in enumerate(self.bands):
            top = number * self.rows
            high, across = min(self.rows, self.size.height() - top), self.size.width()
            band = QImage(zlib.decompress(packed), across, high, across * 4, QImage.Format.Format_ARGB32_Premultiplied)
            band.setDevicePixelRatio(self.dpr)
            painter.drawImage(QPointF(0, top / self.dpr), band)
        painter.end()
        return Piece(pixmap, self.at)


def around(window: QRectF, covered: QRectF) -> tuple[QRectF, ...]:
    """The window without what is covered: before it, behind it, above and below it; whole pixels, none twice."""
    hole = QRectF(covered.toRect()).intersected(window)
    if hole.isEmpty():
        return (window,)
    parts = (
        QRectF(window.topLeft(), QPointF(hole.left(), window.bottom())),
        QRectF(QPointF(hole.right(), window.top()), window.bottomRight()),
        QRectF(QPointF(hole.left(), window.top()), hole.topRight()),
        QRectF(hole.bottomLeft(), QPointF(hole.right(), window.bottom())),
    )
    return tuple(part for part in parts if not part.isEmpty())


def folded(box: QRectF, dpr: float, draw: Draw, band: float) -> Generator[None, None, Folded]:
    """Draw in window pixels what lies in a box, in bands of at most so many pixels; each is packed at once."""
    whole = QRectF(box.toAlignedRect())
    size = QSize(max(1, round(whole.width() * dpr)), max(1, round(whole.height() * dpr)))
    rows = int(max(32.0, min(size.height(), band / size.width())))
    bands = []
    for top in range(0, size.height(), rows):
        image = QImage(size.width(), min(rows, size.height() - top), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(dpr)
        image.fill(0)
        painter = smooth(QPainter(image))
        painter.translate(-whole.left(), -whole.top() - top / dpr)
        draw(painter)
        painter.end()
        bands.append(zlib.compress(image.constBits(), 1))
        yield
    return Folded(tuple(bands), size, rows, dpr, whole.topLeft())


def piece(box: QRectF, dpr: float, draw: Draw) -> Piece:
    """Draw in window pixels onto a picture of whole pixels around a box."""
    whole = QRectF(box.toAlignedRect())
    pixmap = blank(whole.width(), whole.height(), dpr)
    painter = smooth(QPainter(pixmap))
    painter.translate(-whole.topLeft())
    draw(painter)
    painter.end()
    return Piece(pixmap, whole.topLeft())


def at_once(slices: Generator[None, None, Made]) -> Made:
    """Do all slices of a piece of work."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            made: Made = end.value
            return made
