"""Ghosts show where a stroking hand has been; nothing else has any."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.strokes import Kind
from babymassage_gui.gui.widgets import figure_ghosts
from babymassage_gui.gui.widgets.figure_art import FigureArt, folder_source
from babymassage_gui.gui.widgets.figure_ghosts import BEHIND, Ghosts, ghost_places
from babymassage_gui.gui.widgets.figure_motion import STROKE_SHARE
from babymassage_gui.gui.widgets.figure_palette import Look
from babymassage_gui.gui.widgets.figure_view import FigurePainter, Motion

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
SIZE = (640, 480)
WHOLE = QRectF(0, 0, *SIZE)


@pytest.fixture
def figure(qtbot: QtBot) -> FigurePainter:
    return FigurePainter(BOOK, SOURCE)


def picture(
    figure: FigurePainter,
    fraction: float = 0.6,
    *,
    motion: Motion = "stroke",
    moving: bool = True,
    key_positions: bool = False,
) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#D3E7E0"))
    painter = QPainter(image)
    figure.paint(painter, WHOLE, WHOLE, fraction, motion=motion, moving=moving, key_positions=key_positions)
    painter.end()
    return image


def changed(one: QImage, other: QImage) -> list[tuple[int, int]]:
    return [(x, y) for x in range(0, SIZE[0], 3) for y in range(0, SIZE[1], 3) if one.pixel(x, y) != other.pixel(x, y)]


def ghostly(
    figure: FigurePainter, monkeypatch: pytest.MonkeyPatch, fraction: float = 0.6, *, motion: Motion = "stroke",
    moving: bool = True, key_positions: bool = False,
) -> list[tuple[int, int]]:  # fmt: skip
    """The pixels that ghosts change."""
    whole = picture(figure, fraction, motion=motion, moving=moving, key_positions=key_positions)
    with monkeypatch.context() as patched:
        patched.setattr(figure_ghosts, "has_ghosts", lambda _one: False)
        return changed(whole, picture(figure, fraction, motion=motion, moving=moving, key_positions=key_positions))


def test_a_stroke_has_its_ghosts_behind_the_hand(figure: FigurePainter, monkeypatch: pytest.MonkeyPatch) -> None:
    figure.set_step("arm-down", "left")
    step = BOOK.step("arm-down", "left")
    assert step is not None
    outward = ghostly(figure, monkeypatch)
    assert len(outward) > 50
    figure.set_step("arm-newborn", "left")
    inward = ghostly(figure, monkeypatch)
    assert len(inward) > 50
    assert sum(x for x, _ in outward) / len(outward) < sum(x for x, _ in inward) / len(inward)


@pytest.mark.parametrize(
    "step_id",
    ["open-rest", "arm-palm-rub", "arm-rub", "gym-knees", "gym-sit", "face-chin", "arm-hand", "back-shoulders"],
)
def test_holds_rubbing_moves_small_rings_and_close_ups_have_none(
    figure: FigurePainter, monkeypatch: pytest.MonkeyPatch, step_id: str
) -> None:
    for side in ("left", "right") if BOOK.steps[step_id].sided else ("both",):
        figure.set_step(step_id, side)
        assert not any(ghostly(figure, monkeypatch, fraction) for fraction in (0.1, 0.4, 0.7, 0.95))


def test_there_are_none_while_nothing_moves(figure: FigurePainter, monkeypatch: pytest.MonkeyPatch) -> None:
    figure.set_step("arm-down", "left")
    assert ghostly(figure, monkeypatch)
    assert not ghostly(figure, monkeypatch, moving=False)
    assert not ghostly(figure, monkeypatch, key_positions=True)
    assert not ghostly(figure, monkeypatch, motion="settle")
    assert not ghostly(figure, monkeypatch, motion="hold")
    assert not ghostly(figure, monkeypatch, 0.0)


def test_the_night_has_none(figure: FigurePainter, monkeypatch: pytest.MonkeyPatch) -> None:
    figure.set_step("arm-down", "left")
    figure.set_look("dark", "honey", "honey")
    assert ghostly(figure, monkeypatch)
    figure.set_look("night", "honey", "honey")
    assert not ghostly(figure, monkeypatch)


def test_a_ring_has_been_round_before(figure: FigurePainter, monkeypatch: pytest.MonkeyPatch) -> None:
    figure.set_step("tummy-circle")
    assert ghostly(figure, monkeypatch, 0.02)
    assert ghost_places(Kind.RING, 0.1)[0][0] == pytest.approx(0.8)


def test_ghosts_keep_their_distance_and_pale_with_it() -> None:
    (far, pale), (near, plain) = ghost_places(Kind.RING, 0.6)
    assert far == pytest.approx(0.30)
    assert near == pytest.approx(0.45)
    assert pale < plain
    assert [behind for behind, _opacity in BEHIND] == [0.30, 0.15]


def test_on_an_open_way_they_come_after_its_start_and_go_with_the_hand() -> None:
    assert ghost_places(Kind.GLIDE, 0.1) == []
    assert len(ghost_places(Kind.GLIDE, 0.2)) == 1
    at_end = ghost_places(Kind.GLIDE, STROKE_SHARE)
    assert all(opacity > 0.3 for _at, opacity in at_end)
    assert all(opacity == pytest.approx(0) for _at, opacity in ghost_places(Kind.GLIDE, 1.0))


@pytest.mark.parametrize("scale", [0.3, 1.0, 3.0])
def test_an_outline_is_drawn_once_shows_no_forearm_and_takes_little_memory(qtbot: QtBot, scale: float) -> None:
    ghosts = Ghosts(FigureArt(SOURCE))
    outline = ghosts._outline("flat", Look(), scale, 1.0)
    assert ghosts._outline("flat", Look(), scale, 1.0) is outline
    assert outline.box.bottom() < 30
    assert outline.box.height() > 180
    assert outline.picture.width() * outline.picture.height() * 4 < 150_000
    ghosts.forget()
    assert ghosts._outline("flat", Look(), scale, 1.0) is not outline


def test_an_outline_is_pale_inside_and_dark_at_its_edge(qtbot: QtBot) -> None:
    image = Ghosts(FigureArt(SOURCE))._outline("flat", Look(), 0.6, 1.0).picture.toImage()
    row = [image.pixelColor(x, image.height() // 2).alpha() for x in range(image.width())]
    inside = [alpha for alpha in row if 30 < alpha < 80]
    assert max(row) > 240
    assert len(inside) > len(row) / 3
