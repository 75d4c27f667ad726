"""Colour roles of the drawings: one table per theme and skin; night is simply one more table.

The SVG files name roles (`fill="role:skin"`); `colour_roles` turns a look into colours, `coloured` puts them in.
Dark skins make the path colour nearly invisible, so white halos carry path and no-go marks: they are not decoration.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from babymassage_gui.gui.theme import contrast

Theme = Literal["light", "dark", "night"]
Roles = Mapping[str, str]

SKINS: Mapping[str, Roles] = MappingProxyType({
    "porcelain": {
        "skin": "#FBDCCB", "lit": "#FFEDE2", "shade": "#F1BFA8", "deep": "#E3A087", "line": "#A9634D",
        "blush": "#F2917F", "nail": "#FFE9E0", "hair": "#B9824F",
    },
    "honey": {
        "skin": "#EFC49B", "lit": "#F9DDBD", "shade": "#DCA577", "deep": "#C88B5D", "line": "#8A5330",
        "blush": "#E58A68", "nail": "#FBE2CB", "hair": "#5B3A26",
    },
    "amber": {
        "skin": "#CC9468", "lit": "#DFB08A", "shade": "#B1764B", "deep": "#9A6038", "line": "#5F3518",
        "blush": "#C96A4A", "nail": "#EBC5A6", "hair": "#33211A",
    },
    "cocoa": {
        "skin": "#92603F", "lit": "#AC7B58", "shade": "#774928", "deep": "#63391E", "line": "#341A0A",
        "blush": "#A9513A", "nail": "#CFA486", "hair": "#1E1412",
    },
})  # fmt: skip

PALMS: Mapping[str, Roles] = MappingProxyType({
    "amber": {"skin": "#E2B591", "lit": "#F0CFB2", "shade": "#C9946B", "deep": "#A66F47", "line": "#6B3F20"},
    "cocoa": {"skin": "#C9977A", "lit": "#DBB095", "shade": "#AA7657", "deep": "#7F4E32", "line": "#472413"},
})  # fmt: skip
"""Palms and soles of dark skin are paler than the rest of it."""
PALM_FIGURES = frozenset({"close_sole", "close_palm", "hand_back"})
"""Drawings that show a palm or a sole and little else."""
LEAST_EDGE = 3.0
"""The least contrast (WCAG 2, 1.4.11) of the edge of the parent's hand, its line or its halo, to the body under it."""

_LIGHT: Roles = {
    "ground": "#5B6F6A", "towelground": "#5B6F6A",
    "white": "#FFFFFF", "halo": "#FFFFFF", "eye": "#3A2A24", "iris": "#7A563C", "sclera": "#FFFDF8",
    "nappy": "#FFFFFF", "nappyshade": "#DDE3EA", "nappyline": "#8D99A8", "print": "#A9C6DC",
    "sleeve": "#5D7FA3", "sleeveshade": "#48678A", "sleeveline": "#2F4763",
    "towel": "#F6E3C8", "towelshade": "#E5C9A2", "towelline": "#A98254",
    "blanket": "#F3E7D6", "blanketshade": "#DFCBB0", "blanketline": "#9C8360", "blanketprint": "#E3B79C",
    "path": "#0B6E8F", "pathhalo": "#FFFFFF", "nogo": "#C2361F", "label": "#8E2614", "labelground": "#FFFFFF",
    "pill": "#FFFCF6", "pillink": "#2B2420", "badge": "#0B5D78", "badgeink": "#FFFFFF",
    "turn": "#7A3F73", "turnground": "#FFFFFF",
}  # fmt: skip
_DARK: Roles = {
    **_LIGHT, "ground": "#000000", "towelground": "#000000", "eye": "#2C1F1A", "iris": "#6A4831", "sclera": "#F4F1EA",
    "nappy": "#E9EDF1", "nappyshade": "#B9C3CE", "nappyline": "#5C6876", "print": "#8FB2CC",
    "sleeve": "#7C9CC0", "sleeveshade": "#5F7FA3", "sleeveline": "#22354B",
    "towel": "#E0CBAC", "towelshade": "#C2A67D", "towelline": "#6E522F",
    "blanket": "#DDCFBB", "blanketshade": "#BBA587", "blanketline": "#6A563B", "blanketprint": "#CC9C80",
    "pill": "#20272A", "pillink": "#F4EEE4", "badge": "#1A6E88", "turn": "#E9B3E0", "turnground": "#4A364A",
}  # fmt: skip
_NIGHT_OWN: Roles = {
    "ground": "#000000", "towelground": "#000000",
    "path": "#33130A", "pathhalo": "#F2C089", "nogo": "#7A1A0A", "white": "#DDA36A",
    "halo": "#F2C089", "label": "#4A1206", "labelground": "#E6B482", "pill": "#1B130D", "pillink": "#E6B482",
    "badge": "#6E411E", "badgeink": "#F6CDA0", "turn": "#D98F6A", "turnground": "#5A3A24",
}  # fmt: skip
_NIGHT_SHARE = (0.64, 0.43, 0.27)
DEFAULT_BABY, DEFAULT_HANDS = "porcelain", "honey"


