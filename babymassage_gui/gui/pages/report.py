"""A report for the health visitor: how far it looks back, which notes go in, and the paper as it will come out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from babymassage_gui.core.report import Note, Period, Report
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.back_button import BackButton
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, ThemeName, Type
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import line
from babymassage_gui.gui.widgets.report_sheet import ReportSheet
from babymassage_gui.gui.widgets.themed import Themed

SIDE_BY_SIDE_FROM = 760
_LAMPLIGHT = "#6E4A2C"
_BEGINNING = 34
"""Letters of a note by which it is known again in the list."""


class Paper(Themed, QWidget):
    """The pages of a report, one below the other, as wide as there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: ReportSheet | None = None
        self._pages: list[QPixmap] = []
        self.setAccessibleName(self.tr("The report"))
        self._start_theme(theme)

    def show_sheet(self, sheet: ReportSheet) -> None:
        """Show another report."""
        self._sheet = sheet
        self._draw()

    def height_for(self, width: float, size: QSizeF) -> float:
        """How high all pages are at a width."""
        pages = 1 if self._sheet is None else self._sheet.pages
        return pages * (width * size.height() / size.width() + self.theme.px(16))

    def _draw(self) -> None:
        self._pages.clear()
        if self._sheet is not None and self.width() > 1:
            ratio = self.devicePixelRatioF()
            for number in range(1, self._sheet.pages + 1):
                picture = self._sheet.picture(number, round(self.width() * ratio))
                picture.setDevicePixelRatio(ratio)
                self._pages.append(QPixmap.fromImage(picture))
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0.0
        for page in self._pages:
            painter.drawPixmap(0, round(top), page)
            area = QRectF(0.5, round(top) + 0.5, self.width() - 1, page.height() / page.devicePixelRatio() - 1)
            if self.theme.name is ThemeName.NIGHT:
                # White paper would light up the room.
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(area, QColor(_LAMPLIGHT))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(line(self.theme.palette.line, 1))
            painter.drawRect(area)
            top += area.height() + 1 + self.theme.px(16)
        painter.end()


