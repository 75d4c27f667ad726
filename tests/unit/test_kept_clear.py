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


def test_a_site_lies_in_the_middle_of_its_bone_and_goes_where_the_bone_goes() -> None:
    front = VIEWS["front"]
    found = zones(front, (Place(JAB, "leg"), Place(JAB, "arm")))
    assert [zone.name for zone in found] == ["JAB_leg_l", "JAB_leg_r", "JAB_arm_l", "JAB_arm_r"]
    assert {(zone.code, zone.level) for zone in found} == {("JAB", Level.NEVER)}
    assert inside((635, 681), found[0].outline)
    assert not inside((635, 681), found[1].outline)
    moved = replace(front, landmarks={**front.landmarks, "knee_l": (664, 500), "hip_l": (606, 400)})
    assert inside((635, 450), zones(moved, (Place(JAB, "leg"),))[0].outline)


@pytest.mark.parametrize(
    ("part", "view", "names"),
    [
        ("tummy", "front", {"BADSKIN_tummy"}),
        ("feet", "front", {"BADSKIN_feet_l", "BADSKIN_feet_r"}),
        ("back", "back", {"BADSKIN_back_l", "BADSKIN_back_r"}),
        ("back", "front", set()),
        ("head", "front", set()),
    ],
)
def test_sore_skin_is_the_part_where_a_view_shows_it(part: str, view: str, names: set[str]) -> None:
    found = zones(VIEWS[view], (Place(BADSKIN, part),))
    assert {zone.name for zone in found} == names
    assert {zone.level for zone in found} <= {Level.NEVER}


def test_a_view_without_the_bone_shows_no_site() -> None:
    assert zones(VIEWS["back"], (Place(JAB, "leg"),)) == ()
    assert zones(VIEWS["face"], (Place(JAB, "arm"),)) == ()
