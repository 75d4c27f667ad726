"""The settings keep within their ranges (content-spec 2.1, C-06, C-07)."""

from __future__ import annotations

import pytest

from babymassage_gui.core.pacing import TEMPOS
from babymassage_gui.core.session_table import Boundary
from babymassage_gui.core.settings import Settings


def test_every_setting_has_a_default_within_its_range() -> None:
    assert Settings().get_ready_seconds == 5
    assert Settings().parent_limit is None


@pytest.mark.parametrize("scale", [0.85, 1.0, 1.5])
@pytest.mark.parametrize("ready", [3, 20])
@pytest.mark.parametrize("limit", [None, 2, 15])
def test_the_ends_of_each_range_are_allowed(scale: float, ready: int, limit: int | None) -> None:
    assert Settings(text_scale=scale, get_ready_seconds=ready, parent_limit=limit).text_scale == scale


@pytest.mark.parametrize("scale", [0.5, 1.1, 3.0])
def test_a_text_size_that_is_not_on_the_scale_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match="text_scale"):
        Settings(text_scale=scale)


@pytest.mark.parametrize("ready", [0, 2, 21])
def test_getting_ready_takes_3_to_20_seconds(ready: int) -> None:
    with pytest.raises(ValueError, match="get_ready_seconds"):
        Settings(get_ready_seconds=ready)


@pytest.mark.parametrize("tempo", [0, 40, 55, 130])
def test_the_tempo_is_one_of_seven_from_half_to_one_and_a_quarter(tempo: int) -> None:
    assert [Settings(tempo=one).tempo for one in TEMPOS] == [50, 60, 75, 90, 100, 110, 125]
    with pytest.raises(ValueError, match="tempo"):
        Settings(tempo=tempo)


def test_each_boundary_is_waited_at_by_its_own_choice() -> None:
    assert Settings().waits == frozenset()
    assert Settings(wait_for_me=True).waits == {Boundary.TURN}
    assert Settings(wait_at_parts=True, wait_at_steps=True).waits == {Boundary.PART, Boundary.STEP}


@pytest.mark.parametrize("limit", [0, 1, 16, 20])
def test_a_parents_limit_is_2_to_15_minutes(limit: int) -> None:
    with pytest.raises(ValueError, match="parent_limit"):
        Settings(parent_limit=limit)
