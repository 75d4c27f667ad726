"""Limbs on the screen: blended between their poses, the right one the twin of the left, few pictures kept."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.poses import Move, Pose
from babymassage_gui.gui.widgets.figure_art import FigureArt, folder_source
from babymassage_gui.gui.widgets.figure_blend import blended, poses_of
from babymassage_gui.gui.widgets.figure_limbs import STEPS, LimbPictures, lying_still
from babymassage_gui.gui.widgets.figure_palette import Look
from babymassage_gui.gui.widgets.figure_view import FigurePainter

BOOK = load_figures().book
FOLDER = Path(__file__).parents[2] / "assets" / "figures"
SOURCE = folder_source(FOLDER)
SMALL = (
    '<svg><defs/>\n<g class="key">\n<path d="M0 0c10 -4 1.5 2 3 4Z"/>\n</g>\n'
    '<g class="key">\n<path d="M10 8c20 4 2.5 2 3 -4Z"/>\n</g>\n</svg>'
)
SIDE = 500
PLACE = QTransform.fromScale(SIDE / 1000, SIDE / 1000)
MAT = QColor("#D3E7E0")


def drawn(pictures: LimbPictures, *poses: Pose, shows: tuple[str, ...] = ()) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(MAT)
    painter = QPainter(image)
    pictures.draw(painter, poses, shows, Look(), PLACE, 1.0)
    painter.end()
    return image


@pytest.fixture
def pictures(qtbot: QtBot) -> LimbPictures:
    return LimbPictures(FigureArt(SOURCE), BOOK.limbs)


def test_numbers_are_blended_and_nothing_else() -> None:
    poses = poses_of(SMALL)
    assert b'd="M5.00 4.00c15.00 0.00 2.00 2.00 3.00 0.00Z"' in blended(poses, 0, 0.5)
    assert b'd="M0.00 0.00c10.00 -4.00' in blended(poses, 0, 0.0)
    assert blended(poses, 0, 1.0).startswith(b"<svg><defs/>")


@pytest.mark.parametrize("svg", ["<svg></svg>", SMALL.replace("M10 8c", "M10 8l"), SMALL.replace('"M10 8c', '"M8c')])
def test_what_is_not_the_poses_of_a_limb_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match="poses"):
        poses_of(svg)


@pytest.mark.parametrize("name", sorted(BOOK.limbs))
def test_the_drawing_of_a_limb_has_the_poses_that_the_content_names(name: str) -> None:
    poses = poses_of((FOLDER / f"pose_{name}.svg").read_text(encoding="utf-8"))
    assert len(poses.numbers) == len(BOOK.limbs[name].keys)


@pytest.mark.parametrize("at", [0.0, 0.37, 1.0])
def test_the_drawing_lies_where_its_bones_are(pictures: LimbPictures, at: float) -> None:
    image = drawn(pictures, Pose("leg", "left", at))
    for joints in BOOK.limbs["leg"].bones(at).values():
        for x, y, _radius in joints[1:-1]:
            assert image.pixelColor(round(x * SIDE / 1000), round(y * SIDE / 1000)).red() > MAT.red()


def test_the_right_limb_is_the_left_one_turned_over(pictures: LimbPictures) -> None:
    left, right = (drawn(pictures, Pose("leg", side, 0.6)) for side in ("left", "right"))
    spots = [(x, y) for x in range(0, SIDE, 7) for y in range(0, SIDE, 7)]
    other = [right.pixelColor(SIDE - 1 - x, y) for x, y in spots]
    assert [left.pixelColor(x, y) for x, y in spots] == other
    assert left != right


def test_a_sway_moves_the_foot_and_not_the_hip(pictures: LimbPictures) -> None:
    def colours(sway: float, y: int) -> list[QColor]:
        image = drawn(pictures, Pose("leg", "left", 0.3, sway))
        return [image.pixelColor(x, y) for x in range(0, SIDE, 4)]

    assert colours(8, 440) != colours(-8, 440)


def test_only_the_no_go_areas_of_the_part_are_drawn(pictures: LimbPictures) -> None:
    pose = Pose("leg", "left", 0.4)
    assert drawn(pictures, pose, shows=("KNEE",)) != drawn(pictures, pose)
    assert drawn(pictures, pose, shows=("LIVER",)) == drawn(pictures, pose)


def test_an_area_of_the_thigh_is_not_drawn_on_the_shin_above_it(pictures: LimbPictures) -> None:
    shin = BOOK.limbs["leg"].bones(1.0)["shin"]
    x, y = round(shin[1][0] * SIDE / 1000), round(shin[1][1] * SIDE / 1000)
    with_zone, without = (drawn(pictures, Pose("leg", "left", 1.0), shows=codes) for codes in (("INTHIGH",), ()))
    assert with_zone.pixelColor(x, y) == without.pixelColor(x, y)


def test_a_way_there_and_back_keeps_one_picture_a_step(pictures: LimbPictures) -> None:
    for i in [*range(200), *range(200, 0, -1)]:
        drawn(pictures, Pose("leg", "left", i / 200), Pose("leg", "right", i / 200))
    assert len(pictures._kept) == STEPS + 1
    pictures.forget()
    assert not pictures._kept


@pytest.mark.parametrize("svg", [b"", b"\xff", b"<svg></svg>", SMALL.replace("M10", "L10").encode()])
def test_a_broken_limb_is_plain_but_there_and_named(qtbot: QtBot, svg: bytes) -> None:
    art = FigureArt(lambda name: svg if name == "pose_leg" else SOURCE(name))
    image = drawn(LimbPictures(art, BOOK.limbs), Pose("leg", "left", 0.2))
    x, y, _ = BOOK.limbs["leg"].bones(0.2)["shin"][1]
    assert image.pixelColor(round(x * SIDE / 1000), round(y * SIDE / 1000)) != MAT
    assert list(art.faults) == ["pose_leg"]


def test_what_lies_still_below_is_painted_with_the_body() -> None:
    arms = (Move("arm", "right", 0, 0), Move("arm", "left", 0, 0))
    legs = (Move("leg", "right", 0.1, 0.1), Move("leg", "left", 0.1, 0.8))
    assert lying_still(arms + legs) == arms
    assert lying_still(legs) == ()
    assert lying_still((*legs, *arms)) == ()


def painted(figure: FigurePainter, fraction: float, repetition: int = 1, *, key_positions: bool = False) -> QImage:
    image = QImage(450, 350, QImage.Format.Format_RGB32)
    image.fill(MAT)
    painter = QPainter(image)
    whole = QRectF(image.rect())
    figure.paint(painter, whole, whole, fraction, repetition=repetition, key_positions=key_positions, moving=False)
    painter.end()
    return image


@pytest.mark.parametrize("step", [s for s, figure in BOOK.steps.items() if figure.parts[0].moves])
def test_a_passive_move_goes_on_from_beginning_to_end(qtbot: QtBot, step: str) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    figure.set_step(step, "left" if BOOK.steps[step].sided else "both")
    pictures = [painted(figure, fraction) for fraction in (0.04, 0.12, 0.18)]
    assert pictures[0] != pictures[1] != pictures[2]
    assert figure.faults == {}


def test_reduced_motion_shows_the_key_positions_of_a_move(qtbot: QtBot) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    figure.set_step("gym-knees")
    shown = [painted(figure, i / 30, key_positions=True) for i in range(30)]
    assert sum(a != b for a, b in pairwise(shown)) == 2
