"""Text always fits: the largest size of the ladder, balanced lines, its own direction, and it is spoken too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.labels import Note, Tag, TextLabel
from babymassage_gui.gui.widgets.text_block import fit_role, fit_text, lay_out, reading_direction

THEME = Theme()
INSTRUCTION = "Flat palm, slow clockwise circle as you look at the tummy."


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: QApplication) -> Iterator[None]:
    loaded = [QFontDatabase.addApplicationFont(f":/fonts/Nunito-{cut}.ttf") for cut in ("Medium", "Bold", "ExtraBold")]
    assert min(loaded) >= 0
    yield
    for font in loaded:
        QFontDatabase.removeApplicationFont(font)


def test_the_ladder_picks_the_largest_size_that_fits(qtbot: QtBot) -> None:
    width, height = 476, 200
    block = fit_role(INSTRUCTION, Type.INSTRUCTION, THEME, width, height)
    assert block.fits
    sizes = THEME.ladder(Type.INSTRUCTION)
    for larger in sizes[: sizes.index(block.px)]:
        tried = lay_out(INSTRUCTION, larger, Weight.MEDIUM, Type.INSTRUCTION.leading, width)
        assert tried.height > height + 1 or not tried.fits
    assert fit_role(INSTRUCTION, Type.INSTRUCTION, THEME, width, 1000).px == sizes[0]


def test_what_fits_nowhere_says_so(qtbot: QtBot) -> None:
    block = fit_text(INSTRUCTION, (20, 16), Weight.MEDIUM, 1.2, 60, 20)
    assert not block.fits
    assert block.px == 16


def test_lines_are_balanced_so_that_no_word_is_lonely(qtbot: QtBot) -> None:
    text = "Two calm sessions: one minute more, on purpose."
    block = lay_out(text, 28, Weight.EXTRA, 1.2, 420)
    assert block.lines == 2
    widths = [block.layout.lineAt(index).naturalTextWidth() for index in range(2)]
    assert min(widths) > 0.6 * max(widths)


def test_a_line_has_the_height_that_the_type_table_gives_it(qtbot: QtBot) -> None:
    block = lay_out(INSTRUCTION, 40, Weight.MEDIUM, 1.17, 400)
    assert block.height == pytest.approx(block.lines * 40 * 1.17)


def test_digits_do_not_jitter(qtbot: QtBot) -> None:
    assert len({lay_out(f"{digit}" * 4, 40, Weight.EXTRA, 1.1, 900).width for digit in range(10)}) == 1


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("3 of 5", Qt.LayoutDirection.LeftToRight),
        ("3 من 5", Qt.LayoutDirection.RightToLeft),
        ("2:10", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_a_text_reads_in_its_own_direction(text: str, direction: Qt.LayoutDirection) -> None:
    assert reading_direction(text) == direction


def test_a_label_speaks_what_it_shows(qtbot: QtBot) -> None:
    label = TextLabel(THEME, "3 of 5", Type.REPETITION, max_lines=1)
    note, tag = Note(THEME, "Skip the knee.", "warning-circle"), Tag(THEME, "Rest your hands", lead="Next")
    for widget in (label, note, tag):
        qtbot.addWidget(widget)
    assert label.accessibleName() == "3 of 5"
    label.set_text("4 of 5")
    assert label.accessibleName() == "4 of 5"
    assert note.accessibleName() == "Skip the knee."
    assert tag.accessibleName() == "Next Rest your hands"


def test_a_label_in_a_layout_asks_for_the_height_of_its_lines(qtbot: QtBot) -> None:
    label = TextLabel(THEME, INSTRUCTION, Type.BODY)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > label.heightForWidth(900) > 0


def test_a_label_finds_its_size_again_when_words_or_room_change(qtbot: QtBot) -> None:
    label = TextLabel(THEME, "Rest", Type.INSTRUCTION)
    qtbot.addWidget(label)
    label.resize(476, 120)
    large = label.block().px
    label.set_text(INSTRUCTION)
    assert label.block().px < large
    label.resize(476, 400)
    assert label.block().px == large
    label.set_theme(Theme(text_scale=1.5))
    assert label.block().px > large
