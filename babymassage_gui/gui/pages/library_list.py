"""The list of the library: rows with a small picture, painted only where they are seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.gui.pages.library_figure import LibraryArt, Subject, of_routine, of_step
from babymassage_gui.gui.pages.library_view import Door, Kind, Row, Shelf
from babymassage_gui.gui.pages.library_words import LibraryWords
from babymassage_gui.gui.theme import Theme, Weight
from babymassage_gui.gui.widgets.fields import TextField
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.style_sheet import scroll_style
from babymassage_gui.gui.widgets.text_block import fit_text, one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

ROW_HEIGHT, THUMB = 104.0, 76.0
_GAP = 8.0
_TITLE_PX, _LEAST_PX, _SECOND_PX = 22.0, 19.0, 17.0
_LEADING, _LINES = 1.14, 2
_LOCKED_PICTURE = 0.45
ICONS = {
    Kind.REFERENCE: "hand-palm",
    Kind.RISKY: "warning-circle",
    Kind.CONTRADICTION: "question",
    Kind.CHECK: "question",
    Kind.RULE: "check",
    Kind.CUE: "smiley-sad",
    Kind.SLIP: "translate",
}
_AnyIndex = QModelIndex | QPersistentModelIndex


def subject_of(row: Row, catalogue: Catalogue) -> Subject | None:
    """What the picture of a row shows; None for what is only read."""
    if row.kind is Kind.MOVE:
        return of_step(catalogue.steps[row.key])
    if row.kind is Kind.ROUTINE:
        routine = catalogue.routines[row.key]
        return of_routine(routine, catalogue.steps_of(routine))
    return None


class LibraryModel(QAbstractListModel):
    """Rows of the library; `ROW` gives the `Row`."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, words: LibraryWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[Row, ...] = ()
        self.catalogue: Catalogue | None = None

    def show_rows(self, rows: Sequence[Row], shelf: Shelf) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self.catalogue = tuple(rows), shelf.catalogue
        self.endResetModel()

    def position_of(self, row: Row) -> int | None:
        """Where a row stands, None if it does not."""
        for index, one in enumerate(self._rows):
            if (one.kind, one.key) == (row.kind, row.key):
                return index
        return None

    def second(self, row: Row) -> str:
        """The second line of a row."""
        return "" if self.catalogue is None else self._words.second(row, self.catalogue)

    @override
    def rowCount(self, parent: _AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == self.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(text for text in (row.title, self.second(row)) if text)
        return None


class LibraryRow(QStyledItemDelegate):
    """Paints a row: picture or icon, title, and where it works or when it opens."""

    def __init__(self, view: LibraryList, art: LibraryArt) -> None:
        super().__init__(view)
        self._view, self._art = view, art

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(100, self._view.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row, model = index.data(LibraryModel.ROW), index.model()
        if not isinstance(row, Row) or not isinstance(model, LibraryModel) or model.catalogue is None:
            return
        theme, p = self._view.theme, self._view.theme.palette
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        half = theme.px(_GAP) / 2
        rect = QRectF(option.rect).adjusted(2, half, -2, -half)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            box(painter, rect, theme.px(22), p.primary_soft, p.primary, 3)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, theme.px(22), p.card)
        side = round(rect.height() - 2 * theme.px(10))
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inset = theme.px(10)
        x = rect.right() - inset - side if mirrored else rect.left() + inset
        picture = QRectF(x, rect.center().y() - side / 2, side, side)
        self._draw_picture(painter, picture, row, model.catalogue)
        used = inset + side + theme.px(16)
        far = theme.px(14)
        words = rect.adjusted(far, 0, -used, 0) if mirrored else rect.adjusted(used, 0, -far, 0)
        self._draw_words(painter, words, row, model.second(row), chosen=chosen)
        painter.restore()

    def _draw_picture(self, painter: QPainter, area: QRectF, row: Row, catalogue: Catalogue) -> None:
        theme = self._view.theme
        subject = subject_of(row, catalogue)
        if subject is None:
            box(painter, area, area.width() * 0.24, theme.palette.sunken)
            draw_icon(painter, ICONS[row.kind], theme.palette.ink2, area.center(), area.width() * 0.46)
            return
        picture = self._art.thumb(subject, round(area.width()), painter.device().devicePixelRatioF())
        painter.setOpacity(_LOCKED_PICTURE if row.access.locked else 1.0)
        painter.drawPixmap(area.topLeft(), picture)
        painter.setOpacity(1.0)

    def _draw_words(self, painter: QPainter, area: QRectF, row: Row, second: str, *, chosen: bool) -> None:
        theme, p = self._view.theme, self._view.theme.palette
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        small = theme.text_px(_SECOND_PX)
        room = area.height() * 0.9 - small * 1.45
        sizes = (theme.text_px(_TITLE_PX), theme.text_px(20), theme.text_px(_LEAST_PX))
        title = cut_to_lines(row.title, sizes, area.width(), room)
        block = fit_text(title, sizes, Weight.EXTRA, _LEADING, area.width(), room, _LINES)
        height = block.height + small * 1.45
        top = area.center().y() - height / 2
        ink = p.primary_ink if chosen else p.ink2 if row.access.locked else p.ink
        block.draw(painter, QRectF(area.x(), top, area.width(), block.height), ink, near)
        line = QRectF(area.x(), top + block.height, area.width(), small * 1.45)
        closed = row.access.door in (Door.LATER, Door.PAST)
        if closed:
            size = small * 1.05
            x = line.right() - size / 2 if mirrored else line.left() + size / 2
            draw_icon(painter, "hourglass-medium", p.ink2, QPointF(x, line.center().y()), size, "fill")
            shift = size * 1.4
            line = line.adjusted(0, 0, -shift, 0) if mirrored else line.adjusted(shift, 0, 0, 0)
        one_line(second, small, Weight.MEDIUM, line.width()).draw(painter, line, p.ink2, near)


def cut_to_lines(text: str, sizes: Sequence[float], width: float, height: float) -> str:
    """As much of a text as fits into two lines at the smallest of its sizes; the rest is read in the detail."""
    if fit_text(text, sizes, Weight.EXTRA, _LEADING, width, height, _LINES).fits:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        tried = text[:middle].rstrip(" ,;:") + "…"
        quick = text_width(tried, sizes[-1], Weight.EXTRA) <= width * _LINES
        fits = quick and fit_text(tried, sizes[-1:], Weight.EXTRA, _LEADING, width, height, _LINES).fits
        low, high = (middle, high) if fits else (low, middle - 1)
    whole_words = text[:low].rsplit(" ", 1)[0] if " " in text[:low] else text[:low]
    return whole_words.rstrip(" ,;:") + "…"


class LibraryList(Themed, QListView):
    """`opened(Row)`: pressed, or Enter; `chosen(Row)`: walked to with the arrow keys, or pressed."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, words: LibraryWords, art: LibraryArt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = LibraryModel(words, self)
        self.setModel(self.rows)
        self.setItemDelegate(LibraryRow(self, art))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_opened)
        self._start_theme(theme)

    def _on_current(self, index: QModelIndex) -> None:
        row = index.data(LibraryModel.ROW)
        if isinstance(row, Row):
            self.chosen.emit(row)

    def _on_opened(self, index: QModelIndex) -> None:
        row = index.data(LibraryModel.ROW)
        if isinstance(row, Row):
            self.opened.emit(row)

    def show_rows(self, rows: Sequence[Row], shelf: Shelf) -> None:
        """Show other rows, none of them chosen."""
        self.rows.show_rows(rows, shelf)
        self.scrollToTop()

    def choose(self, row: Row) -> bool:
        """Choose a row and bring it into sight; False if it is not in the list."""
        position = self.rows.position_of(row)
        if position is None:
            return False
        index = self.rows.index(position)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        if self.rows.rowCount():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(0), flag)

    def row_height(self) -> int:
        """The height of a row in pixels, with the gap to the next."""
        return max(self.theme.target(ROW_HEIGHT), round(self.theme.text_px(_TITLE_PX) * 3.6 + self.theme.px(_GAP)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.row_height())

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.setStyleSheet("QListView { background: transparent; border: 0; outline: 0; }" + scroll_style(self.theme))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class SearchField(TextField):
    """The field above the list; Down goes into the list."""

    left_down = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)
