"""Processes that end badly in the middle of what they do to a family's files: killed at a moment of chance, or with a
disk that is full from some byte on. What they were told is on the disk must be there afterwards, and nothing half.

    python -m tests.fakes.trials kill TIMES SEED
    python -m tests.fakes.trials full

Children are forked from one process that has read all modules already, so that thousands take minutes. POSIX only.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.change_lines import ChangeFile, Found, read_changes
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Settings
from babymassage_gui.services import json_file
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner
from babymassage_gui.storage import family_files
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import back_up, open_log
from babymassage_gui.storage.settings_file import SettingsFile
from babymassage_gui.storage.shelf import BackupShelf
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, plan_for
from tests.fakes.devices import Laptop
from tests.fakes.full_log import BEN, NOW, over
from tests.fakes.stored import ADA, NOON, a_saying

Tell = Callable[[str], None]
Act = Callable[[Path, Tell], None]
PAGE = 4096
# No file of a trial becomes larger.
MOST_PAGES = 160


def a_session(folder: Path, tell: Tell) -> None:
    """A massage through the real runner, step for step as fast as the disk allows; then how it was."""
    clock = FakeClock(NOON)
    log = open_log(folder / "data", clock.local_time).log
    log.save(ADA)
    runner = SessionRunner(catalogue(), log, clock, lambda: str(uuid.uuid4()))
    runner.start(plan_for("everyday", 90, 3), ADA.id, Manner(ready_seconds=0.0))
    tell("begun")
    steps = 0
    while runner.running:
        clock.pass_time(0.5)
        runner.tick()
        if runner.fault is not None:
            raise runner.fault
        for _ in range(steps, len(runner.session.records)):
            tell("step")
        steps = len(runner.session.records)
    tell("ended")
    log.wrap_up(runner.session_id, Mood.CALM, "calm")
    tell("wrapped up")


def sharing(folder: Path, tell: Tell) -> None:
    """News from another laptop are taken in, and own ones written for it."""
    anna = Laptop(folder / "anna", "anna", NOON + timedelta(days=30))
    anna.sharing.share()
    tell("shared")


def everything(folder: Path, tell: Tell) -> None:
    """Whatever else is written, one thing after the other."""
    clock = FakeClock(NOON + timedelta(days=1))
    log = open_log(folder / "data", clock.local_time).log
    log.save(ADA)
    tell("baby")
    for number in range(4):
        log.begin(over(f"hand {number}", NOON - timedelta(days=number + 1), note="n" * 900))
        tell("hand")
        log.correct(over(f"hand {number}", NOON - timedelta(days=number + 1), note="c" * 900))
        tell("corrected")
        log.say(a_saying(f"said {number}"))
        tell("said")
    back_up(log, clock.local_time())
    tell("backup")
    SettingsFile(folder / "config", clock.local_time).save(Settings(parent_limit=7))
    tell("settings")
    other = open_log(folder / "other", clock.local_time).log
    log.merge(other.archive(), dry_run=False)
    tell("read in")
    family_files.write(folder / "all.json", json_file.write(log.archive(), NOON, "1.0"), over=False)
    tell("written")
    shelf = BackupShelf(log, clock.local_time)
    shelf.restore(shelf.backups()[0].taken_at)
    tell("restored")


def run(act: Act, folder: Path, *, kill_after: float | None = None, most_bytes: int | None = None) -> list[str]:
    """Let a child do it and end badly; what it could still say."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_child(act, folder, writing, most_bytes)
    os.close(writing)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode().splitlines()
    os.waitpid(child, 0)
    return said


def _be_child(act: Act, folder: Path, writing: int, most_bytes: int | None) -> None:
    """In the child: never comes back, whatever happens."""
    code = 1
    try:
        if most_bytes is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
        act(folder, lambda text: _say(writing, text))
        code = 0
    except Expected as fault:
        _say(writing, f"fault {fault.fault.value}")
        code = 0
    except BaseException as error:
        # Whatever it is, it is told, and the child ends here.
        _say(writing, f"bug {error!r}")
    finally:
        os._exit(code)


def _say(writing: int, text: str) -> None:
    os.write(writing, f"{text}\n".encode())


def look_at_session(folder: Path, said: Sequence[str]) -> str:
    """What is there of a massage is at least what was said of it, and at most one write more."""
    with open_whole(folder / "data") as log:
        sessions = log.sessions(ADA.id)
        heard = said.count("step")
        if not sessions:
            assert "begun" not in said
            return "nothing yet"
        (session,) = sessions
        assert heard <= len(session.steps) <= heard + 1, (heard, len(session.steps))
        assert "ended" not in said or session.ending is not None
        assert "wrapped up" not in said or session.mood is Mood.CALM
        assert log.damaged_rows == 0
    return "running" if session.ending is None else "ended"


def look_at_everything(folder: Path, said: Sequence[str]) -> str:
    """Of each thing what was said is there, and at most one write more; a backup is whole or no backup."""
    settings = SettingsFile(folder / "config", lambda: NOON)
    limit = settings.load().parent_limit
    assert limit == 7 if "settings" in said else limit in (None, 7)
    assert (settings.bad_fields, settings.set_aside) == ((), None)
    with open_whole(folder / "data") as log:
        sessions = log.sessions(ADA.id)
        if "baby" not in said:
            assert sessions == ()
            return "nothing yet"
        hands, corrected = said.count("hand"), sum(session.note.startswith("c") for session in sessions)
        assert hands <= len(sessions) <= hands + 1
        assert said.count("corrected") <= corrected <= said.count("corrected") + 1
        assert said.count("said") <= len(log.sayings(ADA.id)) <= said.count("said") + 1
        brought = len(log.sessions(BEN.id))
        assert brought in (0, BROUGHT)
        assert log.damaged_rows == 0
        facts = BackupShelf(log, lambda: NOON + timedelta(days=60)).backups()
        assert "backup" not in said or any(one.massages == 4 for one in facts)
    path = folder / "all.json"
    assert path.exists() or "written" not in said
    assert (
        not path.exists() or len(json_file.read(path.read_text(encoding="utf-8"), NOW).archive.sessions) == 4 + BROUGHT
    )
    return "all of it" if "restored" in said else "some of it"


