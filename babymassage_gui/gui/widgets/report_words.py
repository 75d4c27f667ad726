"""What the report for the health visitor says, in the interface's language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from babymassage_gui.core.comfort import Pattern
from babymassage_gui.core.history import Ending
from babymassage_gui.core.report import Report
from babymassage_gui.gui.pages.progress_facts import FactWords
from babymassage_gui.gui.text import Words, fill


class ReportWords(QObject):
    """What the report says, in the interface's language."""

    def title(self, report: Report) -> str:
        """Whose massages."""
        name = report.baby.name.strip()
        return fill(self.tr("%1's massages", "a baby's name"), name) if name else self.tr("Baby's massages")

    def period(self, report: Report) -> str:
        """From which day to which."""
        return fill(self.tr("%1 to %2", "two days"), self.day(report.first), self.day(report.last))

    def day(self, day: date) -> str:
        """A day with its year, written out."""
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMMM yyyy", "a day with its year"))

    def born(self, report: Report, words: Words) -> str:
        """Birth, and how old then and now; a baby born early is counted from the due date (C-42)."""
        baby, born = report.baby, fill(self.tr("Born %1"), self.day(report.baby.born))
        old = fill(self.tr("%1 old at the end", "an age"), words.age(baby.age(report.last)))
        if baby.age(report.last).born != baby.born:
            old = fill(self.tr("%1, counted from the due date", "an age, and from when"), old)
        return f"{born}  ·  {old}"

    def facts(self, report: Report, totals: FactWords) -> tuple[tuple[str, str], ...]:
        """Four numbers, each with what it counts."""
        return (
            (str(report.total.massages), self.tr("massage(s)", "", report.total.massages)),
            (str(report.days), self.tr("day(s)", "with a massage", report.days)),
            (totals.duration(report.total.minutes), self.tr("together")),
            (totals.duration(report.mean_minutes), self.tr("on average")),
        )

    def ending(self, ending: Ending) -> str:
        """Why a massage ended early."""
        return {
            Ending.FINISHED: self.tr("finished"),
            Ending.EARLY: self.tr("had enough"),
            Ending.ASLEEP: self.tr("fell asleep"),
            Ending.SPAT_UP: self.tr("spat up"),
            Ending.CALLED_AWAY: self.tr("parent called away"),
            Ending.SOMETHING_WRONG: self.tr("something seemed wrong"),
        }[ending]

    def pattern(self, report: Report, words: Words) -> str:
        """What most early ends have in common; empty if that says nothing."""
        pattern, block = report.pattern
        if pattern is Pattern.TURNING:
            return self.tr("Most of them came after turning over.")
        if pattern is not Pattern.PLACE or block is None:
            return ""
        return fill(
            self.tr("Most of them came here: %1 (%2)"), words.block(block).lower(), dict(report.early_in)[block]
        )

    def none_early(self) -> str:
        """No early end."""
        return self.tr("None in this time.")

    def foot(self) -> str:
        """Where all this comes from."""
        return self.tr(
            "Written down by the family at home, with a massage guide. Not a medical record, not medical advice."
        )

    def heads(self) -> tuple[str, str, str, str]:
        """The four headings."""
        return self.tr("Minutes"), self.tr("How it was"), self.tr("Ended early"), self.tr("Notes")

    def weekly(self) -> str:
        """What a bar is where a bar is a week."""
        return self.tr("each bar: a week, minutes of a massage on average")

    def not_said(self) -> str:
        """Nothing was answered."""
        return self.tr("Nobody said.")

    def nothing(self) -> str:
        """No massage in the period."""
        return self.tr("No massage in this time.")

    def more(self, notes: int) -> str:
        """Notes that two pages do not hold."""
        return self.tr("and %n more note(s)", "", notes)

    def page(self, number: int, of: int) -> str:
        """Which page."""
        return fill(self.tr("Page %1 of %2"), number, of)
