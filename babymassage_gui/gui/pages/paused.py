"""Baby needs me: everything has stopped. Three huge choices, and for the first moment nothing acts at all."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import SESSION_TARGET, Phase, Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.buttons import ChoiceCard, QuietButton
from babymassage_gui.gui.widgets.faces import Face
from babymassage_gui.gui.widgets.ground import Mat
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.rings import RingState, SegmentRing

TOLD = TypeRole((27, 25, 23, 21), Weight.MEDIUM, 1.22)
# A second knock right after the first does no harm (design pages, section 3).
DEAF_MS = 400
# The three choices are at least this high in every window.
CHOICE_HEIGHT = 120


@dataclass(frozen=True, slots=True)
class Stopped:
    """What stands still: time in steps so far as on a clock, moves done, and why it stopped.

    `resting`: hands rest for a minute. `minute_share` is how much of that or of the pause's quiet minute is over.
    `may_turn_back`: the baby lies on its tummy, so that turning back is a way on; `turning`: it is about to be
    turned there, so that staying on the back is. `logged` is false on a doll. `soothing`: a baby that gets excited
    instead is held, the light dimmed, and that is the end (STO-09).
    """

    clock: str
    moves: int
    slept: bool
    resting: bool
    minute_share: float
    may_turn_back: bool
    turning: bool = False
    logged: bool = True
    soothing: bool = False


class PausedPage(Mat):
    """The three choices; *something calmer* unfolds in place into its own three."""

    carry_on = Signal()
    rest = Signal()
    leave_part = Signal()
    turn_back = Signal()
    finish = Signal(object)
    something_wrong = Signal()

    def __init__(self, theme: Theme, skin: Skin, parent: QWidget | None = None) -> None:
        self._deaf = False
        self._calmer = False
        self._stopped = Stopped("0:00", 0, False, False, 0.0, False)
        super().__init__(theme, Phase.PAUSED, parent)
        self.ring = SegmentRing(theme, self, shade="pa_paused", width_part=0.075, pale=0.16)
        self.face = Face(theme, Mood.UNSETTLED, skin, self)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        self.title = TextLabel(theme, self.tr("Take your time."), Type.PAGE_TITLE, self, align=centre, max_lines=1)
        self.told = TextLabel(theme, "", TOLD, self, align=centre)
        self.cards = (
            ChoiceCard(theme, "", "", "play", self, leading=True),
            ChoiceCard(theme, "", "", "leaf", self, disc_role="ph_done", icon_role="pa_done"),
            ChoiceCard(theme, "", "", "heart", self, disc_role="stop", icon_role="onstop"),
        )
        self.asleep = QuietButton(theme, self.tr("Fell asleep"), "moon-stars", self)
        self.spat_up = QuietButton(theme, self.tr("Spat up"), "drop", self)
        self.wrong = QuietButton(theme, self.tr("Something is wrong"), "phone-call", self)
        self._deaf_timer = QTimer(self, singleShot=True, interval=DEAF_MS)
        self._deaf_timer.timeout.connect(self._on_hears_again)
        for index, card in enumerate(self.cards):
            card.clicked.connect(lambda _checked=False, index=index: self.choose(index))
        self._on_press(self.asleep, lambda: self.finish.emit(Ending.ASLEEP))
        self._on_press(self.spat_up, lambda: self.finish.emit(Ending.SPAT_UP))
        self._on_press(self.wrong, self.something_wrong.emit)
        self._show_words()

    def _on_press(self, button: QuietButton, act: Callable[[], None]) -> None:
        button.clicked.connect(lambda _checked=False: None if self._deaf else act())

    def set_skin(self, skin: Skin) -> None:
        """The face has the baby's skin."""
        self.face.set_face(Mood.UNSETTLED, skin)

    @property
    def deaf(self) -> bool:
        """Whether nothing acts yet."""
        return self._deaf

    def begin(self) -> None:
        """The page is about to appear: fold up, be deaf for a moment, the first choice in focus."""
        self._calmer = False
        self._deaf = True
        self._deaf_timer.start()
        self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_words()

    def show_stopped(self, stopped: Stopped) -> None:
        """Show how things stand; called while the quiet minute passes."""
        self.ring.set_state(RingState(1, 0, stopped.minute_share), "")
        changed = replace(stopped, minute_share=0.0) != replace(self._stopped, minute_share=0.0)
        self._stopped = stopped
        if changed:
            self._show_words()

    def choose(self, index: int) -> None:
        """Take one of the three choices; deaf in the first moment."""
        if self._deaf:
            return
        if index == 2:
            self.finish.emit(Ending.EARLY)
        elif self._calmer:
            (self.rest if index == 0 else self._other_way()).emit()
        elif index == 0:
            self.carry_on.emit()
        elif self._stopped.resting:
            self._other_way().emit()
        else:
            self._calmer = True
            self._show_words()

    def _other_way(self) -> SignalInstance:
        """On the tummy the calmer way is back onto the back; else it is another part of the body."""
        return self.turn_back if self._stopped.may_turn_back or self._stopped.turning else self.leave_part

    def choose_focused(self) -> None:
        """Take the choice that is in focus, the first if none is."""
        focused = [i for i, card in enumerate(self.cards) if card is self.focusWidget()]
        others = [button for button in (self.asleep, self.spat_up, self.wrong) if button is self.focusWidget()]
        if others:
            others[0].click()
        else:
            self.choose(focused[0] if focused else 0)

    def fold(self) -> bool:
        """Go back from the calmer choices to the first three; False if they are not open."""
        was_open, self._calmer = self._calmer, False
        if was_open:
            self._show_words()
        return was_open

    def walk(self, step: int) -> None:
        """Move the focus through the choices."""
        focused = [i for i, card in enumerate(self.cards) if card is self.focusWidget()]
        index = (focused[0] if focused else 0) + step
        self.cards[min(2, max(0, index))].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_hears_again(self) -> None:
        self._deaf = False

    def _show_words(self) -> None:
        stopped = self._stopped
        self.title.set_text(self.tr("Hands rest.") if stopped.resting else self.tr("Take your time."))
        if stopped.slept:
            told = self.tr("The computer slept. Nothing was counted.")
        elif stopped.logged:
            told = fill(self.tr("Everything stopped at %1 and is kept."), stopped.clock)
        else:
            told = fill(self.tr("Everything stopped at %1."), stopped.clock)
        if stopped.soothing:
            told += "\n" + self.tr("Over-excited? Hold close, dim the light, end.")
        self.told.set_text(told)
        for card, (text, second) in zip(self.cards, self._choices(), strict=True):
            card.set_choice(text, second)
        self.cards[0].set_icon("hand-heart" if self._calmer and not stopped.resting else "play")
        self.update()

    def _choices(self) -> Sequence[tuple[str, str]]:
        stopped = self._stopped
        if self._calmer and not stopped.resting:
            rest = (self.tr("Hands rest"), self.tr("A quiet minute, then it goes on"))
            return rest, self._other_words(), self._finish_words()
        carry_on = (self.tr("Carry on"), self.tr("Counts you in from 3"))
        calmer = (self.tr("Something calmer"), self.tr("Hands rest, or another part"))
        return carry_on, self._other_words() if stopped.resting else calmer, self._finish_words()

    def _other_words(self) -> tuple[str, str]:
        if self._stopped.turning:
            return self.tr("Stay on the back"), self.tr("No turning over today")
        if self._stopped.may_turn_back:
            return self.tr("Turn back"), self.tr("Finish on the back")
        return self.tr("Another part"), self.tr("Leaves this one for today")

    def _finish_words(self) -> tuple[str, str]:
        moves = self._stopped.moves
        if not self._stopped.logged:
            return self.tr("Finish"), self.tr("Enough practice for now")
        done = self.tr("%n move(s) done. A good end.", "", moves) if moves else self.tr("A good end.")
        return self.tr("Finish and keep it"), done

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """The mat, but not where a card hides it: its soft light is the dearest thing on the page, and a stop waits."""
        seen = QRegion(self.rect())
        for card in self.cards:
            corner = math.ceil(card.radius())
            seen -= card.geometry().adjusted(corner, 8, -corner, -8)
        painter.save()
        painter.setClipRegion(seen, Qt.ClipOperation.IntersectClip)
        super().paint_ground(painter)
        painter.restore()

    def _arrange(self) -> None:
        if self.width() < self.height():
            self._arrange_tall()
        elif self._wide_choice_height() >= CHOICE_HEIGHT:
            self._arrange_wide()
        else:
            self._arrange_low()

    def _wide_row(self) -> float:
        return max(SESSION_TARGET, 88 * min(self.width() / 1280, self.height() / 800))

    def _wide_choice_height(self) -> float:
        """How high the choices are over a row of three buttons."""
        k = min(self.width() / 1280, self.height() / 800)
        return (self.height() - 2 * 24 * k - self._wide_row() - 3 * 22 * k - 8 * k) / 3

    def _arrange_low(self) -> None:
        """A low window: the choices fill the far side, the small buttons stand under the words, without the face."""
        k = min(self.width() / 1280, self.height() / 800)
        margin, gap = 12.0, 10.0
        left = self.width() * 0.34
        x = left + 2 * margin
        card_height = (self.height() - 2 * margin - 2 * gap) / 3
        for index, card in enumerate(self.cards):
            y = margin + index * (card_height + gap)
            card.setGeometry(QRectF(x, y, self.width() - margin - x, card_height).toRect())
        row = float(SESSION_TARGET)
        top = self.height() - margin - 3 * row - 2 * gap
        for index, button in enumerate((self.asleep, self.spat_up, self.wrong)):
            button.setGeometry(QRectF(margin, top + index * (row + gap), left, row).toRect())
        words = QRectF(margin, margin, left, top - margin - gap)
        self.title.setGeometry(QRectF(words.x(), words.y(), words.width(), words.height() * 0.36).toRect())
        self.told.setGeometry(words.adjusted(0, words.height() * 0.36, 0, 0).toRect())
        self._show_face(shown=False, k=max(k, 0.6))

    def _show_face(self, *, shown: bool, k: float) -> None:
        self.ring.setVisible(shown)
        self.face.setVisible(shown)
        for label in (self.title, self.told, *self.cards):
            label.set_theme(replace(self.theme, k=k))

    def _arrange_wide(self) -> None:
        k = min(self.width() / 1280, self.height() / 800)
        margin, gap = 24 * k, 22 * k
        left = max(424 * k, self.width() * 0.331)
        row = self._wide_row()
        bottom = self.height() - margin - row
        card_height = self._wide_choice_height()
        x = left + margin * 2
        for index, card in enumerate(self.cards):
            y = margin + index * (card_height + gap)
            card.setGeometry(QRectF(x, y, self.width() - margin - x, card_height).toRect())
        self._arrange_left(QRectF(margin, margin, left, bottom - margin - gap), k)
        widths = (left, (self.width() - margin - x - 16 * k) * 0.49, (self.width() - margin - x - 16 * k) * 0.51)
        starts = (margin, x, x + widths[1] + 16 * k)
        for button, start, width in zip((self.asleep, self.spat_up, self.wrong), starts, widths, strict=True):
            button.setGeometry(QRectF(start, bottom, width, row).toRect())

    def _arrange_tall(self) -> None:
        k = min(self.width() / 800, self.height() / 1280)
        margin, gap = 24 * k, 18 * k
        inner, row = self.width() - 2 * margin, max(SESSION_TARGET, 88 * k)
        bottom = self.height() - margin - row
        card_height = max(CHOICE_HEIGHT, 200 * k)
        top = bottom - 3 * (card_height + gap)
        self._arrange_left(QRectF(margin, margin, inner, top - margin - gap), k)
        for index, card in enumerate(self.cards):
            card.setGeometry(QRectF(margin, top + index * (card_height + gap), inner, card_height).toRect())
        third = (inner - 2 * gap) / 3
        for index, button in enumerate((self.asleep, self.spat_up, self.wrong)):
            button.setGeometry(QRectF(margin + index * (third + gap), bottom, third, row).toRect())

    def _arrange_left(self, area: QRectF, k: float) -> None:
        words = 150 * k * max(1.0, 0.6 / max(k, 0.1))
        side = min(area.width() * 0.88, area.height() - words)
        ring = QRectF(area.center().x() - side / 2, area.y() + (area.height() - words - side) * 0.55, side, side)
        self.ring.setGeometry(ring.toRect())
        face = side * 0.78
        self.face.setGeometry(QRectF(ring.center().x() - face / 2, ring.center().y() - face / 2, face, face).toRect())
        title = QRectF(area.x(), ring.bottom() + 14 * k, area.width(), words * 0.36)
        self.title.setGeometry(title.toRect())
        told = QRectF(area.x() + 10, title.bottom(), area.width() - 20, words * 0.52)
        self.told.setGeometry(told.toRect())
        self._show_face(shown=True, k=k)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "wrong"):
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
