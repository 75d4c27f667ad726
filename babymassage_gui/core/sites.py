"""Where a vaccine went in: a limb of the baby, with its side where the parent said so (EXT-03).

The note of such an answer is "leg_l", "leg_r", "arm_l" or "arm_r"; "leg" and "arm" where the side was not said, and
empty where nothing was. A program that does not know the sides takes theirs for "may be anywhere", which is the safer
reading.
"""

from __future__ import annotations

from collections.abc import Iterable

from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import NOT_SORE

LIMBS = ("leg", "arm")
SIDES = ("_l", "_r")
SITES = tuple(limb + side for limb in LIMBS for side in (*SIDES, ""))
"""Every note that names a place, sides before the limb as a whole."""


def site_of(note: str) -> str:
    """The place that a note names; empty for none that is known, which may be anywhere."""
    return note if note in SITES else ""


def limb_of(note: str) -> str:
    """The limb that a note names, empty for none that is known."""
    return note.partition("_")[0] if note in SITES else ""


def sides_of(note: str) -> tuple[str, ...]:
    """The sides on which the place may be: the one that was said, or both."""
    return SIDES if note in LIMBS else (note[-2:],)


def still_sore(vaccine: Said, told: Iterable[Said]) -> bool:
    """Whether nobody said since that the place is well: it, its limb as a whole, or all places by one word.

    That one side is well does not make well what may be on either.
    """
    ending = ("", vaccine.note, limb_of(vaccine.note))
    return not any(one.answer == NOT_SORE and one.note in ending and one.at >= vaccine.at for one in told)
