"""Sessions added, corrected and deleted by hand: each has its way back, and every rule sees what holds."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from babymassage_gui.core.by_hand import Entry, entry_of
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.exchange import Why
from babymassage_gui.core.history import Mood
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage

YESTERDAY = TODAY - timedelta(days=1)


def at(home: Home, hours_ago: float, minutes: int = 5, mood: Mood = Mood.CALM) -> Entry:
    return Entry(home.clock.local_time() - timedelta(hours=hours_ago), minutes, "everyday", mood)


def target(home: Home) -> int:
    return home.household.today().target.minutes


def test_what_is_written_down_is_in_the_log_and_can_be_taken_back() -> None:
    home = Home()
    added = home.household.diary.add(READY, at(home, 30))
    assert [session.id for session in home.household.sessions()] == [added]

    home.household.diary.undo(added)
    assert home.household.sessions() == ()

    home.household.diary.undo(added)
    assert [session.id for session in home.household.sessions()] == [added]


def test_an_entry_that_cannot_be_is_refused_with_the_reason_and_changes_nothing() -> None:
    home = Home(massage(YESTERDAY))
    (session,) = home.household.sessions()
    overlap = entry_of(session)

    for change in (
        lambda: home.household.diary.add(READY, overlap),
        lambda: home.household.diary.add(READY, at(home, -1)),
    ):
        with pytest.raises(Expected) as caught:
            change()
        assert caught.value.fault is Fault.ENTRY_REFUSED
    assert caught.value.details == {"slip": "in-future", "other": ""}
    assert home.household.sessions() == (session,)
    # A session does not overlap itself.
    home.household.diary.correct(READY, session.id, overlap)


def test_a_correction_can_be_undone_and_done_again() -> None:
    home = Home(massage(YESTERDAY, mood=Mood.CALM))
    diary, (before,) = home.household.diary, home.household.sessions()
    corrected = Entry(entry_of(before).start, 3, "everyday", Mood.CRIED, "cried after all")

    diary.correct(READY, before.id, corrected)
    assert diary.session(before.id).note == "cried after all"
    assert [version.why for version in diary.versions(before.id)] == [Why.CORRECTED]

    diary.undo(before.id)
    assert diary.session(before.id).mood is Mood.CALM
    diary.undo(before.id)
    assert diary.session(before.id).mood is Mood.CRIED


def test_a_corrected_answer_corrects_every_length_after_it() -> None:
    home = Home(*(massage(TODAY - timedelta(days=days)) for days in (3, 2)))
    first = home.household.sessions()[0]
    assert target(home) == 4

    home.household.diary.correct(READY, first.id, Entry(entry_of(first).start, 3, "everyday", Mood.UNSETTLED))
    assert target(home) == 3

    home.household.diary.undo(first.id)
    assert target(home) == 4
    home.household.diary.remove(first.id)
    assert target(home) == 3


def test_a_session_written_down_for_today_is_the_one_of_the_day() -> None:
    home = Home()
    added = home.household.diary.add(READY, at(home, 3))
    assert home.barrier() == "done-today"

    home.household.diary.remove(added)
    # It was never there, so nothing touched the skin.
    assert home.barrier() is None


def test_a_played_session_that_is_deleted_still_touched_the_skin() -> None:
    home = Home().cut_off(100)
    played = home.found().session
    home.household.keep(played)

    home.household.diary.remove(played.id)

    assert home.household.sessions() == ()
    assert home.barrier() == "done-today"


def test_a_session_that_runs_or_is_unknown_is_not_changed() -> None:
    home = Home().cut_off()
    (session,) = home.household.sessions()

    with pytest.raises(KeyError):
        home.household.diary.remove(session.id)
    with pytest.raises(KeyError):
        home.household.diary.undo("nobody")


def test_a_routine_that_is_no_longer_taught_does_not_keep_a_session_from_being_corrected() -> None:
    home = Home(massage(YESTERDAY, routine="of-last-year"))
    (session,) = home.household.sessions()

    home.household.diary.correct(READY, session.id, entry_of(session))

    with pytest.raises(Expected):
        home.household.diary.add(READY, Entry(datetime.now().astimezone(), 5, "of-last-year"))
