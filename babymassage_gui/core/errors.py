"""The two kinds of error: an expected fault has an id, a way out and loses nothing; anything else is a bug."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """What may go wrong in an ordinary life; the words for each are in the front ends."""

    BIRTH_IN_FUTURE = "birth-in-future"
    DUE_BEFORE_BIRTH = "due-before-birth"
    DUE_TOO_LATE = "due-too-late"
    BAD_CONTENT = "bad-content"
    BAD_PROFILE = "bad-profile"
    PLAN_UNREADABLE = "plan-unreadable"
    LOG_NEWER = "log-newer"
    LOG_LOCKED = "log-locked"
    LOG_UNREADABLE = "log-unreadable"
    LOG_NOT_WRITTEN = "log-not-written"
    LOG_DAMAGED = "log-damaged"
    BACKUP_NOT_MADE = "backup-not-made"
    FOLDER_NOT_MADE = "folder-not-made"
    SETTINGS_NOT_WRITTEN = "settings-not-written"
    ENTRY_REFUSED = "entry-refused"
    IMPORT_UNREADABLE = "import-unreadable"
    IMPORT_REFUSED = "import-refused"
    EXPORT_NOT_WRITTEN = "export-not-written"
    BACKUP_UNREADABLE = "backup-unreadable"
    SHARE_REFUSED = "share-refused"
    SHARE_UNREACHED = "share-unreached"
    SHARE_NOT_WRITTEN = "share-not-written"
    FILE_NOT_WRITTEN = "file-not-written"


# As sysexits.h has them; both front ends end with these.
BAD_DATA, CANNOT_CREATE, IO_FAILED = 65, 73, 74
_EXIT_CODES = {
    Fault.BAD_CONTENT: BAD_DATA,
    Fault.BAD_PROFILE: BAD_DATA,
    Fault.BIRTH_IN_FUTURE: BAD_DATA,
    Fault.DUE_BEFORE_BIRTH: BAD_DATA,
    Fault.DUE_TOO_LATE: BAD_DATA,
    Fault.LOG_DAMAGED: BAD_DATA,
    Fault.ENTRY_REFUSED: BAD_DATA,
    Fault.IMPORT_REFUSED: BAD_DATA,
    Fault.BACKUP_UNREADABLE: BAD_DATA,
    Fault.SHARE_REFUSED: BAD_DATA,
    Fault.EXPORT_NOT_WRITTEN: CANNOT_CREATE,
    Fault.FOLDER_NOT_MADE: CANNOT_CREATE,
    Fault.FILE_NOT_WRITTEN: CANNOT_CREATE,
}


class Expected(Exception):  # noqa: N818 - "expected" is the kind, not the class of fault
    """A fault that the program foresees.

    `fault` names it; `details` holds what its sentence needs (paths, ids, limits), as text.
    """

    def __init__(self, fault: Fault, **details: str) -> None:
        super().__init__(fault.value, details)
        self.fault = fault
        self.details = details

    @property
    def exit_code(self) -> int:
        """With what a program ends that cannot go on because of this."""
        return _EXIT_CODES.get(self.fault, IO_FAILED)


class IllegalMove(Exception):  # noqa: N818 - the word of the table
    """A session was asked for something that its phase does not allow; nothing has changed."""
