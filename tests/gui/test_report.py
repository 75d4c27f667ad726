"""The report for the health visitor, from Progress to the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.report import Period, report_of
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.pages.report import ReportPage
from babymassage_gui.gui.progress_desk import ProgressDesk
from babymassage_gui.gui.report_desk import ReportDesk
from babymassage_gui.gui.widgets.report_sheet import A4, LETTER, ReportSheet
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue
from tests.fakes.records import massage
from tests.gui.parent import Parent

TODAY = date(2026, 6, 30)
OLD, PLAIN, NEW = (f"00000000-0000-4000-8000-00000000000{number}" for number in range(3))
LONG = "Cried when turned over, calmed on the shoulder, then went on with the back. " * 4


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    """A parent with three massages in the log, two of them with a note, on the report's page."""
    made = Parent(qtbot, tmp_path, FakeClock())
    made.knows_baby()
    baby = made.house.baby
    assert baby is not None
    day = made.clock.local_time().date()
    for ident, days_ago, note in ((OLD, 40, "Smiled at the legs"), (PLAIN, 5, ""), (NEW, 2, "Fell asleep at the end")):
        session = replace(
            massage(day - timedelta(days=days_ago), 4.0),
            id=ident,
            baby_id=baby.id,
            ended_at=None,
            ending=None,
            mood=None,
        )
        made.opened.log.begin(session)
        made.opened.log.finish(session.id, Ending.FINISHED, 240.0, session.started_at + timedelta(minutes=4))
        made.opened.log.wrap_up(session.id, Mood.CALM, note)
    window = made.opens()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    window.show_page(window.rooms.progress())
    made.presses(made.expects(ProgressPage).report)
    return made


def desk_of(parent: Parent) -> ReportDesk:
    assert parent.window is not None
    return parent.window.findChildren(ProgressDesk)[0].findChildren(ReportDesk)[0]


def test_it_shows_three_months_and_every_note_that_could_go_in(parent: Parent) -> None:
    page = parent.expects(ReportPage)
    assert page.spans.checkedId() == list(Period).index(Period.QUARTER)
    assert [(key, pill.isChecked()) for key, pill in page.notes.items()] == [(NEW, False), (OLD, False)]


def test_a_shorter_period_has_fewer_notes_and_a_chosen_one_goes_onto_the_paper(parent: Parent) -> None:
    page, desk = parent.expects(ReportPage), desk_of(parent)
    parent.presses(page.spans.buttons()[0])
    assert list(page.notes) == [NEW]
    parent.presses(page.notes[NEW])
    report = desk.report()
    assert report is not None
    assert [note.text for note in report.notes] == ["Fell asleep at the end"]
    assert report.total.massages == 2
    parent.presses(page.notes[NEW])
    again = desk.report()
    assert again is not None
    assert again.notes == ()


def test_escape_and_the_arrow_lead_back_to_progress(parent: Parent) -> None:
    parent.key(Qt.Key.Key_Escape)
    page = parent.expects(ProgressPage)
    parent.presses(page.report)
    parent.presses(parent.expects(ReportPage).back)
    parent.expects(ProgressPage)


def test_the_pdf_can_be_opened_and_says_whose_massages_these_are(parent: Parent, tmp_path: Path) -> None:
    told: list[str] = []
    desk = desk_of(parent)
    desk.noted.connect(told.append)
    assert desk.save_to(str(tmp_path / "out.pdf"))
    document = QPdfDocument()
    assert document.load(str(tmp_path / "out.pdf")) is QPdfDocument.Error.None_
    assert document.pageCount() == 1
    assert document.pagePointSize(0).toSize() == QSizeF(595, 842).toSize()
    text = document.getAllText(0).text()
    document.close()
    assert "Mila's massages" in text
    assert "Not a medical record" in text
    assert told == ["The report is saved."]


def test_where_it_cannot_be_saved_nothing_is_left_and_a_sentence_says_so(parent: Parent, tmp_path: Path) -> None:
    told: list[str] = []
    desk = desk_of(parent)
    desk.noted.connect(told.append)
    assert not desk.save_to(str(tmp_path / "no such folder" / "out.pdf"))
    assert told == ["It cannot be saved there. Choose another folder."]
    assert not (tmp_path / "no such folder").exists()


@pytest.mark.parametrize("size", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize(("notes", "pages"), [(0, 1), (2, 1), (12, 2), (60, 2)])
def test_notes_take_a_second_page_and_never_a_third(size: QSizeF, notes: int, pages: int) -> None:
    log = [massage(TODAY - timedelta(days=number), 5.0) for number in range(80)]
    written = [_with_note(one, LONG if index < notes else "") for index, one in enumerate(log)]
    chosen = {one.id for one in written}
    baby = Baby("b", "", date(2026, 1, 1), due=date(2026, 2, 20))
    report = report_of(baby, written, 5, Period.ALL, TODAY, taught=catalogue().steps, chosen=chosen)
    sheet = ReportSheet(report, size)
    assert sheet.pages == pages
    told = sum(len(here) for here, _ in sheet._notes)
    assert told + sheet._notes[-1][1] == notes


@pytest.mark.parametrize("days", [0, 1, 90, 400, 3000])
def test_any_length_of_log_is_painted_within_its_page(days: int, qtbot: QtBot) -> None:
    log = [massage(TODAY - timedelta(days=number), 5.0) for number in range(0, days, 3)]
    report = report_of(Baby("b", "Mila", date(2018, 1, 1)), log, 5, Period.ALL, TODAY, taught={})
    picture = ReportSheet(report).picture(1, 400)
    edge = [picture.pixelColor(x, y) for x in (3, 396) for y in range(0, picture.height(), 7)]
    assert {pixel.name() for pixel in edge} == {"#ffffff"}


def _with_note(session: SessionRecord, note: str) -> SessionRecord:
    return replace(session, note=note)
