"""The parent's buttons in the settings file: kept, and lost one by one where the file was spoiled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from babymassage_gui.core.inputs import Input, Meaning
from babymassage_gui.core.settings import Settings
from babymassage_gui.storage.settings_file import SettingsFile
from tests.fakes.clock import FakeClock

OWN = Input(one_button=True, keys={"F9": Meaning.GO_ON, "VolumeUp": Meaning.BACK})


@pytest.fixture
def store(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path, FakeClock().local_time)


def test_the_buttons_come_back(store: SettingsFile) -> None:
    store.save(Settings(input=OWN))
    assert store.load().input == OWN
    assert json.loads(store.path.read_text(encoding="utf-8"))["input"] == {
        "one_button": True,
        "keys": {"F9": "go-on", "VolumeUp": "back"},
    }


@pytest.mark.parametrize(
    "keys",
    [
        {"F9": "fly"},
        {"F9": 1},
        {"Escape": "next"},
        {"Tab": "next"},
        {"F9": "full-screen"},
        ["F9"],
        "next",
        {"": "next"},
    ],
)
def test_a_meaning_that_makes_no_sense_costs_the_meanings_only(store: SettingsFile, keys: object) -> None:
    store.path.write_text(json.dumps({"input": {"one_button": True, "keys": keys}}), encoding="utf-8")
    assert store.load().input == Input(one_button=True)
    assert store.bad_fields == ("input.keys",)
