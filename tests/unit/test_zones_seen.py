"""Every no-go area of content-spec 3.8 is on every figure on which it can be seen; which those are, the table says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load
from babymassage_gui.core.body import Level, View

BOOK = load_figures().book
WHOLE_FRONT = "ARMPIT EYE FONT GENIT GROIN INTHIGH JOINT KNEE LIVER NAVEL NIPPLE SHIN THROAT"
SIDE = "EYE FONT JOINT KIDNEY KNEE LOWBACK SHIN SPINE"
SEEN: Mapping[str, str] = {
    "front": WHOLE_FRONT,
    "front_down": WHOLE_FRONT,
    "legs_up": WHOLE_FRONT,
    "arm_up": WHOLE_FRONT,
    "upright": WHOLE_FRONT,
    "leg_up": WHOLE_FRONT,
    # The limbs that are laid on it bring theirs, see poses.toml.
    "front_trunk": "ARMPIT EYE FONT GENIT GROIN LIVER NAVEL NIPPLE THROAT",
    "back": "ARMPIT EYE FONT GENIT JOINT KIDNEY KNEE LOWBACK SPINE",
    "side": SIDE,
    "roll": SIDE,
    # The arm lies over the liver.
    "half": "ARMPIT EYE FONT GENIT GROIN JOINT KNEE NAVEL NIPPLE SHIN THROAT",
    "wrapped": "EYE FONT",
    "face": "EYE FONT THROAT",
    "head_top": "EYE FONT",
    "foot_top": "JOINT",
    "sole": "JOINT",
    "palm": "JOINT",
    "hand_back": "JOINT",
    "prone_up": "ARMPIT EYE FONT JOINT KIDNEY KNEE LOWBACK SPINE THROAT",
    "tucked": "ARMPIT EYE FONT JOINT KIDNEY KNEE LOWBACK SPINE THROAT",
    "soar": "ARMPIT EYE FONT GENIT GROIN JOINT KNEE SHIN",
    "prone_lift": "ARMPIT EYE FONT JOINT KIDNEY KNEE LOWBACK SPINE",
    "half_sit": "ARMPIT EYE FONT GENIT GROIN JOINT KNEE SHIN",
}
OF_LIMBS = {"leg": "INTHIGH JOINT KNEE SHIN", "open": "INTHIGH JOINT KNEE SHIN", "arm": "JOINT", "reach": "JOINT"}
BY_THE_PARENT = {"JAB", "BADSKIN"}


def seen_on(view: View) -> set[str]:
    """The codes of a view, by what the table calls it: both sides of a figure are one."""
    stem = view.name.removesuffix("_left").removesuffix("_right")
    return set(SEEN[stem].split())


def missing(views: Mapping[str, View]) -> list[str]:
    """What can be seen on a figure and is not marked there."""
    marked = {
        name: {zone.code for zone in view.zones if zone.level is not Level.MASSAGE} for name, view in views.items()
    }
    return sorted(f"{name}: {code}" for name, view in views.items() for code in seen_on(view) - marked[name])


def test_nothing_that_can_be_seen_is_missing() -> None:
    assert missing(BOOK.views) == []


@pytest.mark.parametrize(("name", "code"), [("front", "KNEE"), ("upright_right", "NAVEL"), ("half_sit", "EYE")])
def test_an_area_that_is_left_out_is_named(name: str, code: str) -> None:
    view = BOOK.views[name]
    without = replace(view, zones=tuple(zone for zone in view.zones if zone.code != code))
    assert missing({**BOOK.views, name: without}) == [f"{name}: {code}"]


def test_limbs_bring_their_areas() -> None:
    assert {name: set(codes.split()) for name, codes in OF_LIMBS.items()} == {
        name: {zone.partition("_")[0] for zone in limb.zones} for name, limb in BOOK.limbs.items()
    }


def test_every_area_of_the_specification_is_on_some_figure() -> None:
    codes = set(" ".join(SEEN.values()).split())
    assert codes | BY_THE_PARENT == set(load().catalogue.no_go)


def test_only_joints_are_light() -> None:
    light = {zone.code for view in BOOK.views.values() for zone in view.zones if zone.level is Level.LIGHT}
    assert light == {"JOINT"}
    never = {zone.code for view in BOOK.views.values() for zone in view.zones if zone.level is Level.NEVER}
    assert "JOINT" not in never
