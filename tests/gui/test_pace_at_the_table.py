"""The pace of a session in the parent's hand: a wait at a boundary, oil, tempo, time and parts by key and by press."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.pacing import TEMPOS
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.settings_rooms import SessionRoom
from babymassage_gui.gui.theme import Theme, ThemeName
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

KEY = Qt.Key


def in_a_session(qtbot: QtBot, folder: Path, **wanted: object) -> Parent:
    """A parent in the first step of a massage."""
    parent = Parent(qtbot, folder, FakeClock())
    parent.knows_baby(settings=Settings(less_motion=True, **wanted))  # type: ignore[arg-type]
    parent.opens()
    parent.starts()
    parent.lives_to("open-ask", 1.0)
    return parent


def test_a_step_that_waits_shows_go_on_and_begins_with_its_press(qtbot: QtBot, tmp_path: Path) -> None:
    parent = in_a_session(qtbot, tmp_path, wait_at_steps=True)
    page, runner = parent.expects(SessionPage), parent.house.runner
    assert page.skip.text() == "Skip"
    parent.lives(lambda: runner.session.waiting)
    parent.waits(60)
    assert (page.skip.text(), page.skip.accessibleName(), page.skip.waiting) == ("Go on", "Go on", True)
    waits_for = runner.session.planned.step.id
    parent.presses(page.skip)
    assert (runner.session.planned.step.id, runner.session.phase) == (waits_for, Phase.STEP)
    parent.waits(60)
    assert page.skip.text() == "Skip"


def test_a_knock_while_it_waits_is_still_baby_needs_me(qtbot: QtBot, tmp_path: Path) -> None:
    parent = in_a_session(qtbot, tmp_path, wait_at_parts=True)
    parent.lives(lambda: parent.house.runner.session.waiting)
    parent.key(KEY.Key_Space)
    assert parent.house.runner.session.phase is Phase.PAUSED


def test_with_a_product_the_sheet_offers_a_little_oil_before_the_first_part(qtbot: QtBot, tmp_path: Path) -> None:
    parent = in_a_session(qtbot, tmp_path, choices=Choices(product=True))
    runner = parent.house.runner
    parent.lives(lambda: runner.session.oiling, 0.5)
    parent.waits(60)
    page = parent.expects(SessionPage)
    assert "A little oil, if you use it." in page.sheet.accessibleName()
    counted = runner.session.active_seconds(parent.clock.now())
    parent.key(KEY.Key_Right)
    assert runner.session.phase is Phase.STEP
    assert runner.session.active_seconds(parent.clock.now()) == counted


@pytest.mark.parametrize(
    ("keys", "tempo"),
    [([KEY.Key_BracketLeft], 90), ([KEY.Key_Less, KEY.Key_Less], 75), ([KEY.Key_BracketRight], 110),
     ([KEY.Key_Greater] * 5, 125), ([KEY.Key_Less] * 9, 50)],
)  # fmt: skip
def test_brackets_change_the_tempo_and_stop_nothing(
    qtbot: QtBot, tmp_path: Path, keys: list[Qt.Key], tempo: int
) -> None:
    parent = in_a_session(qtbot, tmp_path)
    for key in keys:
        parent.key(key)
    session = parent.house.runner.session
    assert (session.tempo, session.phase) == (tempo, Phase.STEP)


def test_plus_and_minus_change_the_time_of_the_step(qtbot: QtBot, tmp_path: Path) -> None:
    parent = in_a_session(qtbot, tmp_path)
    runner = parent.house.runner
    parent.lives_to("tummy-circle", 1.0)
    seconds = runner.session.planned.seconds
    parent.key(KEY.Key_Plus)
    longer = runner.session.planned.seconds
    parent.key(KEY.Key_Minus)
    assert seconds < longer
    assert runner.session.planned.seconds < longer


def test_end_and_home_go_from_part_to_part(qtbot: QtBot, tmp_path: Path) -> None:
    parent = in_a_session(qtbot, tmp_path)
    session = parent.house.runner.session
    parts = list(dict.fromkeys(one.step.block for one in session.steps if not one.step.is_turn))
    parent.key(KEY.Key_End)
    assert parent.house.runner.session.planned.step.block is parts[1]
    parent.key(KEY.Key_End)
    assert parent.house.runner.session.planned.step.block is parts[2]
    parent.key(KEY.Key_Home)
    assert parent.house.runner.session.planned.step.block is parts[1]


def test_a_press_on_a_zone_goes_there_and_back_and_what_it_passes_is_skipped(qtbot: QtBot, tmp_path: Path) -> None:
    parent = in_a_session(qtbot, tmp_path)
    page, runner = parent.expects(SessionPage), parent.house.runner
    parent.presses(page.zones.buttons()[2])
    assert (runner.session.planned.step.block, runner.session.phase) == (Block.TUMMY, Phase.READY)
    logged = parent.opened.log.session(runner.session_id).steps
    assert {step.outcome.value for step in logged[1:]} == {"skipped"}
    parent.waits(60)
    parent.presses(page.zones.buttons()[0])
    assert runner.session.planned.step.block is Block.LEGS


def test_tempo_and_waits_are_set_in_the_room_of_the_session(qtbot: QtBot) -> None:
    room = SessionRoom(Theme(ThemeName.LIGHT))
    qtbot.addWidget(room)
    room.show_settings(Settings())
    sent: list[Settings] = []
    room.changed.connect(sent.append)
    room.changed.connect(room.show_settings)
    room.wait_at_parts.click()
    room.wait_at_steps.click()
    qtbot.keyClick(room.tempo, KEY.Key_Down)
    assert sent[-1] == Settings(wait_at_parts=True, wait_at_steps=True, tempo=90)
    room.show_settings(Settings(tempo=TEMPOS[0]))
    assert (room.tempo.value(), room.wait_at_parts.isChecked()) == (0, False)
    assert len(sent) == 3
