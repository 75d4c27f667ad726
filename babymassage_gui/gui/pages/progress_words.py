"""The sentences of the calendar, of comfort by place and of the ten-day plans on Progress."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from babymassage_gui.core.catalogue import Step
from babymassage_gui.core.comfort import Comfort, Pattern, Place
from babymassage_gui.core.history import Mood
from babymassage_gui.core.months import CalendarDay, Month
from babymassage_gui.core.progress import Span
from babymassage_gui.core.ten_days import DAYS, PastPlan
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.widgets.chart_dates import ChartDates


def _date(day: date, text_format: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), text_format)


class DayWords(QObject):
    """Days and months of the calendar."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._dates = words, ChartDates(self)

    def month(self, month: Month, today: date) -> str:
        """The month's name; with its year where that is another."""
        here = month.first_day.year == today.year
        return _date(month.first_day, "MMMM" if here else self.tr("MMMM yyyy", "a month with its year"))

    def week(self) -> str:
        """The head of the column with what each week held."""
        return self.tr("week", "over the minutes of each week")

    def total(self, month: Month) -> str:
        """What the month held."""
        return fill(self.tr("%1 min"), round(month.minutes))

    def day(self, day: date) -> str:
        """A day with its weekday."""
        return _date(day, self.tr("dddd d MMMM", "a day with its weekday"))

    def held(self, day: CalendarDay) -> str:
        """What a day held."""
        parts = []
        if day.massages:
            parts.append(self._words.minutes(max(1, round(day.minutes))))
            if day.mood not in (None, Mood.NOT_SAID):
                parts.append(self._words.mood(day.mood or Mood.NOT_SAID).lower())
        if day.mark is not None:
            parts.append(self._dates.mark(day.mark))
        return ", ".join(parts) or self.tr("no massage")

    def spoken(self, day: CalendarDay) -> str:
        """A day with what it held."""
        return fill(self.tr("%1, %2", "a day, what it held"), self.day(day.day), self.held(day))


class ComfortWords(QObject):
    """What is told of comfort by place."""

    def sentence(self, comfort: Comfort, words: Words) -> str:
        """What most early ends have in common, plainly."""
        pattern, block = comfort.pattern
        if pattern is Pattern.PLACE and block is not None:
            return fill(self.tr("Most early ends came here: %1."), words.block(block).lower())
        return {
            Pattern.NONE: self.tr("No place was too much."),
            Pattern.FEW: self.tr("Hardly ever was a place too much."),
            Pattern.TURNING: self.tr("Most early ends came after turning over."),
            Pattern.SPREAD: self.tr("Early ends came in different places."),
        }.get(pattern, "")

    def step(self, comfort: Comfort, taught: Mapping[str, Step]) -> str:
        """The move at which massages ended most often; empty where none stands out."""
        found = comfort.hardest_step
        step = None if found is None else taught.get(found[0])
        if comfort.pattern[0] in (Pattern.NONE, Pattern.FEW) or step is None or step.is_turn:
            return ""
        return fill(self.tr("Most often: %1"), step.title)

    def place(self, place: Place, words: Words) -> str:
        """A part of the body with its minutes and early ends, for those who listen."""
        early = self.tr("%n early end(s)", "", place.early)
        return fill(
            self.tr("%1: %2, %3", "part of the body, minutes, early ends"), words.block(place.block),
            words.minutes(round(place.minutes)), early,
        )  # fmt: skip

    def span(self, span: Span | None) -> str:
        """What is counted."""
        return {
            Span.WEEK: self.tr("a week"),
            Span.MONTH: self.tr("a month"),
            Span.ALL: self.tr("all massages"),
        }[span or Span.ALL]


class PlanWords(QObject):
    """What is told of ten-day plans."""

    def name(self, plan: PastPlan, routines: Mapping[str, str]) -> str:
        """What was done for ten days."""
        return fill(self.tr("Ten days of %1"), routines.get(plan.routine_id, plan.routine_id))

    def told(self, plan: PastPlan, words: Words) -> str:
        """How far it came; gently."""
        begun = words.day(plan.begun_on)
        if plan.whole:
            return fill(self.tr("All ten days, %1 to %2"), begun, words.day(plan.days[-1]))
        if plan.ended_on is not None:
            return fill(self.tr("%1 of %2 days, from %3 to %4"), len(plan.days), DAYS, begun, words.day(plan.ended_on))
        return fill(self.tr("%1 of %2 days, since %3"), len(plan.days), DAYS, begun)
