"""Pictures of steps without a window: one step as PNG or SVG, or a sheet of them all, painted as the session page does.

What could not be drawn as meant is shown plainly, as in a session, and told to the caller.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from babymassage_gui.core.catalogue import Catalogue, NoGoArea, Step
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.app import dress
from babymassage_gui.gui.pages.session_figure import TURN_ONTO_BACK, TURN_ONTO_TUMMY, figure_texts
from babymassage_gui.gui.picture_wish import PictureWish
from babymassage_gui.gui.theme import Phase, Theme, ThemeName, Weight, make_font
from babymassage_gui.gui.widgets.figure_art import Source, resource_source
from babymassage_gui.gui.widgets.figure_view import FigurePainter

_FREE_SHARE = 0.96
"""The share of each side in which all must be seen; hands come from beyond it."""
_SVG_DETAIL = 2
"""Pixels of the pictures in an SVG for one of its units: hands and shades are bitmaps in it."""
_CELL_DETAIL = 2
"""Pixels that are painted for one pixel of a cell's side."""
_WORDS_SHARE, _TITLE_SHARE, _GAP_SHARE = 0.15, 0.065, 0.03
"""Height of a cell's words, size of its title, and gap between cells, each to the width of a cell's picture."""


def make_application() -> QApplication:
    """The application there is, or one without a screen; with the program's fonts, words and drawings."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    application = QApplication(["babymassage-gui", "-platform", "offscreen", "-style", "Fusion"])
    dress(application)
    return application


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of a sheet: its step and pass, where the picture lies, and where its words."""

    step: Step
    side: str
    picture: QRect
    words: QRect


class Artist:
    """Paints steps in one look; `faults` names what could not be shown as meant."""

    def __init__(
        self, book: FigureBook, no_go: Mapping[str, NoGoArea], wish: PictureWish, source: Source = resource_source
    ) -> None:
        self._wish = wish
        self._names = {code: area.name for code, area in no_go.items()}
        self._figure = FigurePainter(book, source)
        self._theme = Theme(ThemeName(wish.theme))
        self._figure.set_look(self._theme.drawing, wish.skin, wish.hands)
        self._figure.set_table(wish.table)

    @property
    def faults(self) -> Mapping[str, str]:
        """By the id of the step or the name of the figure."""
        return self._figure.faults

    def picture(self, step_id: str) -> QImage:
        """One step."""
        image = QImage(*self._wish.size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self._paint(painter, step_id, self._wish.side, self._wish.size)
        painter.end()
        return image

    def svg(self, step_id: str) -> bytes:
        """One step as an SVG of that size; lines and words are shapes in it, bodies and hands bitmaps."""
        width, height = self._wish.size
        within = (width * _SVG_DETAIL, height * _SVG_DETAIL)
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setTitle(step_id)
        generator.setSize(QSize(width, height))
        generator.setViewBox(QRect(0, 0, *within))
        painter = QPainter(generator)
        self._paint(painter, step_id, self._wish.side, within)
        painter.end()
        return bytes(buffer.data().data())

    def sheet(self, cells: tuple[Cell, ...]) -> QImage:
        """All cells, each with its title, its step's id and its side."""
        gap = self._gap(self._wish)
        right, bottom = max(cell.words.right() for cell in cells), max(cell.words.bottom() for cell in cells)
        image = QImage(right + 1 + gap, bottom + 1 + gap, QImage.Format.Format_RGB32)
        image.fill(self._theme.colour("page"))
        painter = QPainter(image)
        for cell in cells:
            painter.drawImage(cell.picture, self._small(cell))
            self._paint_words(painter, cell)
        painter.end()
        return image

    def _small(self, cell: Cell) -> QImage:
        """Drawn larger and made smaller, so that words and lines keep the proportions of the session page."""
        width, height = self._wish.size
        within = (width * _CELL_DETAIL, height * _CELL_DETAIL)
        image = QImage(*within, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self._paint(painter, cell.step.id, cell.side, within)
        painter.end()
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)

    def _paint(self, painter: QPainter, step_id: str, side: str, size: tuple[int, int]) -> None:
        window = QRectF(0, 0, *size)
        turned = step_id in (TURN_ONTO_TUMMY, TURN_ONTO_BACK)
        painter.fillRect(window, QColor(self._theme.mat(Phase.TURN if turned else Phase.STROKE)))
        free = QRectF(0, 0, size[0] * _FREE_SHARE, size[1] * _FREE_SHARE)
        free.moveCenter(window.center())
        self._figure.set_texts(figure_texts(self._theme.scaled_to(*size), self._names))
        if turned:
            self._figure.paint_turn(painter, free, onto_tummy=step_id == TURN_ONTO_TUMMY)
            return
        self._figure.set_step(step_id, side)
        self._figure.paint(painter, window, free, self._wish.at)

    def _paint_words(self, painter: QPainter, cell: Cell) -> None:
        size = cell.picture.width() * _TITLE_SHARE
        side = "" if cell.side == "both" else f" · {cell.side}"
        lines = (
            (cell.step.title, make_font(size, Weight.BOLD), "ink"),
            (cell.step.id + side, make_font(size * 0.85), "ink2"),
        )
        for number, (text, font, role) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, cell.words.width())
            baseline = cell.words.y() + cell.words.height() * (0.46 + 0.42 * number)
            painter.drawText(QPointF(cell.words.x(), baseline), words)

    @staticmethod
    def _gap(wish: PictureWish) -> int:
        return round(wish.size[0] * _GAP_SHARE)


def cells_of(catalogue: Catalogue, wish: PictureWish, only: frozenset[str] = frozenset()) -> tuple[Cell, ...]:
    """A cell for each pass of each step in the order of the catalogue, in about as many columns as rows.

    `only` are the ids that are wished; none for all.
    """
    shown = list(_passes(catalogue, only))
    width, height = wish.size
    words, gap = round(width * _WORDS_SHARE), Artist._gap(wish)  # noqa: SLF001 - one measure for both
    columns = max(1, round(math.sqrt(len(shown) * (height + words) / width)))
    cells = []
    for number, (step, side) in enumerate(shown):
        row, column = divmod(number, columns)
        x, y = gap + column * (width + gap), gap + row * (height + words + gap)
        cells.append(Cell(step, side, QRect(x, y, width, height), QRect(x, y + height, width, words)))
    return tuple(cells)


def _passes(catalogue: Catalogue, only: frozenset[str]) -> Iterator[tuple[Step, str]]:
    for step in catalogue.steps.values():
        if not only or step.id in only:
            yield from ((step, side.value) for side in step.sides)


def render(
    catalogue: Catalogue, book: FigureBook, out: Path, step_id: str | None, wish: PictureWish
) -> Mapping[str, str]:
    """Write one step, or with None the sheet of all, to a PNG or an SVG; the answer names what was shown plainly.

    Raises:
        OSError: the file cannot be written.
    """
    application = make_application()
    artist = Artist(book, catalogue.no_go, wish)
    if step_id is None:
        data = png(artist.sheet(cells_of(catalogue, replace(wish, side="both"))))
    else:
        data = artist.svg(step_id) if out.suffix.lower() == ".svg" else png(artist.picture(step_id))
    out.write_bytes(data)
    application.processEvents()
    return artist.faults


def png(image: QImage) -> bytes:
    """The picture as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
