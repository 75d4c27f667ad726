"""From the first start to the bar on the chart: the real window, the real content, a real log."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Ending, Kind, Mood
from babymassage_gui.core.session_table import Phase
from babymassage_gui.gui.pages.health import HealthPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.text_size import TextSizePage
from babymassage_gui.gui.pages.turn import TurnPage
from babymassage_gui.gui.pages.welcome import WelcomePage
from babymassage_gui.gui.pages.wrap_up import WrapUpPage
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_to_read
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

# What a first session of 3 minutes holds at 90 days (content-spec 3.5).
FIRST_EVERYDAY = (
    "open-ask", "open-rest", "leg-outer", "arm-outer", "tummy-circle", "chest-ribs", "turn-tummy", "back-up",
    "turn-back", "close-strokes", "close-cuddle",
)  # fmt: skip


def _answer_the_welcome(parent: Parent) -> None:
    """A baby of 90 days, born on time, navel healed, doctor asked."""
    form = parent.expects(WelcomePage).form
    born = parent.clock.local_time().date() - timedelta(days=90)
    form.name.setText("Mila")
    form.name.textEdited.emit("Mila")
    form.year.set_value(born.year)
    form.month.set_value(born.month)
    form.day.set_value(born.day)
    for pill in (form.early.no, form.navel.yes, form.doctor.yes):
        parent.presses(pill)
    parent.presses(parent.expects(WelcomePage).go)


def test_welcome_start_every_step_wrap_up_and_the_bar_on_the_chart(qtbot: QtBot, tmp_path: Path) -> None:
    parent = Parent(qtbot, tmp_path, FakeClock())
    window = parent.opens()
    _answer_the_welcome(parent)
    parent.presses(parent.expects(HealthPage).none)
    parent.expects(TextSizePage).chosen.emit(1.0)
    home = parent.expects(HomePage)
    assert home.name.text() == "Mila is 12 weeks old"
    assert home.plan.number.text() == "3"

    parent.key(Qt.Key.Key_Return)
    parent.answers_the_check_in()
    runner = parent.house.runner
    planned = [step.step.id for step in runner.session.steps]
    assert tuple(planned) == FIRST_EVERYDAY
    titles = []
    for step_id in planned:
        parent.lives(partial(_at, parent, step_id), jump=0.5)
        turning = runner.session.planned.step.is_turn
        titles.append(
            parent.expects(TurnPage).title.text()
            if turning
            else parent.expects(SessionPage).sheet.accessibleName().split(".")[0]
        )
    assert titles == [parent.house.catalogue.steps[step_id].title for step_id in planned]

    parent.lives(lambda: not runner.running)
    wrap_up = parent.expects(WrapUpPage)
    parent.presses(next(tile for tile in wrap_up.tiles if tile.mood is Mood.CALM))
    parent.presses(wrap_up.button)
    with _reading(tmp_path, parent) as log:
        (session,) = log.sessions(parent.house.today().baby.id)
    assert session.done_steps == FIRST_EVERYDAY
    assert (session.kind, session.ending, session.mood) == (Kind.MASSAGE, Ending.FINISHED, Mood.CALM)
    assert session.active_seconds == 194

    home = parent.expects(HomePage)
    assert not home.start_button.isEnabled()
    assert home.start_button.text() == "See you tomorrow"
    parent.presses(window.rail.buttons()[1])
    progress = parent.expects(ProgressPage)
    qtbot.waitUntil(lambda: progress.chart is not None)
    assert progress.chart is not None
    assert progress.chart.told(0)[1] == "3 minutes of 3, calm"
    (bar,) = progress.chart.shapes().values()
    assert abs(bar.whole.height()) > 20


def _at(parent: Parent, step_id: str) -> bool:
    session = parent.house.runner.session
    return session.phase is Phase.STEP and session.planned.step.id == step_id


def _reading(folder: Path, parent: Parent) -> SqliteLog:
    log = open_to_read(folder, parent.clock.local_time)
    assert log is not None
    return log
