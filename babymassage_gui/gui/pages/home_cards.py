"""The cards of Today: the plan with its minutes, the week, a session cut off, and the leaf that answers "why?"."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.history import Mood, SessionRecord
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.today import CutOff, Today
from babymassage_gui.gui.text import Words, clock_text, fill
from babymassage_gui.gui.theme import Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.chips import Chip, LinkButton, RoundButton
from babymassage_gui.gui.widgets.faces import Face
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.paint import disc, rounded_path, start
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SHORTEST_WISH = 2
# As the verdicts of the check-in look: a doctor's question is rose, a wait is sand, not today is lilac.
CLOSED_BY_AGE = frozenset({Barrier.TOO_YOUNG, Barrier.EARLY_START, Barrier.NOT_YET, Barrier.TOO_OLD})
ANSWERED_IN_SETTINGS = frozenset({Barrier.DOCTOR, Barrier.DOCTOR_AGAIN, Barrier.NAVEL, Barrier.EARLY_START})
REFUSAL_LOOKS = {
    Barrier.DOCTOR: ("stethoscope", "ph_turn"),
    Barrier.DOCTOR_AGAIN: ("stethoscope", "ph_turn"),
    Barrier.TOO_SOON: ("clock-countdown", "ph_ready"),
}
LEAF = TypeRole((24, 23, 22, 21, 20), Weight.MEDIUM, 1.3)


class _Arranged(Card):
    """A card that lays its parts out itself whenever it changes its size or its words.

    `arrange` gets the card's area and the scale of its height against `design_height`.
    """

    design_height: float

    @abstractmethod
    def arrange(self, area: QRectF, unit: float) -> None:
        """Lay the parts out."""

    def _again(self) -> None:
        area = QRectF(self.rect())
        self.arrange(area, area.height() / self.design_height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again()


class PlanCard(_Arranged):
    """The routine, its minutes, less and more, and why it is as long as it is."""

    design_height = 308.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.routine = TextLabel(theme, "", Type.CARD_TITLE, self, max_lines=1)
        self.change = Chip(theme, self.tr("Change"), "caret-down", self, fill="sunken", shade="primary_ink",
                           icon_after=True, name=self.tr("Change routine"))  # fmt: skip
        self.number = TextLabel(theme, "", Type.BIG_NUMBER, self, max_lines=1)
        self.unit = TextLabel(theme, "", Type.CARD_TITLE, self, max_lines=1)
        self.message = TextLabel(theme, "", Type.CARD_TITLE, self)
        self.moves = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=1)
        self.less = RoundButton(theme, "minus", self.tr("Less"), self)
        self.more = RoundButton(theme, "plus", self.tr("More"), self)
        self.reason = Note(theme, "", "leaf", Type.BODY_BOLD, self, fill="ph_done", shade="ink", icon_shade="pa_done",
                           style="fill")  # fmt: skip
        self.why = LinkButton(theme, self.tr("Why?"), None, self, shade="pa_done", name=self.tr("Why this long?"))

    def show_plan(self, today: Today, words: Words, *, may_change: bool) -> None:
        """Show what Start would play, or why nothing may be played."""
        self.routine.set_text(today.routine.title)
        self.change.setVisible(may_change)
        refused = today.refusal
        closed = refused is not None and refused.barrier in CLOSED_BY_AGE
        self.message.set_text(words.refusal(refused) if refused is not None and closed else "")
        self.message.setVisible(closed)
        for part in (self.number, self.unit, self.moves, self.reason):
            part.setVisible(not closed)
        self.number.set_text(str(today.minutes))
        self.unit.set_text(self.tr("minute(s)", "after a large number", today.minutes))
        moves = self.tr("%n move(s)", "", today.plan.moves)
        turns = self.tr("%n turn(s)", "", today.plan.turns)
        self.moves.set_text(fill(self.tr("%1, %2"), moves, turns) if today.plan.turns else moves)
        for button in (self.less, self.more):
            button.setVisible(refused is None)
        self.less.setEnabled(today.minutes > SHORTEST_WISH)
        self.more.setEnabled(today.minutes < today.target.minutes)
        self.more.set_live(today.minutes < today.target.minutes)
        if refused is None:
            self.reason.set_note(words.reason(today.target.reason), "leaf", fill="ph_done")
        else:
            icon, fill_role = REFUSAL_LOOKS.get(refused.barrier, ("moon-stars", "ph_hold"))
            self.reason.set_note(words.refusal(refused), icon, fill=fill_role)
        answers = refused is not None and refused.barrier in ANSWERED_IN_SETTINGS
        self.why.setVisible(refused is None or answers)
        self.why.set_words(*self._link_words(answers=answers))
        self._again()

    def _link_words(self, *, answers: bool) -> tuple[str, str]:
        if answers:
            return self.tr("Answer"), self.tr("Answer it in Settings")
        return self.tr("Why?"), self.tr("Why this long?")

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad = 32 * unit
        inner = area.adjusted(pad, 20 * unit, -pad, -22 * unit)
        chip = self.change.sizeHint()
        height = max(44.0, 46 * unit)
        self.change.setGeometry(QRectF(inner.right() - chip.width(), inner.y(), chip.width(), height).toRect())
        self.routine.setGeometry(QRectF(inner.x(), inner.y(), inner.width() - chip.width() - 12, height).toRect())
        note = max(44.0, 58 * unit)
        note_y = inner.bottom() - note
        row = QRectF(inner.x(), inner.y() + height, inner.width(), note_y - inner.y() - height)
        number = text_width(self.number.text(), self.theme.ladder(Type.BIG_NUMBER)[0], Weight.EXTRA) + 8
        number = min(number, row.width() * 0.34)
        self.number.setGeometry(QRectF(row.x(), row.y(), number, row.height()).toRect())
        self.message.setGeometry(QRectF(row.x(), row.y(), row.width(), row.height()).toRect())
        side = self.theme.target(64)
        buttons = 0.0 if self.less.isHidden() else 2 * side + 12 * unit
        words_x = row.x() + number + 18 * unit
        words = QRectF(words_x, row.center().y() - 40 * unit, row.right() - buttons - 16 * unit - words_x, 42 * unit)
        self.unit.setGeometry(words.toRect())
        self.moves.setGeometry(words.translated(0, 40 * unit).adjusted(0, 0, 0, -8 * unit).toRect())
        y = row.center().y() - side / 2
        self.less.setGeometry(QRectF(row.right() - buttons, y, side, side).toRect())
        self.more.setGeometry(QRectF(row.right() - side, y, side, side).toRect())
        self.reason.setGeometry(QRectF(inner.x() - 8 * unit, note_y, inner.width() + 16 * unit, note).toRect())
        why = self.why.sizeHint()
        self.reason.keep_free(0.0 if self.why.isHidden() else why.width())
        far = inner.right() - why.width()
        self.why.setGeometry(QRectF(far, note_y + (note - why.height()) / 2, why.width(), why.height()).toRect())


class UnfinishedCard(_Arranged):
    """A session that was cut off: carry on, keep what was done, or discard it."""

    design_height = 308.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = TextLabel(theme, "", Type.PAGE_TITLE, self, max_lines=1)
        self.told = TextLabel(theme, self.tr("The last massage was cut off."), Type.BODY, self, shade="ink2")
        self.carry_on = PrimaryButton(theme, self.tr("Carry on"), "play", self)
        self.keep = QuietButton(theme, self.tr("Keep it"), "check-fat", self, name=self.tr("Keep what was done"))
        self.discard = QuietButton(theme, self.tr("Discard"), None, self)

    def first_button(self) -> QAbstractButton:
        """What Enter takes: to carry on, or to keep it where that is closed."""
        return self.carry_on if self.carry_on.isEnabled() else self.keep

    def show_cut_off(self, cut: CutOff, words: Words) -> None:
        """Name the minutes that were saved, and why it may not go on, if it may not."""
        saved = clock_text(cut.session.active_seconds)
        refused = cut.refusal
        title = self.tr("We saved %1. Carry on?") if refused is None else self.tr("We saved %1.")
        self.title.set_text(fill(title, saved))
        self.told.set_text(self.tr("The last massage was cut off.") if refused is None else words.refusal(refused))
        self.carry_on.setEnabled(refused is None)
        self._again()

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad, gap = 32 * unit, 14 * unit
        inner = area.adjusted(pad, 22 * unit, -pad, -24 * unit)
        self.title.setGeometry(QRectF(inner.x(), inner.y(), inner.width(), 54 * unit).toRect())
        self.told.setGeometry(QRectF(inner.x(), inner.y() + 54 * unit, inner.width(), 32 * unit).toRect())
        row = max(44.0, 72 * unit)
        y = inner.bottom() - row
        half = (inner.width() - gap) / 2
        self.keep.setGeometry(QRectF(inner.x(), y, half, row).toRect())
        self.discard.setGeometry(QRectF(inner.x() + half + gap, y, half, row).toRect())
        top = inner.y() + 94 * unit
        self.carry_on.setGeometry(QRectF(inner.x(), top, inner.width(), y - gap - top).toRect())


class LeafCard(_Arranged):
    """An answer laid over the plan: why so long, or what a part of the body holds."""

    design_height = 482.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = TextLabel(theme, "", Type.CARD_TITLE, self, max_lines=2)
        self.body = TextLabel(theme, "", LEAF, self,
                              align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)  # fmt: skip
        self.close_button = QuietButton(theme, self.tr("Close"), None, self)

    def show_text(self, title: str, body: str) -> None:
        """Open with a text."""
        self.title.set_text(title)
        self.body.set_text(body)
        self._again()
        self.show()
        self.raise_()
        self.close_button.setFocus()

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad = 34 * unit
        inner = area.adjusted(pad, 24 * unit, -pad, -24 * unit)
        row = max(44.0, 64 * unit)
        self.title.setGeometry(QRectF(inner.x(), inner.y(), inner.width(), 60 * unit).toRect())
        top = inner.y() + 72 * unit
        self.body.setGeometry(QRectF(inner.x(), top, inner.width(), inner.bottom() - row - 14 - top).toRect())
        width = min(inner.width(), 240 * unit)
        self.close_button.setGeometry(QRectF(inner.right() - width, inner.bottom() - row, width, row).toRect())


class _WeekBars(Themed, QWidget):
    """Seven days, one bar each: its height the minutes, its colour how it was; days to come are open dots."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[tuple[date, SessionRecord | None]] = []
        self._today, self._target = date.min, 1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def show_days(self, days: list[tuple[date, SessionRecord | None]], today: date, target: int) -> None:
        """Show a week, Monday or the locale's first day first; a bar as long as `target` minutes is a whole one."""
        self._days, self._today, self._target = days, today, target
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        pitch = self.width() / max(1, len(self._days))
        label = min(self.height() * 0.34, self.theme.text_px(18) * 1.4)
        most = max([float(self._target), *(s.minutes for _, s in self._days if s is not None)])
        for index, (day, session) in enumerate(self._days):
            cell = QRectF(index * pitch, 0, pitch, self.height() - label)
            shade = self.theme.palette.primary_ink if day == self._today else self.theme.palette.ink2
            name = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)
            letter = one_line(name, self.theme.text_px(18), Weight.BOLD, pitch)
            below = QRectF(cell.x(), cell.bottom(), pitch, label)
            letter.draw(painter, below, shade, Qt.AlignmentFlag.AlignHCenter)
            if session is None:
                self._dot(painter, cell, day)
            else:
                self._bar(painter, cell, session, most)
        painter.end()

    def _dot(self, painter: QPainter, cell: QRectF, day: date) -> None:
        radius = max(3.0, 5 * self.theme.k)
        centre = QPointF(cell.center().x(), cell.bottom() - radius - 2)
        disc(painter, centre, radius, self.theme.palette.line)
        if day > self._today:
            disc(painter, centre, radius - 1.6, self.theme.palette.card)

    def _bar(self, painter: QPainter, cell: QRectF, session: SessionRecord, most: float) -> None:
        width = min(cell.width() * 0.58, 26 * max(1.0, self.theme.k))
        height = max(width * 0.7, (cell.height() - 2) * session.minutes / most)
        bar = QRectF(cell.center().x() - width / 2, cell.bottom() - height, width, height)
        mood = session.mood or Mood.NOT_SAID
        painter.setPen(self.theme.colour(self.theme.mood_edge(mood)))
        painter.setBrush(self.theme.colour(self.theme.mood(mood)))
        painter.drawPath(rounded_path(bar, width * 0.3))


