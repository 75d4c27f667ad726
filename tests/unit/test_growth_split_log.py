"""Sessions and sayings folded together: a word holds from the next session on, parts of a day are one session (3.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from babymassage_gui.core.age import Age, age_of_days
from babymassage_gui.core.course import Course, DayCourse, course_of_day
from babymassage_gui.core.day import day_so_far
from babymassage_gui.core.growth import Growth, Reason, fold, morning_of
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from babymassage_gui.core.said import Said
from tests.fakes.records import massage
from tests.fakes.said import word

DAY = date(2026, 3, 2)
MOVING = frozenset({"everyday", "mini"})
OLD_ENOUGH = age_of_days(200)


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def old_enough(_: date) -> Age:
    return OLD_ENOUGH


def grown_by(*sessions: SessionRecord, said: tuple[Said, ...] = ()) -> Growth:
    return fold(sessions, MOVING, old_enough, said)


def cried(on: date, minutes: float = 2.0, *, hour: int = 10) -> SessionRecord:
    return massage(on, minutes, hour=hour, ending=Ending.EARLY)


TWICE_EARLY = (cried(day(0)), cried(day(1)))


def part(on: date, hour: int, *, mood: Mood = Mood.CALM, ending: Ending = Ending.FINISHED) -> SessionRecord:
    """A part of two minutes of a day of three."""
    return massage(on, 2.0, hour=hour, mood=mood, ending=ending, target=2)


def yes(on: date, hour: int = 8) -> Said:
    return word(on, "split", "yes", hour=hour)


def test_two_early_ends_offer_a_split_and_a_yes_makes_it() -> None:
    assert grown_by(*TWICE_EARLY).offers_split
    split = grown_by(*TWICE_EARLY, said=(yes(day(1), 12),))
    assert (split.parts, split.offers_split) == (2, False)


def test_a_word_holds_from_the_next_session_on_and_not_for_the_one_before_it() -> None:
    sessions = [massage(day(n), hour=10) for n in range(3)]
    before, after = word(day(1), "target", "hold", hour=10), word(day(1), "target", "hold", hour=11)
    assert grown_by(*sessions[:2], said=(before,)).target == 3
    assert grown_by(*sessions[:2], said=(after,)).target == 4


def test_the_words_of_a_pause_are_heard_in_their_order_whatever_order_they_come_in() -> None:
    words = [word(day(2), "target", answer, hour=hour) for hour, answer in ((8, "hold"), (9, "free"))]
    for said in (words, words[::-1]):
        assert not fold((), MOVING, old_enough, said).held


def test_two_split_days_join_and_then_it_grows_again() -> None:
    split = (*TWICE_EARLY, *(part(day(n), hour) for n in (2, 3) for hour in (9, 14)))
    joined = grown_by(*split, said=(yes(day(1), 12),))
    assert (joined.parts, joined.run, joined.target, joined.changed) == (1, 0, 3, Reason.JOINED)
    whole = (*split, massage(day(4)), massage(day(5)))
    assert grown_by(*whole, said=(yes(day(1), 12),)).target == 4


def test_the_parts_of_a_day_are_one_session_on_a_split_day_only() -> None:
    parts = [part(day(2), hour) for hour in (9, 14)]
    assert grown_by(*TWICE_EARLY, *parts, said=(yes(day(1), 12),)).run == 1
    assert grown_by(*TWICE_EARLY, *parts).run == 0


def test_a_yes_after_the_days_first_session_waits_for_the_next_day() -> None:
    full, extra = massage(day(2), hour=9), part(day(2), 14)
    late = yes(day(2), 10)
    assert morning_of(day(2), (*TWICE_EARLY, full), MOVING, old_enough, (late,)).parts == 1
    assert grown_by(*TWICE_EARLY, full, extra, said=(late,)).run == 0
    assert morning_of(day(3), (*TWICE_EARLY, full), MOVING, old_enough, (late,)).parts == 2


def test_a_yes_after_a_first_session_that_was_discarded_waits_too() -> None:
    discarded, late = massage(day(2), hour=9), yes(day(2), 10)
    so_far = day_so_far((*TWICE_EARLY, discarded), day(2), MOVING)
    morning = morning_of(day(2), TWICE_EARLY, MOVING, old_enough, (late,), began=so_far.began)
    assert (so_far.began, morning.parts) == (discarded.started_at, 1)


def test_an_attempt_does_not_settle_how_the_day_is_played() -> None:
    attempt = cried(day(1), 0.5, hour=9)
    accepted = yes(day(1), 10)
    sessions = (cried(day(0)), attempt)
    assert morning_of(day(1), sessions, MOVING, old_enough, (accepted,)).parts == 2
    one = grown_by(*sessions, part(day(1), 12), said=(accepted,))
    assert (one.parts, one.early) == (2, 0)


def test_a_day_of_nothing_but_an_attempt_says_no() -> None:
    said = (yes(day(1), 12),)
    no = grown_by(*TWICE_EARLY[:1], massage(day(1)), cried(day(2), 0.5), said=said)
    assert (no.early, no.target, no.parts) == (1, 3, 2)


def test_the_morning_of_a_day_is_without_its_sessions_and_without_later_ones() -> None:
    sessions = [massage(day(n), hour=10) for n in range(4)]
    assert morning_of(day(2), sessions, MOVING, old_enough) == grown_by(*sessions[:2])
    said = (word(day(2), "target", "hold", hour=9), word(day(2), "target", "free", hour=12))
    assert morning_of(day(2), sessions, MOVING, old_enough, said).held
    assert not morning_of(day(3), sessions, MOVING, old_enough, said).held


def test_other_routines_dolls_and_unended_sessions_are_no_parts() -> None:
    others = [
        massage(day(2), hour=9, routine="tummy-ease"),
        massage(day(2), hour=10, kind=Kind.PRACTICE),
        massage(day(2), hour=11, ending=None),
    ]
    said = (yes(day(2), 12),)
    assert morning_of(day(2), (*TWICE_EARLY, *others), MOVING, old_enough, said).parts == 2
    assert grown_by(*TWICE_EARLY, *others, part(day(2), 14), said=said).run == 0


def test_a_doctors_visit_between_two_sessions_begins_anew_and_only_once() -> None:
    sessions = [massage(day(n), 3.0 + n / 2) for n in range(8)]
    visit = word(day(5), "illness", "doctor-visit", hour=20)
    assert grown_by(*sessions).target == 7
    assert grown_by(*sessions[:6], said=(visit,)).target == 6
    assert grown_by(*sessions[:7], said=(visit,)).target == 3
    assert grown_by(*sessions, said=(visit,)).target == 4


def test_the_parents_longer_day_is_a_matter_of_the_given_cap() -> None:
    month = [massage(day(n), 20.0) for n in range(40)]
    assert grown_by(*month).target == 15
    assert fold(month, MOVING, old_enough, cap_on=lambda _: 20).target == 20
    assert morning_of(day(90), month, MOVING, old_enough, cap_on=lambda _: 20).target == 20
    assert fold(month, MOVING, old_enough, cap_on=lambda on: 15 if on < day(38) else 20).target == 16


def test_the_choice_of_twenty_minutes_alone_lengthens_the_next_session_by_two_at_the_most() -> None:
    years = [massage(day(n), min(3.0 + n / 2, 15.25)) for n in range(400)]
    assert grown_by(*years).target == 15
    assert fold(years, MOVING, old_enough, cap_on=lambda _: 20).target == 17


@pytest.mark.parametrize(
    ("courses", "together"),
    [
        ("calm calm", "calm"),
        ("calm unsaid", "unsaid"),
        ("unsaid other", "other"),
        ("calm other", "other"),
        ("other unsettled", "unsettled"),
        ("unsettled early", "early"),
        ("early calm", "early"),
        ("calm calm unsettled", "unsettled"),
    ],
)
def test_a_day_is_calm_only_if_every_part_was_and_ended_early_if_one_was(courses: str, together: str) -> None:
    made = {
        "calm": (Ending.FINISHED, Mood.CALM),
        "unsaid": (Ending.FINISHED, Mood.NOT_SAID),
        "other": (Ending.CALLED_AWAY, Mood.CALM),
        "unsettled": (Ending.FINISHED, Mood.UNSETTLED),
        "early": (Ending.EARLY, Mood.CALM),
    }
    words = courses.split()
    for order in (words, words[::-1]):
        parts = [part(DAY, 8 + n, ending=made[name][0], mood=made[name][1]) for n, name in enumerate(order)]
        assert course_of_day(parts, split=True) == DayCourse(
            Course(together), 2.0 * len(words), 2 * len(words), len(words)
        )


def test_without_a_split_the_longest_speaks_alone() -> None:
    short, long = cried(DAY, 1.5, hour=8), massage(DAY, 3.0, hour=12)
    assert course_of_day([short, long], split=False) == DayCourse(Course.CALM, 3.0, 3)
    assert course_of_day([short, long], split=True) == DayCourse(Course.EARLY, 4.5, 6, 2)


def test_something_wrong_counts_among_the_parts_however_short_it_was() -> None:
    wrong = replace(part(DAY, 12, ending=Ending.SOMETHING_WRONG), active_seconds=5.0)
    assert course_of_day([part(DAY, 8), wrong], split=True).course is Course.OTHER
