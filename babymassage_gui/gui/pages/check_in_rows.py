"""Column one of the check-in: ten rows that may be pressed, each with its follow-up, and "None of these"."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_buttons import CheckRow, NoneButton
from babymassage_gui.gui.pages.check_in_card import Panel, StepCard, lay
from babymassage_gui.gui.pages.check_in_view import Button, RowView
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import TextLabel

# What a focus ring needs around a row; a scrolled part cuts off everything beyond its edge.
RING = 8
# A row that is scrolled to the top keeps so much above it.
EDGE = 3


class RowsBox(Ground):
    """Rows in two columns; what unfolds lies under its row and takes the whole width."""

    row_pressed = Signal(str)
    why = Signal(str)
    option_pressed = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        headings: tuple[str, str],
        *,
        px: float = 19,
        row_class: type[CheckRow] = CheckRow,
        share: float | None = 0.5,
    ) -> None:
        """`share` of the width goes to the first column; None: as much as its words need beside those of the other."""
        self._px, self._row_class, self._share = px, row_class, share
        self.columns: tuple[list[CheckRow], list[CheckRow]] = ([], [])
        self.panels: dict[str, Panel] = {}
        self._built, self.low = False, False
        super().__init__(theme, None, "card")
        self.headings = tuple(TextLabel(theme, h, Type.SECTION, self, shade="ink3", max_lines=1) for h in headings)
        self._built = True

    def rows(self) -> list[CheckRow]:
        """All rows, one column after the other."""
        return [*self.columns[0], *self.columns[1]]

    def row_of(self, check_id: str) -> CheckRow:
        """The row of a question."""
        return next(row for row in self.rows() if row.row is not None and row.row.check_id == check_id)

    def show_rows(self, *columns: tuple[RowView, ...]) -> None:
        """Show the rows as they stand."""
        for rows, views in zip_longest(self.columns, columns, fillvalue=()):
            self._fill(rows if isinstance(rows, list) else [], views if isinstance(views, tuple) else ())
        shown = {view.check_id: view for views in columns for view in views if view.open}
        for check_id, panel in self.panels.items():
            panel.setVisible(check_id in shown)
        for check_id, view in shown.items():
            self._panel(check_id).show_groups(view.groups)
            self._panel(check_id).show()
        self.arrange()

    def _fill(self, rows: list[CheckRow], views: tuple[RowView, ...]) -> None:
        while len(rows) < len(views):
            row = self._row_class(self.theme, self, px=self._px)
            row.clicked.connect(lambda _checked=False, row=row: self.row_pressed.emit(_id(row)))
            row.why.connect(lambda row=row: self.why.emit(_id(row)))
            row.show()
            rows.append(row)
        while len(rows) > len(views):
            gone = rows.pop()
            gone.hide()
            gone.deleteLater()
        for row, view in zip(rows, views, strict=True):
            row.show_row(view)

    def _panel(self, check_id: str) -> Panel:
        if check_id not in self.panels:
            panel = Panel(self.theme, self)
            panel.pressed.connect(lambda key: self.option_pressed.emit(check_id, key))
            self.panels[check_id] = panel
        return self.panels[check_id]

    def arrange(self) -> None:
        """Line by line; the box asks for the height that it needs."""
        if not self._built or self.width() < 2 * RING + 20:
            return
        gap = self.theme.px(2 if self.low else 6)
        area = QRectF(RING, 0, self.width() - 2 * RING, 0)
        both = bool(self.columns[1])
        first = (area.width() - gap) * (self._first_share() if both else 1.0)
        widths = (first, area.width() - gap - first) if both else (area.width(), 0.0)
        starts = (area.x(), area.x() + first + gap)
        self._write_alike(widths)
        heading = self.theme.text_px(22) * 1.5 if self.headings[0].text() else float(RING)
        for index, label in enumerate(self.headings):
            label.setVisible(bool(label.text()) and (index == 0 or both))
            lay(label, QRectF(starts[index] + self.theme.px(8), 0, widths[index], heading))
        y, least = heading, float(self.theme.target(self._row_class.design_size[1] - (4 if self.low else 0)))
        for line in zip_longest(*self.columns):
            opened: Panel | None = None
            high = max(least, *(row.height_for(widths[index]) for index, row in enumerate(line) if row is not None))
            for index, row in enumerate(line):
                if row is None:
                    continue
                lay(row, QRectF(starts[index], y, widths[index], high))
                opened = self._opened(row) or opened
            y += high + gap
            if opened is not None:
                needs = opened.flow(area.width(), place=False)
                lay(opened, QRectF(area.x(), y, area.width(), needs))
                opened.flow(area.width(), place=True)
                y += needs + gap
        self.setMinimumHeight(round(y + RING - gap))

    def _first_share(self) -> float:
        if self._share is not None:
            return self._share
        first, second = (max((row.wish() for row in rows), default=1.0) for rows in self.columns)
        return min(0.65, max(0.4, first / (first + second)))

    def _write_alike(self, widths: tuple[float, float]) -> None:
        """All labels in one size: the largest at which each fits."""
        sizes = [row.fitting_px(width) for rows, width in zip(self.columns, widths, strict=True) for row in rows]
        for row in self.rows():
            row.write_at(min(sizes, default=self._px))

    def _opened(self, row: CheckRow) -> Panel | None:
        return self.panels.get(_id(row)) if row.row is not None and row.row.open else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.arrange()


def rows_below(scroller: ScrollPage, box: RowsBox) -> int:
    """How many rows are out of sight below, so that none is passed over unseen."""
    content = scroller.widget() or box
    low = scroller.height() - content.y()  # it has no frame, and no bar below
    return sum(box.mapTo(content, row.geometry().bottomLeft()).y() - RING > low for row in box.rows())


def bring_into_sight(scroller: ScrollPage, box: RowsBox) -> None:
    """Once it is laid out, the whole of what is unfolded if there is room, and always its row."""

    def show() -> None:
        content = scroller.widget() or box
        for row in box.rows():
            panel = box.panels.get(_id(row))
            if panel is not None and panel.isVisible():
                top = box.mapTo(content, row.geometry().topLeft()).y()
                low = box.mapTo(content, panel.geometry().bottomLeft()).y()
                scroller.ensureVisible(0, low, 0, RING)
                bar = scroller.verticalScrollBar()
                # Whole lines: no row is cut where it begins.
                starts = sorted({box.mapTo(content, one.geometry().topLeft()).y() - EDGE for one in box.rows()})
                whole = [start for start in starts if bar.value() <= start <= top - EDGE]
                if bar.value() > 0:
                    bar.setValue(whole[0] if whole else top - EDGE)

    QTimer.singleShot(0, box, show)


def _id(row: CheckRow) -> str:
    return row.row.check_id if row.row is not None else ""


class RowsCard(StepCard):
    """Any of these?"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 1, "", parent)
        self.title.set_text(self.tr("Any of these?"))
        self._views: tuple[tuple[RowView, ...], tuple[RowView, ...]] = ((), ())
        self.hint = TextLabel(theme, "", Type.HINT, self, shade="ink3", max_lines=1,
                              align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
        self._stacked = False
        self.box = RowsBox(theme, (self.tr("Today"), self.tr("Right now")), share=None)
        self.scroller = ScrollPage(theme, self.box, self)
        self.none = NoneButton(theme, self)
        self.scroller.verticalScrollBar().valueChanged.connect(lambda _value: self._show_hint())
        self.scroller.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._show_hint())
        self._show_hint()
        self._built = True
        self.again()

    def show_rows(self, today: tuple[RowView, ...], now: tuple[RowView, ...], none: Button, *, done: bool) -> None:
        """Show the rows; the one that unfolds is brought into sight."""
        self.none.show_button(none, done=done)
        self._views = (today, now)
        self._share_rows()
        bring_into_sight(self.scroller, self.box)

    def _share_rows(self) -> None:
        """Where height is spared the columns are alike: the last of what closes the day is about right now too."""
        today, now = self._views
        if self.low and len(today) > len(now) + 1:
            today, now = today[:-1], (*now, today[-1])
        self.box.low = self.low
        self.box.show_rows(today, now)

    @override
    def set_low(self, low: bool) -> None:
        if low != self.low:
            super().set_low(low)
            self._share_rows()

    def _show_hint(self) -> None:
        """How to ask why; or that rows are out of sight, so that none is passed over unseen."""
        hidden = rows_below(self.scroller, self.box)
        self.hint.set_text(self.tr("%n more below", "rows", hidden) if hidden else self.tr("Hold a row: why?"))
        # In large type the title leaves no room beside it: then the count stands below it, and how to ask is not told.
        beside = self.title.sizeHint().width() + self.hint.sizeHint().width() + self.theme.px(110)
        self.hint.setVisible(bool(hidden) or beside <= self.width())
        stacked = bool(hidden) and beside > self.width()
        if stacked != self._stacked:
            self._stacked = stacked
            self.again()

    @override
    def head(self) -> float:
        return super().head() * (1.3 if self._stacked else 1.0)

    def needs(self, width: float) -> float:
        """The height that everything takes at a width."""
        self.box.resize(round(width - 2 * self.theme.px(5)), max(1, self.box.height()))
        return self.head() + self.box.minimumHeight() + self.theme.target(72) + self.theme.px(34)

    @override
    def arrange(self, area: QRectF) -> None:
        head = self.head()
        half, far = self.width() * 0.46, self.theme.px(26)
        if self._stacked:
            x = self.theme.px(22) + 2 * self._disc() + self.theme.px(14)
            lay(self.title, QRectF(x, 0, self.width() - x - self.theme.px(12), head * 0.62))
            lay(self.hint, QRectF(x, head * 0.6, self.width() - x - far, head * 0.4))
        else:
            lay(self.hint, QRectF(self.width() - half - far, 0, half, head + self.theme.px(6)))
        high = float(self.theme.target(64 if area.height() < 400 else 72 if self.low else 96))
        lay(self.none, QRectF(area.x(), area.bottom() - high, area.width(), high))
        near = self.theme.px(5)
        room = area.height() - high - self.theme.px(10)
        lay(self.scroller, QRectF(near, area.y(), self.width() - 2 * near, room))
