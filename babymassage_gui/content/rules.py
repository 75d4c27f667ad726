"""What must hold between the columns of one row, and between rows: the cross-checks of the content.

Each rule is a function from rows to findings: (row id, key, message). Nothing here reads files or drops rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from babymassage_gui.core.age import PLANNING_BIRTH, AgeLimit
from babymassage_gui.core.catalogue import Mode, Position, Range, Routine, Step, Supervision, Zone

MOST_LETTERS = {"title": 26, "instruction": 90, "caution": 72}
MOST_PRIORITY = 3
# AGE-05: never before day 20 of life. Rubbing begins at 4 months (C-22).
FIRST_DAY = AgeLimit(days=20)
RUB_FROM = OLD_FROM = AgeLimit(months=4)
WORKS_ON_SKIN = re.compile(r"strok|glid|rubb|knead")
LYING = (Position.SUPINE, Position.PRONE)
# What the planner puts in where the baby must lie otherwise.
TURNS = {"turn-tummy": (Position.SUPINE, Position.PRONE), "turn-back": (Position.PRONE, Position.SUPINE)}

Finding = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ClockRow:
    """Minutes of a step with a clock of its own, from an age on."""

    from_age: AgeLimit
    minutes: Range


@dataclass(frozen=True, slots=True)
class Known:
    """What a step may name."""

    steps: Collection[str]
    no_go: Collection[str]
    landmarks: Collection[str]
    has_clock: bool


def step_findings(step: Step, known: Known) -> Iterator[Finding]:
    """Everything that is wrong with one step."""
    for rule in (_words, _numbers, _ages, _who_guides, _turning):
        for key, message in rule(step):
            yield step.id, key, message
    for key, message in _step_references(step, known):
        yield step.id, key, message


def _words(step: Step) -> Iterator[tuple[str, str]]:
    for key, most in MOST_LETTERS.items():
        text: str = getattr(step, key)
        if not text.strip():
            yield key, "is empty"
        elif len(text) > most:
            yield key, f"has {len(text)} letters, at most {most} can be read from 1.5 m"


def _numbers(step: Step) -> Iterator[tuple[str, str]]:
    if not 0 <= step.priority <= MOST_PRIORITY:
        yield "priority", f"{step.priority} is not between 0 and {MOST_PRIORITY}"
    if not step.sides:
        yield "sides", "names no side"
    given = {"reps_young": step.reps_young, "reps_old": step.reps_old}
    if step.own_clock:
        yield from ((key, "has no meaning for a step with a clock of its own") for key in given if given[key])
        return
    if step.seconds_per_rep < 1:
        yield "seconds_per_rep", "must be 1 or more"
    if not any(given.values()):
        yield "reps_old", "neither reps_young nor reps_old is given: the step is never played"
    yield from ((key, "must be 1 or more") for key, numbers in given.items() if numbers and numbers.start < 1)


def _ages(step: Step) -> Iterator[tuple[str, str]]:
    if step.min_age is None:
        if not step.set_by_doctor:
            yield "min_age", "only a step that the doctor sets has no age"
        return
    if _day(step.if_wished or step.min_age) < _day(FIRST_DAY):
        yield "min_age" if step.if_wished is None else "if_wished", "never before day 20 of life (AGE-05)"
    if step.if_wished is not None and _day(step.if_wished) >= _day(step.min_age):
        yield "if_wished", "must be earlier than min_age"
    if step.full_form is not None and _day(step.full_form) <= _day(step.min_age):
        yield "full_form", "must be later than min_age"
    if step.is_rub and _day(step.min_age) < _day(RUB_FROM):
        yield "min_age", "rubbing only from 4 months (C-22)"


def _who_guides(step: Step) -> Iterator[tuple[str, str]]:
    if step.set_by_doctor != (step.mode is Mode.DOCTOR_GATED):
        yield "set_by_doctor", "goes together with mode doctor-gated"
    if (step.mode is Mode.GUIDED) == (step.supervision is Supervision.SHOWN):
        yield "supervision", "shown goes together with mode pro-shown or doctor-gated"


def _turning(step: Step) -> Iterator[tuple[str, str]]:
    turn = (step.position, step.position_after)
    if step.id in TURNS and turn != TURNS[step.id]:
        yield "position_after", f"must turn from {TURNS[step.id][0]} to {TURNS[step.id][1]}"
    elif step.position is not step.position_after and step.zone not in {Zone.PREP, Zone.GYM}:
        yield "position_after", "only a turn or a move of gymnastics changes the position"
    if step.is_turn and (step.reps_young, step.reps_old) != (Range(1, 1), Range(1, 1)):
        yield "reps_old", "a turn is done once at every age"


def _step_references(step: Step, known: Known) -> Iterator[tuple[str, str]]:
    for number, stroke in enumerate(step.strokes, start=1):
        if not stroke:
            yield f"strokes[{number}]", "has no points"
        for place, point in enumerate(stroke, start=1):
            if point.at and point.at not in known.landmarks:
                yield f"strokes[{number}][{place}]", f'"{point.at}" is not in landmarks.toml'
    if WORKS_ON_SKIN.search(step.technique) and not any(p.at and not p.lifted for s in step.strokes for p in s):
        yield "strokes", f"{step.technique} without a landmark"
    yield from (("no_go", f"area {code} is unknown or damaged") for code in step.no_go if code not in known.no_go)
    yield from (("no_go", f"{twice} is named twice") for twice in _twice(step.no_go))
    if step.gives_way_to is not None and step.gives_way_to not in known.steps:
        yield "gives_way_to", f"unknown step {step.gives_way_to}"
    if step.own_clock and not known.has_clock:
        yield "own_clock", "clocks.toml gives no minutes for it"


def routine_findings(routine: Routine, steps: Mapping[str, Step], written: Collection[str]) -> Iterator[Finding]:
    """Everything that is wrong with one routine; `steps` are the whole ones, `written` the ids of all."""

    def say(key: str, message: str) -> Finding:
        return routine.id, key, message

    if not 0 < len(routine.title) <= MOST_LETTERS["title"]:
        yield say("title", f"has {len(routine.title)} letters, 1 to {MOST_LETTERS['title']} can be read from 1.5 m")
    if bool(routine.steps) == bool(routine.wraps):
        yield say("steps", "a routine has either steps of its own or wraps others")
    for step_id in dict.fromkeys(routine.steps):
        if step_id not in steps:
            yield say("steps", f"{'damaged' if step_id in written else 'unknown'} step {step_id}")
    listed = [steps[step_id] for step_id in routine.steps if step_id in steps]
    if any(Position.PRONE in {step.position, step.position_after} for step in listed):
        missing = [turn for turn in TURNS if turn not in steps and turn not in routine.steps]
        yield from (say("steps", f"needs {turn}, which is unknown or damaged") for turn in missing)
    yield from (say("steps", f"{step_id} is named twice") for step_id in _twice(s.id for s in listed if not s.is_turn))
    yield from (say("steps", message) for message in _order(listed))
    yield from (say(key, message) for key, message in _opening(routine, listed))


def wrapping_findings(routine: Routine, whole: Mapping[str, Routine]) -> Iterator[Finding]:
    """A routine that wraps others must offer only such as can be played."""
    for other in routine.wraps:
        if other not in whole or not whole[other].steps:
            yield routine.id, "wraps", f"routine {other} is unknown, damaged or without steps"


def _order(listed: Iterable[Step]) -> Iterator[str]:
    """Turns that turn a baby who lies so already, and rubbing before a stroke of the same zone (ORD-03)."""
    lying: Position | None = Position.SUPINE
    stroked: set[Zone] = set()
    for step in listed:
        if step.is_turn and lying is step.position_after:
            yield f"{step.id} comes where the baby is {lying} already"
        if step.is_rub and step.zone not in stroked:
            yield f"{step.id} rubs before a stroke of the same zone (ORD-03)"
        if step.is_stroke:
            stroked.add(step.zone)
        lying = step.position_after if step.position_after in LYING else None


def _opening(routine: Routine, listed: Iterable[Step]) -> Iterator[tuple[str, str]]:
    if routine.opens is None:
        return
    earliest = routine.opens_early or routine.opens
    if _day(earliest) < _day(FIRST_DAY):
        yield "opens", "never before day 20 of life (AGE-05)"
    if routine.opens_early is not None and _day(routine.opens_early) >= _day(routine.opens):
        yield "opens_early", "must be earlier than opens"
    if routine.closes is None:
        yield "closes", "is missing: a routine that opens with an age closes with one"
        return
    if _day(routine.closes) <= _day(routine.opens):
        yield "closes", "must be later than opens"
    for step in listed:
        from_day, before_day = _played_between(step)
        if not (from_day < _day(routine.closes) and before_day > _day(earliest)):
            yield "steps", f"{step.id} is never played at the ages of this routine"


def _played_between(step: Step) -> tuple[int, int]:
    """The first day of a step's life and the first day that is too late for it."""
    limits = [limit for limit in (step.if_wished or step.min_age,) if limit is not None]
    if step.reps_young is None and not step.own_clock:
        limits.append(OLD_FROM)
    ends = step.reps_old is None and not step.own_clock
    return max((_day(limit) for limit in limits), default=0), _day(OLD_FROM) if ends else timedelta.max.days


def clock_findings(rows: Mapping[str, ClockRow], steps: Iterable[Step]) -> Iterator[Finding]:
    """The clock must begin with the step that it belongs to, and its ages must rise."""
    days = [_day(row.from_age) for row in rows.values()]
    for row_id, before, after in zip(list(rows)[1:], days, days[1:], strict=False):
        if after <= before:
            yield row_id, "from_age", "the ages must rise"
    opens = [_day(step.min_age) for step in steps if step.own_clock and step.min_age is not None]
    if days and opens and days[0] > min(opens):
        yield next(iter(rows)), "from_age", "the clock must begin at the first age of its step"


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _day(limit: AgeLimit) -> int:
    """The day of life on which a limit is reached, on the planning calendar."""
    return (limit.day(PLANNING_BIRTH) - PLANNING_BIRTH).days
