"""Words on a page: painted labels that find their own size, chips that are not pressed, and notes with an icon."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.icons import IconStyle, draw_icon
from babymassage_gui.gui.widgets.paint import CHIP_SHADOW, Shadow, box, start
from babymassage_gui.gui.widgets.text_block import TextBlock, fit_role, lay_out, one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed


class TextLabel(Themed, QWidget):
    """A text in a role of the type table; in a fixed rectangle it takes the largest size that fits, balanced.

    In a layout it asks for its height at the first size of its role. `shade` is a colour role or a hex colour.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: TypeRole = Type.BODY,
        parent: QWidget | None = None,
        *,
        shade: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        max_lines: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._shade, self._align, self._max_lines = text, role, shade, align, max_lines
        self._laid: tuple[tuple[str, TypeRole, Theme, int, int], TextBlock] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(max_lines != 1)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text)
        self._start_theme(theme)

    def text(self) -> str:
        """The words."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show and speak other words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_shade(self, role: str) -> None:
        """Write in another colour role."""
        self._shade = role
        self.update()

    def set_role(self, role: TypeRole) -> None:
        """Write in another role of the type table."""
        self._role = role
        self.updateGeometry()
        self.update()

    def block(self) -> TextBlock:
        """The text as it is laid out in the label's present rectangle."""
        key = (self._text, self._role, self.theme, self.width(), self.height())
        if self._laid is None or self._laid[0] != key:
            fitted = fit_role(self._text, self._role, self.theme, max(1, self.width()), self.height(), self._max_lines)
            self._laid = (key, fitted)
        return self._laid[1]

    def _first_size(self, width: float) -> TextBlock:
        return lay_out(self._text, self.theme.ladder(self._role)[0], self._role.weight, self._role.leading, width)

    @override
    def sizeHint(self) -> QSize:
        px = self.theme.ladder(self._role)[0]
        return QSize(round(text_width(self._text, px, self._role.weight)) + 3, round(px * self._role.leading) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        if self._max_lines == 1:
            return QSize(20, self.sizeHint().height())
        return QSize(60, round(self.theme.ladder(self._role)[-1] * self._role.leading))

    @override
    def hasHeightForWidth(self) -> bool:
        return self._max_lines != 1

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._first_size(max(1, width)).height) + 2 if self._max_lines != 1 else -1

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = start(self)
        align = self._align
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            align = _mirrored(align)
        self.block().draw(painter, QRectF(self.rect()), self.theme.colour(self._shade), align)
        painter.end()


