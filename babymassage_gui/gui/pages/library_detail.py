"""The far side of the library: one row, opened. Figure on top, then what to do, then why, then who says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.reference import Source
from babymassage_gui.gui.pages.library_blocks import Line, MoveButton, SourceButton, Tags
from babymassage_gui.gui.pages.library_figure import FigurePane, LibraryArt
from babymassage_gui.gui.pages.library_leaf import Leaf, Remark
from babymassage_gui.gui.pages.library_list import subject_of
from babymassage_gui.gui.pages.library_view import FactLine, Kind, Shelf
from babymassage_gui.gui.pages.library_words import LibraryWords
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Radius, Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.chips import Chip
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.paint import line
from babymassage_gui.gui.widgets.style_sheet import scroll_style
from babymassage_gui.gui.widgets.themed import apply_theme

_TITLE = TypeRole((38, 36, 34, 32, 30, 28), Weight.EXTRA, 1.12)
_LEAD = TypeRole((23, 22, 21), Weight.MEDIUM, 1.3)
_FIGURE_SHARE, _FIGURE_MOST = 0.49, 0.52
_FOOT = 54.0
_BAR = 12


class Reader(ScrollPage):
    """The scrolled part; it takes the keyboard, so that arrow keys and the space bar scroll it."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget) -> None:
        super().__init__(theme, content, parent)
        self.setWidgetResizable(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The card under it shows, and the figure goes to the card's edge, under the bar.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @override
    def _on_theme_changed(self) -> None:
        corner = round(self.theme.px(Radius.CARD) * 0.8)
        self.setStyleSheet(
            scroll_style(self.theme) + f"QScrollBar:vertical {{ margin: {corner}px 3px 4px 1px; }}"
        )  # fmt: skip

    def lay_under_bar(self) -> None:
        """What is read goes to the card's edge on both sides; the bar lies over it."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(-_BAR if mirrored else 0, 0, 0 if mirrored else -_BAR, 0)

    def focus_shape(self) -> tuple[QRectF, float]:
        """The ring goes just inside the card's corners."""
        return QRectF(self.rect()).adjusted(8, 8, -8, -8), self.theme.px(Radius.CARD) - 8

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_Space: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}.get(Qt.Key(event.key()))
        if pages is None:
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())
        event.accept()


