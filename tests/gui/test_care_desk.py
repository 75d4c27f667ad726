"""Settings and the household: what is said in a room is kept, opens what it should, and a disk that is full is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.said import Said
from babymassage_gui.gui.care_desk import CareDesk
from babymassage_gui.gui.pages.care_view import Saying
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.theme import Theme
from tests.fakes.home import READY, Home
from tests.fakes.records import BABY


class Open:
    """Settings of a family at its computer."""

    def __init__(self, qtbot: QtBot, home: Home | None = None) -> None:
        self.home = home or Home()
        self.page = SettingsPage(Theme(less_motion=True), "1.2.3")
        qtbot.addWidget(self.page)
        self.desk = CareDesk(self.home.household, self.page)
        self.faults: list[Expected] = []
        self.desk.fault.connect(self.faults.append)
        self.desk.begin()

    def kept(self) -> tuple[Said, ...]:
        """What is kept about the subjects of Settings."""
        return tuple(one for one in self.home.said.sayings(BABY) if not one.subject.startswith("N-"))


def test_what_is_said_is_kept_with_the_name_and_the_moment(qtbot: QtBot) -> None:
    settings = Open(qtbot)
    settings.page.said.emit(Saying("gym-soar", "shown", "Nurse Kim"))
    (said,) = settings.kept()
    assert (said.subject, said.answer, said.by) == ("gym-soar", "shown", "Nurse Kim")
    assert said.at == settings.home.clock.local_time()


def test_control_z_takes_it_back_from_the_log(qtbot: QtBot) -> None:
    settings = Open(qtbot)
    settings.page.said.emit(Saying("gym-soar", "shown", "Nurse Kim"))
    settings.page.undo()
    assert settings.kept() == ()
    settings.page.undo()
    assert settings.faults == []


def test_a_prescription_that_was_shown_opens_the_counter(qtbot: QtBot) -> None:
    settings = Open(qtbot)
    barriers = []
    for saying in (
        None,
        Saying("eye-duct", "prescribed", "Dr Ahmadi", "5 strokes, left, 3 a day"),
        Saying("eye-duct", "shown", "Dr Ahmadi"),
    ):
        if saying is not None:
            settings.page.said.emit(saying)
        offers = settings.home.household.today().offers
        barriers.append(next(o.refusal and o.refusal.barrier.value for o in offers if o.routine.id == "tear-duct"))
    assert barriers == ["prescribe-first", "show-first", None]


def test_the_doctors_yes_is_in_the_profile_and_out_of_it_again(qtbot: QtBot) -> None:
    home = Home(baby=replace(READY, doctor_yes_on=None))
    settings = Open(qtbot, home)
    settings.page.baby_changed.connect(home.household.save_baby)
    settings.page.said.emit(Saying("N-01", "yes", "Dr Ahmadi"))
    assert home.household.baby == READY
    settings.page.undo()
    assert home.household.baby == replace(READY, doctor_yes_on=None)
    assert settings.page.undo_button.isHidden()


def test_without_a_baby_nothing_is_said(qtbot: QtBot) -> None:
    settings = Open(qtbot, Home(baby=None))
    settings.page.said.emit(Saying("gym-soar", "shown", "Nurse Kim"))
    assert settings.kept() == ()


def test_what_could_not_be_kept_is_told_and_shown_as_it_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Open(qtbot)

    def full(_said: object) -> None:
        raise Expected(Fault.LOG_NOT_WRITTEN)

    monkeypatch.setattr(settings.home.said, "say", full)
    settings.page.said.emit(Saying("gym-soar", "shown", "Nurse Kim"))
    assert [fault.fault for fault in settings.faults] == [Fault.LOG_NOT_WRITTEN]
    assert settings.page.undo_button.isHidden()


def test_what_could_not_be_taken_back_can_be_tried_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Open(qtbot)
    settings.page.said.emit(Saying("gym-soar", "shown", "Nurse Kim"))

    def full(_said: object) -> None:
        raise Expected(Fault.LOG_NOT_WRITTEN)

    with monkeypatch.context() as patch:
        patch.setattr(settings.home.said, "unsay", full)
        settings.page.undo()
    assert len(settings.faults) == 1
    assert len(settings.kept()) == 1
    settings.page.undo()
    assert settings.kept() == ()
