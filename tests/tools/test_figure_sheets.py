"""The contact sheets: few colours that are near to the true ones, and eyes that lack a kind of cone."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy")
pytest.importorskip("PySide6.QtGui")

import numpy as np
from PySide6.QtGui import QImage

from tools.figure_sheets import Pixels, grey, pixels_of, reduced, without_cones

RED, GREEN, BLUE, WHITE = (200, 40, 30), (70, 110, 35), (30, 60, 200), (255, 255, 255)


def area(*colours: tuple[int, int, int]) -> Pixels:
    """One pixel of each colour in a row."""
    return np.array([colours], np.uint8)


def slope() -> Pixels:
    """A picture of 64 x 96 pixels with more than 256 colours."""
    y, x = np.mgrid[0:64, 0:96]
    return np.stack([x * 2, y * 4, (x + y) // 2], axis=2).astype(np.uint8)


def test_pixels_come_out_of_a_picture_as_they_are_in_it() -> None:
    image = QImage(3, 1, QImage.Format.Format_RGB32)
    for x, (red, green, blue) in enumerate((RED, GREEN, BLUE)):
        image.setPixel(x, 0, red << 16 | green << 8 | blue)
    assert pixels_of(image).tolist() == [[list(RED), list(GREEN), list(BLUE)]]


def test_a_file_has_at_most_256_colours_and_each_is_near_to_the_true_one() -> None:
    true = slope()
    file = reduced(true)
    assert len(np.unique(true.reshape(-1, 3), axis=0)) > 256
    assert file.colorCount() <= 256
    apart = np.abs(pixels_of(file).astype(int) - true.astype(int))
    assert apart.mean() < 6
    assert apart.max() < 40


def test_few_colours_stay_what_they_are() -> None:
    few = area(RED, GREEN, BLUE, WHITE)
    assert pixels_of(reduced(few)).tolist() == few.tolist()


@pytest.mark.parametrize("kind", ["protanopia", "deuteranopia"])
def test_without_a_cone_white_stays_white_and_red_comes_near_to_green(kind: str) -> None:
    seen = without_cones(kind)(area(RED, GREEN, WHITE)).astype(int)[0]
    assert np.abs(seen[2] - 255).max() <= 2

    def hue(pixel: np.ndarray) -> int:
        return abs(int(pixel[0]) - int(pixel[1]))

    assert hue(seen[0]) < 40 < hue(np.array(RED))
    assert hue(seen[1]) < 40


def test_grey_keeps_what_is_lighter_lighter() -> None:
    seen = grey(area(RED, WHITE, BLUE)).astype(int)[0]
    assert (seen[:, 0] == seen[:, 1]).all()
    assert (seen[:, 1] == seen[:, 2]).all()
    assert seen[2, 0] < seen[0, 0] < seen[1, 0] == 255
