"""Sharing a log between devices through a folder: when a parent chose one, what is done there, and what is remembered.

An errand reads the folder, weighs it against the log as it was when the errand was made, and writes this device's own
file. It touches no log, so it may run in a thread of its own, however slow the folder is. What it brings is taken in by
`finish`, in the thread of the log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from babymassage_gui.core.change_lines import ChangeFile, Found, Head, change_lines, head_line, read_changes
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.exchange import Archive
from babymassage_gui.core.history import as_utc
from babymassage_gui.core.merge import Merged
from babymassage_gui.core.ports import ChangeFolder, SharedLog, ShareStore
from babymassage_gui.core.share_state import Left, Seen, ShareState, print_of
from babymassage_gui.core.sharing import Shared, joined, settle, worth_folding
from babymassage_gui.services.household import Household
from babymassage_gui.services.no_garbage import no_garbage

# The prints of so many states of the own file are remembered: it may come back as it was a few times ago, from a disk
# that was not there or a sync program that was behind.
_KNOWN = 8


@dataclass(frozen=True, slots=True)
class Device:
    """This computer's name, the program's version, and where ids come from."""

    name: str
    program: str
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Trip:
    """What an errand came back with: what is to be taken in, what is to be remembered, and what it met."""

    state: ShareState
    take: Archive = field(default_factory=Archive)
    fault: Expected | None = None
    unite: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Errand:
    """One way to the folder and back. `only_look` writes nothing."""

    state: ShareState
    ours: Archive
    now: datetime
    folder: ChangeFolder
    store: ShareStore
    device: Device
    only_look: bool = False

    def run(self) -> Trip:
        """Go; nothing is raised for what a folder or a disk can do."""
        try:
            several = self.folder.read(self.state.folder)
        except Expected as unreached:
            return Trip(replace(self.state, trouble=unreached.fault.value), fault=unreached)
        files = {name: _read(data) for name, data in several.items()}
        state, own = self._myself(several)
        shared = [one.shared for one in files.values() if one.found is Found.OURS]
        settled = settle(self.ours, shared, self.state.same)
        fault = None
        if not self.only_look:
            state, fault = self._write(state, own, settled.add)
        found = replace(
            state,
            read_at=self.now,
            seen=_seen(files.values(), Seen(self.device.name, state.written_at, own=True), state.device),
            left=_left(files),
            trouble="" if fault is None else fault.fault.value,
            same=settled.same,
        )
        return Trip(found, settled.take, fault, settled.unite)

    def _myself(self, several: Mapping[str, bytes | None]) -> tuple[ShareState, bytes | None]:
        """Who this device is there. Where its own file is not as it was left, another computer goes by the same id, as
        after a copy of the data folder: then this one takes a new id, and that file is another's from now on.
        """
        name = self.folder.name_of(self.state.device)
        own = several.get(name)
        if name not in several or (own is not None and print_of(own) in self.state.known):
            return self.state, own
        return replace(self.state, device=self.device.new_id(), known=()), None

    def _write(self, state: ShareState, own: bytes | None, add: Shared) -> tuple[ShareState, Expected | None]:
        """Add to the own file what no file holds yet; folded where much of it says nothing any more."""
        data = self._own_file(state, own, add)
        if data == own:
            return state, None
        known = (print_of(data), *state.known)[:_KNOWN]
        try:
            # Remembered first: killed in between, the file is known again as it was and as it was to be.
            self.store.save(replace(state, known=known))
            self.folder.write(state.folder, self.folder.name_of(state.device), data)
        except Expected as fault:
            return replace(state, known=known), fault
        return replace(state, known=known, written_at=self.now), None

    def _own_file(self, state: ShareState, own: bytes | None, add: Shared) -> bytes:
        me = Head(state.device, self.device.name, 0, self.device.program)
        if own is None:
            return (head_line(me) + change_lines(add, self.now)).encode()
        known = read_changes(own)
        needed = joined(known.shared)
        if known.head is not None and worth_folding(known.lines, needed.rows):
            head = replace(me, generation=known.head.generation + 1)
            return (head_line(head) + change_lines(joined(needed, add), self.now)).encode()
        return own + change_lines(add, self.now).encode() if add.rows else own


class Sharing:
    """One family's sharing, off until a folder is chosen.

    Raises:
        Expected: see each call; nothing is lost.
        ValueError: a session is running.
    """

    def __init__(
        self, household: Household, log: SharedLog, store: ShareStore, folder: ChangeFolder, device: Device
    ) -> None:
        self._household = household
        self._log = log
        self._store = store
        self._folder = folder
        self._device = device
        self._state = store.load()

    @property
    def state(self) -> ShareState | None:
        """What is known of the folder since it was last read, None while sharing is off."""
        return self._state

    @property
    def due(self) -> bool:
        """Whether there is a folder to go to, and nothing that must not be disturbed."""
        return self._state is not None and not self._household.runner.running and not self._household.rehearsing

    @no_garbage()
    def look(self, folder: Path) -> Errand:
        """An errand that looks what sharing through a folder would do; `weigh` puts it in numbers.

        Raises:
            Expected: SHARE_REFUSED, it holds the log's own folder or lies in it; LOG_UNREADABLE.
        """
        if self._folder.holds(folder, self._store.folder):
            raise Expected(Fault.SHARE_REFUSED, path=str(folder))
        same = frozenset() if self._state is None else self._state.same
        return self._errand(ShareState(folder.absolute(), self._device.new_id(), same=same), only_look=True)

    def weigh(self, trip: Trip) -> Merged:
        """What would be taken in of what an errand brought."""
        return self._log.merge(trip.take, dry_run=True, by_name=False)

    def begin(self, trip: Trip) -> None:
        """Share through the folder of a look from now on.

        Raises:
            Expected: SETTINGS_NOT_WRITTEN.
        """
        state = ShareState(trip.state.folder, trip.state.device, same=trip.state.same)
        self._store.save(state)
        self._state = state

    def stop(self) -> None:
        """Share no more. What lies in the folder stays there, and what came from it stays here.

        Raises:
            Expected: SETTINGS_NOT_WRITTEN, it goes on.
        """
        self._store.save(None)
        self._state = None

    @no_garbage()
    def errand(self) -> Errand:
        """An errand to the folder; LookupError while sharing is off."""
        if self._state is None:
            raise LookupError("nothing is shared")
        return self._errand(self._state, only_look=False)

    def finish(self, trip: Trip) -> Merged:
        """Take in what an errand brought, all of it or nothing, and remember how it went.

        Raises:
            Expected: the log or what is remembered could not be written; the next errand brings it again.
        """
        if self._household.runner.running:
            raise ValueError("refused: a session is running")
        if self._state is None:
            # Stopped meanwhile; what the errand remembered on its way is forgotten again.
            self._store.save(None)
            return Merged()
        if trip.unite:
            self._log.unite(trip.unite)
        merged = self._log.merge(trip.take, dry_run=False, by_name=False) if Shared(trip.take).rows else Merged()
        self._state = trip.state
        self._store.save(trip.state)
        return merged

    def share(self) -> Merged:
        """Go and come back at once.

        Raises:
            Expected: as `finish`; and what the folder met, after everything that could be had was taken in.
        """
        trip = self.errand().run()
        merged = self.finish(trip)
        if trip.fault is not None:
            raise trip.fault
        return merged

    def _errand(self, state: ShareState, *, only_look: bool) -> Errand:
        now = as_utc(self._household.clock.local_time())
        return Errand(state, self._log.archive(), now, self._folder, self._store, self._device, only_look)


def _read(data: bytes | None) -> ChangeFile:
    return ChangeFile(Found.UNREADABLE) if data is None else read_changes(data)


def _seen(files: Iterable[ChangeFile], me: Seen, own: str) -> tuple[Seen, ...]:
    """The devices, this one first, each once however many copies of its file there are."""
    found: dict[str, Seen] = {}
    for one in files:
        if one.head is None or one.head.device == own:
            continue
        before = found.get(one.head.device)
        times = [at for at in (one.wrote_at, None if before is None else before.wrote_at) if at is not None]
        found[one.head.device] = Seen(one.head.name, max(times, default=None))
    return (me, *sorted(found.values(), key=lambda seen: seen.name))


def _left(files: Mapping[str, ChangeFile]) -> tuple[Left, ...]:
    """The files that were left alone, and those of which some lines make no sense."""
    return tuple(
        Left(name, one.found, one.bad)
        for name, one in files.items()
        if one.bad or one.found in (Found.FOREIGN, Found.NEWER, Found.UNREADABLE)
    )
