"""The inset map: it frames what the large picture shows, keeps clear of the words, and is small."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPixmap
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.strokes import Part
from babymassage_gui.gui.widgets.figure_art import FigureArt, folder_source
from babymassage_gui.gui.widgets.figure_eyes import eyes_box
from babymassage_gui.gui.widgets.figure_inset import LEAST_AREA, MOST_BYTES, corner, frame_of, with_inset
from babymassage_gui.gui.widgets.figure_layers import Frame, LayerMaker, Still, placing
from babymassage_gui.gui.widgets.figure_palette import Look, colour_roles
from babymassage_gui.gui.widgets.figure_pieces import Piece, at_once
from babymassage_gui.gui.widgets.figure_words import FigureTexts

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
FREE = QRectF(0, 0, 900, 700)
WORDS = FigureTexts("baby's right", "baby's left", {"LIVER": "under the right ribs"}, QFont(), 24, 22)
FRONT = BOOK.views["front"]


def stills(
    step_id: str, side: str = "both", free: QRectF = FREE, dpr: float = 1.0, look: Look | None = None
) -> tuple[Still, Still]:
    """Of the step's first part: without the map, and as it is painted."""
    step = BOOK.step(step_id, side)
    assert step is not None
    art, part, frame = FigureArt(SOURCE), step.parts[0], Frame(free, free, dpr)
    look = look or Look()
    bare = at_once(LayerMaker(BOOK, art, look, WORDS).still(step, part, side, frame))
    return bare, with_inset(bare, part, BOOK.views[part.view], frame, art, look)


def inset(
    step_id: str, side: str = "both", free: QRectF = FREE, dpr: float = 1.0, look: Look | None = None
) -> Piece | None:
    bare, whole = stills(step_id, side, free, dpr, look)
    assert whole.labels[: len(bare.labels)] == bare.labels
    return whole.labels[-1] if len(whole.labels) > len(bare.labels) else None


def framed(map_: Piece, look: Look | None = None) -> QRectF:
    """The box of the frame's colour on the map, as shares of the map."""
    look, image = look or Look(), map_.picture.toImage()
    wanted = QColor(colour_roles(look.theme, look.skin)["path"])
    spots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).rgb() == wanted.rgb()
    ]
    assert spots
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    right, bottom = max(x for x, _ in spots), max(y for _, y in spots)
    width, height = image.width(), image.height()
    return QRectF(left / width, top / height, (right - left) / width, (bottom - top) / height)


def part_with(camera: tuple[float, float, float, float]) -> Part:
    return Part("front", camera)


def test_a_picture_of_most_of_the_baby_has_no_map(qtbot: QtBot) -> None:
    assert inset("open-ask") is None
    assert inset("tummy-circle") is not None


def test_the_share_of_the_body_that_is_seen_decides() -> None:
    for height, wanted in ((620.0, False), (540.0, True)):
        place, _scale = placing(part_with((0, 44, 1000, height)), QRectF(0, 0, 1000, height))
        assert (frame_of(FRONT, place, QRectF(0, 0, 1000, height)) is not None) is wanted


@pytest.mark.parametrize(("size", "wanted"), [(LEAST_AREA - 1, False), (LEAST_AREA, True)])
def test_a_small_area_has_no_map(size: float, wanted: bool) -> None:
    assert (corner(QRectF(0, 0, 900, size), [], 1.0) is not None) is wanted


def test_the_frame_is_where_the_part_is(qtbot: QtBot) -> None:
    for side, left in (("left", True), ("right", False)):
        maps = [inset(step, side) for step in ("leg-outer", "leg-sole", "arm-hand")]
        assert None not in maps
        leg, foot, hand = (framed(each) for each in maps if each is not None)
        for box in (leg, foot, hand):
            assert (box.center().x() > 0.5) is left
        assert foot.top() > 0.75 > hand.bottom()
        assert foot.width() < leg.width()


