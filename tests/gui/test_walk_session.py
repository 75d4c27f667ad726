"""No text is cut off or runs into another, and every target is large enough: a session, and the questions before it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import babymassage_gui
from tests.gui.walk_stories import PAGES, TYPE_SIZES, Story, walk
from tools.check_in_pictures import the_check_in, the_standing_questions
from tools.screenshots import a_session, after_a_cut

PAGE = re.compile(r"^class (\w+Page)\(", re.MULTILINE)
# Bases of pages, which are never shown themselves; and pages that no story of the pictures comes by yet.
BASES, NO_STORY_YET = {"AskingPage", "LeafPage"}, {"ReportPage", "EntryPage"}


@pytest.mark.parametrize("scale", TYPE_SIZES)
@pytest.mark.parametrize("story", [a_session, after_a_cut, the_standing_questions, the_check_in])
def test_words_are_whole_and_targets_large_in_every_window(
    story: Story, scale: float, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, faults = walk(story, scale, qapp, monkeypatch)
    assert pages == PAGES[story]
    assert faults == {}


def test_no_page_is_left_out() -> None:
    folder = Path(babymassage_gui.__file__).parent / "gui" / "pages"
    there = {name for file in folder.glob("*.py") for name in PAGE.findall(file.read_text(encoding="utf-8"))}
    assert there - BASES - NO_STORY_YET == set().union(*PAGES.values())