class LibraryDetail(Card):
    """`address_pressed(str)`: a source; `doll_pressed()`; `row_wanted(Kind, str)`: another row of the library."""

    address_pressed = Signal(str)
    doll_pressed = Signal()
    row_wanted = Signal(object, str)

    def __init__(self, theme: Theme, words: LibraryWords, art: LibraryArt, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(theme, parent)
        self._words, self._art = words, art
        self._shelf: Shelf | None = None
        self._blocks: list[tuple[QWidget, float]] = []
        self._of_facts: dict[str, QWidget] = {}
        self.leaf: Leaf | None = None
        self._body = Ground(theme, role=None)
        self.reader = Reader(theme, self._body, self)
        self.pane = FigurePane(theme, art, self, self._body)
        self.doll = Chip(theme, self.tr("On a doll"), "play", self._body, fill="primary_soft", shade="primary_ink",
                         px=20, style="fill")  # fmt: skip
        self.doll.design_radius = 30.0
        self.doll.clicked.connect(lambda _checked=False: self.doll_pressed.emit())
        self.unreviewed = Note(theme, self.tr("No clinician has reviewed these moves yet."), "info", Type.HINT_BOLD,
                               self, fill="card", shade="ink2", icon_shade="ink2")  # fmt: skip
        # What scrolls is moved as a picture; the round corners have to be drawn anew.
        self.reader.verticalScrollBar().valueChanged.connect(lambda _value: self.pane.update())
        self._built = True

    def show_leaf(self, leaf: Leaf, shelf: Shelf) -> None:
        """Show another row, from its top."""
        self.leaf, self._shelf = leaf, shelf
        self._clear()
        self.reader.setAccessibleName(leaf.title)
        subject = leaf.subject
        self.pane.setVisible(subject is not None)
        if subject is not None:
            self.pane.show_subject(subject, leaf.spoken)
        self.doll.setVisible(bool(leaf.on_doll))
        self.doll.set_words(leaf.on_doll, fill(self.tr("Practise on a doll: %1"), leaf.title))
        self._fill_body(leaf)
        for block, _ in self._blocks:
            block.show()
        self.reader.verticalScrollBar().setValue(0)
        self._place()

    def show_fact(self, fact_id: str) -> None:
        """Bring a fact into sight; nothing for one that does not stand here."""
        block = self._of_facts.get(fact_id)
        if block is not None:
            self.reader.ensureVisible(0, block.geometry().bottom(), 0, round(self.theme.px(24)))
            self.reader.ensureVisible(0, block.geometry().top(), 0, round(self.theme.px(24)))

    def _clear(self) -> None:
        for block, _ in self._blocks:
            block.hide()
            block.deleteLater()
        self._blocks.clear()
        self._of_facts.clear()

    def _add(self, block: QWidget, gap: float) -> None:
        self._blocks.append((block, gap))

    def _fill_body(self, leaf: Leaf) -> None:
        theme, body = self.theme, self._body
        if leaf.subject is None:
            self._add(TextLabel(theme, leaf.kind, Type.HINT_BOLD, body, shade="ink2", max_lines=1), 0)
        self._add(TextLabel(theme, leaf.title, _TITLE if leaf.subject else Type.CARD_TITLE, body), 2)
        if leaf.chips:
            self._add(Tags(theme, leaf.chips, body), 8)
        if leaf.lead:
            self._add(TextLabel(theme, leaf.lead, _LEAD, body), 12)
        if leaf.hint:
            self._add(TextLabel(theme, leaf.hint, Type.HINT, body, shade="ink2"), 4)
        for number, remark in enumerate(leaf.remarks):
            self._add(self._remark(remark), 14 if number == 0 else 8)
        for part in leaf.parts:
            self._heading(part.heading)
            for text in part.texts:
                self._add(Line(theme, text, body, dotted=len(part.texts) > 1), 4)
        self._fill_moves(leaf)
        self._fill_why(leaf)

    def _heading(self, text: str) -> None:
        self._add(TextLabel(self.theme, text, Type.SECTION, self._body, max_lines=1), 22)

    def _remark(self, remark: Remark) -> Note:
        fills = ("caution_bg", "caution", "caution") if remark.caution else ("sunken", "ink", "ink2")
        return Note(self.theme, remark.text, remark.icon, Type.BODY_BOLD if remark.caution else Type.BODY, self._body,
                    fill=fills[0], shade=fills[1], icon_shade=fills[2],
                    style="fill" if remark.style == "fill" else "bold")  # fmt: skip

    def _fill_moves(self, leaf: Leaf) -> None:
        if not leaf.moves or self._shelf is None:
            return
        self._heading(self.tr("The moves, in order"))
        for number, row in enumerate(leaf.moves, start=1):
            subject = subject_of(row, self._shelf.catalogue)
            if subject is None:
                continue
            second = self._words.second(row, self._shelf.catalogue)
            button = MoveButton(self.theme, number, row.title, second, (self._art, subject), self._body)
            button.clicked.connect(lambda _checked=False, row=row: self.row_wanted.emit(row.kind, row.key))
            self._add(button, 2)

    def _fill_why(self, leaf: Leaf) -> None:
        if leaf.facts:
            self._heading(self.tr("Why") if leaf.subject is not None else self.tr("What it rests on"))
            for fact in leaf.facts:
                self._of_facts[fact.id] = block = self._fact(fact)
                self._add(block, 4)
        if leaf.sources:
            self._heading(self.tr("Sources"))
            for source in leaf.sources:
                name = fill(self.tr("%1, %2, opens in the browser"), source.id, source.title)
                button = SourceButton(self.theme, source, self._words.grade(source.grade), name, self._body)
                button.clicked.connect(lambda _checked=False, source=source: self._open(source))
                self._add(button, 2)

    def _fact(self, fact: FactLine) -> Line:
        if fact.contradiction:
            name = fill(self.tr("%1, where sources disagree"), fact.id)
            block = Line(self.theme, fact.text, self._body, links=((fact.id, "question", name),))
            block.link_pressed.connect(lambda _number: self.row_wanted.emit(Kind.CONTRADICTION, fact.id))
            return block
        links = tuple(
            (one.id, "arrow-square-out", fill(self.tr("%1, %2, opens in the browser"), one.id, one.title))
            for one in fact.sources
        )
        told = self._words.articles(fact.articles)
        proof = fill(self.tr("%1, %2", "a fact's number, its article"), fact.id, told) if told else fact.id
        second = fill(self.tr("In the article: %1"), ", ".join(fact.details)) if fact.details else fact.note
        block = Line(self.theme, fact.text, self._body, second=second, proof=proof, links=links)
        block.link_pressed.connect(lambda number: self._open(fact.sources[number]))
        return block

    def _open(self, source: Source) -> None:
        self.address_pressed.emit(source.address)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            # What is measured has to have the new look first.
            for piece in (*(block for block, _ in self._blocks), self.doll, self.unreviewed):
                apply_theme(piece, self.theme)
            self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _foot(self) -> float:
        return max(self.theme.px(_FOOT), self.theme.text_px(18) * 2)

    def _place(self) -> None:
        if not self._built:
            return
        width, height, foot = self.width(), float(self.height()), self._foot()
        self.reader.setGeometry(0, 0, width, round(height - foot))
        self.reader.lay_under_bar()
        self._place_body(float(width), height - foot)
        inset = self.theme.px(24)
        self.unreviewed.setGeometry(QRectF(inset, height - foot + 2, width - 2 * inset, foot - 6).toRect())

    def _place_body(self, width: float, view: float) -> None:
        theme = self.theme
        y = theme.px(28)
        if not self.pane.isHidden():
            tall = min(self.height() * _FIGURE_SHARE, width * _FIGURE_MOST)
            self.pane.setGeometry(0, 0, round(width), round(tall))
            y = tall + theme.px(20)
        inset = theme.px(32)
        room = round(width - 2 * inset)
        for number, (block, gap) in enumerate(self._blocks):
            y += theme.px(gap)
            if number == 0 and not self.doll.isHidden():
                y += self._place_title(block, QRectF(inset, y, room, 0))
                continue
            high = self._height_of(block, room)
            block.setGeometry(round(inset), round(y), room, high)
            y += high
        self._body.resize(round(width), round(max(view, y + theme.px(24))))

    def _place_title(self, title: QWidget, row: QRectF) -> float:
        """Title and doll button in one row, the button at the far end; the height of the row."""
        hint = self.doll.sizeHint()
        wide, high = hint.width() + self.theme.px(16), float(max(self.theme.target(54), hint.height()))
        room = row.width() - wide - self.theme.px(16)
        tall = self._height_of(title, round(room))
        row.setHeight(max(high, tall))
        words = QRectF(row.left(), row.center().y() - tall / 2, room, tall)
        button = QRectF(row.right() - wide, row.center().y() - high / 2, wide, high)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words.moveRight(row.right())
            button.moveLeft(row.left())
        title.setGeometry(words.toRect())
        self.doll.setGeometry(button.toRect())
        return row.height()

    @staticmethod
    def _height_of(block: QWidget, room: int) -> int:
        measure: Callable[[int], int] = block.heightForWidth
        high = measure(room)
        return high if high > 0 else block.sizeHint().height()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        theme, y = self.theme, self.height() - self._foot()
        inset = theme.px(32)
        painter.setPen(line(theme.palette.line, 1.5))
        painter.drawLine(QPointF(inset, y), QPointF(self.width() - inset, y))
