"""Sessions written down, corrected and deleted by hand, each with the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from babymassage_gui.core.by_hand import Entry, Slipped, corrected, new_session, slip_of
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.ports import Clock, SessionLog
from babymassage_gui.core.profile import Baby

if TYPE_CHECKING:
    from babymassage_gui.core.exchange import Version


class Diary:
    """One family's sessions as a parent may change them. Every call is on disk when it returns.

    Raises:
        Expected: ENTRY_REFUSED with the slip, nothing was changed; or the log could not be read or written.
        KeyError: the session is unknown, or not over.
    """

    def __init__(self, catalogue: Catalogue, log: SessionLog, clock: Clock, new_id: Callable[[], str]) -> None:
        self._catalogue = catalogue
        self._log = log
        self._clock = clock
        self._new_id = new_id

    def slip(self, baby: Baby, entry: Entry, session_id: str = "") -> Slipped | None:
        """Why an entry cannot be, None if it can; `session_id` is the session that it would correct."""
        others = (session for session in self._log.sessions(baby.id) if session.id != session_id)
        routines = {routine.id for routine in self._catalogue.routines.values() if routine.with_baby}
        if session_id:
            # What was played stays what it was called, also where it is no longer taught.
            routines.add(self._log.session(session_id).routine_id)
        return slip_of(entry, baby, others, routines, self._clock.local_time())

    def add(self, baby: Baby, entry: Entry) -> str:
        """Write a session down; its id."""
        self._refuse(self.slip(baby, entry))
        session = new_session(entry, baby.id, self._new_id())
        self._log.begin(session)
        return session.id

    def correct(self, baby: Baby, session_id: str, entry: Entry) -> None:
        """Correct a session; the version of before can be put back."""
        self._refuse(self.slip(baby, entry, session_id))
        self._log.correct(corrected(self._log.session(session_id), entry))

    def remove(self, session_id: str) -> None:
        """Delete a session; it can be put back."""
        self._log.remove(session_id)

    def undo(self, session_id: str) -> None:
        """Take back the last change of a session: a correction, a deletion, or that it was written down."""
        versions = self._log.versions(session_id)
        if versions:
            self._log.put_back(versions[0].id)
        else:
            self._log.remove(session_id)

    def versions(self, session_id: str) -> Iterable[Version]:
        """What gave way of a session, newest first."""
        return self._log.versions(session_id)

    def session(self, session_id: str) -> SessionRecord:
        """A session as it holds. KeyError for one that is unknown or deleted."""
        return self._log.session(session_id)

    @staticmethod
    def _refuse(slipped: Slipped | None) -> None:
        if slipped is None:
            return
        start = "" if slipped.other is None else slipped.other.local_start.isoformat()
        raise Expected(Fault.ENTRY_REFUSED, slip=slipped.slip.value, other=start)
