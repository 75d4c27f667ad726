"""The session page: the baby on the mat, the step on the sheet, and the stop that is always there.

It is shown an instant some thirty times a second and paints only what changed. Watching is enough.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.kept_clear import Place
from babymassage_gui.core.session import Session
from babymassage_gui.core.session_table import Phase as SessionPhase
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.pages.session_layout import Arrangement, SessionLayout, session_layout
from babymassage_gui.gui.pages.session_view import (
    body_zones,
    mat_phase,
    pace_of,
    step_words,
    what_comes_next,
    zone_progress,
)
from babymassage_gui.gui.pages.sheet import Sheet
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Phase, Theme
from babymassage_gui.gui.widgets.buttons import SquareButton, StopButton
from babymassage_gui.gui.widgets.go_button import GoButton
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import Tag
from babymassage_gui.gui.widgets.mats import lay_mat, mat_pixmap
from babymassage_gui.gui.widgets.zone_bar import Zone, ZoneBar


class SessionPage(Ground):
    """Shows a running session. A press on no button is a press on the stop bar."""

    needs_me = Signal()
    skip_pressed = Signal()
    back_pressed = Signal()
    extend_pressed = Signal()
    zone_pressed = Signal(object)

    def __init__(self, theme: Theme, figure: SessionFigure, parent: QWidget | None = None) -> None:
        self._figure = figure
        self._words = Words()
        self._session: Session | None = None
        self._shown_zones: tuple[object, ...] = ()
        self._next = ""
        self._phase = Phase.READY
        self._mat_key: tuple[object, ...] = ()
        self._mat_picture = QPixmap()
        super().__init__(theme, parent, role=None)
        # The mat fills it: what lies under it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.stop = StopButton(theme, self.tr("Baby needs me"), self.tr("Space"), self)
        self.skip = GoButton(theme, self)
        self.extend = SquareButton(theme, self.tr("30 s"), "plus", self, name=self.tr("30 seconds more"), style="bold")
        self.back = SquareButton(theme, self.tr("Back"), "skip-back", self)
        self.zones = ZoneBar(theme, (), self, name=self.tr("Parts of this massage"))
        self.sheet = Sheet(theme, self)
        self.next_chip = Tag(theme, "", self, lead=self.tr("Next"))
        self.ribbon = Tag(theme, "", self, icon="leaf", px=20)
        self.ribbon.hide()
        self.stop.clicked.connect(self.needs_me)
        self.skip.clicked.connect(self.skip_pressed)
        self.extend.clicked.connect(self.extend_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.zones.zone_pressed.connect(self._on_zone_pressed)

    def begin(self, note: str) -> None:
        """A session is about to be shown; `note` says that it does not count, if it does not."""
        self._session, self._shown_zones = None, ()
        self.ribbon.set_text(note)
        self.ribbon.setVisible(bool(note))
        self._arrange()

    def keep_clear(self, kept: tuple[Place, ...]) -> None:
        """Places of this baby that no hand touches today."""
        self._figure.set_kept_clear(kept)

    def show_instant(self, session: Session, at: float) -> None:
        """Show the session as it is at an instant of its clock."""
        step_before = None if self._session is None else self._session.planned
        self._session = session
        self._show_zones(session, at)
        phase = mat_phase(session, at)
        new_phase = phase is not self._phase
        self._phase = phase
        self.sheet.show_words(step_words(session, self._words), phase)
        self.sheet.set_pace(pace_of(session, at, self._words))
        self._show_next(what_comes_next(session, at, self._words))
        self.skip.set_waiting(session.may_go)
        self._figure.set_instant(session, at)
        if new_phase or step_before != session.planned:
            self.update()
        else:
            self.update(self._moving_area().toAlignedRect())  # nothing, if nothing moved
        self._figure.prepare(session, at)

    def _show_zones(self, session: Session, at: float) -> None:
        zones = body_zones(session)
        if zones != self._shown_zones:
            self._shown_zones = zones
            self.zones.set_zones([Zone(self._words.block(z.block), z.seconds) for z in zones])
        current, fraction = zone_progress(session, at)
        self.zones.set_progress(current, fraction, f"pa_{self._phase}")

    def _show_next(self, words: str) -> None:
        if words != self._next:
            self._next = words
            self.next_chip.set_text(words)
            self.next_chip.fit(self._layout().next_chip)

    def _layout(self) -> SessionLayout:
        layout = session_layout(self.width(), self.height(), self.theme)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return layout.mirrored(self.width()) if mirrored else layout

    def _moving_area(self) -> QRectF:
        """What a frame repaints: what moves of the figure, or all of it where a limb moves or a step begins."""
        layout = self._layout()
        # What moves under the zone bar is not seen; to paint the bar anew would cost as much as the hands.
        top = layout.zone_bar.bottom() + 1
        tall = layout.arrangement is Arrangement.TALL
        left, width = (0.0, float(self.width())) if tall else (layout.figure.x(), layout.figure.width())
        whole = QRectF(left, top, width, (layout.sheet.y() if tall else layout.stop.y()) - top)
        changing = self._figure.changing_area()
        return whole if changing is None else changing.intersected(whole)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        layout = self._layout()
        lay_mat(painter, self._mat(layout), self.height())
        if self._session is not None:
            moving = self._session.phase is SessionPhase.STEP
            _shade, corner = self.sheet.shadow() or (None, 0.0)
            covered = layout.sheet.adjusted(corner, corner, -corner, -corner)
            self._figure.paint(painter, QRectF(self.rect()), layout.figure, moving=moving, covered=covered)

    def _mat(self, layout: SessionLayout) -> QPixmap:
        """The picture of the mat; one is kept, for the phase changes only every few seconds."""
        ratio = self.devicePixelRatioF()
        key = (self._phase, self.width(), self.height(), ratio, self.theme)
        if key != self._mat_key:
            centre = layout.figure.center()
            self._mat_picture = mat_pixmap(self.width(), self.height(), ratio, self.theme, self._phase, centre)
            self._mat_key = key
        return self._mat_picture

    def _arrange(self) -> None:
        layout = self._layout()
        for widget, rect in (
            (self.sheet, layout.sheet), (self.back, layout.back),
            (self.stop, layout.stop), (self.extend, layout.extend), (self.skip, layout.skip),
        ):  # fmt: skip
            widget.setGeometry(rect.toRect())
        self.zones.lie(layout.zone_bar)
        self.stop.set_key_cap(self.tr("Space") if layout.stop.width() >= 560 else "")
        self.next_chip.fit(layout.next_chip)
        self.ribbon.fit(self.note_strip())

    def note_strip(self) -> QRectF:
        """Below the bar of zones, where there is no button: for a sentence that comes and goes."""
        bar = self._layout().zone_bar
        # A zone can be pressed below what is seen of it.
        top = max(bar.bottom() + 8, self.zones.geometry().bottom() + 2)
        return QRectF(bar.x(), top, bar.width(), max(32.0, 44 * self.theme.k))

    def _on_zone_pressed(self, index: int) -> None:
        if self._session is not None:
            self.zone_pressed.emit(body_zones(self._session)[index].block)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._figure.set_theme(self.theme)
        if hasattr(self, "ribbon"):
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.needs_me.emit()
