"""The look of the program as one value: colours per theme, type, spacing, motion, and the style sheet made of them.

A `Theme` is immutable and is handed to every widget; changing the look means handing out another one.
Colours are hex strings (`#RRGGBB`), lengths are pixels at 1280x800 until `Theme.px` scales them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from PySide6.QtGui import QColor, QFont

from babymassage_gui.core.history import Mood

DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 800
SMALLEST_TEXT_SCALE, SMALLEST_TEXT = 0.6, 15.0
SMALLEST_TARGET = 44
# A line of words in a control is at most this part of its height.
LINE_PART = 0.52
# In a session a whole hand must find it, without looking.
SESSION_TARGET = 96
FOCUS_WIDTH, FOCUS_GAP = 3, 3
# Nunito has no Arabic, Greek or CJK: the families after it lend those letters.
FAMILIES = ("Nunito", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "DejaVu Sans")


class ThemeName(StrEnum):
    """The sets of colours: three, and two with high contrast."""

    LIGHT = "light"
    DARK = "dark"
    NIGHT = "night"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast-dark"


class Phase(StrEnum):
    """What the mat shows by colour and pattern."""

    READY = "ready"
    STROKE = "stroke"
    HOLD = "hold"
    TURN = "turn"
    PAUSED = "paused"
    DONE = "done"


class Motion(StrEnum):
    """What moves; `Theme.motion` answers for how long."""

    PRESS = "press"
    FREEZE = "freeze"
    PAGE = "page"
    SHEET = "sheet"
    MAT = "mat"
    WRAP_UP = "wrap-up"


MOTION_MS = MappingProxyType(
    {Motion.PRESS: 90, Motion.FREEZE: 150, Motion.PAGE: 250, Motion.SHEET: 400, Motion.MAT: 600, Motion.WRAP_UP: 900}
)


class Weight:
    """The three weights that ship; Qt shows nothing between them."""

    MEDIUM = QFont.Weight.Medium
    BOLD = QFont.Weight.Bold
    EXTRA = QFont.Weight.ExtraBold


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One row of the type table: sizes from large to small (the ladder), weight, line height in parts of the size."""

    sizes: tuple[float, ...]
    weight: QFont.Weight
    leading: float

    @property
    def size(self) -> float:
        """The size that is tried first."""
        return self.sizes[0]


class Type:
    """The type table, in pixels at 1280x800."""

    SESSION_TITLE = TypeRole((64, 60, 56, 52, 48), Weight.EXTRA, 1.06)
    SESSION_TITLE_TWO_LINES = TypeRole((60, 56, 52), Weight.EXTRA, 1.06)
    INSTRUCTION = TypeRole((50, 48, 46, 44, 42, 40, 38, 36), Weight.MEDIUM, 1.17)
    CAUTION = TypeRole((36, 34, 32, 30), Weight.BOLD, 1.18)
    REPETITION = TypeRole((54, 48, 44, 40, 36), Weight.EXTRA, 1.0)
    TIME_LEFT = TypeRole((40, 36, 32), Weight.EXTRA, 1.1)
    TIME_LEFT_WORD = TypeRole((27, 24), Weight.BOLD, 1.1)
    NUMERAL = TypeRole((200, 180, 160, 140, 120), Weight.EXTRA, 1.0)
    HEADLINE = TypeRole((60, 56, 52, 48, 44, 40, 36), Weight.EXTRA, 1.1)
    PAGE_TITLE = TypeRole((44, 42, 40, 36, 32), Weight.EXTRA, 1.2)
    BIG_NUMBER = TypeRole((138, 120, 104, 90, 76), Weight.EXTRA, 1.0)
    CARD_TITLE = TypeRole((28, 26, 24, 22), Weight.EXTRA, 1.2)
    SECTION = TypeRole((22, 20, 19), Weight.EXTRA, 1.25)
    BODY = TypeRole((20, 19, 18), Weight.MEDIUM, 1.28)
    BODY_BOLD = TypeRole((20, 19, 18), Weight.BOLD, 1.28)
    HINT = TypeRole((18, 17, 16), Weight.MEDIUM, 1.28)
    HINT_BOLD = TypeRole((18, 17, 16), Weight.BOLD, 1.28)


class Radius:
    """Corner radii; a chip's is half its height."""

    FIELD = 20.0
    BUTTON = 26.0
    CARD = 30.0
    SHEET = 36.0
    HERO = 40.0
    CHOICE = 44.0


