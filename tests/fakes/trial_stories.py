"""What is tried to its bad end in `trials`: each story with what was there before, and what must be there after it."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.change_lines import ChangeFile, Found, read_changes
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
