"""The baby whose parts can be pressed: real buttons that lie apart and say where, and what the session makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.body_places import BodyPlaces, keys_of
from babymassage_gui.gui.pages.care_words import CareWords
from babymassage_gui.gui.pages.check_in_view import MARKED_PARTS
from babymassage_gui.gui.pages.settings_body import FoldedMap
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.body_map import AreaButton, BodyMap, BodySide, least
from babymassage_gui.gui.widgets.themed import apply_theme

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
        assert body.turn.accessibleName() == "Turn over: the back"
        qtbot.mouseClick(body.turn, Qt.MouseButton.LeftButton)
        back = set(keys(body).values())
        assert back == {"back", "head"}
        assert front | back == set(MARKED_PARTS)
        assert front.isdisjoint(back)
        assert body.turn.accessibleName() == "Turn over: the front"

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

    def test_asked_something_else_it_is_drawn_as_if_it_was_the_first_question(self, qtbot: QtBot) -> None:
        first, second = shown(qtbot, parts()), shown(qtbot, sites())
        second.grab()
        second.show_body(parts(), Skin.HONEY)
        second.setFixedHeight(460)
        second.resize(460, 460)
        assert second.grab().toImage() == first.grab().toImage()

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
