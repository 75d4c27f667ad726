"""Today: the length with its reason, the parts of a day, a ten-day plan, and what a parent may say about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.growth import Reason, Target
from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.settings import Settings, Skin
from babymassage_gui.core.today import Today
from babymassage_gui.gui.length_words import LengthWords
from babymassage_gui.gui.pages.home import HomePage, HomeView
from babymassage_gui.gui.pages.home_cards import Link, link_of
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.theme import Theme, ThemeName
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.fakes.clock import MORNING
from tests.fakes.content import catalogue
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage

LONGEST_NAME = replace(READY, name="Maximiliane-Alexandra", born=TODAY - timedelta(days=140),
                       due=TODAY - timedelta(days=84))  # fmt: skip


def calm(days: int, minutes: float = 3, hour: int = 10) -> SessionRecord:
    return massage(TODAY - timedelta(days=days), minutes, hour=hour)


def early(days: int, minutes: float = 2) -> SessionRecord:
    return massage(TODAY - timedelta(days=days), minutes, mood=Mood.CRIED, ending=Ending.EARLY, planned=240)


GROWN = tuple(calm(7 - day, 3 + day // 2) for day in range(4))
STOPPED = (early(2), early(1))


def said(home: Home, *sayings: tuple[str, str, str]) -> Home:
    for subject, answer, note in sayings:
        home.household.answers.say(READY, subject, answer, note=note)
    return home


def ten_days(days_ago: int, *sessions: SessionRecord) -> Home:
    home, at = Home(*sessions), MORNING - timedelta(days=days_ago, hours=1)
    home.household.answers.say(READY, "ten-days", "general-massage", at=at - timedelta(hours=1))
    home.household.answers.say(READY, "ten-days", "begun", at=at, note="everyday")
    return home


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[HomePage]:
    figure = SessionFigure(Theme(), Settings(), load_figures().book, catalogue().no_go)
    made = HomePage(Theme(), figure)
    qtbot.addWidget(made)
    made.setGeometry(0, 0, 1176, 800)
    made.show()
    yield made
    made.hide()


def show(page: HomePage, home: Home, wish: int | None = None) -> Today:
    today = home.household.today(wish)
    page.show_home(HomeView(today, home.clock.local_time(), "", Skin.PORCELAIN))
    return today


class TestTheLength:
    @pytest.mark.parametrize(
        ("home", "number", "reason"),
        [
            (Home(), "3", "The first ones are short: 3 minutes."),
            (Home(calm(2), calm(1)), "4", "Two calm sessions: today 4 minutes."),
            (Home(calm(1)), "3", "One more calm one: then 4 minutes."),
            (Home(*GROWN, early(1, 3)), "4", "It ended early: today 4 minutes."),
            (said(Home(*GROWN), ("target", "hold", "")), "5", "Held at 5 minutes, as you asked."),
            (said(Home(*GROWN), ("target", "lower", "3")), "3", "Less, as you asked: today 3 minutes."),
            (Home(early(3), early(2), early(1)), "1", "Three quiet days: only hands resting."),
        ],
    )
    def test_it_is_said_with_its_number(self, page: HomePage, home: Home, number: str, reason: str) -> None:
        show(page, home)
        assert page.plan.number.text() == number
        assert page.plan.reason.accessibleName() == reason

    def test_a_routine_with_fewer_moves_says_how_long_it_takes(self, page: HomePage) -> None:
        home = Home(*(calm(14 - day, 3 + day // 2) for day in range(14)))
        home.household.change(Settings(routine="first-strokes"))
        show(page, home)
        assert page.plan.number.text() == "6"
        assert page.plan.reason.accessibleName() == "All of its moves take 6 minutes."

    def test_less_just_this_once_is_called_so(self, page: HomePage) -> None:
        show(page, Home(*GROWN), wish=4)
        assert page.plan.reason.accessibleName() == "Just this once: 4 of 5 minutes."

    @pytest.mark.parametrize("reason", list(Reason))
    @pytest.mark.parametrize("parts", [1, 3])
    def test_every_reason_has_a_sentence_of_its_own_of_at_most_fifty_letters(self, reason: Reason, parts: int) -> None:
        home = Home()
        today = replace(home.household.today(), target=Target(15, reason, parts=parts), part=None)
        words = LengthWords()
        assert 10 < len(words.reason(today)) <= 50
        assert words.why(today)

    def test_minus_is_a_minute_less_than_shown_and_plus_gives_all_of_it_back(
        self, page: HomePage, qtbot: QtBot
    ) -> None:
        show(page, Home(*GROWN), wish=4)
        for button, wished in ((page.plan.less, 3), (page.plan.more, 5)):
            with qtbot.waitSignal(page.minutes_wished) as heard:
                button.click()
            assert heard.args == [wished]

    def test_where_the_moves_do_not_fill_the_time_plus_gives_all_of_it(self, page: HomePage, qtbot: QtBot) -> None:
        home = Home(*(calm(14 - day, 3 + day // 2) for day in range(14)))
        home.household.change(Settings(routine="first-strokes"))
        show(page, home, wish=8)
        with qtbot.waitSignal(page.minutes_wished) as heard:
            page.plan.more.click()
        assert heard.args == [10]


class TestPartsOfADay:
    def test_after_the_second_early_end_the_offer_stands_in_the_place_of_the_week(self, page: HomePage) -> None:
        show(page, Home(early(1)))
        assert (page.split_card.isVisible(), page.week.isVisible()) == (False, True)
        show(page, Home(*STOPPED))
        assert (page.split_card.isVisible(), page.week.isVisible()) == (True, False)
        assert page.split_card.title.text() == "Two short parts a day?"
        assert page.split_card.told.text() == "The baby stopped early twice. Parts of 2 minutes, two hours apart."

    @pytest.mark.parametrize("wanted", [True, False])
    def test_yes_and_no_are_sent(self, page: HomePage, qtbot: QtBot, wanted: bool) -> None:
        show(page, Home(*STOPPED))
        with qtbot.waitSignal(page.split) as heard:
            (page.split_card.yes if wanted else page.split_card.no).click()
        assert heard.args == [wanted]

    def test_the_card_names_the_part_and_the_whole_day(self, page: HomePage) -> None:
        show(page, said(Home(*STOPPED), ("split", "yes", "")))
        assert page.plan.number.text() == "2"
        assert page.plan.part.text() == "Part 1 of 2, 3 minutes in all"
        assert page.plan.reason.accessibleName() == "In 2 parts today: 3 minutes in all."

    def test_the_parts_of_a_day_are_one_in_the_week(self, page: HomePage) -> None:
        show(page, Home(calm(0, 2, hour=3), calm(0, 3, hour=5)))
        assert page.week.how.text() == "5 minutes, calm"


class TestTheTenDayPlan:
    def test_the_card_names_its_day(self, page: HomePage) -> None:
        show(page, ten_days(2, calm(2), calm(1)))
        assert page.plan.part.text() == "Day 3 of 10"

    def test_a_part_of_its_day_is_named_too(self, page: HomePage) -> None:
        show(page, said(ten_days(2, *STOPPED), ("split", "yes", "")))
        assert page.plan.part.text() == "Day 3 of 10, part 1 of 2"

    def test_without_a_plan_there_is_no_such_line(self, page: HomePage) -> None:
        show(page, Home())
        assert not page.plan.part.isVisible()

    def test_after_three_missed_days_the_doctor_is_suggested(self, page: HomePage) -> None:
        show(page, ten_days(4, calm(4)))
        assert page.plan.reason.accessibleName() == "3 days missed. Ask the doctor: start again?"
        page.plan.why.click()
        assert "ask the doctor who sent you" in page.why_leaf.body.text()


class TestWhy:
    def test_it_tells_the_rule_and_what_it_rests_on(self, page: HomePage) -> None:
        show(page, Home(calm(2), calm(1)))
        page.plan.why.click()
        assert page.why_leaf.isVisible()
        assert page.why_leaf.title.text() == "Two calm sessions: today 4 minutes."
        assert "After two calm, finished sessions" in page.why_leaf.body.text()
        assert "What we read" in page.why_leaf.body.text()

    def test_it_stays_at_this_length_or_grows_again(self, page: HomePage, qtbot: QtBot) -> None:
        home = Home(*GROWN)
        for text, hold in (("Stay at 5 minutes", True), ("Grow again", False)):
            show(page, home)
            page.plan.why.click()
            assert page.why_leaf.hold.text() == text
            with qtbot.waitSignal(page.held) as heard:
                page.why_leaf.hold.click()
            assert heard.args == [hold]
            said(home, ("target", "hold", ""))

    def test_less_from_now_on_is_one_minute_and_can_be_taken_back(self, page: HomePage, qtbot: QtBot) -> None:
        home = Home(*GROWN)
        show(page, home)
        page.plan.why.click()
        with qtbot.waitSignal(page.lowered) as heard:
            page.why_leaf.less.click()
        assert heard.args == [4]
        show(page, said(home, ("target", "lower", "4")))
        page.plan.why.click()
        assert page.why_leaf.less.text() == "As long as before"
        with qtbot.waitSignal(page.as_before):
            page.why_leaf.less.click()

    def test_it_never_offers_less_than_three(self, page: HomePage) -> None:
        show(page, Home())
        page.plan.why.click()
        assert not page.why_leaf.less.isVisible()

    def test_a_limit_of_the_routine_is_not_one_of_the_length(self, page: HomePage) -> None:
        home = Home(*(calm(14 - day, 3 + day // 2) for day in range(14)))
        home.household.change(Settings(routine="mini"))
        show(page, home)
        page.plan.why.click()
        assert not page.why_leaf.less.isVisible()
        assert not page.why_leaf.hold.isVisible()

    @pytest.mark.parametrize(
        ("answers", "text", "wanted"),
        [
            ((), "In two short parts", True),
            (("yes",), "In one piece again", False),
            (("no",), "In two short parts", True),
        ],
    )
    def test_a_day_is_parted_joined_and_parted_after_a_no(
        self, page: HomePage, qtbot: QtBot, answers: tuple[str, ...], text: str, wanted: bool
    ) -> None:
        show(page, said(Home(*STOPPED), *(("split", answer, "") for answer in answers)))
        page.plan.why.click()
        assert page.why_leaf.parts.text() == text
        with qtbot.waitSignal(page.split) as heard:
            page.why_leaf.parts.click()
        assert heard.args == [wanted]

    def test_escape_and_close_shut_it(self, page: HomePage) -> None:
        show(page, Home())
        page.plan.why.click()
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert not page.why_leaf.isVisible()
        page.plan.why.click()
        page.why_leaf.close_button.click()
        assert not page.why_leaf.isVisible()


class TestWhereItLeads:
    def test_change_asks_for_the_list(self, page: HomePage, qtbot: QtBot) -> None:
        show(page, Home())
        with qtbot.waitSignal(page.change_wanted):
            page.plan.change.click()

    def test_too_young_for_any_the_list_can_still_be_read(self, page: HomePage) -> None:
        show(page, Home(baby=replace(READY, born=TODAY - timedelta(days=12))))
        assert page.plan.change.text() == "See all"

    def test_a_closed_one_leads_to_those_that_are_open(self, page: HomePage, qtbot: QtBot) -> None:
        home = Home(baby=replace(READY, born=TODAY - timedelta(days=150)))
        home.household.change(Settings(routine="strong-4m"))
        home.clock.set_wall_clock(MORNING.replace(hour=18))
        assert link_of(show(page, home)) is Link.OTHERS
        with qtbot.waitSignal(page.change_wanted):
            page.plan.help.click()

    def test_where_nothing_is_open_only_why_can_be_asked(self, page: HomePage) -> None:
        home = Home(calm(0, 3, hour=7))
        assert link_of(show(page, home)) is Link.NOWHERE
        assert not page.plan.help.isVisible()
        assert page.plan.why.isVisible()

    def test_what_settings_answer_leads_there(self, page: HomePage, qtbot: QtBot) -> None:
        assert link_of(show(page, Home(baby=replace(READY, doctor_yes_on=None)))) is Link.ANSWER
        with qtbot.waitSignal(page.settings_wanted):
            page.plan.help.click()


HOMES = {
    "first": Home(baby=LONGEST_NAME),
    "offered": Home(*STOPPED, baby=LONGEST_NAME),
    "parted": said(Home(*STOPPED, baby=LONGEST_NAME), ("split", "yes", "")),
    "ten days": ten_days(6, calm(6)),
}


@pytest.mark.parametrize("size", [(1176, 800), (824, 600), (800, 1192), (724, 480)])
@pytest.mark.parametrize("which", HOMES)
def test_every_word_fits(page: HomePage, which: str, size: tuple[int, int]) -> None:
    page.setGeometry(0, 0, *size)
    apply_theme(page, Theme().scaled_to(*size))
    show(page, HOMES[which])
    page.plan.why.click()
    for label in page.findChildren(TextLabel):
        if label.isVisible() and label.text():
            assert label.block().fits, f"{label.text()} in {label.width()}x{label.height()}"


def test_the_baby_wears_the_look_of_the_window(page: HomePage) -> None:
    show(page, Home())

    def brightness() -> int:
        middle = page.map.grab().toImage().pixelColor(page.map.width() // 2, page.map.height() // 4)
        return middle.lightness()

    light = brightness()
    apply_theme(page, Theme(ThemeName.NIGHT))
    assert brightness() < light - 60


def test_every_button_says_what_it_does(page: HomePage) -> None:
    show(page, Home(*STOPPED))
    page.plan.why.click()
    buttons = [b for b in page.findChildren(QWidget) if b.isVisible() and b.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert all(button.accessibleName() for button in buttons)
    assert {"Yes, in short parts", "No, in one piece"} <= {button.accessibleName() for button in buttons}
