"""The words and values that the command line prints. English only, plain, no interface behind it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Routine
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.plan import Plan, PlannedStep

_REFUSALS: Mapping[Barrier, str] = {
    Barrier.TOO_YOUNG: "no massage before 20 days: hold your baby skin to skin. {title} opens on day {day}",
    Barrier.EARLY_START: "{title} opens on day {day}; from day 20 if your doctor agrees to an early start",
    Barrier.NOT_YET: "{title} opens on day {day}",
    Barrier.TOO_OLD: "from 12 months on nothing is guided; the past sessions stay readable",
    Barrier.NO_LONGER: "{title} is for younger babies",
    Barrier.NOT_OFFERED: "{title} cannot be played",
    Barrier.CONTENT: "questions of the check-in are damaged, so nothing is played. See check-content",
    Barrier.DOCTOR: "the baby's doctor has to say first that massage is fine",
    Barrier.DOCTOR_AGAIN: "the doctor's yes is older than half a year",
    Barrier.NAVEL: "the navel is not healed",
    Barrier.ANSWER: "{verdict}: {question} {answer}{until}",
    Barrier.BULGE: "{title} is not for a baby with a bulge at navel or groin",
    Barrier.SHOW_FIRST: "each step of {title} needs to be shown in person first",
    Barrier.PRESCRIBE_FIRST: "{title} needs to be prescribed and shown by a doctor first",
    Barrier.REFER_FIRST: "{title} needs a referral for general massage",
    Barrier.EVENING: "{title} is not for the evening; it opens tomorrow",
    Barrier.TOO_SOON: "two hours lie between two sessions{until}",
    Barrier.DONE_TODAY: "enough for today",
    Barrier.UNFINISHED: "a session that was cut off is to be settled first",
}

_FAULTS: Mapping[Fault, str] = {
    Fault.LOG_NEWER: "the log {path} was written by a newer version; it was left untouched. Update this program",
    Fault.LOG_LOCKED: "the log {path} is in use by another program. Close that one and try again",
    Fault.LOG_UNREADABLE: "the log {path} cannot be read ({reason}). Check the rights of the folder",
    Fault.LOG_NOT_WRITTEN: "the log {path} cannot be written ({reason}). Make room or check the rights of the folder",
    Fault.LOG_DAMAGED: "the log {path} is damaged. Open the window once: it goes back to the newest good backup",
    Fault.FOLDER_NOT_MADE: "the folder {path} cannot be made ({reason}). Choose another with --data-dir",
    Fault.SETTINGS_NOT_WRITTEN: "the settings {path} cannot be written ({reason}). Check the rights of the folder",
    Fault.BACKUP_NOT_MADE: "a backup {path} cannot be made ({reason}), so nothing was done. Make room and try again",
    Fault.SHARE_REFUSED: "{path} holds the program's own files or lies among them; choose another folder",
    Fault.SHARE_UNREACHED: "the folder {path} cannot be reached now ({reason}); nothing is lost, try again later",
    Fault.SHARE_NOT_WRITTEN: "{path} cannot be written now ({reason}); nothing is lost, try again later",
    Fault.BACKUP_UNREADABLE: "there is no whole backup {path}. See backups",
    Fault.EXPORT_NOT_WRITTEN: "{path} cannot be written ({reason}). Choose another file",
    Fault.FILE_NOT_WRITTEN: "{path} cannot be changed ({reason}). Check the rights of its folder",
    Fault.IMPORT_UNREADABLE: "{path} cannot be read ({reason}). Look at its name and its rights",
    Fault.IMPORT_REFUSED: "the file is refused ({refusal}): it has to be our JSON or CSV, or Baby Buddy's CSV",
    Fault.BAD_PROFILE: "the profile {path} cannot be used: {reason}",
    Fault.BIRTH_IN_FUTURE: "the birth date lies in the future",
    Fault.DUE_BEFORE_BIRTH: "the due date lies before the birth",
    Fault.DUE_TOO_LATE: "the due date lies too long after the birth",
    Fault.BAD_CONTENT: "what is taught cannot be read. Install the program anew",
}


class _Blank(dict[str, str]):
    """A detail that a fault does not carry reads as a dash, never as a crash."""

    def __missing__(self, key: str) -> str:
        return "-"


def fault_sentence(fault: Expected) -> str:
    """One sentence with a way out."""
    words = _FAULTS.get(fault.fault, fault.fault.value.replace("-", " "))
    return words.format_map(_Blank(fault.details)) + "."


def refusal_sentence(refused: Refusal, routine: Routine, age: Age) -> str:
    """Why a routine may not be played at an age."""
    day = "-" if refused.opens_on is None else str((refused.opens_on - age.born).days)
    stands = refused.standing
    told = {"verdict": "", "question": "", "answer": ""}
    if stands is not None:
        told = {"verdict": stands.verdict.value, "question": stands.check.question, "answer": stands.answer.text}
    until = "" if refused.opens_at is None else f"; open at {refused.opens_at:%Y-%m-%d %H:%M}"
    return _REFUSALS[refused.barrier].format(title=routine.title, day=day, until=until, **told).rstrip(".") + "."


def plan_values(plan: Plan, age: Age) -> dict[str, object]:
    """A plan as JSON values. Seconds count toward the target but for a step with a clock of its own."""
    return {
        "routine": plan.routine_id,
        "minutes": plan.minutes,
        "seconds": plan.seconds,
        "steps": [_step_values(step) for step in plan.steps],
        "left_out": [
            {"id": left.step.id, "reason": left.reason.value, "opens_at_age_days": _age_days(left.opens_on, age)}
            for left in plan.left_out
        ],
    }


def _step_values(planned: PlannedStep) -> dict[str, object]:
    return {
        "id": planned.step.id,
        "title": planned.step.title,
        "zone": planned.step.zone.value,
        "sides": [p.side.value for p in planned.passes],
        "repetitions": [p.reps for p in planned.passes],
        "hold_seconds": planned.hold_seconds,
        "seconds": planned.seconds,
    }


def _age_days(day: date | None, age: Age) -> int | None:
    return None if day is None else (day - age.born).days


def describe_plan(plan: Plan, age: Age) -> str:
    """A plan as lines for a terminal."""
    head = f"{plan.routine_id}: {len(plan.steps)} steps, {clock(plan.seconds)} of {plan.minutes} min"
    steps = [f"  {_step_line(step)}" for step in plan.steps]
    left = [f"  {left.step.id:16} {_reason(left.reason.value, left.opens_on, age)}" for left in plan.left_out]
    return "\n".join([head, *steps, *(["left out:", *left] if left else [])])


def _step_line(planned: PlannedStep) -> str:
    times = ", ".join(f"{p.side} x{p.reps}" for p in planned.passes)
    return f"{planned.step.id:16} {planned.step.zone:8} {times:20} {planned.seconds:5.0f} s"


def _reason(reason: str, opens_on: date | None, age: Age) -> str:
    words = reason.replace("-", " ")
    return words if opens_on is None else f"{words}, opens on day {_age_days(opens_on, age)}"


def clock(seconds: float) -> str:
    """Minutes and seconds, as on a clock."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def session_values(session: SessionRecord) -> dict[str, object]:
    """A session as JSON values; times in UTC."""
    return {
        "id": session.id,
        "kind": session.kind.value,
        "routine": session.routine_id,
        "started_at": session.started_at.isoformat(),
        "utc_offset_minutes": session.utc_offset_minutes,
        "target_minutes": session.target_minutes,
        "active_seconds": session.active_seconds,
        "ending": None if session.ending is None else session.ending.value,
        "mood": None if session.mood is None else session.mood.value,
        "note": session.note,
        "steps": [{"id": s.step_id, "outcome": s.outcome.value, "seconds": s.seconds} for s in session.steps],
    }


def describe_session(session: SessionRecord) -> str:
    """A session as one line for a terminal, on the family's clocks."""
    ending = "not ended" if session.ending is None else session.ending.value
    mood = "" if session.mood is None else f", {session.mood.value}"
    kind = "" if session.kind.value == "massage" else f" ({session.kind.value})"
    start = session.local_start.strftime("%Y-%m-%d %H:%M")
    length = f"{clock(session.active_seconds)} of {session.target_minutes} min"
    return f"{start}  {session.routine_id}{kind}  {length}  {ending}{mood}"
