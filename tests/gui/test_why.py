"""Every rule can be asked why: a press names the facts, the next one opens the library there, and back leads back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.chooser import ChooserPage
from babymassage_gui.gui.pages.health import HealthPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.library import LibraryPage
from babymassage_gui.gui.pages.library_view import Kind
from tests.fakes.clock import FakeClock
from tests.gui.check_in_visit import at_the_check_in, page_of, press_row
from tests.gui.parent import Parent


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Iterator[Parent]:
    made = Parent(qtbot, tmp_path, FakeClock())
    yield made
    if made.window is not None:
        made.window.close()


def reads(parent: Parent, kind: Kind, key: str, *facts: str) -> LibraryPage:
    """The library is open at one thing, which names these facts."""
    page = parent.expects(LibraryPage)
    assert page.detail.leaf is not None
    assert (page.detail.leaf.row.kind, page.detail.leaf.row.key) == (kind, key)
    assert {line.id for line in page.detail.leaf.facts} >= set(facts)
    return page


def opens_today(parent: Parent) -> HomePage:
    parent.opens()
    parent.clock.pass_time(1)
    return parent.expects(HomePage)


def test_why_so_long_leads_to_the_rule_of_growth_and_back_to_today(parent: Parent) -> None:
    parent.knows_baby()
    home = opens_today(parent)
    parent.presses(home.plan.why)
    (link,) = home.why_leaf.links
    assert link.text() == "Read: DUR-01, DUR-02, DUR-03, EXT-25, C-07"
    parent.presses(link)
    page = reads(parent, Kind.RULE, "length-first", "DUR-01", "DUR-02", "DUR-03", "C-07", "EXT-25")
    parent.presses(page.back)
    assert parent.expects(HomePage).why_leaf.isHidden()


def test_why_not_now_tells_the_rule_and_leads_to_it(parent: Parent) -> None:
    parent.knows_baby()
    parent.opens()
    parent.starts()
    parent.lives(lambda: not parent.house.runner.running)
    assert parent.window is not None
    parent.window.show_today()
    home = parent.expects(HomePage)
    assert parent.focused() is home.plan.why
    parent.strikes(Qt.Key.Key_Return)
    assert home.why_leaf.body.text() == parent.house.library().reference.rules["rule-once-a-day"].text
    assert not home.why_leaf.hold.isVisible()
    parent.presses(home.why_leaf.links[0])
    page = reads(parent, Kind.RULE, "rule-once-a-day", "DUR-20", "C-28")
    page.setFocus()
    parent.strikes(Qt.Key.Key_Escape)
    parent.expects(HomePage)


@pytest.mark.parametrize(
    ("routine", "kind", "key", "fact"),
    [
        ("moves", Kind.RULE, "rule-ages", "EXT-12"),
        ("moves", Kind.ROUTINE, "moves", "EXT-20"),
        ("tear-duct", Kind.CONTRADICTION, "C-27", ""),
    ],
)
def test_a_closed_massage_can_be_asked_why(parent: Parent, routine: str, kind: Kind, key: str, fact: str) -> None:
    parent.knows_baby()
    parent.presses(opens_today(parent).plan.change)
    chooser = parent.expects(ChooserPage)
    row = next(row for row in chooser.closed_rows if row.choice.routine.id == routine)
    chooser.view.ensureWidgetVisible(row)
    parent.presses(row.ask)
    assert chooser.reasons is not None
    assert chooser.reasons.isVisible()
    buttons = chooser.reasons.paper.buttons
    parent.presses(next(button for button in buttons if button.fact_id == (fact or key)))
    page = reads(parent, kind, key, *([fact] if fact else []))
    parent.presses(page.back)
    assert not parent.expects(ChooserPage).reasons.isVisible()  # type: ignore[union-attr]


def test_escape_closes_the_reasons_and_not_the_list(parent: Parent) -> None:
    parent.knows_baby()
    parent.presses(opens_today(parent).plan.change)
    chooser = parent.expects(ChooserPage)
    parent.presses(chooser.closed_rows[0].ask)
    parent.strikes(Qt.Key.Key_Escape)
    assert chooser.reasons is not None
    assert not chooser.reasons.isVisible()
    parent.expects(ChooserPage)


def test_a_verdict_of_the_check_in_can_be_asked_why_and_keeps_its_answers(parent: Parent) -> None:
    at_the_check_in(parent)
    assert page_of(parent).bar.why.isHidden()
    press_row(parent, "T-05", "when:0", "site:leg")
    check_in = page_of(parent)
    parent.presses(check_in.bar.why)
    assert [button.fact_id for button in check_in.sheet.paper.buttons] == ["EXT-03", "CON-23", "C-44"]
    parent.presses(check_in.sheet.paper.buttons[0])
    page = reads(parent, Kind.CHECK, "T-05", "EXT-03", "CON-23", "C-44")
    assert "48 hours" in page.detail.leaf.lead  # type: ignore[union-attr]
    parent.presses(page.back)
    back = parent.expects(CheckInPage)
    assert back.bar.view.title == "Not today"
    assert back.rows.box.row_of("T-05").row.told == "Today"  # type: ignore[union-attr]


def test_a_wait_goes_on_counting_after_the_library(parent: Parent) -> None:
    at_the_check_in(parent)
    page = page_of(parent)
    parent.presses(page.feed.chips[0])
    assert page.bar.view.title == "Wait 45 minutes, then go"
    parent.presses(page.bar.why)
    parent.presses(page.sheet.paper.buttons[0])
    parent.clock.pass_time(600)
    parent.presses(parent.expects(LibraryPage).back)
    assert parent.expects(CheckInPage).bar.view.title == "Wait 35 minutes, then go"


def test_a_standing_question_leads_to_its_facts_and_back(parent: Parent) -> None:
    parent.knows_baby(healthy=False)
    parent.presses(opens_today(parent).start_button)
    page = parent.expects(HealthPage)
    page.why.emit("N-05")
    parent.presses(page.sheet.paper.buttons[0])
    library = reads(parent, Kind.CHECK, "N-05", "CON-07", "C-41")
    parent.presses(library.back)
    parent.expects(HealthPage)


def test_the_way_back_is_only_there_for_who_came_to_read(parent: Parent) -> None:
    parent.knows_baby()
    home = opens_today(parent)
    parent.presses(home.plan.why)
    parent.presses(home.why_leaf.links[0])
    assert parent.expects(LibraryPage).back.isVisible()
    assert parent.window is not None
    parent.presses(parent.window.rail.buttons()[2])
    assert not parent.expects(LibraryPage).back.isVisible()


def test_under_twenty_days_today_says_why(parent: Parent) -> None:
    parent.knows_baby(age_days=12)
    home = opens_today(parent)
    parent.presses(home.plan.why)
    parent.presses(home.why_leaf.links[0])
    page = reads(parent, Kind.CHECK, "N-02", "AGE-05", "C-01")
    parent.presses(page.back)
    parent.expects(HomePage)
