"""The cards of Today: the plan with its minutes, a session cut off, and whether the day may be parted."""

from __future__ import annotations

from abc import abstractmethod
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.choosing import takes_minutes
from babymassage_gui.core.today import CutOff, Today
from babymassage_gui.gui.length_words import LengthWords
from babymassage_gui.gui.text import Words, clock_text, fill
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.chips import Chip, LinkButton, RoundButton
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.text_block import text_width

TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SHORTEST_WISH = 2
# As the verdicts of the check-in look: a doctor's question is rose, a wait is sand, not today is lilac.
CLOSED_BY_AGE = frozenset({Barrier.TOO_YOUNG, Barrier.EARLY_START, Barrier.NOT_YET, Barrier.TOO_OLD})
ANSWERED_IN_SETTINGS = frozenset({Barrier.DOCTOR, Barrier.DOCTOR_AGAIN, Barrier.NAVEL, Barrier.EARLY_START})
REFUSAL_LOOKS = {
    Barrier.DOCTOR: ("stethoscope", "ph_turn"),
    Barrier.DOCTOR_AGAIN: ("stethoscope", "ph_turn"),
    Barrier.TOO_SOON: ("clock-countdown", "ph_ready"),
    Barrier.BULGE: ("stethoscope", "ph_turn"),
    Barrier.SHOW_FIRST: ("hand-heart", "ph_turn"),
    Barrier.PRESCRIBE_FIRST: ("stethoscope", "ph_turn"),
    Barrier.REFER_FIRST: ("stethoscope", "ph_turn"),
}
ANSWER_LOOKS = {
    Verdict.URGENT: ("phone-call", "sunken"),
    Verdict.ASK_DOCTOR: ("stethoscope", "ph_turn"),
    Verdict.WAIT: ("clock-countdown", "ph_ready"),
}


def look_of(refused: Refusal) -> tuple[str, str]:
    """Icon and ground of a reason; an answer of the check-in looks as its verdict does there."""
    quiet = ("moon-stars", "ph_hold")
    if refused.standing is not None:
        return ANSWER_LOOKS.get(refused.standing.verdict, quiet)
    return REFUSAL_LOOKS.get(refused.barrier, quiet)


class Link(StrEnum):
    """What helps besides the reason: the settings, the check-in, the other routines."""

    ANSWER = "answer"
    CHECK_IN = "check-in"
    OTHERS = "others"
    NOWHERE = "nowhere"


def link_of(today: Today) -> Link:
    """What helps most: what to answer, or what else is open now; nothing where nothing stands in the way."""
    if today.refusal is None:
        return Link.NOWHERE
    if today.refusal.barrier is Barrier.ANSWER:
        return Link.CHECK_IN
    if today.refusal.barrier in ANSWERED_IN_SETTINGS:
        return Link.ANSWER
    return Link.OTHERS if any(offer.refusal is None for offer in today.offers) else Link.NOWHERE


class Arranged(Card):
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


