"""An end that the log has refused so far: the family knows of it all the same."""

from __future__ import annotations

from dataclasses import replace

from babymassage_gui.core.history import SessionRecord
from babymassage_gui.services.manner import Ended


def as_known(kept: SessionRecord, ended: Ended) -> SessionRecord:
    """A row of the log with the end that it refused so far."""
    session = ended.session
    active = session.active_seconds(session.last_beat)
    return replace(
        kept, active_seconds=active, ending=session.ending, steps=session.records, last_seen_at=ended.at,
        ended_at=ended.at,
    )  # fmt: skip
