"""Packs a bundle as a Debian package: the folder below /usr/lib, a link in /usr/bin, and what a desktop reads.

What the package depends on is asked of the bundle itself: each shared library that it needs and does not hold is looked
up in a table, and one that is not in the table stops the build. Build it on the oldest Debian that it should run on.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

import babymassage_gui
import dev

NAME = "babymassage-gui"
# Without these the program runs and says what is missing: sound, a voice, paper, Wayland, an input method.
OPTIONAL = (
    "plugins/texttospeech",
    "plugins/printsupport",
    "plugins/wayland",
    "libqwayland",
    "Multimedia",
    "libQt6Wayland",
)
# The libraries that the bundle leaves to the system, beside those that Qt's own wheels ask for: package and library.
MORE_LIBRARIES = """
    libc6               ld-linux-x86-64.so.2        libc6               libc.so.6
    libc6               libm.so.6                   libc6               libdl.so.2
    libc6               libpthread.so.0             libc6               libresolv.so.2
    libgcc-s1           libgcc_s.so.1               libstdc++6          libstdc++.so.6
    zlib1g              libz.so.1                   libx11-6            libX11.so.6
    libxcb1             libxcb.so.1                 libxcb-render0      libxcb-render.so.0
    libfreetype6        libfreetype.so.6            libglib2.0-0        libglib-2.0.so.0
    libzstd1            libzstd.so.1                libbrotli1          libbrotlicommon.so.1
    libbrotli1          libbrotlidec.so.1           libcups2            libcups.so.2
    libwayland-client0  libwayland-client.so.0      libwayland-cursor0  libwayland-cursor.so.0
    libspeechd2         libspeechd.so.2
"""
# A voice is a plugin, and a service that it speaks to.
RECOMMENDED = ("speech-dispatcher", "speech-dispatcher-espeak-ng")
CONTROL = """Package: {name}
Version: {version}
Section: education
Priority: optional
Architecture: {architecture}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Maintainer: The Baby massage maintainers <maintainers@babymassage.home.arpa>
Description: calm, step-by-step guide to baby massage
 Leads a parent through a massage of legs, arms, tummy, chest and back, one step
 at a time, in type that reads from across the changing table. Works offline and
 sends nothing anywhere. Not medical advice.
"""


def run(*words: str | Path) -> str:
    """What a command printed; empty where it failed."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def binaries(bundle: Path) -> list[Path]:
    """Every program and library of the bundle."""
    files = (path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if path.open("rb").read(4) == b"\x7fELF"]


def needed(bundle: Path) -> dict[str, set[str]]:
    """The libraries that the bundle needs and does not hold, and the files in it that need them."""
    inside = {path.name for path in bundle.rglob("*")}
    found: dict[str, set[str]] = {}
    for path in binaries(bundle):
        for library in re.findall(r"NEEDED\s+(\S+)", run("objdump", "-p", path)):
            if library not in inside:
                found.setdefault(library, set()).add(path.relative_to(bundle).as_posix())
    return found


def newest_glibc(bundle: Path) -> str:
    """The oldest libc that knows every name that the bundle asks of it."""
    asked = {name for path in binaries(bundle) for name in re.findall(r"GLIBC_(2\.\d+)", run("objdump", "-T", path))}
    return max(asked, key=lambda version: int(version.partition(".")[2]), default="2.34")


def packages() -> dict[str, str]:
    """Debian's package for each library that a bundle may ask of the system."""
    words = f"{dev.QT_LIBRARIES} {MORE_LIBRARIES}".split()
    return dict(zip(words[1::2], words[::2], strict=True))


def relations(bundle: Path) -> tuple[list[str], list[str]]:
    """What the package depends on, and what it recommends."""
    wants = needed(bundle)
    must: set[str] = set()
    may: set[str] = set()
    known = packages()
    unknown = sorted(set(wants) - set(known))
    if unknown:
        raise OSError(f"nobody has said yet which package brings {', '.join(unknown)} (bundle_deb.MORE_LIBRARIES)")
    for library in wants:
        package = known[library]
        optional = all(any(place in user for place in OPTIONAL) for user in wants[library])
        (may if optional else must).add(package)
    must.discard("libc6")
    libc = f"libc6 (>= {newest_glibc(bundle)})"
    return [libc, *sorted(must)], [*sorted(may - must), *RECOMMENDED]


def lay_out(bundle: Path, root: Path) -> None:
    """The files of the package, as they will lie on the system."""
    shutil.rmtree(root, ignore_errors=True)
    home, data = root / "usr" / "lib" / NAME, root / "usr" / "share"
    shutil.copytree(bundle, home, symlinks=True)
    shutil.copytree(home / "_internal" / "babymassage_gui" / "share", data)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    doc = data / "doc" / NAME
    doc.mkdir(parents=True)
    licences = (home / "_internal" / "LICENSES.md").read_text(encoding="utf-8")
    own = (home / "_internal" / "LICENSE").read_text(encoding="utf-8")
    (doc / "copyright").write_text(f"{own}\n{licences}", encoding="utf-8")
    root_of_project = Path(__file__).resolve().parents[1]
    changes = (root_of_project / "CHANGELOG.md").read_bytes()
    (doc / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=0))
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def pack(bundle: Path, build: Path, dist: Path, moment: int) -> list[Path]:
    """The .deb, if this system can make one."""
    if not shutil.which("dpkg-deb"):
        return []
    root = build / "deb"
    lay_out(bundle, root)
    depends, recommends = relations(bundle)
    size = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    architecture = run("dpkg", "--print-architecture").strip()
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(
        CONTROL.format(
            name=NAME, version=babymassage_gui.__version__, architecture=architecture, size=size,
            depends=", ".join(depends), recommends=", ".join(recommends),
        ), encoding="utf-8",
    )  # fmt: skip
    file = dist / f"{NAME}_{babymassage_gui.__version__}_{architecture}.deb"
    words = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(root), str(file)]
    made = subprocess.run(words, env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)}, capture_output=True, check=False)
    if made.returncode:
        raise OSError(f"dpkg-deb could not make the package: {made.stderr.decode(errors='replace')}")
    return [file]
