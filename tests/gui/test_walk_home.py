"""No text is cut off or runs into another, and every target is large enough: the first start, and beside the rail."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.walk_stories import PAGES, TYPE_SIZES, Story, walk
from tools.screenshots import a_whole_session, first_start, the_length_of_a_day, the_library, the_rooms_of_sound


@pytest.mark.parametrize("scale", TYPE_SIZES)
@pytest.mark.parametrize("story", [first_start, a_whole_session, the_rooms_of_sound, the_length_of_a_day, the_library])
def test_words_are_whole_and_targets_large_in_every_window(
    story: Story, scale: float, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, faults = walk(story, scale, qapp, monkeypatch)
    assert pages == PAGES[story]
    assert faults == {}