def _mirrored(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    flags = Qt.AlignmentFlag
    if align & flags.AlignHCenter:
        return align
    vertical = align & flags.AlignVertical_Mask
    return vertical | (flags.AlignLeft if align & flags.AlignRight else flags.AlignRight)


class Tag(Themed, QWidget):
    """A pill of words on the mat or on a sheet that is not pressed: "Next", "baby's left", "3 to 5 times".

    It is as wide as its words up to its rectangle, and stands at the near end of it (`align`).
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget | None = None,
        *,
        lead: str = "",
        icon: str | None = None,
        fill: str = "card",
        fill_alpha: float = 0.95,
        shade: str = "ink",
        weight_lead: str = "ink2",
        px: float = 30,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        style: IconStyle = "fill",
        cast: Shadow | None = CHIP_SHADOW,
    ) -> None:
        """`lead` is a quieter word before the text."""
        super().__init__(parent)
        self._text, self._lead, self._icon, self._style = text, lead, icon, style
        self._fill, self._alpha, self._shade, self._lead_shade = fill, fill_alpha, shade, weight_lead
        self._px, self._align, self._cast = px, align, cast
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._start_theme(theme)
        self.set_text(text, lead)

    def set_text(self, text: str, lead: str | None = None) -> None:
        """Show and speak other words."""
        self._text, self._lead = text, self._lead if lead is None else lead
        self.setAccessibleName(f"{self._lead} {text}".strip())
        self.updateGeometry()
        self.update()

    def shadow(self) -> tuple[Shadow, float] | None:
        """The tag floats; set its width with `fit` so that the shadow is as wide as the words."""
        return (self._cast, self.height() / 2) if self._cast is not None else None

    def fit(self, room: QRectF) -> None:
        """Take the height of a rectangle and as much of its width as the words need, at the near end."""
        width = min(room.width(), self._wanted(room.height()))
        x = room.x()
        if self._align & Qt.AlignmentFlag.AlignRight:
            x = room.right() - width
        elif self._align & Qt.AlignmentFlag.AlignHCenter:
            x = room.center().x() - width / 2
        self.setGeometry(QRectF(x, room.y(), width, room.height()).toRect())

    def _sizes(self, height: float) -> tuple[float, float, float]:
        px = min(self.theme.text_px(self._px), max(15.0, height * 0.5))
        lead = text_width(self._lead, px, Weight.BOLD) + px * 0.5 if self._lead else 0.0
        icon = px * 1.5 if self._icon else 0.0
        return px, lead, icon

    def _wanted(self, height: float) -> float:
        px, lead, icon = self._sizes(height)
        return text_width(self._text, px, Weight.BOLD) + lead + icon + height * 0.9 + 2

    @override
    def sizeHint(self) -> QSize:
        height = round(self.theme.text_px(self._px) * 2)
        return QSize(round(self._wanted(height)), height)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        rect = QRectF(self.rect())
        outline = self.theme.palette.line if self.theme.outlined else None
        box(painter, rect, rect.height() / 2, self.theme.colour(self._fill, self._alpha), outline)
        px, lead, icon = self._sizes(rect.height())
        side = rect.height() * 0.45
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        row = rect.adjusted(side, 0, -side, 0)
        if self._icon:
            x = row.right() - px * 0.55 if mirrored else row.left() + px * 0.55
            tint = self.theme.colour(self._shade).name()
            draw_icon(painter, self._icon, tint, QPointF(x, rect.center().y()), px * 1.1, self._style)
        row = row.adjusted(0, 0, -icon, 0) if mirrored else row.adjusted(icon, 0, 0, 0)
        if self._lead:
            word = one_line(self._lead, px, Weight.BOLD, row.width())
            word.draw(painter, row, self.theme.colour(self._lead_shade), near)
            row = row.adjusted(0, 0, -lead, 0) if mirrored else row.adjusted(lead, 0, 0, 0)
        one_line(self._text, px, Weight.BOLD, row.width() + 1).draw(painter, row, self.theme.colour(self._shade), near)
        painter.end()


class Note(Themed, QWidget):
    """A tinted field with an icon and a sentence: the caution on the sheet, the reason on Today, "Tomorrow"."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        role: TypeRole = Type.BODY_BOLD,
        parent: QWidget | None = None,
        *,
        fill: str = "caution_bg",
        shade: str = "caution",
        icon_shade: str = "caution",
        radius: float = 20.0,
        style: IconStyle = "bold",
    ) -> None:
        super().__init__(parent)
        self._kept_free = 0.0
        self._text, self._icon, self._role, self._radius, self._style = text, icon, role, radius, style
        self._fill, self._shade, self._icon_shade = fill, shade, icon_shade
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self._start_theme(theme)

    def set_note(
        self, text: str, icon: str | None = None, *, fill: str | None = None, shade: str | None = None
    ) -> None:
        """Show and speak another sentence; what is None stays."""
        self._text, self._icon = text, icon if icon is not None else self._icon
        self._fill = fill if fill is not None else self._fill
        if shade is not None:
            self._shade = self._icon_shade = shade
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def keep_free(self, width: float) -> None:
        """Leave so many pixels at the far end to something that lies on the note."""
        if width != self._kept_free:
            self._kept_free = width
            self.update()

    def _insets(self) -> tuple[float, float, float]:
        """Size of the icon, the near inset of the words, the far inset."""
        size = self.theme.text_px(self._role.size) * 1.12
        return size, size * 1.55 + self.theme.px(8), self.theme.px(12) + self._kept_free

    @override
    def sizeHint(self) -> QSize:
        px = self.theme.ladder(self._role)[0]
        _, near, far = self._insets()
        width = text_width(self._text, px, self._role.weight) + near + far + 3
        return QSize(round(width), max(self.theme.target(54), round(px * 1.3 + self.theme.px(28))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(140, 40)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        _, near, far = self._insets()
        px = self.theme.ladder(self._role)[0]
        block = lay_out(self._text, px, self._role.weight, self._role.leading, max(20.0, width - near - far))
        return max(self.theme.target(54), round(block.height + self.theme.px(28)))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        rect = QRectF(self.rect())
        box(painter, rect, self.theme.px(self._radius), self.theme.colour(self._fill))
        size, near, far = self._insets()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = near * 0.51
        x = rect.right() - middle if mirrored else rect.left() + middle
        tint = self.theme.colour(self._icon_shade).name()
        draw_icon(painter, self._icon, tint, QPointF(x, rect.center().y()), size, self._style)
        words = rect.adjusted(far, 4, -near, -4) if mirrored else rect.adjusted(near, 4, -far, -4)
        block = fit_role(self._text, self._role, self.theme, words.width(), words.height())
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        block.draw(painter, words, self.theme.colour(self._shade), align)
        painter.end()
