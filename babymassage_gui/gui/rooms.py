"""Makes each page when it is first needed, fills it from the household, and gathers the pages' wishes as signals.

Most starts need only Today, so nothing else is imported or built before it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.ports import Senses
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.today import PRACTICE
from babymassage_gui.gui.bridge import Bridge
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.themed import apply_theme

if TYPE_CHECKING:
    from babymassage_gui.core.grounds import GroundKind
    from babymassage_gui.gui.answer_desks import AnswerDesks
    from babymassage_gui.gui.care_desk import CareDesk
    from babymassage_gui.gui.pages.chooser import ChooserPage
    from babymassage_gui.gui.pages.library import LibraryPage
    from babymassage_gui.gui.pages.settings import SettingsPage
    from babymassage_gui.gui.pages.settings_sound import SoundRoom
    from babymassage_gui.gui.pages.wrap_up import WrapUpPage
    from babymassage_gui.gui.session_desk import SessionDesk
    from babymassage_gui.gui.sound_desk import SoundDesk

Page = TypeVar("Page", bound=QWidget)


class Rooms(QObject):
    """All pages but Today. A wish of any of them comes out as a signal here; who answers it is the window's affair."""

    practise = Signal()
    practise_routine = Signal(str, str)
    link_opened = Signal(str)
    told = Signal(object)
    text_size_chosen = Signal(float)
    changed = Signal(object)
    baby_changed = Signal(object)
    today_wanted = Signal()
    wrapped_up = Signal(object, str)
    awake = Signal()
    page_wanted = Signal(QWidget)
    session_ended = Signal(object)
    full_screen = Signal(bool)
    room_wanted = Signal(QWidget)
    began = Signal()
    fault = Signal(object)
    first_answered = Signal()
    settings_wanted = Signal()
    noted = Signal(str)
    offered = Signal(str, str, object)
    asked = Signal(str, str, object)
    settings_made = Signal(object)
    leaf_wanted = Signal(str)

    def __init__(self, stack: QStackedWidget, bridge: Bridge, figure: SessionFigure, theme: Theme) -> None:
        super().__init__(stack)
        self._stack, self._bridge, self._figure, self._theme = stack, bridge, figure, theme
        self._house, self._views = bridge.household, figure.book.views
        self._desk: SessionDesk | None = None
        self._answer_desks: AnswerDesks | None = None
        self._care_desk: CareDesk | None = None
        self._wrap_up: WrapUpPage | None = None
        self._senses: Senses | None = None
        self._sound_desk: SoundDesk | None = None
        self._keys: dict[QWidget, str] = {}
        self._practised_from: QWidget | None = None
        self._read_from: QWidget | None = None

    def set_theme(self, theme: Theme) -> None:
        """The look of pages to come; those that are there follow the window."""
        self._theme = theme

    def take_senses(self, senses: Senses | None) -> None:
        """What sessions from now on are heard through; None for silence."""
        self._senses = senses

    def key_of(self, page: QWidget) -> str | None:
        """The rail's key of a page that stands beside the rail, None for the others."""
        return self._keys.get(page)

    def _take(self, kind: type[Page]) -> Page | None:
        return next(iter(self._stack.findChildren(kind)), None)

    def _put(self, page: Page) -> Page:
        self._stack.addWidget(page)
        apply_theme(page, self._theme)
        return page

    def welcome(self) -> QWidget:
        """The four answers of the first start."""
        from babymassage_gui.gui.pages.welcome import WelcomePage

        page = self._take(WelcomePage)
        if page is None:
            page = self._put(WelcomePage(self._theme))
            page.told.connect(self.told)
            page.practise.connect(self.practise)
            page.sample.connect(lambda: self.leaf_wanted.emit("sample"))
        page.ask(self._house.clock.local_time().date())
        return page

    def first_question(self) -> QWidget:
        """After the welcome: the standing questions, then whether the type can be read."""
        desks = self.answer_desks()
        if not desks.health.due():
            return self.text_size()
        desks.first()
        return desks.health.page

    def start(self, wish: int | None) -> None:
        """Today's Start: what is due, the check-in, the session; `wish` are the minutes for this once."""
        self.answer_desks().start(wish)

    def answer_desks(self) -> AnswerDesks:
        """The check-in and the standing questions, with the desks that join them to the household."""
        if self._answer_desks is None:
            from babymassage_gui.gui.answer_desks import AnswerDesks

            desks = AnswerDesks(self._house, self._put, self._theme, self, self._senses, self._views)
            self._answer_desks = desks
            desks.page_wanted.connect(self.room_wanted)
            desks.today_wanted.connect(self.today_wanted)
            desks.practise.connect(self.practise)
            desks.began.connect(self._on_began)
            desks.fault.connect(self.fault)
            desks.first_answered.connect(self.first_answered)
            desks.settings_wanted.connect(self.settings_wanted)
            desks.ground_wanted.connect(self.read)
        return self._answer_desks

    def _on_began(self) -> None:
        """A session runs: the questions before it are not held in memory during it, and are made anew for the next."""
        self.began.emit()
        if self._answer_desks is not None:
            self._answer_desks.leave(self._stack)
            self._answer_desks = None

    def text_size(self) -> QWidget:
        """Can you read this from the table?"""
        from babymassage_gui.gui.pages.text_size import TextSizePage

        page = self._take(TextSizePage)
        if page is None:
            page = self._put(TextSizePage(self._theme))
            page.chosen.connect(self.text_size_chosen)
        page.begin(self._house.settings.text_scale)
        return page

    def progress(self) -> QWidget:
        """The chart of all sessions."""
        from babymassage_gui.gui.pages.progress import ProgressPage
        from babymassage_gui.gui.progress_desk import ProgressDesk, join_progress

        page = self._take(ProgressPage)
        if page is None:
            page = self._put(ProgressPage(self._theme, figure=self._figure))
            page.go_to_today.connect(self.today_wanted)
            self._keys[page] = "progress"
            join_progress(self._house, page, self._put, self)
        for desk in page.findChildren(ProgressDesk):
            desk.show()
        return page

    def chooser(self) -> ChooserPage:
        """Which massage today? It stands beside the rail as Today does; practice comes back to it."""
        from babymassage_gui.gui.pages.chooser import ChooserPage

        if (page := self._take(ChooserPage)) is None:
            page = self._put(ChooserPage(self._theme))
            page.practise.connect(self._on_practise_routine)
            self._keys[page] = "today"
        page.show_choosing(self._house.choosing())
        return page

    def library(self) -> LibraryPage:
        """What is taught, to be read; facts and sources are fetched when it is first opened."""
        from babymassage_gui.gui.pages.library import LibraryPage

        page = self._take(LibraryPage)
        if page is None:
            page = self._put(LibraryPage(self._theme, self._figure.book))
            page.practise.connect(self._on_practise_routine)
            page.practise_step.connect(self._on_practise_step)
            page.link_opened.connect(self.link_opened)
            page.left.connect(self._on_read)
            self._keys[page] = "library"
        house, baby = self._house, self._house.baby
        age = None if baby is None else baby.age(house.clock.local_time().date())
        skins = (house.settings.baby_skin, house.settings.parent_skin)
        page.show_library(house.library(), age, *skins, early_start=baby is not None and baby.early_start)
        return page

    def _on_practise_routine(self, routine_id: str) -> None:
        self._practise(routine_id, "")

    def _on_practise_step(self, step_id: str) -> None:
        self._practise(PRACTICE, step_id)

    def _practise(self, routine_id: str, step_id: str) -> None:
        self._practised_from = self._stack.currentWidget()
        self.practise_routine.emit(routine_id, step_id)

    def after_practice(self) -> QWidget | None:
        """The page on which practice was asked for, if it was the library; asked once."""
        page, self._practised_from = self._practised_from, None
        return page

    def read(self, kind: GroundKind, key: str, fact_id: str) -> None:
        """Something was asked why: the library at that place; its way back leads to the page that asked."""
        from babymassage_gui.gui.ground_words import place_of

        self._read_from = self._stack.currentWidget()
        try:
            page, place = self.library(), place_of(kind, key, fact_id, self._house.library())
        except Expected as fault:
            self.fault.emit(fault)
            return
        self.room_wanted.emit(page)
        page.read(*place, fact_id)

    def _on_read(self) -> None:
        page, self._read_from = self._read_from, None
        if page is not None and self._keys.get(page) == "today":
            self.room_wanted.emit(page)
        elif page is None or self._answer_desks is None or not self._answer_desks.come_back(page):
            self.today_wanted.emit()

    def care(self) -> QWidget:
        """What a professional has shown, prescribed or said, among the settings."""
        page = self.settings()
        page.open_room(page.care)
        return page

    def settings(self) -> SettingsPage:
        """What can be changed."""
        from babymassage_gui.gui.care_desk import CareDesk
        from babymassage_gui.gui.pages.settings import SettingsPage

        page = self._take(SettingsPage)
        if page is None:
            page = self._put(SettingsPage(self._theme, QApplication.applicationVersion()))
            page.changed.connect(self.changed)
            page.baby_changed.connect(self.baby_changed)
            page.health_wanted.connect(lambda: self.answer_desks().look_up())
            self._keys[page] = "settings"
            self._care_desk = CareDesk(self._house, page, self._views)
            self._care_desk.fault.connect(self.fault)
            page.sound.opened.connect(self._on_sound_room)
            self.settings_made.emit(page)
        if self._care_desk is not None:
            self._care_desk.begin()
        return page

    def _on_sound_room(self, room: SoundRoom) -> None:
        from babymassage_gui.gui.sound_desk import SoundRoomDesk

        if self._senses is not None:
            SoundRoomDesk(self._house, self._senses, room)

    def wrap_up(self) -> QWidget:
        """How was it?"""
        from babymassage_gui.gui.pages.wrap_up import WrapUpPage
        from babymassage_gui.gui.wrap_up_view import wrap_up_of

        page = self._take(WrapUpPage)
        if page is None:
            page = self._put(WrapUpPage(self._theme))
            page.done.connect(self.wrapped_up)
            self._wrap_up = page
        page.set_skin(self._house.settings.baby_skin)
        page.show_wrap_up(wrap_up_of(self._house))
        return page

    def finish_wrap_up(self) -> None:
        """The window goes while "how was it?" is open: what was chosen and written is kept."""
        page = self._wrap_up
        if page is not None and self._stack.currentWidget() is page:
            page.button.click()

    def asleep(self) -> QWidget:
        """Dark and quiet."""
        from babymassage_gui.gui.pages.asleep import AsleepPage

        page = self._take(AsleepPage)
        if page is None:
            page = self._put(AsleepPage(self._theme))
            page.awake.connect(self.awake)
        page.begin(self._house.baby.name if self._house.baby is not None else "")
        return page

    def desk(self) -> SessionDesk:
        """The pages of a session, with the desk that joins them to it."""
        if self._desk is None:
            self._desk = self._make_desk()
        return self._desk

    def _make_desk(self) -> SessionDesk:
        from babymassage_gui.gui.pages.emergency import EmergencyPage
        from babymassage_gui.gui.pages.paused import PausedPage
        from babymassage_gui.gui.pages.session import SessionPage
        from babymassage_gui.gui.pages.turn import TurnPage
        from babymassage_gui.gui.session_desk import SessionDesk, SessionPages

        pages = SessionPages(
            self._put(SessionPage(self._theme, self._figure)),
            self._put(TurnPage(self._theme, self._figure)),
            self._put(PausedPage(self._theme, self._house.settings.baby_skin)),
            self._put(EmergencyPage(self._theme)),
        )
        desk = SessionDesk(self._bridge, pages, self._stack)
        desk.page_wanted.connect(self.page_wanted)
        desk.ended.connect(self.session_ended)
        desk.full_screen.connect(self.full_screen)
        desk.set_down.connect(self.today_wanted)
        self._make_sound_desk()
        return desk

    def _make_sound_desk(self) -> None:
        from babymassage_gui.gui.sound_desk import SoundDesk

        if self._senses is not None:
            self._sound_desk = SoundDesk(self._bridge, self._senses)
            self._sound_desk.noted.connect(self.noted)

    def set_skin(self, skin: Skin) -> None:
        """The painted faces have the baby's skin."""
        if self._desk is not None:
            self._desk.set_skin(skin)

    def stop_for_closing(self) -> None:
        """Freeze a running session before the window goes, and let nothing be heard any more."""
        if self._desk is not None:
            self._desk.stop_for_closing()
        if self._sound_desk is not None:
            self._sound_desk.close()
        elif self._senses is not None:
            self._senses.speech.close()
            self._senses.chimes.close()
