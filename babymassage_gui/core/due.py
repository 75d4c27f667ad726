"""Which questions come first: standing ones that are due, and the doctor after an illness; when an answer was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from babymassage_gui.core.age import born_early
from babymassage_gui.core.checks import Check, Group
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said, by_subject
from babymassage_gui.core.standing import DOCTOR, EARLY, OF_PROFILE, YES, Known, Standing, standing

# Said by the program itself: the log was damaged, and a backup took its place.
LOG, RESTORED = "log", "restored"
# What is said once the baby is well again: whether a doctor was needed (N-01, "after any doctor's visit for illness").
ILLNESS, DOCTOR_VISIT = "illness", "doctor-visit"
# What is an illness: fever, cold, infection, a sick tummy, and every alarm of the day.
_ILL: Mapping[str, frozenset[str]] = {
    "T-01": frozenset({"below-36", "warm", "fever", "high-fever", "medicine"}),
    "T-02": frozenset({YES}),
    "T-03": frozenset({YES, "now"}),
    "T-04": frozenset({"glass"}),
    "T-06": frozenset({YES}),
}
_SOON = timedelta(microseconds=1)


def due(
    checks: Mapping[str, Check], known: Known, now: datetime, stands: Sequence[Standing] | None = None
) -> tuple[Check, ...]:
    """The standing questions to be asked before the next session (3.6, N): never answered, too long ago, or with an
    answer that the content no longer knows. The dates of a baby that came early answer N-04 (C-42).

    The doctor's yes is among them after an illness: whether a doctor was needed. `stands` spares weighing it again.
    """
    stands = standing(checks, known, now) if stands is None else stands
    newest = {subject: told[-1] for subject, told in by_subject(known.said).items()}
    found = [checks[DOCTOR]] if DOCTOR in checks and illness_over(known, stands) else []
    for check in checks.values():
        if check.group is not Group.NEVER or check.id in OF_PROFILE:
            continue
        if check.id == EARLY and counts_as_early(known.baby):
            continue
        if _is_due(check, newest.get(check.id), newest.get(LOG), now):
            found.append(check)
    return tuple(found)


def _is_due(check: Check, last: Said | None, restored: Said | None, now: datetime) -> bool:
    if last is None or check.answer(last.answer) is None:
        return True
    # A backup may hold an older answer than the one that was lost.
    if restored is not None and last.at <= restored.at:
        return True
    # An answer far in the future was given by a wrong clock: it is as old as one far in the past.
    return check.again_after is not None and abs(now - last.at) > check.again_after


def illness_over(known: Known, stands: Iterable[Standing]) -> bool:
    """Whether the baby was ill, is no longer, and nobody has said yet whether a doctor was needed."""
    last, asked = last_illness(known.said), [one.at for one in known.said if one.subject == ILLNESS]
    if last is None or (asked and max(asked) >= last):
        return False
    return not any(s.said is not None and _is_illness(s.said) for s in stands)


def last_illness(said: Iterable[Said]) -> datetime | None:
    """When it was last said that the baby is ill."""
    return max((one.at for one in said if _is_illness(one)), default=None)


def _is_illness(said: Said) -> bool:
    return said.answer in _ILL.get(said.subject, ())


def counts_as_early(baby: Baby) -> bool:
    """Born before 37 weeks: every age is corrected, and the doctor's yes stands for N-04 too (C-42)."""
    return born_early(baby.born, baby.due)


def after(said: Iterable[Said], subject: str, now: datetime) -> datetime:
    """The moment (UTC) of an answer that is given now: after everything said of it before, though the clock was set
    back since. The order in which things were said decides which of them holds.
    """
    told = tuple(said)
    before = [one.at for one in told if one.subject == subject]
    ill = last_illness(told) if subject == ILLNESS else None
    return max([now.astimezone(UTC), *(at + _SOON for at in before), *([] if ill is None else [ill])])


def utc(moment: datetime) -> datetime:
    """The same instant in UTC, as it is said."""
    return moment.astimezone(UTC)
