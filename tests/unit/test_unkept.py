"""A dry run asks and hears like the real thing, and leaves nothing behind."""

from __future__ import annotations

from babymassage_gui.core.said import Said
from babymassage_gui.services.unkept import UnkeptSaid
from tests.fakes.clock import MORNING
from tests.fakes.home import READY, Home
from tests.fakes.records import BABY
from tests.fakes.said import word
from tests.fakes.stores import FakeSaid

DAY = MORNING.date()
KEPT = word(DAY, "N-05", "no")
NEW = word(DAY, "T-03", "yes", hour=9)


def ids(said: tuple[Said, ...]) -> list[str]:
    return [one.id for one in said]


def test_what_is_said_holds_beside_what_is_kept_and_is_not_kept() -> None:
    store = FakeSaid(KEPT)
    unkept = UnkeptSaid(store)
    unkept.say(NEW)
    assert ids(unkept.sayings(BABY)) == [KEPT.id, NEW.id]
    assert ids(store.sayings(BABY)) == [KEPT.id]
    assert unkept.sayings("another") == ()


def test_what_is_taken_back_stays_in_the_log() -> None:
    store = FakeSaid(KEPT)
    unkept = UnkeptSaid(store)
    unkept.say(NEW)
    unkept.unsay(KEPT.id)
    unkept.unsay(NEW.id)
    assert unkept.sayings(BABY) == ()
    assert ids(store.sayings(BABY)) == [KEPT.id]


def test_a_feed_said_in_a_dry_run_closes_nothing_in_earnest() -> None:
    home = Home(speed=20.0)
    home.household.answers.say(READY, "W-01", "fed")
    assert home.barrier() == "answer"
    home.begin_anew(speed=1.0)
    assert home.barrier() is None
