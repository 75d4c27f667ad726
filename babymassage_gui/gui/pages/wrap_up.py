"""Wrap-up: well done, and how was it? One touch is enough, and none at all will do: after a minute it keeps itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.wrap_up_summary import PartsList, PartsRing
from babymassage_gui.gui.text import Words, clock_text, fill
from babymassage_gui.gui.theme import Phase, Radius, Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.buttons import PrimaryButton
from babymassage_gui.gui.widgets.fields import TextField
from babymassage_gui.gui.widgets.ground import Card, Mat
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.tiles import MoodTile

UNTOUCHED_SECONDS = 60.0
LONGEST_NOTE = 500
_ANSWERS = (Mood.CALM, Mood.UNSETTLED, Mood.CRIED, Mood.ASLEEP)
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SUB_TITLE = TypeRole((30, 28, 26, 24, 22), Weight.MEDIUM, 1.2)
_QUESTION = TypeRole((36, 34, 32, 30, 28, 26), Weight.EXTRA, 1.2)
_DONE_LINE = TypeRole((28, 26, 24, 22, 20), Weight.EXTRA, 1.2)
_TOMORROW = TypeRole((23, 22, 21, 20, 19, 18), Weight.BOLD, 1.25)


@dataclass(frozen=True, slots=True)
class WrapUp:
    """A session that has just ended, as it is told to the parent.

    `name` empty: "your baby". `active_seconds` in steps; `parts` each part of the body with its share done (0..1), in
    the order of the session. `early` is praised; `asleep` comes in chosen. `next_minutes` is the next length for each
    answer; an answer that is not in it promises nothing. A rehearsal does not count.
    """

    name: str
    active_seconds: float
    moves: int
    turns: int
    parts: tuple[tuple[Block, float], ...]
    early: bool = False
    asleep: bool = False
    next_minutes: Mapping[Mood, int] = field(default_factory=dict)
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything lies, in pixels of the page; what is inside a card counts from the card's corner."""

    title: QRectF
    sub_title: QRectF
    summary: QRectF
    ring: QRectF
    done_line: QRectF
    parts: QRectF
    tomorrow: QRectF
    answers: QRectF
    question: QRectF
    hint: QRectF
    tiles: tuple[QRectF, ...]
    note: QRectF
    button: QRectF


def places(width: float, height: float, k: float) -> Places:
    """Wide: what was done beside the question. Tall: above it. `k` is the window's scale."""
    tall = width < height
    margin = gap = 24 * k
    inner = min(width - 2 * margin, 1440 * k)
    left, top, bottom = (width - inner) / 2, (200 if tall else 176) * k, height - margin
    button_height = (180 if tall else 150) * k
    if tall:
        summary = QRectF(left, top, inner, min(560 * k, (bottom - top) * 0.3))
        answers_top = summary.bottom() + gap
        answers = QRectF(left, answers_top, inner, bottom - button_height - gap - answers_top)
        side = min(summary.width() * 0.42, summary.height() - 80 * k)
        ring = QRectF(60 * k, (summary.height() - side) / 2, side, side)
        column = QRectF(ring.right() + 60 * k, ring.y(), summary.width() - ring.right() - 108 * k, side)
    else:
        summary = QRectF(left, top, 404 * k, bottom - top)
        right = summary.right() + gap
        answers = QRectF(right, top, left + inner - right, bottom - button_height - gap - top)
        side = min(summary.width() - 96 * k, summary.height() - 300 * k)
        ring = QRectF((summary.width() - side) / 2, 30 * k, side, side)
        column_top = ring.bottom() + 18 * k
        column = QRectF(30 * k, column_top, summary.width() - 60 * k, summary.height() - 24 * k - column_top)
    stretch = 1.3 if tall else 1.0
    done_line = QRectF(column.x(), column.y(), column.width(), 40 * k * stretch)
    tomorrow_height = 58 * k * stretch
    tomorrow = QRectF(column.x() - 8 * k, column.bottom() - tomorrow_height, column.width() + 16 * k, tomorrow_height)
    between = 12 * k
    parts = QRectF(column.x() + 14 * k, done_line.bottom() + between, column.width() - 14 * k,
                   tomorrow.top() - done_line.bottom() - 2 * between)  # fmt: skip
    question, hint, tiles, note = _in_answers(answers, k, 2 if tall else 4)
    return Places(
        title=QRectF(left, 34 * k, inner, (90 if tall else 74) * k),
        sub_title=QRectF(left, (126 if tall else 108) * k, inner, (54 if tall else 44) * k),
        summary=summary, ring=ring, done_line=done_line, parts=parts, tomorrow=tomorrow, answers=answers,
        question=question, hint=hint, tiles=tiles, note=note,
        button=QRectF(answers.left(), bottom - button_height, answers.width(), button_height),
    )  # fmt: skip


