"""A figure that is missing or broken stops nothing: it is shown plainly, and named in the crash notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui import bootstrap
from babymassage_gui.adapters.crash_notes import FILE_NAME
from babymassage_gui.content import figure_loader
from babymassage_gui.content.figure_loader import LoadedFigures, load_figures
from babymassage_gui.content.loader import load_playable
from babymassage_gui.content.reading import ContentFault
from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.planner import Wish, make_plan, make_turns
from babymassage_gui.core.session import Session, begin
from babymassage_gui.core.settings import Settings, Skin
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui import app
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.theme import Theme
from tests.fakes.clock import FakeClock

BOOK = load_figures().book
CATALOGUE = load_playable().catalogue
WINDOW = QRectF(0, 0, 300, 234)
FAULT = ContentFault("strokes.toml", "steps.leg-outer", "angle is missing")


@pytest.fixture
def session() -> Session:
    plan = make_plan(CATALOGUE, Wish(CATALOGUE.routines["everyday"], age_of_days(90), 5))
    return begin(plan.steps, make_turns(CATALOGUE), 0.0, ready_seconds=1.0)


def painted(figure: SessionFigure) -> QImage:
    image = QImage(300, 234, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    figure.paint(painter, WINDOW, WINDOW, moving=True)
    painter.end()
    return image


def figure_of(book: FigureBook, session: Session, notes: list[str]) -> SessionFigure:
    figure = SessionFigure(Theme(), Settings(), book, CATALOGUE.no_go)
    figure.note_faults(notes.append)
    figure.set_instant(session, 0.5)
    return figure


def test_a_whole_figure_is_not_noted(qtbot: QtBot, session: Session) -> None:
    notes: list[str] = []
    painted(figure_of(BOOK, session, notes))
    assert notes == []


def test_a_step_without_a_figure_is_noted_once_however_often_it_is_painted(qtbot: QtBot, session: Session) -> None:
    notes: list[str] = []
    figure = figure_of(replace(BOOK, steps={}), session, notes)
    blank = QImage(300, 234, QImage.Format.Format_RGB32)
    blank.fill(0)
    for _ in range(3):
        assert painted(figure) != blank
    assert notes == [f"figure {session.planned.step.id}: no figure"]


def test_a_drawing_that_is_missing_is_noted_once(qtbot: QtBot, session: Session) -> None:
    notes: list[str] = []
    views = {name: replace(view, figure="nowhere") for name, view in BOOK.views.items()}
    figure = figure_of(replace(BOOK, views=views), session, notes)
    painted(figure)
    figure.set_settings(replace(Settings(), baby_skin=Skin.COCOA))
    painted(figure)
    assert len(notes) == 1
    assert notes[0].startswith("figure nowhere: ")


def spoil(monkeypatch: pytest.MonkeyPatch, faults: tuple[ContentFault, ...]) -> None:
    """Some strokes cannot be read."""
    book = replace(BOOK, steps={name: step for name, step in BOOK.steps.items() if name != "leg-outer"})
    monkeypatch.setattr(figure_loader, "load_figures", lambda: LoadedFigures(book if faults else BOOK, faults))


def start(folder: Path, application: QApplication) -> None:
    house = bootstrap.open_house(folder, FakeClock())
    assert not house.crashed
    assert house.note is not None
    window = app.make_window(application, house)
    window.close()
    window.deleteLater()
    house.close()


def test_strokes_that_cannot_be_read_are_noted_once_a_start_and_are_no_crash(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, (FAULT,))
    for starts in (1, 2):
        start(tmp_path, qapp)
        written = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
        assert written.count("figures: strokes.toml: steps.leg-outer: angle is missing\n") == starts


def test_where_all_is_whole_nothing_is_noted(qapp: QApplication, tmp_path: Path) -> None:
    start(tmp_path, qapp)
    assert not (tmp_path / FILE_NAME).exists()


def test_check_content_names_a_step_without_a_figure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, (FAULT,))
    assert bootstrap.run(["check-content"]) == 65
    printed = capsys.readouterr().out
    assert "strokes.toml: steps.leg-outer: angle is missing" in printed
    assert "strokes.toml: steps.leg-outer: has no figure" in printed


def test_check_content_names_a_drawing_that_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    views = {**BOOK.views, "front": replace(BOOK.views["front"], figure="nowhere")}
    book = replace(BOOK, views=views)
    monkeypatch.setattr(figure_loader, "load_figures", lambda: LoadedFigures(book, ()))
    assert bootstrap.run(["check-content"]) == 65
    assert "nowhere.svg: " in capsys.readouterr().out
