"""What a health visitor reads: the period, the totals, the early ends, the chosen notes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.comfort import Pattern
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.marked_days import Mark, MarkedDays
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.progress import progress_of
from babymassage_gui.core.report import Period, Report, notes_in, period_of, report_of
from tests.fakes.content import catalogue

TODAY = date(2026, 6, 30)
BABY = Baby("b", "Emma", date(2026, 3, 1))


def massage(
    days_ago: int,
    minutes: float = 4.0,
    ending: Ending = Ending.FINISHED,
    *,
    mood: Mood = Mood.CALM,
    last: tuple[str, StepOutcome] | None = None,
    note: str = "",
    kind: Kind = Kind.MASSAGE,
) -> SessionRecord:
    start = datetime(2026, 6, 30, 17, tzinfo=UTC) - timedelta(days=days_ago)
    steps = () if last is None else (StepRecord(last[0], last[1], 5.0),)
    return SessionRecord(
        f"s{days_ago}",
        "b",
        kind,
        "everyday",
        start,
        0,
        5,
        300.0,
        "",
        minutes * 60,
        start,
        start,
        ending,
        mood,
        note,
        steps,
    )


def report(*sessions: SessionRecord, period: Period = Period.MONTH, chosen: tuple[str, ...] = ()) -> Report:
    return report_of(BABY, sessions, 6, period, TODAY, taught=catalogue().steps, chosen=chosen)


@pytest.mark.parametrize(
    ("period", "first"),
    [(Period.MONTH, date(2026, 5, 31)), (Period.QUARTER, date(2026, 3, 31)), (Period.ALL, date(2026, 2, 20))],
)
def test_a_period_ends_today_and_all_begins_with_the_first_massage(period: Period, first: date) -> None:
    progress = progress_of([massage(130), massage(1)], 6)
    assert period_of(progress, period, TODAY) == (first, TODAY)


def test_an_empty_log_has_a_period_of_today() -> None:
    assert period_of(progress_of([], 3), Period.ALL, TODAY) == (TODAY, TODAY)


def test_the_first_day_of_a_month_counts_and_the_day_before_does_not() -> None:
    assert [bar.session_id for bar in report(massage(31), massage(30), massage(0)).bars] == ["s30", "s0"]


def test_doll_practice_and_rehearsals_are_not_in_it() -> None:
    assert report(massage(1, kind=Kind.PRACTICE), massage(2, kind=Kind.REHEARSAL)).total.massages == 0


def test_days_mean_and_longest_are_those_of_the_period() -> None:
    shown = report(massage(40, 15.0), massage(3, 4.0), massage(2, 8.0))
    assert (shown.days, shown.mean_minutes, shown.longest_minutes) == (2, 6.0, 8.0)


def test_nothing_done_is_nought_and_no_fault() -> None:
    shown = report()
    assert (shown.days, shown.mean_minutes, shown.longest_minutes, shown.most_moods, shown.early) == (
        0,
        0.0,
        0.0,
        (),
        (),
    )


def test_moods_come_most_often_first_and_not_said_is_left_out() -> None:
    shown = report(
        massage(1, mood=Mood.CRIED),
        massage(2, mood=Mood.CALM),
        massage(3, mood=Mood.CALM),
        massage(4, mood=Mood.NOT_SAID),
    )
    assert shown.most_moods == ((Mood.CALM, 2), (Mood.CRIED, 1))


def test_early_ends_are_counted_by_reason_and_by_the_part_at_which_they_came() -> None:
    shown = report(
        massage(1, ending=Ending.EARLY, last=("tummy-circle", StepOutcome.INTERRUPTED)),
        massage(2, ending=Ending.SPAT_UP, last=("tummy-circle", StepOutcome.DONE)),
        massage(3, ending=Ending.EARLY, last=("back-down", StepOutcome.INTERRUPTED)),
        massage(4, last=("leg-outer", StepOutcome.DONE)),
    )
    assert shown.early == ((Ending.EARLY, 2), (Ending.SPAT_UP, 1))
    assert shown.early_in == ((Block.TUMMY, 2), (Block.BACK, 1))


@pytest.mark.parametrize(
    ("ending", "last"),
    [
        (Ending.ASLEEP, ("back-down", StepOutcome.INTERRUPTED)),  # no discomfort
        (Ending.CALLED_AWAY, ("back-down", StepOutcome.INTERRUPTED)),  # nor this
        (Ending.EARLY, ("back-down", StepOutcome.SKIPPED)),  # the parent went past it
        (Ending.EARLY, None),  # written down afterwards
        (Ending.EARLY, ("a-step-of-long-ago", StepOutcome.INTERRUPTED)),
    ],
)
def test_where_it_ended_is_told_only_where_that_says_something(
    ending: Ending, last: tuple[str, StepOutcome] | None
) -> None:
    shown = report(massage(1, ending=ending, last=last))
    assert shown.early == ((ending, 1),)
    assert shown.early_in == ()


def test_days_of_illness_and_travel_are_those_that_touch_the_period() -> None:
    def marked(first: int, last: int) -> MarkedDays:
        return MarkedDays(TODAY - timedelta(days=first), TODAY - timedelta(days=last), Mark.COLD)

    before, over_its_edge, inside = marked(40, 31), marked(33, 30), marked(4, 2)
    shown = report_of(
        BABY, (), 6, Period.MONTH, TODAY, taught={}, marked=(before, over_its_edge, inside, marked(-1, -3))
    )
    assert shown.marked == (over_its_edge, inside)


def test_what_most_early_ends_have_in_common_is_said_of_the_period_alone() -> None:
    cut = ("back-down", StepOutcome.INTERRUPTED)
    log = [massage(days, ending=Ending.EARLY, last=cut) for days in (1, 2, 3)]
    assert report(*log).pattern == (Pattern.PLACE, Block.BACK)
    assert report(*log[1:], massage(50, ending=Ending.EARLY, last=cut)).pattern == (Pattern.FEW, None)


def test_only_the_chosen_notes_of_the_period_go_in_newest_first() -> None:
    log = (massage(40, note="old"), massage(3, note="  smiled "), massage(2, note="  "), massage(1, note="slept well"))
    progress = progress_of(log, 6)
    assert [note.text for note in notes_in(progress, date(2026, 5, 31), TODAY)] == ["slept well", "smiled"]
    assert report(*log).notes == ()
    assert [note.session_id for note in report(*log, chosen=("s3", "s1", "s40", "s2")).notes] == ["s1", "s3"]
