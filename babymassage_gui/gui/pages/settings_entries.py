"""A vaccine, a feed, sore skin: entered here as in the check-in, and taken back here too; nothing in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.said import Said, newest
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.standing import FEED, SKIN, VACCINE, YES
from babymassage_gui.gui.pages.body_places import BodyPlaces, keys_of
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.care_words import CareWords
from babymassage_gui.gui.pages.check_in_view import MARKED_PARTS, vaccine_moment
from babymassage_gui.gui.pages.settings_body import FoldedMap
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_options import FlowGrid, Heading, WhyCard
from babymassage_gui.gui.pages.settings_said import Recorder, clear_rows
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.stepper import Stepper
from babymassage_gui.gui.widgets.themed import Themed

FED = "fed"
# A vaccine is remembered so long ago, a feed so many minutes.
MOST_DAYS, MOST_MINUTES, STRIDE = 60, 12 * 60, 15
# So many vaccines stand in the list; a feed and sore skin of today.
MOST_VACCINES = 4


class Pair(Themed, QWidget):
    """Two buttons side by side."""

    def __init__(self, theme: Theme, *buttons: QWidget) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self._row.setSpacing(round(self.theme.px(12)))
        super()._on_theme_changed()


class EntriesCard(WhyCard):
    """`said(Saying)` enters something that was, `unsaid(Said)` takes it back."""

    said = Signal(object)
    unsaid = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._words, self._spoken, self._places = Words(), CareWords(), BodyPlaces()
        self._care: CareView | None = None
        self._sore: dict[str, Said] = {}
        super().__init__(theme, "")
        self.title.set_text(self.tr("Vaccine, feed, sore skin"))
        self._make_vaccine(theme)
        self._make_feed(theme)
        self._make_sore(theme)
        self.entered = Heading(theme, self.tr("What was entered"), self.tr("Nothing of late."))
        self.add(self.entered)
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.backs: list[Recorder] = []
        self.add(self._list)

    def _make_vaccine(self, theme: Theme) -> None:
        earlier, later = self.tr("a day earlier"), self.tr("a day later")
        # Counted backwards, so that the carets go through the days as a calendar does.
        self.day = Stepper(theme, self.tr("Day of the vaccine"), earlier, later, -MOST_DAYS, 0, 0, words=self._day)
        self.sites = {
            "leg": Recorder(theme, self.tr("In the thigh"), "syringe", name=self.tr("Enter a vaccine in the thigh")),
            "arm": Recorder(theme, self.tr("In the arm"), "syringe", name=self.tr("Enter a vaccine in the arm")),
        }
        for site, button in self.sites.items():
            button.clicked.connect(lambda _on=False, site=site: self._on_vaccine(site))
        self.site_map = FoldedMap(theme, self.tr("Press on a picture where the vaccine went in"))
        self.site_map.pressed.connect(self._on_site)
        told = self.tr("Two days of rest; hands off while it is sore.")
        self.add(
            SettingRow(theme, self.tr("A vaccine"), told, self.day, 5),
            Pair(theme, *self.sites.values()),
            self.site_map,
            why=self.tr("A fever may follow a vaccine, and the place is sore."),
        )

    def _make_feed(self, theme: Theme) -> None:
        less, more = self.tr("longer ago"), self.tr("not so long ago")
        self.since = Stepper(theme, self.tr("Time since the feed"), less, more, -MOST_MINUTES, 0, 0, words=self._since,
                             stride=STRIDE)  # fmt: skip
        self.feed = Recorder(theme, self.tr("Enter the feed"), "drop-half")
        self.feed.clicked.connect(self._on_feed)
        told = self.tr("It settles first, as in the check-in.")
        self.add(
            SettingRow(theme, self.tr("A feed"), told, self.since, 5),
            Pair(theme, self.feed),
            why=self.tr("Milk settles first, so that nothing comes up."),
        )

    def _make_sore(self, theme: Theme) -> None:
        self.sore = {part: ChoicePill(theme, self._spoken.part(part), px=19) for part in MARKED_PARTS}
        for part, pill in self.sore.items():
            pill.clicked.connect(lambda on, part=part: self._on_sore(part, on=on))
        self.sore_map = FoldedMap(theme, self.tr("Press on a picture where the skin is sore"))
        self.sore_map.pressed.connect(lambda part: self._on_sore(part, on=part not in self._sore))
        told = self.tr("Not today then. Pressed again: taken back.")
        pills = FlowGrid(theme, tuple(self.sore.values()), 122, 7)
        self.add(
            Heading(theme, self.tr("Rash or sore skin today"), told), pills, self.sore_map,
            why=self.tr("Hands would hurt there; it heals first."),
        )  # fmt: skip

    def _day(self, days: int) -> str:
        if self._care is None:
            return ""
        return self._words.past_day(self._care.today + timedelta(days=days), self._care.today)

    def _since(self, minutes: int) -> str:
        if self._care is None or self._care.now is None:
            return ""
        if not minutes:
            return self.tr("Just now")
        at = self._care.now + timedelta(minutes=minutes)
        hours, rest = divmod(-minutes, 60)
        if not hours:
            ago = self._words.minutes(rest)
        else:
            ago = fill(self.tr("%1 h %2 min", "hours and minutes ago"), hours, f"{rest:02}")
        return fill(self.tr("%1, %2", "the hour of a feed, how long ago"), self._words.hour(at), ago)

    def show_care(self, care: CareView, skin: Skin = Skin.PORCELAIN) -> None:
        """Show what was entered; nothing is sent back. `skin` is that of the baby on the pictures."""
        self._care = care
        names = {part: self._spoken.part(part) for part in MARKED_PARTS}
        oldest = (care.today - care.baby.born).days
        self.day.set_range(-min(MOST_DAYS, max(0, oldest)), 0)
        self.since.set_range(-MOST_MINUTES, 0)
        self._sore = {one.note: one for one in self._of_today(care, SKIN, YES)}
        for part, pill in self.sore.items():
            pill.setChecked(part in self._sore)
        self.sore_map.show_body(self._places.parts(care.views, names), skin, self._sore)
        self.site_map.show_body(self._places.sites(care.views), skin, keys_of(care.sore_places))
        self._show_list(care)

    @staticmethod
    def _of_today(care: CareView, subject: str, answer: str) -> Iterator[Said]:
        for one in care.said:
            if (one.subject, one.answer) == (subject, answer) and one.at.astimezone(care.zone).date() == care.today:
                yield one

    def _show_list(self, care: CareView) -> None:
        clear_rows(self._list, SettingRow)
        self.backs = []
        for words, one in self._entries(care):
            back = Recorder(self.theme, self.tr("Take it back"), name=fill(self.tr("%1: take it back"), words))
            back.clicked.connect(lambda _on=False, one=one: self.unsaid.emit(one))
            day = self._spoken.on(one, care.today, care.zone)
            told = fill(self.tr("%1, %2", "day, hour"), day, self._words.hour(one.at.astimezone(care.zone)))
            row = SettingRow(self.theme, words, told, back)
            self._lines.addWidget(row)
            row.show()
            self.backs.append(back)
        self.entered.sentence.setVisible(not self.backs)
        self._list.setVisible(bool(self.backs))

    def _entries(self, care: CareView) -> Iterator[tuple[str, Said]]:
        """What can be taken back, the newest of each kind first."""
        since = care.today - timedelta(days=MOST_DAYS)
        vaccines = [one for one in care.said if (one.subject, one.answer) == (VACCINE, YES)]
        late = [one for one in vaccines if one.at.astimezone(care.zone).date() >= since]
        for one in sorted(late, key=lambda said: said.at, reverse=True)[:MOST_VACCINES]:
            yield self._spoken.vaccine(one.note), one
        fed = newest(care.said, FEED, FED)
        if fed is not None and care.now is not None and care.now - fed.at <= timedelta(minutes=MOST_MINUTES):
            yield self.tr("Feed"), fed
        for one in self._of_today(care, SKIN, YES):
            part = self._spoken.part(one.note) if one.note else self.tr("Not said where")
            yield fill(self.tr("Sore skin: %1"), part), one

    def _on_vaccine(self, site: str) -> None:
        if self._care is not None and self._care.now is not None:
            self.said.emit(Saying(VACCINE, YES, note=site, at=vaccine_moment(self._care.now, -self.day.value())))

    def _on_site(self, site: str) -> None:
        """A place that is hatched is sore from a vaccine: pressed again, that one is taken back."""
        vaccines = self._care.vaccines if self._care is not None else {}
        sore = self._care.sore_places if self._care is not None else ()
        again = next((place for place in sore if site in keys_of((place,))), None)
        if again is None:
            self._on_vaccine(site)
        else:
            self.unsaid.emit(vaccines[again])

    def _on_feed(self) -> None:
        if self._care is not None and self._care.now is not None:
            self.said.emit(Saying(FEED, FED, at=self._care.now + timedelta(minutes=self.since.value())))

    def _on_sore(self, part: str, *, on: bool) -> None:
        if on:
            self.said.emit(Saying(SKIN, YES, note=part))
        else:
            self.unsaid.emit(self._sore[part])
