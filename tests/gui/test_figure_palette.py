"""The parent's hand is told from the baby in every pair of skins, in every theme; palms and soles are paler."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.theme import contrast
from babymassage_gui.gui.widgets.figure_art import FigureArt, folder_source
from babymassage_gui.gui.widgets.figure_palette import (
    LEAST_EDGE,
    PALM_FIGURES,
    PALMS,
    SKINS,
    Look,
    Theme,
    colour_roles,
    edge_contrast,
    hand_roles,
)

FOLDER = Path(__file__).parents[2] / "assets" / "figures"
THEMES: tuple[Theme, ...] = ("light", "dark", "night")
LOOKS = [Look(theme, skin, hands) for theme, skin, hands in product(THEMES, SKINS, SKINS)]


def name_of(look: Look) -> str:
    return f"{look.theme} {look.skin} {look.hands}"


@pytest.mark.parametrize("palm", [False, True])
@pytest.mark.parametrize("look", LOOKS, ids=name_of)
def test_the_edge_of_a_hand_is_plain_on_every_body(look: Look, palm: bool) -> None:
    hand = hand_roles(look.theme, look.skin, look.hands, palm=palm)
    for body in (colour_roles(look.theme, look.skin), colour_roles(look.theme, look.skin, palm=True)):
        assert edge_contrast(hand["line"], hand["halo"], body) >= LEAST_EDGE


@pytest.mark.parametrize("look", LOOKS, ids=name_of)
def test_so_is_the_edge_of_hands_that_are_drawn_with_the_baby(look: Look) -> None:
    roles = colour_roles(look.theme, look.skin, look.hands)
    assert edge_contrast(roles["handline"], roles["halo"], roles) >= LEAST_EDGE


def test_the_line_of_a_skin_by_itself_would_not_do() -> None:
    body, hand = colour_roles("light", "honey"), colour_roles("light", "porcelain")
    assert edge_contrast(hand["line"], hand["halo"], body) < LEAST_EDGE
    assert hand_roles("light", "honey", "porcelain")["line"] != hand["line"]


def test_where_the_line_of_a_skin_does_it_stays() -> None:
    assert hand_roles("light", "porcelain", "cocoa")["line"] == SKINS["cocoa"]["line"]


@pytest.mark.parametrize("look", LOOKS, ids=name_of)
def test_a_hand_is_told_from_its_own_line(look: Look) -> None:
    hand = hand_roles(look.theme, look.skin, look.hands)
    assert contrast(hand["line"], hand["skin"]) >= 1.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("skin", PALMS)
def test_palms_and_soles_of_dark_skin_are_paler_and_still_darker_than_the_next_skin(theme: Theme, skin: str) -> None:
    body, palm = colour_roles(theme, skin), colour_roles(theme, skin, palm=True)
    for role in ("skin", "lit", "shade", "deep", "line"):
        assert contrast(palm[role], "#000000") > contrast(body[role], "#000000")
    paler = {"amber": "honey", "cocoa": "amber"}[skin]
    assert contrast(palm["skin"], "#000000") < contrast(colour_roles(theme, paler)["skin"], "#000000") * 1.35


@pytest.mark.parametrize("figure", sorted(PALM_FIGURES))
def test_a_drawing_of_a_palm_or_a_sole_is_in_the_program_and_has_its_colours(qtbot: QtBot, figure: str) -> None:
    def painted(skin: str) -> QImage:
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(0.1, 0.1)
        FigureArt(folder_source(FOLDER)).draw_body(painter, figure, Look("light", skin))
        painter.end()
        return image

    assert (FOLDER / f"{figure}.svg").is_file()
    shown = painted("cocoa")
    wanted = colour_roles("light", "cocoa", palm=True)["skin"]
    if figure.startswith("close_"):
        near = [
            contrast(shown.pixelColor(x, y).name(), wanted) < 1.15 for x in range(20, 80, 3) for y in range(20, 80, 3)
        ]
        assert sum(near) > 20
