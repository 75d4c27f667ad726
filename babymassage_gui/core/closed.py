"""What stays off although today is a day: a bulge, bones, sore skin, gums, the place of a vaccine (content-spec 3.6).

A mark or a sore place is where hands pass too, so its part of the body closes every step that crosses it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from babymassage_gui.core.catalogue import Step, Zone
from babymassage_gui.core.checks import Check
from babymassage_gui.core.plan import Omission
from babymassage_gui.core.said import Said, by_subject
from babymassage_gui.core.sites import limb_of, still_sore
from babymassage_gui.core.standing import GONE, HARMLESS, SKIN, VACCINE, YES, Known, Standing, standing

OMISSIONS: Mapping[str, Omission] = {
    "N-08": Omission.HERNIA,
    "N-10": Omission.BONES,
    "T-04": Omission.SORE_SKIN,
    "T-05": Omission.VACCINE,
    "T-07": Omission.GUMS,
}
# Part of the body → zones and steps that a hand could cross there or hold (EXT-03, CON-26).
_LEGS = ("legs", "gym", "tummy-legs-up", "close-strokes")
_ARMS = ("arms", "gym", "collar", "back-shoulders", "close-strokes")
PARTS: Mapping[str, tuple[str, ...]] = {
    "legs": _LEGS,
    "feet": ("feet", *_LEGS),
    "arms": _ARMS,
    "hands": ("hands", *_ARMS),
    "tummy": ("tummy", "prone", "gym", "side", "open-rest"),
    "chest": ("chest", "side", "gym-arms", "gym-prone-lift", "gym-step"),
    "back": ("back", "side", "collar", "buttocks", "gym-soar", "gym-sit"),
    "side": ("side", "tummy", "chest", "back", "open-rest", "gym-step"),
    "buttocks": ("buttocks", "back-rub", "leg-back", "leg-rub", "gym-soar"),
    "collar": ("collar", "back", "arms", "chest", "close-strokes"),
    "face": ("face", "ears"),
    "ears": ("ears", "head", "face"),
    "head": ("head", "ears"),
}
# Where nobody said where, it may be anywhere.
ANYWHERE = (*(zone for zone in Zone if zone not in (Zone.PREP, Zone.FINISH)), "open-rest", "close-strokes")
# Where a vaccine goes in: the whole limb, and the other one too, for a step has both sides. A place that nobody named
# may be either.
_LIMBS: Mapping[str, tuple[str, ...]] = {"leg": _LEGS, "arm": _ARMS}
EITHER_SITE = (*_LEGS, *_ARMS)


def closed_steps(
    steps: Iterable[Step],
    checks: Mapping[str, Check],
    known: Known,
    now: datetime,
    stands: Sequence[Standing] | None = None,
) -> Mapping[str, Omission]:
    """Step id → why it stays off. `stands` spares weighing it again."""
    said, every = by_subject(known.said), tuple(steps)
    names: dict[str, Omission] = {}
    for one in standing(checks, known, now) if stands is None else stands:
        if one.check.id in OMISSIONS:
            closes = _closed_by(one, said.get(SKIN, ()), {step.id for step in every})
            names.update((part, OMISSIONS[one.check.id]) for part in closes)
    names.update((part, Omission.VACCINE) for part in _sore_sites(said.get(VACCINE, ())))
    found = ((step.id, names.get(step.id) or names.get(step.zone)) for step in every)
    return {step_id: why for step_id, why in found if why is not None}


def _closed_by(stands: Standing, of_skin: Sequence[Said], step_ids: Collection[str]) -> tuple[str, ...]:
    """The zones and steps that an answer closes; a harmless mark closes its part, zone or step until it is gone."""
    mark = stands.said
    if mark is None or (mark.subject, mark.answer) != (SKIN, HARMLESS):
        return stands.answer.closes
    if any(one.answer == GONE and one.note == mark.note and one.at >= mark.at for one in of_skin):
        return ()
    named = (mark.note,) if mark.note in step_ids or mark.note in list(Zone) else ANYWHERE
    return PARTS.get(mark.note, named)


def _sore_sites(of_vaccine: Sequence[Said]) -> Iterable[str]:
    """What the places of vaccines close until they are not sore: each place by itself, or all by one word."""
    for vaccine in (one for one in of_vaccine if one.answer == YES):
        if still_sore(vaccine, of_vaccine):
            yield from _LIMBS.get(limb_of(vaccine.note), EITHER_SITE)