class PlanCard(Arranged):
    """The routine, its minutes, less and more, and why it is as long as it is."""

    design_height = 308.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._length = LengthWords(self)
        self.routine = TextLabel(theme, "", Type.CARD_TITLE, self, max_lines=1)
        self.change = Chip(theme, self.tr("Change"), "caret-right", self, fill="sunken", shade="primary_ink",
                           icon_after=True, name=self.tr("Change routine"))  # fmt: skip
        self.number = TextLabel(theme, "", Type.BIG_NUMBER, self, max_lines=1)
        self.unit = TextLabel(theme, "", Type.CARD_TITLE, self, max_lines=1)
        self.message = TextLabel(theme, "", Type.CARD_TITLE, self)
        self.part = TextLabel(theme, "", Type.BODY_BOLD, self, max_lines=1)
        self.moves = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=1)
        self.less = RoundButton(theme, "minus", self.tr("Less"), self)
        self.more = RoundButton(theme, "plus", self.tr("More"), self)
        self.reason = Note(theme, "", "leaf", Type.BODY_BOLD, self, fill="ph_done", shade="ink", icon_shade="pa_done",
                           style="fill")  # fmt: skip
        self.why = LinkButton(theme, self.tr("Why?"), None, self, shade="pa_done", name=self.tr("Why this long?"))
        self.help = LinkButton(theme, "", None, self, shade="pa_done")

    def show_plan(self, today: Today, words: Words) -> None:
        """Show what Start would play, or why nothing may be played."""
        self.routine.set_text(today.routine.title)
        self.change.set_words(*self._change_words(may=bool(today.choices)))
        refused = today.refusal
        closed = refused is not None and refused.barrier in CLOSED_BY_AGE
        self.message.set_text(words.refusal(refused) if refused is not None and closed else "")
        self.message.setVisible(closed)
        for part in (self.number, self.unit, self.moves, self.reason):
            part.setVisible(not closed)
        takes = takes_minutes(today.plan)
        self.number.set_text(str(takes))
        self.unit.set_text(self.tr("minute(s)", "after a large number", takes))
        self.part.set_text(self._length.of_day(today))
        self.part.setVisible(bool(self.part.text()) and not closed)
        moves = self.tr("%n move(s)", "", today.plan.moves)
        turns = self.tr("%n turn(s)", "", today.plan.turns)
        self.moves.set_text(fill(self.tr("%1, %2"), moves, turns) if today.plan.turns else moves)
        less, more = takes > SHORTEST_WISH, today.minutes < today.longest
        for button, live in ((self.less, less), (self.more, more)):
            button.setVisible(refused is None and not today.target.resting and (less or more))
            button.setEnabled(live)
        self.more.set_live(more)
        if refused is None:
            ask = self._length.ask_doctor(today)
            icon, fill_role = ("stethoscope", "ph_turn") if ask else ("leaf", "ph_done")
            self.reason.set_note(ask or self._length.reason(today), icon, fill=fill_role)
        else:
            icon, fill_role = look_of(refused)
            self.reason.set_note(words.refusal(refused), icon, fill=fill_role)
        link = link_of(today)
        self.why.set_words(self.tr("Why?"), self.tr("Why this long?") if refused is None else self.tr("Why not now?"))
        self.help.setVisible(link is not Link.NOWHERE)
        self.help.set_words(*self._link_words(link))
        self._again()

    def _change_words(self, *, may: bool) -> tuple[str, str]:
        """Where nothing may be chosen the others can still be looked at: when they open, and on a doll."""
        if may:
            return self.tr("Change"), self.tr("Change routine")
        return self.tr("See all"), self.tr("See all routines")

    def _link_words(self, link: Link) -> tuple[str, str]:
        if link is Link.ANSWER:
            return self.tr("Answer"), self.tr("Answer it in Settings")
        if link is Link.CHECK_IN:
            return self.tr("Look"), self.tr("See the answers of today")
        return self.tr("Another?"), self.tr("Choose another routine")

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
        self.message.setGeometry(QRectF(row.x(), row.y(), row.width(), row.height()).toRect())
        side = self.theme.target(64)
        buttons = 0.0 if self.less.isHidden() else 2 * side + 12 * unit
        words_x = row.x() + number + 18 * unit
        free = row.right() - buttons - 16 * unit - words_x
        lines = [(self.unit, 40 * unit), (self.moves, 32 * unit)]
        if text_width(self.part.text(), self.theme.ladder(Type.BODY_BOLD)[0], Weight.BOLD) > free:
            # In a narrow card it has the whole width, under the number.
            self.part.setGeometry(QRectF(row.x(), row.bottom() - 36 * unit, row.width(), 30 * unit).toRect())
            row.setHeight(row.height() - 36 * unit)
        elif not self.part.isHidden():
            lines.insert(1, (self.part, 32 * unit))
        self.number.setGeometry(QRectF(row.x(), row.y(), number, row.height()).toRect())
        line_y = row.center().y() - sum(height for _, height in lines) / 2
        for label, height in lines:
            label.setGeometry(QRectF(words_x, line_y, free, height).toRect())
            line_y += height
        y = row.center().y() - side / 2
        self.less.setGeometry(QRectF(row.right() - buttons, y, side, side).toRect())
        self.more.setGeometry(QRectF(row.right() - side, y, side, side).toRect())
        self.reason.setGeometry(QRectF(inner.x() - 8 * unit, note_y, inner.width() + 16 * unit, note).toRect())
        far, taken = inner.right(), 0.0
        for link in (self.why, self.help):
            if not link.isHidden():
                size = link.sizeHint()
                taken += size.width()
                top = note_y + (note - size.height()) / 2
                link.setGeometry(QRectF(far - taken, top, size.width(), size.height()).toRect())
        self.reason.keep_free(taken)


class UnfinishedCard(Arranged):
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
        cut_off = (
            self.tr("A while ago. The questions come first.") if cut.asks else self.tr("The last massage was cut off.")
        )
        self.told.set_text(cut_off if refused is None else words.refusal(refused))
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


class SplitCard(Arranged):
    """After the second early end: may the day be parted? A quiet question in the place of the week."""

    design_height = 118.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._length = LengthWords(self)
        self.title = TextLabel(theme, "", Type.SECTION, self, max_lines=1)
        self.told = TextLabel(theme, "", Type.HINT, self, shade="ink2", align=TOP_LEFT, max_lines=3)
        self.yes = QuietButton(theme, self.tr("Yes"), None, self, name=self.tr("Yes, in short parts"))
        self.no = QuietButton(theme, self.tr("No"), None, self, name=self.tr("No, in one piece"))

    def show_offer(self, today: Today) -> None:
        """Say into how many parts, and how long each."""
        self.title.set_text(self._length.split_question(today))
        self.told.set_text(self._length.split_told(today))
        self._again()

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad = 28 * unit
        inner = area.adjusted(pad, 8 * unit, -0.7 * pad, -4 * unit)
        height = max(44.0, 60 * unit)
        width = max(56.0, min(inner.width() * 0.17, 92 * max(1.0, unit)))
        y = inner.center().y() - height / 2
        for place, button in enumerate((self.no, self.yes)):
            x = inner.right() - width - place * (width + 10 * unit)
            button.setGeometry(QRectF(x, y, width, height).toRect())
        words = inner.width() - 2 * width - 30 * unit
        line = max(20.0, 28 * unit)
        self.title.setGeometry(QRectF(inner.x(), inner.y(), words, line).toRect())
        self.told.setGeometry(QRectF(inner.x(), inner.y() + line, words, inner.height() - line).toRect())
