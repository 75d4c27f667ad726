"""A parent at the check-in of the real window: what is pressed, what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from babymassage_gui.gui.check_in_desk import CheckInDesk
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES, Tone
from babymassage_gui.gui.pages.home import HomePage
from tests.gui.parent import Parent


def at_the_check_in(made: Parent, age_days: int = 90) -> Parent:
    made.knows_baby(age_days=age_days)
    made.opens()
    made.clock.pass_time(1)
    made.presses(made.expects(HomePage).start_button)
    return made


def page_of(parent: Parent) -> CheckInPage:
    return parent.expects(CheckInPage)


def desk_of(parent: Parent) -> CheckInDesk:
    assert parent.window is not None
    return parent.window.rooms.answer_desks().check_in


def press_row(parent: Parent, check_id: str, *keys: str) -> None:
    """A row, and the chips under it; a second passes with each press, as in life."""
    parent.clock.pass_time(1)
    parent.presses(page_of(parent).rows.box.row_of(check_id))
    for key in keys:
        parent.clock.pass_time(1)
        parent.presses(page_of(parent).rows.box.panels[check_id].chip(key))


def feed(parent: Parent, minutes: int) -> None:
    parent.clock.pass_time(1)
    parent.presses(page_of(parent).feed.chips[FEED_MINUTES.index(minutes)])


def planned(parent: Parent) -> set[str]:
    return {planned.step.id for planned in parent.house.today().plan.steps}


def shown_tone(parent: Parent) -> Tone:
    return page_of(parent).bar.view.tone


def look_again(parent: Parent, minutes: float) -> None:
    parent.clock.pass_time(minutes * 60)
    desk_of(parent).look.timeout.emit()


@contextmanager
def full_disk(parent: Parent) -> Iterator[None]:
    parent.opened.log.connection.execute("PRAGMA query_only = ON")
    yield
    parent.opened.log.connection.execute("PRAGMA query_only = OFF")
