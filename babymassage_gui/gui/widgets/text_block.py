"""Text that always fits: the largest size of a ladder, balanced lines, our own line height, any script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, TypeRole, make_font

_UNBOUNDED = 1e6
_BALANCE_STEPS = 9
# Lines that have no other way to fit stand as close as this, in parts of the size.
_CLOSE = 1.06
# Borrowed letters: 800 is not made bold evenly, and synthetic bold vanishes from 64 px on.
_BORROWED_WEIGHT, _BORROWED_SIZE = QFont.Weight.Bold, 60.0
_NUNITO_LAST_LETTER, _MARKS_FIRST, _MARKS_LAST = 0x0530, 0x1E00, 0x2BFF


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A laid-out text: `px` its size, `lines` how many, `width` the widest of them, `height` with our leading."""

    layout: QTextLayout
    px: float
    lines: int
    width: float
    height: float
    fits: bool

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        shade: str | QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Draw into a rectangle: left, centre or right and top, middle or bottom (middle if none is named).

        Left means the side where this text begins is not mirrored here: callers mirror. Returns the bottom.
        """
        flags = Qt.AlignmentFlag
        top = rect.y() + (rect.height() - self.height) / 2
        if align & flags.AlignTop:
            top = rect.y()
        elif align & flags.AlignBottom:
            top = rect.bottom() - self.height
        for index in range(self.layout.lineCount()):
            text_line = self.layout.lineAt(index)
            spare = rect.width() - text_line.naturalTextWidth()
            x = spare if align & flags.AlignRight else spare / 2 if align & flags.AlignHCenter else 0.0
            text_line.setPosition(QPointF(x, text_line.y()))
        painter.setPen(QColor(shade))
        self.layout.draw(painter, QPointF(rect.x(), top))
        return top + self.height


def borrowed(text: str) -> bool:
    """Whether the text has letters that Nunito lacks and another font lends."""
    return any(ord(letter) >= _NUNITO_LAST_LETTER and not _MARKS_FIRST <= ord(letter) <= _MARKS_LAST for letter in text)


def reading_direction(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one, whatever the page around it does."""
    for letter in text:
        kind = bidirectional(letter)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def script_font(text: str, px: float, weight: QFont.Weight) -> QFont:
    """The font for a text; borrowed letters get a weight and a size that they can bear."""
    if borrowed(text):
        return make_font(min(px, _BORROWED_SIZE), min(weight, _BORROWED_WEIGHT))
    return make_font(px, weight)


def text_width(text: str, px: float, weight: QFont.Weight) -> float:
    """The width of a single line in pixels."""
    return QFontMetricsF(script_font(text, px, weight)).horizontalAdvance(text)


def lay_out(text: str, px: float, weight: QFont.Weight, leading: float, width: float) -> TextBlock:
    """The text in lines of at most `width`, balanced so that no line ends in a lonely word."""
    font = script_font(text, px, weight)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(reading_direction(text))
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    count, widest = _break(layout, width)
    if count > 1:
        low, high = width * 0.5, width
        for _ in range(_BALANCE_STEPS):
            middle = (low + high) / 2
            lines, wide = _break(layout, middle)
            low, high = (low, middle) if lines <= count and wide <= middle + 1 else (middle, high)
        count, widest = _break(layout, high)
    pitch = font.pixelSize() * leading
    cap = QFontMetricsF(font).capHeight()
    for index in range(count):
        text_line = layout.lineAt(index)
        text_line.setPosition(QPointF(0, index * pitch + (pitch + cap) / 2 - text_line.ascent()))
    return TextBlock(layout, float(font.pixelSize()), count, widest, count * pitch, widest <= width + 1)


def _break(layout: QTextLayout, width: float) -> tuple[int, float]:
    widest = 0.0
    layout.beginLayout()
    while (text_line := layout.createLine()).isValid():
        text_line.setLineWidth(width)
        widest = max(widest, text_line.naturalTextWidth())
    layout.endLayout()
    return layout.lineCount(), widest


def fit_text(
    text: str,
    sizes: Sequence[float],
    weight: QFont.Weight,
    leading: float,
    width: float,
    height: float = _UNBOUNDED,
    max_lines: int | None = None,
) -> TextBlock:
    """The text in the first (largest) of `sizes` that fits; in the last one, marked `fits=False`, if none does."""
    tried = None
    for px in sizes:
        block = lay_out(text, px, weight, leading, width)
        fits = block.fits and block.height <= height + 1 and (max_lines is None or block.lines <= max_lines)
        tried = TextBlock(block.layout, block.px, block.lines, block.width, block.height, fits)
        if fits:
            return tried
    if tried is None:
        raise ValueError("a ladder needs at least one size")
    return tried


def fit_role(
    text: str, role: TypeRole, theme: Theme, width: float, height: float = _UNBOUNDED, max_lines: int | None = None
) -> TextBlock:
    """The text in a role of the type table; steps down to 15 px below the role's ladder, and at last sets the lines
    closer, before it gives up.
    """
    sizes = shrinking(theme.ladder(role))
    block = fit_text(text, sizes, role.weight, role.leading, width, height, max_lines)
    if block.fits or role.leading <= _CLOSE:
        return block
    closer = fit_text(text, sizes[-1:], role.weight, _CLOSE, width, height, max_lines)
    return closer if closer.fits else block


def shrinking(sizes: Sequence[float], floor: float = SMALLEST_TEXT) -> tuple[float, ...]:
    """A ladder continued downwards in steps of a tenth, to the smallest text there is."""
    ladder = list(sizes)
    while ladder[-1] > floor:
        ladder.append(max(floor, ladder[-1] * 0.92))
    return tuple(ladder)


def one_line(text: str, px: float, weight: QFont.Weight, width: float, floor: float = SMALLEST_TEXT) -> TextBlock:
    """A single line, as large as `px`, smaller where it must be."""
    return fit_text(text, shrinking((max(px, floor),), floor), weight, 1.2, max(1.0, width), max_lines=1)
