"""Where things lie: in the folder that was named, beside a program that is carried about, or where the system asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from babymassage_gui.bootstrap_places import PORTABLE, folders, portable


def test_a_folder_that_is_named_goes_before_one_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "stick" / "babymassage-gui"))
    beside = tmp_path / "stick" / PORTABLE
    assert folders(None).data.name == "babymassage-gui"
    beside.mkdir(parents=True)
    found = folders(None)
    assert found.data == found.config == found.log == beside
    assert folders(tmp_path).data == tmp_path


def test_beside_an_app_of_macos_is_beside_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "Baby massage.app" / "Contents" / "MacOS" / "babymassage-gui"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(inside))
    (tmp_path / PORTABLE).mkdir()
    assert folders(None).data == tmp_path / PORTABLE


def test_a_file_of_that_name_or_nothing_is_no_folder(tmp_path: Path) -> None:
    assert portable(None) is None
    assert portable(tmp_path) is None
    (tmp_path / PORTABLE).write_text("", encoding="utf-8")
    assert portable(tmp_path) is None


def test_an_installed_program_has_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "lib" / "babymassage_gui"
    monkeypatch.setattr("babymassage_gui.bootstrap_places._PACKAGE", installed)
    (installed.parent / PORTABLE).mkdir(parents=True)
    assert folders(None).data.name == "babymassage-gui"
    (installed.parent / "dev.py").write_text("", encoding="utf-8")
    assert folders(None).data == installed.parent / PORTABLE
