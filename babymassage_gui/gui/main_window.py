"""The window: which page is open, and what each page's wish leads to. Navigation and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.history import Ending, Kind, Mood
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.core.today import PRACTICE
from babymassage_gui.gui.bridge import Bridge
from babymassage_gui.gui.desktop import resolve_theme
from babymassage_gui.gui.fade import Fade, standing
from babymassage_gui.gui.home_desk import HomeDesk
from babymassage_gui.gui.pages.home import HomePage, HomeView
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.rooms import Rooms
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Motion, Theme
from babymassage_gui.gui.toast import Toast
from babymassage_gui.gui.today_watch import TodayWatch
from babymassage_gui.gui.widgets.focus import FocusWatch
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.rail import BAR_HEIGHT, RAIL_WIDTH, Rail, RailEntry
from babymassage_gui.gui.widgets.themed import apply_theme
from babymassage_gui.gui.window_keys import bind_keys
from babymassage_gui.services.household import Household

TODAY, PROGRESS, LIBRARY, SETTINGS = "today", "progress", "library", "settings"
SMALLEST = (640, 400)


class MainWindow(Ground):
    """Holds the rail and the stack of pages, in a shell or by itself. `themed` tells that the look has changed."""

    themed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        house: Household,
        book: FigureBook,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        self._house = house
        self._words = Words()
        self._notice = ""
        self._wish: int | None = None
        super().__init__(theme, parent)
        # It fills its whole ground, so what is under it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._application = application
        self._watch = FocusWatch(application, theme)
        self._watch.setParent(self)
        self._painted = self.quitting = False
        self.window().setWindowTitle(self.tr("Baby massage"))
        self.window().setMinimumSize(*SMALLEST)
        self.figure = SessionFigure(theme, self._house.settings, book, self._house.catalogue.no_go)
        self.stack = QStackedWidget(self)
        entries = (
            RailEntry(TODAY, "house", self.tr("Today")),
            RailEntry(PROGRESS, "chart-bar", self.tr("Progress")),
            RailEntry(LIBRARY, "book-open", self.tr("Library")),
            RailEntry(SETTINGS, "gear-six", self.tr("Settings")),
        )
        self.rail = Rail(theme, entries, TODAY, self._house.settings.baby_skin, self)
        self.rail.chosen.connect(self._on_rail)
        self.home = HomePage(theme, self.figure, self.stack)
        self.stack.addWidget(self.home)
        self.rooms = Rooms(self.stack, Bridge(house, self), self.figure, theme)
        self.home_desk = HomeDesk(house, self.home, self.rooms)
        self._fade = Fade(self)
        self._toast = Toast(theme, self, self.stack.currentWidget, self.rail)
        self._watch_today = TodayWatch(house.clock, self)
        self._watch_today.changed.connect(self.look_again)
        self._connect_home()
        self._connect_rooms()
        bind_keys(self, (TODAY, PROGRESS, LIBRARY, SETTINGS), self._on_rail, self._house.runner.baby_needs_me)
        application.styleHints().colorSchemeChanged.connect(self.apply_settings)
        application.styleHints().accessibility().contrastPreferenceChanged.connect(self.apply_settings)

    def _connect_home(self) -> None:
        home = self.home
        home.start.connect(lambda: self.rooms.start(self._wish))
        home.practise.connect(self._on_practise)
        home.minutes_wished.connect(self._on_minutes)
        home.settings_wanted.connect(lambda: self._on_rail(SETTINGS))
        self.home_desk.page_wanted.connect(self.show_page)
        self.home_desk.told.connect(self._toast.say)
        self.home_desk.failed.connect(self._excuse)

    def _connect_rooms(self) -> None:
        rooms = self.rooms
        rooms.practise.connect(self._on_practise)
        rooms.practise_routine.connect(self._on_practise)
        rooms.link_opened.connect(self._on_link)
        rooms.told.connect(self._on_told)
        rooms.text_size_chosen.connect(self._on_text_size)
        rooms.changed.connect(self._change)
        rooms.baby_changed.connect(self._on_baby_changed)
        rooms.today_wanted.connect(self.show_today)
        rooms.wrapped_up.connect(self._on_wrapped_up)
        rooms.awake.connect(self._show_wrap_up)
        rooms.page_wanted.connect(self._on_session_page)
        rooms.room_wanted.connect(self.show_page)
        rooms.began.connect(self._begin)
        rooms.fault.connect(self._excuse)
        rooms.first_answered.connect(lambda: self.open_first_page(self._notice))
        rooms.settings_wanted.connect(lambda: self._on_rail(SETTINGS))
        rooms.session_ended.connect(self._on_session_ended)
        rooms.full_screen.connect(self._on_full_screen)
        rooms.noted.connect(self._toast.say)
        rooms.offered.connect(self._toast.offer)
        rooms.asked.connect(self._toast.ask)

    @contextmanager
    def _excused(self) -> Iterator[None]:
        """What cannot be had or kept just now is said in a sentence, here and on Today; nothing else changes."""
        try:
            yield
        except Expected as fault:
            self._excuse(fault)

    def _excuse(self, fault: Expected) -> None:
        self._notice = self._words.fault(fault)
        self._toast.say(self._notice)

    def open_first_page(self, notice: str = "") -> None:
        """Welcome at the first start, else Today; `notice` is a sentence that the family must read there."""
        self._notice = notice
        with self._excused():
            self._house.settle_leftovers()
        with self._excused():
            if self._house.baby is None:
                self.show_page(self.rooms.welcome())
                if notice:
                    self._toast.say(notice)
            elif not self._house.settings.text_size_asked:
                self.show_page(self.rooms.first_question())
            else:
                self.show_today()

    def show_today(self) -> None:
        """Today, looked at anew."""
        house, now = self._house, self._house.clock.local_time()
        with self._excused():
            today = house.today(self._wish)
            anew = self._words.asked_anew() if house.answers.asked_anew(today.baby) else ""
            self.home.show_home(HomeView(today, now, self._notice or anew, house.settings.baby_skin))
            self.show_page(self.home)
            self.home.first_button().setFocus()
            self._watch_today.watch(today)

    def show_page(self, page: QWidget, motion: Motion = Motion.PAGE) -> None:
        """Fade to a page; the rail stands beside the home pages only."""
        if page is not self.stack.currentWidget() and self.isVisible():
            self._fade.fade_from(standing(self), self.theme.motion(motion))
        self.stack.setCurrentWidget(page)
        key = TODAY if page is self.home else self.rooms.key_of(page)
        self.rail.setVisible(key is not None)
        if key is not None:
            self.rail.set_current(key)
        self._arrange()

    def _on_rail(self, key: str) -> None:
        with self._excused():
            if key == TODAY:
                self.show_today()
            else:
                rooms = {PROGRESS: self.rooms.progress, LIBRARY: self.rooms.library, SETTINGS: self.rooms.settings}
                self.show_page(rooms[key]())

    def look_again(self) -> None:
        """Something is otherwise than Today shows it."""
        if self.stack.currentWidget() is self.home:
            self.show_today()

    def _on_told(self, baby: Baby) -> None:
        with self._excused():
            self._house.save_baby(baby)
            self.open_first_page(self._notice)

    def _on_baby_changed(self, baby: Baby) -> None:
        with self._excused():
            self._house.save_baby(baby)
            return
        # It could not be kept: the page shows what is.
        with self._excused():
            self.rooms.settings()

    def _change(self, settings: Settings) -> None:
        with self._excused():
            self._house.change(settings)
        self._wish = None
        self.apply_settings()
        self.look_again()

    def _on_text_size(self, scale: float) -> None:
        self._change(replace(self._house.settings, text_scale=scale, text_size_asked=True))
        self.show_today()

    def _on_minutes(self, minutes: int) -> None:
        self._wish = minutes
        self.show_today()

    def _on_practise(self, routine_id: str = PRACTICE, step_id: str = "") -> None:
        self._house.practise(routine_id, step_id)
        self._begin()

    def _on_link(self, address: str) -> None:
        if not QDesktopServices.openUrl(QUrl(address)):
            self._toast.say(address)

    def _begin(self) -> None:
        self._wish, self._notice = None, ""
        self.rooms.desk().begin(self._note())
        if self._house.settings.full_screen:
            self.window().showFullScreen()

    def _note(self) -> str:
        if self._house.runner.kind is Kind.PRACTICE:
            return self.tr("On a doll, not logged")
        if self._house.rehearsing:
            return fill(self.tr("Rehearsal ×%1, does not count"), f"{self._house.clock.speed:g}")
        return ""

    def _on_session_page(self, page: QWidget) -> None:
        stopping = self._house.runner.session.phase is Phase.PAUSED
        self.show_page(page, Motion.FREEZE if stopping else Motion.SHEET)

    def _on_session_ended(self, ending: Ending) -> None:
        """Dark and quiet if the baby sleeps, else the wrap-up; practice has none."""
        runner = self._house.runner
        if runner.fault is not None:
            self._notice = self._words.fault(runner.fault)
        if runner.kind is Kind.PRACTICE and (page := self.rooms.after_practice()) is not None:
            self.show_page(page)
        elif runner.kind is Kind.PRACTICE or ending is Ending.SOMETHING_WRONG:
            if runner.kind in (Kind.MASSAGE, Kind.RESTING):
                with self._excused():
                    self._house.doctor_is_asked_again()
            self.open_first_page(self._notice)
        elif ending is Ending.ASLEEP:
            self.show_page(self.rooms.asleep(), Motion.FREEZE)
        else:
            self._show_wrap_up()

    def _show_wrap_up(self) -> None:
        with self._excused():
            self.show_page(self.rooms.wrap_up(), Motion.WRAP_UP)
            return
        self.show_today()

    def _on_wrapped_up(self, mood: Mood, note: str) -> None:
        with self._excused():
            self._house.wrap_up(self._house.runner.session_id, mood, note)
        self.show_today()

    def quit(self) -> None:
        """End the program, also where closing the window would only put it out of sight."""
        self.quitting = True
        self.window().close()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again; nothing else changes."""
        window = self.window()
        (window.showNormal if window.isFullScreen() else window.showFullScreen)()

    def _on_full_screen(self, wanted: bool) -> None:
        if wanted or self.window().isFullScreen():
            self.toggle_full_screen()

    def apply_settings(self) -> None:
        """Take the look from the settings, the desktop and the window's size."""
        settings = self._house.settings
        name = resolve_theme(settings.theme, self._application.styleHints())
        look = Theme(name, text_scale=settings.text_scale, less_motion=settings.less_motion)
        theme = look.scaled_to(self.width(), self.height())
        self._fade.ease(self.theme, theme)
        self.figure.set_settings(settings)
        self.rail.set_skin(settings.baby_skin)
        self.rooms.set_skin(settings.baby_skin)
        self.rooms.set_theme(theme)
        apply_theme(self, theme)
        self._watch.set_theme(theme)
        self.themed.emit(theme)
        self._arrange()

    def _arrange(self) -> None:
        area = QRectF(self.rect())
        if self.rail.isHidden():
            self.stack.setGeometry(area.toRect())
            self._toast.place()
            return
        k = self.theme.k
        if self.width() >= self.height():
            width = max(88.0, RAIL_WIDTH * k)
            x = area.right() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.0
            self.rail.setGeometry(QRectF(x, 0, width, area.height()).toRect())
            self.stack.setGeometry(QRectF(0 if x else width, 0, area.width() - width, area.height()).toRect())
        else:
            height = max(64.0, BAR_HEIGHT * k)
            self.rail.setGeometry(QRectF(0, area.height() - height, area.width(), height).toRect())
            self.stack.setGeometry(QRectF(0, 0, area.width(), area.height() - height).toRect())
        self._toast.place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.apply_settings()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._watch.begin)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.rooms.finish_wrap_up()
        self.rooms.stop_for_closing()
        self._watch_today.timer.stop()
        super().closeEvent(event)
