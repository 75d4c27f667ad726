"""Under 20 days and from 12 months: welcomed and kept, nothing is played, and everything can be read (C-01, N-02)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.history import Kind
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.library import LibraryPage
from babymassage_gui.gui.pages.progress import ProgressPage
from tests.fakes.clock import FakeClock
from tests.fakes.records import massage
from tests.gui.parent import Parent

REASONS = {
    12: (Barrier.TOO_YOUNG, "skin to skin"),
    19: (Barrier.TOO_YOUNG, "skin to skin"),
    365: (Barrier.TOO_OLD, "12 months"),
    500: (Barrier.TOO_OLD, "12 months"),
}


def opens(qtbot: QtBot, folder: Path, age_days: int) -> Parent:
    parent = Parent(qtbot, folder, FakeClock())
    parent.knows_baby(age_days=age_days)
    parent.opens()
    return parent


@pytest.mark.parametrize("age_days", REASONS)
def test_start_is_closed_and_the_reason_said(qtbot: QtBot, tmp_path: Path, age_days: int) -> None:
    parent = opens(qtbot, tmp_path, age_days)
    barrier, words = REASONS[age_days]
    refused = parent.house.today().refusal
    page = parent.expects(HomePage)
    assert refused is not None
    assert refused.barrier is barrier
    assert not page.start_button.isEnabled()
    assert words in page.plan.message.text()


@pytest.mark.parametrize("age_days", REASONS)
def test_the_doll_and_the_library_are_open(qtbot: QtBot, tmp_path: Path, age_days: int) -> None:
    parent = opens(qtbot, tmp_path, age_days)
    assert parent.window is not None
    parent.window._on_rail("library")
    parent.expects(LibraryPage)
    parent.window._on_rail("today")
    parent.presses(parent.expects(HomePage).doll)
    assert (parent.house.runner.kind, parent.house.runner.running) == (Kind.PRACTICE, True)


def test_under_20_days_the_day_on_which_massage_opens_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    parent = opens(qtbot, tmp_path, 12)
    refused = parent.house.today().refusal
    assert refused is not None
    assert refused.opens_on is not None
    words = parent.expects(HomePage).plan.message.text()
    assert f"{refused.opens_on.day} {refused.opens_on:%B}" in words


def test_from_12_months_the_past_sessions_are_there(qtbot: QtBot, tmp_path: Path) -> None:
    parent = opens(qtbot, tmp_path, 365)
    baby = parent.house.baby
    assert baby is not None
    past = massage(parent.clock.local_time().date() - timedelta(days=10), 4)
    parent.opened.log.begin(replace(past, id="6a0d0c52-8a53-4e5e-9c52-0f3f5b1c9d20", baby_id=baby.id))
    assert parent.window is not None
    parent.window._on_rail("progress")
    page = parent.expects(ProgressPage)
    assert page.list_card.isVisible()
    assert not page.empty.isVisible()
