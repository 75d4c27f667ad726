"""The check-in at every size: no word is cut, all three taps are in sight, and rows out of sight are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_view import ReadyLine, Tone
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.gui.test_page_check_in import TODAY, opened, rows, view


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (800, 480), (800, 1280)])
@pytest.mark.parametrize("told", ["", "37.5 to 37.9 °C, Had fever medicine"])
def test_no_word_is_cut_at_any_size(qtbot: QtBot, size: tuple[int, int], told: str) -> None:
    shower = ReadyLine("P-08", "hand-heart", "Someone shows you", "…", "Ask to be shown. Try it on a doll first.")
    made = CheckInPage(Theme().scaled_to(*size))
    qtbot.addWidget(made)
    made.resize(*size)
    apply_theme(made, Theme().scaled_to(*size))
    first, *others = rows(TODAY, "T")
    made.show_check_in(
        view(today_rows=(replace(first, tone=Tone.REST, told=told), *others), ready=(*view().ready, shower))
    )
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(1)
    shown = [*made.rows.box.rows(), *made.ready.rows]
    assert len(shown) == 17
    assert [row.text() for row in shown if row.height_for(row.width()) > row.height() + 1] == []
    assert [
        label.text() for label in made.findChildren(TextLabel) if label.isVisible() and not label.block().fits
    ] == []


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (800, 480), (800, 1280)])
def test_all_three_taps_are_in_sight_at_once(qtbot: QtBot, size: tuple[int, int]) -> None:
    made = CheckInPage(Theme().scaled_to(*size))
    qtbot.addWidget(made)
    made.resize(*size)
    apply_theme(made, Theme().scaled_to(*size))
    made.show_check_in(view())
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(1)
    for button in (*made.rows.box.rows(), made.rows.none, *made.feed.chips, made.ready.begin):
        assert not button.visibleRegion().isEmpty()
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()


def test_rows_out_of_sight_are_counted(qtbot: QtBot) -> None:
    page = CheckInPage(Theme())
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_check_in(view())
    page.show()
    qtbot.waitExposed(page)
    qtbot.wait(1)
    assert page.rows.hint.text() == "Hold a row: why?"
    page.resize(1280, 560)
    page.show_check_in(view(today_rows=opened()))
    QApplication.processEvents()
    hidden = int(page.rows.hint.text().split(" ", 1)[0])
    assert page.rows.hint.text() == f"{hidden} more below"
    assert 0 < hidden < 10
    bar = page.rows.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.rows.hint.text() == "Hold a row: why?"
