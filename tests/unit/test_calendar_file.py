"""A calendar has an event for each massage that holds, readable by any calendar program."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from icalendar import Calendar

from babymassage_gui.core.history import Kind
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.exchange import Format
from tests.fakes.full_log import Door, fill_log, opened, over
from tests.fakes.stored import NOON, some_id


def test_an_event_for_each_massage_that_holds(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        fill_log(log)
        log.begin(over("practice", NOON + timedelta(days=3), kind=Kind.PRACTICE))
        log.begin(over("old", NOON + timedelta(days=4), routine_id="of-last-year", note="ö" * 200))
        text = Door(log).exchange.export(Format.ICS, Settings(), "1.0")

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events = {str(event["uid"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
    assert set(events) == {some_id(name) for name in ("first", "second", "of Ben", "old")}
    first = events[some_id("first")]
    assert (first["dtstart"].dt, first["dtend"].dt) == (NOON, NOON + timedelta(minutes=3))
    assert str(first["summary"]) == "Ada: Everyday massage, 3 min"
    assert str(first["description"]) == '=1+1 "quoted", and\nmore'
    assert str(events[some_id("old")]["summary"]).startswith("Ada: of-last-year")
    assert "description" not in events[some_id("second")]
