"""Why today is as long as it is, in plain words with its numbers, and the rule with its facts (content-spec 3.5)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from babymassage_gui.core.choosing import takes_minutes
from babymassage_gui.core.growth import Reason
from babymassage_gui.core.growth_rule import split_parts
from babymassage_gui.core.long_day import LongDay
from babymassage_gui.core.ten_days import DAYS
from babymassage_gui.core.today import Today
from babymassage_gui.gui.text import fill

# What these reasons say holds for the routine or the parent's limit, not for how the length grows.
LIMITED = frozenset({Reason.ROUTINE_CAP, Reason.RESTING})


class LengthWords(QObject):
    """Sentences about the length of a session; a reason has at most 50 letters."""

    def reason(self, today: Today) -> str:
        """Why today is as long as it is."""
        target = today.target
        takes = takes_minutes(today.plan)
        if target.reason is Reason.RESTING:
            return self.tr("Three quiet days: only hands resting.")
        if today.long_day is not None and today.minutes == today.longest:
            return self._of_long_day(today.long_day)
        if today.minutes < today.longest:
            return fill(self.tr("Just this once: %1 of %2 minutes."), takes, today.longest)
        if takes < today.minutes:
            return self.tr("All of its moves take %n minute(s).", "", takes)
        if target.parts > 1 and target.reason is not Reason.HELD:
            return self._of_parts(today)
        return self._of_whole(target.reason, target.minutes)

    def _of_long_day(self, day: LongDay) -> str:
        if day.number == 1:
            return self.tr("Massage now, moves two hours later.")
        return self.tr("The massage was calm: now the moves.")

    def _of_parts(self, today: Today) -> str:
        parts, minutes = today.target.parts, today.target.minutes
        if today.target.reason is Reason.ONE_MORE_TO_JOIN:
            return self.tr("One more calm day: then fewer parts.")
        if today.target.reason is Reason.JOINED:
            return self.tr("Two calm days: now only %n part(s).", "", parts)
        return fill(self.tr("In %n part(s) today: %1 minutes in all.", "", parts), minutes)

    def _of_whole(self, reason: Reason, minutes: int) -> str:
        if reason is Reason.ONE_MORE_CALM:
            return self.tr("One more calm one: then %n minutes.", "", minutes + 1)
        sentences = {
            Reason.FIRST: self.tr("The first ones are short: %n minutes.", "", minutes),
            Reason.GROWN: self.tr("Two calm sessions: today %n minutes.", "", minutes),
            Reason.SHORT_AGAIN: self.tr("Again %n minutes, on purpose.", "", minutes),
            Reason.SHORTER: self.tr("It ended early: today %n minutes.", "", minutes),
            Reason.AFTER_BREAK: self.tr("After a break, less: today %n minutes.", "", minutes),
            Reason.AFTER_ILLNESS: self.tr("After an illness, short: %n minutes.", "", minutes),
            Reason.HELD: self.tr("Held at %n minutes, as you asked.", "", minutes),
            Reason.LOWERED: self.tr("Less, as you asked: today %n minutes.", "", minutes),
            Reason.JOINED: self.tr("Two calm days: %n minutes in one again.", "", minutes),
            Reason.AGE_CAP: self.tr("At this age %n minutes are enough.", "", minutes),
            Reason.PARENT_LIMIT: self.tr("Your limit in Settings: %n minutes.", "", minutes),
            Reason.ROUTINE_CAP: self.tr("This one takes %n minutes at most.", "", minutes),
        }
        return sentences.get(reason) or self.tr("As last time: %n minutes.", "", minutes)

    def why(self, today: Today) -> str:
        """The rule behind the reason and what it rests on, for those who ask: a few paragraphs."""
        parts = [self._rule(today), self._grounds(today.target.reason)]
        return "\n\n".join(part for part in parts if part)

    def _rule(self, today: Today) -> str:
        reason = today.target.reason
        if reason is Reason.RESTING:
            return self.tr(
                "Three sessions ended early in a row. For three days only your hands rest on the baby. A nurse or "
                "doctor can watch a session with you."
            )
        if today.long_day is not None:
            return self.tr(
                "Thirty minutes are never one session: first 15 minutes of massage, then up to 15 minutes of moves. "
                "The moves come if the massage was calm to its end, two hours later or more, and before the evening. "
                "They may always be left out. You chose this in Settings, Massage."
            )
        if today.target.parts > 1:
            return self.tr(
                "The parts are two hours apart or more. What was left out comes first next time. After two days with "
                "every part calm, two parts become one again."
            )
        return {
            Reason.SHORTER: self._rule_of_early_ends(),
            Reason.SHORT_AGAIN: self._rule_of_early_ends(),
            Reason.AFTER_BREAK: self.tr(
                "After a week without massage the next one is two minutes shorter, after two weeks half as long, after "
                "four weeks 3 minutes. Then it grows again."
            ),
            Reason.AFTER_ILLNESS: self.tr(
                "After an illness with a doctor's visit it begins with 3 minutes again. Then it grows as before."
            ),
            Reason.ROUTINE_CAP: self.tr("This routine is short by its nature. The others may go on growing."),
        }.get(reason, "") or self.tr(
            "It begins with 3 minutes. After two calm, finished sessions the next is one minute longer, at most 5 "
            "minutes before 46 days, 10 before 4 months, 15 after."
        )

    def _rule_of_early_ends(self) -> str:
        return self.tr(
            "When the baby has had enough, the next one is shorter: by one to three minutes, never under 3. Calm "
            "sessions make it longer again."
        )

    def _grounds(self, reason: Reason) -> str:
        if reason in (Reason.SHORTER, Reason.SHORT_AGAIN, Reason.RESTING):
            return self.tr(
                "What we read: restlessness or crying is the main signal to stop, and a session against the baby's "
                "will does no good."
            )
        if reason in (Reason.SPLIT, Reason.JOINED, Reason.ONE_MORE_TO_JOIN):
            return self.tr(
                "What we read: a baby that is not used to it may have it in parts over the day; later they are joined."
            )
        return self.tr(
            "What we read: start with 3 to 4 minutes and come little by little to 15; a newborn may enjoy only 2 to 5. "
            "How fast it grows is our own careful choice."
        )

    def of_day(self, today: Today) -> str:
        """The day of a ten-day plan, the part of the day and the whole day's minutes; empty where neither is."""
        day, part = self._ten_days(today), today.part
        if today.long_day is not None:
            told = self.tr("Part %1 of %2, up to %n minutes in all", "", today.long_day.minutes)
            return fill(told, today.long_day.number, 2)
        if part is None or part.parts == 1:
            return day
        if day:
            return fill(self.tr("%1, part %2 of %3"), day, part.number, part.parts)
        told = self.tr("Part %1 of %2, %n minutes in all", "", today.target.minutes)
        return fill(told, part.number, part.parts)

    def _ten_days(self, today: Today) -> str:
        plan = today.ten_days
        if plan is None or plan.routine_id != today.routine.id or (plan.over and not plan.done_today):
            return ""
        return fill(self.tr("Day %1 of %2"), plan.day, DAYS)

    def ask_doctor(self, today: Today) -> str:
        """After three missed days of a ten-day plan; empty where there is nothing to ask."""
        plan = today.ten_days
        if plan is None or not plan.ask_doctor:
            return ""
        return self.tr("%n days missed. Ask the doctor: start again?", "", plan.missed_in_a_row)

    def ask_doctor_told(self) -> str:
        """Why the doctor is to be asked."""
        return self.tr(
            "A missed day of the ten-day plan is simply done on the next one. After three missed days in a row, please "
            "ask the doctor who sent you whether to begin again. In Settings, Care, you can end the plan."
        )

    def split_question(self, today: Today) -> str:
        """Whether the day's session may be parted."""
        if split_parts(today.target.minutes)[0] == 2:
            return self.tr("Two short parts a day?")
        return self.tr("Three short parts a day?")

    def split_told(self, today: Today) -> str:
        """What parting it would mean."""
        minutes = split_parts(today.target.minutes)[1]
        return self.tr("The baby stopped early twice. Parts of %n minutes, two hours apart.", "", minutes)
