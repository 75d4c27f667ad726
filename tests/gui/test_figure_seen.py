"""What must be seen whatever lies over it and however large the figure is: edges of no-go areas, places, the towel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import Point
from babymassage_gui.core.kept_clear import BADSKIN, JAB, Place, zones
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.widgets.figure_art import FigureArt, folder_source
from babymassage_gui.gui.widgets.figure_layers import placing
from babymassage_gui.gui.widgets.figure_palette import Look
from babymassage_gui.gui.widgets.figure_view import FigurePainter, FigureTexts

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
SIZE = (900, 700)
MAT = QColor("#D3E7E0")
TELLING = ("leg-outer", "tummy-circle", "back-up", "face-cheek", "gym-bike", "gym-soar")


def picture(figure: FigurePainter, fraction: float = 0.5, size: tuple[int, int] = SIZE) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(MAT)
    painter = QPainter(image)
    whole = QRectF(0, 0, *size)
    figure.paint(painter, whole, whole, fraction)
    painter.end()
    return image


def painter_of(step_id: str, book: FigureBook = BOOK, side: str = "left") -> FigurePainter:
    figure = FigurePainter(book, SOURCE)
    figure.set_step(step_id, side)
    return figure


def without_areas(step_id: str) -> FigureBook:
    """The book with that step showing no no-go area."""
    step = BOOK.steps[step_id]
    bare = replace(step, parts=tuple(replace(part, shows=(), labels=()) for part in step.parts))
    return replace(BOOK, steps={**BOOK.steps, step_id: bare})


def is_red(colour: QColor) -> bool:
    """Redder than any skin or outline of a hand."""
    return colour.red() - colour.green() > 90 and colour.red() - colour.blue() > 90


def near(image: QImage, at: QPointF) -> bool:
    x, y = round(at.x()), round(at.y())
    return any(is_red(image.pixelColor(x + dx, y + dy)) for dx in (-2, 0, 2) for dy in (-2, 0, 2))


def spots(step_id: str, outline: tuple[Point, ...]) -> list[QPointF]:
    """Where an outline lies in the picture of a step's first part, pixels."""
    step = BOOK.step(step_id, "left")
    assert step is not None
    place, _scale = placing(step.parts[0], QRectF(0, 0, *SIZE))
    return [place.map(QPointF(*point)) for point in outline]


def share_red(image: QImage, points: list[QPointF]) -> float:
    return sum(near(image, point) for point in points) / len(points)


@pytest.mark.parametrize(("step_id", "zone"), [("chest-newborn", "NIPPLE_l"), ("leg-outer", "KNEE_l")])
def test_the_edge_of_an_area_that_a_hand_hovers_over_is_seen_above_it(qtbot: QtBot, step_id: str, zone: str) -> None:
    view = BOOK.views[BOOK.steps[step_id].parts[0].view]
    ring = spots(step_id, view.zone(zone).outline)
    middle = QPointF(sum(p.x() for p in ring) / len(ring), sum(p.y() for p in ring) / len(ring))
    inner = [middle + (point - middle) * 0.6 for point in ring]
    figure, bare = painter_of(step_id), painter_of(step_id, without_areas(step_id))
    hidden = 0
    for n in range(10, 90, 4):
        image = picture(figure, n / 100)
        assert share_red(image, ring) > 0.9, f"the edge is not seen at {n} %"
        hidden += share_red(image, inner) < 0.5
        assert share_red(picture(bare, n / 100), ring) < 0.2
    assert hidden, "no hand passed over it, so that nothing was tried"


@pytest.mark.parametrize("place", [Place(JAB, "arm_l"), Place(BADSKIN, "chest")])
def test_a_place_of_the_parent_is_hatched_named_and_its_edge_lies_above_the_hand(qtbot: QtBot, place: Place) -> None:
    texts = FigureTexts(no_go={"JAB": "injection site", "BADSKIN": "sore skin"}, font=QFont(), label_px=20)
    (zone,) = zones(BOOK.views["front"], (place,))
    figure = painter_of("chest-newborn", without_areas("chest-newborn"))
    figure.set_texts(texts)
    ring = spots("chest-newborn", zone.outline)
    inside = [point for point in ring if QRectF(4, 4, SIZE[0] - 8, SIZE[1] - 8).contains(point)]
    assert len(inside) > len(ring) / 3
    plain = [picture(figure, n / 10) for n in range(10)]
    figure.set_kept_clear((place,))
    kept = [picture(figure, n / 10) for n in range(10)]
    for before, after in zip(plain, kept, strict=True):
        assert share_red(after, inside) > 0.9 > 0.2 > share_red(before, inside)


def test_a_place_on_the_other_side_leaves_this_picture_as_it_is(qtbot: QtBot) -> None:
    figure = painter_of("leg-sole")
    plain = picture(figure)
    figure.set_kept_clear((Place(JAB, "arm_r"),))
    assert picture(figure) == plain


def test_a_rolled_towel_lies_behind_the_back_of_a_baby_on_its_side(qtbot: QtBot) -> None:
    art = FigureArt(SOURCE)
    towel = []
    for shown in (True, False):
        image = QImage(1000, 1000, QImage.Format.Format_RGB32)
        image.fill(MAT)
        painter = QPainter(image)
        art.draw_body(painter, "side_left", Look(), towel=shown)
        painter.end()
        towel.append(image)
    changed = [
        (x, y) for x in range(0, 1000, 8) for y in range(0, 1000, 8) if towel[0].pixel(x, y) != towel[1].pixel(x, y)
    ]
    assert max(y for _, y in changed) - min(y for _, y in changed) > 380, "it is as long as the trunk"
    spine = [x for x, _y in BOOK.views["side_left"].zone("SPINE").outline]
    across = sorted(x for x, _ in changed)
    assert across[len(across) // 2] < min(spine), "it lies behind the spine"
    assert across[-1] < max(spine), "it does not lie on the baby"


@pytest.mark.parametrize("size", [(300, 300), (300, 700), (1200, 300), (800, 1280), (3840, 2160)])
@pytest.mark.parametrize("step_id", TELLING)
def test_at_every_size_and_shape_all_of_the_step_is_in_the_picture(
    qtbot: QtBot, step_id: str, size: tuple[int, int]
) -> None:
    figure = painter_of(step_id)
    image = picture(figure, size=size)
    assert figure.faults == {}
    step = BOOK.step(step_id, "left")
    assert step is not None
    place, scale = placing(step.parts[0], QRectF(0, 0, *size))
    camera = place.mapRect(QRectF(*step.parts[0].camera))
    assert QRectF(-1, -1, size[0] + 2, size[1] + 2).contains(camera)
    assert max(camera.width() / size[0], camera.height() / size[1]) > 0.95, "it is as large as it can be"
    small = image.scaled(QSize(60, 60))
    painted = sum(small.pixelColor(x, y) != MAT for x in range(60) for y in range(60))
    assert painted > 3600 * min(0.1, scale)