@dataclass(frozen=True, slots=True)
class Look:
    """What the parent chose: theme, the baby's skin and the parent's skin (names of `SKINS`)."""

    theme: Theme = "light"
    skin: str = DEFAULT_BABY
    hands: str = DEFAULT_HANDS


def _at_night(colour: str) -> str:
    """Lamp light: no blue, little green."""
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(value * share):02X}" for value, share in zip(channels, _NIGHT_SHARE, strict=True))


def edge_contrast(line: str, halo: str, body: Roles) -> float:
    """How well a hand's edge is told from a body, where that is hardest: by its line or by the halo round it."""
    return min(max(contrast(line, body[role]), contrast(halo, body[role])) for role in ("skin", "lit", "shade"))


def _edge_line(line: str, halo: str, *bodies: Roles) -> str:
    """The line of a hand, made darker until its edge is plain on all these bodies."""
    for share in range(100, -1, -5):
        darker = "#" + "".join(f"{int(line[i : i + 2], 16) * share // 100:02X}" for i in (1, 3, 5))
        if all(edge_contrast(darker, halo, body) >= LEAST_EDGE for body in bodies):
            return darker
    return line


def hand_roles(theme: Theme, skin: str, hands: str, *, palm: bool = False) -> Roles:
    """All roles of the parent's hand as it lies on a baby of that skin; `palm` for one that shows its palm."""
    own = colour_roles(theme, hands, palm=palm)
    bodies = (colour_roles(theme, skin), colour_roles(theme, skin, palm=True))
    return MappingProxyType({**own, "line": _edge_line(own["line"], own["halo"], *bodies)})


@lru_cache(maxsize=8)  # asked for in every frame
def colour_roles(theme: Theme, skin: str, hands: str = DEFAULT_HANDS, *, palm: bool = False) -> Roles:
    """All roles of one skin in one theme; an unknown skin name gives the first one. `palm`: of its palms and soles.

    `hands` is the skin of the parent where a drawing of the baby shows the hands that hold it: roles `handskin` etc.
    """
    tone = {**SKINS.get(skin, SKINS[DEFAULT_BABY]), **(PALMS.get(skin, {}) if palm else {})}
    tone["lid"] = tone["line"]
    tone |= {f"hand{role}": colour for role, colour in SKINS.get(hands, SKINS[DEFAULT_BABY]).items()}
    base = _DARK if theme == "dark" else _LIGHT
    roles = {**base, **tone}
    if theme == "night":
        roles = {role: _at_night(colour) for role, colour in roles.items()} | dict(_NIGHT_OWN)
    roles["handline"] = _edge_line(roles["handline"], roles["halo"], roles)
    return MappingProxyType(roles)


def without_towel(roles: Roles) -> Roles:
    """The same colours with the towel left out, for a baby that is being turned."""
    return MappingProxyType({role: "none" if role.startswith("towel") else tone for role, tone in roles.items()})


def without_eyes(roles: Roles) -> Roles:
    """The same colours with the inside of the eyes and the upper lid left out: the program paints them."""
    return MappingProxyType({**roles, "eye": "none", "iris": "none", "white": "none", "lid": "none"})


def veil_opacity(theme: Theme, skin: str) -> float:
    """How strong the white veil over a target zone may be before the drawing goes grey."""
    if theme == "night":
        return 0.16
    return 0.30 if skin in ("porcelain", "honey") else 0.20


def coloured(svg: bytes, roles: Roles) -> bytes:
    """The drawing with its roles replaced by colours.

    Raises:
        KeyError: the drawing uses a role that no look knows.
    """
    text = re.sub(r"role:(\w+)", lambda match: roles[match.group(1)], svg.decode("utf-8"))
    return text.encode("utf-8")
