"""The settings file: damage costs the damaged fields only, and no file is written over unread."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.settings import (
    GET_READY_SECONDS,
    PARENT_LIMIT_MINUTES,
    TEXT_SCALES,
    Settings,
    Skin,
    ThemeChoice,
)
from babymassage_gui.storage import files
from babymassage_gui.storage.settings_file import SettingsFile
from tests.fakes.stored import WallClock

CHANGED = Settings(
    theme=ThemeChoice.NIGHT, text_scale=1.3, less_motion=True, baby_skin=Skin.COCOA, get_ready_seconds=9, parent_limit=7
)


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

    default = next(field.default for field in fields(Settings) if field.name == name)
    assert store.load() == replace(CHANGED, **{name: default})
    assert store.bad_fields == (name,)


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
    write(store, {"theme": "dark", "lullaby": {"volume": 3}})

    store.save(replace(store.load(), full_screen=True))

    content = json.loads(store.path.read_text())
    assert content["lullaby"] == {"volume": 3}
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
