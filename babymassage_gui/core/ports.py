"""What the services need of the outside world. Adapters and storage fit these; the composition root joins them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from babymassage_gui.core.history import Ending, Mood, SessionRecord, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.prompts import Chime
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.sound import Mute, Sound

if TYPE_CHECKING:
    from babymassage_gui.core.backups import BackupFacts
    from babymassage_gui.core.exchange import Archive, Version
    from babymassage_gui.core.merge import Merged
    from babymassage_gui.core.share_state import ShareState


class Clock(Protocol):
    """Instants that go on while the computer sleeps, so that a sleep shows as a gap."""

    @property
    def speed(self) -> float:
        """How many times faster than real time the instants pass; 1 outside a dry run."""

    def now(self) -> float:
        """Seconds since some fixed instant, never falling."""

    def local_time(self) -> datetime:
        """The family's wall clock, aware. Used for dates in the log, never for the time in a session."""


class SessionLog(Protocol):
    """The journal of sessions. Every call is on disk when it returns.

    Raises:
        Expected: the log could not be read or written; nothing is lost that was there before.
        KeyError: the session that a call is about is not running (any more).
    """

    def begin(self, session: SessionRecord) -> None:
        """Put a new, running session into the log."""

    def record_step(self, session_id: str, step: StepRecord, active_seconds: float, at: datetime) -> None:
        """Add a step of a running session, and the time in steps so far."""

    def progress(self, session_id: str, active_seconds: float, at: datetime) -> None:
        """Say how far a running session has come."""

    def finish(self, session_id: str, ending: Ending, active_seconds: float, at: datetime) -> None:
        """End a running session."""

    def wrap_up(self, session_id: str, mood: Mood, note: str) -> None:
        """Say how it was."""

    def discard(self, session_id: str) -> None:
        """Mark a session as deleted; it stays in the file."""

    def correct(self, session: SessionRecord) -> None:
        """Put another version in the place of an ended session; the one before stays among its versions."""

    def remove(self, session_id: str) -> None:
        """Mark an ended session as deleted, and keep it among its versions."""

    def put_back(self, version_id: str) -> None:
        """Let a version hold again; the one that held stays among the versions. KeyError for an unknown one."""

    def versions(self, session_id: str) -> tuple[Version, ...]:
        """What gave way of a session, newest first."""

    def session(self, session_id: str) -> SessionRecord:
        """One session with its steps. KeyError for an unknown or deleted id."""

    def sessions(self, baby_id: str) -> tuple[SessionRecord, ...]:
        """All sessions of a baby that are not deleted, oldest first, with their steps."""

    def discarded(self, baby_id: str) -> tuple[SessionRecord, ...]:
        """The played sessions of a baby that were marked as deleted, oldest first, with their steps.

        One that was entered by hand and deleted was never there.
        """


class BabyStore(Protocol):
    """The babies' profiles.

    Raises:
        Expected: could not be read or written.
    """

    def babies(self) -> tuple[Baby, ...]:
        """All profiles, in the order in which they were made."""

    def save(self, baby: Baby) -> None:
        """Add a profile or replace the one of the same id."""


class SaidStore(Protocol):
    """What parents said. Every call is on disk when it returns.

    Raises:
        Expected: could not be read or written; nothing is lost that was there before.
    """

    def sayings(self, baby_id: str) -> tuple[Said, ...]:
        """Everything said about a baby that was not taken back, oldest first by `at`, then by id."""

    def say(self, said: Said) -> None:
        """Add one thing said."""

    def unsay(self, said_id: str) -> None:
        """Take it back; it stays in the file. KeyError for an unknown id."""


class ArchiveStore(Protocol):
    """Everything a family has, as one value.

    Raises:
        Expected: could not be read or written; nothing is lost that was there before.
    """

    def archive(self) -> Archive:
        """Everything that makes sense, what was deleted too; without settings."""

    def merge(self, brought: Archive, *, dry_run: bool, by_name: bool = True) -> Merged:
        """Take in what an archive brings, all of it or nothing, or only say what would be taken in. `by_name`: a baby
        of the same name and birth date is the same one, also with another id.
        """


class SharedLog(ArchiveStore, Protocol):
    """A log that is shared with other devices."""

    def unite(self, ids: Mapping[str, str]) -> None:
        """Make one of babies that were told of twice: the id that stays, for each that goes."""


class BackupStore(Protocol):
    """The backups of the log."""

    def backups(self) -> tuple[BackupFacts, ...]:
        """What can be gone back to, the newest first."""

    def restore(self, taken_at: datetime) -> Path:
        """Let the log hold what a backup holds, the present state backed up first; where that lies.

        Raises:
            Expected: it could not be done; the log is as it was.
        """


class ShareStore(Protocol):
    """What this device remembers of the folder that it shares."""

    @property
    def folder(self) -> Path:
        """Where the log lies, which is never shared itself."""

    def load(self) -> ShareState | None:
        """What is remembered, None if sharing is off."""

    def save(self, state: ShareState | None) -> None:
        """Remember, or with None forget (Expected if that fails)."""


class ChangeFolder(Protocol):
    """The folder that any program may carry between devices."""

    def read(self, folder: Path) -> Mapping[str, bytes | None]:
        """The bytes of every file with our ending, by name; None for one that cannot be read (Expected: no folder)."""

    def write(self, folder: Path, name: str, data: bytes) -> None:
        """Put a file in the place of the one before, whole or not at all (Expected if that fails)."""

    def name_of(self, device: str) -> str:
        """The name of a device's own file."""

    def holds(self, folder: Path, private: Path) -> bool:
        """Whether one of two folders lies in the other."""


class SettingsStore(Protocol):
    """The settings file."""

    def load(self) -> Settings:
        """The settings; a damaged or missing field takes its default."""

    def save(self, settings: Settings) -> None:
        """Write all settings at once (Expected if that fails)."""


class Speech(Protocol):
    """A voice. Nothing here raises or waits: what cannot be said is not said, and `mute` tells why."""

    def begin(self, sound: Sound, language: str) -> None:
        """Get ready to speak a language, "en" or "de_AT", as `sound` wants it; the voice may come a little later."""

    @property
    def ready(self) -> bool:
        """Whether it is known by now if there is a voice."""

    @property
    def mute(self) -> Mute | None:
        """Why nothing can be said, None while nothing is known of that."""

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""

    def engines(self) -> tuple[str, ...]:
        """The names of what can speak here."""

    def voices(self) -> tuple[str, ...]:
        """The names of the voices for the language; none before it is ready."""

    def say(self, words: str) -> None:
        """Say it now; what is being said gives way."""

    def hush(self) -> None:
        """Be silent at once."""

    def close(self) -> None:
        """Let go of the system's voice; `begin` takes it up again."""


class Chimes(Protocol):
    """The chimes. Nothing here raises or waits: without a loudspeaker nothing is played, and `mute` tells why."""

    def begin(self, sound: Sound) -> None:
        """Get all chimes ready, at the volume that `sound` wants."""

    @property
    def mute(self) -> Mute | None:
        """Why nothing can be heard."""

    def play(self, chime: Chime, share: float = 1.0) -> None:
        """Play one now, at a share of the volume."""

    def hush(self) -> None:
        """Fade out whatever sounds, within 150 ms."""

    def close(self) -> None:
        """Let go of the loudspeaker; `begin` takes it up again."""


@dataclass(frozen=True, slots=True)
class Senses:
    """What is heard of a session."""

    speech: Speech
    chimes: Chimes


Unsubscribe = Callable[[], None]