def _in_answers(card: QRectF, k: float, columns: int) -> tuple[QRectF, QRectF, tuple[QRectF, ...], QRectF]:
    """Question, hint, the four tiles in rows of `columns`, and the note, from the card's corner."""
    side, between, head = 36 * k, 16 * k, 88 * k
    room = card.width() - 2 * side
    question = QRectF(side, 20 * k, room * 0.58, 54 * k)
    hint = QRectF(side + room * 0.58, 20 * k, room * 0.42, 54 * k)
    note = QRectF(side, card.height() - 92 * k, room, 66 * k)
    rows = len(_ANSWERS) // columns
    width = (room - (columns - 1) * between) / columns
    free = note.top() - 20 * k - head
    height = min((free - (rows - 1) * between) / rows, width * 1.75)
    top = head + (free - rows * height - (rows - 1) * between) / 2
    places_of = (divmod(index, columns) for index in range(len(_ANSWERS)))
    tiles = tuple(
        QRectF(side + column * (width + between), top + row * (height + between), width, height)
        for row, column in places_of
    )
    return question, hint, tiles, note


def _larger(role: TypeRole, times: float) -> TypeRole:
    return TypeRole(tuple(size * times for size in role.sizes), role.weight, role.leading)


class WrapUpPage(Mat):
    """Shows a `WrapUp` and sends back the answer and the note, once."""

    done = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, seconds: float = UNTOUCHED_SECONDS) -> None:
        """`seconds` is how long nobody need touch anything until it is kept as it is."""
        super().__init__(theme, Phase.DONE, parent)
        self._words = Words(self)
        self._view = WrapUp("", 0.0, 0, 0, ())
        self._open = False
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        self.title = TextLabel(theme, "", Type.HEADLINE, self, align=centre, max_lines=1)
        self.sub_title = TextLabel(theme, "", _SUB_TITLE, self, align=centre, max_lines=1)
        self.summary = Card(theme, self, radius=Radius.HERO)
        self.ring = PartsRing(theme, self.summary)
        self.done_line = TextLabel(theme, "", _DONE_LINE, self.summary, align=centre, max_lines=1)
        self.parts = PartsList(theme, self._words, self.summary)
        self.tomorrow = Note(theme, "", "leaf", _TOMORROW, self.summary, fill="ph_done", shade="ink",
                             icon_shade="pa_done", radius=18, style="fill")  # fmt: skip
        self.answers = Card(theme, self, radius=Radius.HERO)
        self.question = TextLabel(theme, "", _QUESTION, self.answers, max_lines=1)
        far = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.hint = TextLabel(theme, self.tr("Saves itself in a minute."), Type.HINT, self.answers, shade="ink2",
                              align=far, max_lines=1)  # fmt: skip
        self.group = QButtonGroup(self)
        self.tiles = tuple(MoodTile(theme, mood, self._words.mood(mood), parent=self.answers) for mood in _ANSWERS)
        for tile in self.tiles:
            self.group.addButton(tile)
        self.note = TextField(theme, self.tr("A word to remember"), self.tr("A word to remember"), "note-pencil",
                              self.answers, height=66, fill="page")  # fmt: skip
        self.note.setMaxLength(LONGEST_NOTE)
        self.button = PrimaryButton(theme, self.tr("Done"), parent=self)
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._finish)
        self.button.clicked.connect(lambda _checked=False: self._finish())
        self.group.buttonToggled.connect(lambda _button, _checked: self._show_tomorrow())
        for widget in (self, *self.findChildren(QWidget)):
            widget.installEventFilter(self)

    def show_wrap_up(self, view: WrapUp) -> None:
        """Show a session that has just ended; the minute begins now."""
        self._view, self._open = view, True
        name = view.name or self.tr("your baby")
        self.title.set_text(fill(self.tr("You listened to %1"), name) if view.early else
                            self.tr("Well done, both of you"))  # fmt: skip
        self.sub_title.set_text(self.tr("Stopping in time is good massage.") if view.early else
                                self.tr("Wrap, cuddle, say it is over."))  # fmt: skip
        question = fill(self.tr("How was it for %1?"), name)
        self.question.set_text(question)
        self.answers.setAccessibleName(question)
        shares = tuple(share for _, share in view.parts) or (0.0 if view.early else 1.0,)
        self.ring.show_parts(shares, clock_text(view.active_seconds), self.tr("minutes", "under a clock"))
        self.parts.show_parts(view.parts)
        moves = self.tr("%n move(s)", "", view.moves)
        turns = self.tr("%n turn(s)", "", view.turns)
        self.done_line.set_text(fill(self.tr("%1, %2", "moves, turns"), moves, turns) if view.turns else moves)
        self.note.clear()
        self._choose(Mood.ASLEEP if view.asleep else Mood.NOT_SAID)
        self._show_tomorrow()
        self._timer.start()
        next((tile for tile in self.tiles if tile.isChecked()), self.tiles[0]).setFocus()

    def set_skin(self, skin: Skin) -> None:
        """The faces have the baby's skin tone."""
        for tile in self.tiles:
            tile.set_skin(skin)

    def _choose(self, mood: Mood) -> None:
        self.group.setExclusive(False)
        for tile in self.tiles:
            tile.setChecked(tile.mood is mood)
        self.group.setExclusive(True)

    @property
    def mood(self) -> Mood:
        """The answer so far."""
        return next((tile.mood for tile in self.tiles if tile.isChecked()), Mood.NOT_SAID)

    def _show_tomorrow(self) -> None:
        """The same green for more and for less."""
        minutes = self._view.next_minutes.get(self.mood)
        self.tomorrow.setVisible(self._view.rehearsal or minutes is not None)
        if self._view.rehearsal:
            self.tomorrow.set_note(self.tr("A rehearsal, does not count"), "clock-countdown")
        elif minutes is not None:
            self.tomorrow.set_note(self.tr("Tomorrow: %n minute(s)", "", minutes), "leaf")

    def _finish(self) -> None:
        self._timer.stop()
        if self._open:
            self._open = False
            self.done.emit(self.mood, self.note.text().strip())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch starts the minute anew; Enter is Done wherever the focus is."""
        kind = event.type()
        if kind in _TOUCHES and self._open:
            self._timer.start()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._finish()
            return True
        if kind == QEvent.Type.MouseButtonDblClick and watched is self.button:
            # The second knock of a hurried "finish and keep it" would send the answer unsaid.
            return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "button"):
            self._place()

    def _place(self) -> None:
        at = places(self.width(), self.height(), self.theme.k)
        # A tall window is narrow for its height: what is written may be larger than its scale says.
        times = 1.35 if self.width() < self.height() else 1.0
        for label, role in ((self.title, Type.HEADLINE), (self.sub_title, _SUB_TITLE), (self.question, _QUESTION),
                            (self.done_line, _DONE_LINE)):  # fmt: skip
            label.set_role(_larger(role, times))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rows: tuple[tuple[QWidget, QRectF, float], ...] = (
            *((widget, rect, self.width()) for widget, rect in (
                (self.title, at.title), (self.sub_title, at.sub_title), (self.summary, at.summary),
                (self.answers, at.answers), (self.button, at.button))),
            *((widget, rect, at.summary.width()) for widget, rect in (
                (self.ring, at.ring), (self.done_line, at.done_line), (self.parts, at.parts),
                (self.tomorrow, at.tomorrow))),
            *((widget, rect, at.answers.width()) for widget, rect in (
                (self.question, at.question), (self.hint, at.hint), (self.note, at.note),
                *zip(self.tiles, at.tiles, strict=True))),
        )  # fmt: skip
        for widget, rect, width in rows:
            left = width - rect.right() if mirrored else rect.left()
            widget.setGeometry(QRectF(left, rect.y(), rect.width(), rect.height()).toRect())
