"""The settings file: damage costs the damaged fields only, and no file is written over unread."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.choices import Choices, Day, Order, Room, Surface
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.settings import (
    GET_READY_SECONDS,
    PARENT_LIMIT_MINUTES,
    TEXT_SCALES,
    Settings,
    Skin,
    ThemeChoice,
)
from babymassage_gui.core.sound import Sound, SoundMode
from babymassage_gui.core.table import TableSide
from babymassage_gui.storage import files
from babymassage_gui.storage.settings_file import SettingsFile
from tests.fakes.stored import WallClock
from tests.fakes.wishes import choices

CHANGED = Settings(
    theme=ThemeChoice.NIGHT, text_scale=1.3, less_motion=True, baby_skin=Skin.COCOA, get_ready_seconds=9,
    parent_limit=7,
    choices=Choices(
        order=Order.TOP_DOWN, repetitions={"leg-outer": 7}, turned_on=frozenset({"head-circles", "face-ears"}),
        tummy_time_minutes=4, product=True,
    ),
    day=Day(after_feed_minutes=90, usual_time=time(9, 30), room=Room(19.5, 21.0, 23.0, 25.5), surface=Surface.TABLE),
    sound=Sound(SoundMode.CHIMES, 20, 35, "speechd", "Ann", -0.5),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config", WallClock())


def write(store: SettingsFile, content: object) -> None:
    store.path.parent.mkdir()
    store.path.write_text(json.dumps(content), encoding="utf-8")


def test_without_a_file_everything_has_its_default(store: SettingsFile) -> None:
    assert store.load() == Settings()
    assert not store.path.exists()


def test_what_is_saved_is_loaded(store: SettingsFile) -> None:
    store.save(Settings())
    store.save(CHANGED)

    assert store.load() == CHANGED
    assert store.bad_fields == ()


@given(
    st.builds(
        Settings,
        text_scale=st.sampled_from(TEXT_SCALES),
        get_ready_seconds=st.sampled_from(GET_READY_SECONDS),
        parent_limit=st.none() | st.sampled_from(PARENT_LIMIT_MINUTES),
        theme=st.sampled_from(ThemeChoice),
        full_screen=st.booleans(),
        choices=choices,
        day=st.builds(
            Day,
            after_feed_minutes=st.integers(30, 120),
            usual_time=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
            room=st.lists(st.floats(15, 28), min_size=4, max_size=4).map(lambda limits: Room(*sorted(limits))),
            surface=st.sampled_from(Surface),
            table_side=st.sampled_from(TableSide),
        ),
        sound=st.builds(
            Sound,
            mode=st.sampled_from(SoundMode),
            voice_volume=st.integers(0, 100),
            engine=st.text(max_size=8),
            voice=st.text(max_size=8),
            rate=st.floats(-0.5, 0.5),
        ),
    )
)
def test_all_settings_come_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("config")
    SettingsFile(folder, WallClock()).save(settings)

    assert SettingsFile(folder, WallClock()).load() == settings


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("theme", "sepia"),
        ("theme", 3),
        ("text_scale", 9.0),
        ("text_scale", "1.3"),
        ("less_motion", 1),
        ("less_motion", None),
        ("get_ready_seconds", 2),
        ("get_ready_seconds", True),
        ("get_ready_seconds", 5.0),
        ("parent_limit", 500),
        ("parent_limit", "7"),
        ("baby_skin", ["cocoa"]),
    ],
)
def test_a_bad_field_takes_its_default_and_the_others_stay(store: SettingsFile, name: str, nonsense: object) -> None:
    store.save(CHANGED)
    store.path.write_text(json.dumps({**json.loads(store.path.read_text()), name: nonsense}))

    assert store.load() == replace(CHANGED, **{name: getattr(Settings(), name)})
    assert store.bad_fields == (name,)


@pytest.mark.parametrize(
    ("group", "name", "nonsense"),
    [
        ("choices", "order", "feet-first"),
        ("choices", "repetitions", {"leg-outer": 11}),
        ("choices", "repetitions", {"leg-outer": "7"}),
        ("choices", "repetitions", [7]),
        ("choices", "repetitions", 7),
        ("choices", "turned_on", ["head-circles", 3]),
        ("choices", "turned_on", "head-circles"),
        ("choices", "tummy_time_minutes", 16),
        ("choices", "longest_minutes", 30),
        ("choices", "product", 1),
        ("day", "usual_time", "half past nine"),
        ("day", "usual_time", "09:30+02:00"),
        ("day", "usual_time", 9),
        ("day", "after_feed_minutes", 10),
        ("day", "surface", "sofa"),
        ("day", "table_side", "mirror"),
        ("sound", "mode", "loud"),
        ("sound", "chime_volume", 101),
        ("sound", "rate", "fast"),
        ("day", "room", "warm"),
        ("day", "room", None),
    ],
)
def test_a_bad_field_of_a_group_costs_that_field_only(
    store: SettingsFile, group: str, name: str, nonsense: object
) -> None:
    store.save(CHANGED)
    content = json.loads(store.path.read_text())
    content[group][name] = nonsense
    store.path.write_text(json.dumps(content))

    kept = getattr(CHANGED, group)
    default = getattr(getattr(Settings(), group), name)
    assert store.load() == replace(CHANGED, **{group: replace(kept, **{name: default})})
    assert store.bad_fields == (f"{group}.{name}",)


@pytest.mark.parametrize("nonsense", [None, 3, "night", [1]])
def test_a_group_that_is_no_group_takes_all_its_defaults(store: SettingsFile, nonsense: object) -> None:
    store.save(CHANGED)
    store.path.write_text(json.dumps({**json.loads(store.path.read_text()), "day": nonsense}))

    assert store.load() == replace(CHANGED, day=Day())
    assert store.bad_fields == ("day",)


@pytest.mark.parametrize(
    ("room", "loaded", "bad"),
    [
        ({"too_cold": 21.0, "warm_from": 22.0, "warm_to": 23.0}, Room(21.0, 22.0, 23.0, 24.0), ()),
        ({"too_cold": 17.0, "too_hot": "hot"}, Room(too_cold=17.0), ("day.room.too_hot",)),
        ({"too_cold": 17.0, "warm_to": 25.0}, Room(too_cold=17.0), ("day.room.warm_to",)),
        ({"warm_from": 21.5, "warm_to": 21.0}, Room(), ("day.room.warm_from", "day.room.warm_to")),
        ({"too_cold": float("nan")}, Room(), ("day.room.too_cold",)),
    ],
    ids=["good only together", "no number", "over the next limit", "each good, not together", "not a number"],
)
def test_the_limits_of_the_room_are_taken_as_far_as_they_rise(
    store: SettingsFile, room: dict[str, object], loaded: Room, bad: tuple[str, ...]
) -> None:
    write(store, {"day": {"room": room}})

    assert store.load().day.room == loaded
    assert store.bad_fields == bad


def test_a_whole_number_is_good_enough_for_the_text_scale(store: SettingsFile) -> None:
    write(store, {"text_scale": 1})

    assert store.load().text_scale == 1.0
    assert store.bad_fields == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe{}", b"\x00" * 64, b"[" * 200_000])
def test_an_unreadable_file_is_set_aside_and_kept(store: SettingsFile, content: bytes) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(content)

    assert store.load() == Settings()
    assert store.set_aside == store.path.with_name("settings-damaged-20250601T120000Z.json")
    assert store.set_aside.read_bytes() == content
    assert not store.path.exists()


def test_a_second_damaged_file_does_not_go_over_the_first(store: SettingsFile) -> None:
    store.path.parent.mkdir()
    for content in (b"one", b"two"):
        store.path.write_bytes(content)
        store.load()

    aside = sorted(store.path.parent.glob("settings-damaged-*"))
    assert [path.read_bytes() for path in aside] == [b"one", b"two"]


def test_a_file_damaged_since_it_was_loaded_is_set_aside_before_saving(store: SettingsFile) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(b"torn")

    store.save(CHANGED)

    assert store.load() == CHANGED
    assert store.set_aside is not None
    assert store.set_aside.read_bytes() == b"torn"


def test_a_file_that_can_neither_be_read_nor_moved_is_left_alone(
    store: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(b"torn")
    monkeypatch.setattr(files, "set_aside", refuse)

    assert store.load() == Settings()
    with pytest.raises(Expected) as caught:
        store.save(CHANGED)

    assert caught.value.fault is Fault.SETTINGS_NOT_WRITTEN
    assert store.path.read_bytes() == b"torn"


def test_keys_of_a_newer_version_are_kept(store: SettingsFile) -> None:
    write(store, {"theme": "dark", "lullaby": {"volume": 3}, "day": {"nap": 2, "room": {"damp": 60}}})

    store.save(replace(store.load(), full_screen=True))

    content = json.loads(store.path.read_text())
    assert content["lullaby"] == {"volume": 3}
    assert (content["day"]["nap"], content["day"]["room"]["damp"]) == (2, 60)
    assert (content["theme"], content["full_screen"]) == ("dark", True)


def test_only_the_owner_may_read_it(store: SettingsFile) -> None:
    store.save(CHANGED)

    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


def test_a_save_that_fails_leaves_the_old_file_whole(store: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(CHANGED)
    before = store.path.read_bytes()
    monkeypatch.setattr(os, "fsync", refuse)

    with pytest.raises(Expected) as caught:
        store.save(Settings())

    assert caught.value.fault is Fault.SETTINGS_NOT_WRITTEN
    assert caught.value.details == {"path": str(store.path), "reason": "No space left on device"}
    assert store.path.read_bytes() == before


def test_a_folder_that_is_a_file_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")

    with pytest.raises(Expected) as caught:
        SettingsFile(tmp_path / "config", WallClock()).save(CHANGED)

    assert caught.value.fault is Fault.FOLDER_NOT_MADE


def refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")
