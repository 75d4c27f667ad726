"""Build the packages for parents whose computer has no Python: one command, a folder, two files.

    python3 tools/bundle.py [--site ADDRESS]

Sets up build/bundle-venv from packaging/requirements-bundle.lock, lets PyInstaller make build/bundle/babymassage-gui
of packaging/babymassage.spec, and packs it: on Linux as dist/….tar.xz and dist/….deb, elsewhere the folder (or the
.app) is left for the system's own packer (see packaging/README.md). ADDRESS is where the project's pictures lie; it
goes into the metainfo. Says at the end what each part weighs. Standard library only.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import babymassage_gui
import dev
from tools import bundle_deb

ROOT = dev.ROOT
LOCK = ROOT / "packaging" / "requirements-bundle.lock"
SPEC = ROOT / "packaging" / "babymassage.spec"
BUNDLE = ROOT / "build" / "bundle" / "babymassage-gui"
DIST = ROOT / "dist"
NO_SITE = "https://babymassage.home.arpa"
MOST_COMPRESSED = 90 * 1024 * 1024
# What a part of the bundle is called in the list of weights: the first that fits.
PARTS = (
    ("Qt's libraries and plugins", "_internal/PySide6/Qt/"),
    ("PySide6, what Python calls Qt with", "_internal/PySide6/"),
    ("shiboken6", "_internal/shiboken6"),
    ("numpy, for the chart", "_internal/numpy"),
    ("pyqtgraph, the chart", "_internal/pyqtgraph"),
    ("the program's pictures, words and content", "_internal/babymassage_gui"),
    ("Python and its library", "_internal/python3"),
    ("Python and its library", "_internal/libpython"),
    ("Python and its library", "_internal/base_library"),
    ("the program and the pure Python it needs", "babymassage-gui"),
    ("the rest", ""),
)


def weights(folder: Path) -> dict[str, int]:
    """Bytes for each part; a file counts once, a link not at all."""
    found: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(folder).as_posix()
            part = next(title for title, begins in PARTS if name.startswith(begins))
            found[part] = found.get(part, 0) + path.stat().st_size
    return found


def made_at() -> int:
    """The moment that the packages carry: that of the last commit, so that the same sources give the same files."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(asked.stdout.strip() or 0)


def freeze(python: Path) -> None:
    """The folder with everything in it."""
    if not dev.succeeds([python, ROOT / "tools" / "build_assets.py"]):
        raise dev.SetupError("could not build the assets; the reason is above")
    words = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    places = ["--distpath", str(BUNDLE.parent), "--workpath", str(ROOT / "build" / "pyinstaller")]
    dev.say("freezing the program (a minute)")
    if not dev.succeeds([python, "-m", "PyInstaller", *words, *places, str(SPEC)]):
        raise dev.SetupError("PyInstaller could not make the bundle; its own words are above")


def sign(site: str) -> None:
    """Write where the project's pictures lie into the metainfo of the bundle."""
    (metainfo,) = (BUNDLE / "_internal" / "babymassage_gui" / "share" / "metainfo").glob("*.xml")
    text = metainfo.read_text(encoding="utf-8").replace(NO_SITE, site.rstrip("/"))
    metainfo.write_text(text, encoding="utf-8")


def pack_tar(moment: int) -> Path:
    """The folder as a .tar.xz: unpack it anywhere and start `babymassage-gui` in it."""
    file = DIST / f"babymassage-gui-{babymassage_gui.__version__}-linux-{platform.machine()}.tar.xz"

    def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.mtime, info.uid, info.gid, info.uname, info.gname = moment, 0, 0, "root", "root"
        return info

    with tarfile.open(file, "w:xz", preset=9) as tar:
        for path in sorted([BUNDLE, *BUNDLE.rglob("*")]):
            tar.add(path, f"{BUNDLE.name}/{path.relative_to(BUNDLE)}", recursive=False, filter=plain)
    return file


def say_weights(packed: Sequence[Path]) -> int:
    """Print what each part weighs; 1 if a package is larger than a parent should have to fetch."""
    found = weights(BUNDLE)
    print(f"{sum(found.values()) / 2**20:7.1f} MiB  unpacked, of that")
    for part, size in sorted(found.items(), key=lambda one: -one[1]):
        print(f"{size / 2**20:7.1f} MiB  {part}")
    for file in packed:
        print(f"{file.stat().st_size / 2**20:7.1f} MiB  {file.relative_to(ROOT)}")
    return 1 if any(file.stat().st_size > MOST_COMPRESSED for file in packed) else 0


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="bundle.py", description="Build the packages that need no Python.")
    parser.add_argument("--site", default=NO_SITE, metavar="ADDRESS", help="where the project's pictures lie")
    asked = parser.parse_args(words)
    try:
        with dev.one_at_a_time():
            python = dev.ensure_venv("build/bundle-venv", lock=LOCK)
        freeze(python)
        sign(asked.site)
        packed: list[Path] = []
        if sys.platform.startswith("linux"):
            DIST.mkdir(exist_ok=True)
            dev.say("packing (two minutes)")
            packed = [pack_tar(made_at()), *bundle_deb.pack(BUNDLE, ROOT / "build", DIST, made_at())]
    except (dev.SetupError, OSError) as trouble:
        dev.say(str(trouble))
        return 78
    if not shutil.which("dpkg-deb"):
        dev.say("left out: the .deb, for there is no dpkg-deb here")
    return say_weights(packed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
