"""What is kept in memory during a session is what is shown now, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.gui.theme import Phase, Theme, ThemeName
from babymassage_gui.gui.widgets import figure_art, figure_pieces
from babymassage_gui.gui.widgets.figure_art import folder_source
from babymassage_gui.gui.widgets.figure_view import FigurePainter
from babymassage_gui.gui.widgets.mats import draw_mat, lay_mat, mat_pixmap

BOOK = load_figures().book
SOURCE = folder_source(Path(__file__).parents[2] / "assets" / "figures")
WHOLE = QRectF(0, 0, 420, 300)
THEME = Theme(ThemeName.LIGHT)
UNREAD = """
import linecache
import PySide6.QtWidgets
from babymassage_gui.gui.unread import leave_sources_unread
print(leave_sources_unread())
import babymassage_gui.gui.main_window
print(sum("babymassage_gui" in name and "unread" not in name for name in linecache.cache))
"""


def painted(figure: FigurePainter, fraction: float = 0.5, repetition: int = 1) -> QImage:
    image = QImage(420, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#D3E7E0"))
    painter = QPainter(image)
    figure.paint(painter, WHOLE, WHOLE, fraction, repetition=repetition)
    painter.end()
    return image


def test_qt_reads_no_source_of_ours_at_import() -> None:
    done = subprocess.run([sys.executable, "-c", UNREAD], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "0"]


@pytest.mark.parametrize("step_id", list(BOOK.steps))
def test_only_the_pictures_of_this_pass_are_kept(qtbot: QtBot, step_id: str) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    for shown in ("tummy-circle", step_id):
        for side in ("left", "right") if BOOK.steps[shown].sided else ("both",):
            figure.set_step(shown, side)
            for fraction in (0.0, 0.3, 0.6, 0.99):
                painted(figure, fraction)
    parts = {(part.view, part.camera, part.shows, part.targets, part.labels) for part in BOOK.steps[step_id].parts}
    assert len(figure._stills) <= len(parts)


@pytest.mark.parametrize("step_id", list(BOOK.steps))
def test_a_second_round_of_a_pass_draws_nothing_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step_id: str
) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    figure.set_step(step_id, "left" if BOOK.steps[step_id].sided else "both")
    rounds = [(repetition, fraction) for repetition in (1, 2, 3) for fraction in (0.0, 0.3, 0.6, 0.99)]
    for repetition, fraction in rounds:
        painted(figure, fraction, repetition)
    drawn: list[tuple[float, float]] = []
    make = figure_art.blank

    def noted(width: float, height: float, dpr: float) -> QPixmap:
        drawn.append((width, height))
        return make(width, height, dpr)

    monkeypatch.setattr(figure_pieces, "blank", noted)
    monkeypatch.setattr(figure_art, "blank", noted)
    for repetition, fraction in rounds:
        painted(figure, fraction, repetition)
    assert drawn == []


def test_a_turn_lets_go_of_what_was_shown_before_it(qtbot: QtBot) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    figure.set_step("tummy-circle")
    before = painted(figure)
    image = QImage(420, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    figure.paint_turn(painter, WHOLE)
    painter.end()
    assert len(figure._stills) == 0
    assert painted(figure) == before


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("phase", [Phase.READY, Phase.STROKE, Phase.HOLD])
def test_a_mat_laid_in_rows_is_the_mat_that_is_drawn(qtbot: QtBot, phase: Phase, ratio: float) -> None:
    def of(theme: Theme, rows: bool) -> QImage:
        picture = QPixmap(round(900 * ratio), round(610 * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(QRectF(0, 0, 900, 610))
        if rows:
            lay_mat(painter, mat_pixmap(900, 610, ratio, theme, phase), 610)
        else:
            draw_mat(painter, QRectF(0, 0, 900, 610), theme, phase)
        painter.end()
        return picture.toImage()

    assert of(THEME, rows=True) == of(THEME, rows=False)
