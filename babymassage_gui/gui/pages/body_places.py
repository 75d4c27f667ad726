"""The parts of the baby that can be pressed on a map, in words: sites of vaccines, parts with sore skin.

Areas are those that `core/kept_clear.py` keeps clear, so that what is pressed is what the session shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QObject

from babymassage_gui.core.body import View
from babymassage_gui.core.kept_clear import BADSKIN, JAB, Place, zones
from babymassage_gui.core.sites import LIMBS
from babymassage_gui.gui.widgets.body_map import Area, BodySide

SIDES = ("front", "back")
BEHIND = ("back", "head")
"""What is pressed on the back; all else is on the front."""


class BodyPlaces(QObject):
    """Makes the sides of a map; none where a view is missing, and words do alone."""

    def site(self, site: str) -> str:
        """A site of a vaccine."""
        return {
            "leg_l": self.tr("Baby's left thigh"),
            "leg_r": self.tr("Baby's right thigh"),
            "arm_l": self.tr("Baby's left upper arm"),
            "arm_r": self.tr("Baby's right upper arm"),
        }.get(site, "")

    def sites(self, views: Mapping[str, View]) -> tuple[BodySide, ...]:
        """Both thighs and both upper arms; each side of the baby is a place of its own."""
        if "front" not in views:
            return ()
        found = zones(views["front"], (Place(JAB, limb) for limb in LIMBS))
        keys = (zone.name.removeprefix(f"{JAB}_") for zone in found)
        areas = (Area(key, self.site(key), zone.outline) for key, zone in zip(keys, found, strict=True))
        return (BodySide("front", tuple(areas)),)

    def parts(self, views: Mapping[str, View], parts: Mapping[str, str]) -> tuple[BodySide, ...]:
        """Parts of the body by the names that words have for them; left and right are one part, and say so."""
        if any(side not in views for side in SIDES):
            return ()
        return tuple(BodySide(side, tuple(self._areas(views[side], parts, side == "back"))) for side in SIDES)

    def _areas(self, view: View, parts: Mapping[str, str], behind: bool) -> Iterator[Area]:
        for part, name in parts.items():
            if (part in BEHIND) is behind:
                for zone in zones(view, (Place(BADSKIN, part),)):
                    yield Area(part, self._of_baby(zone.name, name), zone.outline)

    def _of_baby(self, key: str, name: str) -> str:
        side = {"_l": self.tr("on the baby's left"), "_r": self.tr("on the baby's right")}.get(key[-2:], "")
        return f"{name}, {side}" if side else name


def keys_of(sites: Iterable[str]) -> frozenset[str]:
    """The areas of a map that stand for sites: both sides of a limb whose side was not said."""
    return frozenset(key for site in sites for key in ((f"{site}_l", f"{site}_r") if site in LIMBS else (site,)))
