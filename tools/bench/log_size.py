"""How a large log behaves: opening, appending, its size; and how long taking along and reading in take.

    python tools/bench/log_size.py                      # 100,000 sessions, and 10,000 for the files and for sharing
    python tools/bench/log_size.py --growth             # 1,000 to 1,000,000 sessions, as a table
    python tools/bench/log_size.py --sessions N --cpu   # another size; in processor time

Sessions are as a massage of fifteen minutes leaves them: 17 steps. Times are of the wall, in this process, the file
warm; of several rounds the median, each with the log opened anew.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from babymassage_gui.adapters.clock import SystemClock, as_local
from babymassage_gui.bootstrap_data import sharing_of
from babymassage_gui.content.loader import load_playable
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.exchange import Exchange, Format
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.services.sharing import Sharing
from babymassage_gui.storage import rows, statements
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import FILE_NAME, back_up, open_log
from babymassage_gui.storage.settings_file import SettingsFile

STEPS = tuple(StepRecord(f"leg-milking-{number}", StepOutcome.DONE, 50.0 + number) for number in range(17))
START = datetime(2001, 1, 1, tzinfo=UTC)
ROUNDS = 5
# The wall's time, or on a machine that others use the processor's, from which waiting for the disk is missing.
now = time.process_time if "--cpu" in sys.argv else time.perf_counter
GROWTH = (1_000, 10_000, 100_000, 1_000_000)


def milliseconds(act: Callable[[], object]) -> float:
    """How long a call takes."""
    begun = now()
    act()
    return (now() - begun) * 1000


def session(number: int, baby: Baby) -> SessionRecord:
    """One of many massages, an hour after the one before: a million of them end before the years that can be dated."""
    start = START + timedelta(hours=number)
    end = start + timedelta(minutes=15)
    return SessionRecord(
        str(uuid.UUID(int=number, version=4)), baby.id, Kind.MASSAGE, "everyday", start, 60, 15, 900.0, "", 900.0,
        end, end, Ending.FINISHED, Mood.CALM, "", STEPS,
    )  # fmt: skip


def fill(folder: Path, sessions: int) -> Baby:
    """A log with so many sessions, backed up."""
    baby = Baby(str(uuid.uuid4()), "Mila", date(2001, 1, 1), navel_healed=True)
    clock = SystemClock()

    def all_rows() -> Iterator[rows.Row]:
        return (rows.of_session(session(number, baby), START) for number in range(sessions))

    with open_log(folder, clock.local_time).log as log:
        log.save(baby)
        log.connection.execute("BEGIN")
        log.connection.executemany(statements.ADD_SESSION, all_rows())
        log.connection.execute("COMMIT")
        log.wrap_up(session(0, baby).id, Mood.CALM, "")
        back_up(log, clock.local_time())
    return baby


def opening(folder: Path) -> float:
    """Milliseconds until the log is open."""
    found = []
    for _ in range(ROUNDS):
        opened: list[SqliteLog] = []
        found.append(milliseconds(lambda opened=opened: opened.append(open_log(folder, SystemClock().local_time).log)))  # type: ignore[misc]
        opened[0].close()
    return median(found)


def appending(folder: Path, sessions: int, baby: Baby) -> list[float]:
    """Milliseconds of each call of a session that is played: begin, its steps, the end."""
    with open_log(folder, SystemClock().local_time).log as log:
        new = session(sessions, baby)
        running = SessionRecord(new.id, baby.id, Kind.MASSAGE, "everyday", new.started_at, 60, 15, 900.0, "[]")
        taken = [milliseconds(lambda: log.begin(running))]
        taken += [milliseconds(lambda s=s: log.record_step(new.id, s, s.seconds, new.started_at)) for s in STEPS]  # type: ignore[misc]
        taken.append(milliseconds(lambda: log.finish(new.id, Ending.FINISHED, 900.0, new.started_at)))
    return taken


def files(folder: Path, baby: Baby) -> dict[str, float]:
    """Milliseconds of each export, and of looking at and reading in the JSON on another computer."""
    clock, settings = SystemClock(), Settings()
    catalogue = load_playable().catalogue
    found: dict[str, float] = {}
    text = b""
    for form in Format:
        taken = []
        for _ in range(ROUNDS):
            with open_log(folder, clock.local_time).log as log:
                exchange = Exchange(catalogue, log, clock, as_local)
                begun = now()
                written = exchange.export(form, settings, "bench")
                taken.append((now() - begun) * 1000)
            text = written.encode() if form is Format.JSON else text
        found[f"export {form.value}"] = median(taken)
    with tempfile.TemporaryDirectory() as name, open_log(Path(name), clock.local_time).log as log:
        exchange = Exchange(catalogue, log, clock, as_local)
        preview = exchange.look(text, None, settings)
        found["look at json"] = milliseconds(lambda: exchange.look(text, None, settings))
        found["read json in"] = milliseconds(lambda: exchange.take_in(preview))
        found["read it in again"] = milliseconds(lambda: exchange.take_in(preview))
        if len(log.sessions(baby.id)) != len(preview.brought.archive.sessions):
            raise RuntimeError("sessions were lost on the way")
    return found


def measure(sessions: int) -> dict[str, float]:
    """One size of log: megabytes and milliseconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        baby = fill(folder, sessions)
        size = (folder / FILE_NAME).stat().st_size / 1e6
        opened = opening(folder)
        taken = appending(folder, sessions, baby)
        return {"MB": size, "open ms": opened, "append ms": median(taken), "slowest append ms": max(taken)}


