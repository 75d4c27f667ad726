#!/usr/bin/env python3
"""Set this program up and start it, or run every check. Standard library only, the same on Linux, macOS and Windows.

    python3 dev.py run [WORDS…]     set up, then start the program; WORDS go to it
    python3 dev.py test [CHECK…]    set up, then run every check that CI runs (or only the named ones)
    python3 dev.py setup            set up only

All of its own talk goes to stderr, so that what the program prints stays clean. What is already set up is recognised
by a stamp (a hash of what it was made from), so an unchanged tree starts at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
OLDEST_PYTHON = (3, 11)
WINDOWS = os.name == "nt"
BASE_PYTHON = str(getattr(sys, "_base_executable", sys.executable))  # not that of a .venv about to be remade

# Installed beside everything else in .venv, and left out of .venv-headless, where the rules are proved to need no Qt.
WINDOW_PACKAGES = {"pyside6-addons", "pyside6-essentials", "shiboken6", "pyqtgraph", "numpy", "pytest-qt"}

# Options of the program that take a value. Any other word that is no option is a command; no command needs a screen.
VALUE_OPTIONS = {"--data-dir", "--speed", "--open"}

# What the Qt wheels and their xcb plugin expect of the system: Debian package and the library that it brings. Without
# libpulse the program runs without a sound, and says so.
QT_LIBRARIES = """
    libdbus-1-3         libdbus-1.so.3              libxcb-image0        libxcb-image.so.0
    libegl1             libEGL.so.1                 libxcb-keysyms1      libxcb-keysyms.so.1
    libfontconfig1      libfontconfig.so.1          libxcb-randr0        libxcb-randr.so.0
    libgl1              libGL.so.1                  libxcb-render-util0  libxcb-render-util.so.0
    libglib2.0-0        libgthread-2.0.so.0         libxcb-shape0        libxcb-shape.so.0
    libgssapi-krb5-2    libgssapi_krb5.so.2         libxcb-shm0          libxcb-shm.so.0
    libx11-xcb1         libX11-xcb.so.1             libxcb-sync1         libxcb-sync.so.1
    libxcb-cursor0      libxcb-cursor.so.0          libxcb-xfixes0       libxcb-xfixes.so.0
    libxcb-icccm4       libxcb-icccm.so.4           libxcb-xkb1          libxcb-xkb.so.1
    libxkbcommon0       libxkbcommon.so.0           libxkbcommon-x11-0   libxkbcommon-x11.so.0
    libpulse0           libpulse.so.0
"""


class SetupError(Exception):
    """Something a person has to do first; the message says what."""


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def succeeds(command: Sequence[str | Path]) -> bool:
    """Run a set-up command; show what it printed only if it fails."""
    done = subprocess.run(
        command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace"))
    return done.returncode == 0


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_qt_packages() -> list[str]:
    if not sys.platform.startswith("linux"):
        return []
    words = QT_LIBRARIES.split()
    return sorted(package for package, library in zip(words[::2], words[1::2], strict=True) if not loads(library))


def apt_prefix() -> list[str] | None:
    """The words before `apt-get`, or None where this program may not install system packages."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    allowed = shutil.which("sudo") and subprocess.run([*sudo, "true"], check=False, capture_output=True).returncode == 0
    return sudo if allowed else None


def apt_install(packages: Sequence[str], purpose: str) -> bool:
    """Name what is missing and install it where that is allowed. False: it is still missing."""
    names = " ".join(packages)
    prefix = apt_prefix()
    if prefix is None:
        say(f"missing for {purpose}: {names}\n        On Debian and Ubuntu: sudo apt-get install {names}")
        return False
    say(f"missing for {purpose}: {names}; installing")
    apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    succeeds([*apt_get, "update"])  # where it fails, the lists that are there may still do
    if succeeds([*apt_get, "install", "--no-install-recommends", *packages]):
        return True
    say("apt-get could not install that; its own words are above")
    return False


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if WINDOWS else "bin/python")


def pinned(leave_out: set[str], lock: Path | None = None) -> str:
    """A lock file without the named packages (each entry starts in column one, its hashes are indented)."""
    kept: list[str] = []
    keep = True
    for line in (lock or LOCK).read_text(encoding="utf-8").splitlines():
        if line[:1].isalpha():
            keep = line.split("==")[0].strip().lower() not in leave_out
        if keep:
            kept.append(line)
    return "\n".join(kept) + "\n"


