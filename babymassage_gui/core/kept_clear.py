"""Where the figure says "not here" for this baby: the place of a vaccine, sore skin (content-spec 3.8).

A place lies on a bone or is a part of the body, so each view that shows the part shows the place. Where nobody said
which side, both are kept clear; which steps stay off for it, `core/closed.py` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from babymassage_gui.core.body import Level, View, Zone, blend, ellipse_outline
from babymassage_gui.core.said import Said, by_subject
from babymassage_gui.core.sites import LIMBS, SIDES, limb_of, sides_of, site_of, still_sore
from babymassage_gui.core.standing import GONE, HARMLESS, SKIN, VACCINE, YES

JAB, BADSKIN = "JAB", "BADSKIN"
_BONES: Mapping[str, tuple[str, str, float, float]] = MappingProxyType(
    {"leg": ("hip", "outer_knee", 0.62, 38.0), "arm": ("outer_upper_arm", "inner_upper_arm", 0.5, 34.0)}
)
"""Where a vaccine goes in, outside on the thigh and in the middle of the upper arm: between which landmarks, at which
share of the way, and how far round."""
_SKIN: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "legs": ("leg", "leg_back"), "feet": ("foot", "sole"), "arms": ("arm", "arm_outer"), "hands": ("hand",),
    "tummy": ("tummy",), "chest": ("chest",), "back": ("back", "back_upper"), "face": ("face",), "head": ("head",),
})  # fmt: skip
"""Zones of a view by the part that was named, without their side; the first that a view has on a side is shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place by its code in content-spec 3.8; `part` is the site of a vaccine, or the part of the body of skin."""

    code: str
    part: str


def places(said: Iterable[Said]) -> tuple[Place, ...]:
    """What is kept clear now: vaccines until they are not sore, harmless marks until they are gone."""
    told = by_subject(said)
    vaccines, found = told.get(VACCINE, ()), []
    for one in vaccines:
        if one.answer == YES and still_sore(one, vaccines):
            site = site_of(one.note)
            found += [Place(JAB, part) for part in ((site,) if site else LIMBS)]
    last = {one.note: one.answer for one in told.get(SKIN, ()) if one.answer in (HARMLESS, GONE)}
    found += [Place(BADSKIN, part) for part, answer in last.items() if answer == HARMLESS]
    return tuple(dict.fromkeys(found))


def zones(view: View, kept: Iterable[Place]) -> tuple[Zone, ...]:
    """The places as *never* zones of a view; those that it does not show are left out."""
    return tuple(zone for place in kept for zone in (_site if place.code == JAB else _skin)(view, place.part))


def _site(view: View, site: str) -> Iterable[Zone]:
    limb = limb_of(site)
    upper, lower, share, radius = _BONES[limb]
    for side in sides_of(site):
        ends = view.landmarks.get(upper + side), view.landmarks.get(lower + side)
        if ends[0] is not None and ends[1] is not None:
            middle = blend(ends[0], ends[1], share)
            yield Zone(f"{JAB}_{limb}{side}", Level.NEVER, ellipse_outline(middle, radius, radius))


def _skin(view: View, part: str) -> Iterable[Zone]:
    outlines = {zone.name: zone.outline for zone in view.zones}
    for side in ("", *SIDES):
        found = (outlines[stem + side] for stem in _SKIN.get(part, ()) if stem + side in outlines)
        outline = next(found, None)
        if outline is not None:
            yield Zone(f"{BADSKIN}_{part}{side}", Level.NEVER, outline)
