"""The colours are known before anything else is: from the settings file, whatever state it is in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from babymassage_gui.core.settings import Settings, ThemeChoice
from babymassage_gui.storage.first_look import FILE_NAME, colours_asked
from babymassage_gui.storage.settings_file import SettingsFile


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_the_colours_are_those_that_were_saved(tmp_path: Path, choice: ThemeChoice) -> None:
    SettingsFile(tmp_path, lambda: datetime.now(UTC)).save(Settings(theme=choice))
    assert colours_asked(tmp_path) == choice


@pytest.mark.parametrize("content", [b"{}", b"[]", b"night", b"\xff", b'{"theme": 3}', b"[" * 100_000])
def test_a_file_without_sense_asks_for_nothing_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / FILE_NAME
    file.write_bytes(content)
    assert colours_asked(tmp_path) == ""
    assert file.read_bytes() == content


def test_without_a_file_or_a_folder_nothing_is_asked_for(tmp_path: Path) -> None:
    assert colours_asked(tmp_path) == ""
    assert colours_asked(tmp_path / "none") == ""
    (tmp_path / "file").touch()
    assert colours_asked(tmp_path / "file") == ""
