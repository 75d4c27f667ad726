"""What the walk through every page looks at: words that are cut off or run into each other, and what can be pressed.

A page is painted, and each text is written down with the place where it lands. Nothing here knows a page by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from babymassage_gui.gui.theme import SMALLEST_TARGET
from babymassage_gui.gui.widgets.text_block import TextBlock

# Letters may hang over their box by the breadth of a line; two texts may come as near as that.
OVER, TOUCH = 2.0, 2.0


@dataclass(frozen=True, slots=True)
class Written:
    """A text that was painted: on which widget or picture, where in it, and whether its ladder had a size for it."""

    text: str
    place: QRectF
    on: object
    fits: bool


class Eyes:
    """Writes down what is painted. Use it in a test: it looks as long as the test's `monkeypatch` lasts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._seen: list[Written] = []
        draw = TextBlock.draw

        def drawn(
            block: TextBlock,
            painter: QPainter,
            rect: QRectF,
            shade: str | QColor,
            align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        ) -> float:
            bottom = draw(block, painter, rect, shade, align)
            place = painter.worldTransform().mapRect(_ink(block, QRectF(rect.x(), bottom - block.height, 0, 0)))
            self._seen.append(Written(block.layout.text(), place, painter.device(), block.fits))
            return bottom

        monkeypatch.setattr(TextBlock, "draw", drawn)

    def read(self, widget: QWidget) -> list[Written]:
        """Paint a widget with everything in it and give back the texts."""
        self._seen.clear()
        widget.grab()
        return [written for written in self._seen if written.text.strip()]


def _ink(block: TextBlock, at: QRectF) -> QRectF:
    """Where the letters of a block lie that is drawn at a place: as high and as deep as these letters are."""
    whole = QRectF()
    letters = QFontMetricsF(block.layout.font()).tightBoundingRect(block.layout.text())
    for index in range(block.layout.lineCount()):
        line = block.layout.lineAt(index)
        stands = at.y() + line.y() + line.ascent()
        place = QRectF(at.x() + line.x(), stands + letters.top(), line.naturalTextWidth(), letters.height())
        whole = whole.united(place)
    return whole


def faults_of_texts(eyes: Eyes, window: QWidget) -> Iterator[str]:
    """Every text that is cut off, and every two that run into each other, in the window and in what it scrolls."""
    yield from _faults_in(eyes.read(window), window)
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget() is not None:
            yield from _faults_in(eyes.read(area.widget()), area.widget())
    yield from _fields(window)


def _faults_in(seen: list[Written], root: QWidget) -> Iterator[str]:
    shown: list[tuple[Written, QRectF]] = []
    for written in seen:
        if not written.fits:
            yield f"has no size for {written.text!r} on {_name(written.on)}"
        if isinstance(written.on, QWidget):
            cut, place = _way_out(written, root)
            if cut:
                yield cut
            if not place.isEmpty() and not _covered(written.on, place, root):
                shown.append((written, place))
    for (one, first), (two, second) in combinations(shown, 2):
        both = first.intersected(second)
        if both.width() > TOUCH and both.height() > TOUCH and one.text != two.text:
            yield f"{one.text!r} on {_name(one.on)} runs into {two.text!r} on {_name(two.on)}"


def _way_out(written: Written, root: QWidget) -> tuple[str, QRectF]:
    """Whether a text leaves its widget or anything around it that does not scroll; and where it is seen in the root."""
    widget, place = written.on, written.place
    while isinstance(widget, QWidget):
        area = QRectF(widget.rect()).adjusted(-OVER, -OVER, OVER, OVER)
        if isinstance(widget.parentWidget(), QAbstractScrollArea):
            # What scrolls may hang out above and below, and only what is left is seen further out.
            place = place.intersected(QRectF(place.x(), area.y(), place.width(), area.height()))
            if place.isEmpty():
                return "", QRectF()
        if not area.contains(place):
            where = f"{_numbers(place)} in {_numbers(area)}"
            return f"cuts {written.text!r} of {_name(written.on)} at {_name(widget)}: {where}", QRectF()
        if widget is root:
            return "", place
        place = place.translated(widget.pos())
        widget = widget.parentWidget()
    raise AssertionError(f"{written.text!r} was painted outside the window")