def test_what_the_frame_holds_is_what_the_picture_shows() -> None:
    part = part_with((170, 290, 660, 470))
    place, _scale = placing(part, FREE)
    frame = frame_of(FRONT, place, FREE)
    assert frame is not None
    assert frame.contains(QRectF(170, 290, 660, 470))
    assert place.mapRect(frame).adjusted(1, 1, -1, -1).intersected(FREE) == place.mapRect(frame).adjusted(1, 1, -1, -1)


@pytest.mark.parametrize("step_id", list(BOOK.steps))
def test_no_map_lies_on_words_pills_or_the_place_that_is_massaged(qtbot: QtBot, step_id: str) -> None:
    for side in ("left", "right") if BOOK.steps[step_id].sided else ("both",):
        bare, whole = stills(step_id, side)
        if len(whole.labels) == len(bare.labels):
            continue
        box = QRectF(whole.labels[-1].at, whole.labels[-1].picture.deviceIndependentSize())
        assert FREE.contains(box)
        assert not any(box.intersects(QRectF(one.at, one.picture.deviceIndependentSize())) for one in bare.labels)


@pytest.mark.parametrize("side", ["left", "right"])
def test_no_map_lies_on_the_face(qtbot: QtBot, side: str) -> None:
    step = BOOK.step("arm-outer", side)
    assert step is not None
    map_ = inset("arm-outer", side)
    assert map_ is not None
    place, _scale = placing(step.parts[0], FREE)
    face = place.mapRect(eyes_box(BOOK.views["front_down"].eyes))
    assert FREE.intersects(face)
    assert not face.intersects(QRectF(map_.at, map_.picture.deviceIndependentSize()))


def test_where_every_corner_is_taken_there_is_no_map() -> None:
    corners = [QRectF(x, y, 60, 60) for x in (0, 840) for y in (0, 640)]
    assert corner(FREE, corners, 1.0) is None
    assert corner(FREE, corners[1:], 1.0) is not None


def test_of_the_free_corners_the_map_takes_one_on_the_mat() -> None:
    body = QPainterPath()
    body.addRect(QRectF(450, 0, 450, 700))
    on_the_mat, as_ever = corner(FREE, [], 1.0, [body]), corner(FREE, [], 1.0)
    assert on_the_mat is not None
    assert as_ever is not None
    assert on_the_mat.right() < 450 < as_ever.left()


@pytest.mark.parametrize("side", ["left", "right"])
def test_beside_a_leg_the_map_lies_on_the_mat(qtbot: QtBot, side: str) -> None:
    map_ = inset("leg-outer", side)
    assert map_ is not None
    assert (map_.at.x() > FREE.center().x()) is (side == "left")


@pytest.mark.parametrize(("free", "dpr"), [(FREE, 1.0), (FREE, 2.0), (QRectF(0, 0, 3840, 2160), 1.0)])
def test_the_map_takes_little_memory(qtbot: QtBot, free: QRectF, dpr: float) -> None:
    map_ = inset("tummy-circle", free=free, dpr=dpr)
    assert map_ is not None
    assert map_.picture.width() * map_.picture.height() * 4 <= MOST_BYTES


@pytest.mark.parametrize("theme", ["light", "dark", "night"])
def test_the_map_has_the_colours_of_the_theme(qtbot: QtBot, theme: str) -> None:
    look = Look(theme, "cocoa")  # type: ignore[arg-type]
    map_ = inset("tummy-circle", look=look)
    assert map_ is not None
    assert 0.3 < framed(map_, look).center().x() < 0.7
    image = QImage(map_.picture.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, map_.picture)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert colour_roles(theme, "cocoa")["skin"].lower() in colours


def test_a_drawing_that_is_missing_gives_a_map_of_plain_shapes_and_is_noted(qtbot: QtBot, tmp_path: Path) -> None:
    step = BOOK.step("leg-sole", "left")
    assert step is not None
    art, part, frame = FigureArt(folder_source(tmp_path)), step.parts[0], Frame(FREE, FREE, 1.0)
    whole = with_inset(Still((Piece(QPixmap(1, 1), QPointF()),), ()), part, BOOK.views[part.view], frame, art, Look())
    assert len(whole.labels) == 1
    assert "front" in art.faults