class ReportPage(Ground):
    """`period_chosen(Period)`, `notes_chosen(frozenset)` of session ids, `save_wanted`, `print_wanted`, `left`."""

    period_chosen = Signal(object)
    notes_chosen = Signal(object)
    save_wanted = Signal()
    print_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, size: QSizeF, parent: QWidget | None = None) -> None:
        self._built = False
        self._size, self._words = size, Words()
        self.notes: dict[str, ChoicePill] = {}
        super().__init__(theme, parent)
        self.back = BackButton(theme, "arrow-left", self.tr("Back to Progress"), self)
        self.title = TextLabel(theme, self.tr("For the health visitor"), Type.PAGE_TITLE, self, max_lines=1)
        self.sheet = Ground(theme)
        self.view = ScrollPage(theme, self.sheet, self)
        text = self.tr("A page to print or to send. It stays on this computer until you do.")
        self.told = TextLabel(theme, text, Type.BODY, self.sheet, shade="ink2", max_lines=3)
        self.spans = self._make_periods(theme)
        self.which = TextLabel(theme, self.tr("Which notes go in?"), Type.SECTION, self.sheet, max_lines=1)
        self.no_notes = TextLabel(
            theme, self.tr("Nothing was written in this time."), Type.BODY, self.sheet, shade="ink2", max_lines=2
        )
        self.save = PrimaryButton(theme, self.tr("Save as PDF"), None, self.sheet)
        self.print_it = QuietButton(theme, self.tr("Print"), "printer", self.sheet, style="bold")
        self.paper = Paper(theme, self.sheet)
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.save_wanted)
        self.print_it.clicked.connect(self.print_wanted)
        self._built = True
        self._arrange()

    def _make_periods(self, theme: Theme) -> QButtonGroup:
        group = QButtonGroup(self)
        texts = {
            Period.MONTH: self.tr("A month"),
            Period.QUARTER: self.tr("Three months"),
            Period.ALL: self.tr("All"),
        }
        for index, (period, text) in enumerate(texts.items()):
            pill = ChoicePill(theme, text, self.sheet)
            pill.clicked.connect(lambda _checked=False, period=period: self.period_chosen.emit(period))
            group.addButton(pill, index)
        return group

    def show_report(self, report: Report, period: Period, notes: tuple[Note, ...], skin: Skin) -> None:
        """A report of a period; `notes` are all that could go in."""
        self.spans.button(list(Period).index(period)).setChecked(True)
        chosen = {note.session_id for note in report.notes}
        if [note.session_id for note in notes] != list(self.notes):
            self._list(notes)
        for session_id, pill in self.notes.items():
            pill.setChecked(session_id in chosen)
        self.no_notes.setVisible(not notes)
        self.paper.show_sheet(ReportSheet(report, self._size, skin))
        self._arrange()

    def _list(self, notes: tuple[Note, ...]) -> None:
        for pill in self.notes.values():
            pill.deleteLater()
        self.notes = {}
        for note in notes:
            text = note.text if len(note.text) <= _BEGINNING else note.text[: _BEGINNING - 1].rstrip() + "…"
            pill = ChoicePill(self.theme, text, self.sheet, second=self._words.day(note.day), px=18, name=note.text)
            pill.clicked.connect(self._on_note)
            pill.show()
            self.notes[note.session_id] = pill

    def _on_note(self) -> None:
        self.notes_chosen.emit(frozenset(key for key, pill in self.notes.items() if pill.isChecked()))

    def _arrange(self) -> None:
        k = self.theme.k
        margin, side = 24 * k, self.theme.target(56)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back = QRectF(self.width() - margin - side if mirrored else margin, margin, side, side)
        self.back.setGeometry(back.toRect())
        words = QRectF(margin if mirrored else back.right() + 16 * k, margin, self.width() - 2 * margin - side, side)
        self.title.setGeometry(words.adjusted(0, 0, -16 * k, 0).toRect())
        top = margin + side + 12 * k
        self.view.setGeometry(QRectF(0, top, self.width(), self.height() - top).toRect())
        width = self.width() - 2 * margin - self.view.verticalScrollBar().sizeHint().width()
        beside = self.width() >= SIDE_BY_SIDE_FROM and self.width() > self.height()
        column = (width - 32 * k) * 0.44 if beside else width
        far = width - column - 32 * k if beside else width
        left = margin + far + 32 * k if mirrored and beside else margin
        bottom = self._stack(QRectF(left, 4 * k, column, 0))
        paper = QRectF(margin if mirrored or not beside else left + column + 32 * k, 4 * k, far, 0)
        if not beside:
            paper.moveTop(bottom + 20 * k)
        paper.setHeight(self.paper.height_for(far, self._size))
        self.paper.setGeometry(paper.toRect())
        self.sheet.setMinimumHeight(round(max(bottom, paper.bottom()) + margin))

    def _stack(self, area: QRectF) -> float:
        """What is chosen and pressed, from top to bottom; the lower end."""
        k, y = self.theme.k, area.top()
        high = {PrimaryButton: 76, QuietButton: 64, ChoicePill: 56}
        rows: list[tuple[QWidget, float]] = [(self.told, 16), *((pill, 8) for pill in self.spans.buttons())]
        rows += [(self.save, 12), (self.print_it, 24), (self.which, 6)]
        rows += [(pill, 8) for pill in self.notes.values()] or [(self.no_notes, 8)]
        for widget, gap in rows:
            if widget is self.which:
                height = float(self.theme.target(44))
            elif type(widget) in high:
                height = float(self.theme.target(high[type(widget)]))
            else:
                height = float(widget.heightForWidth(round(area.width())))
            if widget is self.save:
                y += 12 * k
            widget.setGeometry(QRectF(area.x(), y, area.width(), height).toRect())
            y += height + gap * k
        return y

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
