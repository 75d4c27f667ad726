"""What the library lists, what a search finds, and the day on which each thing opens."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from babymassage_gui.content.loader import load
from babymassage_gui.core.age import Age, month_day
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.reference import Fact
from babymassage_gui.gui.pages.library_view import (
    Access,
    Door,
    Kind,
    Segment,
    Shelf,
    all_sources,
    details_of,
    fact_lines,
    found,
    may_open,
    pieces,
    plain,
    routine_access,
    row_of,
    rows_of,
    step_access,
)

BORN = date(2026, 3, 2)
FOUR_MONTHS = month_day(BORN, 4)
A_YEAR = month_day(BORN, 12)


@cache
def taught() -> Catalogue:
    return load().catalogue


def at(days: int) -> Age:
    return Age(BORN, BORN + timedelta(days=days))


def door_of_step(step_id: str, age: Age | None, *, early: bool = False) -> Access:
    return step_access(taught().steps[step_id], Shelf(taught(), age, early))


def door_of_routine(routine_id: str, age: Age | None, *, early: bool = False) -> Access:
    return routine_access(taught().routines[routine_id], Shelf(taught(), age, early))


def keys(segment: Segment, query: str) -> set[str]:
    return {row.key for row in found(rows_of(Shelf(taught()), segment), query)}


class TestLists:
    def test_every_routine_and_every_step_is_listed_at_any_age(self) -> None:
        for age in (None, at(0), at(46), at(400)):
            shelf = Shelf(taught(), age)
            assert [row.key for row in rows_of(shelf, Segment.ROUTINES)] == list(taught().routines)
            assert [row.key for row in rows_of(shelf, Segment.MOVES)] == list(taught().steps)

    def test_all_that_is_only_read_is_listed(self) -> None:
        reference = taught().reference
        assert keys(Segment.NOT_SHOWN, "") == {*reference.items, *reference.risky}
        assert keys(Segment.WHY, "") == {
            *reference.contradictions, *taught().checks, *reference.rules, *reference.cues, *reference.slips
        }  # fmt: skip
        assert len(reference.items) == 22
        assert len(reference.contradictions) == 51

    def test_a_row_is_found_by_kind_and_key(self) -> None:
        row = row_of(Shelf(taught()), Kind.CONTRADICTION, "C-22")
        assert row is not None
        assert (row.title, row.segment, row.access.door) == ("Rubbing", Segment.WHY, Door.READING)
        assert row_of(Shelf(taught()), Kind.MOVE, "no-such-step") is None

    def test_a_start_without_facts_lists_the_moves_and_nothing_else(self) -> None:
        from babymassage_gui.content.loader import load_playable

        shelf = Shelf(load_playable().catalogue)
        assert rows_of(shelf, Segment.NOT_SHOWN) == rows_of(shelf, Segment.WHY) == ()
        assert len(rows_of(shelf, Segment.MOVES)) == len(taught().steps)


class TestSearch:
    @pytest.mark.parametrize("query", ["leg", "tummy", "back"])
    def test_the_words_that_an_empty_search_advises_find_something(self, query: str) -> None:
        assert keys(Segment.MOVES, query)

    @pytest.mark.parametrize(
        ("query", "step_id"),
        [
            ("Circle the tummy", "tummy-circle"),
            ("TUMMY circle", "tummy-circle"),
            ("clockwise", "tummy-circle"),
            ("ZTUM-06", "tummy-circle"),
            ("ztum-06", "tummy-circle"),
            ("right ribs", "tummy-circle"),
        ],
    )
    def test_titles_instructions_cautions_and_fact_ids_are_searched(self, query: str, step_id: str) -> None:
        assert step_id in keys(Segment.MOVES, query)

    def test_every_word_has_to_occur(self) -> None:
        assert keys(Segment.MOVES, "rub leg") < keys(Segment.MOVES, "leg")
        assert "leg-outer" not in keys(Segment.MOVES, "rub leg")

    def test_nonsense_finds_nothing_and_spaces_find_all(self) -> None:
        assert keys(Segment.MOVES, "zebra") == set()
        assert keys(Segment.MOVES, "  ") == set(taught().steps)


class TestDoors:
    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (0, Access(Door.LATER, BORN + timedelta(days=46))),
            (45, Access(Door.LATER, BORN + timedelta(days=46))),
            (46, Access(Door.OPEN)),
            ((A_YEAR - BORN).days - 1, Access(Door.OPEN)),
            ((A_YEAR - BORN).days, Access(Door.PAST)),
        ],
    )
    def test_a_step_opens_with_the_first_routine_that_may_play_it(self, days: int, expected: Access) -> None:
        assert door_of_step("leg-outer", at(days)) == expected

    def test_a_step_from_20_days_waits_for_its_routine_unless_an_early_start_was_agreed(self) -> None:
        assert door_of_step("tummy-circle", at(20)) == Access(Door.LATER, BORN + timedelta(days=46))
        assert door_of_step("tummy-circle", at(20), early=True) == Access(Door.OPEN)
        assert door_of_step("tummy-circle", at(19), early=True) == Access(Door.LATER, BORN + timedelta(days=20))

    def test_rubbing_opens_on_the_day_of_four_months(self) -> None:
        eve = Age(BORN, FOUR_MONTHS - timedelta(days=1))
        assert door_of_step("leg-rub", eve) == Access(Door.LATER, FOUR_MONTHS)
        assert door_of_step("leg-rub", Age(BORN, FOUR_MONTHS)) == Access(Door.OPEN)

    def test_over_four_months_is_a_day_later(self) -> None:
        assert door_of_routine("wake-up", Age(BORN, FOUR_MONTHS)) == Access(Door.LATER, FOUR_MONTHS + timedelta(days=1))
        assert door_of_step("collar-rub", Age(BORN, FOUR_MONTHS)).day == FOUR_MONTHS + timedelta(days=1)

    def test_a_newborns_stroke_is_past_from_four_months(self) -> None:
        assert door_of_step("leg-newborn", Age(BORN, FOUR_MONTHS - timedelta(days=1))) == Access(Door.OPEN)
        assert door_of_step("leg-newborn", Age(BORN, FOUR_MONTHS)) == Access(Door.PAST)
        assert door_of_routine("first-strokes", Age(BORN, FOUR_MONTHS)) == Access(Door.PAST)

    def test_what_a_professional_shows_first_says_its_day_and_then_that(self) -> None:
        assert door_of_step("gym-soar", at(60)) == Access(Door.LATER, FOUR_MONTHS)
        assert door_of_step("gym-soar", Age(BORN, FOUR_MONTHS)) == Access(Door.IN_PERSON)
        assert door_of_routine("pro-moves", Age(BORN, FOUR_MONTHS)) == Access(Door.IN_PERSON)

    @pytest.mark.parametrize("days", [0, 46, 400])
    def test_what_a_doctor_prescribes_is_never_open_by_age(self, days: int) -> None:
        assert door_of_step("eye-duct", at(days)) == Access(Door.PRESCRIBED)
        assert door_of_routine("tear-duct", at(days)) == Access(Door.PRESCRIBED)
        assert door_of_routine("ten-days", at(days)) == Access(Door.REFERRED)

    @pytest.mark.parametrize("days", [0, 46, 400])
    def test_the_doll_has_no_age(self, days: int) -> None:
        assert door_of_routine("practice", at(days)) == Access(Door.DOLL)

    def test_before_a_baby_is_told_of_nothing_is_locked(self) -> None:
        shelf = Shelf(taught())
        rows = (*rows_of(shelf, Segment.MOVES), *rows_of(shelf, Segment.ROUTINES))
        assert not any(row.access.locked for row in rows)

    def test_no_step_is_open_on_a_day_on_which_none_of_its_routines_is(self) -> None:
        for days in (0, 19, 20, 45, 46, 100, 121, 122, 123, 180, 364, 365):
            shelf = Shelf(taught(), at(days))
            for step in taught().steps.values():
                if step_access(step, shelf).door is Door.OPEN:
                    routines = [r for r in taught().routines.values() if step.id in r.steps]
                    assert any(routine_access(r, shelf).door is Door.OPEN for r in routines), (days, step.id)


class TestReasons:
    def test_outside_facts_lead_to_their_sources(self) -> None:
        (line,) = fact_lines(["EXT-01"], taught())
        assert [source.id for source in line.sources] == ["S-21", "S-22"]
        assert line.articles == ()

    def test_facts_of_the_articles_name_them(self) -> None:
        (line,) = fact_lines(["AGE-05"], taught())
        assert (line.articles, line.sources) == (("A3", "A5"), ())

    def test_contradictions_come_last_and_ids_of_nothing_not_at_all(self) -> None:
        lines = fact_lines(["C-22", "AGE-05", "X-99", "AGE-05", "S-13"], taught())
        assert [(line.id, line.contradiction) for line in lines] == [
            ("AGE-05", False), ("S-13", False), ("C-22", True)
        ]  # fmt: skip

    def test_sources_are_named_once(self) -> None:
        lines = fact_lines(["EXT-01", "S-21"], taught())
        assert [source.id for source in all_sources(lines, ("S-22", "S-23", "S-99"), taught())] == [
            "S-21", "S-22", "S-23"
        ]  # fmt: skip

    def test_every_reason_of_every_row_is_there(self) -> None:
        for step in taught().steps.values():
            assert {line.id for line in fact_lines(step.facts, taught())} == set(step.facts), step.id

    def test_columns_that_the_article_leaves_open_are_not_said(self) -> None:
        fact = Fact("Z-1", "Z", "Circle", ("A1",), position="supine", path="clockwise", counts="not given")
        assert details_of(fact) == ("supine", "clockwise")


class TestLinks:
    def test_every_source_may_be_opened(self) -> None:
        for source in taught().reference.sources.values():
            assert may_open(source.address, taught()), source.id

    @pytest.mark.parametrize(
        "address", ["", "https://example.org/", "file:///etc/passwd", "javascript:alert(1)", "S-01"]
    )
    def test_nothing_else_is_ever_opened(self, address: str) -> None:
        assert not may_open(address, taught())

    def test_a_source_that_is_no_page_of_the_web_is_not_opened(self) -> None:
        from dataclasses import replace

        reference = taught().reference
        bad = replace(reference.sources["S-01"], address="file:///etc/passwd")
        spoilt = replace(taught(), reference=replace(reference, sources={"S-01": bad}))
        assert not may_open("file:///etc/passwd", spoilt)


class TestWords:
    def test_names_become_titles_and_a_leading_setting_goes(self) -> None:
        shelf = Shelf(taught())
        assert plain("only in `everyday`, with *reps old*", shelf) == "only in “Everyday massage”, with reps old"
        assert plain("`rub_from`: 3 mo if shown", shelf) == "3 mo if shown"
        assert plain("`tummy_time_minutes`.", shelf) == "tummy time minutes."

    def test_voices_are_told_apart(self) -> None:
        assert pieces("AGE-01 1.5 mo · AGE-03 2–3 wk") == ("AGE-01 1.5 mo", "AGE-03 2–3 wk")
        assert pieces("") == ()
