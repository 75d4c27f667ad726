"""A day of two sessions is one day for the growth rule, and no other day holds more than one massage (C-06, 3.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.choices import Choices
from babymassage_gui.core.family import length_of
from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.today import look_at
from tests.fakes.answers import no_to_all
from tests.fakes.content import catalogue, ids
from tests.fakes.long_days import DAYS, FOUR_MONTHS, at, before_today, family, first, second
from tests.fakes.records import massage


class TestTheDayAsOne:
    """The two are joined for the growth rule, as parts of a day are (3.5)."""

    @staticmethod
    def after(*of_today: SessionRecord, choices: Choices | None = None) -> tuple[int, int, int]:
        state = length_of(catalogue(), family(*of_today, choices=choices), at(8, days=DAYS + 1).date()).state
        return state.target, state.run, state.early

    def test_calm_both(self) -> None:
        assert self.after(first(8), second(11))[0] == 15
        assert self.after(first(8), second(11))[2] == 0

    def test_moves_that_ended_early_make_the_next_day_shorter(self) -> None:
        stopped = second(11, minutes=5.0, target=15, ending=Ending.EARLY, mood=Mood.CRIED)
        assert self.after(first(8), stopped) == (12, 0, 1)
        nearly = second(11, minutes=14.2, target=15, ending=Ending.EARLY, mood=Mood.CRIED)
        assert self.after(first(8), nearly) == (14, 0, 1)

    def test_whatever_is_chosen_now(self) -> None:
        stopped = second(11, minutes=5.0, target=15, ending=Ending.EARLY, mood=Mood.CRIED)
        assert self.after(first(8), stopped, choices=Choices()) == (12, 0, 1)

    def test_moves_that_were_but_an_attempt_say_nothing(self) -> None:
        attempt = second(11, minutes=0.5, target=15, ending=Ending.EARLY, mood=Mood.CRIED)
        assert self.after(first(8), attempt) == self.after(first(8))

    def test_two_of_another_kind_are_no_long_day(self) -> None:
        stopped = second(11, minutes=5.0, target=15, ending=Ending.EARLY, mood=Mood.CRIED, routine="calm")
        assert self.after(first(8), stopped) == self.after(first(8))


SESSIONS = st.lists(
    st.builds(
        lambda hour, minutes, routine_id, ending, mood: massage(
            at(hour).date(), minutes, hour=hour, routine=routine_id, ending=ending, mood=mood, target=15
        ),
        st.integers(0, 20), st.sampled_from([0.5, 4.0, 15.0]),
        st.sampled_from(["everyday", "everyday", "moves", "calm", "strong-4m", "tummy-ease"]),
        st.sampled_from([*[Ending.FINISHED] * 4, Ending.EARLY, Ending.CALLED_AWAY, None]),
        st.sampled_from([*[Mood.CALM] * 4, Mood.CRIED, Mood.NOT_SAID]),
    ),
    max_size=3, unique_by=lambda one: one.started_at,
)  # fmt: skip


@given(
    SESSIONS,
    st.booleans(),
    st.sampled_from([FOUR_MONTHS - 40, FOUR_MONTHS - 1, FOUR_MONTHS, DAYS, 360]),
    st.integers(7, 23),
    st.integers(0, 59),
    st.sampled_from(["everyday", "moves", "strong-4m", "calm"]),
)
@settings(max_examples=120, deadline=None)
def test_no_day_holds_more_than_one_massage_unless_the_moves_come_second(
    of_today: list[SessionRecord], two: bool, days: int, hour: int, minute: int, chosen: str
) -> None:
    shift = timedelta(days=days - DAYS)
    moved = [
        replace(one, started_at=one.started_at + shift, ended_at=one.ended_at and one.ended_at + shift,
                last_seen_at=one.last_seen_at and one.last_seen_at + shift)
        for one in of_today
    ]  # fmt: skip
    home = family(*moved, before=before_today(days), choices=Choices(two_sessions=two), routine=chosen)
    baby = replace(home.baby, doctor_yes_on=at(0, days=days).date())
    home = replace(home, baby=baby, said=no_to_all(at(0, days=days)))
    now = at(hour, minute, days=days)
    today = look_at(catalogue(), home, now)
    counted = [one for one in moved if one.minutes >= 1]
    full = sorted((one for one in counted if one.routine_id != "tummy-ease"), key=lambda one: one.started_at)
    if today.refusal is None and full:
        assert two
        assert days >= FOUR_MONTHS
        assert hour < 17
        assert [one.routine_id for one in full] == ["everyday"]
        assert (full[0].ending, full[0].mood, today.routine.id) == (Ending.FINISHED, Mood.CALM, "moves")
    if today.refusal is None:
        assert all(now >= (one.last_seen_at or now) + timedelta(hours=2) for one in counted)
    assert today.minutes <= 15
    assert today.plan.seconds <= 60 * today.plan.minutes + 15 or today.minutes < 3
    assert not today.plan.steps or ids(today.plan)[-1] == "close-cuddle"
