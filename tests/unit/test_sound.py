"""What may be set about sound: soft by default, within its ranges, and silence is silence."""

from __future__ import annotations

import pytest

from babymassage_gui.core.sound import VOLUMES, Sound, SoundMode, gain, pace


@pytest.mark.parametrize(
    "wrong",
    [
        {"voice_volume": 101},
        {"voice_volume": -1},
        {"chime_volume": 101},
        {"chime_volume": -1},
        {"rate": 0.6},
        {"rate": -0.6},
        {"rate": float("nan")},
    ],
)
def test_what_is_out_of_range_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Sound(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sound", "speaks", "chimes"),
    [
        (Sound(), True, True),
        (Sound(mode=SoundMode.CHIMES), False, True),
        (Sound(mode=SoundMode.SILENT), False, False),
        (Sound(voice_volume=0), False, True),
        (Sound(chime_volume=0), True, False),
    ],
)
def test_the_mode_and_the_volumes_say_what_is_heard(sound: Sound, speaks: bool, chimes: bool) -> None:
    assert (sound.speaks, sound.chimes) == (speaks, chimes)


def test_a_volume_rises_from_silence_to_all_and_is_soft_in_between() -> None:
    gains = [gain(volume) for volume in VOLUMES]
    assert (gains[0], gains[-1]) == (0.0, 1.0)
    assert gains == sorted(gains)
    assert gain(50) == 0.25
    assert max(gain(Sound().voice_volume), gain(Sound().chime_volume)) < 0.5


def test_a_voice_is_taken_to_be_no_faster_than_one_was_measured() -> None:
    assert pace(0.0) == 1.0
    assert 0.35 < pace(-0.5) <= 0.41
    assert 1.5 < pace(0.5) <= 1.58
