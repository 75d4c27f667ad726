"""What other widgets lie on: the window's ground, the mat, the sheet. A ground paints the shadows of its children."""

from __future__ import annotations

import math
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Phase, Radius, Theme
from babymassage_gui.gui.widgets.mats import draw_mat
from babymassage_gui.gui.widgets.paint import CARD_SHADOW, Shadow, box, draw_shadow, rounded_path, start
from babymassage_gui.gui.widgets.themed import Themed

# No shadow reaches further from its shape, in pixels of the design.
_REACH = 40.0
_LIES_ELSEWHERE = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


@runtime_checkable
class CastsShadow(Protocol):
    """A widget under which its ground paints a shadow; the widget itself ends at its visible edge."""

    def shadow(self) -> tuple[Shadow, float] | None:
        """The shadow and the corner radius in pixels of this window; None while there is none."""


@runtime_checkable
class CastsPartly(Protocol):
    """A widget of which only a part is seen and casts the shadow."""

    def shadow_shape(self) -> QRectF:
        """The part, in the widget's own pixels."""


class Ground(Themed, QWidget):
    """A plain ground in one colour role (`page`), with the shadows of its direct children."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, role: str | None = "page") -> None:
        super().__init__(parent)
        self._role = role
        self._start_theme(theme)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what is under the shadows; pages with a drawing of their own extend this."""
        if self._role is not None:
            painter.fillRect(self.rect(), QColor(self.theme.colour(self._role)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        painter.setClipRect(event.rect())
        self.paint_ground(painter)
        reach = math.ceil(self.theme.px(_REACH))
        for child in self.children():
            # Asked by name: to ask a protocol takes as long as to draw a shadow, and this is asked in every frame.
            shadow = getattr(child, "shadow", None)
            if shadow is not None and isinstance(child, QWidget) and not child.isHidden():
                cast = shadow()
                if cast is not None:
                    shape = getattr(child, "shadow_shape", lambda: None)() or QRectF(child.rect())
                    shape = shape.translated(child.pos())
                    if event.region().intersects(shape.toAlignedRect().adjusted(-reach, -reach, reach, reach)):
                        draw_shadow(painter, shape, cast[1], self.theme, cast[0])
        painter.end()

    @override
    def childEvent(self, event: QChildEvent) -> None:
        # Not when it is added: then it is no Python object yet, and to tell what it is PySide makes every class of Qt.
        if event.type() == QEvent.Type.ChildPolished and event.child().isWidgetType():
            event.child().installEventFilter(self)
        elif event.type() == QEvent.Type.ChildRemoved:
            # Not asked what it was, either: of one that is being taken apart PySide finds out by making every class.
            self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LIES_ELSEWHERE and isinstance(watched, CastsShadow):
            self.update()
        return False


class Mat(Ground):
    """The mat of a phase: colour and pattern; `centre` is where the baby lies, in this widget's pixels."""

    def __init__(
        self, theme: Theme, phase: Phase = Phase.STROKE, parent: QWidget | None = None, radius: float = 0.0
    ) -> None:
        self._phase = phase
        self._centre: QPointF | None = None
        self._radius = radius
        super().__init__(theme, parent, role=None)
        # It fills its rectangle: what lies under it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, not radius)

    @property
    def phase(self) -> Phase:
        """The phase that is shown."""
        return self._phase

    def set_phase(self, phase: Phase, centre: QPointF | None = None) -> None:
        """Show another phase."""
        self._phase, self._centre = phase, centre
        self.update()

    def shadow(self) -> tuple[Shadow, float] | None:
        """A mat with round corners lies on the page like a card; one that fills the window does not."""
        return (CARD_SHADOW, self.theme.px(self._radius)) if self._radius else None

    @override
    def paint_ground(self, painter: QPainter) -> None:
        if self._radius:
            painter.setClipPath(
                rounded_path(QRectF(self.rect()), self.theme.px(self._radius)), Qt.ClipOperation.IntersectClip
            )
        draw_mat(painter, QRectF(self.rect()), self.theme, self._phase, self._centre)


class Card(Ground):
    """A warm paper sheet with round corners; its shadow is painted by the ground that it lies on."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        radius: float = Radius.CARD,
        fill: str = "card",
        cast: Shadow | None = CARD_SHADOW,
    ) -> None:
        self._radius, self._fill, self._cast = radius, fill, cast
        self._marked = False
        super().__init__(theme, parent, role=None)

    @property
    def marked(self) -> bool:
        """Whether the card wears the outline that says "here"."""
        return self._marked

    def set_marked(self, marked: bool) -> None:
        """Put on or take off the 3 px outline that says "here"."""
        self._marked = marked
        self.update()

    def set_fill(self, role: str) -> None:
        """Fill with another colour role, or a hex colour."""
        self._fill = role
        self.update()

    def shadow(self) -> tuple[Shadow, float] | None:
        """The shadow of a card, or none where it lies flat."""
        return (self._cast, self.theme.px(self._radius)) if self._cast is not None else None

    @override
    def paint_ground(self, painter: QPainter) -> None:
        p = self.theme.palette
        outline = p.primary if self._marked else p.line if self.theme.outlined else None
        box(painter, QRectF(self.rect()), self.theme.px(self._radius), self.theme.colour(self._fill), outline, 3)
