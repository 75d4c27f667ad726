"""Killed at any moment of a massage, of sharing, or of anything else that writes; and on a disk that is full from any
page on: what was said to be kept is kept, and nothing is half. The short form; `tools/try_kills.py` tries as often as
it is told.
"""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no fork, and no limit to a file", allow_module_level=True)

from tests.fakes.trial_stories import TRIALS
from tests.fakes.trials import PAGE, full_disks, kills, try_often


@pytest.mark.parametrize("name", TRIALS)
def test_killed_at_moments_of_chance(name: str) -> None:
    assert try_often(name, kills(12, seed=6)).total() == 13


@pytest.mark.parametrize("name", TRIALS)
def test_on_a_disk_that_is_full_from_some_page_on(name: str) -> None:
    found = try_often(name, full_disks(PAGE * 10))
    assert len(found) >= 2, found
