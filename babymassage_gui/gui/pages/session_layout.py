"""Where everything of the session page lies: one pure function of the window's size and the parent's text size.

Three arrangements (design pages, section 3): wide, small landscape and tall. The session never scrolls.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF

from babymassage_gui.gui.theme import SESSION_TARGET, Theme

WIDE_RATIO, WIDE_HEIGHT = 1.25, 600
# The parent's larger text widens the sheet and takes that room from the figure.
SHEET_WIDTHS = ((1.15, 540.0), (1.3, 600.0), (9.9, 660.0))


class Arrangement(Enum):
    """The three arrangements."""

    WIDE = auto()
    SMALL = auto()
    TALL = auto()


@dataclass(frozen=True, slots=True)
class SessionLayout:
    """Rectangles in pixels of the window. `figure` is the free area that the baby is centred in."""

    arrangement: Arrangement
    zone_bar: QRectF
    sheet: QRectF
    figure: QRectF
    next_chip: QRectF
    back: QRectF
    stop: QRectF
    extend: QRectF
    skip: QRectF

    def mirrored(self, width: float) -> SessionLayout:
        """The same for a language that is written from right to left; the figure itself is never mirrored."""
        rects = (
            self.zone_bar, self.sheet, self.figure, self.next_chip, self.back, self.stop, self.extend, self.skip,
        )  # fmt: skip
        return SessionLayout(
            self.arrangement, *(QRectF(width - r.right(), r.y(), r.width(), r.height()) for r in rects)
        )


def arrangement_of(width: float, height: float) -> Arrangement:
    """Which arrangement a window takes."""
    if width < height:
        return Arrangement.TALL
    wide = width >= WIDE_RATIO * height and height >= WIDE_HEIGHT
    return Arrangement.WIDE if wide else Arrangement.SMALL


def session_layout(width: float, height: float, theme: Theme) -> SessionLayout:
    """Lay out the session page."""
    match arrangement_of(width, height):
        case Arrangement.TALL:
            return _tall(width, height)
        case Arrangement.SMALL:
            return _landscape(width, height, Arrangement.SMALL, max(0.6, theme.k), 0.545 * width)
        case Arrangement.WIDE:
            design = next(w for most, w in SHEET_WIDTHS if theme.text_scale < most)
            # A very wide window gives the sheet a little of its width, so that lines do not become too short.
            sheet = min(design * theme.k + 0.12 * max(0.0, width - 1280 * theme.k), 0.52 * width)
            return _landscape(width, height, Arrangement.WIDE, theme.k, sheet)


def _landscape(width: float, height: float, kind: Arrangement, k: float, sheet_width: float) -> SessionLayout:
    margin, gap = (24 * k, 16 * k) if kind is Arrangement.WIDE else (12.0, 10.0)
    side = max(float(SESSION_TARGET), 112 * k)
    square = (side, side)
    row = height - margin - square[1]
    sheet = QRectF(width - margin - sheet_width, margin, sheet_width, row - margin - (margin if k >= 0.7 else 10))
    bar_height = max(44.0, 64 * k)
    bar = QRectF(margin, margin, sheet.x() - 2 * margin, bar_height)
    chip_height = max(36.0, 60 * k)
    chip = QRectF(margin, row - margin - chip_height, bar.width(), chip_height)
    stop_x = margin + square[0] + gap
    stop = QRectF(stop_x, row, width - margin - 2 * (square[0] + gap) - stop_x, square[1])
    extend = QRectF(stop.right() + gap, row, *square)
    return SessionLayout(
        kind,
        zone_bar=bar,
        sheet=sheet,
        figure=QRectF(0, bar.bottom() + 8 * k, sheet.x(), chip.y() - bar.bottom() - 8 * k),
        next_chip=chip,
        back=QRectF(margin, row, *square),
        stop=stop,
        extend=extend,
        skip=QRectF(extend.right() + gap, row, *square),
    )


def _tall(width: float, height: float) -> SessionLayout:
    k = min(width / 800, height / 1280)
    margin, gap = 24 * k, 16 * k
    inner = width - 2 * margin
    small_height, stop_height = max(SESSION_TARGET, 100 * k), max(SESSION_TARGET, 128 * k)
    small_y = height - margin - small_height
    stop_y = small_y - gap - stop_height
    sheet_height = 0.385 * height
    sheet = QRectF(margin, stop_y - gap - sheet_height, inner, sheet_height)
    bar = QRectF(margin, margin, inner, max(44.0, 68 * k))
    chip_height = max(36.0, 60 * k)
    chip = QRectF(margin, sheet.y() - gap - chip_height, inner, chip_height)
    third = (inner - 2 * gap) / 3
    buttons = [QRectF(margin + i * (third + gap), small_y, third, small_height) for i in range(3)]
    return SessionLayout(
        Arrangement.TALL,
        zone_bar=bar,
        sheet=sheet,
        figure=QRectF(0, bar.bottom(), width, chip.y() - bar.bottom()),
        next_chip=chip,
        back=buttons[0],
        stop=QRectF(margin, stop_y, inner, stop_height),
        extend=buttons[1],
        skip=buttons[2],
    )
