"""A page is asked for from outside: by a notification, a menu of the desktop, a second start, a command line."""

from __future__ import annotations

import pytest

from babymassage_gui.core.session_table import Phase
from babymassage_gui.services.control import Answer, Order, Place, Word, read_order, read_reply, write_order
from tests.unit.test_control import Wall


@pytest.mark.parametrize("place", Place)
def test_a_page_is_opened_beside_a_session_and_never_over_one(place: Place) -> None:
    order = write_order(Order(Word.OPEN, place=place))
    assert read_order(order) == Order(Word.OPEN, place=place)
    free = Wall()
    assert read_reply(free.remote.answer(order)).answer is Answer.DONE
    assert free.opened == [place]
    busy = Wall(Phase.STEP)
    assert read_reply(busy.remote.answer(order)).answer is Answer.SESSION_RUNS
    assert (busy.opened, busy.raised) == ([], 1)


def test_a_page_that_nobody_knows_is_not_opened() -> None:
    wall = Wall()
    for line in (b'{"version": 1, "word": "open"}\n', b'{"version": 1, "word": "open", "place": "attic"}\n'):
        assert read_reply(wall.remote.answer(line)).answer is Answer.UNREADABLE
    assert wall.opened == []
