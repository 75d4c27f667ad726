"""What is kept in memory during a session is what is shown now and next, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.theme import Phase, Theme, ThemeName
from babymassage_gui.gui.widgets import figure_layers
from babymassage_gui.gui.widgets.figure_art import folder_source
from babymassage_gui.gui.widgets.figure_view import FigurePainter
from babymassage_gui.gui.widgets.mats import draw_mat, lay_mat, mat_pixmap
from tests.fakes.content import catalogue
from tests.fakes.sessions import LEGS, TUMMY, in_step

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


def painted(figure: FigurePainter) -> QImage:
    image = QImage(420, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#D3E7E0"))
    painter = QPainter(image)
    figure.paint(painter, WHOLE, WHOLE, 0.5)
    painter.end()
    return image


def test_qt_reads_no_source_of_ours_at_import() -> None:
    done = subprocess.run([sys.executable, "-c", UNREAD], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "0"]


def test_only_the_passes_that_come_are_kept_and_they_look_the_same(qtbot: QtBot) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    figure.set_step("tummy-circle")
    before = painted(figure)
    figure.prepare_only((("leg-outer", "left"), ("leg-outer", "right")), WHOLE, WHOLE, 1.0)
    assert len(figure._kept) == 2
    figure.prepare_only((("leg-outer", "right"), ("tummy-circle", "both")), WHOLE, WHOLE, 1.0)
    assert len(figure._kept) == 2
    assert painted(figure) == before
    assert len(figure._kept) == 2


def test_what_was_prepared_costs_the_frame_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    figure.prepare_only((("leg-outer", "left"),), WHOLE, WHOLE, 1.0)
    drawn: list[QRectF] = []
    make = figure_layers.piece
    monkeypatch.setattr(figure_layers, "piece", lambda box, *rest: (drawn.append(box), make(box, *rest))[1])
    figure.set_step("leg-outer", "left")
    painted(figure)
    assert drawn == []
    figure.set_step("leg-outer", "right")
    painted(figure)
    assert drawn != []


def test_a_turn_lets_go_of_what_was_shown_before_it(qtbot: QtBot) -> None:
    figure = FigurePainter(BOOK, SOURCE)
    figure.set_step("tummy-circle")
    before = painted(figure)
    image = QImage(420, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    figure.paint_turn(painter, WHOLE)
    painter.end()
    assert len(figure._kept) == 0
    assert painted(figure) == before


@pytest.mark.parametrize(
    ("index", "seconds", "coming"),
    [
        (LEGS, 1.0, (("leg-outer", "left"), ("leg-outer", "right"))),
        (LEGS, 6.0, (("leg-outer", "right"), ("tummy-circle", "both"))),
        (TUMMY, 1.0, (("tummy-circle", "both"),)),
    ],
    ids=["the other side", "the next step", "no turn"],
)
def test_this_pass_and_the_next_are_prepared(
    qtbot: QtBot, index: int, seconds: float, coming: tuple[tuple[str, str], ...]
) -> None:
    figure = SessionFigure(THEME, Settings(), BOOK, catalogue().no_go)
    session = in_step(index, seconds)
    figure.set_instant(session, session.last_beat)
    assert figure.unprepared
    figure.prepare(WHOLE, WHOLE, 1.0)
    assert figure._prepared == coming
    assert not figure.unprepared


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
