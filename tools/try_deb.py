"""Try the .deb as a parent's computer would meet it: in a minimal Debian without Python. Needs root, debootstrap, Xvfb.

    sudo python3 tools/try_deb.py dist/babymassage-gui_….deb [--root FOLDER] [--suite bookworm]

Makes (or takes again) a minimal Debian in FOLDER from the mirror that this system uses, installs the package with what
it depends on and nothing else, plays a rehearsal, opens the window on a virtual screen that belongs to the outside,
tells it something, ends it, and takes the package away again. What is left then but the data of the user
is named, and the exit code is 1. Prints what it does; names no place of this machine.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import dev

PROGRAM = "babymassage-gui"
# What a package manager writes about itself, and libraries' caches: not the package's traces.
OWN_RECORDS = (
    "var/lib/dpkg",
    "var/lib/apt",
    "var/cache",
    "var/log",
    "etc/ld.so.cache",
    "tmp",
    "proc",
    "dev",
    "run",
    "data",
)
WINDOW_SECONDS, SESSION_SECONDS = 60, 120
# Where the first page has "Try it with a doll", in a window of 1280 by 800 at the upper left.
DOLL = (616, 730)


class TrialError(Exception):
    """The trial did not go as it must; the message says where."""


class Trial:
    """A minimal Debian, and the words that are said in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def say(self, text: str) -> None:
        print(text.replace(str(self.root), ""), flush=True)

    def inside(self, *words: str, screen: str = "", last: int = 6) -> str:
        """Run a command in the small system; its last lines are shown."""
        self.say(f"# {' '.join(words)}")
        settings = [
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME=/root",
            "LC_ALL=C.UTF-8",
            "DEBIAN_FRONTEND=noninteractive",
        ]
        settings += [f"DISPLAY={screen}"] if screen else []
        command = ["chroot", str(self.root), "/usr/bin/env", "-i", *settings, *words]
        begun = time.monotonic()
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if "://" not in line]
        self.say("\n".join(f"  {line}" for line in lines[-last:]))
        self.say(f"  ({time.monotonic() - begun:.1f} s, exit code {done.returncode})")
        if done.returncode:
            raise TrialError(f"{words[0]} ended with {done.returncode}")
        return done.stdout

    def said(self, *words: str) -> str:
        """What a command in the small system printed, without a word about it."""
        command = ["chroot", str(self.root), "/usr/bin/env", "-i", "PATH=/usr/bin:/bin", "HOME=/root", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def files(self) -> set[str]:
        """Every file of the small system but what its package manager writes about itself."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            place = Path(folder).relative_to(self.root).as_posix()
            folders[:] = [one for one in folders if not f"{place}/{one}".removeprefix("./").startswith(OWN_RECORDS)]
            found |= {f"{place}/{name}".removeprefix("./") for name in names}
        return {name for name in found if not name.startswith(OWN_RECORDS)}


def mirror() -> str:
    """The address of Debian that this system is set up with."""
    asked = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)"], capture_output=True, text=True, check=False
    )
    for line in asked.stdout.splitlines():
        if "security" not in line:
            return line
    raise TrialError("this system knows no mirror of Debian")


def make(root: Path, suite: str) -> None:
    """A minimal Debian, if there is none yet."""
    if (root / "etc" / "debian_version").is_file():
        return
    if not shutil.which("debootstrap"):
        dev.apt_install(["debootstrap"], "a small Debian")
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", suite, str(root), mirror()], capture_output=True, check=False
    )
    if made.returncode:
        raise TrialError("debootstrap could not make the small Debian")


@contextmanager
def screen_inside(root: Path) -> Iterator[str]:
    """A virtual screen of the outside, reachable from the inside."""
    place = Path("tmp/.X11-unix")
    (root / place).mkdir(parents=True, exist_ok=True)
    with dev.virtual_screen() as screen:
        subprocess.run(["mount", "--bind", f"/{place}", str(root / place)], check=True)
        try:
            yield screen["DISPLAY"]
        finally:
            subprocess.run(["umount", str(root / place)], check=True)


def window_named(title: str, screen: str) -> bool:
    asked = subprocess.run(
        ["xwininfo", "-root", "-tree"],
        env={**os.environ, "DISPLAY": screen},
        capture_output=True,
        text=True,
        check=False,
    )
    return re.search(rf'"{title}".*\b\d{{3,}}x\d{{3,}}', asked.stdout) is not None


def practise(trial: Trial, screen: str) -> None:
    """Press "Try it with a doll" on the first page, and see a whole session through at sixty times the speed."""
    if not shutil.which("xdotool"):
        trial.say("  left out: a session in the window, for there is no xdotool here")
        return
    press = ["xdotool", "mousemove", *map(str, DOLL), "click", "1"]
    subprocess.run(press, env={**os.environ, "DISPLAY": screen}, check=True)
    begun = time.monotonic()
    phases: list[str] = []
    while time.monotonic() - begun < SESSION_SECONDS:
        told = json.loads(trial.said(PROGRAM, "ctl", "--data-dir", "/data", "status", "--json"))
        if not phases or phases[-1] != told["phase"]:
            phases.append(told["phase"])
        if told.get("waiting"):
            trial.said(PROGRAM, "ctl", "--data-dir", "/data", "next")
        if told["phase"] == "ended":
            trial.say(f"  a rehearsal of {told['steps']} steps in the window: {', '.join(phases[:2])} … {phases[-1]}")
            return
        time.sleep(0.1)
    raise TrialError(f"the session in the window did not end: {phases[-4:]}")


def open_window(trial: Trial, screen: str) -> None:
    """Open the window, speak to it, play a session in it, picture it, and close it as a parent would."""
    words = ["/usr/bin/env", "-i", f"DISPLAY={screen}", "PATH=/usr/bin:/bin", "HOME=/root", "LC_ALL=C.UTF-8"]
    begun = time.monotonic()
    with (trial.root / "data" / "window.log").open("wb") as log:
        running = subprocess.Popen(
            ["chroot", str(trial.root), *words, PROGRAM, "--data-dir", "/data", "--speed", "60"], stdout=log, stderr=log
        )
    try:
        while not window_named("Baby massage", screen):
            if time.monotonic() - begun > WINDOW_SECONDS or running.poll() is not None:
                raise TrialError("no window was seen")
            time.sleep(0.02)
        trial.say(f"  the window stands after {time.monotonic() - begun:.2f} s")
        time.sleep(3)
        if shutil.which("import"):
            picture = trial.root.parent / "try-deb.png"
            subprocess.run(["import", "-display", screen, "-window", "root", str(picture)], check=False)
        trial.inside(PROGRAM, "ctl", "--data-dir", "/data", "status", "--json")
        trial.inside(PROGRAM, "--data-dir", "/data", screen=screen)
        trial.say("  a second start raised the first window and ended")
        practise(trial, screen)
        close = ["xdotool", "search", "--name", "Baby massage", "windowfocus", "key", "ctrl+q"]
        if shutil.which("xdotool"):
            subprocess.run(close, env={**os.environ, "DISPLAY": screen}, check=False, capture_output=True)
            trial.say(f"  closed with Ctrl+Q, exit code {running.wait(30)}")
    finally:
        running.terminate()
        running.wait(20)
    said = (trial.root / "data" / "window.log").read_text(encoding="utf-8").strip()
    trial.say(f"  the window said: {said or 'nothing'}")


def go_through(trial: Trial, package: Path) -> None:
    """The whole trial."""
    if list((trial.root / "usr" / "bin").glob("python*")):
        raise TrialError("there is a Python in the small Debian")
    trial.say("There is no Python in it.")
    (trial.root / "data").mkdir(exist_ok=True)
    trial.inside("apt-get", "-q", "update", last=1)
    before = trial.files()
    shutil.copy(package, trial.root / "tmp" / "package.deb")
    trial.inside("apt-get", "-q", "-y", "install", "--no-install-recommends", "/tmp/package.deb", last=2)
    if list((trial.root / "usr" / "bin").glob("python*")):
        raise TrialError("the package brought a Python")
    trial.inside(PROGRAM, "--version")
    trial.inside(PROGRAM, "check-content", last=3)
    trial.inside(PROGRAM, "rehearse", "--age-days", "90", "--minutes", "3", "--speed", "60", last=2)
    with screen_inside(trial.root) as screen:
        open_window(trial, screen)
    trial.inside("apt-get", "-q", "-y", "purge", "--autoremove", PROGRAM, last=2)
    left = sorted(trial.files() - before)
    trial.say(f"left of the package: {', '.join(left) or 'nothing'}")
    trial.say(f"left of the user: {', '.join(sorted(path.name for path in (trial.root / 'data').iterdir()))}")
    if left:
        raise TrialError("the package left traces")


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="try_deb.py", description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--root", type=Path, default=dev.ROOT / "build" / "small-debian")
    parser.add_argument("--suite", default="bookworm")
    asked = parser.parse_args(words)
    trial = Trial(asked.root.resolve())
    try:
        make(trial.root, asked.suite)
        trial.say(f"A minimal Debian ({asked.suite}), {asked.package.name}")
        go_through(trial, asked.package)
    except (TrialError, OSError, subprocess.SubprocessError) as trouble:
        trial.say(f"NOT AS IT MUST BE: {trouble}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
