"""What a desktop reads about the program is valid and says one thing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from babymassage_gui.gui.resources import APP_ID
from tools import check_desktop, make_icons


@pytest.fixture
def share(tmp_path: Path) -> Path:
    return Path(shutil.copytree(check_desktop.SHARE, tmp_path / "share"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_id_is_one_everywhere() -> None:
    assert APP_ID == check_desktop.APP_ID == make_icons.APP_ID
    assert check_desktop.disagreements(check_desktop.SHARE) == []


@pytest.mark.parametrize(
    ("place", "old", "new", "says"),
    [
        (0, f"Icon={APP_ID}", "Icon=baby", "icon: 'baby'"),
        (0, "Name=Baby massage\n", "Name=Massage\n", "name: 'Baby massage'"),
        (1, 'version="0.1.0"', 'version="0.0.9"', "newest release: '0.0.9'"),
        (1, f"{APP_ID}.desktop", "other.desktop", "launchable: 'other.desktop'"),
    ],
)
def test_two_files_that_say_different_things_are_found(
    share: Path, place: int, old: str, new: str, says: str
) -> None:  # fmt: skip
    change(check_desktop.files(share)[place], old, new)
    assert any(line.startswith(says) for line in check_desktop.disagreements(share))


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed")
def test_a_desktop_file_that_is_not_valid_is_found(share: Path) -> None:
    change(check_desktop.files(share)[0], "Terminal=false", "Terminal=perhaps")
    assert any("perhaps" in line for line in check_desktop.validate(share))


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstreamcli is not installed")
def test_even_a_pedantic_word_about_the_metainfo_counts(share: Path) -> None:
    assert not any("appstreamcli" in line for line in check_desktop.validate(share))
    change(check_desktop.files(share)[1], '<content_rating type="oars-1.1" />', "")
    assert any("content-rating" in line for line in check_desktop.validate(share))


def test_a_validator_that_may_not_be_installed_is_said_to_be_left_out(
    share: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _program: None)
    monkeypatch.setattr(check_desktop.dev, "apt_install", lambda _packages, _purpose: False)
    assert check_desktop.validate(share) == []
    assert capsys.readouterr().out.count("LEFT OUT") == 2