class Space:
    """The 8 px grid."""

    GRID, SIBLING, GUTTER, MARGIN, CARD = 8, 16, 24, 24, 30


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour role of one theme; `ph_*` is a phase's mat, `pa_*` its accent. `shadow_alpha` is 0..255."""

    page: str
    card: str
    sunken: str
    line: str
    ink: str
    ink2: str
    ink3: str
    primary: str
    onprimary: str
    primary_soft: str
    primary_ink: str
    focus: str
    hero: str
    onhero: str
    stop: str
    stop_hi: str
    stop_line: str
    onstop: str
    caution: str
    caution_bg: str
    ph_ready: str
    pa_ready: str
    ph_stroke: str
    pa_stroke: str
    ph_hold: str
    pa_hold: str
    ph_turn: str
    pa_turn: str
    ph_paused: str
    pa_paused: str
    ph_done: str
    pa_done: str
    calm: str
    unsettled: str
    cried: str
    asleep: str
    shadow: str
    shadow_alpha: int
    mood_edge: float
    zone_running: float
    pattern_alpha: float


def _palette(words: str, shadow_alpha: int, mood_edge: float, zone_running: float, pattern_alpha: float) -> Palette:
    """A palette from its hex values in the order of the fields, as the design's table has them."""
    names = [field.name for field in fields(Palette) if field.type == "str"]
    hexes = dict(zip(names, (f"#{word}" for word in words.split()), strict=True))
    return Palette(**hexes, shadow_alpha=shadow_alpha, mood_edge=mood_edge, zone_running=zone_running,
                   pattern_alpha=pattern_alpha)  # fmt: skip


