"""What a parent answers, kept as it is said: the check-in's rows, feeds, the doctor's word, the standing questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.checks import Check
from babymassage_gui.core.ports import BabyStore, Clock, SaidStore
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said, newest
from babymassage_gui.core.standing import DOCTOR, DOCTOR_VISIT, ILLNESS, NAVEL, NO, YES, utc

DOCTOR_YES, NOT_NEEDED, NO_DOCTOR = "doctor-yes", "not-needed", "no-doctor"


class Answers:
    """One family's answers. Every call is on disk when it returns.

    Raises:
        Expected: it could not be written; nothing was changed.
    """

    def __init__(
        self, catalogue: Catalogue, babies: BabyStore, said: SaidStore, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        self._catalogue = catalogue
        self._babies = babies
        self._said = said
        self._clock = clock
        self._new_id = new_id

    def of(self, baby: Baby) -> tuple[Said, ...]:
        """Everything said about a baby, oldest first."""
        return self._said.sayings(baby.id)

    def say(
        self, baby: Baby, subject: str, answer: str, *, at: datetime | None = None, by: str = "", note: str = ""
    ) -> Said:
        """Keep one answer; `at` (aware) is when it was, now if not given."""
        when = utc(at or self._clock.local_time())
        said = Said(self._new_id(), baby.id, subject, answer, when, by, note)
        self._said.say(said)
        return said

    def take_back(self, said: Said) -> None:
        """A wrong press."""
        self._said.unsay(said.id)

    def say_none_of(self, baby: Baby, checks: Iterable[Check]) -> None:
        """None of these, or nothing has changed: each question is answered as before, with no where it never was."""
        told = self.of(baby)
        for check in checks:
            before = newest(told, check.id)
            if check.id == DOCTOR:
                self.say_after_illness(baby, NOT_NEEDED)
            elif before is None:
                self.say(baby, check.id, NO)
            else:
                self.say(baby, check.id, before.answer, by=before.by, note=before.note)

    def say_after_illness(self, baby: Baby, answer: str) -> None:
        """Whether a doctor was needed, and what the doctor said about massage (N-01, growth rule)."""
        if answer == NOT_NEEDED:
            self.say(baby, ILLNESS, NO_DOCTOR)
            return
        self._keep_doctor(baby, agrees=answer == YES)
        self.say(baby, ILLNESS, DOCTOR_VISIT)

    def doctor_said_yes(
        self, baby: Baby, check_id: str, answer: str = DOCTOR_YES, by: str = "", note: str = ""
    ) -> None:
        """The doctor's yes to one question, with the name the parent gives. A navel that is not healed stays closed.

        Raises:
            ValueError: this question has no doctor's yes.
        """
        if check_id == DOCTOR:
            self._keep_doctor(baby, agrees=True)
            return
        check = self._catalogue.checks[check_id]
        if check_id == NAVEL or check.answer(answer) is None:
            raise ValueError(f"{check_id} has no answer {answer}")
        self.say(baby, check_id, answer, by=by, note=note)

    def doctor_is_asked_again(self, baby: Baby) -> None:
        """Something was wrong: the doctor's yes has to be given anew (3.7, N-01)."""
        if baby.doctor_yes_on is not None:
            self._keep_doctor(baby, agrees=False)

    def _keep_doctor(self, baby: Baby, *, agrees: bool) -> None:
        today = self._clock.local_time().date()
        self._babies.save(replace(baby, doctor_yes_on=today if agrees else None))
