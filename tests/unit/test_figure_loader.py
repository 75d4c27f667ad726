"""Broken figure files: every fault is named, what is whole stays, nothing is raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from babymassage_gui.content.figure_loader import LoadedFigures, load_figures

FIGURES = """
[views.front]
figure = "front"
[views.front.landmarks]
navel = [500, 522]
hip_l = [606, 632]
[views.front.zones]
KNEE_l = { level = "never", ellipse = [664, 730, 25, 27] }
SHIN_l = { level = "never", strip = [[666, 774], [645, 846]], half_width = 10 }
"""
STEP = """
[steps.rest]
[[steps.rest.parts]]
view = "front"
camera = [0, 0, 1000, 1000]
rules = ["still"]
hands = [{ side = "right", pose = "flat", kind = "rest", contact = 40, path = ["navel +4 -6"] }]
"""


LIMB = """
[limbs.leg]
keys = [
  { at = 0, thigh = [[604, 664, 62], [670, 732, 58]], shin = [[670, 730, 58], [635, 864, 33]] },
  { at = 1, thigh = [[598, 678, 66], [598, 536, 58]], shin = [[596, 534, 57], [585, 658, 36]] },
]
landmarks = { calf = { bone = "shin", along = 0.5, out = 0.8 } }
zones = { KNEE = { level = "never", bone = "shin", along = [0], radius = 0.4 } }
"""


def loaded(folder: Path, figures: str = FIGURES, strokes: str = STEP, poses: str = LIMB) -> LoadedFigures:
    (folder / "figures.toml").write_text(figures, encoding="utf-8")
    (folder / "poses.toml").write_text(poses, encoding="utf-8")
    (folder / "strokes.toml").write_text(strokes, encoding="utf-8")
    return load_figures(folder)


def test_a_small_book_is_read_with_its_twins(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    assert found.faults == ()
    view = found.book.views["front"]
    assert view.landmarks["hip_r"] == (394, 632)
    assert {zone.name for zone in view.zones} == {"KNEE_l", "KNEE_r", "SHIN_l", "SHIN_r"}
    waypoint = found.book.steps["rest"].parts[0].hands[0].path[0]
    assert (waypoint.landmark, waypoint.dx, waypoint.dy, waypoint.lifted) == ("navel", 4, -6, False)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("contact = 40", 'contact = "40"', "is not a number"),
        ("contact = 40", "contact = true", "is not a number"),
        ('pose = "flat"', "pose = 4", "is not of type str"),
        ('rules = ["still"]', 'rules = ["dance"]', "dance"),
        ('"navel +4 -6"', '"(navel"', "is not a landmark of a path"),
        ("contact = 40", "contact = 40, weight = 3", "weight"),
        ('kind = "rest"', 'kind = "ring", twin = true', "closed path"),
    ],
)
def test_a_broken_step_is_left_out_and_named(tmp_path: Path, before: str, after: str, message: str) -> None:
    whole = STEP.replace("steps.rest", "steps.whole")
    found = loaded(tmp_path, strokes=STEP.replace(before, after) + whole)
    assert set(found.book.steps) == {"whole"}
    assert [(fault.file, fault.path) for fault in found.faults] == [("strokes.toml", "steps.rest")]
    assert message in found.faults[0].message


def test_a_sided_step_may_not_hold_a_ring(tmp_path: Path) -> None:
    ring = STEP.replace("[steps.rest]", "[steps.rest]\nsided = true").replace('"rest", contact', '"ring", contact')
    assert "closed path" in loaded(tmp_path, strokes=ring).faults[0].message


def test_a_step_without_parts_is_a_fault(tmp_path: Path) -> None:
    assert loaded(tmp_path, strokes="[steps.rest]\nparts = []").faults[0].message == "has no part"


@pytest.mark.parametrize(
    "zone",
    [
        '{ level = "never" }',
        '{ level = "never", ellipse = [1, 2, 3, 4], blob = [[1, 2], [3, 4]] }',
        '{ level = "hot", ellipse = [1, 2, 3, 4] }',
    ],
)
def test_a_broken_zone_loses_its_view_and_is_named(tmp_path: Path, zone: str) -> None:
    found = loaded(tmp_path, figures=FIGURES + f"GENIT = {zone}\n")
    assert found.book.views == {}
    assert {fault.path for fault in found.faults} == {"views.front"}


def test_a_view_may_build_on_an_earlier_one_only(tmp_path: Path) -> None:
    later = '[views.down]\nfigure = "down"\nextends = "front"\n[views.odd]\nfigure = "odd"\nmirror_of = "nothing"\n'
    found = loaded(tmp_path, figures=FIGURES + later)
    assert set(found.book.views) == {"front", "down"}
    assert found.book.views["down"].landmarks == found.book.views["front"].landmarks
    assert [fault.path for fault in found.faults] == ["views.odd"]


def test_a_missing_or_garbled_file_is_one_fault(tmp_path: Path) -> None:
    found = loaded(tmp_path, figures="[views", strokes="[other]\n")
    assert [(fault.file, fault.path) for fault in found.faults] == [("figures.toml", ""), ("strokes.toml", "other")]
    (tmp_path / "strokes.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "figures.toml").unlink()
    assert [fault.file for fault in load_figures(tmp_path).faults] == ["figures.toml", "strokes.toml"]
    (tmp_path / "poses.toml").unlink()
    assert "poses.toml" in [fault.file for fault in load_figures(tmp_path).faults]


def test_a_limb_is_read_with_its_bones_landmarks_and_zones(tmp_path: Path) -> None:
    limb = loaded(tmp_path).book.limbs["leg"]
    assert (limb.figure, [key.at for key in limb.keys]) == ("pose_leg", [0, 1])
    assert limb.landmarks["calf"].bone == limb.zones["KNEE"].bone == "shin"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("at = 1", "at = 0.9", "run from 0 to 1"),
        ("at = 0,", "at = 0.1,", "run from 0 to 1"),
        ("at = 1, thigh", "at = 1, hand", "same bones"),
        ("[[670, 730, 58], [635, 864, 33]]", "[[670, 730, 58], [650, 800, 40], [635, 864, 33]]", "as many joints"),
        ("[[670, 730, 58], [635, 864, 33]]", "[[670, 730, 58]]", "two joints"),
        ('bone = "shin", along = 0.5', 'bone = "rib", along = 0.5', "no bone rib"),
        ("radius = 0.4", 'radius = "0.4"', "is not a number"),
    ],
)
def test_a_broken_limb_is_left_out_and_named(tmp_path: Path, before: str, after: str, message: str) -> None:
    found = loaded(tmp_path, poses=LIMB.replace(before, after))
    assert found.book.limbs == {}
    assert [(fault.file, fault.path) for fault in found.faults] == [("poses.toml", "limbs.leg")]
    assert message in found.faults[0].message


def moved(folder: Path, words: str) -> LoadedFigures:
    return loaded(folder, strokes=STEP.replace("hands =", f'moves = ["{words}"]\nhands ='))


def test_moves_are_read(tmp_path: Path) -> None:
    both = moved(tmp_path, "leg 0.3 sway -6 6").book.steps["rest"].parts[0].moves
    assert [(move.side, move.start, move.end, move.sway) for move in both] == [
        ("right", 0.3, 0.3, (-6, 6)),
        ("left", 0.3, 0.3, (-6, 6)),
    ]
    (left,) = moved(tmp_path, "leg_l 0 1 in 0.2 0.8").book.steps["rest"].parts[0].moves
    assert (left.side, left.start, left.end, left.window) == ("left", 0, 1, (0.2, 0.8))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("leg", "not a move"),
        ("leg up", "not a move"),
        ("leg 0 1 sway 0 40", "sways by more"),
        ("leg 0 1 in 1 1", "no time"),
    ],
)
def test_a_broken_move_is_a_fault_of_its_step(tmp_path: Path, words: str, message: str) -> None:
    assert message in moved(tmp_path, words).faults[0].message
