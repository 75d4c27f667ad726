"""No text is cut off or runs into another, and every target is large enough: the pages that are only read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.walk_stories import PAGES, TYPE_SIZES, walk
from tools.leaf_pictures import the_leaves


@pytest.mark.parametrize("scale", TYPE_SIZES)
def test_words_are_whole_and_targets_large_in_every_window(
    scale: float, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, faults = walk(the_leaves, scale, qapp, monkeypatch)
    assert pages == PAGES[the_leaves]
    assert faults == {}
