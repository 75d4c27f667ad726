"""Can you read this from the table? The sentence grows until it can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.settings import TEXT_SCALES
from babymassage_gui.gui.pages.text_size import TextSizePage
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.themed import apply_theme

SIZES = [(1280, 800), (900, 600), (800, 480), (800, 1280), (3840, 2160)]


def open_page(qtbot: QtBot, size: tuple[int, int] = (1280, 800)) -> TextSizePage:
    page = TextSizePage(Theme().scaled_to(*size))
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_sentence_has_the_size_of_a_session(qtbot: QtBot) -> None:
    assert open_page(qtbot).sentence.block().px == 50


def test_it_reads_well_at_once(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    with qtbot.waitSignal(page.chosen, check_params_cb=lambda scale: scale == 1.0):
        press(qtbot, page.well)


def test_each_answer_grows_the_sentence_live(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    sizes = [page.sentence.block().px]
    for answer in (page.larger, page.even_larger):
        press(qtbot, answer)
        sizes.append(page.sentence.block().px)
    assert sizes == [50, round(50 * 1.15), round(50 * 1.5)]
    with qtbot.waitSignal(page.chosen, check_params_cb=lambda scale: scale == 1.5):
        press(qtbot, page.well)


def test_at_the_largest_there_is_nothing_larger_to_press(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    for _ in TEXT_SCALES:
        press(qtbot, page.larger)
    assert page.scale == TEXT_SCALES[-1]
    assert not page.larger.isEnabled()
    assert not page.even_larger.isEnabled()
    assert QApplication.focusWidget() is page.well


def test_too_large_can_be_taken_back(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    assert page.smaller.isHidden()
    press(qtbot, page.even_larger)
    press(qtbot, page.smaller)
    assert page.scale == 1.15
    press(qtbot, page.smaller)
    assert page.scale == 1.0
    assert page.smaller.isHidden()


def test_keys_reach_every_answer(qtbot: QtBot) -> None:
    page = open_page(qtbot)
    chosen: list[float] = []
    page.chosen.connect(chosen.append)
    assert QApplication.focusWidget() is page.well
    qtbot.keyClick(page.well, Qt.Key.Key_Plus)
    qtbot.keyClick(page.well, Qt.Key.Key_Tab)
    qtbot.keyClick(page.larger, Qt.Key.Key_Return)
    qtbot.keyClick(page.larger, Qt.Key.Key_Minus)
    page.well.setFocus()
    qtbot.keyClick(page.well, Qt.Key.Key_Return)
    assert chosen == [1.15]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_the_sentence_is_never_shrunk_or_cut(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    page = open_page(qtbot, size)
    apply_theme(page, Theme(text_scale=1.5).scaled_to(*size))
    page.begin(scale)
    theme = Theme(text_scale=scale).scaled_to(*size)
    block = page.sentence.block()
    assert block.fits
    assert block.px == round(theme.text_px(50))
    assert page.sheet.rect().contains(page.sentence.geometry())
    for answer in (page.well, page.larger, page.even_larger):
        assert page.rect().contains(answer.geometry())
        assert not page.sheet.geometry().intersects(answer.geometry())
        assert answer.height() >= 88
