"""Settings: rooms on the near side, cards on the other. Each change acts at once; Ctrl+Z takes the last one back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget
from typing_extensions import override

from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.care_view import CareView
from babymassage_gui.gui.pages.settings_buttons import RoomButton, in_rows
from babymassage_gui.gui.pages.settings_drawers import (
    Drawer,
    FamilyRoom,
    make_care,
    make_data,
    make_day,
    make_keys,
    make_massage,
    make_repetitions,
    make_sound,
)
from babymassage_gui.gui.pages.settings_look import LookRoom
from babymassage_gui.gui.pages.settings_rooms import AboutRoom, BabyRoom, SessionRoom
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import TextLabel

# Below this the rooms stand in a row above the cards.
SIDE_BY_SIDE_FROM = 760
# Where the rooms leave less than this above them, they stand without the title.
LEAST_TITLE = 24.0


class Kept(NamedTuple):
    """All that can be changed here, as it was at one moment."""

    settings: Settings
    baby: Baby | None
    said: tuple[Said, ...] = ()


class SettingsPage(Ground):
    """`changed` carries new settings at once; `baby_changed` a new profile, only when it is whole.

    `said` carries a `Saying` of the parent, `unsaid` a `Said` that is taken back; `show_care` answers both.
    """

    changed = Signal(object)
    baby_changed = Signal(object)
    said = Signal(object)
    unsaid = Signal(object)
    health_wanted = Signal()

    def __init__(self, theme: Theme, version: str, parent: QWidget | None = None) -> None:
        self._built = False
        self._today = date.min
        self._kept = Kept(Settings(), None)
        self._care: CareView | None = None
        self._history: list[Kept] = []
        self._before_drag: Kept | None = None
        super().__init__(theme, parent)
        self.title = TextLabel(theme, self.tr("Settings"), Type.PAGE_TITLE, self, max_lines=1)
        self.baby_room, self.session_room = BabyRoom(theme), SessionRoom(theme)
        self.look_room, self.about_room = LookRoom(theme), AboutRoom(theme, version)
        self._make_drawers(theme)
        self._make_rooms(theme)
        self.hint = TextLabel(theme, self.tr("Each change acts at once."), Type.HINT, self, shade="ink3", max_lines=1)
        self.undo_button = LinkButton(theme, self.tr("Take it back"), parent=self, name=self.tr("Take it back, Ctrl+Z"))
        self.undo_button.clicked.connect(self.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)
        self._connect()
        self._built = True
        self.open_room(self.baby_room)

    def _make_drawers(self, theme: Theme) -> None:
        """The larger rooms, which are built when they are first opened."""
        self.massage, self.day = Drawer(theme, make_massage), Drawer(theme, make_day)
        self.care, self.repetitions = Drawer(theme, make_care), Drawer(theme, make_repetitions)
        self.sound, self.keys = Drawer(theme, make_sound), Drawer(theme, make_keys)
        self.data = Drawer(theme, make_data)
        for drawer in self.drawers:
            drawer.opened.connect(self._on_opened)

    @property
    def drawers(self) -> tuple[Drawer, ...]:
        """The larger rooms, built or not."""
        return (self.massage, self.day, self.care, self.repetitions, self.sound, self.keys, self.data)

    def _on_opened(self, room: FamilyRoom) -> None:
        room.changed.connect(self._on_settings)
        room.said.connect(self.said)
        room.unsaid.connect(self._on_unsaid)
        room.wanted.connect(self._on_wanted)

    def _on_unsaid(self, said: Said) -> None:
        """A row takes back what stands in it: that is the taking back, and there is none of it."""
        self.unsaid.emit(said)
        self._history.clear()
        self._show()

    def _make_rooms(self, theme: Theme) -> None:
        entries: tuple[tuple[QWidget, str, str], ...] = (
            (self.baby_room, "baby", self.tr("Your baby")),
            (self.care, "stethoscope", self.tr("Care")),
            (self.massage, "hand-palm", self.tr("Massage")),
            (self.day, "watch", self.tr("The day")),
            (self.session_room, "hand-heart", self.tr("Session")),
            (self.sound, "speaker-high", self.tr("Sound")),
            (self.keys, "keyboard", self.tr("Buttons")),
            (self.look_room, "palette", self.tr("Look and size")),
            (self.data, "database", self.tr("Your data")),
            (self.about_room, "info", self.tr("About")),
        )
        group = QButtonGroup(self)
        self.room_buttons: dict[QWidget, RoomButton] = {}
        self._scrolls: dict[QWidget, QScrollArea] = {}
        for room, icon, text in entries:
            button = RoomButton(theme, icon, text, self)
            group.addButton(button)
            button.toggled.connect(lambda on, room=room: self._on_room(room, on=on))
            self.room_buttons[room] = button
        # The way to "how often each stroke" leads through Massage, so it has no button of its own.
        for room in (*self.room_buttons, self.repetitions):
            self._scrolls[room] = ScrollPage(theme, room, self)
            self._scrolls[room].hide()

    def _on_room(self, room: QWidget, *, on: bool) -> None:
        self._show_room(room, on=on)
        self._show_room(self.repetitions, on=False)

    def _show_room(self, room: QWidget, *, on: bool) -> None:
        if on and isinstance(room, Drawer):
            room.room.show()
        self._scrolls[room].setVisible(on)

    def _on_wanted(self, place: str) -> None:
        """A room asks for another place."""
        if place == "health":
            self.health_wanted.emit()
        elif place == "care":
            self.open_room(self.care)
        else:
            self.open_room(self.massage)
            self._show_room(self.massage, on=place == "massage")
            self._show_room(self.repetitions, on=place == "repetitions")
            self.room_buttons[self.massage].setFocus()

    def _connect(self) -> None:
        self.session_room.changed.connect(self._on_settings)
        self.look_room.changed.connect(self._on_settings)
        self.baby_room.changed.connect(self._on_baby)
        self.baby_room.health_wanted.connect(self.health_wanted)
        self.look_room.size_slider.sliderPressed.connect(self._on_drag)
        self.look_room.size_slider.sliderReleased.connect(self._on_dropped)

    def open_room(self, room: QWidget) -> None:
        """Show one of the rooms."""
        self.room_buttons[room].setChecked(True)

    def show_settings(self, settings: Settings, baby: Baby | None, today: date, care: CareView | None = None) -> None:
        """Begin a visit; what was changed in the last one can no longer be taken back."""
        self._today, self._care = today, care
        self._kept = Kept(settings, baby, () if care is None else care.said)
        self._history.clear()
        self._before_drag = None
        self._show()
        self.baby_room.show_baby(baby, today)

    def show_care(self, care: CareView | None) -> None:
        """Show what is said of the family now, the doctor's yes too; what was said since can be taken back."""
        self._care = care
        if care is None:
            return
        if care.baby != self._kept.baby:
            self.baby_room.show_baby(care.baby, self._today)
        self._remember(self._kept._replace(baby=care.baby, said=care.said))

    def _show(self) -> None:
        settings, baby, _ = self._kept
        name = "" if baby is None else baby.name
        self.room_buttons[self.baby_room].set_words(name or self.tr("Your baby"))
        self.session_room.show_settings(settings)
        self.look_room.show_settings(settings, name)
        care = None if self._care is None or baby is None else replace(self._care, baby=baby)
        for drawer in self.drawers:
            drawer.show_family(settings, care)
        self.undo_button.setVisible(bool(self._history))
        self._arrange()

    def _on_settings(self, settings: Settings) -> None:
        self._remember(self._kept._replace(settings=settings))
        self.changed.emit(settings)

    def _on_baby(self, baby: Baby) -> None:
        self._remember(self._kept._replace(baby=baby))
        self.baby_changed.emit(baby)

    def _remember(self, kept: Kept) -> None:
        # The first profile of all cannot be taken back: there is nothing to go back to. A drag is one change.
        changes = self._before_drag is None and kept != self._kept
        if changes and (self._kept.baby is not None or kept.baby is None):
            self._history.append(self._kept)
        self._kept = kept
        self._show()

    def _on_drag(self) -> None:
        self._before_drag = self._kept

    def _on_dropped(self) -> None:
        before, self._before_drag = self._before_drag, None
        if before is not None and before != self._kept:
            self._history.append(before)
            self._show()

    def undo(self) -> None:
        """Take the last change back, as if it were another change."""
        self.baby_room.keep()
        if not self._history:
            return
        self._kept, before = self._history.pop(), self._kept
        settings, baby, said = self._kept
        self._show()
        announce(self, self.tr("Taken back"))
        if settings != before.settings:
            self.changed.emit(settings)
        if baby != before.baby and baby is not None:
            self.baby_room.show_baby(baby, self._today)
            self.baby_changed.emit(baby)
        # Last, so that what is shown then is already the profile of before.
        for one in before.said:
            if one not in said:
                self.unsaid.emit(one)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Rooms at the near side and cards beside them; in a narrow window rooms in a row above the cards."""
        if self.width() >= max(SIDE_BY_SIDE_FROM, self.height()):
            self._arrange_beside()
        else:
            self._arrange_above()

    def _arrange_beside(self) -> None:
        theme, height = self.theme, float(self.height())
        near, column, row = theme.px(16), max(180.0, theme.px(268)), theme.target(60)
        foot = theme.text_px(Type.HINT.size) * 1.4
        hint = QRectF(near, height - theme.px(24) - foot, column, foot)
        self._place(self.hint, hint)
        link = QRectF(near - theme.px(12), hint.top() - theme.target(48), column, theme.target(48))
        link.setWidth(min(column, self.undo_button.sizeHint().width()))
        self._place(self.undo_button, link)
        # The title gives way to the rooms: they end above the link, however large the type is.
        air = max(2.0, theme.px(2))
        rooms = len(self.room_buttons) * (row + air)
        line = min(theme.text_px(Type.PAGE_TITLE.size) * 1.25, link.top() - theme.px(24) - rooms)
        top = min(theme.px(20), max(0.0, link.top() - rooms - line))
        self.title.setVisible(line >= LEAST_TITLE)
        line = line if line >= LEAST_TITLE else 0.0
        self._place(self.title, QRectF(near, top, column, line))
        y = top + line + theme.px(4)
        for button in self.room_buttons.values():
            button.set_centred(False)
            self._place(button, QRectF(near, y, column, row))
            y += row + air
        left = near + column + theme.px(10)
        self._place_rooms(QRectF(left, 0, self.width() - left - theme.px(10), height))

    def _arrange_above(self) -> None:
        theme, width = self.theme, float(self.width())
        near, row, gap = theme.px(20), theme.target(60), theme.px(8)
        line = theme.text_px(Type.PAGE_TITLE.size) * 1.25
        top, high = theme.px(12), max(line, float(theme.target(48)))
        self.title.show()
        self._place(self.title, QRectF(near, top, width * 0.4, high))
        end = width - near
        if self._history:
            link = self.undo_button.sizeHint().width()
            self._place(self.undo_button, QRectF(end - link, top, link, high))
            end -= link + gap
        hint = min(float(self.hint.sizeHint().width()), width * 0.6 - near - (width - end))
        self._place(self.hint, QRectF(end - hint, top, hint, high))
        y = theme.px(20) + max(line, theme.target(48))
        for line_of_buttons in in_rows(list(self.room_buttons.values()), width - 2 * near, gap):
            wanted = [float(button.sizeHint().width()) for button in line_of_buttons]
            spare = (width - 2 * near - gap * (len(wanted) - 1) - sum(wanted)) / len(wanted)
            x = near
            for button, share in zip(line_of_buttons, wanted, strict=True):
                button.set_centred(True)
                self._place(button, QRectF(x, y, share + spare, row))
                x += share + spare + gap
            y += row + theme.px(6)
        self._place_rooms(QRectF(0, y, width, self.height() - y))

    def _place_rooms(self, area: QRectF) -> None:
        for scroll in self._scrolls.values():
            self._place(scroll, area)

    def _place(self, child: QWidget, rect: QRectF) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect = QRectF(self.width() - rect.right(), rect.y(), rect.width(), rect.height())
        child.setGeometry(rect.toRect())
