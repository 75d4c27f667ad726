"""Chimes on sinks that stay open: each is written once, a hush is eight steps of the volume, nothing is begun anew."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.adapters import chime as loudspeaker
from babymassage_gui.adapters.chime import FADE_STEPS, VOICES, SystemChimes
from babymassage_gui.core.prompts import Chime

RATE, LOUD = 44_100, 0.5


class FakeSink:
    """Keeps what is written to it; as Qt's sink it plays that at its rate."""

    def __init__(self) -> None:
        self.begun = self.ended = self.room = 0
        self.written: list[bytes] = []
        self.volumes: list[float] = []

    def setBufferSize(self, size: int) -> None:
        self.room = size

    def start(self) -> FakeSink:
        self.begun += 1
        return self

    def write(self, data: bytes) -> int:
        self.written.append(data)
        return len(data)

    def setVolume(self, volume: float) -> None:
        self.volumes.append(volume)

    def volume(self) -> float:
        return self.volumes[-1]

    def stop(self) -> None:
        self.ended += 1

    def deleteLater(self) -> None:
        """Nothing to take apart."""


@pytest.fixture
def sinks() -> list[FakeSink]:
    return [FakeSink() for _ in range(VOICES)]


@pytest.fixture
def chimes(qtbot: QtBot, sinks: list[FakeSink]) -> SystemChimes:
    """Chimes that are open on fake sinks; each lasts twenty seconds, longer than any machine stalls."""
    made = SystemChimes()
    made._gain = LOUD
    made._samples = {
        one: loudspeaker._Sample(bytes([number]) * (RATE * 2 * 20), RATE) for number, one in enumerate(Chime)
    }
    made._voices = [loudspeaker._Voice(sink, 1000) for sink in sinks]  # type: ignore[arg-type]
    return made


def test_each_chime_is_written_whole_and_at_its_volume(chimes: SystemChimes, sinks: list[FakeSink]) -> None:
    chimes.play(Chime.STEP)
    chimes.play(Chime.PAUSED, 0.5)
    assert [sink.written for sink in sinks] == [
        [chimes._samples[Chime.STEP].data],
        [chimes._samples[Chime.PAUSED].data],
        [],
    ]
    assert (sinks[0].volumes, sinks[1].volumes) == ([LOUD], [LOUD / 2])
    assert chimes._samples[Chime.STEP].milliseconds == 20_000


def test_more_at_once_than_there_are_voices_follow_on_the_first_that_ends(
    chimes: SystemChimes, sinks: list[FakeSink]
) -> None:
    for _ in range(VOICES + 1):
        chimes.play(Chime.TICK)
    assert sorted(len(sink.written) for sink in sinks) == [1, 1, 2]
    assert 20_000 < max(voice.left for voice in chimes._voices) <= 40_000


def test_a_hush_fades_what_sounds_and_takes_no_stream_apart(
    qtbot: QtBot, chimes: SystemChimes, sinks: list[FakeSink]
) -> None:
    chimes.play(Chime.END)
    chimes.hush()
    chimes.hush()
    qtbot.waitUntil(lambda: not chimes._timer.isActive())
    volumes = sinks[0].volumes
    assert len(volumes) == FADE_STEPS + 1
    assert all(later < sooner for sooner, later in pairwise(volumes))
    assert volumes[-1] == 0.0
    assert [(sink.begun, sink.ended) for sink in sinks] == [(1, 0)] * VOICES
    assert not sinks[1].volumes
    chimes.play(Chime.STEP)
    assert sinks[1].volumes == [LOUD]


def test_a_chime_on_a_voice_that_faded_has_its_volume_again(
    qtbot: QtBot, chimes: SystemChimes, sinks: list[FakeSink]
) -> None:
    chimes._voices = chimes._voices[:1]
    chimes.play(Chime.STEP)
    chimes.hush()
    qtbot.waitUntil(lambda: not chimes._timer.isActive())
    chimes.play(Chime.STEP)
    assert sinks[0].volumes[-1] == LOUD
    assert not chimes._voices[0].fading


def test_letting_go_closes_each_sink_once(chimes: SystemChimes, sinks: list[FakeSink]) -> None:
    chimes.close()
    chimes.close()
    chimes.play(Chime.STEP)
    chimes.hush()
    assert [(sink.ended, sink.written) for sink in sinks] == [(1, [])] * VOICES


def test_the_programs_own_chimes_can_be_read_and_are_short(qtbot: QtBot) -> None:
    lengths = {one: loudspeaker._read(f"{loudspeaker.FOLDER}/{one}.wav").milliseconds for one in Chime}
    assert all(100 <= length <= 1000 for length in lengths.values()), lengths
