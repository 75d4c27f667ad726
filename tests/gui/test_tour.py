"""The way round with the sample family: each press turns to a page, a session has the whole window, and it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.history import Ending
from babymassage_gui.core.settings import Settings, ThemeChoice
from babymassage_gui.gui import app
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.shell import Shell
from babymassage_gui.gui.tour import Tour
from babymassage_gui.services.control import Place
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent


class Round:
    """The real window of a sample family."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.parent = Parent(qtbot, folder, FakeClock())
        self.parent.knows_baby(settings=Settings(less_motion=True))
        self.shell = Shell("light")
        qtbot.addWidget(self.shell)
        self.shell.show()
        house = app.House(
            self.parent.house, load_figures().book, self.parent.opened.report, False, self.parent.opened.log.close,
            listen=lambda _answer: True, sample=True,
        )  # fmt: skip
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        app.move_in(application, self.shell, lambda: house)
        tour = self.shell.content
        assert isinstance(tour, Tour)
        self.tour, self.strip = tour, tour.strip
        content = tour.findChild(MainWindow)
        assert content is not None
        self.content = self.parent.window = content

    def page(self) -> str | None:
        """The room of the rail that is shown."""
        return next((b.entry.key for b in self.content.rail.buttons() if b.isChecked()), None)


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Round:
    return Round(qtbot, tmp_path)


def test_each_press_turns_to_the_page_that_is_spoken_of(sample: Round) -> None:
    assert "made up" in sample.strip.words.text()
    for stop in sample.strip.stops[1:]:
        sample.parent.presses(sample.strip.on)
        assert sample.strip.words.text() == stop.words
        assert sample.page() == stop.place.value
    sample.parent.presses(sample.strip.on)
    assert sample.strip.over
    assert sample.strip.on.text() == "Close it"
    sample.parent.presses(sample.strip.on)
    assert not sample.shell.isVisible()


def test_a_page_that_asks_something_stays_and_the_words_go_on(sample: Round) -> None:
    sample.content.home.start_button.click()
    sample.parent.presses(sample.strip.on)
    sample.parent.presses(sample.strip.on)
    assert isinstance(sample.content.stack.currentWidget(), CheckInPage)
    assert sample.strip.words.text() == sample.strip.stops[2].words


def test_a_session_has_the_whole_window_and_then_the_strip_is_back(sample: Round) -> None:
    assert sample.content.y() == sample.strip.height() > 0
    sample.parent.starts()
    assert sample.strip.isHidden()
    assert sample.content.height() == sample.shell.height()
    sample.parent.house.runner.finish(Ending.EARLY)
    assert not sample.strip.isHidden()
    assert sample.content.y() == sample.strip.height()


def test_its_colours_go_with_the_window_and_every_word_has_room(sample: Round) -> None:
    from dataclasses import replace

    sample.content.rooms.changed.emit(replace(sample.parent.house.settings, theme=ThemeChoice.NIGHT))
    assert sample.strip.theme.name == sample.content.theme.name
    for size in ((640, 400), (900, 600), (1280, 800)):
        sample.shell.resize(*size)
        for part in (sample.strip.sample, sample.strip.words, sample.strip.on):
            assert sample.strip.rect().contains(part.geometry()), (size, part)
        assert sample.strip.words.geometry().right() < sample.strip.on.geometry().left()


def test_the_stops_lead_through_every_room() -> None:
    assert set(Place) - {Place.MASSAGE, Place.SHORTCUTS} == {Place.TODAY, Place.PROGRESS, Place.LIBRARY, Place.SETTINGS}
