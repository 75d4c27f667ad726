"""The library's short texts that depend on a value: second lines of rows, chips, gates, what a closed door means."""

from __future__ import annotations

from PySide6.QtCore import QObject

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.catalogue import Catalogue, Gate, Mode, Position, Range, Routine, Side, Step, Supervision
from babymassage_gui.core.reference import Grade
from babymassage_gui.gui.pages.library_view import OLD_FROM, Access, Door, Kind, Row, Shelf
from babymassage_gui.gui.text import Words, fill

_ONCE = Range(1, 1)


class LibraryWords(QObject):
    """Says things of the library in the interface's language."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def from_age(self, limit: AgeLimit) -> str:
        """The age from which a step may be part of a massage."""
        if limit.days is not None:
            return self.tr("from %n day(s)", "an age", limit.days)
        months = limit.months or 0
        if limit.strictly_over:
            return self.tr("over %n month(s)", "", months)
        return self.tr("from %n month(s)", "", months)

    def second(self, row: Row, catalogue: Catalogue) -> str:
        """The second line of a row; a closed door comes before all else."""
        if row.access.locked:
            return self.door(row.access)
        if row.kind is Kind.MOVE:
            return self._second_of_move(catalogue.steps[row.key], row.access)
        if row.kind is Kind.ROUTINE:
            return self._second_of_routine(catalogue.routines[row.key], row.access)
        return self.kind(row.kind)

    def kind(self, kind: Kind) -> str:
        """What kind of reading a row is."""
        return {
            Kind.ROUTINE: self.tr("Routine"),
            Kind.MOVE: self.tr("Move"),
            Kind.REFERENCE: self.tr("Read only, never guided"),
            Kind.RISKY: self.tr("A risk, and what we do"),
            Kind.CONTRADICTION: self.tr("Sources disagree"),
            Kind.CHECK: self.tr("A question before a massage"),
            Kind.RULE: self.tr("A rule of this program"),
            Kind.CUE: self.tr("A sign from the baby"),
            Kind.SLIP: self.tr("How we read the articles"),
        }[kind]

    def _second_of_move(self, step: Step, access: Access) -> str:
        if access.door is not Door.OPEN or step.min_age is None:
            return fill(self.tr("%1, %2", "part of the body, condition"), self._words.block(step.block),
                        self.door(access).lower())  # fmt: skip
        return fill(self.tr("%1, %2", "part of the body, age"), self._words.block(step.block),
                    self.from_age(step.min_age))  # fmt: skip

    def _second_of_routine(self, routine: Routine, access: Access) -> str:
        if not routine.steps:
            return self.door(access)
        moves = self.tr("%n move(s)", "", len(routine.steps))
        if access.door in (Door.IN_PERSON, Door.PRESCRIBED, Door.DOLL):
            return fill(self.tr("%1, %2", "moves, condition"), moves, self.door(access).lower())
        if routine.cap_minutes is not None:
            return fill(self.tr("%1, up to %2", "moves, minutes"), moves, self._words.minutes(routine.cap_minutes))
        return moves

    def door(self, access: Access) -> str:
        """What stands before something, in a few words; the day that it opens."""
        if access.door is Door.LATER and access.day is not None:
            return fill(self.tr("Opens on %1"), self._words.day(access.day))
        return {
            Door.OPEN: "",
            Door.READING: "",
            Door.LATER: self.tr("Not yet"),
            Door.PAST: self.tr("For younger babies"),
            Door.IN_PERSON: self.tr("Shown in person first"),
            Door.PRESCRIBED: self.tr("As your doctor says"),
            Door.REFERRED: self.tr("When a doctor refers you"),
            Door.DOLL: self.tr("On a doll"),
        }[access.door]

    def door_told(self, access: Access) -> str:
        """The same as whole sentences for the detail; empty where the way is free."""
        if access.door is Door.LATER:
            return fill(self.tr("%1. Read it now, practise it on a doll."), self.door(access))
        return {
            Door.PAST: self.tr("For younger babies. It stays here to read."),
            Door.IN_PERSON: self.tr("A professional shows you this in person first. A screen is not enough."),
            Door.PRESCRIBED: self.tr("Only if a doctor prescribed it, showed it to you and gave the numbers."),
            Door.REFERRED: self.tr("Only if a doctor referred your baby for general massage."),
            Door.DOLL: self.tr("On a doll, at any age. It is never logged as a massage."),
        }.get(access.door, "")

    def in_person(self, mode: Mode) -> str:
        """What a mode asks for, also while the age has not come yet."""
        door = {Mode.PRO_SHOWN: Door.IN_PERSON, Mode.DOCTOR_GATED: Door.PRESCRIBED}.get(mode)
        return "" if door is None else self.door_told(Access(door))

    def chips(self, step: Step, shelf: Shelf) -> tuple[str, ...]:
        """How often, how long each, how long held, which side, how the baby lies."""
        texts = (
            self._often(step, shelf),
            self._each(step, shelf.age),
            self._held(step.hold_seconds),
            self._sides(step),
            self.position(step.position),
        )
        return tuple(text for text in texts if text)

    def _often(self, step: Step, shelf: Shelf) -> str:
        if step.set_by_doctor:
            return self.tr("As often as told")
        if step.own_clock:
            return self._own_clock(shelf)
        numbers = repetitions(step, shelf.age)
        if numbers is None:
            return ""
        if numbers.start == numbers.full:
            return self.tr("%n time(s)", "", numbers.full)
        return fill(self.tr("%1 to %2 times"), numbers.start, numbers.full)

    def _own_clock(self, shelf: Shelf) -> str:
        rows, age = shelf.catalogue.own_clock_minutes, shelf.age
        reached = [minutes for limit, minutes in rows if age is not None and age.reached(limit)]
        if not rows:
            return ""
        minutes = (reached or [rows[0][1]])[-1]
        return fill(self.tr("%1 to %2 minutes"), minutes.start, minutes.full)

    def _each(self, step: Step, age: Age | None) -> str:
        if step.own_clock or not step.seconds_per_rep:
            return ""
        once = repetitions(step, age) == _ONCE and len(step.sides) == 1
        return fill(self.tr("%1 s") if once else self.tr("%1 s each"), step.seconds_per_rep)

    def _held(self, seconds: Range) -> str:
        if not seconds.full:
            return ""
        if seconds.start == seconds.full:
            return fill(self.tr("hold %1 s"), seconds.full)
        return fill(self.tr("hold %1 to %2 s"), seconds.start, seconds.full)

    def _sides(self, step: Step) -> str:
        if len(step.sides) > 1:
            return self.tr("each side")
        return {
            Side.BOTH: "",
            Side.LEFT: self.tr("baby's left side"),
            Side.RIGHT: self.tr("baby's right side"),
            Side.ALTERNATING: self.tr("sides in turn"),
            Side.AFFECTED: self.tr("the affected side"),
        }[step.sides[0]]

    def position(self, position: Position) -> str:
        """How the baby lies or is held."""
        return {
            Position.SUPINE: self.tr("on the back"),
            Position.PRONE: self.tr("on the tummy"),
            Position.ON_SIDE: self.tr("on the side"),
            Position.HELD: self.tr("in your arms"),
            Position.HELD_SUPINE: self.tr("held on the back"),
            Position.HELD_PRONE: self.tr("held face down"),
            Position.HELD_UPRIGHT: self.tr("held upright"),
        }[position]

    def supervision(self, supervision: Supervision) -> str:
        """What the other hand does; empty where nothing is asked."""
        return self.tr("One hand never leaves the baby.") if supervision is Supervision.HAND_ON else ""

    def gate(self, gate: Gate) -> str:
        """What must be answered before a routine."""
        return {
            Gate.DOCTOR: self.tr("The baby's doctor has said yes."),
            Gate.NAVEL: self.tr("The navel is healed and dry."),
            Gate.NOT_CRYING: self.tr("The baby is calm, not crying."),
            Gate.NO_HERNIA: self.tr("No bulge at navel or groin."),
            Gate.SHOWN: self.tr("Each move was shown to you in person."),
            Gate.PRESCRIBED: self.tr("A doctor prescribed it."),
            Gate.REFERRAL: self.tr("A doctor referred you for it."),
        }[gate]

    def grade(self, grade: Grade) -> str:
        """How far a source is to be trusted."""
        return {
            Grade.OFFICIAL: self.tr("Official body or peer-reviewed"),
            Grade.CLINICAL: self.tr("Hospital or clinician"),
            Grade.OTHER: self.tr("Other; nothing better was seen"),
        }[grade]

    def articles(self, articles: tuple[str, ...]) -> str:
        """The parenting articles that say so."""
        numbers = ", ".join(article.removeprefix("A") for article in articles)
        if not articles:
            return ""
        return fill(self.tr("article %1") if len(articles) == 1 else self.tr("articles %1"), numbers)


def repetitions(step: Step, age: Age | None) -> Range | None:
    """The numbers at this age; where there are none (not at this age, no baby), those of the other age."""
    first, second = step.reps_young, step.reps_old
    if age is not None and age.reached(OLD_FROM):
        first, second = second, first
    return first or second
