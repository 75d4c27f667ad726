"""A baby and its answers from a TOML file, so that every rule of the check-in can be tried without a window.

    born = 2026-08-01
    navel_healed = true
    doctor_yes_on = 2026-10-01
    at = 2026-11-22T10:00:00        # the family's clock; left out: ten o'clock today

    [answers]                       # check id = answer id, said at that moment
    N-08 = "doctor-yes"

    [[said]]                        # what was said at another time, or with a note
    subject = "T-05"
    answer = "yes"
    at = 2026-11-20T09:00:00
    note = "leg"

    [choices]                       # as in the settings
    order = "arms-first"

    [day]
    after_feed_minutes = 60

Every standing question that is not named is answered with no.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from babymassage_gui.content.reading import structured
from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.believed import believed
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.checks import Group
from babymassage_gui.core.choices import Choices, Day
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.family import Family
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.standing import NO, OF_PROFILE

MORNING = time(10)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said, as the file gives it."""

    subject: str
    answer: str
    at: datetime | None = None
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The file."""

    born: date
    due: date | None = None
    navel_healed: bool = False
    doctor_yes_on: date | None = None
    early_start: bool = False
    at: datetime | None = None
    parent_limit: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    said: tuple[Entry, ...] = ()
    choices: Choices = field(default_factory=Choices)
    day: Day = field(default_factory=Day)


@dataclass(frozen=True, slots=True)
class Case:
    """A family at a moment of its wall clock."""

    family: Family
    now: datetime


def case_of_days(catalogue: Catalogue, days: int, *, early_start: bool) -> Case:
    """A healthy baby of so many days, on a morning of the planning calendar."""
    age = age_of_days(days)
    now = datetime.combine(age.on, MORNING, UTC)
    baby = Baby("", "", age.born, navel_healed=True, doctor_yes_on=age.on, early_start=early_start)
    return Case(Family(baby, (), Settings(), (), _standing(catalogue, {}, now)), now)


def read_case(catalogue: Catalogue, path: Path, today: Callable[[], date]) -> Case:
    """The family that a file tells of. `today` is asked only if the file names no moment.

    Raises:
        Expected: BAD_PROFILE, with every fault; a date that cannot be (see `age.check_dates`).
    """
    profile = _read(path)
    now = profile.at or datetime.combine(today(), MORNING)
    now = now if now.tzinfo else now.replace(tzinfo=UTC)
    _check_answers(catalogue, profile, path)
    baby = Baby("", "", profile.born, profile.due, profile.navel_healed, profile.doctor_yes_on, profile.early_start)
    baby.check(now.date())
    entries = [
        Said(f"entry-{number}", "", one.subject, one.answer, _utc(one.at or now, now), one.by, one.note)
        for number, one in enumerate(profile.said)
    ]
    settings = Settings(parent_limit=profile.parent_limit, choices=profile.choices, day=profile.day)
    told = {one.subject for one in profile.said}
    answers = _standing(catalogue, profile.answers, now, without=told)
    return Case(Family(baby, (), settings, (), believed(baby, (*answers, *entries), now)), now)


def _utc(moment: datetime, now: datetime) -> datetime:
    """A moment without a zone is one of the family's clock."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)).astimezone(UTC)


def _standing(
    catalogue: Catalogue, answers: Mapping[str, str], now: datetime, without: set[str] | frozenset[str] = frozenset()
) -> tuple[Said, ...]:
    """The answers given, and no to each standing question that nobody spoke of."""
    asked = (c.id for c in catalogue.checks.values() if c.group is Group.NEVER and c.id not in OF_PROFILE)
    said = {**{check_id: NO for check_id in asked if check_id not in without}, **answers}
    return tuple(
        Said(f"answer-{check_id}", "", check_id, answer, now.astimezone(UTC)) for check_id, answer in said.items()
    )


def _read(path: Path) -> Profile:
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Expected(Fault.BAD_PROFILE, path=str(path), reason=error.strerror or "it cannot be read") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Expected(Fault.BAD_PROFILE, path=str(path), reason=f"it is not TOML: {error}") from None
    profile, faults = structured(raw, Profile)
    if profile is None:
        raise _refused(path, [f"{key}: {message}" if key else message for key, message in faults])
    return profile


def _check_answers(catalogue: Catalogue, profile: Profile, path: Path) -> None:
    unknown = []
    for subject, answer in (*profile.answers.items(), *((one.subject, one.answer) for one in profile.said)):
        check = catalogue.checks.get(subject)
        if check is not None and check.answer(answer) is None:
            unknown.append(f"{subject} has no answer {answer!r}")
    unknown += [f"there is no question {subject!r}" for subject in profile.answers if subject not in catalogue.checks]
    if unknown:
        raise _refused(path, unknown)


def _refused(path: Path, reasons: list[str]) -> Expected:
    return Expected(Fault.BAD_PROFILE, path=str(path), reason="; ".join(reasons))
