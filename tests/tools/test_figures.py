"""The drawings: regenerated they are the same, their colours are roles, all that the program names is there."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.gui.widgets.figure_art import DRAWN
from babymassage_gui.gui.widgets.figure_palette import SKINS, colour_roles, coloured
from tools.figures.draw import DEFAULT_FOLDER, FIGURES
from tools.figures.limbs import LimbPicture, bone, limb
from tools.figures.picture import Picture
from tools.figures.sdf import blob, cut, ellipse, join, tube
from tools.figures.trace import ink_data, line_data, number, outline_data, outlines

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def shipped(name: str) -> str:
    return (DEFAULT_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["hand_tips", "wrapped"])
def test_a_figure_drawn_again_is_the_shipped_one(name: str) -> None:
    again, before = FIGURES[name]().svg(), shipped(name)
    assert NUMBER.sub("#", again) == NUMBER.sub("#", before)
    # The last decimal of a point may fall the other way with another numpy, and so may that of its neighbour.
    pairs = zip(NUMBER.findall(again), NUMBER.findall(before), strict=True)
    assert max(abs(float(a) - float(b)) for a, b in pairs) <= 0.21


def test_every_generated_figure_is_shipped_and_nothing_else() -> None:
    assert {path.stem for path in DEFAULT_FOLDER.glob("*.svg")} == set(FIGURES)


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_colours_are_roles_that_every_look_knows(name: str) -> None:
    text = shipped(name)
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b(?!\))", re.sub(r"url\(#[^)]*\)", "", text))
    for theme in ("light", "dark", "night"):
        for skin in SKINS:
            assert b"role:" not in coloured(text.encode(), colour_roles(theme, skin))


def test_every_view_and_pose_of_the_content_has_its_drawing() -> None:
    book = load_figures().book
    views = {name for view in book.views.values() for name in (view.figure, view.stage) if name}
    poses = {
        f"hand_{hand.pose}"
        for step in book.steps.values()
        for part in step.parts
        for hand in part.hands
        if hand.pose != DRAWN
    }
    assert views | poses <= set(FIGURES)


def test_the_drawings_stay_small() -> None:
    assert sum(len(gzip.compress(shipped(name).encode(), 9)) for name in FIGURES) <= 400_000


@pytest.mark.parametrize("name", ["leg", "open", "arm", "reach"])
def test_the_poses_of_a_limb_drawn_again_are_the_shipped_ones(name: str) -> None:
    again, before = limb(name).svg(), shipped(f"pose_{name}")
    assert NUMBER.sub("#", again) == NUMBER.sub("#", before)
    pairs = zip(NUMBER.findall(again), NUMBER.findall(before), strict=True)
    assert max(abs(float(a) - float(b)) for a, b in pairs) <= 0.21


def test_poses_that_differ_in_more_than_numbers_are_refused() -> None:
    one, other = Picture("limb"), Picture("limb")
    one.path("M0 0L5 5", "skin")
    other.path("M0 0L5 5Z", "skin")
    assert LimbPicture("pose_tail", (one, one)).svg().count('class="key"') == 2
    with pytest.raises(ValueError, match="more than numbers"):
        LimbPicture("pose_tail", (one, other)).svg()


def test_a_bone_is_as_wide_as_its_joints() -> None:
    straight = bone([(0, 0, 20), (100, 0, 20), (200, 0, 10)])
    assert straight.right[0][1] == pytest.approx(20, abs=0.5)
    assert straight.left[-1][1] == pytest.approx(-10, abs=0.5)
    assert straight.end[:, 0].max() == pytest.approx(210, abs=1)


def test_a_circle_is_traced_as_a_circle() -> None:
    (ring,) = outlines(ellipse(100, 100, 40, 40))
    assert all(abs(((x - 100) ** 2 + (y - 100) ** 2) ** 0.5 - 40) < 0.1 for x, y in ring)


def test_two_far_circles_are_two_outlines_and_a_smooth_join_is_one() -> None:
    left, right = ellipse(0, 0, 20, 20), ellipse(50, 0, 20, 20)
    assert len(outlines(join(left, right))) == 2
    assert len(outlines(join(left, right, k=60))) == 1


def test_cutting_all_away_leaves_no_path() -> None:
    small = ellipse(0, 0, 20, 20)
    assert outline_data(cut(small, small.grow(5))) == ""


def test_a_corner_stays_a_corner() -> None:
    square = blob([(0, 0), (0, 0.1), (100, 0), (100, 100), (0, 100)])
    assert outline_data(square).count("c") >= 4


def test_lines_and_ink_are_path_data() -> None:
    points = [(0, 0), (50, 10), (100, 0)]
    assert line_data(points).startswith("M0 0c")
    assert ink_data(points, 5).endswith("Z")


def test_a_mirrored_limb_is_the_mirror_image() -> None:
    limb = tube([(600, 100, 20), (700, 150, 10)])
    (one,), (other,) = outlines(limb), outlines(limb.mirror())
    assert one[:, 0].max() == pytest.approx(1000 - other[:, 0].min(), abs=0.1)


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.01, "0"), (2.25, "2.2"), (-3.14, "-3.1")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_the_generator_writes_into_the_folder_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tools.figures import draw

    monkeypatch.setattr("sys.argv", ["draw.py", "wrapped", "--into", str(tmp_path)])
    assert draw.main() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["wrapped.svg"]
