"""The baby whose parts can be pressed: real buttons that lie apart and say where, and what the session makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.kept_clear import BADSKIN, JAB, Place
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.body_places import BodyPlaces, keys_of
from babymassage_gui.gui.pages.care_words import CareWords
from babymassage_gui.gui.pages.check_in_sheet import Sheet
from babymassage_gui.gui.pages.check_in_view import MARKED_PARTS, Tone
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.settings_body import FoldedMap
from babymassage_gui.gui.pages.settings_care import CareRoom
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.body_map import AreaButton, BodyMap, BodySide, least
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.fakes.clock import FakeClock
from tests.gui.check_in_visit import at_the_check_in, page_of, press_row, shown_tone
from tests.gui.parent import Parent

VIEWS = load_figures().book.views


def sites() -> tuple[BodySide, ...]:
    return BodyPlaces().sites(VIEWS)


def parts() -> tuple[BodySide, ...]:
    words = CareWords()
    return BodyPlaces().parts(VIEWS, {part: words.part(part) for part in MARKED_PARTS})


def shown(qtbot: QtBot, sides: tuple[BodySide, ...], size: int = 460, theme: Theme | None = None) -> BodyMap:
    body = BodyMap(theme or Theme())
    qtbot.addWidget(body)
    body.show_body(sides, Skin.HONEY)
    body.setFixedHeight(size)
    body.resize(size, size)
    body.show()
    return body


def area(body: BodyMap, key: str) -> AreaButton:
    return next(button for button in body.buttons if button.area.key == key)


def keys(body: BodyMap) -> Mapping[str, str]:
    return {button.accessibleName(): button.area.key for button in body.buttons}


class TestMap:
    def test_a_vaccine_has_four_places_each_with_its_side(self, qtbot: QtBot) -> None:
        assert keys(shown(qtbot, sites())) == {
            "Baby's left thigh": "leg_l",
            "Baby's right thigh": "leg_r",
            "Baby's left upper arm": "arm_l",
            "Baby's right upper arm": "arm_r",
        }

    def test_the_baby_s_left_is_picture_right_from_the_front_and_picture_left_from_behind(self, qtbot: QtBot) -> None:
        body = shown(qtbot, sites())
        assert area(body, "leg_l").geometry().center().x() > body.width() / 2 > area(body, "leg_r").x()
        back = shown(qtbot, parts())
        qtbot.mouseClick(back.turn, Qt.MouseButton.LeftButton)
        named = {button.accessibleName(): button.geometry().center().x() for button in back.buttons}
        assert named["Back, on the baby's left"] < back.width() / 2 < named["Back, on the baby's right"]

    def test_all_parts_of_the_words_can_be_pressed_on_one_side_or_the_other(self, qtbot: QtBot) -> None:
        body = shown(qtbot, parts())
        front = set(keys(body).values())
        assert body.turn.text() == "Turn over: the back"
        qtbot.mouseClick(body.turn, Qt.MouseButton.LeftButton)
        back = set(keys(body).values())
        assert back == {"back", "head"}
        assert front | back == set(MARKED_PARTS)
        assert front.isdisjoint(back)
        assert body.turn.text() == "Turn over: the front"

    @pytest.mark.parametrize("larger", [0, 60, 400])
    @pytest.mark.parametrize("sides", [sites, parts])
    def test_every_part_is_large_enough_for_a_finger_and_lies_over_no_other(
        self, qtbot: QtBot, larger: int, sides: Callable[[], tuple[BodySide, ...]]
    ) -> None:
        body = shown(qtbot, sides(), least(sides()) + larger)
        for _ in sides():
            rects = [button.geometry() for button in body.buttons]
            assert all(min(rect.width(), rect.height()) >= 44 and body.rect().contains(rect) for rect in rects)
            assert not [pair for pair in combinations(rects, 2) if pair[0].intersects(pair[1])]
            assert not any(body.turn.isVisible() and rect.intersects(body.turn.geometry()) for rect in rects)
            body.turn.click()

    def test_a_press_is_told_and_changes_nothing_by_itself(self, qtbot: QtBot) -> None:
        body = shown(qtbot, sites())
        with qtbot.waitSignal(body.pressed) as told:
            qtbot.mouseClick(area(body, "arm_r"), Qt.MouseButton.LeftButton)
        assert told.args == ["arm_r"]
        assert not area(body, "arm_r").isChecked()
        body.show_chosen(["arm_r"])
        assert area(body, "arm_r").isChecked()
        assert not area(body, "arm_l").isChecked()

    def test_left_and_right_of_a_part_are_chosen_together_as_they_are_kept_clear_together(self, qtbot: QtBot) -> None:
        body = shown(qtbot, parts())
        body.show_chosen(["legs"])
        assert sum(button.isChecked() for button in body.buttons) == 2

    def test_what_is_chosen_is_seen(self, qtbot: QtBot) -> None:
        body = shown(qtbot, sites())
        plain = body.grab().toImage()
        body.show_chosen(["leg_l"])
        changed = _changed(plain, body.grab().toImage())
        assert changed
        middle = area(body, "leg_l").geometry().center()
        assert max(abs(x - middle.x()) + abs(y - middle.y()) for x, y in changed) < 60

    @pytest.mark.parametrize("theme", list(ThemeName))
    def test_it_has_the_look_of_the_page(self, qtbot: QtBot, theme: ThemeName) -> None:
        body = shown(qtbot, sites())
        plain = body.grab().toImage()
        apply_theme(body, Theme(theme))
        assert (body.grab().toImage() == plain) is (theme is Theme().name)

    def test_another_skin_is_drawn_and_what_is_chosen_stays(self, qtbot: QtBot) -> None:
        body = shown(qtbot, sites())
        plain = body.grab().toImage()
        body.show_body(sites(), Skin.COCOA, ["leg_l"])
        assert body.grab().toImage() != plain
        assert area(body, "leg_l").isChecked()

    def test_without_figures_there_is_no_map(self, qtbot: QtBot) -> None:
        assert BodyPlaces().sites({}) == ()
        assert BodyPlaces().parts({"front": VIEWS["front"]}, {"legs": "Legs"}) == ()
        empty = shown(qtbot, ())
        assert empty.side is None
        empty.grab()
        folded = FoldedMap(Theme(), "Press")
        qtbot.addWidget(folded)
        folded.show()
        folded.show_body((), Skin.HONEY, ())
        assert folded.isHidden()

    def test_a_limb_without_a_side_stands_for_both(self) -> None:
        assert keys_of(["leg", "arm_r", ""]) == {"leg_l", "leg_r", "arm_r", ""}


def _changed(first: QImage, second: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(0, first.width(), 2)
        for y in range(0, first.height(), 2)
        if first.pixel(x, y) != second.pixel(x, y)
    ]


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
        from babymassage_gui.core.kept_clear import places

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
