"""The next picture is ready before it is shown: drawn in slices, and the same as when it is drawn at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import turning
from babymassage_gui.core.strokes import Kind
from babymassage_gui.core.table import TableSide, degrees_for
from babymassage_gui.core.tracks import stroking, track
from babymassage_gui.gui.widgets import figure_art, figure_limbs, figure_pieces
from babymassage_gui.gui.widgets.figure_art import folder_source
from babymassage_gui.gui.widgets.figure_layers import placing
from babymassage_gui.gui.widgets.figure_pieces import Folded, around
from babymassage_gui.gui.widgets.figure_view import FigurePainter
from babymassage_gui.gui.widgets.figure_words import FigureTexts

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
WHOLE = QRectF(0, 0, 420, 300)
WORDS = FigureTexts("baby's right", "baby's left", {"LIVER": "under the right ribs", "KNEE": "knee"})
PASSES = [
    (step_id, side) for step_id, step in BOOK.steps.items() for side in (("left", "right") if step.sided else ("both",))
]


@pytest.fixture
def figure(qtbot: QtBot) -> FigurePainter:
    made = FigurePainter(BOOK, SOURCE)
    made.set_texts(WORDS)
    return made


def painted(figure: FigurePainter, fraction: float = 0.0, repetition: int = 1) -> QImage:
    image = QImage(420, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#D3E7E0"))
    painter = QPainter(image)
    figure.paint(painter, WHOLE, WHOLE, fraction, repetition=repetition)
    painter.end()
    return image


def prepare(figure: FigurePainter, step_id: str, side: str) -> int:
    """Draw it all beforehand; the number of slices."""
    slices = 0
    while figure.prepare_step(step_id, side, WHOLE, WHOLE, 1.0):
        slices += 1
    return slices


def drawings(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, float]]:
    """Notes the size of every picture that is drawn from now on."""
    noted: list[tuple[float, float]] = []
    make = figure_art.blank

    def note(width: float, height: float, dpr: float) -> QPixmap:
        noted.append((width, height))
        return make(width, height, dpr)

    for module in (figure_pieces, figure_limbs, figure_art):
        monkeypatch.setattr(module, "blank", note)
    return noted


@pytest.mark.parametrize(("step_id", "side"), PASSES)
def test_the_first_frame_of_a_step_draws_nothing_that_was_not_drawn_before_it(
    figure: FigurePainter, monkeypatch: pytest.MonkeyPatch, step_id: str, side: str
) -> None:
    painted(figure)
    assert prepare(figure, step_id, side) >= 3
    drawn = drawings(monkeypatch)
    figure.set_step(step_id, side)
    painted(figure)
    assert drawn == []


def test_without_it_the_first_frame_draws(figure: FigurePainter, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = drawings(monkeypatch)
    figure.set_step("tummy-circle")
    painted(figure)
    assert len(drawn) >= 3


@pytest.mark.parametrize("step_id", ["gym-bike", "gym-roll", "back-rub", "leg-rub"])
def test_when_the_rest_is_drawn_a_whole_repetition_draws_nothing(
    figure: FigurePainter, monkeypatch: pytest.MonkeyPatch, step_id: str
) -> None:
    figure.set_step(step_id, "left" if BOOK.steps[step_id].sided else "both")
    painted(figure)
    while figure.prepare_rest(WHOLE, WHOLE, 1.0):
        pass
    drawn = drawings(monkeypatch)
    for number in range(30):
        painted(figure, number / 30, repetition=2)
    assert drawn == []


@pytest.mark.parametrize(("step_id", "side"), PASSES)
def test_a_picture_drawn_in_bands_is_the_picture_drawn_at_once(
    figure: FigurePainter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step_id: str, side: str
) -> None:
    monkeypatch.setattr("babymassage_gui.gui.widgets.figure_stills._BAND", 420 * 40)
    prepare(figure, step_id, side)
    figure.set_step(step_id, side)
    at_once = FigurePainter(BOOK, SOURCE)
    at_once.set_texts(WORDS)
    at_once.set_step(step_id, side)
    first, second = painted(figure), painted(at_once)
    apart = [
        (x, y)
        for x in range(0, 420, 3)
        for y in range(300)
        if abs(first.pixelColor(x, y).green() - second.pixelColor(x, y).green()) > 6
    ]
    assert len(apart) < 24


def test_what_waits_to_be_shown_takes_a_fraction_of_its_size(figure: FigurePainter) -> None:
    def size() -> list[int]:
        return [
            sum(map(len, part.bands)) if isinstance(part, Folded) else part.picture.width() * part.picture.height() * 4
            for still, _layers in figure._stills._kept.values()
            for part in still.base
        ]

    prepare(figure, "tummy-circle", "both")
    (folded,) = size()
    figure.set_step("tummy-circle")
    painted(figure)
    (shown,) = size()
    assert folded < shown / 4


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("step_id", ["tummy-circle", "gym-sit", "back-up"])
def test_of_what_is_covered_nothing_is_kept_and_what_is_seen_stays(
    figure: FigurePainter, ratio: float, step_id: str
) -> None:
    covered = QRectF(240, 30, 120, 200)

    def shown(hidden: QRectF, *, early: bool = False) -> QImage:
        figure.set_look("light", "honey", "honey")
        while early and figure.prepare_step(step_id, "both", WHOLE, WHOLE, ratio, hidden):
            pass
        figure.set_step(step_id)
        image = QImage(round(420 * ratio), round(300 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("#D3E7E0"))
        painter = QPainter(image)
        figure.paint(painter, WHOLE, WHOLE, 0.4, covered=hidden)
        painter.fillRect(covered, QColor("white"))
        painter.end()
        return image

    whole = shown(QRectF())
    for image in (shown(covered), shown(covered, early=True)):
        apart = [
            (x, y)
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
            if abs(whole.pixelColor(x, y).green() - image.pixelColor(x, y).green()) > 6
        ]
        assert len(apart) < 24


def test_the_window_around_what_is_covered_is_all_of_it_and_none_twice() -> None:
    window = QRectF(0, 0, 100, 80)
    assert around(window, QRectF()) == (window,)
    assert around(window, QRectF(300, 0, 9, 9)) == (window,)
    parts = around(window, QRectF(40, 10, 30, 20))
    assert sum(part.width() * part.height() for part in parts) == 100 * 80 - 30 * 20
    assert not any(one.intersects(other) for one in parts for other in parts if one is not other)
    assert len(around(window, QRectF(60, -5, 60, 100))) == 1


def test_a_change_of_look_prepares_anew(figure: FigurePainter) -> None:
    figure.set_step("tummy-hello")
    assert prepare(figure, "back-up", "both")
    assert not prepare(figure, "back-up", "both")
    figure.set_look("night", "honey", "honey")
    assert prepare(figure, "back-up", "both")


def test_what_was_prepared_during_a_turn_outlives_a_second_painting_of_it(figure: FigurePainter) -> None:
    def turn() -> None:
        image = QImage(420, 300, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        figure.paint_turn(painter, WHOLE)
        painter.end()

    figure.set_step("tummy-hello")
    painted(figure)
    turn()
    assert len(figure._stills) == 0
    prepare(figure, "back-up", "both")
    turn()
    assert len(figure._stills) == 1


def test_a_step_that_is_prepared_and_not_shown_is_let_go(figure: FigurePainter) -> None:
    figure.set_step("tummy-hello")
    painted(figure)
    prepare(figure, "back-up", "both")
    figure.set_step("leg-outer", "left")
    painted(figure)
    assert len(figure._stills) == 1


@pytest.mark.parametrize("side", list(TableSide))
@pytest.mark.parametrize("step_id", list(BOOK.steps))
def test_a_picture_is_turned_and_never_turned_over(side: TableSide, step_id: str) -> None:
    for part in BOOK.steps[step_id].parts:
        place, scale = placing(part, WHOLE, degrees_for(side, BOOK.views[part.view]))
        assert place.determinant() == pytest.approx(scale * scale)
        left, top, width, height = part.camera
        camera = place.mapRect(QRectF(left, top, width, height))
        assert WHOLE.adjusted(-0.01, -0.01, 0.01, 0.01).contains(camera)
        for hand in stroking(part):
            if hand.kind is Kind.RING:
                line = track(hand, BOOK.views[part.view], plain=True).points
                about = (sum(x for x, _ in line) / len(line), sum(y for _, y in line) / len(line))
                seen = [place.map(QPointF(*point)).toTuple() for point in (*line, about)]
                assert turning(seen[:-1], seen[-1]) == pytest.approx(turning(line, about))


@pytest.mark.parametrize("step_id", ["tummy-circle", "leg-outer", "gym-bike", "back-knead"])
def test_each_side_of_the_table_is_another_picture(figure: FigurePainter, step_id: str) -> None:
    figure.set_step(step_id, "left" if BOOK.steps[step_id].sided else "both")
    shown = []
    for side in TableSide:
        figure.set_table(side)
        shown.append(painted(figure, 0.4))
    assert shown[0] != shown[1] != shown[2] != shown[0]
    figure.set_table(TableSide.FEET)
    assert painted(figure, 0.4) == shown[0]


def test_a_picture_turned_by_a_quarter_shows_the_same_baby(figure: FigurePainter) -> None:
    """Of a limb that moves, too: its twin is turned over about the body's middle, wherever that lies."""
    square = QRectF(0, 0, 300, 300)

    def shown(side: TableSide) -> QImage:
        figure.set_table(side)
        image = QImage(300, 300, QImage.Format.Format_RGB32)
        image.fill(QColor("#D3E7E0"))
        painter = QPainter(image)
        figure.paint(painter, square, square, 0.4)
        painter.end()
        return image

    figure.set_texts(FigureTexts(show_labels=False))
    figure.set_step("gym-bike")
    upright, across = shown(TableSide.FEET), shown(TableSide.HEAD_RIGHT)
    alike = [
        abs(upright.pixelColor(x, y).green() - across.pixelColor(299 - y, x).green()) < 24
        for x in range(20, 280, 4)
        for y in range(20, 280, 4)
    ]
    assert sum(alike) / len(alike) > 0.95