PALETTES = MappingProxyType(
    {
        ThemeName.LIGHT: _palette(
            """F7F1E6 FFFCF6 EFE6D6 E2D6C3 2B2420 574C43 6F6358 0B5D78 FFFFFF D6E8EA 0A536B 0B5D78 0B5D78 FFFFFF
            F4B266 F8C684 A85E14 33210F 6F3A0C FBE9CF F8DDB4 96530F D3E7E0 0B5D78 D9DBF3 3F4A9A F3E3EE 7A3F73
            F6E6DA 8A4A12 DDEBC8 45691B 3BA090 F0B74F 7B57A3 26406F 463219""",
            shadow_alpha=34,
            mood_edge=0.42,
            zone_running=0.30,
            pattern_alpha=0.085,
        ),
        ThemeName.DARK: _palette(
            """171B1D 20272A 121618 38434A F4EEE4 CFC6BA A79D91 8AD3E6 08242D 1F3B44 A6E0EF 8AD3E6 1A6E88 FFFFFF
            EFA95A F4BC7A F8D3A4 2A1A0A F3C58A 3A2E20 3B3020 F3C58A 263A37 8AD3E6 2B2E4A B7BDF4 3A2A3A E9B3E0
            2E2621 F3C58A 2B3822 B5DB8A 4FC0B0 F6D08A A27FD8 4F74C8 000000""",
            shadow_alpha=90,
            mood_edge=0.30,
            zone_running=0.16,
            pattern_alpha=0.085,
        ),
        ThemeName.NIGHT: _palette(
            """120C08 1B130D 0C0805 3A2A1C E6B482 CD9D6A A07647 D08A4C 1A0E05 2E1D10 DFA066 E6B482 6E411E F6CDA0
            D08C4E DA9A60 D9935A 170B03 E2A86C 2A1B0E 2A1B0C E0A15C 1C140D D08A4C 241410 D9897A 2A1812 D98F6A
            1E130B E0A15C 211A0C BFA24E 9AA65A E6BC78 B8674A 7F5F4C 000000""",
            shadow_alpha=110,
            mood_edge=0.30,
            zone_running=0.07,
            pattern_alpha=0.0765,
        ),
        ThemeName.CONTRAST: _palette(
            """FFFFFF FFFFFF EDEDED 1C1C1C 000000 1C1C1C 3A3A3A 00405C FFFFFF CFEAF4 00354D 0028B8 00405C FFFFFF
            FFB84D FFCE80 000000 000000 000000 FFEFC9 FFE3AD 5A2E00 DDF3EC 003F59 DEE0FF 1F2A85 FCE4F5 5E1B56
            FFF3E8 5A2E00 E0F2C8 2C4A08 1E7A6C D98A00 5B2F8A 14264D 000000""",
            shadow_alpha=0,
            mood_edge=1.0,
            zone_running=0.16,
            pattern_alpha=0.30,
        ),
        ThemeName.CONTRAST_DARK: _palette(
            """000000 000000 1A1A1A E8E8E8 FFFFFF EDEDED CFCFCF 8FE3FF 000000 00303F A8EAFF FFE14D 8FE3FF 000000
            FFB347 FFC56E FFFFFF 000000 FFE0A8 2E1E00 2B1D00 FFC861 06231D 8FE3FF 15174A C9CEFF 2E0A2B FFB8F4
            1E1206 FFC861 12240A C6F28F 5FE0CE FFD98A CBA8FF 8FB0FF 000000""",
            shadow_alpha=0,
            mood_edge=1.0,
            zone_running=0.20,
            pattern_alpha=0.34,
        ),
    }
)
# The drawings of the baby have three tables of colours; of the two with high contrast each takes the nearest.
Drawing = Literal["light", "dark", "night"]
DRAWINGS: Mapping[ThemeName, Drawing] = MappingProxyType({
    ThemeName.LIGHT: "light", ThemeName.DARK: "dark", ThemeName.NIGHT: "night",
    ThemeName.CONTRAST: "light", ThemeName.CONTRAST_DARK: "dark",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """The look handed to every widget: colours, window scale `k`, the parent's text size, and whether things move."""

    name: ThemeName = ThemeName.LIGHT
    k: float = 1.0
    text_scale: float = 1.0
    less_motion: bool = False

    @property
    def palette(self) -> Palette:
        """The colour roles of this theme."""
        return PALETTES[self.name]

    @property
    def drawing(self) -> Drawing:
        """The name of the drawings' colours."""
        return DRAWINGS[self.name]

    @property
    def outlined(self) -> bool:
        """Whether sheets and cards have an outline, because shadows and pale grounds are not seen by everyone."""
        return self.name in (ThemeName.CONTRAST, ThemeName.CONTRAST_DARK)

    def scaled_to(self, width: int, height: int) -> Theme:
        """The same look for a window of this size: k = min(W / 1280, H / 800)."""
        return replace(self, k=min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT))

    def px(self, design: float) -> float:
        """A design length in pixels of this window."""
        return design * self.k

    def text_px(self, design: float) -> float:
        """A design text size in pixels: scaled by the window (never below 0.6) and by the parent, never under 15."""
        return max(SMALLEST_TEXT, design * max(self.k, SMALLEST_TEXT_SCALE) * self.text_scale)

    def target(self, design: float) -> int:
        """A pressable length: scaled, never under 44."""
        return max(SMALLEST_TARGET, round(self.px(design)))

    def control(self, design: float, words: float) -> int:
        """The height of a control with one line of words: scaled, and higher where the parent's text asks for it."""
        return max(self.target(design), round(self.text_px(words) / LINE_PART))

    def ladder(self, role: TypeRole) -> tuple[float, ...]:
        """The role's sizes in pixels of this window, from large to small."""
        return tuple(dict.fromkeys(self.text_px(size) for size in role.sizes))

    def motion(self, what: Motion) -> int:
        """Milliseconds; with less motion everything is at once but the freeze, whose fade is no movement."""
        return 0 if self.less_motion and what is not Motion.FREEZE else MOTION_MS[what]

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role (a field of `Palette`), or of a hex string."""
        return colour(role if role.startswith("#") else getattr(self.palette, role), alpha)

    def mat(self, phase: Phase) -> str:
        """The mat's colour in a phase."""
        return str(getattr(self.palette, f"ph_{phase}"))

    def accent(self, phase: Phase) -> str:
        """The accent in a phase: rings, patterns, the running zone."""
        return str(getattr(self.palette, f"pa_{phase}"))

    def mood(self, mood: Mood) -> str:
        """The fill that stands for an answer; not said is the colour of quiet lines."""
        return self.palette.line if mood is Mood.NOT_SAID else str(getattr(self.palette, mood))

    def mood_edge(self, mood: Mood) -> str:
        """The outline of such a fill."""
        return mix(self.mood(mood), self.palette.ink, self.palette.mood_edge)


def colour(value: str, alpha: float = 1.0) -> QColor:
    """A `QColor` from a hex string and an opacity of 0..1."""
    made = QColor(value)
    if alpha != 1.0:
        made.setAlphaF(alpha)
    return made


def mix(first: str, second: str, part: float) -> str:
    """The hex colour `part` of the way from the first to the second."""
    a, b = QColor(first), QColor(second)
    parts = zip((a.red(), a.green(), a.blue()), (b.red(), b.green(), b.blue()), strict=True)
    return QColor(*(round(x + (y - x) * part) for x, y in parts)).name()


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio of two opaque colours, 1..21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    shown = QColor(value)
    parts = (shown.red() / 255, shown.green() / 255, shown.blue() / 255)
    linear = [c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4) for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def make_font(px: float, weight: QFont.Weight = Weight.MEDIUM, families: Sequence[str] = FAMILIES) -> QFont:
    """Nunito in a size of pixels; sizes are never given in points, so that screens do not change the layout."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(px)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
