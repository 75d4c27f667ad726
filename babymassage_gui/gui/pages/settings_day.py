"""Settings, room "The day": feeds, hours, waits, the room's warmth and where the baby lies (content-spec 2.1, 3.6)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.choices import (
    AFTER_FEED_MINUTES,
    BEFORE_FEED_MINUTES,
    COLDEST_LIMIT,
    COMFORT_SECONDS,
    EVENING_HOURS,
    HOTTEST_LIMIT,
    SPITS_UP_AFTER_FEED_MINUTES,
    TUMMY_ROUNDS,
    VACCINE_WAIT_HOURS,
    Day,
    Room,
    Surface,
)
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.table import TableSide
from babymassage_gui.gui.pages.settings_band import WarmthBand
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_drawers import FamilyRoom
from babymassage_gui.gui.pages.settings_options import FlowGrid, Heading, OptionGrid, WhyCard
from babymassage_gui.gui.pages.settings_reminder import ReminderCard
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ToggleSwitch
from babymassage_gui.gui.widgets.labels import Note
from babymassage_gui.gui.widgets.stepper import Stepper

_CONTROL = 4
LIMITS = ("too_cold", "warm_from", "warm_to", "too_hot")
# The suggestion: any constant time, best in the morning (C-04).
SUGGESTED = time(9, 30)


class DayRoom(FamilyRoom):
    """What the check-in goes by."""

    def __init__(self, theme: Theme) -> None:
        self._words = Words()
        super().__init__(theme)
        self.reminder = ReminderCard(theme)
        self.reminder.changed.connect(self._on_reminders)
        self.put(
            self._make_feeds(theme), self._make_hours(theme), self.reminder, self._make_waits(theme),
            self._make_warmth(theme), self._make_place(theme),
        )  # fmt: skip

    def _stepper(self, name: str, field: str, allowed: range, words: Callable[[int], str], stride: int = 1) -> Stepper:
        """A number of `Day`, sent as it is set."""
        less, more = self.tr("less"), self.tr("more")
        value = getattr(Day(), field)
        stepper = Stepper(
            self.theme, name, less, more, allowed[0], allowed[-1], value, words=words, stride=stride
        )  # fmt: skip
        stepper.valueChanged.connect(lambda value: self._set(field, value))
        return stepper

    def _make_feeds(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Around feeds"))
        after, before = self.tr("After a feed"), self.tr("Before the next feed")
        spits = self.tr("Spits up a lot")
        self.after_feed = self._stepper(after, "after_feed_minutes", AFTER_FEED_MINUTES, self._words.minutes, 5)
        self.before_feed = self._stepper(before, "before_feed_minutes", BEFORE_FEED_MINUTES, self._words.minutes, 5)
        self.spits_up = ToggleSwitch(theme, spits)
        self.spits_up.toggled.connect(self._on_spits_up)
        card.add(SettingRow(theme, after, self.tr("The wait until milk has settled."), self.after_feed, _CONTROL))
        waits = fill(self.tr("Waits %1 after a feed."), self._words.minutes(SPITS_UP_AFTER_FEED_MINUTES))
        card.add(SettingRow(theme, spits, waits, self.spits_up))
        card.add(
            SettingRow(theme, before, self.tr("Hungry babies are fed first."), self.before_feed, _CONTROL),
            why=self.tr("Sources say 30 minutes to two hours."),
        )
        return card

    def _make_hours(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Hours"))
        evening, usual = self.tr("Evening begins at"), self.tr("Our usual time")
        earlier, later = self.tr("earlier"), self.tr("later")
        self.evening = self._stepper(evening, "evening_start_hour", EVENING_HOURS, self._hour)
        self.has_usual = ToggleSwitch(theme, usual)
        self.has_usual.toggled.connect(lambda on: self._set("usual_time", SUGGESTED if on else None))
        self.hour = Stepper(theme, self.tr("Usual hour"), earlier, later, 0, 23, 9, words=self._hour_alone, wraps=True)
        self.minute = Stepper(
            theme, self.tr("Usual minute"), earlier, later, 0, 59, 30, words=self._minute_alone, wraps=True, stride=5
        )  # fmt: skip
        for stepper in (self.hour, self.minute):
            stepper.valueChanged.connect(self._on_usual)
        self.clock = FlowGrid(theme, (self.hour, self.minute), 150, 2)
        card.add(
            SettingRow(theme, evening, self.tr("Nothing that stirs is offered from then on."), self.evening, _CONTROL),
            why=self.tr("Stirring moves wake. The evening is for calm."),
        )
        card.add(SettingRow(theme, usual, self.tr("Any hour that stays the same is good."), self.has_usual))
        card.add(self.clock, why=self.tr("Most sources name the morning."))
        return card

    def _make_waits(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Waits and rounds"))
        vaccine, comfort, rounds = self.tr("After a vaccine"), self.tr("Comfort pause"), self.tr("Tummy ease a day")
        self.vaccine = self._stepper(vaccine, "vaccine_wait_hours", VACCINE_WAIT_HOURS, self._hours, 12)
        self.comfort = self._stepper(comfort, "comfort_seconds", COMFORT_SECONDS, self._seconds, 5)
        self.rounds = self._stepper(rounds, "tummy_rounds", TUMMY_ROUNDS, self._rounds)
        card.add(
            SettingRow(theme, vaccine, self.tr("No massage in these hours."), self.vaccine, _CONTROL),
            why=self.tr("Sources say one to three days, fever or not."),
        )
        card.add(
            SettingRow(theme, comfort, self.tr("The quiet ring when the baby needs you."), self.comfort, _CONTROL),
            why=self.tr("Comfort comes first; a minute at most."),
        )
        card.add(
            SettingRow(theme, rounds, self.tr("At most, two hours apart."), self.rounds, _CONTROL),
            why=self.tr("Four a day is what the sources allow."),
        )
        return card

    def _make_warmth(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("How warm the room is"))
        self.band = WarmthBand(theme)
        less, more = self.tr("colder"), self.tr("warmer")
        names = (
            self.tr("Too cold below"), self.tr("Just right from"), self.tr("Just right up to"),
            self.tr("Too warm above"),
        )  # fmt: skip
        self.limits: dict[str, Stepper] = {}
        rows = []
        for field, name in zip(LIMITS, names, strict=True):
            stepper = Stepper(
                theme, name, less, more, int(COLDEST_LIMIT), int(HOTTEST_LIMIT), round(getattr(Room(), field)),
                words=partial(self._degrees, field),
            )  # fmt: skip
            stepper.valueChanged.connect(lambda value, field=field: self._on_limit(field, value))
            self.limits[field] = stepper
            rows.append(SettingRow(theme, name, "", stepper, 5))
            rows[-1].sentence.hide()
        self.open_window = ToggleSwitch(theme, self.tr("An open window"))
        self.open_window.toggled.connect(lambda on: self._set("open_window", on))
        card.add(self.band, FlowGrid(theme, rows, 300, 2), why=self.tr("A bare baby cools fast: warm the room."))
        card.add(
            SettingRow(
                theme, self.tr("An open window"), self.tr("In a warm room, without a draught."), self.open_window
            ),
            why=self.tr("Else: air first, close, then undress."),
        )
        return card

    def _make_place(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Where your baby lies"))
        self.surface = OptionGrid(
            theme,
            self.tr("Where your baby lies"),
            {
                Surface.FLOOR: (self.tr("On the floor"), self.tr("A mat with a folded blanket.")),
                Surface.TABLE: (self.tr("On a table"), self.tr("Firm, with raised edges.")),
            },
        )
        self.surface.chosen.connect(lambda surface: self._set("surface", surface))
        self.table_side = OptionGrid(
            theme,
            self.tr("Where the head is"),
            {
                TableSide.FEET: (self.tr("Feet toward me"), self.tr("The head is away from you.")),
                TableSide.HEAD_LEFT: (self.tr("Head on my left"), self.tr("Your baby lies across.")),
                TableSide.HEAD_RIGHT: (self.tr("Head on my right"), self.tr("Your baby lies across.")),
            },
            least=200,
            most=3,
        )
        self.table_side.chosen.connect(lambda side: self._set("table_side", side))
        seen = Heading(theme, self.tr("Where the head is"), self.tr("The pictures are turned as you see your baby."))
        self.hand = Note(theme, self.tr("One hand always on the baby."), "hand-palm", Type.BODY_BOLD)
        card.add(self.surface, self.hand, why=self.tr("Babies roll off. Bed and sofa are too soft."))
        card.add(seen, self.table_side)
        return card

    @override
    def fill_in(self) -> None:
        day = self.settings.day
        self.after_feed.set_value(day.after_feed_minutes)
        self.spits_up.setChecked(day.after_feed_minutes >= SPITS_UP_AFTER_FEED_MINUTES)
        self.before_feed.set_value(day.before_feed_minutes)
        self.evening.set_value(day.evening_start_hour)
        self.has_usual.setChecked(day.usual_time is not None)
        self.clock.setVisible(day.usual_time is not None)
        if day.usual_time is not None:
            self.hour.set_value(day.usual_time.hour)
            self.minute.set_value(day.usual_time.minute)
        self.vaccine.set_value(day.vaccine_wait_hours)
        self.comfort.set_value(day.comfort_seconds)
        self.rounds.set_value(day.tummy_rounds)
        self._fill_in_room(day.room)
        self.open_window.setChecked(day.open_window)
        self.surface.choose(day.surface)
        self.table_side.choose(day.table_side)
        self.reminder.show_reminders(self.settings, None if self.care is None else self.care.today)
        self.hand.setVisible(day.surface is Surface.TABLE)

    def _on_reminders(self, settings: Settings) -> None:
        """Whoever wants to be reminded has a usual time."""
        day = self.settings.day
        if settings.reminders.on and day.usual_time is None:
            day = replace(day, usual_time=SUGGESTED)
        self._send(replace(self.settings, reminders=settings.reminders, day=day))

    def _fill_in_room(self, room: Room) -> None:
        """Each limit goes no further than its neighbours, so that the four always rise."""
        values = (COLDEST_LIMIT, *(float(getattr(room, field)) for field in LIMITS), HOTTEST_LIMIT)
        for index, field in enumerate(LIMITS, start=1):
            lowest, highest = math.ceil(values[index - 1]), math.floor(values[index + 1])
            here = round(values[index])
            self.limits[field].set_range(min(lowest, here), max(highest, here))
            self.limits[field].set_value(here)
        self.band.set_room(room)

    def _on_spits_up(self, on: bool) -> None:
        if on != (self.settings.day.after_feed_minutes >= SPITS_UP_AFTER_FEED_MINUTES):
            self._set("after_feed_minutes", SPITS_UP_AFTER_FEED_MINUTES if on else Day().after_feed_minutes)

    def _on_usual(self) -> None:
        if self.settings.day.usual_time is not None:
            self._set("usual_time", time(self.hour.value(), self.minute.value()))

    def _on_limit(self, field: str, value: int) -> None:
        if not self._filling:
            self.live(replace(self.settings.day, room=replace(self.settings.day.room, **{field: float(value)})))

    def _set(self, field: str, value: object) -> None:
        if not self._filling:
            self.live(replace(self.settings.day, **{field: value}))  # type: ignore[arg-type]

    def _degrees(self, field: str, value: int) -> str:
        """Whole degrees, but a half one that was set by hand is shown as it is."""
        kept = float(getattr(self.settings.day.room, field))
        return fill(self.tr("%1 °C"), f"{kept if round(kept) == value else value:g}")

    def _hour(self, hour: int) -> str:
        return QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat)

    def _hour_alone(self, hour: int) -> str:
        return fill(self.tr("%1 h", "an hour of the day"), hour)

    def _minute_alone(self, minute: int) -> str:
        return fill(self.tr("%1 min", "the minutes of an hour"), f"{minute:02}")

    def _seconds(self, value: int) -> str:
        return self.tr("%n second(s)", "", value)

    def _hours(self, value: int) -> str:
        return self.tr("%n hour(s)", "", value)

    def _rounds(self, value: int) -> str:
        return self.tr("%n time(s) a day", "", value)
