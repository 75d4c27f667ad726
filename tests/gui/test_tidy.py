"""Memory is given back a moment after a change, once, and never in its frame."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from babymassage_gui.gui import tidy
from babymassage_gui.gui.bridge import Bridge
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent


def test_it_is_given_back_once_after_changes_and_not_in_them(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidy, "AFTER_MS", 600_000)
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.knows_baby()
    window = parent.opens()
    given: list[int] = []
    bridge = window.findChildren(Bridge)[0]
    tidy.tidy_after_changes(bridge, lambda: given.append(1))
    (timer,) = (one for one in bridge.findChildren(QTimer) if one.interval() == tidy.AFTER_MS)
    assert not timer.isActive()
    parent.starts()
    parent.house.runner.baby_needs_me()
    parent.house.runner.resume()
    assert timer.isActive()
    assert given == []
    timer.setInterval(0)
    qtbot.waitUntil(lambda: given == [1])
    assert not timer.isActive()