class WeekCard(_Arranged):
    """This week at a glance, and the last session in two lines."""

    design_height = 118.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.bars = _WeekBars(theme, self)
        self.face = Face(theme, Mood.CALM, Skin.PORCELAIN, self)
        self.when = TextLabel(theme, "", Type.BODY_BOLD, self, align=LEFT, max_lines=1)
        self.how = TextLabel(theme, "", Type.BODY, self, shade="ink2", align=LEFT, max_lines=1)

    def show_week(self, today: Today, day: date, skin: Skin, words: Words) -> None:
        """Show the week that holds a day, and the last massage."""
        first = day - timedelta(days=(day.isoweekday() - QLocale().firstDayOfWeek().value) % 7)
        days = [first + timedelta(days=offset) for offset in range(7)]
        of_week = {d: [s for s in today.massages if s.day == d] for d in days}
        longest = [(d, max(of_day, key=lambda one: one.minutes, default=None)) for d, of_day in of_week.items()]
        self.bars.show_days(longest, day, today.target.minutes)
        last = today.last
        self.bars.setVisible(last is not None)
        if last is None:
            self.face.set_face(Mood.ASLEEP, skin)
            self.when.set_text(self.tr("Nothing here yet"))
            self.how.set_text(self.tr("The first massage begins it."))
        else:
            self.face.set_face(last.mood or Mood.NOT_SAID, skin)
            when, how = words.last_session(last, day)
            self.when.set_text(when)
            self.how.set_text(how)
        self._again()

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad = 28 * unit
        inner = area.adjusted(pad, 14 * unit, -pad, -10 * unit)
        shown = not self.bars.isHidden()
        bars = inner.width() * 0.40 if shown else 0.0
        self.bars.setGeometry(QRectF(inner.x(), inner.y(), bars, inner.height()).toRect())
        side = min(inner.height() * 0.64, 60 * max(1.0, unit))
        x = inner.x() + bars + (24 * unit if shown else 0)
        self.face.setGeometry(QRectF(x, inner.center().y() - side / 2, side, side).toRect())
        words = x + side + 14 * unit
        line = min(inner.height() / 2, 32 * max(unit, 0.7))
        middle = inner.center().y()
        self.when.setGeometry(QRectF(words, middle - line, inner.right() - words, line).toRect())
        self.how.setGeometry(QRectF(words, middle, inner.right() - words, line).toRect())