def sharing(folder: Path, baby: Baby) -> dict[str, float]:
    """Milliseconds of sharing: in the window's thread, and on the way to the folder, which is another thread's."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "shared").mkdir()
        for device, data in (("first", folder), ("second", root / "second")):
            with open_log(data, SystemClock().local_time).log as log:
                shared = _sharing_of(log)
                shared.begin(shared.look(root / "shared").run())
                for time_of in ("", ", nothing new"):
                    begun = now()
                    errand = shared.errand()
                    sent = now()
                    trip = errand.run()
                    back = now()
                    shared.finish(trip)
                    over = now()
                    found[f"share, {device}{time_of}, the window"] = (sent - begun + over - back) * 1000
                    found[f"share, {device}{time_of}, the way"] = (back - sent) * 1000
                if device == "second" and len(log.sessions(baby.id)) == 0:
                    raise RuntimeError("nothing came")
        found["share, MB of the file"] = max(path.stat().st_size for path in (root / "shared").iterdir()) / 1e6
    return found


def _sharing_of(log: SqliteLog) -> Sharing:
    clock, settings = SystemClock(), SettingsFile(log.path.parent, SystemClock().local_time)
    household = Household(load_playable().catalogue, Stores(log, log, log, settings), clock, lambda: str(uuid.uuid4()))
    return sharing_of(household, log, clock)


def table(rows: Mapping[int, Mapping[str, float]]) -> str:
    """Sizes one below the other, each with how many times the one above it took for ten times the sessions."""
    names = list(next(iter(rows.values())))
    lines = ["| sessions | " + " | ".join(names) + " |", "| ---: " * (len(names) + 1) + "|"]
    before: Mapping[str, float] = {}
    for sessions, found in rows.items():
        cells = [f"{found[n]:.1f}" + (f" (× {found[n] / before[n]:.1f})" if before else "") for n in names]
        lines.append(f"| {sessions:,} | " + " | ".join(cells) + " |")
        before = found
    return "\n".join(lines)


def main(words: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=100_000)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--cpu", action="store_true", help="time of the processor, not of the wall")
    asked = parser.parse_args(words)
    if asked.growth:
        print(table({sessions: measure(sessions) for sessions in GROWTH}))
        return 0
    found = measure(asked.sessions)
    print(f"{asked.sessions:>9} sessions: " + ", ".join(f"{name} {value:.1f}" for name, value in found.items()))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        baby = fill(folder, asked.sessions // 10)
        for what, taken in (files(folder, baby) | sharing(folder, baby)).items():
            print(f"{asked.sessions // 10:>9} sessions: {what} {taken:.0f}" + (" ms" if "MB" not in what else ""))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
