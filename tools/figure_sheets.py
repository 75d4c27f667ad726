"""Write the contact sheets of docs/screenshots: all steps in two looks; a dozen as colour-blind eyes see them, at
night, and from another side of the table.

    python tools/figure_sheets.py [FOLDER] [--only PART_OF_A_NAME]

The pictures are those of `babymassage-gui render --sheet`. Files are reduced to 256 colours chosen by median cut; the
missing cones are simulated after Viénot, Brettel and Mollon 1999, in linear light.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load
from babymassage_gui.core.table import TableSide
from babymassage_gui.gui.picture_wish import CELL_SIZE, PictureWish
from babymassage_gui.gui.render import Artist, cells_of, make_application

Pixels = NDArray[np.uint8]
"""Rows of pixels of red, green and blue."""
TELLING = frozenset({
    "leg-outer", "leg-foot", "arm-inner", "arm-palm-rub", "tummy-circle", "tummy-sides", "chest-fan", "chest-bent",
    "back-up", "back-shoulders", "face-cheek", "head-circles",
})  # fmt: skip
COLOURS = 256
_DEPTH = 5
"""Bits of a channel by which colours are counted."""
_TO_CONES = np.array([[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709]])
_WITHOUT = {
    "protanopia": np.array([[0, 2.02344, -2.52581], [0, 1, 0], [0, 0, 1]]),
    "deuteranopia": np.array([[1, 0, 0], [0.494207, 0, 1.24827], [0, 0, 1]]),
}
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: its name without ending, its look, its steps (none for all), and how its pixels are seen."""

    name: str
    wish: PictureWish
    only: frozenset[str] = frozenset()
    seen: Callable[[Pixels], Pixels] = lambda pixels: pixels


def pixels_of(image: QImage) -> Pixels:
    """The picture as rows of red, green and blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def _linear(pixels: Pixels) -> NDArray[np.float64]:
    share = pixels / 255.0
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def _shown(light: NDArray[np.float64]) -> Pixels:
    light = light.clip(0, 1)
    share = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return (share * 255).round().astype(np.uint8)


def without_cones(kind: str) -> Callable[[Pixels], Pixels]:
    """As eyes see it that have no red ("protanopia") or no green cones ("deuteranopia")."""
    matrix = np.linalg.inv(_TO_CONES) @ _WITHOUT[kind] @ _TO_CONES
    return lambda pixels: _shown(_linear(pixels) @ matrix.T)


def grey(pixels: Pixels) -> Pixels:
    """By luminance alone, as on a grey print."""
    return _shown(np.repeat((_linear(pixels) @ _LUMINANCE)[..., None], 3, axis=2))


def reduced(pixels: Pixels) -> QImage:
    """The picture in at most 256 colours: the box of colours with the widest spread is halved at its median."""
    codes = pixels.astype(np.uint32) >> (8 - _DEPTH)
    code = (codes[..., 0] << 2 * _DEPTH) | (codes[..., 1] << _DEPTH) | codes[..., 2]
    kinds, first, counts = np.unique(code, return_inverse=True, return_counts=True)
    flat, first = pixels.reshape(-1, 3), first.reshape(-1)
    means = np.stack([np.bincount(first, flat[:, channel]) / counts for channel in range(3)], axis=1)
    index = np.zeros(len(kinds), np.uint8)
    boxes = _boxes(means, counts)
    image = QImage(pixels.shape[1], pixels.shape[0], QImage.Format.Format_Indexed8)
    table = []
    for number, box in enumerate(boxes):
        index[box] = number
        red, green, blue = np.average(means[box], axis=0, weights=counts[box]).round().astype(int)
        table.append(0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue))
    image.setColorTable(table)
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rows[:, : image.width()] = index[first].reshape(pixels.shape[:2])
    return image


def _boxes(means: NDArray[np.float64], counts: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    boxes = [np.arange(len(means))]
    weighed = [_spread(means, counts)]
    while len(boxes) < COLOURS:
        widest = int(np.argmax(weighed))
        if weighed[widest] <= 0:
            break
        box = boxes.pop(widest)
        weighed.pop(widest)
        channel = int(np.argmax(np.ptp(means[box], axis=0)))
        ordered = box[np.argsort(means[box][:, channel], kind="stable")]
        heap = np.cumsum(np.sqrt(counts[ordered]))
        cut = int(np.clip(np.searchsorted(heap, heap[-1] / 2), 1, len(ordered) - 1))
        for half in (ordered[:cut], ordered[cut:]):
            boxes.append(half)
            weighed.append(_spread(means[half], counts[half]))
    return boxes


def _spread(means: NDArray[np.float64], counts: NDArray[np.int64]) -> float:
    if len(means) < 2:
        return 0.0
    return float(np.ptp(means, axis=0).max() ** 2 * np.sqrt(counts).sum())


PORCELAIN, COCOA = PictureWish(size=CELL_SIZE), PictureWish(CELL_SIZE, "dark", "cocoa", "porcelain")
LARGER = replace(PORCELAIN, size=(480, 374))
SHEETS = (
    Sheet("figures-light-porcelain", PORCELAIN),
    Sheet("figures-dark-cocoa", COCOA),
    *(Sheet(f"figures-{kind}", LARGER, TELLING, without_cones(kind)) for kind in _WITHOUT),
    Sheet("figures-greyscale", LARGER, TELLING, grey),
    Sheet("figures-night-amber", replace(LARGER, theme="night", skin="amber", hands="cocoa"), TELLING),
    Sheet("figures-head-on-my-left", replace(LARGER, skin="honey", hands="amber", table=TableSide.HEAD_LEFT), TELLING),
)


def main(arguments: list[str]) -> int:
    """Write every sheet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--only", default="", help="only the files with this in their name")
    words = parser.parse_args(arguments)
    application = make_application()
    catalogue, book = load().catalogue, load_figures().book
    words.folder.mkdir(parents=True, exist_ok=True)
    faults: dict[str, str] = {}
    for sheet in SHEETS:
        if words.only in sheet.name:
            artist = Artist(book, catalogue.no_go, sheet.wish)
            picture = artist.sheet(cells_of(catalogue, sheet.wish, sheet.only))
            file = words.folder / f"{sheet.name}.png"
            reduced(sheet.seen(pixels_of(picture))).save(str(file))
            print(f"{file}: {file.stat().st_size / 1e6:.2f} MB")
            faults |= artist.faults
    application.processEvents()
    for name, message in faults.items():
        print(f"shown plainly: {name}: {message}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
