"""What a parent says about the length: hold it, lower it, let it go; a doctor's visit; a day in parts (spec 3.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from babymassage_gui.core.course import Course, DayCourse
from babymassage_gui.core.growth import Growth, Reason, Target, target_on
from babymassage_gui.core.growth_rule import after_session, before_session, hear
from babymassage_gui.core.said import Said

DAY = date(2026, 3, 2)
MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
GROWN = Growth(target=9, run=1, last_session=DAY - timedelta(days=1), changed=Reason.ONE_MORE_CALM)


def says(growth: Growth, subject: str, answer: str, note: str = "") -> Growth:
    return hear(growth, Said("id", "baby", subject, answer, MORNING, note=note))


def calm_day(growth: Growth, minutes: float, parts: int = 1, cap: int = 15, day: date = DAY) -> Growth:
    said = DayCourse(Course.CALM, minutes, growth.target, parts)
    return after_session(before_session(growth, day), day, said, cap)


def early_day(growth: Growth, minutes: float, planned: int, parts: int = 1) -> Growth:
    return after_session(before_session(growth, DAY), DAY, DayCourse(Course.EARLY, minutes, planned, parts), 15)


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("W-01", "fed"),
        ("T-02", "yes"),
        ("N-01", "doctor-visit"),
        ("split", "maybe"),
        ("target", "higher"),
        ("Target", "hold"),
        ("", ""),
    ],
)
def test_what_is_about_other_things_changes_nothing(subject: str, answer: str) -> None:
    assert says(GROWN, subject, answer) == GROWN


class TestIllness:
    @pytest.mark.parametrize("subject", ["illness", "T-02"])
    def test_after_a_doctors_visit_the_next_session_begins_at_3(self, subject: str) -> None:
        ill = says(GROWN, subject, "doctor-visit")
        assert target_on(ill, DAY, 15) == Target(3, Reason.AFTER_ILLNESS)
        assert (before_session(ill, DAY).run, ill.target) == (0, 9)

    def test_it_holds_for_one_session_and_then_grows_as_ever(self) -> None:
        once = calm_day(says(GROWN, "illness", "doctor-visit"), 3.0)
        assert (once.target, once.run) == (3, 1)
        assert calm_day(once, 3.0, day=DAY + timedelta(days=1)).target == 4

    def test_an_illness_without_a_visit_is_only_the_pause_that_it_makes(self) -> None:
        assert target_on(says(GROWN, "illness", "no-doctor"), DAY, 15).minutes == 9


class TestHold:
    def test_held_it_stays_and_says_so(self) -> None:
        held = says(GROWN, "target", "hold")
        assert target_on(held, DAY, 15) == Target(9, Reason.HELD)
        for n in range(5):
            held = calm_day(held, 9.0, day=DAY + timedelta(days=n))
            assert (held.target, held.changed) == (9, Reason.HELD)

    def test_held_it_still_falls(self) -> None:
        held = says(GROWN, "target", "hold")
        assert early_day(held, 7.0, 9).target == 7
        assert target_on(held, DAY + timedelta(days=20), 15) == Target(5, Reason.AFTER_BREAK)

    def test_at_the_longest_of_the_age_it_is_the_age_that_holds_it(self) -> None:
        assert calm_day(says(GROWN, "target", "hold"), 9.0, cap=9).changed is Reason.SAME

    def test_let_go_it_grows_with_the_next_calm_session(self) -> None:
        held = calm_day(says(GROWN, "target", "hold"), 9.0)
        free = says(held, "target", "free")
        assert (free.held, free.changed) == (False, Reason.SAME)
        assert calm_day(free, 9.0, day=DAY + timedelta(days=1)).target == 10

    def test_letting_go_what_was_not_held_changes_no_reason(self) -> None:
        assert says(GROWN, "target", "free") == GROWN


class TestLower:
    def test_it_is_lowered_to_the_number_and_begins_to_count_anew(self) -> None:
        lower = says(GROWN, "target", "lower", "6")
        assert target_on(lower, DAY, 15) == Target(6, Reason.LOWERED)
        once = calm_day(lower, 6.0)
        assert (once.target, once.run, once.lowered_to) == (6, 1, None)
        assert calm_day(once, 6.0, day=DAY + timedelta(days=1)).target == 7

    @pytest.mark.parametrize(("number", "becomes"), [("9", 9), ("12", 9), ("8", 8), ("3", 3), ("2", 3), ("0", 3)])
    def test_it_never_rises_and_never_goes_under_3(self, number: str, becomes: int) -> None:
        assert target_on(says(GROWN, "target", "lower", number), DAY, 15).minutes == becomes

    @pytest.mark.parametrize("note", ["", "six", "-4", "5.5", "٥", "5\n", "9999"])
    def test_a_number_that_cannot_be_read_is_the_least(self, note: str) -> None:
        assert target_on(says(GROWN, "target", "lower", note), DAY, 15).minutes == 3

    def test_the_last_word_before_the_session_holds(self) -> None:
        twice = says(says(GROWN, "target", "lower", "4"), "target", "lower", "7")
        assert target_on(twice, DAY, 15).minutes == 7
        assert target_on(says(twice, "target", "free"), DAY, 15).minutes == 9

    def test_it_comes_after_the_pause_and_does_not_shorten_twice(self) -> None:
        lower = says(GROWN, "target", "lower", "4")
        assert target_on(lower, DAY + timedelta(days=19), 15) == Target(4, Reason.LOWERED)
        assert target_on(lower, DAY + timedelta(days=40), 15) == Target(3, Reason.AFTER_BREAK)


class TestSplit:
    @pytest.mark.parametrize(
        ("target", "parts", "minutes"),
        [(3, 2, 2), (4, 2, 2), (5, 2, 3), (6, 2, 3), (7, 3, 3), (9, 3, 3), (10, 3, 4), (15, 3, 5), (20, 3, 7)],
    )
    def test_a_yes_parts_the_day(self, target: int, parts: int, minutes: int) -> None:
        split = says(replace(GROWN, target=target, early=2), "split", "yes")
        today = target_on(split, DAY, 20)
        assert (today.minutes, today.parts, today.part_minutes) == (target, parts, minutes)
        assert (split.run, split.changed, split.offers_split) == (0, Reason.SPLIT, False)

    def test_a_second_yes_changes_nothing(self) -> None:
        split = says(GROWN, "split", "yes")
        assert says(replace(split, run=1), "split", "yes") == replace(split, run=1)

    def test_a_no_ends_the_offer_until_it_stands_anew(self) -> None:
        twice = replace(GROWN, early=2)
        assert twice.offers_split
        refused = says(twice, "split", "no")
        assert refused == replace(twice, split_refused=True)
        assert not refused.offers_split
        asleep = after_session(refused, DAY, DayCourse(Course.OTHER, 2.0, 9), 15)
        assert not asleep.offers_split
        again = replace(calm_day(refused, 9.0), early=2)
        assert again.offers_split

    def test_a_no_without_an_offer_refuses_no_later_one(self) -> None:
        assert says(GROWN, "split", "no") == GROWN

    @pytest.mark.parametrize("early", [0, 2])
    def test_a_no_joins_all_parts_at_once_and_is_not_asked_again(self, early: int) -> None:
        split = says(replace(GROWN, early=early), "split", "yes")
        whole = says(replace(split, run=1), "split", "no")
        assert (whole.parts, whole.run, whole.changed, whole.offers_split) == (1, 0, Reason.SAME, False)

    def test_two_days_with_every_part_calm_join_two_parts_and_never_lengthen(self) -> None:
        growth = says(replace(GROWN, early=2), "split", "yes")
        seen = []
        for n in range(5):
            growth = calm_day(growth, 9.0, parts=growth.parts, day=DAY + timedelta(days=n))
            seen.append((growth.parts, growth.run, growth.target, growth.changed))
        assert seen == [
            (3, 1, 9, Reason.ONE_MORE_TO_JOIN),
            (2, 0, 9, Reason.JOINED),
            (2, 1, 9, Reason.ONE_MORE_TO_JOIN),
            (1, 0, 9, Reason.JOINED),
            (1, 1, 9, Reason.ONE_MORE_CALM),
        ]

    @pytest.mark.parametrize("run", [0, 1])
    def test_a_day_that_lacks_a_part_joins_nothing_and_undoes_nothing(self, run: int) -> None:
        split = replace(says(replace(GROWN, early=2), "split", "yes"), run=run)
        short = calm_day(split, 6.0, parts=2)
        assert (short.parts, short.run, short.early) == (3, run, 0)
        assert short.changed is (Reason.ONE_MORE_TO_JOIN if run else Reason.SAME)

    def test_an_unsettled_day_between_counts_from_the_beginning(self) -> None:
        once = calm_day(says(GROWN, "split", "yes"), 9.0, parts=3)
        unsettled = after_session(once, DAY, DayCourse(Course.UNSETTLED, 9.0, 9, 3), 15)
        assert (once.run, unsettled.run, unsettled.parts) == (1, 0, 3)

    def test_m_and_p_are_sums_where_a_part_was_ended_early(self) -> None:
        split = says(GROWN, "split", "yes")
        ended = early_day(split, 4.2, planned=6, parts=2)
        assert (ended.target, ended.early, ended.parts, ended.changed) == (8, 1, 3, Reason.SHORTER)

    def test_what_is_shorter_takes_fewer_parts_that_are_no_longer(self) -> None:
        split = says(replace(GROWN, target=7), "split", "yes")
        assert (target_on(split, DAY, 15).parts, target_on(split, DAY, 15).part_minutes) == (3, 3)
        shorter = early_day(split, 2.0, planned=3)
        assert (shorter.target, shorter.parts) == (6, 2)
        assert target_on(shorter, DAY, 15).part_minutes == 3

    def test_a_third_early_end_in_parts_rests_too(self) -> None:
        third = early_day(says(replace(GROWN, early=2), "split", "yes"), 2.0, planned=3)
        tomorrow = DAY + timedelta(days=1)
        assert target_on(third, tomorrow, 15) == Target(3, Reason.RESTING, resting=True)
        assert target_on(third, DAY + timedelta(days=4), 15) == Target(3, Reason.SHORT_AGAIN, parts=2)

    @pytest.mark.parametrize(
        ("limit", "parts", "minutes"), [(8, 3, 3), (6, 3, 2), (5, 3, 2), (4, 2, 2), (3, 2, 2), (2, 1, 2)]
    )
    def test_within_a_limit_no_part_is_under_two_minutes(self, limit: int, parts: int, minutes: int) -> None:
        today = target_on(says(GROWN, "split", "yes"), DAY, 15, parent_limit=limit)
        assert (today.minutes, today.parts, today.part_minutes) == (limit, parts, minutes)
