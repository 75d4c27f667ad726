"""The words of every step on the sheet: none is clipped, and a larger type never makes the instruction smaller."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.content.loader import load_playable
from babymassage_gui.gui.pages.session_layout import session_layout
from babymassage_gui.gui.pages.sheet import Sheet, StepWords
from babymassage_gui.gui.theme import Phase, Theme

SIZES = [(1280, 800), (900, 600), (800, 480), (800, 1280)]


def sheet_for(qtbot: QtBot, size: tuple[int, int], text_scale: float) -> Sheet:
    """A sheet as it lies in a window of that size."""
    theme = Theme(text_scale=text_scale).scaled_to(*size)
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(session_layout(*size, theme).sheet.size().toSize())
    return sheet


def words() -> list[StepWords]:
    """What every step of the catalogue says."""
    return [StepWords(s.title, s.instruction, s.caution) for s in load_playable().catalogue.steps.values()]


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_any_step_is_clipped_and_larger_type_is_never_smaller(qtbot: QtBot, size: tuple[int, int]) -> None:
    comfortable = sheet_for(qtbot, size, 1.0)
    larger = [sheet_for(qtbot, size, scale) for scale in (1.15, 1.5)]
    assert len(words()) == 69
    for step in words():
        comfortable.show_words(step, Phase.STROKE)
        least = comfortable.layout_of_words().instruction.px
        for sheet in larger:
            sheet.show_words(step, Phase.STROKE)
            laid_out = sheet.layout_of_words()
            assert laid_out.title.fits, step.title
            assert laid_out.instruction.fits, step.instruction
            assert laid_out.instruction.height <= laid_out.room.height() + 1, step.instruction
            assert laid_out.caution is None or laid_out.caution.fits, step.caution
            assert laid_out.instruction.px >= least - 0.5, (step.instruction, sheet.theme.text_scale)


def test_at_the_design_size_most_instructions_read_from_the_table(qtbot: QtBot) -> None:
    sheet = sheet_for(qtbot, (1280, 800), 1.0)
    sizes = []
    for step in words():
        sheet.show_words(step, Phase.STROKE)
        sizes.append(sheet.layout_of_words().instruction.px)
    assert sum(px >= 44 for px in sizes) >= 58
    assert min(sizes) >= 36
