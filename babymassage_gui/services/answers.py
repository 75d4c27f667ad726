"""What a parent answers, kept as it is said: the check-in's rows, feeds, the doctor's word, the standing questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from babymassage_gui.core.believed import asked_anew, believed, newest_word
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.checks import Check, Group, Verdict
from babymassage_gui.core.due import DOCTOR_VISIT, ILLNESS, LOG, RESTORED, after, utc
from babymassage_gui.core.ports import BabyStore, Clock, SaidStore
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import DOCTOR, GONE, NAVEL, NO, OF_PROFILE, SKIN, YES

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
        """Everything said about a baby that counts, oldest first: not what a clock far ahead has dated."""
        return believed(baby, self._all(baby), self._clock.local_time())

    def _all(self, baby: Baby) -> tuple[Said, ...]:
        return self._said.sayings(baby.id)

    def asked_anew(self, baby: Baby) -> tuple[str, ...]:
        """The standing questions that were answered only while the clock was far ahead: they are asked anew."""
        lasting = (c.id for c in self._catalogue.checks.values() if c.group is Group.NEVER)
        return asked_anew(baby, self._all(baby), lasting, self._clock.local_time())

    def say(
        self, baby: Baby, subject: str, answer: str, *, at: datetime | None = None, by: str = "", note: str = ""
    ) -> Said:
        """Keep one answer; `at` (aware) is when it was, now if not given. An answer about doctor or navel goes into the
        profile too, which is what counts there.

        Raises:
            ValueError: the question has no such answer, or `at` has no time zone.
        """
        check = self._catalogue.checks.get(subject)
        if check is not None and check.answer(answer) is None and (subject, answer) != (SKIN, GONE):
            raise ValueError(f"{subject} has no answer {answer}")
        if at is not None and at.utcoffset() is None:
            raise ValueError("at has no time zone")
        self._into_profile(baby, subject, answer)
        when = after(self.of(baby), subject, self._clock.local_time()) if at is None else utc(at)
        said = Said(self._new_id(), baby.id, subject, answer, when, by, note)
        self._said.say(said)
        return said

    def take_back(self, said: Said) -> None:
        """A wrong press."""
        self._said.unsay(said.id)

    def say_none_of(self, baby: Baby, checks: Iterable[Check]) -> None:
        """None of these, or nothing has changed: each standing question is answered as before, no where it never was.

        An alarm of before is a yes now. An answer that the content no longer knows is not repeated: it is asked anew.
        Questions of the day are not answered so; for them there is `Visit.nothing_else`.
        """
        told, now = self._all(baby), self._clock.local_time()
        for check in checks:
            before = newest_word(baby, told, check.id, now)
            if check.id == DOCTOR:
                self.say_after_illness(baby, NOT_NEEDED)
            elif check.group is not Group.NEVER or check.id in OF_PROFILE:
                continue
            elif before is None:
                self.say(baby, check.id, NO)
            else:
                self._say_again(baby, check, before)

    def _say_again(self, baby: Baby, check: Check, before: Said) -> None:
        answer = check.answer(before.answer)
        if answer is not None:
            again = YES if answer.verdict is Verdict.URGENT else answer.id
            self.say(baby, check.id, again, by=before.by, note=before.note)

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
            ValueError: this question has no such yes.
        """
        if check_id == DOCTOR:
            self._keep_doctor(baby, agrees=True)
            return
        found = self._catalogue.checks[check_id].answer(answer)
        if check_id == NAVEL or found is None or found.verdict is not Verdict.GO:
            raise ValueError(f"{check_id} has no answer {answer}")
        self.say(baby, check_id, answer, by=by, note=note)

    def say_log_was_restored(self) -> None:
        """A backup took the place of a damaged log: every standing question is asked again (newer answers are lost)."""
        for baby in self._babies.babies():
            self.say(baby, LOG, RESTORED)

    def doctor_is_asked_again(self, baby: Baby) -> None:
        """Something was wrong: the doctor's yes has to be given anew (3.7, N-01)."""
        if self._current(baby).doctor_yes_on is not None:
            self._keep_doctor(baby, agrees=False)

    def _into_profile(self, baby: Baby, subject: str, answer: str) -> None:
        if subject == NAVEL:
            self._babies.save(replace(self._current(baby), navel_healed=answer == YES))
        elif subject == DOCTOR and answer in (YES, NO):
            self._keep_doctor(baby, agrees=answer == YES)

    def _keep_doctor(self, baby: Baby, *, agrees: bool) -> None:
        today = self._clock.local_time().date()
        self._babies.save(replace(self._current(baby), doctor_yes_on=today if agrees else None))

    def _current(self, baby: Baby) -> Baby:
        """The profile as it is kept: the one in hand may be older."""
        return next((kept for kept in self._babies.babies() if kept.id == baby.id), baby)