def make_venv(venv: Path) -> list[str]:
    """Make an empty environment; the answer is the pip command that installs into it."""
    shutil.rmtree(venv, ignore_errors=True)
    make = [BASE_PYTHON, "-m", "venv", str(venv)]
    pip = [str(python_of(venv)), "-m", "pip"]
    if importlib.util.find_spec("ensurepip") is None:  # Debian's Python without python3-venv
        if importlib.util.find_spec("pip") is not None:  # whose own pip can serve the new environment
            make.append("--without-pip")
            pip = [BASE_PYTHON, "-m", "pip", "--python", str(python_of(venv))]
        else:
            package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            if not apt_install([package], "making virtual environments"):
                raise SetupError(f"this Python cannot make virtual environments: install {package} and start again")
    if not succeeds(make):
        raise SetupError(f"could not make the virtual environment {venv.name}; Python's own words are above")
    return pip


def ensure_venv(name: str, leave_out: set[str] | None = None, lock: Path | None = None) -> Path:
    """The environment's Python, with exactly the pinned packages in it; remade when the pins or the Python changed."""
    venv = ROOT / name
    wanted = pinned(leave_out or set(), lock)
    stamp = hashlib.sha256(f"{wanted}{sys.version}{venv}".encode()).hexdigest()
    stamp_file = venv / "made-from"
    if stamp_file.is_file() and stamp_file.read_text() == stamp and python_of(venv).exists():
        return python_of(venv)
    say(f"setting up {name} (a few minutes the first time)")
    pip = make_venv(venv)
    pins = venv / "requirements.txt"
    pins.write_text(wanted, encoding="utf-8")
    options = "--quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes --requirement"
    if not succeeds([*pip, "install", *options.split(), pins]):
        raise SetupError("could not install the pinned packages; pip's own words are above (is there a network?)")
    stamp_file.write_text(stamp)
    return python_of(venv)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold a lock while setting up, so that two starts at once do not undo each other's work."""
    with (ROOT / ".setup.lock").open("w") as handle:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def needs_window(words: Sequence[str]) -> bool:
    """Whether these words open the window: no command among them and no question that is answered in the terminal."""
    rest = iter(words)
    for word in rest:
        if word in ("-h", "--help", "--version"):
            return False
        if word in VALUE_OPTIONS:
            next(rest, None)
        elif not word.startswith("-"):
            return False
    return True


def has_screen(environment: Mapping[str, str]) -> bool:
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """A private Xvfb, as the variables that point at it; where there is none, Qt's off-screen drawing."""
    if not shutil.which("Xvfb"):
        apt_install(["xvfb"], "a virtual screen")
    xvfb = shutil.which("Xvfb")
    if not xvfb:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise SetupError("the virtual screen (Xvfb) did not start")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
    finally:
        server.terminate()
        server.wait()


def run_and_wait(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run to the end, handing on an interrupt or a polite kill; the answer is the exit code a shell would show."""
    child = subprocess.Popen(command, env=environment)
    before = signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    try:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # the child had it too, and decides
                code = child.wait()
                return code if code >= 0 else 128 - code
    finally:
        signal.signal(signal.SIGTERM, before)


def setup(window: bool) -> Path:
    with one_at_a_time():
        python = ensure_venv(".venv")
        if window:
            missing = missing_qt_packages()
            if missing:
                apt_install(missing, "the window (Qt)")  # where it may not, Qt itself decides if it can do without
            if not succeeds([python, ROOT / "tools" / "build_assets.py"]):
                raise SetupError("could not build the assets; the reason is above")
    return python


def run(words: Sequence[str]) -> int:
    window = needs_window(words)
    command = [str(setup(window)), "-m", "babymassage_gui", *words]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}
    if window and not has_screen(environment):
        say("no screen found (DISPLAY and WAYLAND_DISPLAY are empty): starting on a virtual one, which nobody can see")
        with virtual_screen() as screen:
            return run_and_wait(command, {**environment, **screen})
    return run_and_wait(command, environment)


def test(checks: Sequence[str]) -> int:
    python = setup(window=True)
    with one_at_a_time():
        headless = ensure_venv(".venv-headless", WINDOW_PACKAGES)
    command = [str(python), str(ROOT / "tools" / "checks.py"), "--headless-python", str(headless), *checks]
    if not sys.platform.startswith("linux"):
        return run_and_wait(command, os.environ)
    with virtual_screen() as screen:
        return run_and_wait(command, {**os.environ, **screen})


def main(words: Sequence[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        say(f"this program needs Python 3.11 or newer; this is Python {platform.python_version()} ({sys.executable})")
        return 78
    commands = {"run": run, "test": test}
    try:
        if words and words[0] in commands:
            return commands[words[0]](words[1:])
        if list(words) == ["setup"]:
            setup(window=True)
            return 0
    except (SetupError, OSError) as trouble:
        say(str(trouble))
        return 78
    except KeyboardInterrupt:
        return 130
    if list(words) in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
