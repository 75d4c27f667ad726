"""The one command that sets everything up: what it decides, what it says, what it leaves alone."""

from __future__ import annotations

import importlib.util
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev
from babymassage_gui import __version__

LOCKED = re.findall(r"^([a-z0-9-]+)==(\S+)", dev.LOCK.read_text(encoding="utf-8"), re.MULTILINE)
NEEDS_XVFB = pytest.mark.skipif(not shutil.which("Xvfb"), reason="only where Xvfb is installed")


@pytest.mark.parametrize("words", [[], ["--data-dir", "log"], ["--data-dir=x", "--speed", "4"], ["--unknown"]])
def test_options_alone_open_the_window(words: list[str]) -> None:
    assert dev.needs_window(words)


@pytest.mark.parametrize(
    "line",
    [
        "plan",
        "--data-dir x log --json",
        "--speed=2 rehearse",
        "no-such-command",
        "-h",
        "--help",
        "--speed 2 --version",
    ],
)
def test_commands_and_questions_need_no_window(line: str) -> None:
    assert not dev.needs_window(line.split())


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_screen_is_what_the_environment_says(
    environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.has_screen(environment) is expected


def test_the_lock_pins_everything_that_the_project_asks_for() -> None:
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {
        re.split(r"[<>=~!; ]", wish)[0].lower()
        for wish in [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    }
    assert asked <= {name for name, _ in LOCKED}


def test_every_pin_has_a_hash_and_the_lock_names_no_address() -> None:
    text = dev.LOCK.read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(LOCKED)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.search(r"https?://|file:|--[a-z-]*(index|links)", text) is None


def test_qt_stays_at_the_version_that_is_known_to_be_sound() -> None:
    versions = [version for name, version in LOCKED if name in ("pyside6-essentials", "shiboken6")]
    assert len(versions) == 2
    assert all(version.startswith("6.11.") for version in versions)


def test_leaving_packages_out_takes_them_and_their_hashes_and_nothing_else() -> None:
    kept = dev.pinned(dev.WINDOW_PACKAGES)
    names = [name for name, _ in LOCKED]
    assert set(names) >= dev.WINDOW_PACKAGES
    assert re.findall(r"^([a-z0-9-]+)==", kept, re.MULTILINE) == [n for n in names if n not in dev.WINDOW_PACKAGES]
    left_out = set(dev.pinned(set()).splitlines()) - set(kept.splitlines())
    assert left_out
    assert dev.pinned(set()) == dev.LOCK.read_text(encoding="utf-8")


def test_an_environment_is_made_once_and_again_only_when_the_pins_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    make_for_real = dev.make_venv

    def make_and_count(venv: Path) -> list[str]:
        made.append(venv)
        return make_for_real(venv)

    lock = tmp_path / "requirements.lock"
    lock.write_text("# nothing is needed\n", encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "make_venv", make_and_count)

    python = dev.ensure_venv("env")
    (tmp_path / "env" / "left-behind").touch()
    assert dev.ensure_venv("env") == python
    assert len(made) == 1
    assert (
        subprocess.run([python, "-c", "import sys; sys.exit(sys.prefix == sys.base_prefix)"], check=False).returncode
        == 0
    )

    lock.write_text("# nothing is needed any more\n", encoding="utf-8")
    dev.ensure_venv("env")
    assert len(made) == 2
    assert not (tmp_path / "env" / "left-behind").exists()


def test_a_python_that_cannot_make_environments_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev, "apt_prefix", lambda: None)
    package = f"python3.{sys.version_info.minor}-venv"
    with pytest.raises(dev.SetupError, match=package):
        dev.make_venv(tmp_path / "env")
    assert f"sudo apt-get install {package}" in capsys.readouterr().err


def test_system_packages_are_named_and_left_alone_where_it_may_not_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[Sequence[str | Path]] = []
    monkeypatch.setattr(dev, "apt_prefix", lambda: None)
    monkeypatch.setattr(dev, "succeeds", ran.append)
    assert not dev.apt_install(["libegl1", "libgl1"], "the window (Qt)")
    assert capsys.readouterr().err.count("libegl1 libgl1") == 2
    assert ran == []


@pytest.mark.parametrize("prefix", [[], ["sudo", "-n"]])
def test_system_packages_are_installed_where_it_may(prefix: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Sequence[str]] = []

    def note(command: Sequence[str]) -> bool:
        ran.append(command)
        return "update" not in command  # out-of-date lists are no reason to give up

    monkeypatch.setattr(dev, "apt_prefix", lambda: prefix)
    monkeypatch.setattr(dev, "succeeds", note)
    assert dev.apt_install(["libegl1"], "the window (Qt)")
    assert [command[-1] for command in ran] == ["update", "libegl1"]
    assert all(command[: len(prefix) + 1] == [*prefix, "env"] for command in ran)


def test_only_libraries_that_do_not_load_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda library: "xcb" not in library)
    missing = dev.missing_qt_packages()
    assert {"libxcb-cursor0", "libx11-xcb1"} <= set(missing)
    assert "libegl1" not in missing


@pytest.mark.parametrize(("script", "code"), [("pass", 0), ("raise SystemExit(65)", 65)])
def test_the_programs_exit_code_is_handed_on(script: str, code: int) -> None:
    assert dev.run_and_wait([sys.executable, "-c", script], {}) == code


@pytest.mark.skipif(dev.WINDOWS, reason="signals are a matter of POSIX")
def test_a_killed_program_ends_as_a_shell_would_say_it() -> None:
    script = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert dev.run_and_wait([sys.executable, "-c", script], {}) == 128 + signal.SIGKILL


@NEEDS_XVFB
def test_a_virtual_screen_is_there_inside_and_gone_after() -> None:
    with dev.virtual_screen() as screen:
        socket = Path("/tmp/.X11-unix") / f"X{screen['DISPLAY'].lstrip(':')}"
        assert socket.exists()
    assert not socket.exists()


def test_without_xvfb_qt_draws_off_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "apt_install", lambda packages, purpose: False)
    with dev.virtual_screen() as screen:
        assert screen == {"QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("words", [[], ["start"], ["setup", "now"]])
def test_unknown_words_get_the_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "python3 dev.py run" in printed.err


def test_an_old_python_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    assert dev.main(["run"]) == 78
    assert re.fullmatch(r"dev\.py: this program needs Python .* or newer; this is Python .*\n", capsys.readouterr().err)


def test_trouble_while_setting_up_is_a_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(window: bool) -> Path:
        raise dev.SetupError("no network")

    monkeypatch.setattr(dev, "setup", fail)
    assert dev.main(["run", "plan"]) == 78
    assert capsys.readouterr().err == "dev.py: no network\n"


def run_dev(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, dev.ROOT / "dev.py", *words], capture_output=True, encoding="utf-8", check=False
    )


def test_where_all_is_set_up_only_the_program_speaks() -> None:
    done = run_dev("run", "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"babymassage-gui {__version__}\n", "")


def test_it_knows_which_options_of_the_program_take_a_value() -> None:
    options = run_dev("run", "--help").stdout.partition("options:")[2]
    assert set(re.findall(r"^ +(?:-\w \w+, )?(--[a-z-]+) [A-Z]+", options, re.MULTILINE)) == dev.VALUE_OPTIONS


def test_what_may_not_be_played_ends_as_the_program_says() -> None:
    done = run_dev("run", "plan", "--age-days", "1", "--minutes", "3")
    assert done.returncode == 2
    assert done.stdout == ""
