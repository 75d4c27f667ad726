"""What to do when something is wrong: whom to call and for what. No massage can be started from here.

The words rest on content-spec 3.7 (EXT-04, EXT-06, EXT-14, EXT-16, CON-07, CON-09). The only black outline there is.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import SESSION_TARGET, Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.buttons import QuietButton
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import box

CALL = TypeRole((84, 76, 68, 60, 52, 44, 36), Weight.EXTRA, 1.1)
SIGNS = TypeRole((40, 38, 36, 34, 32, 30, 28, 26, 24), Weight.MEDIUM, 1.22)
SIGNS_BOLD = TypeRole((44, 40, 36, 34, 32, 30, 28, 26, 24), Weight.EXTRA, 1.2)


class EmergencyPage(Ground):
    """Two lists: call now, and see a doctor today. `back` returns to the stop page, `end` ends the massage."""

    back = Signal()
    end = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.title = TextLabel(theme, self.tr("Call for help now"), CALL, self, align=left, max_lines=1)
        number = self.tr("112, or your own number")
        self.number = TextLabel(theme, number, Type.PAGE_TITLE, self, align=left, max_lines=1)
        self.call = TextLabel(
            theme,
            self.tr(
                "if the baby is blue or pale, limp, breathes hard, has a swollen face or a fit, does not wake, or has "
                "a hard, painful bulge at the navel or in the groin. Say: how old, what you see, where you are."
            ),
            SIGNS,
            self,
            align=left,
        )
        self.doctor_title = TextLabel(theme, self.tr("See a doctor today"), SIGNS_BOLD, self, align=left, max_lines=1)
        self.doctor = TextLabel(
            theme,
            self.tr(
                "after a cry of pain when a limb was moved, if a limb is not used, for a new swelling, or skin that "
                "goes red or lumpy: wipe the product off. No more moves."
            ),
            SIGNS,
            self,
            align=left,
        )
        self.back_button = QuietButton(theme, self.tr("Back"), "caret-left", self, style="bold")
        self.end_button = QuietButton(theme, self.tr("End the massage"), "check-fat", self)
        self.back_button.clicked.connect(self.back)
        self.end_button.clicked.connect(self.end)

    def without_massage(self) -> None:
        """Opened outside a massage: there is none to end."""
        self.end_button.hide()

    def _k(self) -> float:
        """The scale of the upright design in a tall window, of the wide one else."""
        return min(self.width() / 800, self.height() / 1280) if self.width() < self.height() else self.theme.k

    def _paper(self) -> QRectF:
        k = self._k()
        margin, row = 24 * k, max(SESSION_TARGET, 96 * k)
        return QRectF(margin, margin, self.width() - 2 * margin, self.height() - 3 * margin - row)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        p = self.theme.palette
        box(painter, self._paper(), self.theme.px(36), p.card, p.ink, 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        k = self._k()
        paper = self._paper()
        inner = paper.adjusted(48 * k, 30 * k, -48 * k, -30 * k)
        parts = (
            (self.title, 0.16), (self.number, 0.11), (self.call, 0.33), (self.doctor_title, 0.11), (self.doctor, 0.29),
        )  # fmt: skip
        top = inner.y()
        for label, share in parts:
            height = inner.height() * share
            label.set_theme(replace(self.theme, k=k))
            label.setGeometry(QRectF(inner.x(), top, inner.width(), height).toRect())
            top += height
        margin, row = 24 * k, max(SESSION_TARGET, 96 * k)
        width = paper.width() if self.end_button.isHidden() else (paper.width() - margin) / 2
        y = self.height() - margin - row
        self.back_button.setGeometry(QRectF(margin, y, width, row).toRect())
        self.end_button.setGeometry(QRectF(2 * margin + width, y, width, row).toRect())
