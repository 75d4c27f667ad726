"""What a front end may ask and do for a family."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from babymassage_gui.core.choices import Choices
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.family import LONGEST
from babymassage_gui.core.growth import Reason
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.household import Household, Stores
from tests.fakes.content import catalogue, ids, new_ids, routine
from tests.fakes.home import ALL_WELL, BORN, READY, TODAY, Home, said_no
from tests.fakes.records import BABY, massage


class TestBaby:
    def test_before_the_welcome_there_is_nobody(self) -> None:
        home = Home(baby=None).household
        assert (home.baby, home.sessions()) == (None, ())
        with pytest.raises(LookupError):
            home.today()

    def test_a_new_baby_gets_an_id_and_a_known_one_keeps_it(self) -> None:
        home = Home(baby=None).household
        new = home.save_baby(Baby("", "", BORN))
        assert new.id
        named = home.save_baby(replace(new, name="Bean"))
        assert (named.id, home.baby) == (new.id, named)

    def test_a_baby_whose_dates_cannot_be_is_not_kept(self) -> None:
        home = Home(baby=None).household
        with pytest.raises(Expected) as refused:
            home.save_baby(Baby("", "", TODAY + timedelta(days=1)))
        assert refused.value.fault is Fault.BIRTH_IN_FUTURE
        assert home.baby is None


class TestSettings:
    def test_a_change_is_in_force_at_once_and_kept(self) -> None:
        home = Home()
        home.household.change(Settings(parent_limit=2))
        assert home.settings.kept.parent_limit == 2
        assert home.household.today().target.minutes == 2
        assert Household(
            catalogue(), Stores(home.babies, home.log, home.said, home.settings), home.clock, new_ids
        ).settings == (Settings(parent_limit=2))

    def test_a_change_that_could_not_be_kept_is_in_force_all_the_same(self) -> None:
        home = Home()
        home.settings.broken = True
        with pytest.raises(Expected):
            home.household.change(Settings(parent_limit=2))
        assert home.household.settings.parent_limit == 2

    def test_another_longest_session_is_said_with_its_day_and_nothing_else_is(self) -> None:
        home = Home()
        before = home.household.known().said
        home.household.change(Settings(parent_limit=2))
        assert home.household.known().said == before
        home.household.change(Settings(choices=Choices(longest_minutes=20)))
        (said,) = set(home.household.known().said) - set(before)
        assert (said.subject, said.answer, said.note, said.at) == (*LONGEST, "20", home.clock.utc_time())
        nobody = Home(baby=None)
        nobody.household.change(Settings(choices=Choices(longest_minutes=20)))
        assert nobody.said.sayings("") == ()


class TestSession:
    def test_todays_session_is_played_as_the_settings_say(self) -> None:
        home = Home()
        home.household.change(Settings(get_ready_seconds=10, wait_for_me=True))
        home.household.start(home.household.today(), ALL_WELL)
        session = home.household.runner.session
        assert (session.wait.total, session.wait_at_turns) == (10, True)
        assert home.log.session(home.household.runner.session_id).kind is Kind.MASSAGE

    def test_what_the_check_in_refuses_is_not_started(self) -> None:
        home = Home(baby=replace(READY, navel_healed=False))
        with pytest.raises(ValueError, match="navel"):
            home.household.start(home.household.today(), ALL_WELL)
        assert not home.household.runner.running

    @pytest.mark.parametrize("visit", [Visit(), Visit(nothing_else=True, fed=True), replace(ALL_WELL, fed=False)])
    def test_nothing_begins_before_the_check_in_is_answered(self, visit: Visit) -> None:
        home = Home()
        with pytest.raises(ValueError, match="PREPARE"):
            home.household.start(home.household.today(), visit)
        assert not home.household.runner.running

    @pytest.mark.parametrize("question", [("T-02", "yes"), ("W-01", "fed"), ("N-05", "yes"), ("T-06", "yes")])
    def test_nor_against_what_was_answered_since_the_page_was_looked_at(self, question: tuple[str, str]) -> None:
        home = Home()
        seen = home.household.today()
        home.household.answers.say(READY, *question)
        with pytest.raises(ValueError, match="answer"):
            home.household.start(seen, ALL_WELL)
        assert not home.household.runner.running

    def test_what_was_closed_since_is_not_played(self) -> None:
        home = Home()
        seen = home.household.today()
        assert "leg-outer" in ids(seen.plan)
        home.household.answers.say(READY, "T-04", "harmless", note="legs")
        home.household.start(seen, ALL_WELL)
        assert "leg-outer" not in [planned.step.id for planned in home.household.runner.session.steps]

    def test_a_page_of_yesterday_starts_what_is_right_today(self) -> None:
        home = Home(baby=replace(READY, born=TODAY - timedelta(days=364), doctor_yes_on=TODAY))
        seen = home.household.today()
        home.clock.pass_time(86_400 * 3)
        with pytest.raises(ValueError, match="too-old"):
            home.household.start(seen, ALL_WELL)

    def test_what_the_check_in_knows_can_be_asked(self) -> None:
        home = Home()
        told = home.household.answers.say(READY, "W-01", "fed")
        assert told in home.household.known().said
        assert home.household.judge(ALL_WELL).verdict.value == "WAIT"

    def test_a_resting_day_is_logged_as_one(self) -> None:
        cried = [massage(TODAY - timedelta(days=3 - n), 2.0, ending=Ending.EARLY) for n in range(3)]
        home = Home(*cried)
        assert home.household.today().target.reason is Reason.RESTING
        home.household.start(home.household.today(), ALL_WELL)
        assert home.log.session(home.household.runner.session_id).kind is Kind.RESTING

    def test_time_that_runs_faster_is_a_rehearsal(self) -> None:
        home = Home(speed=20.0)
        assert home.household.rehearsing
        home.household.start(home.household.today(), ALL_WELL)
        assert home.log.session(home.household.runner.session_id).kind is Kind.REHEARSAL
        assert not Home().household.rehearsing

    @pytest.mark.parametrize("speed", [1.0, 20.0])
    def test_practice_on_a_doll_leaves_no_trace(self, speed: float) -> None:
        home = Home(baby=None, speed=speed)
        home.household.practise()
        assert ids(home.household.practice_plan()) == list(routine("practice").steps)
        home.go(30)
        assert len(home.log) == 0

    def test_how_it_was_is_kept(self) -> None:
        home = Home(massage(TODAY, mood=None))
        (row,) = home.household.sessions()
        home.household.wrap_up(row.id, Mood.CALM, "smiled")
        (again,) = home.household.sessions()
        assert (again.mood, again.note) == (Mood.CALM, "smiled")

    def test_each_answer_to_how_it_was_has_its_length_for_tomorrow(self) -> None:
        home = Home(massage(TODAY - timedelta(days=1), 3.2), massage(TODAY, 3.2, mood=None))
        minutes = home.household.next_minutes(home.household.sessions()[-1].id)
        assert minutes == {
            Mood.CALM: 4,
            Mood.UNSETTLED: 3,
            Mood.CRIED: 3,
            Mood.ASLEEP: 3,
            Mood.NOT_SAID: 3,
        }

    def test_what_it_is_made_of_can_be_read(self) -> None:
        home = Home()
        assert home.household.catalogue is catalogue()
        assert home.household.clock is home.clock


TWIN = replace(READY, id="twin", name="Ben", colour=Colour.SEA)


def twins(*sessions: SessionRecord) -> Home:
    home = Home(*sessions)
    home.babies.save(TWIN)
    for said in said_no():
        home.said.say(replace(said, id=f"twin {said.id}", baby_id=TWIN.id))
    return home


def test_it_is_the_first_babys_turn_until_the_parent_turns_to_another() -> None:
    home = twins()
    assert (home.household.baby, home.household.babies) == (READY, (READY, TWIN))

    home.household.switch(TWIN.id)
    home.begin_anew()
    assert home.household.baby == TWIN

    home.settings.kept = replace(home.settings.kept, baby="somebody of long ago")
    home.begin_anew()
    assert home.household.baby == READY


def test_each_twin_has_a_day_of_its_own_one_after_the_other() -> None:
    home = twins(massage(TODAY, hour=5))
    assert home.barrier() == "done-today"

    home.household.switch(TWIN.id)
    assert home.household.sessions() == ()
    assert home.barrier() is None
    home.begin()
    home.go(5)

    assert [session.baby_id for session in home.log.sessions(TWIN.id)] == [TWIN.id]
    with pytest.raises(ValueError, match="refused"):
        home.household.switch(READY.id)


def test_nobody_turns_to_a_baby_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="refused"):
        twins().household.switch("nobody")


def test_what_was_cut_off_long_ago_is_kept_for_every_twin() -> None:
    long_ago = massage(TODAY - timedelta(days=2), ending=None)
    home = twins(*(replace(long_ago, id=who, baby_id=who) for who in (BABY, TWIN.id)))

    home.household.settle_leftovers()

    assert [home.log.session(who).ending for who in (BABY, TWIN.id)] == [Ending.CALLED_AWAY] * 2


def test_the_longest_session_is_kept_with_its_day_for_every_twin() -> None:
    home = twins()
    choices = replace(home.household.settings.choices, longest_minutes=20)

    home.household.change(replace(home.household.settings, choices=choices))

    for who in (BABY, TWIN.id):
        assert [said.note for said in home.said.sayings(who) if (said.subject, said.answer) == LONGEST] == ["20"]
