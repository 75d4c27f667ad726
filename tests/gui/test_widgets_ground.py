"""Grounds with their shadows, stock widgets in our clothes, icons, tags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.theme import Phase, Theme
from babymassage_gui.gui.widgets.fields import ScrollPage, Slider, TextField
from babymassage_gui.gui.widgets.ground import Card, Ground, Mat
from babymassage_gui.gui.widgets.icons import MissingIconError, icon_pixmap
from babymassage_gui.gui.widgets.labels import Tag

THEME = Theme()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_ground_paints_the_shadow_beside_its_card(qtbot: QtBot) -> None:
    ground = Ground(THEME)
    qtbot.addWidget(ground)
    ground.resize(300, 300)
    card = Card(THEME, ground)
    card.setGeometry(60, 60, 180, 180)
    ground.show()
    plain = THEME.colour("page")
    below = picture(ground).pixelColor(150, 244)
    assert below.lightness() < plain.lightness()
    card.hide()
    assert picture(ground).pixelColor(150, 244) == plain


def test_a_mat_shows_its_phase(qtbot: QtBot) -> None:
    mat = Mat(THEME, Phase.STROKE)
    qtbot.addWidget(mat)
    mat.resize(200, 200)
    before = picture(mat)
    mat.set_phase(Phase.HOLD)
    assert mat.phase is Phase.HOLD
    assert picture(mat) != before


def test_fields_have_names_and_never_turn_red(qtbot: QtBot) -> None:
    field, slider = TextField(THEME, "Name", "may stay empty", "note-pencil"), Slider(THEME, "Text size", 0, 4, 1)
    page = ScrollPage(THEME, QWidget())
    for widget in (field, slider, page):
        qtbot.addWidget(widget)
    assert (field.accessibleName(), slider.accessibleName()) == ("Name", "Text size")
    field.set_wrong(True)
    assert THEME.palette.ink in field.styleSheet()
    for widget in (field, slider, page):
        assert "font" not in widget.styleSheet(), "fonts come from QFont: a style sheet would win"


def test_an_icon_takes_the_colour_it_is_given(qtbot: QtBot) -> None:
    shown = icon_pixmap("play", "#8A4A12", 40, "fill", ratio=1.0).toImage()
    assert shown.pixelColor(20, 20).name() == "#8a4a12"


def test_an_icon_that_is_not_there_is_a_fault_and_no_blank(qtbot: QtBot) -> None:
    with pytest.raises(MissingIconError):
        icon_pixmap("lock-simple", "#000000", 24)


def test_a_tag_is_as_wide_as_its_words_at_the_near_end(qtbot: QtBot) -> None:
    tag = Tag(THEME, "Slide in", lead="Next", align=Qt.AlignmentFlag.AlignRight)
    qtbot.addWidget(tag)
    tag.fit(QRectF(0, 0, 600, 60))
    assert tag.width() < 400
    assert tag.geometry().right() == 599


def test_the_knob_of_a_slider_is_round_in_every_window(qtbot: QtBot) -> None:
    for size in ((1280, 800), (1000, 640), (900, 600), (800, 480)):
        slider = Slider(THEME.scaled_to(*size), "Text size", 0, 4, 0)
        qtbot.addWidget(slider)
        slider.resize(200, slider.height())
        shown = picture(slider)
        edge = THEME.colour("primary")
        knob = [(x, y) for x in range(60) for y in range(slider.height()) if shown.pixelColor(x, y) == edge]
        left, top = min(x for x, _ in knob), min(y for _, y in knob)
        assert (left, top) not in knob, f"a square corner at {size}"
