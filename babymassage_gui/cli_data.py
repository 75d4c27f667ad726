"""The commands about a family's data: export, import, backups, sync."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from babymassage_gui.cli import OK, USAGE, World
from babymassage_gui.core.brought import BadRow
from babymassage_gui.core.errors import BAD_DATA
from babymassage_gui.core.merge import Fate, Merged, Tally
from babymassage_gui.core.share_state import ShareState
from babymassage_gui.services.exchange import Format
from babymassage_gui.services.sharing import Sharing

STAMP = "%Y%m%dT%H%M%SZ"


def export(words: argparse.Namespace, world: World) -> int:
    """Write everything to a file."""
    with world.data(words.data_dir, False) as data:
        data.export(Format(words.format), words.file, over=words.force)
    print(f"written: {words.file}")
    return OK


def read_in(words: argparse.Namespace, world: World) -> int:
    """Read a file in, or only say what that would do. Bad rows are named; the others are taken all the same."""
    with world.data(words.data_dir, True) as data:
        preview = data.look(words.file)
        merged = preview.merged if words.dry_run else data.take_in(preview)
    verb = "would be read in" if words.dry_run else "read in"
    print("\n".join([f"{words.file}: {preview.brought.source.value}, {verb}:", *_told(merged)]))
    for bad in preview.brought.bad:
        print(f"babymassage-gui: {_place(bad)}: {_why(bad)}", file=sys.stderr)
    return BAD_DATA if preview.brought.bad else OK


def _told(merged: Merged) -> list[str]:
    lines = [_line("babies", merged.babies), _line("sessions", merged.sessions), _line("said", merged.said)]
    lines.append(f"  {'versions':9} {merged.past} new")
    return (
        [*lines, f"  left out  {merged.left_out}, still running elsewhere or of no baby"] if merged.left_out else lines
    )


def _line(what: str, tally: Tally) -> str:
    words = {Fate.NEW: "new", Fate.NEWER: "newer than here", Fate.OLDER: "older, left", Fate.SAME: "here already"}
    return f"  {what:9} " + ", ".join(f"{tally.number(fate)} {word}" for fate, word in words.items())


def _place(bad: BadRow) -> str:
    return f"{bad.of} {bad.number}" if bad.of else f"line {bad.number}"


def _why(bad: BadRow) -> str:
    return bad.trouble.value.replace("-", " ") + (f" ({bad.detail[:200]})" if bad.detail else "")


def backups(words: argparse.Namespace, world: World) -> int:
    """List the backups, or go back to one; the state until then is a backup, too."""
    if words.restore is None:
        with world.data(words.data_dir, True) as data:
            for facts in data.backups():
                print(f"{facts.taken_at.strftime(STAMP)}  {facts.massages} massages, {facts.minutes:.0f} min")
        return OK
    try:
        taken_at = datetime.strptime(words.restore, STAMP).replace(tzinfo=UTC)
    except ValueError:
        print(f"babymassage-gui: {words.restore!r} is no stamp of a backup. See backups.", file=sys.stderr)
        return USAGE
    with world.data(words.data_dir, True) as data:
        kept = data.restore(taken_at)
    print(f"restored; what was there is {kept.name}")
    return OK


def sync(words: argparse.Namespace, world: World) -> int:
    """Share the log through a folder, or say how things stand."""
    with world.data(words.data_dir, not words.status) as data:
        sharing = data.sharing
        if sharing is None:
            raise ModuleNotFoundError("no sharing was joined to the data")
        if words.off:
            sharing.stop()
        if words.folder is not None:
            return _share_through(sharing, words)
        if sharing.state is None:
            print("nothing is shared; see babymassage-gui sync --help")
            return OK
        if not words.status:
            sharing.share()
        print("\n".join(_stands(sharing.state)))
    return OK


def _share_through(sharing: Sharing, words: argparse.Namespace) -> int:
    trip = sharing.look(words.folder).run()
    if trip.fault is not None:
        raise trip.fault
    if words.dry_run:
        print("\n".join([f"{words.folder}: would be read in:", *_told(sharing.weigh(trip))]))
        return OK
    sharing.begin(trip)
    merged = sharing.share()
    print("\n".join([f"{words.folder}: read in:", *_told(merged), *_stands(sharing.state or trip.state)]))
    return OK


def _stands(state: ShareState) -> list[str]:
    def at(moment: datetime | None) -> str:
        return "never" if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M")

    lines = [f"{state.folder}: read {at(state.read_at)}, written {at(state.written_at)}"]
    lines += [
        f"  {'this one' if one.own else 'device':9} {one.name}, last wrote {at(one.wrote_at)}" for one in state.seen
    ]
    lines += [f"  {one.found.value:9} {one.name}" + (f", {one.bad} bad lines" if one.bad else "") for one in state.left]
    return lines
