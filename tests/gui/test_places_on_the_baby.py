"""Where a vaccine went in, where skin is sore: pressed on the baby, kept in the log, and kept clear in the session."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.kept_clear import BADSKIN, JAB, Place, places
from babymassage_gui.gui.pages.check_in_sheet import Sheet
from babymassage_gui.gui.pages.check_in_view import Tone
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.settings_body import FoldedMap
from babymassage_gui.gui.pages.settings_care import CareRoom
from babymassage_gui.gui.widgets.body_map import AreaButton, BodyMap
from tests.fakes.clock import FakeClock
from tests.gui.check_in_visit import at_the_check_in, page_of, press_row, shown_tone
from tests.gui.parent import Parent


def area(body: BodyMap, key: str) -> AreaButton:
    return next(button for button in body.buttons if button.area.key == key)


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    return Parent(qtbot, tmp_path, FakeClock())


def vaccine_notes(parent: Parent) -> list[str]:
    return [said.note for said in parent.house.known().said if (said.subject, said.answer) == ("T-05", "yes")]


class TestCheckIn:
    def test_the_place_of_a_vaccine_is_pressed_on_the_baby(self, parent: Parent) -> None:
        at_the_check_in(parent)
        press_row(parent, "T-05", "when:0", "picture")
        sheet = page_of(parent).sheet
        assert sheet.body.isVisible()
        assert sheet.name.isHidden()
        assert not sheet.keep.isEnabled()
        parent.presses(area(sheet.body, "leg_l"))
        assert area(sheet.body, "leg_l").isChecked()
        parent.clock.pass_time(1)
        parent.presses(sheet.keep)
        assert vaccine_notes(parent) == ["leg_l"]
        chips = {chip.key: chip for chip in page_of(parent).rows.box.panels["T-05"].chips}
        assert chips["picture"].text() == "Baby's left thigh"
        assert chips["picture"].isChecked()
        assert chips["site:leg"].isChecked()

    def test_the_words_are_the_other_way_and_answer_on_the_map_too(self, parent: Parent) -> None:
        at_the_check_in(parent)
        press_row(parent, "T-05", "when:0", "picture")
        sheet = page_of(parent).sheet
        parent.presses(sheet.panel.chip("arm"))
        assert [button.area.key for button in sheet.body.buttons if button.isChecked()] == ["arm_l", "arm_r"]
        parent.clock.pass_time(1)
        parent.presses(sheet.keep)
        assert vaccine_notes(parent) == ["arm"]

    def test_the_part_with_a_mark_is_pressed_on_the_baby(self, parent: Parent) -> None:
        at_the_check_in(parent)
        press_row(parent, "T-04", "yes", "harmless")
        sheet = page_of(parent).sheet
        parent.presses(area(sheet.body, "tummy"))
        assert sheet.panel.chip("tummy").isChecked()
        parent.presses(sheet.body.turn)
        parent.presses(area(sheet.body, "back"))
        parent.clock.pass_time(1)
        parent.presses(sheet.keep)
        marks = {s.note for s in parent.house.known().said if (s.subject, s.answer) == ("T-04", "harmless")}
        assert marks == {"tummy", "back"}
        assert shown_tone(parent) is Tone.GO

    def test_the_keys_reach_every_part_and_enter_presses_it(self, parent: Parent) -> None:
        at_the_check_in(parent)
        press_row(parent, "T-05", "when:0", "picture")
        sheet = page_of(parent).sheet
        reached = []
        for _ in range(12):
            parent.strikes(Qt.Key.Key_Tab)
            reached.append(parent.focused())
            if parent.focused() is area(sheet.body, "arm_r"):
                parent.strikes(Qt.Key.Key_Return)
        assert set(sheet.body.buttons) <= set(reached)
        assert area(sheet.body, "arm_r").isChecked()

    @pytest.mark.parametrize(
        ("size", "room"), [((1280, 800), True), ((900, 600), True), ((800, 1280), True), ((640, 420), False)]
    )
    def test_where_there_is_no_room_the_words_do_alone(self, parent: Parent, size: tuple[int, int], room: bool) -> None:
        at_the_check_in(parent)
        assert parent.window is not None
        parent.window.setMinimumSize(1, 1)
        parent.window.resize(*size)
        press_row(parent, "T-04", "yes", "harmless")
        sheet = page_of(parent).sheet
        assert sheet.body.isVisible() is room
        inside = [sheet.name, sheet.keep, sheet.close_button, *sheet.panel.chips]
        assert all(sheet.card.rect().contains(part.geometry()) for part in inside if part.parent() is sheet.card)
        assert _apart(sheet)


def _apart(sheet: Sheet) -> bool:
    """Map, chips, field and buttons lie beside each other."""
    parts = (sheet.body, sheet.panel, sheet.name, sheet.keep, sheet.close_button)
    rects = [part.geometry() for part in parts if part.isVisible()]
    return not any(first.intersects(second) for first, second in combinations(rects, 2))


class TestSettings:
    def test_from_the_map_of_settings_to_the_figure_of_a_session(self, parent: Parent) -> None:
        parent.knows_baby()
        window = parent.opens()
        room = self._care(parent)
        card = room.entries
        card.day.step(-3)
        self._press(parent, card.site_map, "leg_l")
        assert vaccine_notes(parent) == ["leg_l"]
        assert area(card.site_map.body, "leg_l").isChecked()
        assert room.marks.sore_rows["leg_l"].title.text() == "Vaccine in the left leg"
        window.show_today()
        parent.clock.pass_time(1)
        parent.starts()
        parent.expects(SessionPage)
        kept = window.figure._painter._stills.kept_clear
        assert kept == (Place(JAB, "leg_l"),)
        assert "leg-outer" not in {planned.step.id for planned in parent.house.runner.session.steps}

    def test_pressed_again_it_is_taken_back(self, parent: Parent) -> None:
        parent.knows_baby()
        parent.opens()
        card = self._care(parent).entries
        self._press(parent, card.site_map, "arm_r")
        self._press(parent, card.site_map, "arm_r")
        assert vaccine_notes(parent) == []
        assert not area(card.site_map.body, "arm_r").isChecked()

    def test_one_side_is_well_by_itself(self, parent: Parent) -> None:
        parent.knows_baby()
        parent.opens()
        room = self._care(parent)
        for site in ("leg_l", "leg_r"):
            self._press(parent, room.entries.site_map, site)
        parent.clock.pass_time(timedelta(days=1).total_seconds())
        self._show(parent, room.marks.well["leg_l"])
        chosen = [b.area.key for b in room.entries.site_map.body.buttons if b.isChecked()]
        assert chosen == ["leg_r"]

    def test_a_mark_needs_a_name_and_is_pressed_away_on_the_map(self, parent: Parent) -> None:
        parent.knows_baby()
        parent.opens()
        card = self._care(parent).marks
        self._press(parent, card.map, "tummy")
        assert not card.parts["tummy"].isChecked()
        card.by.setText("Dr Ahmadi")
        self._press(parent, card.map, "tummy")
        assert card.parts["tummy"].isChecked()
        assert area(card.map.body, "tummy").isChecked()
        assert Place(BADSKIN, "tummy") in self._kept(parent)
        self._press(parent, card.map, "tummy")
        assert self._kept(parent) == ()

    def test_sore_skin_of_today_is_pressed_on_the_map(self, parent: Parent) -> None:
        parent.knows_baby()
        parent.opens()
        card = self._care(parent).entries
        self._press(parent, card.sore_map, "chest")
        assert card.sore["chest"].isChecked()
        assert area(card.sore_map.body, "chest").isChecked()
        self._press(parent, card.sore_map, "chest")
        assert not card.sore["chest"].isChecked()

    def test_the_keys_go_from_the_way_to_the_picture_to_its_parts(self, parent: Parent) -> None:
        parent.knows_baby()
        parent.opens()
        folded = self._care(parent).entries.site_map
        folded.open.click()
        folded.open.setFocus()
        reached = []
        for _ in folded.body.buttons:
            parent.strikes(Qt.Key.Key_Tab)
            reached.append(parent.focused())
        assert reached == folded.body.buttons

    def test_the_map_is_folded_until_it_is_wanted(self, parent: Parent) -> None:
        parent.knows_baby()
        parent.opens()
        folded = self._care(parent).entries.site_map
        assert folded.body.isHidden()
        folded.open.click()
        assert folded.body.isVisible()
        assert folded.open.text() == "Fold the picture"
        folded.open.click()
        assert folded.body.isHidden()
        assert folded.open.text() == "On a picture"

    @staticmethod
    def _care(parent: Parent) -> CareRoom:
        assert parent.window is not None
        parent.window._on_rail("settings")
        page = parent.expects(SettingsPage)
        page.open_room(page.care)
        room = page.care.room
        assert isinstance(room, CareRoom)
        return room

    @staticmethod
    def _kept(parent: Parent) -> tuple[Place, ...]:
        return places(parent.house.known().said)

    def _press(self, parent: Parent, folded: FoldedMap, key: str) -> None:
        if not folded.open.isChecked():
            folded.open.click()
        parent.clock.pass_time(1)
        self._show(parent, area(folded.body, key))

    @staticmethod
    def _show(parent: Parent, button: QAbstractButton) -> None:
        """Press what may be scrolled out of sight."""
        for _ in range(3):
            QApplication.processEvents()
        parent.presses(button)
