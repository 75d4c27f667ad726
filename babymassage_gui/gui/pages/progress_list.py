"""The list of massages on Progress: newest first, painted only where it is seen, so that years of them scroll."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTime,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.progress import Bar, Bars
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.faces import draw_face
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import box, line
from babymassage_gui.gui.widgets.style_sheet import scroll_style
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

_ROW = 68.0
_AT_ONCE = 600
"""Rows that the view lays out at once: it asks for more when it is scrolled there."""
_AnyIndex = QModelIndex | QPersistentModelIndex


class RowWords(QObject):
    """A massage in the words of its row."""

    def day(self, day: date, today: date, words: Words) -> str:
        """The day as one says it; with its year where that is another."""
        if day.year != today.year and (today - day).days >= 7:
            return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMMM yyyy"))
        return words.past_day(day, today)

    def minutes(self, bar: Bar) -> str:
        """How long, short enough for the end of a row."""
        return self.tr("under 1 min") if bar.minutes < 1 else fill(self.tr("%1 min"), round(bar.minutes))

    def how(self, bar: Bar, words: Words) -> str:
        """The hour, how it was, and how it ended if before the plan did."""
        start = bar.start
        parts = [QLocale().toString(QTime(start.hour, start.minute), QLocale.FormatType.ShortFormat)]
        if bar.mood is not Mood.NOT_SAID:
            parts.append(words.mood(bar.mood).lower())
        ended = self._ended(bar)
        return " · ".join([*parts, ended] if ended else parts)

    def _ended(self, bar: Bar) -> str:
        """Kindly, and nothing where the answer has said it."""
        return {
            Ending.FINISHED: "",
            Ending.EARLY: self.tr("ended early, well done"),
            Ending.ASLEEP: "" if bar.mood is Mood.ASLEEP else self.tr("fell asleep"),
            Ending.SPAT_UP: self.tr("spat up, ended in time"),
            Ending.CALLED_AWAY: self.tr("called away"),
            Ending.SOMETHING_WRONG: self.tr("ended to look after the baby"),
        }[bar.ending]

    def spoken(self, bar: Bar, today: date, words: Words) -> str:
        """The whole row for those who listen."""
        parts = (self.day(bar.day, today, words), self.minutes(bar), self.how(bar, words), bar.note)
        return ", ".join(part for part in parts if part)


class MassageModel(QAbstractListModel):
    """Massages, newest first; `BAR` gives the `Bar` of a row."""

    BAR = Qt.ItemDataRole.UserRole

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self.row_words = words, RowWords(self)
        self._bars, self._fetched = Bars(), 0
        self.today = date.min

    def show_bars(self, bars: Bars, today: date) -> None:
        """Show other massages, given oldest first."""
        self.beginResetModel()
        self._bars, self.today, self._fetched = bars, today, min(len(bars), _AT_ONCE)
        self.endResetModel()

    def reach(self, row: int) -> QModelIndex:
        """The index of a row, which is fetched if the view has not come so far."""
        if row >= self._fetched:
            self._fetch(row + 1 - self._fetched + _AT_ONCE)
        return self.index(row)

    def _fetch(self, rows: int) -> None:
        last = min(len(self._bars), self._fetched + rows)
        self.beginInsertRows(QModelIndex(), self._fetched, last - 1)
        self._fetched = last
        self.endInsertRows()

    @override
    def canFetchMore(self, parent: _AnyIndex) -> bool:
        return not parent.isValid() and self._fetched < len(self._bars)

    @override
    def fetchMore(self, _parent: _AnyIndex) -> None:
        self._fetch(_AT_ONCE)

    @override
    def rowCount(self, parent: _AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._fetched

    @override
    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        bar = self._bars[len(self._bars) - 1 - index.row()]
        if role == self.BAR:
            return bar
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row_words.spoken(bar, self.today, self._words)
        return bar.note or None if role == Qt.ItemDataRole.ToolTipRole else None


class MassageRow(QStyledItemDelegate):
    """Paints a row: the face of how it was, the day, what else there is to say, the minutes."""

    def __init__(self, view: MassageList, words: Words, skin: Skin) -> None:
        super().__init__(view)
        self._view, self._words, self.skin = view, words, skin

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(100, self._view.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        theme = self._view.theme
        bar, model = index.data(MassageModel.BAR), index.model()
        rect = QRectF(option.rect)
        state = option.state
        if not isinstance(bar, Bar) or not isinstance(model, MassageModel):
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        indent = theme.text_px(19) * 3.1
        if state & QStyle.StateFlag.State_Selected:
            box(painter, rect.adjusted(0, 2, 0, -2), theme.px(18), theme.palette.primary_soft)
        elif index.row():
            painter.setPen(line(theme.palette.line, 1.5))
            left, right = (8.0, indent) if mirrored else (indent, 8.0)
            painter.drawLine(QPointF(rect.left() + left, rect.top()), QPointF(rect.right() - right, rect.top()))
        face = rect.height() * 0.29
        x = rect.right() - indent * 0.48 if mirrored else rect.left() + indent * 0.48
        draw_face(painter, QPointF(x, rect.center().y()), face, bar.mood, theme, self.skin)
        words = rect.adjusted(theme.px(12), 0, -indent, 0) if mirrored else rect.adjusted(indent, 0, -theme.px(12), 0)
        self._draw_words(painter, words, bar, model, mirrored)
        painter.restore()

    def _draw_words(self, painter: QPainter, area: QRectF, bar: Bar, model: MassageModel, mirrored: bool) -> None:
        theme, p, say = self._view.theme, self._view.theme.palette, model.row_words
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            near, far = far, near
        inset = area.height() * 0.13
        upper = QRectF(area.x(), area.y() + inset, area.width(), area.height() * 0.41)
        lower = QRectF(area.x(), upper.bottom(), area.width(), area.height() * 0.34)
        minutes = one_line(say.minutes(bar), theme.text_px(19), Weight.EXTRA, area.width() * 0.5)
        minutes.draw(painter, upper, p.ink, far)
        room = minutes.width + theme.px(10)
        upper = upper.adjusted(room, 0, 0, 0) if mirrored else upper.adjusted(0, 0, -room, 0)
        day = say.day(bar.day, model.today, self._words)
        one_line(day, theme.text_px(19), Weight.BOLD, upper.width()).draw(painter, upper, p.ink, near)
        px = theme.text_px(16)
        how = say.how(bar, self._words)
        if bar.note:
            how = fill(self.tr("%1 · “%2”", "how it was, and the parent's note"), how, bar.note)
        one_line(_cut(how, px, area.width()), px, Weight.MEDIUM, area.width()).draw(painter, lower, p.ink2, near)


def _cut(text: str, px: float, width: float) -> str:
    """As much of a text as fits into one line; a long note goes on in the log."""
    if text_width(text, px, Weight.MEDIUM) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        cut = text[:middle].rstrip() + "…"
        low, high = (middle, high) if text_width(cut, px, Weight.MEDIUM) <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"


class MassageList(Themed, QListView):
    """The list itself: rows of one height, only those in sight are painted. `opened`: pressed twice, Enter or F2."""

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.massages = MassageModel(words, self)
        self._rows = MassageRow(self, words, Skin.PORCELAIN)
        self.setModel(self.massages)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Sessions"))
        self.doubleClicked.connect(self.opened)
        self._start_theme(theme)

    def row_height(self) -> int:
        """The height of a row in pixels: never under what a finger needs."""
        return max(self.theme.target(_ROW), round(self.theme.text_px(19) * 2.6))

    def set_skin(self, skin: Skin) -> None:
        """Faces of another skin tone."""
        self._rows.skin = skin
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(self.currentIndex())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_P):
            event.ignore()  # the page's: nobody looks for a session by a letter
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * self.row_height())

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.setStyleSheet("QListView { background: transparent; border: 0; outline: 0; }" + scroll_style(self.theme))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class ListCard(Card):
    """The list with its ways: to add a session, and to correct the one that is chosen."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        self._layout: QVBoxLayout | None = None
        super().__init__(theme, parent)
        self.title = TextLabel(theme, self.tr("Sessions"), Type.SECTION, self, max_lines=1)
        self.add = LinkButton(theme, self.tr("Add"), "plus", self, name=self.tr("Add a session"))
        self.sessions = MassageList(theme, words, self)
        self.correct = LinkButton(theme, self.tr("Correct it"), "note-pencil", self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.add)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self.sessions, 1)
        self._layout.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignRight)
        self.correct.hide()
        self.sessions.selectionModel().currentChanged.connect(lambda now, _: self.correct.setVisible(now.isValid()))
        self._on_theme_changed()

    def show_bars(self, bars: Bars, today: date) -> None:
        """Show other massages."""
        self.sessions.massages.show_bars(bars, today)
        self.correct.hide()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._layout is not None:
            px = self.theme.px
            self._layout.setContentsMargins(round(px(20)), round(px(14)), round(px(12)), round(px(8)))
            self._layout.setSpacing(round(px(4)))
