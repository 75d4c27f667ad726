"""Settings, "Two computers": off until a folder was chosen, never in the way of a massage, and no news is no noise."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui import bootstrap_data
from babymassage_gui.bootstrap_data import belongings
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending
from babymassage_gui.gui import app, sharing_watch
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.settings_data import DataRoom
from babymassage_gui.gui.pages.settings_sharing import SharingCard
from babymassage_gui.gui.sharing_words import SharingWords
from babymassage_gui.storage.shared_folder import SharedFolder
from babymassage_gui.storage.sharing_file import FILE_NAME, SharingFile
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent
from tests.gui.sharing_visit import Visit


@pytest.fixture
def visit(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    found = Visit(qtbot, qapp, tmp_path, monkeypatch)
    yield found
    found.ends()


def lines(card: SharingCard) -> list[str]:
    return [label.text() for label in card.asked.lines]


def test_it_is_off_and_says_in_plain_words_what_it_would_be(visit: Visit) -> None:
    card = visit.card()

    assert card.explained.isVisible()
    assert card.explained.text().startswith("Off. Two computers can keep one log through a folder")
    assert (card.choose.isVisible(), card.running.isVisible()) == (True, False)
    assert not visit.watch.try_now()
    assert list(visit.folder.iterdir()) == []
    assert bootstrap_data.SHARING_NAME == FILE_NAME


def test_a_folder_says_first_what_would_come_and_a_yes_brings_it(visit: Visit, tmp_path: Path) -> None:
    visit.other_writes(tmp_path, "one", "two")
    card = visit.card()
    card.choose.click()
    visit.rests()
    assert lines(card)[:2] == ["Share through Nextcloud massage?", "2 sessions will be added."]
    assert len(list(visit.folder.iterdir())) == 1
    assert visit.parent.house.sessions() == ()

    card.asked.yes.click()
    visit.rests()

    assert len(visit.parent.house.sessions()) == 2
    assert visit.noted == ["2 massages came from another computer."]
    assert len(list(visit.folder.iterdir())) == 2
    assert card.running.title.text() == str(visit.folder)
    assert card.running.sentence.text().startswith("Last read: ")
    told = [label.text() for label in card.devices]
    assert told[0].endswith(", this computer")
    assert told[1].startswith("ben last wrote on ")


def test_leaving_it_writes_nothing(visit: Visit) -> None:
    card = visit.card()
    card.choose.click()
    visit.rests()
    assert lines(card)[1] == "Nothing comes from it yet."
    card.asked.no.click()
    card.share_wanted.emit()
    visit.window.rooms.settings()
    visit.answer = ""
    card.choose.click()

    assert list(visit.folder.iterdir()) == []
    assert visit.shared.sharing().state is None


def test_a_new_baby_is_announced_with_a_word_about_names(visit: Visit, tmp_path: Path) -> None:
    visit.other_writes(tmp_path)
    baby = visit.parent.house.baby
    assert baby is not None
    visit.parent.house.save_baby(replace(baby, name="Leo"))
    card = visit.card()
    card.choose.click()
    visit.rests()

    assert lines(card)[1] == "1 baby will be added."
    assert "Twins need two names." in lines(card)[2]


def test_the_programs_own_folder_and_one_that_is_gone_are_refused_kindly(visit: Visit, tmp_path: Path) -> None:
    card = visit.card()
    for answer, sentence in (
        (tmp_path / "data", "This program's own files are in there. Please choose another folder."),
        (tmp_path / "nowhere", "This folder cannot be opened. Please choose another one."),
    ):
        visit.answer = str(answer)
        card.choose.click()
        visit.rests()
        assert visit.noted[-1] == sentence
        assert not card.asked.isVisible()


def test_looked_when_asked_it_says_that_there_is_nothing_new(visit: Visit) -> None:
    card = visit.shares()
    visit.noted.clear()
    card.now.click()
    visit.rests()
    assert visit.noted == ["Up to date."]
    visit.watch.try_now()
    visit.rests()
    assert visit.noted == ["Up to date."]


def test_a_folder_that_is_gone_is_told_calmly_in_its_card_and_tried_again(visit: Visit) -> None:
    card = visit.shares()
    visit.noted.clear()
    away = visit.folder.rename(visit.folder.with_name("away"))
    visit.watch.try_now()
    visit.rests()
    assert visit.noted == []
    assert card.running.sentence.text().startswith("The folder is not there now. Nothing is lost; it is tried again.")
    card.now.click()
    visit.rests()
    assert visit.noted == ["The folder is not there now. Nothing is lost; it is tried again."]
    away.rename(visit.folder)
    visit.watch.try_now()
    visit.rests()
    assert card.running.sentence.text().startswith("Last read: ")


def test_stopped_it_is_off_and_what_is_in_the_folder_stays(visit: Visit) -> None:
    card = visit.shares()
    before = sorted(visit.folder.iterdir())

    card.stop.click()

    assert sorted(visit.folder.iterdir()) == before
    assert visit.noted[-1].startswith("Stopped.")
    assert (card.explained.isVisible(), card.running.isVisible()) == (True, False)
    assert not visit.watch.try_now()


def test_going_back_to_a_backup_ends_sharing(visit: Visit) -> None:
    visit.shares()
    data = belongings(visit.parent.house, visit.parent.opened.log, visit.parent.clock, sharing=visit.shared.sharing())
    (facts, *_) = data.backups() or (None,)
    if facts is None:
        from babymassage_gui.storage.opening import back_up

        back_up(visit.parent.opened.log, visit.parent.clock.local_time())
        (facts, *_) = data.backups()
    data.restore(facts.taken_at)

    assert visit.shared.sharing().state is None


def test_nobody_goes_while_a_massage_is_in_hand_and_after_it_somebody_does(visit: Visit) -> None:
    visit.shares()
    before = {path: path.read_bytes() for path in visit.folder.iterdir()}
    visit.window.show_today()
    visit.parent.starts()
    assert visit.parent.house.runner.running
    assert not visit.watch.try_now()
    visit.parent.lives_to("leg-outer", 3)
    visit.parent.house.runner.baby_needs_me()
    visit.parent.house.runner.finish(Ending.EARLY)
    visit.parent.waits(50)
    assert not visit.watch.try_now()
    assert {path: path.read_bytes() for path in visit.folder.iterdir()} == before

    visit.window.rooms.finish_wrap_up()
    visit.qtbot.waitUntil(lambda: {path: path.read_bytes() for path in visit.folder.iterdir()} != before)
    visit.rests()


def test_what_comes_while_a_massage_begins_waits_until_it_is_over(visit: Visit, tmp_path: Path) -> None:
    visit.shares()
    visit.other_writes(tmp_path, "one")
    visit.window.show_today()
    errand = visit.shared.sharing().errand()
    visit.window.rail.hide()
    visit.watch.send(errand)
    visit.rests()
    assert visit.parent.house.sessions() == ()
    visit.window.rail.show()
    visit.watch.try_now()
    visit.rests()
    assert len(visit.parent.house.sessions()) == 1


def test_at_the_end_of_the_program_the_last_word_goes_there(visit: Visit, tmp_path: Path) -> None:
    visit.shared.close()
    assert list(visit.folder.iterdir()) == []
    visit.shares()
    visit.other_writes(tmp_path, "one")
    visit.shared.close()
    assert len(visit.parent.house.sessions()) == 1


def test_a_log_that_cannot_be_written_is_told_where_it_was_asked_for(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = visit.shares()
    visit.other_writes(tmp_path, "one")
    faults: list[Expected] = []
    visit.window.rooms.fault.connect(faults.append)
    full = Expected(Fault.LOG_NOT_WRITTEN, path="log")

    def refuse(*_: object, **__: object) -> None:
        raise full

    for name in ("merge", "archive"):
        with monkeypatch.context() as patch:
            patch.setattr(visit.parent.opened.log, name, refuse)
            visit.watch.try_now()
            visit.rests()
            assert faults == []
            card.now.click()
            visit.rests()
        assert faults == [full], name
        faults.clear()
    with monkeypatch.context() as patch:
        patch.setattr(SharingFile, "save", refuse)
        card.stop.click()
        assert faults == [full]
    assert len(visit.parent.house.sessions()) == 0


def test_a_bug_on_the_way_is_written_down_as_any_other(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    visit.shares()
    monkeypatch.setattr(SharedFolder, "read", lambda *_: 1 / 0)
    with visit.qtbot.captureExceptions() as caught:
        visit.watch.try_now()
        visit.rests()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_it_is_tried_by_itself_after_the_first_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing_watch, "FIRST_MS", 1)
    visit = Visit(qtbot, qapp, tmp_path, monkeypatch)
    sharing = visit.shared.sharing()
    sharing.begin(sharing.look(visit.folder).run())
    visit.window.show_today()
    qtbot.waitUntil(lambda: len(list(visit.folder.iterdir())) == 1)
    visit.rests()
    visit.ends()


def test_words_for_what_lies_there() -> None:
    words = SharingWords()
    assert words.trouble(Fault.SHARE_NOT_WRITTEN.value).startswith("The folder cannot be written now.")
    assert words.refused(Expected(Fault.LOG_LOCKED)) == ""


def test_a_window_without_sharing_has_no_such_card(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.knows_baby()
    house = app.House(
        parent.house, load_figures().book, parent.opened.report, False, lambda: None,
        data=lambda: belongings(parent.house, parent.opened.log, parent.clock),
    )  # fmt: skip
    window: MainWindow = app.make_window(qapp, house)
    qtbot.addWidget(window)
    page = window.rooms.settings()
    page.open_room(page.data)
    assert not cast("DataRoom", page.data.room).sharing.isVisibleTo(page)
    parent.opened.log.close()


def test_a_folder_that_does_not_answer_holds_up_no_end_and_nobody_goes_there_twice(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit.shares()
    asked, answer = [], threading.Event()
    read = SharedFolder.read

    def slow(self: SharedFolder, folder: Path) -> dict[str, bytes | None]:
        asked.append(folder)
        answer.wait(30)
        return read(self, folder)

    monkeypatch.setattr(bootstrap_data, "LAST_SECONDS", 0.05)
    monkeypatch.setattr(SharedFolder, "read", slow)
    visit.shared.close()
    visit.watch.try_now()
    visit.parent.waits(50)
    visit.shared.close()
    assert len(asked) == 2
    answer.set()
    visit.rests()
