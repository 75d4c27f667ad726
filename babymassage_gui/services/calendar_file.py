"""Sessions as a calendar that any calendar program reads (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from icalendar import Calendar, Event

from babymassage_gui.core.by_hand import over_at, shown_minutes
from babymassage_gui.core.exchange import Archive
from babymassage_gui.core.history import Kind, SessionRecord


def write(archive: Archive, at: datetime, title: Callable[[str], str]) -> str:
    """All massages that hold, each an event with the session's id, so that reading it in again doubles none.

    `at` is now (aware, UTC); `title` gives the name of a routine by its id.
    """
    names = {baby.what.id: baby.what.name for baby in archive.babies}
    calendar = Calendar()
    calendar.add("prodid", "-//babymassage-gui//EN")
    calendar.add("version", "2.0")
    for kept in archive.sessions:
        if kept.stamp.deleted_at is None and kept.what.ending is not None and kept.what.kind is Kind.MASSAGE:
            calendar.add_component(_event(kept.what, names.get(kept.what.baby_id, ""), at, title))
    return str(calendar.to_ical().decode())


def _event(session: SessionRecord, name: str, at: datetime, title: Callable[[str], str]) -> Event:
    event = Event()
    event.add("uid", session.id)
    event.add("dtstamp", at)
    event.add("dtstart", session.started_at)
    event.add("dtend", over_at(session))
    what = f"{title(session.routine_id)}, {shown_minutes(session)} min"
    event.add("summary", f"{name}: {what}" if name else what)
    if session.note:
        event.add("description", session.note)
    # A massage that is over keeps nobody from anything.
    event.add("transp", "TRANSPARENT")
    return event
