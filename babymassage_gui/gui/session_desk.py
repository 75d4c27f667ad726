"""Joins a running session to its pages: which page is shown, what each press does. It knows no navigation.

What a button means stands in `core/inputs.py`; a press in the first moment of the stop page means nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from babymassage_gui.core.catalogue import Position
from babymassage_gui.core.history import Ending, Kind, StepOutcome
from babymassage_gui.core.inputs import ACTS, GESTURES, SILENT, Act, Gesture, Moment, act_of, is_one_button
from babymassage_gui.core.kept_clear import places
from babymassage_gui.core.plan import lies_after
from babymassage_gui.core.session import Happening, Session
from babymassage_gui.core.session_table import PauseReason, Phase
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.bridge import Bridge
from babymassage_gui.gui.button_events import OneButton, name_of
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.paused import PausedPage, Stopped
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.turn import TurnPage
from babymassage_gui.gui.text import clock_text
from babymassage_gui.gui.window_keys import QUIT
from babymassage_gui.services.lull import Lull

EXTEND_SECONDS = 30.0
CALM = "calm"


@dataclass(frozen=True, slots=True)
class SessionPages:
    """The pages that a session moves between."""

    session: SessionPage
    turn: TurnPage
    paused: PausedPage
    emergency: EmergencyPage


class SessionDesk(QObject):
    """`page_wanted` asks for a page, `ended` says that the session is over and how, `full_screen` toggles it.

    `set_down`: nobody went on with it for so long that it is left for Today.
    """

    page_wanted = Signal(QWidget)
    ended = Signal(object)
    set_down = Signal()
    full_screen = Signal(bool)

    def __init__(self, bridge: Bridge, pages: SessionPages, host: QWidget) -> None:
        """`host`: any widget of the window in which sessions are shown."""
        super().__init__(bridge)
        self._host = host
        self._window: QWindow | None = None
        self._bridge = bridge
        self._runner = bridge.household.runner
        self._pages = pages
        self._page: QWidget | None = None
        self._stopped_at = 0.0
        self._in_emergency = False
        self._lull = Lull(self._runner)
        self._one_button = OneButton(self)
        self._one_button.gesture.connect(self._on_gesture)
        self._acts = self._list_acts()
        bridge.beat.connect(self._on_beat)
        bridge.happened.connect(self._on_happened)
        for page in (pages.session, pages.turn):
            page.needs_me.connect(self._runner.baby_needs_me)
        pages.session.skip_pressed.connect(self._runner.skip)
        pages.session.back_pressed.connect(self._runner.back)
        pages.session.extend_pressed.connect(lambda: self._runner.extend(EXTEND_SECONDS))
        pages.session.zone_pressed.connect(self._runner.jump_to)
        pages.turn.ready_pressed.connect(self._runner.skip)
        pages.paused.carry_on.connect(self._runner.resume)
        pages.paused.rest.connect(lambda: self._runner.rest(self._quiet_seconds()))
        pages.paused.leave_part.connect(self._runner.leave_part)
        pages.paused.turn_back.connect(self._runner.turn_back)
        pages.paused.finish.connect(self._runner.finish)
        pages.paused.something_wrong.connect(lambda: self._show_emergency(True))
        pages.emergency.back.connect(lambda: self._show_emergency(False))
        pages.emergency.end.connect(lambda: self._runner.finish(Ending.SOMETHING_WRONG))

    def begin(self, note: str) -> None:
        """A session was started: show it. `note` says that it does not count, if it does not."""
        self._page, self._in_emergency = None, False
        self._lull = Lull(self._runner)
        self._one_button.forget()
        self._pages.session.begin(note)
        house = self._bridge.household
        self._pages.session.keep_clear(() if house.baby is None else places(house.answers.of(house.baby)))
        window = self._host.window()
        window.winId()  # one that was never shown has none of the screen's windows yet
        self._window = window.windowHandle()
        self._window.installEventFilter(self)
        self._bridge.follow()

    def set_skin(self, skin: Skin) -> None:
        """The face of the stop page has the baby's skin."""
        self._pages.paused.set_skin(skin)

    def stop_for_closing(self) -> None:
        """The window closes: freeze, so that the log knows to the second how far the session came."""
        self._runner.baby_needs_me()
        self._runner.tick()
        self._runner.retry()
        self._bridge.stop()
        self._hear_no_more()

    def _hear_no_more(self) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = None

    def _show_emergency(self, shown: bool) -> None:
        # The hands may be resting, which is a running clock: nothing goes on behind the words.
        self._runner.baby_needs_me()
        self._in_emergency = shown
        self._show_page()

    def _on_happened(self, happening: Happening) -> None:
        if happening.phase is Phase.PAUSED:
            self._stopped_at = happening.at
            # A press that was begun before means nothing on the page that now appears.
            self._one_button.forget()
            self._pages.paused.begin()
        if happening.phase is Phase.ENDED:
            self._hear_no_more()
            if happening.ending is None:
                self.set_down.emit()
            else:
                self.ended.emit(happening.ending)
            return
        self._show_page()

    def _on_beat(self) -> None:
        if not self._runner.running:
            return
        # Nobody takes the words of an emergency from under the eyes that read them.
        if self._lull.too_long() and not self._in_emergency:
            self._runner.set_down()
        else:
            self._show_page()

    def _show_page(self) -> None:
        session, at = self._runner.session, self._runner.now()
        page = self._page_of(session)
        if page is self._pages.session:
            self._pages.session.show_instant(session, at)
        elif page is self._pages.turn:
            self._pages.turn.show_instant(session, at)
        elif page is self._pages.paused:
            self._pages.paused.show_stopped(self._stopped(session, at))
        if page is not self._page:
            self._page = page
            self.page_wanted.emit(page)

    def _page_of(self, session: Session) -> QWidget:
        if self._in_emergency:
            return self._pages.emergency
        if session.phase in (Phase.PAUSED, Phase.RESTING):
            return self._pages.paused
        turning = session.phase is Phase.STEP and session.planned.step.is_turn
        return self._pages.turn if turning else self._pages.session

    def _stopped(self, session: Session, at: float) -> Stopped:
        resting = session.phase is Phase.RESTING
        # The ring fills once in a quiet minute, or as long as the parent set it, and then stays full (3.7, C-43).
        share = (session.wait.elapsed(at) if resting else at - self._stopped_at) / self._quiet_seconds()
        turns = {planned.step.id for planned in session.steps if planned.step.is_turn}
        done = [r.step_id for r in session.records if r.outcome is StepOutcome.DONE]
        return Stopped(
            clock=clock_text(session.active_seconds(at)),
            moves=sum(step_id not in turns for step_id in done),
            slept=session.pause is PauseReason.GAP,
            resting=resting,
            minute_share=min(1.0, share),
            may_turn_back=session.lying is not Position.SUPINE,
            turning=lies_after(session.planned.step) is Position.PRONE and session.planned.step.is_turn,
            logged=self._runner.kind is not Kind.PRACTICE,
            soothing=self._runner.routine_id == CALM,
        )

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take every key that comes to the window while a session runs, before any button in focus could."""
        if not isinstance(event, QKeyEvent) or not self._runner.running:
            return False
        name = name_of(event)
        # A knock may hit Control too; with it only the way out of the program stays what it is.
        if name in SILENT or QKeySequence(event.keyCombination()) == QKeySequence(QUIT):
            return False
        if not event.isAutoRepeat():
            self._on_key(name, down=event.type() == QEvent.Type.KeyPress)
        return True

    def _on_key(self, name: str, *, down: bool) -> None:
        own = self._bridge.household.settings.input
        if is_one_button(name, own):
            (self._one_button.press if down else self._one_button.release)()
        elif down:
            self._acts[act_of(name, self._moment(), own)]()

    def _on_gesture(self, gesture: Gesture) -> None:
        if self._runner.running:
            self._acts[ACTS[GESTURES[gesture]][self._moment()]]()

    def _moment(self) -> Moment:
        if self._in_emergency:
            return Moment.EMERGENCY
        return Moment.PAUSED if self._page is self._pages.paused else Moment.RUNNING

    def _list_acts(self) -> Mapping[Act, Callable[[], object]]:
        runner, paused = self._runner, self._pages.paused
        return {
            Act.NOTHING: lambda: None,
            Act.STOP: runner.baby_needs_me,
            Act.NEXT: runner.skip,
            Act.BACK: runner.back,
            Act.MORE: lambda: runner.extend(EXTEND_SECONDS),
            Act.LESS: lambda: runner.shorten(EXTEND_SECONDS),
            Act.SLOWER: runner.slower,
            Act.FASTER: runner.faster,
            Act.NEXT_PART: runner.leave_part,
            Act.PART_BEFORE: runner.part_before,
            Act.FULL_SCREEN: lambda: self.full_screen.emit(True),
            Act.LEAVE: self._leave_full_screen,
            Act.TAKE: self._take,
            Act.DOWN: lambda: self._walk(1),
            Act.UP: lambda: self._walk(-1),
            Act.AROUND: self._walk_around,
            Act.FOLD: lambda: self._show_emergency(False) if self._in_emergency else paused.fold(),
            Act.FIRST: lambda: paused.choose(0),
            Act.SECOND: lambda: paused.choose(1),
            Act.THIRD: lambda: paused.choose(2),
        }

    def _leave_full_screen(self) -> None:
        if self._page is not None and self._page.window().isFullScreen():
            self.full_screen.emit(False)
        else:
            self._runner.baby_needs_me()

    def _take(self) -> None:
        if self._in_emergency:
            self._emergency_choice().click()
        else:
            self._pages.paused.choose_focused()

    def _walk(self, step: int) -> None:
        if self._in_emergency:
            buttons = (self._pages.emergency.back_button, self._pages.emergency.end_button)
            buttons[step > 0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._pages.paused.walk(step)

    def _walk_around(self) -> None:
        """To the next choice, from the last to the first."""
        cards = self._pages.paused.cards
        if self._in_emergency:
            self._walk(1 if self._emergency_choice() is self._pages.emergency.back_button else -1)
        else:
            self._walk(1 - len(cards) if cards[-1] is self._pages.paused.focusWidget() else 1)

    def _emergency_choice(self) -> QAbstractButton:
        end = self._pages.emergency.end_button
        return end if end is self._pages.emergency.focusWidget() else self._pages.emergency.back_button

    def _quiet_seconds(self) -> int:
        return self._bridge.household.settings.day.comfort_seconds
