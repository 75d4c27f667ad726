"""The backups as a family chooses among them: when, how many massages, how many minutes; and going back to one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from babymassage_gui.core.backups import BackupFacts
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import as_utc
from babymassage_gui.storage import backup
from babymassage_gui.storage.connection import connect_to_backup
from babymassage_gui.storage.faults import FILE_ERRORS, foreseen
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.schema import MIGRATIONS, upgrade, version_of

_FACTS = """
SELECT count(*), coalesce(sum(active_seconds), 0) / 60
FROM session WHERE deleted_at IS NULL AND ended_at IS NOT NULL AND kind = 'massage' AND active_seconds > 0"""


class BackupShelf:
    """Fits the port BackupStore, beside an open log. `local_time` gives the aware wall clock, for stamps."""

    def __init__(self, log: SqliteLog, local_time: Callable[[], datetime]) -> None:
        self._log = log
        self._local_time = local_time

    @property
    def folder(self) -> Path:
        """Where the backups lie."""
        return self._log.path.parent / backup.FOLDER

    def backups(self) -> tuple[BackupFacts, ...]:
        """What can be gone back to, the newest first; one that cannot be read is none."""
        found = (_facts(one) for one in backup.backups(self.folder, as_utc(self._local_time())))
        return tuple(facts for facts in found if facts is not None)

    def restore(self, taken_at: datetime) -> Path:
        """Let the log hold what the backup of that instant holds; where the log as it was until now lies.

        The present state is backed up first. The pages are copied in one transaction: a power cut leaves the one or
        the other. An older backup is led to this version.

        Raises:
            Expected: BACKUP_UNREADABLE, there is no such backup or it is damaged; BACKUP_NOT_MADE, LOG_DAMAGED,
                LOG_LOCKED or LOG_NOT_WRITTEN. The log is as it was.
        """
        now = as_utc(self._local_time())
        chosen = next((one for one in backup.backups(self.folder, now) if one.taken_at == taken_at), None)
        if chosen is None or not backup.is_good(chosen.path):
            raise Expected(Fault.BACKUP_UNREADABLE, path=str(self.folder if chosen is None else chosen.path))
        connection = self._log.connection
        # The copy below would wait for another program without end.
        with foreseen(self._log.path, Fault.LOG_NOT_WRITTEN):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        # Opened first: what the present state's backup makes superfluous is removed, and it may be this one.
        with closing(connect_to_backup(chosen.path)) as source:
            kept = backup.make_backup(connection, self.folder, now)
            with foreseen(self._log.path, Fault.LOG_NOT_WRITTEN):
                source.backup(connection)
                if version_of(connection) < len(MIGRATIONS):
                    upgrade(connection)
        self._log.was_replaced()
        return kept


def _facts(one: backup.Backup) -> BackupFacts | None:
    try:
        with closing(connect_to_backup(one.path)) as connection:
            massages, minutes = connection.execute(_FACTS).fetchone()
            return BackupFacts(one.taken_at, int(massages), float(minutes))
    except (*FILE_ERRORS, TypeError, ValueError):
        return None
