"""What the program is shipped with: versions and licence texts, as they were installed. A test holds the list to the
pinned packages."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
# PySide6's own packages come without the text of their licence.
LGPL = "LGPL-3.0-only"
_LGPL_TEXTS = ("LGPL-3.0.txt", "GPL-3.0.txt")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program that others made: its name for people, its packages, its licence by its SPDX name."""

    title: str
    packages: tuple[str, ...]
    licence: str


PARTS = (
    Part("Qt, PySide6", ("PySide6-Essentials", "PySide6-Addons", "shiboken6"), LGPL),
    Part("pyqtgraph", ("pyqtgraph",), "MIT"),
    Part("NumPy", ("numpy",), "BSD-3-Clause"),
    Part("icalendar", ("icalendar",), "BSD-2-Clause"),
    Part("cattrs", ("cattrs",), "MIT"),
    Part("attrs", ("attrs",), "MIT"),
    Part("wakepy", ("wakepy",), "MIT"),
    Part("jeepney", ("jeepney",), "MIT"),
    Part("platformdirs", ("platformdirs",), "MIT"),
    Part("dateutil", ("python-dateutil",), "BSD-3-Clause"),
    Part("tzdata", ("tzdata",), "Apache-2.0"),
    Part("colorama", ("colorama",), "BSD-3-Clause"),
    Part("typing_extensions", ("typing-extensions",), "PSF-2.0"),
)


def version_of(part: Part) -> str:
    """The version that is installed; empty where the part is not on this system."""
    with suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version(part.packages[0])
    return ""


def own_licence() -> str:
    """The program's own licence: beside it in a checkout or a bundle, else where it was installed."""
    with suppress(OSError):
        return (_PACKAGE.parent / "LICENSE").read_text(encoding="utf-8")
    with suppress(importlib.metadata.PackageNotFoundError):
        return "\n\n".join(_texts(importlib.metadata.distribution(_PACKAGE.name)))
    return ""


def text_of(part: Part) -> str:
    """The text of a part's licence; empty if it was not installed along."""
    if part.licence == LGPL:
        return "\n\n".join((_PACKAGE / "licences" / name).read_text(encoding="utf-8") for name in _LGPL_TEXTS)
    texts: list[str] = []
    for package in part.packages:
        with suppress(importlib.metadata.PackageNotFoundError):
            texts += _texts(importlib.metadata.distribution(package))
    return "\n\n".join(texts)


def _texts(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    """The licence files of a distribution, by its list of files, or where that was not kept by its folder."""
    folder = Path(str(distribution.locate_file(""))) / f"{_folder(distribution)}"
    found = sorted({path for pattern in ("LICEN*", "licenses/LICEN*", "COPYING*") for path in folder.glob(pattern)})
    for path in found:
        if path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def _folder(distribution: importlib.metadata.Distribution) -> str:
    name = distribution.metadata["Name"].replace("-", "_").replace(".", "_")
    return f"{name.lower()}-{distribution.version}.dist-info"
