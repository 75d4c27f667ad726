"""Where a window lay, and where it can lie now: screens come and go, and a window that nobody sees is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

# So much of the upper edge has to be on a screen that it can be taken hold of.
GRIP_WIDTH, GRIP_HEIGHT = 120, 40
SMALLEST_WIDTH, SMALLEST_HEIGHT = 320, 200


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the desktop in its own pixels; a second screen may lie at negative places."""

    x: int
    y: int
    width: int
    height: int

    def shared(self, other: Area) -> tuple[int, int]:
        """How wide and how high the part is that both cover."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(0, wide), max(0, high)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a window lies when it fills no screen, and whether it filled one."""

    area: Area
    maximized: bool = False


def fitting(place: Place, screens: Sequence[Area]) -> Place | None:
    """The place on the screens that there are now, each without what the desktop keeps for itself.

    As it was, where its upper edge can be taken hold of; else pushed onto the screen that shows most of it, or onto the
    first. None where there is no screen, or the window was smaller than any that can be read.
    """
    area = place.area
    if not screens or area.width < SMALLEST_WIDTH or area.height < SMALLEST_HEIGHT:
        return None
    grip = replace(area, height=GRIP_HEIGHT)
    held = [screen for screen in screens if _can_be_held(grip, screen)]
    home = max(held or screens, key=lambda screen: _seen(area, screen))
    width, height = min(area.width, home.width), min(area.height, home.height)
    if held and (width, height) == (area.width, area.height):
        return place
    x = min(max(area.x, home.x), home.x + home.width - width)
    y = min(max(area.y, home.y), home.y + home.height - height)
    return replace(place, area=Area(x, y, width, height))


def _can_be_held(grip: Area, screen: Area) -> bool:
    wide, high = grip.shared(screen)
    return wide >= GRIP_WIDTH and high >= GRIP_HEIGHT


def _seen(area: Area, screen: Area) -> int:
    wide, high = area.shared(screen)
    return wide * high
