"""The chimes: made again they are the same, one for each change, all equally loud, and none clicks."""

from __future__ import annotations

import math
import struct
import wave
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from babymassage_gui.core.prompts import Chime
from tools.sounds.make import DEFAULT_FOLDER, RATE, SOUNDS, loudness, main, samples

LONGEST_TICK_SECONDS = 0.15
LARGEST_BYTES = 300_000


def shipped(name: str) -> tuple[int, ...]:
    """The samples of a file that is shipped, which must be of the one format."""
    with wave.open(str(DEFAULT_FOLDER / f"{name}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes()))


def decibels(name: str) -> float:
    return 20 * math.log10(loudness(shipped(name)) / 32_767)


@pytest.mark.parametrize("name", ["tick", "paused"])
def test_a_chime_made_again_is_the_shipped_one(name: str) -> None:
    again, before = samples(SOUNDS[name]), shipped(name)
    assert len(again) == len(before)
    # Another mathematical library may round the last bit the other way.
    assert max(abs(a - b) for a, b in zip(again, before, strict=True)) <= 1


def test_all_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    assert main([str(tmp_path / "sounds")]) == 0
    assert {path.stem for path in (tmp_path / "sounds").iterdir()} == set(SOUNDS)


def test_each_change_has_its_chime_and_no_other_is_shipped() -> None:
    assert {path.stem for path in DEFAULT_FOLDER.iterdir()} == {chime.value for chime in Chime} == set(SOUNDS)


def test_all_are_equally_loud_and_soft() -> None:
    levels = {name: decibels(name) for name in SOUNDS}
    assert max(levels.values()) - min(levels.values()) <= 1
    assert max(levels.values()) <= -20
    assert all(max(map(abs, shipped(name))) < 32_767 / 3 for name in SOUNDS)


@pytest.mark.parametrize("name", SOUNDS)
def test_a_chime_rises_out_of_silence_and_fades_into_it(name: str) -> None:
    values = shipped(name)
    peak, edge = max(map(abs, values)), RATE // 1000
    assert max(map(abs, values[:edge])) < peak / 10
    assert max(map(abs, values[-edge:])) < peak / 50
    assert max(abs(b - a) for a, b in pairwise(values)) < peak / 4


def test_a_tick_is_short_and_all_are_small() -> None:
    assert len(shipped("tick")) <= LONGEST_TICK_SECONDS * RATE
    assert sum(path.stat().st_size for path in DEFAULT_FOLDER.iterdir()) <= LARGEST_BYTES


@pytest.mark.parametrize(("one", "other"), list(combinations(SOUNDS, 2)))
def test_no_two_chimes_are_alike(one: str, other: str) -> None:
    first, second = shipped(one), shipped(other)
    together = sum(a * b for a, b in zip(first, second, strict=False))
    apart = math.sqrt(sum(a * a for a in first) * sum(b * b for b in second))
    assert together / apart < 0.9
