"""Library: every routine and move, what is not shown and why, all to be read without a session.

Shows a catalogue at an age; asks for nothing but practice on a doll and a page of the web to be opened.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.pages.back_button import BackButton
from babymassage_gui.gui.pages.library_detail import LibraryDetail
from babymassage_gui.gui.pages.library_figure import LibraryArt
from babymassage_gui.gui.pages.library_leaf import LibraryLeaves
from babymassage_gui.gui.pages.library_list import LibraryList, SearchField
from babymassage_gui.gui.pages.library_view import SEGMENT_OF, Kind, Row, Segment, Shelf, found, may_open, rows_of
from babymassage_gui.gui.pages.library_words import LibraryWords
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Radius, Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import LinkButton, SegmentButton
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.themed import apply_theme

# Narrower windows, and upright ones, show the list and what it opens one after the other.
SIDE_BY_SIDE_FROM = 760
_LIST_SHARE = 0.36


class LibraryPage(Ground):
    """`practise(str)` a routine, `practise_step(str)` one move, `link_opened(str)` a known address;
    `left`: back to the page for which something was read (`read`).
    """

    practise = Signal(str)
    practise_step = Signal(str)
    link_opened = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, book: FigureBook, parent: QWidget | None = None) -> None:
        self._built = False
        self._shelf: Shelf | None = None
        self._rows: dict[Segment, tuple[Row, ...]] = {}
        self._segment, self._reading = Segment.MOVES, False
        self._skins = (Skin.PORCELAIN, Skin.PORCELAIN)
        self._open: dict[Segment, Row] = {}
        self._trail: list[Row] = []
        self._visiting = False
        super().__init__(theme, parent)
        self.art = LibraryArt(book)
        self._words = LibraryWords(Words(self), self)
        self._leaves = LibraryLeaves(self._words, self)
        self.title = TextLabel(theme, self.tr("Library"), Type.PAGE_TITLE, self, max_lines=1)
        self.segments = self._make_segments(theme)
        self.search = SearchField(theme, self.tr("Find a move"), self.tr("Find a move"), "magnifying-glass", self,
                                  px=21, height=56)  # fmt: skip
        self.list = LibraryList(theme, self._words, self.art, self)
        self.list.setAccessibleName(self.segments[self._segment].text())
        self.empty = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=3)
        self.elsewhere = LinkButton(theme, "", "magnifying-glass", self)
        self.unreviewed = Note(theme, self.tr("No clinician has reviewed these moves yet."), "info", Type.HINT_BOLD,
                               self, fill="page", shade="ink2", icon_shade="ink2")  # fmt: skip
        self.back = BackButton(theme, "arrow-left", self.tr("Back to the list"), self)
        self.detail = LibraryDetail(theme, self._words, self.art, self)
        self._connect()
        self._built = True
        self._arrange()

    def _make_segments(self, theme: Theme) -> dict[Segment, SegmentButton]:
        self.segment_box = Card(theme, self, radius=Radius.FIELD, fill="sunken", cast=None)
        self.segment_box.setAccessibleName(self.tr("What is listed"))
        group = QButtonGroup(self)
        texts = {
            Segment.ROUTINES: self.tr("Routines"),
            Segment.MOVES: self.tr("Moves"),
            Segment.NOT_SHOWN: self.tr("Not shown"),
            Segment.WHY: self.tr("Why"),
        }
        buttons: dict[Segment, SegmentButton] = {}
        for segment, text in texts.items():
            button = SegmentButton(theme, text, self.segment_box)
            button.setChecked(segment is self._segment)
            button.toggled.connect(lambda on, segment=segment: self._on_segment(segment) if on else None)
            group.addButton(button)
            buttons[segment] = button
        return buttons

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._on_search())
        self.search.left_down.connect(self._into_list)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.back.clicked.connect(self.go_back)
        self.detail.address_pressed.connect(self._on_address)
        self.detail.doll_pressed.connect(self._on_doll)
        self.detail.row_wanted.connect(self.open_row)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._to_search)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_library(
        self,
        catalogue: Catalogue,
        age: Age | None,
        baby_skin: Skin = Skin.PORCELAIN,
        parent_skin: Skin = Skin.PORCELAIN,
        *,
        early_start: bool = False,
    ) -> None:
        """Begin a visit: what is open at this age is said anew; the place of the last visit is kept."""
        self._skins = (baby_skin, parent_skin)
        self._shelf = Shelf(catalogue, age, early_start)
        self._rows.clear()
        self._trail.clear()
        self._visiting = False
        self.back.set_words("", self.tr("Back to the list"))
        self.art.set_names(catalogue.no_go)
        self.art.set_look(self.theme, *self._skins)
        self._fill()

    def rows(self, segment: Segment) -> tuple[Row, ...]:
        """All rows of a list."""
        if self._shelf is None:
            return ()
        if segment not in self._rows:
            self._rows[segment] = rows_of(self._shelf, segment)
        return self._rows[segment]

    @property
    def beside(self) -> bool:
        """Whether list and detail stand side by side."""
        return self.width() >= max(SIDE_BY_SIDE_FROM, self.height())

    def open_row(self, kind: Kind, key: str) -> None:
        """Open one thing, wherever it is listed."""
        segment = SEGMENT_OF[kind]
        row = next((one for one in self.rows(segment) if one.kind is kind and one.key == key), None)
        if row is None:
            return
        if self.detail.leaf is not None and self._reading:
            self._trail.append(self.detail.leaf.row)
        self._go_to(row)

    def read(self, kind: Kind, key: str, fact_id: str = "") -> None:
        """Open one thing for a page that asked why, at a fact of it; the way back leads to that page."""
        self._visiting = True
        self._reading = False
        self.back.set_words("", self.tr("Back to where you were"))
        self.open_row(kind, key)
        self.detail.show_fact(fact_id)

    def _go_to(self, row: Row) -> None:
        self._open[row.segment] = row
        self.search.clear()
        self.segments[row.segment].setChecked(True)
        self.list.choose(row)
        self._on_opened(row)

    def go_back(self) -> None:
        """One page back: to what led here, else to the list."""
        if self._trail:
            self._go_to(self._trail.pop())
            return
        if self._visiting:
            self.left.emit()
            return
        self._reading = False
        self._arrange()
        self.list.setFocus()

    def _on_segment(self, segment: Segment) -> None:
        self._segment = segment
        texts = {Segment.ROUTINES: self.tr("Find a routine"), Segment.MOVES: self.tr("Find a move")}
        self.search.setPlaceholderText(texts.get(segment, self.tr("Find a word")))
        self.search.setAccessibleName(self.search.placeholderText())
        self.list.setAccessibleName(self.segments[segment].text())
        if self._built:
            self._fill()

    def _on_search(self) -> None:
        self._fill()
        rows = len(found(self.rows(self._segment), self.search.text()))
        announce(self.search, self.tr("%n found", "", rows) if rows else self.empty.text())

    def _fill(self) -> None:
        """The rows that the search leaves; the open one stays open if it is among them."""
        if self._shelf is None:
            return
        rows = found(self.rows(self._segment), self.search.text())
        self.list.show_rows(rows, self._shelf)
        self._show_or_hide(rows)
        before = self._open.get(self._segment)
        if not (before is not None and self.list.choose(before)):
            self.list.choose_first()

    def _show_or_hide(self, rows: tuple[Row, ...]) -> None:
        if not rows:
            sentence = {Segment.MOVES: self.tr("No such move. Try: leg, tummy, back.")}
            self.empty.set_text(sentence.get(self._segment, self.tr("Nothing here. Try: leg, tummy, back.")))
            elsewhere, many = self._elsewhere()
            told = self.tr("%n under “%1”", "search results, under the name of a list", many)
            self.elsewhere.set_words(fill(told, self.segments[elsewhere].text()) if many else "")
        self._arrange()

    def _elsewhere(self) -> tuple[Segment, int]:
        """The list that has most of what is looked for, and how much."""
        query = self.search.text()
        many = {segment: len(found(self.rows(segment), query)) for segment in Segment}
        best = max(many, key=lambda segment: many[segment])
        return best, many[best]

    def _on_elsewhere(self) -> None:
        segment, many = self._elsewhere()
        if many:
            self.segments[segment].setChecked(True)
            self.list.setFocus()

    def _into_list(self) -> None:
        if self.list.rows.rowCount():
            self.list.setFocus()

    def _to_search(self) -> None:
        if self._reading and not self.beside:
            self.go_back()
        self.search.setFocus()
        self.search.selectAll()

    def _on_chosen(self, row: Row) -> None:
        if self._shelf is None:
            return
        self._open[row.segment] = row
        leaf = self._leaves.leaf(row, self._shelf)
        if leaf != self.detail.leaf:
            self.detail.show_leaf(leaf, self._shelf)

    def _on_opened(self, row: Row) -> None:
        self._on_chosen(row)
        self._reading = True
        self._arrange()
        self.detail.reader.setFocus()

    def _on_address(self, address: str) -> None:
        if self._shelf is not None and may_open(address, self._shelf.catalogue):
            self.link_opened.emit(address)

    def _on_doll(self) -> None:
        if self.detail.leaf is None:
            return
        row = self.detail.leaf.row
        (self.practise if row.kind is Kind.ROUTINE else self.practise_step).emit(row.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back)
        if back and self._reading and (self._trail or self._visiting or not self.beside):
            self.go_back()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self.art.set_look(self.theme, *self._skins)
            for piece in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                apply_theme(piece, self.theme)
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._built:
            return
        beside = self.beside
        listed = beside or not self._reading
        some = bool(self.list.rows.rowCount())
        for widget in (self.title, self.segment_box, self.search):
            widget.setVisible(listed)
        self.list.setVisible(listed and some)
        self.empty.setVisible(listed and not some)
        self.elsewhere.setVisible(listed and not some and bool(self.elsewhere.text()))
        self.unreviewed.setVisible(not beside and listed)
        self.back.setVisible(self._visiting or not listed)
        self.detail.setVisible(beside or self._reading)
        px, width, height = self.theme.px, float(self.width()), float(self.height())
        if beside:
            column = max(280.0, (width - px(40)) * _LIST_SHARE - px(16))
            self._arrange_list(QRectF(px(16), 0, column, height - px(8)))
            left = px(16) + column + px(18)
            self._put(self.detail, QRectF(left, px(16), width - left - px(24), height - px(34)))
        elif listed:
            foot = max(px(48), self.theme.text_px(18) * 2)
            self._arrange_list(QRectF(px(24), 0, width - px(48), height - foot))
            self._put(self.unreviewed, QRectF(px(24), height - foot, width - px(48), foot))
        else:
            top = px(12) + self.back.sizeHint().height() + px(10)
            self._put(self.back, QRectF(px(16), px(12), self.back.sizeHint().width(), self.back.sizeHint().height()))
            self._put(self.detail, QRectF(px(16), top, width - px(32), height - top - px(16)))
        self.update()

    def _arrange_list(self, area: QRectF) -> None:
        px = self.theme.px
        line = self.theme.text_px(Type.PAGE_TITLE.size) * 1.25
        y = px(16)
        side = float(self.back.sizeHint().width()) if self._visiting else -px(10)
        self._put(self.back, QRectF(area.x(), y + (line - side) / 2, max(0.0, side), max(0.0, side)))
        self._put(self.title, QRectF(area.x() + side + px(10), y, area.width() - side - px(10), line))
        y += line + px(6)
        box = self.theme.target(48) + 2 * px(5)
        self._put(self.segment_box, QRectF(area.x(), y, area.width(), box))
        self._arrange_segments(area.width(), box)
        y += box + px(10)
        field = float(self.search.height())
        self._put(self.search, QRectF(area.x(), y, area.width(), field))
        y += field + px(10)
        rows = QRectF(area.x(), y, area.width(), area.bottom() - y)
        self._put(self.list, rows)
        told = self.theme.text_px(20) * 3
        self._put(self.empty, QRectF(rows.x() + px(8), y + px(12), rows.width() - px(16), told))
        link = self.elsewhere.sizeHint()
        self._put(self.elsewhere, QRectF(rows.x(), y + px(16) + told, min(rows.width(), link.width()), link.height()))

    def _arrange_segments(self, width: float, height: float) -> None:
        pad = self.theme.px(5)
        wanted = [float(button.sizeHint().width()) for button in self.segments.values()]
        spare = (width - 2 * pad - sum(wanted)) / len(wanted)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = pad
        for button, share in zip(self.segments.values(), wanted, strict=True):
            wide = share + spare
            left = width - x - wide if mirrored else x
            button.setGeometry(QRectF(left, pad, wide, height - 2 * pad).toRect())
            x += wide

    def _put(self, child: QWidget, rect: QRectF) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self.width() - rect.right())
        child.setGeometry(rect.toRect())
