"""The days of a month as a table: minutes, colour and mark of how it was, hatching for days of illness and travel."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.months import CalendarDay, Month, month_of, months_on
from babymassage_gui.core.progress import DAYS_IN_WEEK, Bars
from babymassage_gui.gui.pages.progress_words import DayWords
from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Weight, make_font, mix
from babymassage_gui.gui.widgets.chart_ground import draw_hatching
from babymassage_gui.gui.widgets.faces import draw_mood_mark
from babymassage_gui.gui.widgets.paint import box, focus_outline, rounded_path
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_TINT = 0.30
_WEEKS = 6
_AnyIndex = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """Weeks as rows; seven columns of days, and one with what each week held. `DAY` gives the `CalendarDay`."""

    DAY = Qt.ItemDataRole.UserRole
    WEEK = Qt.ItemDataRole.UserRole + 1

    def __init__(self, words: DayWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.month = month_of(Bars(), date(2000, 1, 1), {})

    def show_month(self, month: Month) -> None:
        """Show another month."""
        self.beginResetModel()
        self.month = month
        self.endResetModel()

    def index_of(self, day: date) -> QModelIndex:
        """Where a day of the month stands."""
        first = next(place for place, one in enumerate(self.month.weeks[0].days) if one is not None)
        return self.index(*divmod((day - self.month.first_day).days + first, DAYS_IN_WEEK))

    @override
    def rowCount(self, parent: _AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.month.weeks)

    @override
    def columnCount(self, parent: _AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else DAYS_IN_WEEK + 1

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == DAYS_IN_WEEK:
            return self._words.week()
        day = self.month.weeks[1].days[section]
        return QLocale().standaloneDayName(day.day.isoweekday() if day else 1, QLocale.FormatType.NarrowFormat)

    @override
    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        week = self.month.weeks[index.row()]
        if index.column() == DAYS_IN_WEEK:
            return week.minutes if role == self.WEEK else None
        day = week.days[index.column()]
        if role == self.DAY:
            return day
        told = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self._words.spoken(day) if role in told and day is not None else None

    @override
    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        lived = index.column() < DAYS_IN_WEEK and self.month.weeks[index.row()].days[index.column()] is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if lived else Qt.ItemFlag.NoItemFlags


class DayCell(QStyledItemDelegate):
    """Paints a day, or what a week held."""

    def __init__(self, view: MonthGrid) -> None:
        super().__init__(view)
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        cell, theme = self._view.inner(QRectF(option.rect)), self._view.theme
        day, week = index.data(MonthModel.DAY), index.data(MonthModel.WEEK)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if isinstance(day, CalendarDay):
            self._paint_day(painter, cell, day)
        elif isinstance(week, float) and week:
            text = one_line(str(round(week)), theme.text_px(16), Weight.BOLD, cell.width())
            text.draw(painter, cell, theme.palette.ink2, Qt.AlignmentFlag.AlignHCenter)
        painter.restore()

    def _paint_day(self, painter: QPainter, cell: QRectF, day: CalendarDay) -> None:
        theme, p = self._view.theme, self._view.theme.palette
        radius = min(cell.height(), cell.width()) * 0.24
        if day.mood is not None:
            edge = theme.mood_edge(day.mood) if theme.outlined else None
            tint = 1.0 if theme.outlined and day.mood is Mood.NOT_SAID else _TINT
            box(painter, cell, radius, mix(p.card, theme.mood(day.mood), tint), edge, 1.5)
        if day.mark is not None:
            painter.save()
            painter.setClipPath(rounded_path(cell, radius), Qt.ClipOperation.IntersectClip)
            draw_hatching(painter, cell, theme)
            painter.restore()
        px = max(SMALLEST_TEXT, min(theme.text_px(19 if day.massages else 16), cell.height() * 0.62))
        text, shade, weight = self._text(day)
        one_line(text, px, weight, cell.width()).draw(painter, cell, shade, Qt.AlignmentFlag.AlignHCenter)
        if day.mood is not None and day.mood not in (Mood.CALM, Mood.NOT_SAID):
            mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
            place = QPointF(
                cell.left() + cell.width() * (0.13 if mirrored else 0.87), cell.top() + cell.height() * 0.11
            )
            draw_mood_mark(painter, place, min(6.0, cell.width() * 0.14), day.mood, theme)
        if day.day == self._view.today:
            box(painter, cell, radius, None, p.primary, 2.5)
        if day.day == self._view.at and self._view.hasFocus():
            focus_outline(painter, cell.adjusted(-1, -1, 1, 1), radius + 1, theme)

    def _text(self, day: CalendarDay) -> tuple[str, str, QFont.Weight]:
        """Minutes; where there are none, a day to come has its number, and a past one a dot."""
        p = self._view.theme.palette
        if day.massages:
            return str(max(1, round(day.minutes))), p.ink, Weight.EXTRA
        if day.day > self._view.today:
            return str(day.day.day), p.ink3, Weight.MEDIUM
        return ("" if day.mark is not None else "·"), p.ink3, Weight.BOLD


class MonthGrid(Themed, QTableView):
    """A month. Arrow keys walk its days, each is spoken; Enter or a press carries the day as `day_chosen`.

    `left` tells that the keys have gone to another month, with the day that is looked at.
    """

    day_chosen = Signal(object)
    left = Signal(object)

    def __init__(self, theme: Theme, words: DayWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.today = date.min
        self.at: date | None = None
        self.days = MonthModel(words, self)
        self.setModel(self.days)
        self.setItemDelegate(DayCell(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setMinimumSectionSize(10)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(DAYS_IN_WEEK, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setAccessibleName(self.tr("Calendar"))
        self.clicked.connect(self._on_pressed)
        self._start_theme(theme)

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self.days.month

    def show_month(self, month: Month, today: date, *, at: date | None = None) -> None:
        """Show a month; `at` is the day that the keys look at."""
        self.today, self.at = today, at
        self.days.show_month(month)
        if at is not None:
            self.setCurrentIndex(self.days.index_of(at))

    def inner(self, cell: QRectF) -> QRectF:
        """What is painted of a cell: the rest is air."""
        gap = min(6.0, cell.width() * 0.11)
        return cell.adjusted(gap / 2, gap / 2, -gap / 2, -gap / 2)

    def cell(self, day: date) -> QRectF:
        """Where a day of the month is painted, in the viewport."""
        return self.inner(QRectF(self.visualRect(self.days.index_of(day))))

    def _on_pressed(self, index: QModelIndex) -> None:
        day = index.data(MonthModel.DAY)
        if isinstance(day, CalendarDay):
            self.at = day.day
            self.day_chosen.emit(day.day)

    def _measure_week(self) -> None:
        """The last column is as wide as a day, and never narrower than its word."""
        word = text_width(self._words.week(), self.theme.text_px(16), Weight.BOLD) + 6
        self.horizontalHeader().resizeSection(DAYS_IN_WEEK, round(max(word, self.width() / (DAYS_IN_WEEK + 1))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_week()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = Qt.Key(event.key()), self.at
        if key in _KEYS or key in _TURNS:
            at = at or min(self.today, months_on(self.month.first_day, 1) - timedelta(days=1))
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft and abs(_KEYS.get(key, 0)) == 1
            days = _KEYS.get(key, 0) * (-1 if mirrored else 1)
            self._look(months_on(at, _TURNS[key]) if key in _TURNS else at + timedelta(days=days))
        elif key in _OPEN and at is not None:
            self.day_chosen.emit(at)
        else:
            # Not the table's own: it would look for a day by a letter.
            event.ignore()

    def _look(self, day: date) -> None:
        self.at = day
        if day.replace(day=1) != self.month.first_day:
            self.left.emit(day)
        found = next((one for one in self.month.days if one.day == day), None)
        if found is not None:
            self.setCurrentIndex(self.days.index_of(day))
            text = self._words.spoken(found)
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        px = self.theme.text_px(16)
        return QSize(round(px * 15), round(px * 1.5 + _WEEKS * px * 1.9))

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        px, p = self.theme.text_px(16), self.theme.palette
        self.setFont(make_font(px, Weight.BOLD))
        self.horizontalHeader().setFont(make_font(px, Weight.BOLD))
        self.horizontalHeader().setFixedHeight(round(px * 1.5))
        clear = "background: transparent; border: 0; outline: 0; padding: 0;"
        head = f"QHeaderView {{ {clear} }} QHeaderView::section {{ {clear} color: {p.ink3}; }}"
        self.setStyleSheet(f"QTableView {{ {clear} selection-background-color: transparent; }} {head}")
        self._measure_week()
        self.viewport().update()
