"""Settings, room "Care": a vaccine, a feed and sore skin can be entered and taken back there; nothing in the future."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.judgement import Visit as Asked
from babymassage_gui.gui.pages.care_view import Saying
from babymassage_gui.gui.pages.settings_care import CareRoom
from babymassage_gui.gui.pages.settings_entries import MOST_VACCINES, EntriesCard
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent
from tests.gui.settings_visit import MILA, NOW, SIZES, Visit, cut_off, told


def entries(visit: Visit) -> EntriesCard:
    visit.page.open_room(visit.page.care)
    room = visit.page.care.room
    assert isinstance(room, CareRoom)
    return room.entries


@pytest.mark.parametrize(
    ("days", "site", "at"),
    [
        (0, "leg", NOW),
        (1, "arm", datetime(2026, 11, 21, 18, 0, tzinfo=UTC)),
        (10, "leg", datetime(2026, 11, 12, 18, 0, tzinfo=UTC)),
    ],
)
def test_a_vaccine_has_its_day_and_its_place(qtbot: QtBot, days: int, site: str, at: datetime) -> None:
    visit = Visit(qtbot)
    card = entries(visit)
    card.day.step(-days)
    visit.press(card.sites[site])
    assert visit.sent == [Saying("T-05", "yes", note=site, at=at)]


@pytest.mark.parametrize(("steps", "minutes"), [(0, 0), (3, 45), (6, 90)])
def test_a_feed_has_its_time(qtbot: QtBot, steps: int, minutes: int) -> None:
    visit = Visit(qtbot)
    card = entries(visit)
    for _ in range(steps):
        card.since.step(-1)
    visit.press(card.feed)
    assert visit.sent == [Saying("W-01", "fed", at=NOW - timedelta(minutes=minutes))]


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "Just now"), (-45, "11:15, 45 minutes"), (-90, "10:30, 1 h 30 min")]
)
def test_the_time_of_a_feed_is_told_by_the_clock(qtbot: QtBot, minutes: int, words: str) -> None:
    card = entries(Visit(qtbot))
    card.since.set_value(minutes)
    assert card.since.accessibleName() == f"Time since the feed: {words}"


def test_nothing_can_be_entered_ahead_or_before_the_birth(qtbot: QtBot) -> None:
    card = entries(Visit(qtbot, baby=replace(MILA, born=date(2026, 11, 1))))
    for stepper in (card.day, card.since):
        stepper.step(1)
        assert stepper.value() == 0
    card.day.set_value(-500)
    assert card.day.value() == -21


def test_sore_skin_names_its_part_and_the_same_press_takes_it_back(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    card = entries(visit)
    visit.press(card.sore["tummy"])
    assert visit.sent == [Saying("T-04", "yes", note="tummy")]
    assert card.sore["tummy"].isChecked()
    visit.press(card.sore["tummy"])
    assert visit.said == ()
    assert not card.sore["tummy"].isChecked()


def test_each_entry_stands_in_a_list_and_is_taken_back_there(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    card = entries(visit)
    assert card.entered.sentence.text() == "Nothing of late."
    visit.press(card.sites["leg"], card.feed, card.sore["legs"])
    names = [back.accessibleName() for back in card.backs]
    assert names == ["Vaccine in the leg: take it back", "Feed: take it back", "Sore skin: Legs: take it back"]
    for _ in names:
        visit.press(card.backs[0])
    assert visit.said == ()
    assert card.entered.sentence.isVisible()
    assert visit.page.undo_button.isHidden()


def test_only_the_last_vaccines_are_listed(qtbot: QtBot) -> None:
    visit = Visit(qtbot, *(told("T-05", "yes", day, note="leg") for day in range(2, 9)))
    assert len(entries(visit).backs) == MOST_VACCINES


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_word_fits(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    visit = Visit(qtbot)
    card = entries(visit)
    visit.press(card.sites["leg"], card.feed, card.sore["legs"])
    assert cut_off(visit.page, visit.page.care.room, size, scale) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_with_all_pictures_open_nothing_sticks_out(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    visit = Visit(qtbot)
    card = entries(visit)
    room = visit.page.care.room
    assert isinstance(room, CareRoom)
    for folded in (card.site_map, card.sore_map, room.marks.map):
        folded.open.click()
        assert folded.body.buttons
    assert cut_off(visit.page, room, size, scale) == []


class TestInTheWindow:
    @pytest.fixture
    def parent(self, qtbot: QtBot, tmp_path: Path) -> Parent:
        made = Parent(qtbot, tmp_path, FakeClock())
        made.knows_baby()
        made.opens()
        made.clock.pass_time(1)
        return made

    def card(self, parent: Parent) -> EntriesCard:
        assert parent.window is not None
        parent.window.show_page(parent.window.rooms.care())
        room = parent.window.rooms.settings().care.room
        assert isinstance(room, CareRoom)
        return room.entries

    def verdict(self, parent: Parent) -> tuple[Verdict, str]:
        judged = parent.house.judge(Asked())
        return judged.verdict, "" if judged.standing is None else judged.standing.check.id

    def test_what_is_entered_counts_at_once_and_taken_back_no_more(self, parent: Parent) -> None:
        before = self.verdict(parent)
        card = self.card(parent)
        card.sites["leg"].click()
        assert self.verdict(parent) == (Verdict.NOT_TODAY, "T-05")
        refused = parent.house.today().refusal
        assert refused is not None
        assert refused.barrier is Barrier.ANSWER
        card.backs[0].click()
        card.feed.click()
        assert self.verdict(parent) == (Verdict.WAIT, "W-01")
        card.backs[0].click()
        card.sore["legs"].click()
        assert self.verdict(parent) == (Verdict.NOT_TODAY, "T-04")
        card.sore["legs"].click()
        assert self.verdict(parent) == before

    def test_a_clock_that_was_set_back_meanwhile_makes_no_future(self, parent: Parent) -> None:
        card = self.card(parent)
        parent.clock.set_wall_clock(parent.clock.local_time() - timedelta(hours=1))
        card.feed.click()
        fed = [one for one in parent.house.known().said if one.subject == "W-01"]
        assert [one.at <= parent.clock.local_time() for one in fed] == [True]
