"""Places that the figure keeps clear: they follow what was said, and lie on the limb that they belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import Level, inside
from babymassage_gui.core.kept_clear import BADSKIN, JAB, Place, places, zones
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import GONE, HARMLESS, NOT_SORE, SKIN, VACCINE, YES

VIEWS = load_figures().book.views


def told(subject: str, answer: str, day: int, note: str = "") -> Said:
    return Said(
        f"{subject}{answer}{note}{day}", "baby", subject, answer, datetime(2026, 11, day, 9, tzinfo=UTC), "", note
    )


def test_nothing_said_keeps_nothing_clear() -> None:
    assert places(()) == ()
    assert places((told(VACCINE, "no", 3), told(SKIN, YES, 3))) == ()


def test_a_vaccine_is_kept_clear_until_its_place_is_not_sore() -> None:
    given = told(VACCINE, YES, 3, "leg")
    assert places((given,)) == (Place(JAB, "leg"),)
    assert places((given, told(VACCINE, NOT_SORE, 2))) == (Place(JAB, "leg"),)
    assert places((given, told(VACCINE, NOT_SORE, 5, "arm"))) == (Place(JAB, "leg"),)
    assert places((given, told(VACCINE, NOT_SORE, 5, "leg"))) == ()
    assert places((given, told(VACCINE, NOT_SORE, 5))) == ()
    assert places((given, told(VACCINE, NOT_SORE, 5), told(VACCINE, YES, 7, "arm"))) == (Place(JAB, "arm"),)


def test_where_nobody_said_where_it_may_be_leg_or_arm() -> None:
    assert places((told(VACCINE, YES, 3),)) == (Place(JAB, "leg"), Place(JAB, "arm"))


def test_a_mark_is_kept_clear_until_it_is_gone() -> None:
    marks = told(SKIN, HARMLESS, 3, "tummy"), told(SKIN, HARMLESS, 3, "back")
    assert set(places(marks)) == {Place(BADSKIN, "tummy"), Place(BADSKIN, "back")}
    assert places((*marks, told(SKIN, GONE, 4, "tummy"))) == (Place(BADSKIN, "back"),)
    again = (*marks, told(SKIN, GONE, 4, "tummy"), told(SKIN, HARMLESS, 5, "tummy"))
    assert Place(BADSKIN, "tummy") in places(again)


def test_the_side_that_was_said_is_kept_clear_until_it_or_its_limb_is_well() -> None:
    left, right = told(VACCINE, YES, 3, "leg_l"), told(VACCINE, YES, 3, "leg_r")
    assert places((left,)) == (Place(JAB, "leg_l"),)
    assert places((left, right, told(VACCINE, NOT_SORE, 5, "leg_l"))) == (Place(JAB, "leg_r"),)
    assert places((left, right, told(VACCINE, NOT_SORE, 5, "leg"))) == ()
    assert places((left, told(VACCINE, NOT_SORE, 5, "arm_l"))) == (Place(JAB, "leg_l"),)


def test_that_one_side_is_well_leaves_sore_what_may_be_on_either() -> None:
    said = told(VACCINE, YES, 3, "leg"), told(VACCINE, NOT_SORE, 5, "leg_l")
    assert places(said) == (Place(JAB, "leg"),)


def test_a_place_that_is_not_known_here_may_be_leg_or_arm() -> None:
    assert places((told(VACCINE, YES, 3, "shoulder"),)) == (Place(JAB, "leg"), Place(JAB, "arm"))


def test_a_site_lies_outside_on_the_thigh_and_goes_where_the_bone_goes() -> None:
    front = VIEWS["front"]
    found = zones(front, (Place(JAB, "leg"), Place(JAB, "arm")))
    assert [zone.name for zone in found] == ["JAB_leg_l", "JAB_leg_r", "JAB_arm_l", "JAB_arm_r"]
    assert {(zone.code, zone.level) for zone in found} == {("JAB", Level.NEVER)}
    assert inside((684, 690), found[0].outline)
    assert not inside((684, 690), found[1].outline)
    moved = replace(front, landmarks={**front.landmarks, "outer_knee_l": (720, 536), "hip_l": (606, 432)})
    assert inside((684, 490), zones(moved, (Place(JAB, "leg_l"),))[0].outline)


@pytest.mark.parametrize("site", ["leg_l", "leg_r", "arm_l", "arm_r"])
def test_a_site_whose_side_was_said_is_one_disc_on_that_limb(site: str) -> None:
    (disc,) = zones(VIEWS["front"], (Place(JAB, site),))
    assert disc.name == f"JAB_{site}"
    middle = sum(x for x, _y in disc.outline) / len(disc.outline)
    assert (middle > 500) is site.endswith("_l")
    limb = VIEWS["front"].zone(site).outline
    shared = sum(inside(point, limb) for point in disc.outline)
    assert shared > len(disc.outline) * 0.6, "it lies on the limb, not beside it"


@pytest.mark.parametrize(
    ("view", "names"),
    [
        ("back", ["JAB_arm_l", "JAB_arm_r"]),
        ("side_left", ["JAB_leg_r", "JAB_arm_r"]),
        ("arm_up_left", ["JAB_leg_l", "JAB_leg_r", "JAB_arm_l", "JAB_arm_r"]),
        ("leg_up_left", ["JAB_leg_r", "JAB_arm_l", "JAB_arm_r"]),
        ("face", []),
    ],
)
def test_every_figure_that_shows_the_limb_shows_the_site(view: str, names: list[str]) -> None:
    found = zones(VIEWS[view], (Place(JAB, "leg"), Place(JAB, "arm")))
    assert [zone.name for zone in found] == names


@pytest.mark.parametrize(
    ("part", "view", "names"),
    [
        ("tummy", "front", {"BADSKIN_tummy"}),
        ("feet", "front", {"BADSKIN_feet_l", "BADSKIN_feet_r"}),
        ("back", "back", {"BADSKIN_back_l", "BADSKIN_back_r"}),
        ("back", "front", set()),
        ("back", "side_left", {"BADSKIN_back_r"}),
        ("legs", "leg_up_left", {"BADSKIN_legs_l"}),
        ("feet", "sole_right", {"BADSKIN_feet_r"}),
        ("arms", "arm_up_left", {"BADSKIN_arms_l"}),
        ("arms", "front", {"BADSKIN_arms_l", "BADSKIN_arms_r"}),
        ("face", "front", {"BADSKIN_face"}),
        ("head", "back", {"BADSKIN_head"}),
        ("elsewhere", "front", set()),
    ],
)
def test_sore_skin_is_the_part_where_a_view_shows_it(part: str, view: str, names: set[str]) -> None:
    found = zones(VIEWS[view], (Place(BADSKIN, part),))
    assert {zone.name for zone in found} == names
    assert {zone.level for zone in found} <= {Level.NEVER}
