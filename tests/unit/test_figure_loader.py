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


def loaded(folder: Path, figures: str = FIGURES, strokes: str = STEP) -> LoadedFigures:
    (folder / "figures.toml").write_text(figures, encoding="utf-8")
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