def look_at_sharing(folder: Path, said: Sequence[str]) -> str:
    """All of the news or nothing; whole lines in the own file; and the next time everything is there."""
    anna = Laptop(folder / "anna", "anna", NOON + timedelta(days=31))
    found = len(anna.log.sessions(anna.ada))
    assert found in (1, 1 + NEWS), found
    assert "shared" not in said or found == 1 + NEWS
    theirs = (folder / "ben's.changes").read_bytes()
    files: dict[str, ChangeFile] = {}
    for _ in range(2):
        files = {name: read_changes(data) for name, data in anna.files().items() if name.endswith(".changes")}
        assert all((one.found, one.bad) == (Found.OURS, 0) for one in files.values())
        assert theirs in anna.files().values()
        anna.sharing.share()
        assert len(anna.log.sessions(anna.ada)) == 1 + NEWS
    assert len(files) == 2
    assert anna.log.damaged_rows == 0
    anna.close()
    return "all of it" if found > 1 else "nothing yet"


NEWS = 150
BROUGHT = 20


def before_sharing(folder: Path) -> None:
    """Another laptop has written a hundred massages and more; Anna's has one of its own."""
    ben = Laptop(folder / "ben", "ben", NOON)
    ben.knows_ada()
    for number in range(NEWS):
        ben.log.begin(replace(over(f"{number}", NOON - timedelta(hours=3 * number + 3)), baby_id=ben.ada))
    ben.begins()
    ben.sharing.share()
    ben.close()
    anna = Laptop(folder / "anna", "anna", NOON)
    anna.knows_ada()
    anna.log.begin(replace(over("mine"), baby_id=anna.ada))
    anna.begins()
    anna.close()
    ben.gives(anna)
    shutil.copyfile(ben.own_file, folder / "ben's.changes")


def before_everything(folder: Path) -> None:
    """Another log, to be read in."""
    with open_log(folder / "other", lambda: NOON).log as log:
        log.save(BEN)
        for number in range(BROUGHT):
            log.begin(over(f"Ben's {number}", NOON - timedelta(days=number + 1), BEN, note="b" * 900))


def nothing_before(_folder: Path) -> None:
    """The first start of all."""


TRIALS: dict[str, tuple[Callable[[Path], None], Act, Callable[[Path, Sequence[str]], str]]] = {
    "session": (nothing_before, a_session, look_at_session),
    "sharing": (before_sharing, sharing, look_at_sharing),
    "everything": (before_everything, everything, look_at_everything),
}


def open_whole(folder: Path) -> SqliteLog:
    """The log, which must be whole."""
    opened = open_log(folder, lambda: NOON + timedelta(days=60))
    assert opened.report.outcome in (OpenOutcome.FINE, OpenOutcome.FRESH), opened.report
    return opened.log


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ends: killed after a share of the time that it takes, or with no room beyond so many bytes a file."""

    share: float | None = None
    most_bytes: int | None = None


def try_often(name: str, endings: Sequence[Ending]) -> Counter[str]:
    """Try one thing with each ending; how often what was there. AssertionError if anything was lost or is half."""
    before, act, look = TRIALS[name]
    found: Counter[str] = Counter()
    # Read before there are children.
    catalogue()
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        (root / "before").mkdir()
        before(root / "before")
        takes = 0.0
        for ending in (Ending(), *endings):
            folder = root / "now"
            shutil.copytree(root / "before", folder)
            _move(folder)
            begun = time.perf_counter()
            kill_after = None if ending.share is None else ending.share * takes
            said = run(act, folder, kill_after=kill_after, most_bytes=ending.most_bytes)
            takes = takes or time.perf_counter() - begun
            assert not any(line.startswith("bug") for line in said), (ending, said)
            try:
                found[look(folder, said)] += 1
            except AssertionError as error:
                raise AssertionError(f"{name} {ending}: {error} after {said}") from error
            shutil.rmtree(folder)
    return found


def _move(folder: Path) -> None:
    """What is remembered of the shared folder names it where it lay before."""
    state = folder / "anna" / "data" / "sharing.json"
    if state.exists():
        text = state.read_text(encoding="utf-8")
        state.write_text(text.replace(str(folder.parent / "before"), str(folder)), encoding="utf-8")


def kills(times: int, seed: int) -> list[Ending]:
    """At moments of chance."""
    chance = Random(seed)
    return [Ending(share=chance.random()) for _ in range(times)]


def full_disks(step: int, most: int = MOST_PAGES * PAGE) -> list[Ending]:
    """Every so many bytes from none on."""
    return [Ending(most_bytes=size) for size in range(0, most, step)]


def main(words: Sequence[str]) -> int:
    """Try, and say what was there how often."""
    for name in TRIALS:
        endings = kills(int(words[1]), int(words[2])) if words[0] == "kill" else full_disks(PAGE // 2)
        print(f"{name}, {words[0]} {len(endings)} times: {dict(sorted(try_often(name, endings).items()))}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