def _covered(widget: QWidget, place: QRectF, root: QWidget) -> bool:
    """Whether something lies over the middle of a text (a sheet over a page), so that it is not seen."""
    top = root.childAt(place.center().toPoint()) or root
    return not (top is widget or top.isAncestorOf(widget) or widget.isAncestorOf(top))


def _fields(window: QWidget) -> Iterator[str]:
    for field in window.findChildren(QLineEdit):
        if field.isVisible():
            option = QStyleOptionFrame()
            field.initStyleOption(option)
            room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
            metrics = QFontMetricsF(field.font())
            hint = metrics.horizontalAdvance(field.placeholderText())
            if metrics.tightBoundingRect("hp").height() > room.height() or hint > room.width():
                yield f"cuts the field {field.accessibleName()!r}: {hint:.0f}x{metrics.height():.0f} in {room}"


def pressables(window: QWidget) -> list[QWidget]:
    """Everything that a finger can press just now, but scroll bars: they have a wheel, keys and a drag instead."""
    found = [*window.findChildren(QAbstractButton), *window.findChildren(QAbstractSlider)]
    return [one for one in found if one.isVisibleTo(window) and one.isEnabled() and not isinstance(one, QScrollBar)]


def faults_of_targets(window: QWidget, least: int = SMALLEST_TARGET) -> Iterator[str]:
    """Every pressable that is smaller than a finger, lies on another one, or leaves the window."""
    found = pressables(window)
    for one in found:
        if min(one.width(), one.height()) < least:
            yield f"{_name(one)} is {one.width()}x{one.height()}, less than {least}"
        if not _scrolled(one, window) and not window.rect().contains(_place(one, window).toRect()):
            yield f"{_name(one)} leaves the window"
    for one, two in combinations(found, 2):
        both = _place(one, window).intersected(_place(two, window))
        apart = one.isAncestorOf(two) or two.isAncestorOf(one)
        if both.width() > OVER and both.height() > OVER and not apart and _same_plane(one, two):
            yield f"{_name(one)} lies on {_name(two)}"


def _same_plane(one: QWidget, two: QWidget) -> bool:
    """Whether two have their page in common: what a sheet covers is another plane."""
    return one.parentWidget() is two.parentWidget()


def _scrolled(widget: QWidget, window: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def _place(widget: QWidget, window: QWidget) -> QRectF:
    return QRectF(widget.rect()).translated(widget.mapTo(window, QPoint(0, 0)))


def _numbers(rect: QRectF) -> str:
    return f"{rect.left():.0f},{rect.top():.0f} to {rect.right():.0f},{rect.bottom():.0f}"


def _name(one: object) -> str:
    words = one.accessibleName() if isinstance(one, QWidget) else ""
    return f"{type(one).__name__} {words!r}" if words else type(one).__name__


# What may be pressed without being a button, because the whole surface is the stop (or the sleep) and says so to a
# screen reader by the button that lies on it; and a notice that a press sends away before it goes by itself.
WHOLE_SURFACES = frozenset({"SessionPage", "TurnPage", "AsleepPage", "Toast"})
HANDLERS = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")


def faults_of_buttons(window: QWidget) -> Iterator[str]:
    """Every area that answers a press and is no button, and every button without a name or without the focus."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and _answers_presses(widget):
            yield f"{_name(widget)} answers a press and is no button"
    for one in pressables(window):
        if not one.accessibleName():
            yield f"{_name(one)} has no name"
        around = one.parentWidget()
        # The carets of a stepper leave the keys to the stepper, which goes up and down by the arrows.
        if one.focusPolicy() == Qt.FocusPolicy.NoFocus == (around.focusPolicy() if around else one.focusPolicy()):
            yield f"{_name(one)} is out of reach of the keys"


def _answers_presses(widget: QWidget) -> bool:
    """Whether a class of the program's own hears the mouse here; Qt's own fields, lists and sliders know how."""
    if isinstance(widget, (QAbstractButton, QAbstractSlider, QLineEdit, QAbstractItemView)):
        return False
    ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("babymassage_gui")]
    if any(kind.__name__ in WHOLE_SURFACES for kind in ours):
        return False
    hears = any(handler in vars(kind) for kind in ours for handler in HANDLERS)
    return hears or (bool(ours) and widget.cursor().shape() == Qt.CursorShape.PointingHandCursor)
