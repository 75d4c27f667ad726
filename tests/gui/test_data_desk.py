"""Settings, room "Your data": a file says first what it would do, and what was here is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.data_desk import DataDesk
from babymassage_gui.gui.pages.settings_data import BackupRow, DataRoom
from babymassage_gui.gui.theme import Theme
from babymassage_gui.services.exchange import Format
from babymassage_gui.storage.opening import back_up, open_log
from tests.fakes.full_log import NOW, Family, over
from tests.fakes.stored import ADA, WallClock


class Visit:
    """The room with its desk on a real log, and what it says. `file` is what the dialogs answer."""

    def __init__(self, qtbot: QtBot, family: Family, folder: Path) -> None:
        self.family, self.folder, self.file = family, folder, ""
        self.room = DataRoom(Theme(less_motion=True))
        qtbot.addWidget(self.room)
        self.said: list[object] = []
        self.changes: list[None] = []
        self.desk = DataDesk(family.data, self.room, self._save, self._choose)
        self.desk.noted.connect(self.said.append)
        self.desk.fault.connect(self.said.append)
        self.desk.changed.connect(lambda: self.changes.append(None))
        self.desk.show()

    def _save(self, _parent: QWidget, _title: str, _suggested: str) -> str:
        return self.file

    def _choose(self, _parent: QWidget, _title: str) -> str:
        return self.file

    def read(self, name: str, content: str) -> list[str]:
        """Choose a file; what is said of it."""
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        self.file = str(path)
        self.room.read.click()
        return [label.text() for label in self.room.preview.lines] if self.room.preview.isVisibleTo(self.room) else []

    @property
    def sessions(self) -> int:
        return len(self.family.household.sessions())

    @property
    def rows(self) -> list[BackupRow]:
        return [row for row in self.room.findChildren(BackupRow) if row.isVisibleTo(self.room)]


@pytest.fixture
def visit(qtbot: QtBot, tmp_path: Path) -> Iterator[Visit]:
    with open_log(tmp_path / "data", WallClock(NOW)).log as log:
        log.save(ADA)
        log.begin(over("first"))
        back_up(log, NOW - timedelta(days=1))
        log.begin(over("second", NOW - timedelta(hours=5)))
        yield Visit(qtbot, Family(log), tmp_path)


TABLE = "date,start,minutes\n2025-06-05,12:00,4\n2025-06-06,12:00,5\n"


@pytest.mark.parametrize("form", Format)
def test_everything_is_saved_where_the_parent_said(visit: Visit, form: Format) -> None:
    visit.file = str(visit.folder / f"mine.{form.value}")
    visit.room.exports[form].click()
    visit.room.exports[form].click()

    assert Path(visit.file).stat().st_size > 100
    assert visit.said == [f"Saved as mine.{form.value}."] * 2


def test_a_name_without_an_ending_gets_one_and_goes_over_no_other_file(visit: Visit) -> None:
    other = visit.folder / "mine.csv"
    visit.file = str(visit.folder / "mine")
    visit.room.exports[Format.CSV].click()
    assert other.exists()
    other.write_text("another's")
    visit.room.exports[Format.CSV].click()

    (_, fault) = visit.said
    assert isinstance(fault, Expected)
    assert (fault.fault, other.read_text()) == (Fault.EXPORT_NOT_WRITTEN, "another's")


def test_a_dialog_that_was_closed_does_nothing(visit: Visit) -> None:
    visit.room.exports[Format.JSON].click()
    visit.room.read.click()

    assert visit.said == []
    assert not visit.room.preview.isVisibleTo(visit.room)


def test_a_file_says_what_it_would_do_and_does_it_when_asked(visit: Visit) -> None:
    told = visit.read("mine.csv", TABLE + "2025-06-07,12:00,-1\n")

    assert told == [
        "mine.csv: a table of sessions",
        "2 sessions will be added.",
        "Row 4 is left out: shorter than a minute",
    ]
    assert visit.sessions == 2
    visit.room.preview.yes.click()
    assert visit.sessions == 4
    assert visit.said == ["Read in. Welcome."]
    assert (len(visit.changes), visit.room.preview.isVisibleTo(visit.room)) == (1, False)


def test_what_is_left_is_not_read_in(visit: Visit) -> None:
    visit.read("mine.csv", TABLE)
    visit.room.preview.no.click()

    assert not visit.room.preview.isVisibleTo(visit.room)
    assert (visit.sessions, visit.said) == (2, [])


def test_a_file_with_nothing_new_has_nothing_to_press(visit: Visit) -> None:
    visit.file = str(visit.folder / "all.json")
    visit.room.exports[Format.JSON].click()
    visit.room.read.click()

    assert [label.text() for label in visit.room.preview.lines][-1] == "There is nothing new in it."
    assert not visit.room.preview.yes.isVisibleTo(visit.room)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "This is no file that can be read in."),
        ('{"format": "babymassage-gui", "version": 9}', "A newer version wrote this file. Please update this program."),
    ],
)
def test_a_file_that_is_refused_is_told_kindly(visit: Visit, content: str, sentence: str) -> None:
    assert visit.read("file", content) == []
    assert visit.said == [sentence]


def test_many_bad_rows_are_counted(visit: Visit) -> None:
    told = visit.read("mine.csv", TABLE + "2025-06-07,12:00,-1\n" * 8)

    assert told[-1] == "And 3 more rows that cannot be read."
    assert len(told) == 2 + 5 + 1


def test_a_baby_buddy_file_is_told_as_what_it_is(visit: Visit) -> None:
    feeds = "child_id,start,end,type,method\n1,2025-06-05 12:00:00,2025-06-05 12:10:00,formula,bottle\n"
    assert visit.read("feeds.csv", feeds) == ["feeds.csv: feeds from Baby Buddy", "1 answer or feed will be added."]
    tummy = "child_id,start,end,milestone\n1,2025-06-05 12:00:00,2025-06-05 12:10:00,\n"
    assert visit.read("tummy.csv", tummy)[0] == "tummy.csv: tummy times from Baby Buddy"


def test_going_back_is_asked_first_and_what_was_here_is_a_backup(visit: Visit) -> None:
    (row,) = visit.rows
    assert row.sentence.text() == "1 massage, 3 minutes"
    row.button.click()
    assert "becomes a backup first" in visit.room.asked.lines[1].text()
    assert visit.sessions == 2

    visit.room.asked.yes.click()
    assert visit.sessions == 1
    assert visit.said == ["Back again. What was here before is a backup now."]
    visit.desk.show()
    assert visit.rows[0].sentence.text() == "2 massages, 6 minutes"


def test_staying_changes_nothing(visit: Visit) -> None:
    visit.rows[0].button.click()
    visit.room.asked.no.click()

    assert (visit.sessions, visit.room.asked.isVisibleTo(visit.room)) == (2, False)


def test_older_backups_come_with_a_press(visit: Visit) -> None:
    for number in range(6):
        visit.family.log.save(ADA)
        back_up(visit.family.log, NOW - timedelta(hours=number + 1))
    visit.desk.show()
    assert len(visit.rows) == 4
    visit.room.more.click()
    assert len(visit.rows) == 7
    assert not visit.room.more.isVisibleTo(visit.room)


def test_a_backup_that_is_gone_is_told(visit: Visit) -> None:
    for path in (visit.folder / "data" / "backups").iterdir():
        path.unlink()
    visit.rows[0].button.click()
    visit.room.asked.yes.click()

    (fault,) = visit.said
    assert isinstance(fault, Expected)
    assert fault.fault is Fault.BACKUP_UNREADABLE


def test_the_familys_settings_come_to_a_new_home(qtbot: QtBot, visit: Visit, tmp_path: Path) -> None:
    visit.family.household.change(Settings(parent_limit=7))
    visit.file = str(visit.folder / "all.json")
    visit.room.exports[Format.JSON].click()
    with open_log(tmp_path / "new", WallClock(NOW)).log as log:
        new = Visit(qtbot, Family(log), tmp_path)
        new.file = visit.file
        new.room.read.click()
        told = [label.text() for label in new.room.preview.lines]
        assert told[1:3] == ["1 baby will be added.", "2 sessions will be added."]
        assert told[-1] == "The family's settings come along."
        new.room.preview.yes.click()
        assert new.family.household.settings.parent_limit == 7
