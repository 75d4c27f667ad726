"""Which massage today? What is open now, large; what is closed, with the day or hour it opens; what comes next."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from babymassage_gui.core.checkin import FIRST_DAY
from babymassage_gui.core.choosing import Choosing, Opening
from babymassage_gui.gui.pages.back_button import BackButton
from babymassage_gui.gui.pages.chooser_rows import ClosedRow, OpenRow
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import Note, TextLabel

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.check_in_sheet import Sheet
    from babymassage_gui.gui.pages.grounds_paper import Reason

SIDE_BY_SIDE_FROM = 760
OPENINGS_SHOWN = 3
TITLES_SHOWN = 2


class ChooserPage(Ground):
    """`chosen(str)`, `practise(str)` and `why(str)` carry a routine's id; `care_wanted` asks for what a professional
    has to say, `ground_pressed` for a rule and its facts in the library.
    """

    chosen = Signal(str)
    practise = Signal(str)
    why = Signal(str)
    ground_pressed = Signal(object, str, str)
    care_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._built = False
        self._words = Words()
        self.changes_at = datetime.max.replace(tzinfo=UTC)
        self.open_rows: list[OpenRow] = []
        self.closed_rows: list[ClosedRow] = []
        self.reasons: Sheet | None = None
        super().__init__(theme, parent)
        self.back = BackButton(theme, "arrow-left", self.tr("Back to Today"), self)
        self.title = TextLabel(theme, self.tr("Which massage today?"), Type.PAGE_TITLE, self, max_lines=1)
        self.age = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=1)
        self.sheet = Ground(theme)
        self.view = ScrollPage(theme, self.sheet, self)
        self.now = TextLabel(theme, "", Type.SECTION, self.sheet, shade="ink2", max_lines=1)
        self.later = TextLabel(theme, self.tr("Not now"), Type.SECTION, self.sheet, shade="ink2", max_lines=1)
        self.none_open = TextLabel(theme, "", Type.BODY, self.sheet, shade="ink2", max_lines=4)
        self.resting = Note(
            theme, self.tr("Three quiet days: each of them is hands resting only."), "moon-stars", Type.BODY_BOLD,
            self.sheet, fill="ph_hold", shade="ink", icon_shade="pa_hold",
        )  # fmt: skip
        self.next_title = TextLabel(theme, self.tr("What opens next"), Type.SECTION, self.sheet, shade="ink2",
                                    max_lines=1)  # fmt: skip
        self.next_notes: list[Note] = []
        self.back.clicked.connect(self.left)
        self._built = True

    def show_choosing(self, choosing: Choosing) -> None:
        """Show the list, looked at now."""
        for row in (*self.open_rows, *self.closed_rows, *self.next_notes):
            row.hide()
            row.deleteLater()
        words, theme = self._words, self.theme
        self.changes_at = choosing.changes_at
        self.age.set_text(self._age(choosing))
        self.now.set_text(self.tr("Now, calm ones first") if choosing.evening else self.tr("Now"))
        self.open_rows = [OpenRow(theme, choice, words, self.sheet) for choice in choosing.open]
        self.closed_rows = [ClosedRow(theme, choice, words, self.sheet) for choice in choosing.closed]
        self.next_notes = [self._note(opening) for opening in choosing.opens_next[:OPENINGS_SHOWN]]
        for open_row in self.open_rows:
            open_row.chosen.connect(self.chosen)
            open_row.practised.connect(self.practise)
        for closed_row in self.closed_rows:
            closed_row.care_wanted.connect(self.care_wanted)
            closed_row.practised.connect(self.practise)
            closed_row.why.connect(self.why)
        self.none_open.set_text(self._none_open(choosing))
        self.resting.setVisible(choosing.resting and bool(choosing.open))
        self.now.setVisible(bool(choosing.open))
        self.none_open.setVisible(not choosing.open)
        self.later.setVisible(bool(choosing.open and choosing.closed))
        self.next_title.setVisible(bool(self.next_notes))
        self._set_tab_order()
        self._arrange()
        self.view.verticalScrollBar().setValue(0)
        for row in (*self.open_rows, *self.closed_rows, *self.next_notes):
            row.show()

    def tell_why(self, reason: Reason) -> None:
        """Open the sheet that tells why a massage is closed now."""
        if self.reasons is None:
            from babymassage_gui.gui.pages.check_in_sheet import Sheet

            self.reasons = Sheet(self.theme, self)
            self.reasons.ground_pressed.connect(self.ground_pressed)
        self.reasons.setGeometry(self.rect())
        self.reasons.tell(reason)

    def first_button(self) -> QAbstractButton:
        """What the focus goes to: the massage of Today, else the first that is open, else the way back."""
        rows = [row for row in self.open_rows if row.row.choice.chosen] or self.open_rows
        return rows[0].row if rows else self.back

    def _none_open(self, choosing: Choosing) -> str:
        if choosing.open:
            return ""
        if not choosing.age.reached(FIRST_DAY):
            return self.tr("Holding skin to skin is best now. On a doll you can practise.")
        return self.tr("None just now. On a doll you can always practise.")

    def _age(self, choosing: Choosing) -> str:
        """The age that the list goes by: corrected where the baby came early."""
        age = self._words.age(choosing.age)
        if choosing.age.born == choosing.baby.born:
            return fill(self.tr("At %1"), age)
        if choosing.age.days < 0:
            return self.tr("Counted from the due date")
        return fill(self.tr("At %1, corrected for the early birth"), age)

    def _note(self, opening: Opening) -> Note:
        return Note(
            self.theme, self._told(opening), "sparkle", Type.BODY_BOLD, self.sheet, fill="ph_done", shade="ink",
            icon_shade="pa_done",
        )  # fmt: skip

    def _told(self, opening: Opening) -> str:
        """ "Rubbing opens on 3 March." """
        day = self._words.day(opening.day)
        if opening.rubbing:
            return fill(self.tr("Rubbing opens on %1."), day)
        titles = [step.title for step in opening.steps]
        if len(titles) == 1:
            return fill(self.tr("“%1” opens on %2."), titles[0], day)
        return fill(self.tr("“%1” and %n more open on %2.", "", len(titles) - 1), titles[0], day)

    def _set_tab_order(self) -> None:
        order: list[QWidget] = [self.back]
        for open_row in self.open_rows:
            order += [open_row.row, open_row.doll]
        for closed_row in self.closed_rows:
            order += closed_row.buttons()
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _arrange(self) -> None:
        k = self.theme.k
        margin = 24 * k
        side = self.theme.target(56)
        width = self.width() - 2 * margin
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back = QRectF(self.width() - margin - side if mirrored else margin, margin, side, side)
        self.back.setGeometry(back.toRect())
        words = QRectF(margin if mirrored else back.right() + 16 * k, margin, width - side - 16 * k, side)
        aside = 0.0 if width < 640 else min(words.width() * 0.45, self.age.sizeHint().width() + 8.0)
        title = words.adjusted(aside, 0, 0, 0) if mirrored else words.adjusted(0, 0, -aside, 0)
        self.title.setGeometry(title.toRect())
        near = words.left() if mirrored else words.right() - aside
        self.age.setGeometry(QRectF(near, margin, aside, side).toRect())
        self.age.setVisible(aside > 0)
        top = margin + side + 12 * k
        self.view.setGeometry(QRectF(0, top, self.width(), self.height() - top).toRect())
        self._arrange_sheet()

    def _arrange_sheet(self) -> None:
        """Two columns where there is room for them, else one below the other."""
        k = self.theme.k
        margin, gap = 24 * k, 40 * k
        width = self.width() - 2 * margin - self.view.verticalScrollBar().sizeHint().width()
        beside = self.width() >= SIDE_BY_SIDE_FROM and self.width() > self.height()
        share = (width - gap) * (0.55 if self.open_rows else 0.5) if beside else width
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        far = width - gap - share if beside else width
        first = QRectF(margin + far + gap if mirrored and beside else margin, 4 * k, share, 0)
        bottom = self._stack(first, self._open_column())
        second = QRectF(margin if mirrored or not beside else margin + share + gap, 4 * k, far, 0)
        if not beside:
            second.moveTop(bottom + 20 * k)
        bottom = max(bottom, self._stack(second, self._closed_column()))
        self.sheet.setMinimumHeight(round(bottom + margin))

    def _open_column(self) -> list[QWidget]:
        """What is open; where nothing is, the first half of the closed ones takes the room."""
        if self.open_rows:
            return [self.now, self.resting, *self.open_rows]
        return [self.none_open, *self.closed_rows[: (len(self.closed_rows) + 1) // 2]]

    def _closed_column(self) -> list[QWidget]:
        opening = [self.next_title, *self.next_notes]
        if self.open_rows:
            return [*opening, self.later, *self.closed_rows]
        return [*opening, *self.closed_rows[(len(self.closed_rows) + 1) // 2 :]]

    def _stack(self, area: QRectF, widgets: list[QWidget]) -> float:
        """Lay out what is not hidden from top to bottom; the lower end."""
        k, y = self.theme.k, area.top()
        for widget in widgets:
            if widget in (self.resting, self.next_title, self.later) and widget.isHidden():
                continue
            title = widget in (self.now, self.next_title, self.later)
            if isinstance(widget, (OpenRow, ClosedRow)):
                height = widget.height_for(area.width())
            else:
                height = float(self.theme.target(44) if title else widget.heightForWidth(round(area.width())))
            widget.setGeometry(QRectF(area.x(), y, area.width(), height).toRect())
            y += height + (4 if title else 2 if isinstance(widget, ClosedRow) else 12) * k
        return y

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.reasons is not None:
            self.reasons.setGeometry(self.rect())

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.reasons is not None and self.reasons.isVisible():
            self.reasons.keyPressEvent(event)
            return
        key = event.key()
        rows = [row.row for row in self.open_rows]
        here = next((place for place, row in enumerate(rows) if row is self.focusWidget()), None)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and rows:
            step = 1 if key == Qt.Key.Key_Down else -1
            row = rows[0 if here is None else min(len(rows) - 1, max(0, here + step))]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.ensureWidgetVisible(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            rows[here].click()
        else:
            super().keyPressEvent(event)
