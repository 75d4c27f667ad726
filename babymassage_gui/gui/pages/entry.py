"""A session written down or corrected by hand: big fields, a kind word where something cannot be, and a way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.by_hand import LONGEST_MINUTES, LONGEST_NOTE, SHORTEST_MINUTES, Entry
from babymassage_gui.core.history import Mood
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.chips import ChoicePill, LinkButton
from babymassage_gui.gui.widgets.fields import ScrollPage, TextField
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.stepper import Stepper

_MOODS = (Mood.CALM, Mood.UNSETTLED, Mood.CRIED, Mood.ASLEEP)
_NARROW = 720
# Today and yesterday are called so; other days have their date.
_DAYS_SAID = 2


@dataclass(frozen=True, slots=True)
class Written:
    """What the form holds: the wall's day and hour, without a zone."""

    wall: datetime
    minutes: int
    routine_id: str
    mood: Mood
    note: str


class EntryPage(Ground):
    """`changed` tells that another entry is shown, `kept` that it shall be kept."""

    changed = Signal()
    kept = Signal()
    removed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = Words(self)
        self._today = date.min
        self._routines: tuple[tuple[str, str], ...] = (("", ""),)
        self._fields: list[tuple[QBoxLayout, TextLabel]] = []
        self._rows: list[QBoxLayout] = []
        self._content = Ground(theme)
        self.back = LinkButton(theme, self.tr("Back"), "caret-left", self._content)
        self.title = TextLabel(theme, self.tr("Add a session"), Type.PAGE_TITLE, self._content, max_lines=2)
        self.card = Card(theme, self._content)
        self._make_fields(theme)
        self.told = Note(theme, "", "info", Type.BODY_BOLD, self._content)
        self.told.hide()
        self.keep = PrimaryButton(theme, self.tr("Keep it"), "check", self._content, style="bold")
        self.remove = QuietButton(theme, self.tr("Delete it"), parent=self._content)
        self._lay_out(theme)
        self._connect()
        self._on_theme_changed()

    def _make_fields(self, theme: Theme) -> None:
        earlier, later, card = self.tr("earlier"), self.tr("later"), self.card
        self.day = Stepper(theme, self.tr("Day"), earlier, later, 1, 1, 1, card, words=self._day_words)
        self.hour = Stepper(
            theme, self.tr("Hour"), earlier, later, 0, 23, 12, card, words=lambda n: f"{n:02}", wraps=True
        )
        self.minute = Stepper(
            theme, self.tr("Minute"), earlier, later, 0, 59, 0, card, words=lambda n: f"{n:02}", wraps=True, stride=5
        )
        self.minutes = Stepper(
            theme, self.tr("How long"), self.tr("shorter"), self.tr("longer"), SHORTEST_MINUTES, LONGEST_MINUTES, 5,
            card, words=self._words.minutes,
        )  # fmt: skip
        self.routine = Stepper(
            theme, self.tr("Which massage"), self.tr("the one before"), self.tr("the next one"), 0, 0, 0, card,
            words=lambda place: self._routines[place][1], wraps=True,
        )  # fmt: skip
        self.moods = QButtonGroup(self)
        for place, mood in enumerate(_MOODS):
            self.moods.addButton(ChoicePill(theme, self._words.mood(mood), card), place)
        # How it was may stay unsaid, also after a slip.
        self.moods.setExclusive(False)
        self.note = TextField(theme, self.tr("Note"), self.tr("Anything to remember"), "note-pencil", card)
        self.note.setMaxLength(LONGEST_NOTE)

    def _lay_out(self, theme: Theme) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(theme, self._content, self))
        inside = self._in_card = QVBoxLayout(self.card)
        start = (self.hour, self.minute)
        day = self._field(theme, self.tr("Day"), self.day)
        inside.addLayout(self._row(day, self._field(theme, self.tr("Start"), *start)))
        length = self._field(theme, self.tr("How long"), self.minutes)
        inside.addLayout(self._row(length, self._field(theme, self.tr("Which massage"), self.routine)))
        inside.addLayout(self._field(theme, self.tr("How was it?"), *self.moods.buttons()))
        inside.addLayout(self._field(theme, self.tr("Note"), self.note))
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.keep, 2)
        self._buttons.addWidget(self.remove, 1)
        self._column = QVBoxLayout(self._content)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.title)
        self._column.addWidget(self.card)
        self._column.addWidget(self.told)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)

    def _row(self, *fields: QBoxLayout) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for field in fields:
            row.addLayout(field, 1)
        self._rows.append(row)
        return row

    def _field(self, theme: Theme, title: str, *controls: QWidget) -> QBoxLayout:
        field, beside = QVBoxLayout(), QHBoxLayout()
        label = TextLabel(theme, title, Type.HINT_BOLD, self.card, shade="ink2", max_lines=1)
        field.addWidget(label)
        field.addLayout(beside)
        for control in controls:
            beside.addWidget(control, 1)
        self._fields += [(field, label), (beside, label)]
        return field

    def _connect(self) -> None:
        for stepper in (self.day, self.hour, self.minute, self.minutes, self.routine):
            stepper.valueChanged.connect(lambda _value: self.changed.emit())
        self.moods.buttonClicked.connect(self._on_mood)
        self.keep.clicked.connect(lambda _checked=False: self.kept.emit())
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit())
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)

    def _on_mood(self, pressed: ChoicePill) -> None:
        for button in self.moods.buttons():
            if button is not pressed:
                button.setChecked(False)
        self.changed.emit()

    def show_entry(
        self, entry: Entry, routines: Sequence[tuple[str, str]], first: date, today: date, *, new: bool
    ) -> None:
        """Show an entry to begin with; `routines` are ids with titles, `first` the first day that can be."""
        self._today, self._routines = today, tuple(routines)
        self.title.set_text(self.tr("Add a session") if new else self.tr("Correct a session"))
        self.remove.setVisible(not new)
        day = entry.start.date()
        self.day.set_range(min(first, day).toordinal(), max(today, day).toordinal())
        self.day.set_value(day.toordinal())
        self.hour.set_value(entry.start.hour)
        self.minute.set_value(entry.start.minute)
        self.minutes.set_range(SHORTEST_MINUTES, max(LONGEST_MINUTES, entry.minutes))
        self.minutes.set_value(entry.minutes)
        self.routine.set_range(0, len(self._routines) - 1)
        self.routine.set_value([ident for ident, _ in self._routines].index(entry.routine_id))
        for button, mood in zip(self.moods.buttons(), _MOODS, strict=True):
            button.setChecked(mood is entry.mood)
        self.note.setText(entry.note)
        self.day.setFocus()

    def written(self) -> Written:
        """What the form holds."""
        wall = datetime.combine(date.fromordinal(self.day.value()), time(self.hour.value(), self.minute.value()))
        mood = next((m for b, m in zip(self.moods.buttons(), _MOODS, strict=True) if b.isChecked()), Mood.NOT_SAID)
        return Written(wall, self.minutes.value(), self._routines[self.routine.value()][0], mood, self.note.text())

    def tell(self, sentence: str) -> None:
        """Why it cannot be kept so; empty if it can."""
        self.told.set_note(sentence)
        self.told.setVisible(bool(sentence))
        self.keep.setEnabled(not sentence)

    def _day_words(self, ordinal: int) -> str:
        day = date.fromordinal(ordinal)
        if 0 <= self._today.toordinal() - ordinal < _DAYS_SAID:
            return self._words.past_day(day, self._today)
        return self._words.day(day)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "_buttons"):
            self._measure()

    def _measure(self) -> None:
        px = self.theme.px
        edge = round(px(24))
        self._column.setContentsMargins(edge, round(px(16)), edge, edge)
        self._column.setSpacing(round(px(18)))
        side = round(px(28))
        self._in_card.setContentsMargins(side, round(px(20)), side, round(px(24)))
        self._in_card.setSpacing(round(px(18)))
        for field, _ in self._fields:
            field.setSpacing(round(px(8)))
        direction = QBoxLayout.Direction
        for row in self._rows:
            row.setSpacing(round(px(24)))
            row.setDirection(direction.TopToBottom if self.width() < _NARROW * self.theme.k else direction.LeftToRight)
        self._buttons.setSpacing(round(px(16)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
