"""Walks through the stories of the pictures: every page of the program, in every size of window, at two sizes of type.

The stories are those of tools/screenshots.py, so a page that is in the pictures is walked, and a page that is walked
was really reached. Each page is built once and then given one size after the other.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from babymassage_gui.core.settings import ThemeChoice
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.paused import CHOICE_HEIGHT, PausedPage
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.turn import TurnPage
from babymassage_gui.gui.theme import SESSION_TARGET, SMALLEST_TARGET
from tests.gui.walk import Eyes, faults_of_buttons, faults_of_targets, faults_of_texts
from tools.check_in_pictures import the_check_in, the_standing_questions
from tools.leaf_pictures import the_leaves
from tools.screenshots import (
    a_session,
    a_whole_session,
    after_a_cut,
    first_start,
    the_length_of_a_day,
    the_library,
    the_rooms_of_sound,
)
from tools.studio import Studio

Story = Callable[[Studio], Iterator[tuple[str, QWidget]]]
SIZES = ((800, 480), (900, 600), (1024, 600), (1280, 800), (800, 1280), (3840, 2160))
TYPE_SIZES = (1.0, 2.0)
ROUNDS = 4
SESSION_PAGES = (SessionPage, TurnPage, PausedPage, EmergencyPage)
# The pages that each story comes by.
PAGES: Mapping[Story, frozenset[str]] = MappingProxyType({
    first_start: frozenset({"WelcomePage", "TextSizePage", "HomePage", "ProgressPage"}),
    a_session: frozenset({"HomePage", "SessionPage", "TurnPage", "PausedPage", "EmergencyPage", "WrapUpPage"}),
    a_whole_session: frozenset({"WrapUpPage", "HomePage", "ProgressPage", "SettingsPage"}),
    the_rooms_of_sound: frozenset({"SettingsPage"}),
    after_a_cut: frozenset({"HomePage", "AsleepPage"}),
    the_length_of_a_day: frozenset({"HomePage", "ChooserPage"}),
    the_library: frozenset({"LibraryPage"}),
    the_standing_questions: frozenset({"HealthPage"}),
    the_check_in: frozenset({"CheckInPage", "HomePage"}),
    the_leaves: frozenset({"ShortcutsPage", "LicencesPage", "LicenceTextPage", "CrashPage"}),
})  # fmt: skip


# Where words still do not fit, by page, as windows and type: the walk holds everything else, and each line taken away
# here holds one page more. None of them is a page of a session.
SMALL, LARGE_TYPE = ((900, 600), (1024, 600)), 2.0
OPEN: Mapping[str, frozenset[tuple[tuple[int, int], float]]] = MappingProxyType(
    {
        "ChooserPage": frozenset((size, LARGE_TYPE) for size in SMALL),
        "LibraryPage": frozenset((size, LARGE_TYPE) for size in SMALL),
        "WrapUpPage": frozenset({((800, 480), LARGE_TYPE)}),
        "ProgressPage": frozenset((size, LARGE_TYPE) for size in (*SMALL, (800, 480), (1280, 800))),
    }
)


def walk(
    story: Story, scale: float, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> tuple[set[str], dict[str, str]]:
    """The pages that a story came by, and every fault at a size of type with the window of its first sight."""
    eyes = Eyes(monkeypatch)
    monkeypatch.setattr("tools.studio.FADED_MS", 1)
    pages: set[str] = set()
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(application, Path(folder), ThemeChoice.LIGHT, (1280, 800))
        try:
            for name, window in story(studio):
                pages.add(type(studio.page()).__name__)
                for where, fault in _faults(eyes, studio, window, scale):
                    found.setdefault(f"{name}: {fault}", where)
        finally:
            studio.close()
    return pages, found


def _faults(eyes: Eyes, studio: Studio, window: QWidget, scale: float) -> Iterator[tuple[str, str]]:
    settings = studio.house.settings
    yield from (("any", fault) for fault in faults_of_buttons(window))
    studio.house.change(replace(settings, text_scale=scale))
    for width, height in SIZES:
        if ((width, height), scale) in OPEN.get(type(studio.page()).__name__, ()):
            continue
        _resize(studio, width, height)
        where = f"{width}x{height}"
        yield from ((where, fault) for fault in faults_of_texts(eyes, window))
        yield from ((where, fault) for fault in _targets(studio.page(), window))
    studio.house.change(settings)
    _resize(studio, 1280, 800)


def _targets(page: QWidget, window: QWidget) -> Iterator[str]:
    yield from faults_of_targets(window, SESSION_TARGET if isinstance(page, SESSION_PAGES) else SMALLEST_TARGET)
    if isinstance(page, PausedPage):
        for card in page.cards:
            if card.height() < CHOICE_HEIGHT:
                yield f"the choice {card.text()!r} is {card.height()} high, less than {CHOICE_HEIGHT}"


def _resize(studio: Studio, width: int, height: int) -> None:
    window = studio.window
    assert window is not None
    window.resize(width, height)
    window.apply_settings()
    # A column that scrolls lays out its rows one round after itself.
    for _ in range(ROUNDS):
        QApplication.processEvents()
