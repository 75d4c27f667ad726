"""The sentences that depend on a value: ages, reasons, refusals, faults, times. Fixed labels live with their page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from babymassage_gui.core.age import Age
from babymassage_gui.core.backups import OpenOutcome, OpenReport
from babymassage_gui.core.catalogue import Block, Side
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Mood, SessionRecord
from babymassage_gui.core.standing import Standing

WEEKS_UNTIL_DAYS = 91
DAYS_UNTIL = 14


def fill(text: str, *values: str | int) -> str:
    """Put values into the places %1, %2 … of a translated text."""
    for place, value in enumerate(values, start=1):
        text = text.replace(f"%{place}", str(value))
    return text


def clock_text(seconds: float) -> str:
    """Minutes and seconds as on a clock, "1:48"; the digits stay left to right in every language."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02}"


class Words(QObject):
    """Makes sentences in the interface's language."""

    def age(self, age: Age) -> str:
        """An age as parents say it: days, then weeks to three months, then months."""
        days = max(0, age.days)
        if days < DAYS_UNTIL:
            return self.tr("%n day(s)", "", days)
        if days < WEEKS_UNTIL_DAYS:
            return self.tr("%n week(s)", "", days // 7)
        return self.tr("%n month(s)", "", age.months)

    def day(self, day: date) -> str:
        """A day and its month, "3 March"."""
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMMM", "a day without its year"))

    def past_day(self, day: date, today: date) -> str:
        """A day as one says it: today, yesterday, the weekday within a week, else the date."""
        gone = (today - day).days
        if gone == 0:
            return self.tr("Today")
        if gone == 1:
            return self.tr("Yesterday")
        return str(QLocale().standaloneDayName(day.isoweekday())) if 0 < gone < 7 else self.day(day)

    def hour(self, moment: datetime) -> str:
        """An hour on the family's clocks."""
        return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)

    def minutes(self, minutes: int) -> str:
        """A number of minutes."""
        return self.tr("%n minute(s)", "", minutes)

    def block(self, block: Block) -> str:
        """A part of the body."""
        return {
            Block.START: self.tr("Start"),
            Block.LEGS: self.tr("Legs"),
            Block.ARMS: self.tr("Arms"),
            Block.TUMMY: self.tr("Tummy"),
            Block.CHEST: self.tr("Chest"),
            Block.BACK: self.tr("Back"),
            Block.HEAD: self.tr("Head"),
            Block.MOVES: self.tr("Moves"),
            Block.SPECIAL: self.tr("Eye"),
            Block.FINISH: self.tr("Finish"),
        }[block]

    def lying(self, side: Side, number: int, of: int) -> str:
        """How often so far where a side means how the baby lies."""
        if side is Side.LEFT:
            return fill(self.tr("On left side, %1 of %2"), number, of)
        return fill(self.tr("On right side, %1 of %2"), number, of)

    def repetition(self, side: Side, number: int, of: int) -> str:
        """How often so far, with the baby's side where the step has two."""
        if side is Side.LEFT:
            return fill(self.tr("Left, %1 of %2"), number, of)
        if side is Side.RIGHT:
            return fill(self.tr("Right, %1 of %2"), number, of)
        return fill(self.tr("%1 of %2"), number, of)

    def hold(self) -> str:
        """The count's place while the hands rest in a hold."""
        return self.tr("Hold")

    def left(self) -> str:
        """The word under the time that is still to come."""
        return self.tr("to go", "under a time: 2:10 to go")

    def other_side(self, side: Side, *, lying: bool = False) -> str:
        """What comes when the step goes on at the other side, or with the baby on its other side."""
        if lying:
            return self.tr("Onto its left side") if side is Side.LEFT else self.tr("Onto its right side")
        return self.tr("Baby's left side") if side is Side.LEFT else self.tr("Baby's right side")

    def wipe(self) -> str:
        """What is said before a step that allows no oil, when there is oil on the hands (content-spec 3.1)."""
        return self.tr("Wipe one hand, then the other. One hand stays on the baby.")

    def oil(self) -> str:
        """What is said between two parts of the body where a product is in use (design pages, section 4; C-11)."""
        return self.tr("A little oil, if you use it. Warm it in your hands.")

    def the_end(self) -> str:
        """What comes after the last step."""
        return self.tr("The end")

    def mood(self, mood: Mood) -> str:
        """How it was."""
        return {
            Mood.CALM: self.tr("Calm"),
            Mood.UNSETTLED: self.tr("Unsettled"),
            Mood.CRIED: self.tr("Cried"),
            Mood.ASLEEP: self.tr("Fell asleep"),
            Mood.NOT_SAID: self.tr("Not said"),
        }[mood]

    def refusal(self, refused: Refusal) -> str:
        """Why a session cannot start now, kindly, with the day or the hour it opens."""
        if refused.barrier is Barrier.ANSWER and refused.standing is not None:
            return self._answered(refused.standing, refused.opens_at)
        sentences = {
            Barrier.TOO_YOUNG: self.tr("Holding skin to skin is best now. Massage opens on %1."),
            Barrier.EARLY_START: self.tr("Massage opens on %1, or now with an early start that your doctor agrees to."),
            Barrier.TOO_OLD: self.tr("From 12 months on, this guide is for reading only."),
            Barrier.NOT_YET: self.tr("This opens on %1."),
            Barrier.NO_LONGER: self.tr("This one is for younger babies."),
            Barrier.DOCTOR: self.tr("Ask your doctor first whether massage is fine."),
            Barrier.DOCTOR_AGAIN: self.tr("The doctor's yes is half a year old. Please ask again."),
            Barrier.NAVEL: self.tr("The navel should be healed and dry first."),
            Barrier.TOO_SOON: self.tr("A rest of two hours first. Open at %1."),
            Barrier.UNFINISHED: self.tr("First, the massage that was cut off."),
            Barrier.DONE_TODAY: self.tr("One massage a day is right. See you tomorrow."),
            Barrier.NOT_OFFERED: self.tr("This needs to be shown to you in person first."),
            Barrier.CONTENT: self.tr("The questions before a massage are missing. Please install the program again."),
            Barrier.ANSWER: self.tr("An answer of the check-in stands in the way."),
            Barrier.BULGE: self.tr("Not with a bulge at the navel or in the groin."),
            Barrier.SHOW_FIRST: self.tr("Somebody trained shows you this one first."),
            Barrier.PRESCRIBE_FIRST: self.tr("This one is done as the doctor prescribed it."),
            Barrier.REFER_FIRST: self.tr("This one is for when your doctor sends you."),
            Barrier.EVENING: self.tr("Evenings are for calm. Open again on %1."),
        }
        when = ""
        if refused.opens_on is not None:
            when = self.day(refused.opens_on)
        elif refused.opens_at is not None:
            when = self.hour(refused.opens_at)
        return fill(sentences.get(refused.barrier) or self.tr("This is closed for now."), when)

    def _answered(self, one: Standing, opens_at: datetime | None) -> str:
        """The answer's own reason, with the hour or the day on which it opens."""
        reason = one.answer.reason
        if opens_at is None or one.verdict is Verdict.URGENT or opens_at.time() == time.min:
            return reason
        if one.verdict is Verdict.WAIT:
            return fill(self.tr("%1 Open at %2.", "reason, hour"), reason, self.hour(opens_at))
        day, hour = self.day(opens_at.date()), self.hour(opens_at)
        return fill(self.tr("%1 Open on %2, %3.", "reason, day, hour"), reason, day, hour)

    def _answered_button(self, one: Standing, opens_at: datetime | None) -> str:
        if one.verdict is Verdict.URGENT:
            return self.tr("Call for help now")
        if one.verdict is Verdict.ASK_DOCTOR:
            return self.tr("Ask the doctor first")
        if opens_at is None or (one.verdict is Verdict.WAIT and opens_at.time() == time.min):
            return self.tr("Wait a little")
        if one.verdict is Verdict.WAIT:
            return fill(self.tr("Open at %1"), self.hour(opens_at))
        return fill(self.tr("From %1"), self.day(opens_at.date()))

    def refusal_button(self, refused: Refusal) -> str:
        """The same in at most 20 letters, for the place where Start would be."""
        if refused.barrier is Barrier.ANSWER and refused.standing is not None:
            return self._answered_button(refused.standing, refused.opens_at)
        if refused.opens_at is not None:
            return fill(self.tr("Open at %1"), self.hour(refused.opens_at))
        if refused.barrier is Barrier.UNFINISHED:
            return self.tr("Decide above first")
        if refused.barrier is Barrier.TOO_OLD:
            return self.tr("For reading only")
        if refused.barrier is Barrier.DONE_TODAY:
            return self.tr("See you tomorrow")
        if refused.opens_on is not None:
            return fill(self.tr("From %1"), self.day(refused.opens_on))
        return self.tr("Not yet")

    def last_session(self, session: SessionRecord, today: date) -> tuple[str, str]:
        """The last session in two short lines: when, and how long and how."""
        minutes = self.minutes(round(session.minutes)) if session.minutes >= 1 else self.tr("under a minute")
        mood = session.mood
        if mood is None or mood is Mood.NOT_SAID:
            return self.past_day(session.day, today), minutes
        return self.past_day(session.day, today), f"{minutes}, {self.mood(mood).lower()}"

    def fault(self, fault: Expected) -> str:
        """One sentence with a way out for each foreseen fault."""
        sentences = {
            Fault.BIRTH_IN_FUTURE: self.tr("This day has not come yet."),
            Fault.DUE_BEFORE_BIRTH: self.tr("Due date is before birth."),
            Fault.DUE_TOO_LATE: self.tr("That is too long after the birth."),
            Fault.LOG_NEWER: self.tr("A newer version wrote the log; it is untouched. Please update this program."),
            Fault.LOG_LOCKED: self.tr("The log is in use by another window. Close that one and try again."),
            Fault.LOG_UNREADABLE: self.tr("The log in %1 cannot be read. Please check the folder's rights."),
            Fault.LOG_NOT_WRITTEN: self.tr("The log in %1 cannot be written. Make room on the disk."),
            Fault.LOG_DAMAGED: self.tr("The log in %1 is damaged. Start again to go back to the newest backup."),
            Fault.BACKUP_NOT_MADE: self.tr("No backup could be made in %1. Make room on the disk."),
            Fault.FOLDER_NOT_MADE: self.tr("The folder %1 cannot be made. Please check the rights above it."),
            Fault.SETTINGS_NOT_WRITTEN: self.tr("The settings could not be kept. They hold until you close."),
            Fault.BACKUP_UNREADABLE: self.tr("This backup cannot be read. Please choose another one."),
            Fault.EXPORT_NOT_WRITTEN: self.tr("%1 cannot be saved there. Please choose another place or name."),
            Fault.FILE_NOT_WRITTEN: self.tr("%1 cannot be changed. Please check the rights of its folder."),
            Fault.IMPORT_UNREADABLE: self.tr("%1 cannot be opened. Please look at its name and place."),
            Fault.SHARE_REFUSED: self.tr("This program's own files are in there. Please choose another folder."),
            Fault.SHARE_UNREACHED: self.tr("The folder is not there now. Nothing is lost; it is tried again."),
            Fault.SHARE_NOT_WRITTEN: self.tr("The folder cannot be written now. Nothing is lost; it is tried again."),
            Fault.PLAN_UNREADABLE: self.tr("This session cannot go on. What was done can be kept."),
            Fault.BAD_CONTENT: self.tr("What is taught cannot be read. Please install the program again."),
        }
        general = self.tr("Something did not work. Nothing was lost.")
        return fill(sentences.get(fault.fault, general), fault.details.get("path", ""))

    def damaged_rows(self, rows: int) -> str:
        """What is told of entries that make no sense; empty if there are none."""
        return self.tr("%n entry(s) of the log cannot be read. They stay in the file.", "", rows) if rows else ""

    def asked_anew(self) -> str:
        """After a clock that ran far ahead: what it dated does not count."""
        return self.tr("The clock was far ahead when you answered. Some questions are asked again.")

    def settings_damaged(self) -> str:
        """What is told where the settings file held nonsense."""
        return self.tr("Some settings were damaged and are as at first.")

    def content_damaged(self, faults: Sequence[str]) -> str:
        """What is told where a file of what is taught is damaged: the first place and fault; empty if all is whole."""
        if not faults:
            return ""
        told = fill(self.tr("Damaged and left out: %1."), faults[0].rstrip("."))
        more = len(faults) - 1
        return told if not more else told + " " + self.tr("%n more place(s) are in the notes.", "", more)

    def crashed(self) -> str:
        """What is told at the start after a run that ended in a bug."""
        return self.tr("The program stumbled last time. Your log is here.")

    def opening(self, report: OpenReport) -> str:
        """What the family must hear of how the log was found; empty if there is nothing."""
        if report.outcome is OpenOutcome.RESTORED and report.restored_of is not None:
            when = self.day(report.restored_of.astimezone().date())
            told = fill(self.tr("The log was damaged. The backup of %1 is open; the damaged file was set aside."), when)
            if report.sessions_lost:
                told += " " + self.tr("%n session(s) are missing.", "", report.sessions_lost)
            return told
        if report.backup_fault is not None and not report.must_be_shown:
            return self.fault(report.backup_fault)
        if report.outcome is OpenOutcome.QUARANTINED:
            aside = "" if report.set_aside is None else str(report.set_aside)
            return fill(self.tr("The log was damaged, without a backup. A new one begins; the old is in %1."), aside)
        return ""
