"""Which steps a routine lists today, and in which order: the parent's choices before age and time are asked.

Directions put one step in another's place, the face may come before the finish (C-12, C-15, C-16, 3.2), and whole
parts of the body change places (C-03).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from babymassage_gui.core.catalogue import Block, Catalogue, OrderVariant, Position, Routine, Step
from babymassage_gui.core.choices import ArmDirection, BackDirection, Choices

EVERYDAY, FACE, CALM = "everyday", "face", "calm"
ARM_UP, ARM_DOWN = "arm-outer", "arm-down"
BACK_UP, BACK_DOWN = "back-up", "back-down"
CHEST, CHEST_NEWBORN = "chest-ribs", "chest-newborn"


@dataclass(frozen=True, slots=True)
class Listed:
    """A step as it stands in today's list; `stands_for` is the step whose place and priority it took, or itself."""

    step: Step
    stands_for: Step

    @property
    def priority(self) -> int:
        """How early it is chosen: that of the step whose place it takes."""
        return self.stands_for.priority


def listed_today(
    catalogue: Catalogue, routine: Routine, choices: Choices, allowed: Callable[[Step], bool]
) -> tuple[Listed, ...]:
    """The routine's steps without turns, in the order in which they are played.

    A step takes another's place only where it is `allowed`; otherwise the routine's own stays.
    """
    steps = [step for step in catalogue.steps_of(routine) if not step.is_turn]
    # The soothing massage keeps its own directions, whatever is set for the others (C-15, C-16).
    instead = {} if routine.id == CALM else _instead(catalogue, choices, allowed)
    listed = [Listed(instead.get(step.id, step), step) for step in steps]
    listed = _both_ways(catalogue, routine, choices, listed)
    listed = _in_order(listed, _variant(catalogue, routine, choices))
    return tuple(_with_face(catalogue, routine, choices, listed))


def wrapped_routine(
    catalogue: Catalogue, wrapper: Routine, open_ids: Sequence[str], wished: str = ""
) -> Routine | None:
    """The routine that a routine without steps of its own plays, `ten-days`: the wished one if it is open.

    Otherwise the first open one of those it wraps; None if none is. `open_ids` are the routines whose gates are open.
    """
    can_be = [key for key in wrapper.wraps if key in open_ids and key in catalogue.routines]
    chosen = wished if wished in can_be else next(iter(can_be), None)
    return None if chosen is None else catalogue.routines[chosen]


def _instead(catalogue: Catalogue, choices: Choices, allowed: Callable[[Step], bool]) -> Mapping[str, Step]:
    pairs = (
        (ARM_UP, ARM_DOWN, choices.arm_outer_direction is ArmDirection.DOWN),
        (BACK_UP, BACK_DOWN, choices.back_direction is BackDirection.DOWN),
        (CHEST, CHEST_NEWBORN, choices.newborn_chest),
    )
    found = ((usual, catalogue.steps.get(other)) for usual, other, wanted in pairs if wanted)
    return {usual: other for usual, other in found if other is not None and allowed(other)}


def _both_ways(catalogue: Catalogue, routine: Routine, choices: Choices, listed: list[Listed]) -> list[Listed]:
    """The back up, then down, where both are wished."""
    down = catalogue.steps.get(BACK_DOWN)
    if choices.back_direction is not BackDirection.BOTH or down is None or down.id in routine.steps:
        return listed
    at = next((index + 1 for index, one in enumerate(listed) if one.step.id == BACK_UP), None)
    return listed if at is None else [*listed[:at], Listed(down, down), *listed[at:]]


def _with_face(catalogue: Catalogue, routine: Routine, choices: Choices, listed: list[Listed]) -> list[Listed]:
    """With the face before the finish, if the parent wants it in the everyday massage."""
    if routine.id != EVERYDAY or not choices.face_in_everyday or FACE not in catalogue.routines:
        return listed
    face = [s for s in catalogue.steps_of(catalogue.routines[FACE]) if s.block is Block.HEAD]
    finish = [one for one in listed if one.step.block is Block.FINISH]
    before = [one for one in listed if one.step.block is not Block.FINISH]
    return [*before, *(Listed(step, step) for step in face), *finish]


def _variant(catalogue: Catalogue, routine: Routine, choices: Choices) -> OrderVariant | None:
    variant = catalogue.orders.get(choices.order)
    return variant if variant is not None and routine.id in variant.routines else None


def _in_order(listed: list[Listed], variant: OrderVariant | None) -> list[Listed]:
    """Whole parts in the variant's order; start and finish stay where they are."""
    if variant is None:
        return listed
    blocks = _blocks(listed, variant)
    greeting = [one for one in listed if one.step.id == variant.opens_with]
    rest = [one for one in listed if one.step.id != variant.opens_with]
    parts = (_of(rest, block, variant.prone_with) for block in (Block.START, *blocks, Block.FINISH))
    start, *others = parts
    return [*start, *greeting, *(one for part in others for one in part)]


def _blocks(listed: Iterable[Listed], variant: OrderVariant) -> list[Block]:
    """The variant's parts, with those that it does not name: behind the back if done on the tummy, else behind that."""
    blocks = list(variant.blocks)
    unnamed = {
        one.step.block: one.step.position
        for one in reversed(tuple(listed))
        if one.step.block not in (*variant.blocks, Block.START, Block.FINISH)
    }
    for block, position in unnamed.items():
        behind = Block.BACK if position in (Position.PRONE, Position.HELD_PRONE) else Block.TUMMY
        blocks.insert(blocks.index(behind) + 1, block)
    return blocks


def _of(listed: Iterable[Listed], block: Block, leader: str) -> list[Listed]:
    """The steps of a part in list order, the leader first."""
    return sorted((one for one in listed if one.step.block is block), key=lambda one: one.step.id != leader)
