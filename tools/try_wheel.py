"""Build the sdist and the wheel, and try the wheel where nothing of this checkout is: a clean environment of its own.

    python3 tools/try_wheel.py [--keep]

Builds without a network, in build/bundle-venv (the setuptools and the Qt compilers that its lock pins), the wheel once
from the checkout and once from the sdist, and compares the two. Then installs the pinned packages and the wheel into
build/wheel-venv, and runs the program there: content, a rehearsal, the entry among the desktop's programs and its way
out again. Says what each did; the exit code is 1 if anything is not as it must be. `--keep` leaves the environment.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import babymassage_gui
import dev
from tools.bundle import DIST, LOCK, ROOT

PACKAGE = "babymassage_gui"
# What is shipped beside the modules, as patterns below the package.
CARRIED = ("resources.rcc", "content/*.toml", "share/**/*", "licences/*")
HOOKS = "import sys; from setuptools import build_meta; print(build_meta.build_{}(sys.argv[1]))"
# What the lock of the bundle pins beside what the program needs.
BUILDERS = {"altgraph", "macholib", "packaging", "pefile", "pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes",
            "setuptools"}  # fmt: skip
RUNS = (
    ("--version",),
    ("check-content",),
    ("rehearse", "--age-days", "90", "--minutes", "3", "--speed", "200"),
    ("install-desktop",),
    ("install-desktop", "--remove"),
)


class TrialError(Exception):
    """Something is not as it must be."""


def carried(root: Path) -> set[str]:
    """What a wheel made from a checkout has to hold."""
    package = root / PACKAGE
    found = {path for pattern in ("**/*.py", *CARRIED) for path in package.glob(pattern) if path.is_file()}
    return {path.relative_to(root).as_posix() for path in found if "__pycache__" not in path.parts}


def missing(wheel: Path, root: Path) -> list[str]:
    """What a wheel lacks, and what it has beside the program and its own metadata."""
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    inside = {name for name in names if name.startswith(f"{PACKAGE}/")}
    others = {name for name in names if not name.startswith((f"{PACKAGE}/", f"{PACKAGE}-"))}
    return [f"lacks {name}" for name in sorted(carried(root) - inside)] + [
        f"has {name}" for name in sorted((inside - carried(root)) | others)
    ]


def built(kind: str, python: Path, checkout: Path, out: Path) -> Path:
    """A package of a checkout, made by its own build backend."""
    out.mkdir(parents=True, exist_ok=True)
    words = [str(python), "-c", HOOKS.format(kind), str(out)]
    done = subprocess.run(words, cwd=checkout, capture_output=True, text=True, check=False)
    if done.returncode:
        raise TrialError(f"the {kind} could not be built:\n{done.stdout}{done.stderr}")
    return out / done.stdout.split()[-1]


def build_both(python: Path) -> Path:
    """The sdist and the wheel in dist/; the wheel, which a wheel made of the sdist does not differ from."""
    sdist, wheel = built("sdist", python, ROOT, DIST), built("wheel", python, ROOT, DIST)
    faults = missing(wheel, ROOT)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(sdist) as packed:
            packed.extractall(folder, filter="data")
        (unpacked,) = Path(folder).iterdir()
        again = built("wheel", python, unpacked, Path(folder) / "dist")
        with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
            faults += [f"only in one of the wheels: {name}" for name in {*one.namelist()} ^ {*other.namelist()}]
    if faults:
        raise TrialError("\n".join(faults))
    for made in (sdist, wheel):
        print(f"{made.stat().st_size / 2**20:7.2f} MiB  {made.relative_to(ROOT)}")
    return wheel


def clean_environment(wheel: Path) -> Path:
    """A new environment with the pinned packages of a parent's installation, and the wheel."""
    python = dev.ensure_venv("build/wheel-venv", BUILDERS, LOCK)
    words = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", str(wheel)]
    if not dev.succeeds(words):
        raise TrialError("pip could not install the wheel")
    return python


def try_out(python: Path) -> None:
    """Run the installed program from a folder where nothing of this checkout is."""
    program = python.parent / "babymassage-gui"
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": os.defpath, "HOME": folder, "XDG_DATA_HOME": f"{folder}/share", "LC_ALL": "C.UTF-8"}
        for words in RUNS:
            done = subprocess.run(
                [program, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            lines = (done.stdout + done.stderr).strip().splitlines()
            print(f"$ babymassage-gui {' '.join(words)}\n  {(lines or ['']).pop()[:150]}".replace(folder, "~"))
            if done.returncode:
                raise TrialError(f"it ended with {done.returncode}: {done.stderr}")
        left = [path for path in Path(folder, "share").rglob("*") if path.is_file()]
        if left:
            raise TrialError(f"left behind: {left}")


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="try_wheel.py", description=__doc__.splitlines()[0])
    parser.add_argument("--keep", action="store_true", help="leave the environment that it was tried in")
    asked = parser.parse_args(words)
    try:
        with dev.one_at_a_time():
            builder = dev.ensure_venv("build/bundle-venv", lock=LOCK)
        wheel = build_both(builder)
        with dev.one_at_a_time():
            python = clean_environment(wheel)
        try_out(python)
    except (TrialError, dev.SetupError, OSError) as trouble:
        print(f"NOT AS IT MUST BE: {trouble}")
        return 1
    finally:
        if not asked.keep:
            shutil.rmtree(ROOT / "build" / "wheel-venv", ignore_errors=True)
    print(f"The wheel of {babymassage_gui.__version__} carries everything and runs in a clean environment.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
