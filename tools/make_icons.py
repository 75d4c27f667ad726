"""Make every file of the program's icon from its one source, assets/app-icon/babymassage.svg.

    make_icons.py            write the icons of Linux (babymassage_gui/share), Windows and macOS (packaging/)
    make_icons.py --check    compare those that are there with the source; the exit code is 1 if any differs

The source holds three drawings: large, small and symbolic. Paints with Qt's own SVG renderer, off any screen. The files
are kept in the repository, for a wheel is built where no Qt library can paint.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "assets" / "app-icon" / "babymassage.svg"
APP_ID = "arpa.home.babymassage"
HICOLOR = "babymassage_gui/share/icons/hicolor"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)
# From here up the hands are drawn too.
LARGE_FROM = 48
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# What each kind of picture in an .icns is called; two of a size serve screens of one and of two pixels to a point.
ICNS_SIZES = (
    ("icp4", 16), ("ic11", 32), ("icp5", 32), ("ic12", 64), ("ic07", 128), ("ic13", 256), ("ic08", 256),
    ("ic14", 512), ("ic09", 512), ("ic10", 1024),
)  # fmt: skip
# Two machines may round the light of a pixel at an edge differently.
SAME_WITHIN = 3
_SVG = "http://www.w3.org/2000/svg"


def drawing(name: str) -> bytes:
    """One of the source's drawings as an SVG of its own; the one in one colour has the size of a panel."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(SOURCE.read_bytes())
    for part in list(root):
        named = part.get("id")
        if (part.tag == f"{{{_SVG}}}g" and named != name) or (part.tag == f"{{{_SVG}}}defs" and name == "symbolic"):
            root.remove(part)
    if name == "symbolic":
        (group,) = root
        del group.attrib["transform"]
        root.set("viewBox", "0 0 16 16")
        root.set("width", "16")
        root.set("height", "16")
    ElementTree.indent(root)
    return ElementTree.tostring(root) + b"\n"


def paint(size: int) -> QImage:
    """The icon in a square of so many pixels."""
    renderer = QSvgRenderer(QByteArray(drawing("large" if size >= LARGE_FROM else "small")))
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """A picture as a PNG, packed as small as it goes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # the stub knows the format as bytes only
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon of Windows: a table of contents, then a PNG each (0 stands for 256 pixels)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    rows = b""
    for size, picture in pictures.items():
        rows += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + rows + b"".join(pictures.values())


def icns(pictures: Sequence[tuple[str, bytes]]) -> bytes:
    """An icon of macOS: each PNG behind its kind and its length."""
    body = b"".join(kind.encode() + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def files() -> Iterator[tuple[str, bytes]]:
    """Every file of the icon: its path below the root, and what it holds."""
    pictures = {size: png(paint(size)) for size in {*SIZES, *ICO_SIZES, *(size for _, size in ICNS_SIZES)}}
    for size in SIZES:
        yield f"{HICOLOR}/{size}x{size}/apps/{APP_ID}.png", pictures[size]
    yield f"{HICOLOR}/scalable/apps/{APP_ID}.svg", drawing("large")
    yield f"{HICOLOR}/symbolic/apps/{APP_ID}-symbolic.svg", drawing("symbolic")
    yield "packaging/windows/babymassage.ico", ico({size: pictures[size] for size in ICO_SIZES})
    yield "packaging/macos/babymassage.icns", icns([(kind, pictures[size]) for kind, size in ICNS_SIZES])


def alike(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same picture: PNGs by what is seen, all others byte by byte."""
    if one == other or not one.startswith(b"\x89PNG"):
        return one == other
    first, second = (QImage.fromData(data).convertToFormat(QImage.Format.Format_RGBA8888) for data in (one, other))
    if first.size() != second.size():
        return False
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return all(abs(a - b) <= SAME_WITHIN for a, b in pairs)


def parts(name: str, data: bytes) -> list[bytes]:
    """The pictures in a file: those packed in an icon of Windows or macOS, or the file itself."""
    if name.endswith(".ico"):
        rows = [struct.unpack_from("<II", data, 14 + 16 * row) for row in range(struct.unpack_from("<H", data, 4)[0])]
        return [data[place : place + length] for length, place in rows]
    if name.endswith(".icns"):
        found, place = [], 8
        while place < len(data):
            (length,) = struct.unpack_from(">I", data, place + 4)
            found.append(data[place + 8 : place + length])
            place += length
        return found
    return [data]


def stale(root: Path) -> list[str]:
    """The files below `root` that are not there, or show something else than the source."""
    found = []
    for name, wanted in files():
        path = root / name
        there = parts(name, path.read_bytes()) if path.is_file() else []
        made = parts(name, wanted)
        if len(there) != len(made) or not all(alike(one, other) for one, other in zip(there, made, strict=True)):
            found.append(name)
    return found


def main(words: Sequence[str]) -> int:
    if list(words) not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(["make_icons"])
    application.setApplicationName("make_icons")
    if words:
        other = stale(ROOT)
        print("\n".join(f"not as its source: {name}" for name in other) or "Every icon is as its source.")
        return 1 if other else 0
    for name, data in files():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
