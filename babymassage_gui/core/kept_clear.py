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
from babymassage_gui.core.standing import GONE, HARMLESS, NOT_SORE, SKIN, VACCINE, YES

JAB, BADSKIN = "JAB", "BADSKIN"
_BONES: Mapping[str, tuple[str, str, float]] = MappingProxyType(
    {"leg": ("hip", "knee", 42.0), "arm": ("shoulder", "outer_elbow", 34.0)}
)
"""Where a vaccine goes in: the middle of thigh and upper arm, by the landmarks at their ends, and how far round."""
_SKIN: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "legs": ("leg_l", "leg_r"), "feet": ("foot_l", "foot_r"), "arms": ("arm_l", "arm_r"),
    "hands": ("hand_l", "hand_r"), "tummy": ("tummy",), "chest": ("chest",), "back": ("back_l", "back_r"),
})  # fmt: skip
"""Zones of a view by the part that was named."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place by its code in content-spec 3.8; `part` is "leg" or "arm" of a vaccine, a part of the body of skin."""

    code: str
    part: str


def places(said: Iterable[Said]) -> tuple[Place, ...]:
    """What is kept clear now: vaccines until they are not sore, harmless marks until they are gone."""
    told = by_subject(said)
    vaccines, found = told.get(VACCINE, ()), []
    for one in vaccines:
        well = (other for other in vaccines if other.answer == NOT_SORE and other.note in ("", one.note))
        if one.answer == YES and not any(other.at >= one.at for other in well):
            found += [Place(JAB, part) for part in ([one.note] if one.note in _BONES else _BONES)]
    last = {one.note: one.answer for one in told.get(SKIN, ()) if one.answer in (HARMLESS, GONE)}
    found += [Place(BADSKIN, part) for part, answer in last.items() if answer == HARMLESS]
    return tuple(dict.fromkeys(found))


def zones(view: View, kept: Iterable[Place]) -> tuple[Zone, ...]:
    """The places as *never* zones of a view; those that it does not show are left out."""
    return tuple(zone for place in kept for zone in (_site if place.code == JAB else _skin)(view, place.part))


def _site(view: View, part: str) -> Iterable[Zone]:
    upper, lower, radius = _BONES[part]
    for side in ("_l", "_r"):
        ends = view.landmarks.get(upper + side), view.landmarks.get(lower + side)
        if ends[0] is not None and ends[1] is not None:
            middle = blend(ends[0], ends[1], 0.5)
            yield Zone(f"{JAB}_{part}{side}", Level.NEVER, ellipse_outline(middle, radius, radius))


def _skin(view: View, part: str) -> Iterable[Zone]:
    for zone in view.zones:
        if zone.name in _SKIN.get(part, ()):
            side = zone.name[-2:] if zone.name[-2:] in ("_l", "_r") else ""
            yield Zone(f"{BADSKIN}_{part}{side}", Level.NEVER, zone.outline)
