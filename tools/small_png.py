"""Saves a picture of a page as a PNG of at most 128 colours: a third of the size, and nothing that the eye misses.

The colours that fill most of a page (grounds, sheets, ink) are kept to the bit, then those that are like no other (one
violet arrow on a page of sand); the rest share what is left, by a median cut that a few rounds of k-means make even.
Nothing is dithered: a page is flat, and noise would be seen.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

COLOURS, KEPT, ODD, ROUNDS = 128, 40, 24, 4
# So much of a page that a colour counts as one of its grounds.
LEAST_SHARE = 2e-4
Colours = NDArray[np.float32]


def save_small(picture: QImage, file: Path, colours: int = COLOURS) -> None:
    """Write a picture with its colours reduced to so many, 256 at most; the size in pixels stays."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = rows[:, : 3 * rgb.width()].reshape(-1, 3).astype(np.uint32)
    codes, inverse, counts = np.unique(
        pixels[:, 0] << 16 | pixels[:, 1] << 8 | pixels[:, 2], return_inverse=True, return_counts=True
    )
    shades = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1).astype(np.float32)
    palette = reduced(shades, counts.astype(np.float32), colours)
    indices = nearest(shades, palette).astype(np.uint8)[inverse].reshape(rgb.height(), rgb.width())
    padded = np.zeros((rgb.height(), -(-rgb.width() // 4) * 4), np.uint8)
    padded[:, : rgb.width()] = indices
    small = QImage(padded.tobytes(), rgb.width(), rgb.height(), padded.shape[1], QImage.Format.Format_Indexed8)
    small.setColorTable([0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in palette.round()])
    if not small.save(str(file), quality=0):
        raise OSError(f"{file} could not be written")


def reduced(shades: Colours, counts: Colours, colours: int = COLOURS) -> Colours:
    """At most so many colours for these, each weighted by how often it is there."""
    if len(shades) <= colours:
        return shades
    order = np.argsort(-counts)
    kept = order[:KEPT][counts[order[:KEPT]] >= LEAST_SHARE * counts.sum()]
    # Seldom colours count more than their number, or faces would lose.
    weights = np.sqrt(counts)
    fixed = _with_odd_ones(shades, weights, shades[kept] if len(kept) else shades[order[:1]])
    weights[((shades - fixed[nearest(shades, fixed)]) ** 2).sum(axis=1) < 4] = 0
    rest = shades[weights > 0]
    if not len(rest):
        return fixed
    centres = _median_cut(rest, weights[weights > 0], colours - len(fixed))
    for _ in range(ROUNDS):
        centres = _evened(rest, weights[weights > 0], centres)
    return np.concatenate([fixed, centres]).astype(np.float32)


def _with_odd_ones(shades: Colours, weights: Colours, fixed: Colours) -> Colours:
    """The fixed colours and after them those that are furthest from all, one after the other."""
    chosen = list(fixed)
    far = ((shades - fixed[nearest(shades, fixed)]) ** 2).sum(axis=1)
    for _ in range(ODD):
        odd = shades[int(np.argmax(far * weights))]
        chosen.append(odd)
        far = np.minimum(far, ((shades - odd) ** 2).sum(axis=1))
    return np.stack(chosen).astype(np.float32)


def nearest(shades: Colours, palette: Colours) -> NDArray[np.intp]:
    """For each colour the index of the nearest of a palette; in parts, so that memory stays small."""
    squares = (palette**2).sum(axis=1)
    parts = [shades[start : start + 8192] for start in range(0, len(shades), 8192)]
    return np.concatenate([np.argmin(squares - 2 * part @ palette.T, axis=1) for part in parts])


def _median_cut(shades: Colours, weights: Colours, wanted: int) -> Colours:
    boxes = [np.arange(len(shades))]
    while len(boxes) < min(wanted, len(shades)):
        spreads = [float((np.ptp(shades[box], axis=0).max() ** 2) * weights[box].sum()) for box in boxes]
        box = boxes.pop(int(np.argmax(spreads)))
        if len(box) == 1:
            boxes.append(box)
            break
        axis = int(np.ptp(shades[box], axis=0).argmax())
        box = box[np.argsort(shades[box, axis], kind="stable")]
        half = np.cumsum(weights[box])
        cut = min(len(box) - 1, max(1, int(np.searchsorted(half, half[-1] / 2))))
        boxes += [box[:cut], box[cut:]]
    return np.stack([np.average(shades[box], axis=0, weights=weights[box]) for box in boxes]).astype(np.float32)


def _evened(shades: Colours, weights: Colours, centres: Colours) -> Colours:
    """Each centre moved to the middle of the colours that are nearest to it."""
    whose = nearest(shades, centres)
    total = np.bincount(whose, weights, len(centres))
    moved = np.stack([np.bincount(whose, weights * shades[:, axis], len(centres)) for axis in range(3)], axis=1)
    filled = total > 0
    return np.where(filled[:, None], moved / np.maximum(total, 1e-9)[:, None], centres).astype(np.float32)
