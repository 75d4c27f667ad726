"""What a Linux desktop reads is laid where it looks, starts this very program, and goes without a trace."""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

from babymassage_gui import bootstrap
from babymassage_gui.adapters.desktop_entry import (
    SHARE,
    DesktopEntry,
    config_home,
    data_home,
    exec_words,
    own_program,
    started_by,
)
from babymassage_gui.core.errors import Expected, Fault

PROGRAM = ("/home/ada/.local/bin/babymassage-gui",)
ID = "arpa.home.babymassage"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def entry_of(file: Path) -> ConfigParser:
    entry = ConfigParser(interpolation=None)
    entry.read(file, encoding="utf-8")
    return entry


def test_every_file_that_travels_with_the_program_is_laid_in_its_place(tmp_path: Path) -> None:
    laid = DesktopEntry(tmp_path, PROGRAM).install()
    assert files(tmp_path) == files(SHARE)
    assert {path.relative_to(tmp_path).as_posix() for path in laid} == files(SHARE)
    icon = f"icons/hicolor/48x48/apps/{ID}.png"
    assert (tmp_path / icon).read_bytes() == (SHARE / icon).read_bytes()


def test_the_entry_and_its_action_start_the_program_that_was_asked(tmp_path: Path) -> None:
    DesktopEntry(tmp_path, PROGRAM).install()
    entry = entry_of(tmp_path / "applications" / f"{ID}.desktop")
    assert entry["Desktop Entry"]["Exec"] == entry["Desktop Entry"]["TryExec"] == PROGRAM[0]
    assert entry["Desktop Action massage"]["Exec"] == f"{PROGRAM[0]} --open massage"
    assert entry["Desktop Entry"]["Icon"] == ID


def test_nothing_is_left_once_it_is_removed_and_what_others_have_there_stays(tmp_path: Path) -> None:
    other = tmp_path / "applications" / "other.desktop"
    other.parent.mkdir()
    other.write_text("theirs", encoding="utf-8")
    entry = DesktopEntry(tmp_path, PROGRAM)
    entry.install()
    entry.install()
    assert len(entry.remove()) == len(files(SHARE))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["applications", "other.desktop"]
    assert entry.remove() == ()


def test_a_place_that_cannot_be_written_is_said_and_is_no_bug(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("in the way", encoding="utf-8")
    with pytest.raises(Expected) as raised:
        DesktopEntry(tmp_path, PROGRAM).install()
    assert raised.value.fault is Fault.FILE_NOT_WRITTEN
    assert raised.value.exit_code == 73
    (tmp_path / "applications").unlink()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("/usr/bin/babymassage-gui",), "/usr/bin/babymassage-gui"),
        (("/home/a b/it", "--open", "today"), '"/home/a b/it" --open today'),
        (("/home/100%/it",), "/home/100%%/it"),
        (("/home/$x/`it`",), '"/home/\\\\$x/\\\\`it\\\\`"'),
        (('/home/"q"\\it',), '"/home/\\\\"q\\\\"\\\\\\\\it"'),
    ],
)
def test_paths_stand_in_an_exec_line_as_the_specification_asks(words: tuple[str, ...], line: str) -> None:
    assert exec_words(words) == line
    # Read as a desktop reads it: the string's escapes first, then the quotes, then the per cent.
    unescaped = line.replace("\\\\", "\\")
    quoted = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', unescaped)
    read = tuple(re.sub(r"\\(.)", r"\1", inside) or bare for inside, bare in quoted)
    assert tuple(word.replace("%%", "%") for word in read) == words


def test_lines_that_start_nothing_stay_as_they_are() -> None:
    lines = ["[Desktop Entry]", "Name=Exec=", "Exec=babymassage-gui", "TryExec=babymassage-gui", "# Exec"]
    assert list(started_by(lines, ("py", "-m", "x"))) == [
        "[Desktop Entry]", "Name=Exec=", "Exec=py -m x", "TryExec=py", "# Exec",
    ]  # fmt: skip


def test_the_users_folders_are_the_customary_ones_unless_whole_paths_are_named() -> None:
    home = Path("/home/ada")
    assert data_home({}, home) == home / ".local" / "share"
    assert data_home({"XDG_DATA_HOME": "/data"}, home) == Path("/data")
    assert data_home({"XDG_DATA_HOME": "data"}, home) == home / ".local" / "share"
    assert config_home({"XDG_CONFIG_HOME": "/config"}, home) == Path("/config")
    assert config_home({}, home) == home / ".config"


def test_the_program_knows_how_it_is_started_again(tmp_path: Path) -> None:
    script, package = tmp_path / "bin" / "babymassage-gui", tmp_path / "lib" / "babymassage_gui"
    script.parent.mkdir()
    script.write_text("", encoding="utf-8")
    module = str(package / "__main__.py")
    assert own_program([str(script)], "python", package, frozen=False) == (str(script),)
    assert own_program([module], "python", package, frozen=False) == ("python", "-m", "babymassage_gui")
    assert own_program([str(script)], "/opt/it", package, frozen=True) == ("/opt/it",)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "dev.py").write_text("", encoding="utf-8")
    again = own_program([module], "python", package, frozen=False)
    assert again == ("python", str(tmp_path / "lib" / "dev.py"), "run")


def test_the_command_lays_and_takes_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert bootstrap.run(["install-desktop"]) == 0
    assert "install-desktop --remove" in capsys.readouterr().out
    assert files(tmp_path) == files(SHARE)
    assert bootstrap.run(["install-desktop", "--remove"]) == 0
    assert "your data stays" in capsys.readouterr().out
    assert bootstrap.run(["install-desktop", "--remove"]) == 0
    assert capsys.readouterr().out == "there was nothing to remove\n"
    monkeypatch.setattr("sys.platform", "win32")
    assert bootstrap.run(["install-desktop"]) == 2
