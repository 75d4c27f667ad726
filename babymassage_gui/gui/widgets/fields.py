"""Stock Qt widgets in our clothes: text field, slider, scrolled page. Colours by style sheet, fonts by `QFont`."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QScrollBar, QSlider, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Weight, make_font
from babymassage_gui.gui.widgets.icons import icon_pixmap
from babymassage_gui.gui.widgets.style_sheet import field_style, scroll_style, slider_style
from babymassage_gui.gui.widgets.text_block import text_width
from babymassage_gui.gui.widgets.themed import Themed


class TextField(Themed, QLineEdit):
    """A line of writing, with a quiet icon before it if one is named."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
        *,
        px: float = 24,
        height: float = 60,
        fill: str = "card",
    ) -> None:
        super().__init__(parent)
        self._icon, self._px, self._design_height, self._fill, self._wrong = icon, px, height, fill, False
        self._picture = QLabel(self)
        self._picture.setObjectName("field-icon")
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture.setVisible(icon is not None)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._on_text_changed)
        self._start_theme(theme)

    def _on_text_changed(self) -> None:
        """What is written is bold, the placeholder is not."""
        weight = Weight.BOLD if self.text() else Weight.MEDIUM
        px = self.theme.text_px(self._px)
        if not self.text():
            # The hint in an empty field shrinks until it can be read whole; what is written scrolls.
            room = self.width() - self._near() - self.theme.px(20) - 10
            while px > SMALLEST_TEXT and text_width(self.placeholderText(), px, weight) > max(room, 1.0):
                px -= 1
        self.setFont(make_font(px, weight))

    def set_wrong(self, wrong: bool) -> None:
        """Wear the 3 px ink outline of an impossible answer (never red)."""
        self._wrong = wrong
        self._on_theme_changed()

    @override
    def _on_theme_changed(self) -> None:
        theme = self.theme
        self._on_text_changed()
        self.setFixedHeight(theme.control(self._design_height, self._px))
        self.setStyleSheet(field_style(theme, self._fill, has_icon=self._icon is not None, wrong=self._wrong))
        if self._icon is not None:
            self._picture.setPixmap(icon_pixmap(self._icon, theme.palette.ink3, theme.text_px(26)))
        self._place_icon()

    def _near(self) -> float:
        return self.theme.px(60 if self._icon is not None else 20)

    def _place_icon(self) -> None:
        side = round(self.theme.text_px(26))
        x = round(self.theme.px(20))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - side
        self._picture.setGeometry(QRect(x, (self.height() - side) // 2, side, side))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_text_changed()
        self._place_icon()


class Slider(Themed, QSlider):
    """A slider with a knob for a thumb."""

    def __init__(
        self, theme: Theme, name: str, minimum: int, maximum: int, value: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(minimum, maximum)
        self.setPageStep(1)
        self.setValue(value)
        self.setAccessibleName(name)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self.theme.target(48))
        self.setStyleSheet(slider_style(self.theme))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page that the slider lies on; it sets only what was taken hold of before."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ScrollPage(Themed, QScrollArea):
    """A page that scrolls up and down only, with a thin bar; its content keeps its own ground."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A bar of Python's making: to tell what one of Qt's own is PySide makes every class of QtWidgets.
        self.setVerticalScrollBar(QScrollBar(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self.setStyleSheet(scroll_style(self.theme))
