"""Skin and vaccine: marks that the doctor called harmless, and places that are still sore (C-44, C-45)."""

from __future__ import annotations

from PySide6.QtCore import Signal

from babymassage_gui.core.closed import PARTS
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.sites import SITES
from babymassage_gui.core.standing import GONE, HARMLESS, NOT_SORE, SKIN, VACCINE
from babymassage_gui.gui.pages.body_places import BodyPlaces
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.care_words import CareWords
from babymassage_gui.gui.pages.check_in_view import MARKED_PARTS
from babymassage_gui.gui.pages.settings_body import FoldedMap
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_options import FlowGrid, Heading, WhyCard
from babymassage_gui.gui.pages.settings_said import ByField, Recorder
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chips import ChoicePill

PLACES = (*SITES, "")


class MarksCard(WhyCard):
    """A part that is pressed has a harmless mark and stays off; pressed again, the mark is gone."""

    said = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._spoken, self._places = CareWords(), BodyPlaces()
        self._noted: tuple[str, ...] = ()
        super().__init__(theme, "")
        self.title.set_text(self.tr("Skin and vaccine"))
        self.heading = Heading(theme, self.tr("Marks the doctor called harmless"), self.tr("None is known."))
        self.by = ByField(theme, self.tr("Called harmless by"), self.tr("Which doctor?"))
        self.parts = {part: ChoicePill(theme, self._spoken.part(part), px=19) for part in (*PARTS, "")}
        for part, pill in self.parts.items():
            pill.clicked.connect(lambda on, part=part: self._on_part(part, on))
        who = self.tr("Called harmless by")
        self.add(self.heading, SettingRow(theme, who, self.tr("Write a name first."), self.by, 6))
        self.map = FoldedMap(theme, self.tr("Press on a picture where the mark is"))
        self.map.pressed.connect(lambda part: self._on_part(part, not self.parts[part].isChecked()))
        self.add(FlowGrid(theme, tuple(self.parts.values()), 122, 7), self.map)
        self.add(why=self.tr("Hands keep off that part until the mark is gone."))
        self.vaccine_row = Heading(theme, self.tr("Last vaccine"), self.tr("None is known."))
        self.add(self.vaccine_row)
        self.well: dict[str, Recorder] = {}
        self.sore_rows: dict[str, SettingRow] = {}
        for place in PLACES:
            words, well = self._spoken.vaccine(place), self.tr("Not sore any more")
            self.well[place] = Recorder(theme, well, name=f"{words}: {well}")
            self.well[place].clicked.connect(
                lambda _on=False, place=place: self.said.emit(Saying(VACCINE, NOT_SORE, note=place))
            )
            self.sore_rows[place] = SettingRow(theme, words, self.tr("Hands keep off while it is sore."),
                                               self.well[place])  # fmt: skip
            self.add(self.sore_rows[place])

    def show_care(self, care: CareView, skin: Skin = Skin.PORCELAIN) -> None:
        """Show marks and sore places; nothing is sent back. `skin` is that of the baby on the picture."""
        marks = care.marks
        self._noted = tuple(mark.note for mark in marks)
        for part, pill in self.parts.items():
            pill.setChecked(self._notes_of(part) != ())
        names = {part: self._spoken.part(part) for part in MARKED_PARTS}
        self.map.show_body(self._places.parts(care.views, names), skin, self._chosen())
        # A mark without a place can be ended here, not made.
        self.parts[""].setVisible(self.parts[""].isChecked())
        told = [
            fill(self.tr("%1: %2", "a part of the body: who said it, and the day"), self._spoken.part(mark.note),
                 self._spoken.said_by(mark, care.today, care.zone))
            for mark in marks
        ]  # fmt: skip
        self.heading.sentence.set_text(" · ".join(told) or self.tr("None is known."))
        for mark in reversed(marks):
            self.by.suggest(mark.by)
        self._show_vaccines(care)

    def _show_vaccines(self, care: CareView) -> None:
        """A row for each sore place; the last vaccine by itself once its place is well."""
        vaccines, sore = care.vaccines, care.sore_places
        for place, row in self.sore_rows.items():
            row.setVisible(place in sore)
            if place in sore:
                day = self._spoken.on(vaccines[place], care.today, care.zone)
                row.sentence.set_text(fill(self.tr("%1. Hands keep off while it is sore."), day))
        last = next(reversed(tuple(vaccines)), None)
        self.vaccine_row.setVisible(last is None or last not in sore)
        if last is not None:
            day = self._spoken.on(vaccines[last], care.today, care.zone)
            self.vaccine_row.title.set_text(self._spoken.vaccine(last))
            self.vaccine_row.sentence.set_text(fill(self.tr("%1. Not sore any more."), day))
        else:
            self.vaccine_row.title.set_text(self.tr("Last vaccine"))
            self.vaccine_row.sentence.set_text(self.tr("None is known."))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(part for part, pill in self.parts.items() if pill.isChecked())

    def _notes_of(self, part: str) -> tuple[str, ...]:
        """The notes of the marks that a pill stands for; the last pill for all that name no part known here."""
        return tuple(note for note in self._noted if (note if note in PARTS else "") == part)

    def _on_part(self, part: str, on: bool) -> None:
        if not on:
            for note in self._notes_of(part):
                self.said.emit(Saying(SKIN, GONE, note=note))
            return
        name = self.by.given()
        if name:
            self.said.emit(Saying(SKIN, HARMLESS, name, part))
        else:
            self.parts[part].setChecked(False)
