"""Reading in what Baby Buddy's admin pages export as CSV: feeds for the check-in, tummy times as notes.

Its columns: id, child_id, child_first_name, child_last_name, start, end; a feed has type, method, amount and notes
besides, a tummy time milestone. The hours have no zone: they are those of the wall. (Looked up in the repository
babybuddy/babybuddy: core/admin.py, core/models.py, core/tests/import/*.csv.)

A tummy time is play on the belly, no massage: it is kept as a thing said and moves neither length nor waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from babymassage_gui.core import cells
from babymassage_gui.core.brought import BadRow, Brought, Source, Trouble
from babymassage_gui.core.exchange import Archive, KeptSaid, Stamp
from babymassage_gui.core.history import as_utc
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import FEED
from babymassage_gui.services import table
from babymassage_gui.services.csv_file import Here

FED = "fed"
TUMMY_TIME, DONE = "tummy-time", "done"
_NAMESPACE = uuid5(NAMESPACE_URL, "babymassage-gui/baby-buddy")
_FORMATS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M")
_LONGEST_NOTE = 2000


def source_of(head: frozenset[str]) -> Source | None:
    """Which of the two tables has these columns."""
    if not {"start", "end"} <= head or not {"child_id", "child_first_name", "child"} & head:
        return None
    if {"type", "method"} <= head:
        return Source.FEEDS
    return Source.TUMMY_TIMES if "milestone" in head else None


def read(text: str, delimiter: str, source: Source, here: Here) -> Brought:
    """What such a table brings."""
    rows = list(table.rows_of(text, delimiter))
    one_child = len({_child(row) for _, row in rows if row is not None}) <= 1
    found: dict[str, KeptSaid] = {}
    bad: list[BadRow] = []
    for line, row in rows:
        told = BadRow(line, Trouble.NONSENSE) if row is None else _said(line, row, source, here, one_child)
        if isinstance(told, BadRow):
            bad.append(told)
        else:
            found[told.what.id] = told
    return Brought(source, Archive(said=tuple(found.values())), tuple(bad))


def _said(line: int, row: Mapping[str, str], source: Source, here: Here, one_child: bool) -> KeptSaid | BadRow:
    try:
        start, end = (_moment(row.get(name, ""), here) for name in ("start", "end"))
        note = cells.text(table.as_meant(row.get("milestone", "") or ""))[:_LONGEST_NOTE]
    except (ValueError, OverflowError) as error:
        return BadRow(line, Trouble.NONSENSE, str(error))
    baby = _baby_of(row, here, one_child)
    if baby is None:
        return BadRow(line, Trouble.WHOSE, row.get("child_first_name", "") or row.get("child_id", ""))
    if end < start:
        return BadRow(line, Trouble.END_BEFORE_START)
    if end > as_utc(here.now):
        return BadRow(line, Trouble.IN_FUTURE)
    if start.date() < baby.born:
        return BadRow(line, Trouble.BEFORE_BIRTH)
    ident = str(uuid5(_NAMESPACE, f"{source} {baby.id} {start.isoformat()} {end.isoformat()}"))
    if source is Source.FEEDS:
        # What settles is counted from the end of a feed.
        said = Said(ident, baby.id, FEED, FED, end)
    else:
        minutes = f"{max(1, round((end - start).total_seconds() / 60))} min"
        said = Said(ident, baby.id, TUMMY_TIME, DONE, start, note=f"{minutes}: {note}" if note else minutes)
    return KeptSaid(said, Stamp(said.at))


def _moment(cell: str, here: Here) -> datetime:
    """A cell's instant in UTC; without a zone it is the wall's."""
    cell = cell.strip()
    for form in _formats():
        try:
            wall = datetime.strptime(cell, form)  # noqa: DTZ007 - the zone is set below
        except ValueError:
            continue
        return _sensible(as_utc(wall if wall.tzinfo else here.as_local(wall)))
    raise ValueError(f"{cell!r} is no day and hour")


def _formats() -> Iterator[str]:
    for form in _FORMATS:
        yield form
        yield f"{form}%z"


def _sensible(moment: datetime) -> datetime:
    return cells.to_moment(cells.of_moment(moment))


def _child(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(name, "").strip() for name in ("child_id", "child_first_name", "child_last_name"))


def _baby_of(row: Mapping[str, str], here: Here, one_child: bool) -> Baby | None:
    """The baby of that first name; the one whose turn it is where the table is about one child only."""
    babies = [kept.what for kept in here.archive.babies if kept.stamp.deleted_at is None]
    name = row.get("child_first_name", "").strip().casefold()
    named = next((baby for baby in babies if name and baby.name.strip().casefold() == name), None)
    return named or (here.baby if one_child else None)
