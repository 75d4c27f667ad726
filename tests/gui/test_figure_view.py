"""The figure on the screen: never a blank, never an exception, the same pixels for the same beat."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.strokes import FigureBook, Kind
from babymassage_gui.core.tracks import Track
from babymassage_gui.gui.widgets.figure_art import folder_source, resource_source
from babymassage_gui.gui.widgets.figure_marks import ribbon_width
from babymassage_gui.gui.widgets.figure_palette import SKINS, colour_roles, coloured, veil_opacity
from babymassage_gui.gui.widgets.figure_view import (
    STROKE_SHARE,
    FigurePainter,
    FigureTexts,
    FigureView,
    Motion,
    hand_place,
)

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
SIZE = (420, 300)
WHOLE = QRectF(0, 0, *SIZE)
MAT = QColor("#D3E7E0")


@pytest.fixture
def figure(qtbot: QtBot) -> FigurePainter:
    return FigurePainter(BOOK, SOURCE)


def picture(
    figure: FigurePainter, fraction: float = 0.5, *, motion: Motion = "stroke", repetition: int = 1, moving: bool = True
) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(MAT)
    painter = QPainter(image)
    figure.paint(painter, WHOLE, WHOLE, fraction, motion=motion, repetition=repetition, moving=moving)
    painter.end()
    return image


def painted_share(image: QImage) -> float:
    spots = [(x, y) for x in range(0, image.width(), 6) for y in range(0, image.height(), 6)]
    return sum(image.pixelColor(x, y) != MAT for x, y in spots) / len(spots)


@pytest.mark.parametrize("step_id", list(BOOK.steps))
def test_every_step_is_painted_without_a_fault(figure: FigurePainter, step_id: str) -> None:
    for side in ("left", "right") if BOOK.steps[step_id].sided else ("both",):
        figure.set_step(step_id, side)
        assert painted_share(picture(figure)) > 0.1
    assert figure.faults == {}


def test_an_unknown_step_gives_a_plain_figure_and_says_so(figure: FigurePainter) -> None:
    figure.set_step("handstand")
    assert painted_share(picture(figure)) > 0.1
    assert figure.faults == {"handstand": "no figure"}


def test_no_step_yet_is_no_fault(figure: FigurePainter) -> None:
    assert painted_share(picture(figure)) > 0.1
    assert figure.faults == {}


@pytest.mark.parametrize(
    "svg", [b"", b"\xff", b"<svg", b"<html></html>", b'<svg><path fill="role:moon"/></svg>', b"<svg><</svg>"]
)
def test_broken_drawings_give_plain_shapes(qtbot: QtBot, svg: bytes) -> None:
    figure = FigurePainter(BOOK, lambda _name: svg)
    figure.set_step("tummy-circle")
    assert painted_share(picture(figure)) > 0.1
    assert set(figure.faults) == {"front", "hand_tips"}


def test_missing_drawings_give_plain_shapes(qtbot: QtBot, tmp_path: Path) -> None:
    figure = FigurePainter(BOOK, folder_source(tmp_path))
    figure.set_step("leg-outer", "left")
    assert painted_share(picture(figure)) > 0.1
    assert set(figure.faults) == {"front", "hand_flat"}


def test_a_missing_resource_is_an_expected_fault(qtbot: QtBot) -> None:
    with pytest.raises(OSError, match="no-such-figure"):
        resource_source("no-such-figure")


def test_a_step_whose_view_is_missing_gives_a_plain_figure(qtbot: QtBot) -> None:
    figure = FigurePainter(FigureBook({}, dict(BOOK.steps)), SOURCE)
    figure.set_step("tummy-circle")
    assert painted_share(picture(figure)) > 0.1
    assert "tummy-circle" in figure.faults


def test_the_hand_moves_with_the_beat_and_only_with_it(figure: FigurePainter) -> None:
    figure.set_step("leg-outer", "left")
    assert picture(figure, 0.2) == picture(figure, 0.2)
    assert picture(figure, 0.2) != picture(figure, 0.6)


def test_settling_waits_at_the_start(figure: FigurePainter) -> None:
    figure.set_step("leg-outer", "left")
    assert picture(figure, 0.1, motion="settle") == picture(figure, 0.9, motion="settle")


def test_holding_pales_the_way(figure: FigurePainter) -> None:
    figure.set_step("tummy-hello")
    assert picture(figure, 0.5, motion="hold") == picture(figure, 0.1, motion="hold")
    assert picture(figure, 0.5, motion="hold") != picture(figure, 1.0)


def test_a_paused_figure_has_no_flowing_chevrons(figure: FigurePainter) -> None:
    figure.set_step("tummy-circle")
    assert picture(figure, 0.5) != picture(figure, 0.5, moving=False)


def test_left_and_right_passes_differ(figure: FigurePainter) -> None:
    figure.set_step("leg-outer", "left")
    left = picture(figure)
    figure.set_step("leg-outer", "right")
    assert picture(figure) != left


def test_reduced_motion_shows_three_positions_of_each_way(figure: FigurePainter) -> None:
    def shown(fraction: float) -> QImage:
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(MAT)
        painter = QPainter(image)
        figure.paint(painter, WHOLE, WHOLE, fraction, key_positions=True)
        painter.end()
        return image

    figure.set_step("leg-outer", "left")
    beginning, middle, end = shown(0.1), shown(0.5), shown(0.9)
    assert (shown(0.2), shown(0.6), shown(1.0)) == (beginning, middle, end)
    assert beginning != middle != end != beginning


def test_lanes_follow_the_repetition(figure: FigurePainter) -> None:
    figure.set_step("back-fan")
    assert picture(figure, repetition=1) != picture(figure, repetition=2)
    assert picture(figure, repetition=1) == picture(figure, repetition=4)


def test_theme_and_both_skins_change_the_picture(figure: FigurePainter) -> None:
    figure.set_step("tummy-hello")
    looks = [("light", "porcelain", "honey"), ("night", "porcelain", "honey"), ("light", "cocoa", "honey")]
    pictures = []
    for theme, skin, hands in [*looks, ("dark", "porcelain", "honey"), ("light", "porcelain", "cocoa")]:
        figure.set_look(theme, skin, hands)  # type: ignore[arg-type]
        pictures.append(picture(figure))
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_labels_are_words_given_from_outside_and_can_be_hidden(figure: FigurePainter) -> None:
    figure.set_step("tummy-circle")
    bare = picture(figure)
    figure.set_texts(FigureTexts("baby's right", "baby's left", {"LIVER": "under the right ribs"}, QFont(), 14, 12))
    named = picture(figure)
    figure.set_texts(FigureTexts("", "", {"LIVER": "under the right ribs"}, QFont(), 14, 12, show_labels=False))
    assert bare != named
    assert picture(figure) == bare


def test_a_step_looks_the_same_after_others_were_shown(figure: FigurePainter) -> None:
    figure.set_step("leg-outer", "left")
    before = picture(figure)
    for step_id in list(BOOK.steps)[:12]:
        figure.set_step(step_id)
        picture(figure)
    figure.set_step("leg-outer", "left")
    assert picture(figure) == before


def test_the_figure_is_painted_to_the_edges_of_the_window(figure: FigurePainter) -> None:
    figure.set_step("tummy-circle")
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(MAT)
    painter = QPainter(image)
    figure.paint(painter, QRectF(0, 0, 800, 600), QRectF(0, 0, 400, 300), 0.3)
    painter.end()
    assert any(image.pixelColor(300, y) != MAT for y in range(310, 600, 5))


def test_a_sharp_screen_gets_a_sharp_picture(figure: FigurePainter) -> None:
    figure.set_step("tummy-circle")
    image = QImage(SIZE[0] * 2, SIZE[1] * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(MAT)
    painter = QPainter(image)
    figure.paint(painter, WHOLE, WHOLE, 0.5)
    painter.end()
    image.setDevicePixelRatio(1)
    small = picture(figure)
    assert image.pixelColor(SIZE[0], SIZE[1]) != MAT
    assert image != small.scaled(image.size())


def test_the_map_numbers_the_zones_in_their_order(figure: FigurePainter) -> None:
    def shown(*zones: str) -> QImage:
        image = QImage(300, 320, QImage.Format.Format_RGB32)
        image.fill(MAT)
        painter = QPainter(image)
        figure.paint_zone_map(painter, QRectF(0, 0, 300, 320), zones)
        painter.end()
        return image

    assert shown("legs", "arms") != shown("arms", "legs")
    assert shown("legs", "back") != shown("legs")
    assert shown("legs", "moon") == shown("legs")
    assert figure.faults == {}


def test_the_turn_shows_three_figures_either_way(figure: FigurePainter) -> None:
    def shown(*, onto_tummy: bool) -> QImage:
        image = QImage(600, 200, QImage.Format.Format_RGB32)
        image.fill(MAT)
        painter = QPainter(image)
        figure.paint_turn(painter, QRectF(0, 0, 600, 200), onto_tummy=onto_tummy)
        painter.end()
        return image

    there, back = shown(onto_tummy=True), shown(onto_tummy=False)
    assert figure.faults == {}
    assert there != back
    for third in range(3):
        assert painted_share(there.copy(third * 200, 0, 200, 200)) > 0.2


def test_a_single_figure_or_head_can_be_painted(figure: FigurePainter) -> None:
    shares = []
    for name in ("front", "head", "side_left"):
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(MAT)
        painter = QPainter(image)
        figure.paint_figure(painter, QRectF(0, 0, 200, 200), name)
        painter.end()
        shares.append(painted_share(image))
    assert shares[1] > shares[0] > 0.1


@pytest.mark.parametrize(
    ("kind", "share", "place", "presence"),
    [
        (Kind.RING, 0.4, 0.4, 1.0),
        (Kind.GLIDE, 0.0, 0.0, 0.0),
        (Kind.GLIDE, STROKE_SHARE, 1.0, 1.0),
        (Kind.GLIDE, 1.0, 1.0, 0.0),
    ],
)
def test_an_open_stroke_lifts_and_comes_back(kind: Kind, share: float, place: float, presence: float) -> None:
    assert hand_place(kind, share) == pytest.approx((place, presence))


def test_the_right_foot_is_the_left_one_turned_over(figure: FigurePainter) -> None:
    figure.set_step("leg-sole", "left")
    left = picture(figure).flipped(Qt.Orientation.Horizontal)
    figure.set_step("leg-sole", "right")
    right = picture(figure)
    spots = [(x, y) for x in range(0, SIZE[0], 5) for y in range(0, SIZE[1], 5)]
    apart = [abs(left.pixelColor(*spot).lightness() - right.pixelColor(*spot).lightness()) for spot in spots]
    assert sum(difference > 24 for difference in apart) < 0.02 * len(spots)


def test_the_limb_of_a_close_up_fades_out(figure: FigurePainter) -> None:
    figure.set_step("leg-foot-rub", "left")
    image = picture(figure, 0.0)
    edge = [image.pixelColor(SIZE[0] // 2, y) for y in (0, SIZE[1] // 2)]
    assert edge[0] == MAT
    assert edge[1] != MAT


def test_a_way_is_wider_in_a_close_up_and_a_thread_where_it_coils() -> None:
    line = Track(((0.0, 0.0), (400.0, 0.0)), (False, False), closed=False, length=400)
    assert ribbon_width(line, 0.7, close=True) > ribbon_width(line, 0.7)
    assert ribbon_width(line, 0.7) > ribbon_width(line, 0.7, curl=20) > ribbon_width(line, 0.7, curl=8)


def test_night_gives_off_less_light_than_day() -> None:
    for skin in SKINS:
        day, night = (QColor(colour_roles(theme, skin)["skin"]) for theme in ("light", "night"))
        assert night.lightness() < day.lightness()
        assert night.blue() < night.green() < night.red()


def test_an_unknown_skin_gives_the_first_one() -> None:
    assert colour_roles("light", "plaid") == colour_roles("light", "porcelain")


def test_the_veil_is_thinner_on_dark_skin_and_at_night() -> None:
    assert veil_opacity("light", "porcelain") > veil_opacity("light", "cocoa") > veil_opacity("night", "porcelain")


def test_an_unknown_role_is_a_fault() -> None:
    with pytest.raises(KeyError):
        coloured(b'<svg fill="role:moon"/>', colour_roles("light", "honey"))


def test_the_widget_paints_what_it_is_told(qtbot: QtBot, figure: FigurePainter) -> None:
    view = FigureView(figure)
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.set_step("tummy-circle")
    view.set_beat(0.2)
    first = view.grab().toImage()
    view.set_beat(0.2)
    assert view.grab().toImage() == first
    view.set_beat(0.7)
    assert view.grab().toImage() != first
    view.set_free_area(QRectF(QPointF(0, 0), QPointF(200, 200)))
    assert view.grab().toImage() != first
