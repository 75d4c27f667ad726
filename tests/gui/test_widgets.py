"""The painted parts: everything pressable is a real button, has a name, works by key, and says more than colour."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import SMALLEST_TARGET, Theme, ThemeName
from babymassage_gui.gui.widgets.buttons import (
    ChoiceCard,
    PrimaryButton,
    QuietButton,
    ReadyButton,
    SquareButton,
    StopButton,
)
from babymassage_gui.gui.widgets.chips import Chip, ChoicePill, LinkButton, RoundButton, SegmentButton, ToggleSwitch
from babymassage_gui.gui.widgets.fields import Slider
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.themed import apply_theme
from babymassage_gui.gui.widgets.tiles import MoodTile, SkinDot

THEME = Theme()


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: QApplication) -> Iterator[None]:
    loaded = [QFontDatabase.addApplicationFont(f":/fonts/Nunito-{cut}.ttf") for cut in ("Medium", "Bold", "ExtraBold")]
    assert min(loaded) >= 0
    yield
    for font in loaded:
        QFontDatabase.removeApplicationFont(font)


def one_of_each(parent: QWidget) -> list[Pressable]:
    return [
        PrimaryButton(THEME, "Start", "play", parent),
        StopButton(THEME, "Baby needs me", "Space", parent),
        SquareButton(THEME, "Back", "skip-back", parent),
        QuietButton(THEME, "Fell asleep", "moon-stars", parent),
        ReadyButton(THEME, "We are ready", "check-fat", parent),
        ChoiceCard(THEME, "Carry on", "Counts you in from 3", "play", parent),
        ChoicePill(THEME, "Early", parent),
        SegmentButton(THEME, "Week", parent),
        Chip(THEME, "Tummy", None, parent, number="3"),
        RoundButton(THEME, "minus", "One minute less", parent),
        LinkButton(THEME, "Try it with a doll", "sparkle", parent),
        ToggleSwitch(THEME, "Less motion", parent=parent),
        MoodTile(THEME, Mood.CALM, "Calm", Skin.AMBER, parent),
        SkinDot(THEME, Skin.HONEY, "Honey", parent),
    ]


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def tall_window(qtbot: QtBot) -> tuple[Ground, list[Pressable]]:
    ground = Ground(THEME)
    buttons = one_of_each(ground)
    for index, button in enumerate(buttons):
        button.setGeometry(10 + index % 4 * 240, 10 + index // 4 * 120, 220, 100)
    ground.resize(980, 500)
    qtbot.addWidget(ground)
    ground.show()
    return ground, buttons


def test_everything_pressable_is_a_real_button_with_a_name_and_a_target(qtbot: QtBot) -> None:
    ground, buttons = tall_window(qtbot)
    assert ground.findChildren(Pressable) == buttons
    for button in buttons:
        assert isinstance(button, QAbstractButton)
        assert button.accessibleName(), button
        assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
        for small in (THEME, THEME.scaled_to(320, 240)):
            button.set_theme(small)
            assert button.sizeHint().width() >= SMALLEST_TARGET, button
            assert button.sizeHint().height() >= SMALLEST_TARGET, button


def test_space_and_click_press_every_button(qtbot: QtBot) -> None:
    ground, buttons = tall_window(qtbot)
    assert ground.isVisible()
    for button in buttons:
        with qtbot.waitSignal(button.clicked, timeout=1000):
            qtbot.keyClick(button, Qt.Key.Key_Space)
        with qtbot.waitSignal(button.clicked, timeout=1000):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_that_is_disabled_looks_it_and_casts_no_shadow(qtbot: QtBot) -> None:
    button = PrimaryButton(THEME, "Born on is missing")
    qtbot.addWidget(button)
    button.resize(300, 84)
    ready = picture(button)
    button.setEnabled(False)
    assert picture(button) != ready
    assert button.shadow() is None


def test_a_chosen_answer_differs_by_more_than_colour(qtbot: QtBot) -> None:
    """In grey the tick and the thicker edge remain."""
    for answer in (ChoicePill(THEME, "Early"), MoodTile(THEME, Mood.CALM, "Calm"), ToggleSwitch(THEME, "Night")):
        qtbot.addWidget(answer)
        answer.resize(answer.sizeHint())
        grey = picture(answer).convertToFormat(QImage.Format.Format_Grayscale8)
        answer.setChecked(not answer.isChecked())
        assert picture(answer).convertToFormat(QImage.Format.Format_Grayscale8) != grey


def test_arrow_keys_walk_an_exclusive_group(qtbot: QtBot) -> None:
    ground = Ground(THEME)
    qtbot.addWidget(ground)
    group, tiles = QButtonGroup(ground), [MoodTile(THEME, mood, mood.value, parent=ground) for mood in list(Mood)[:4]]
    for index, tile in enumerate(tiles):
        group.addButton(tile)
        tile.setGeometry(10 + 180 * index, 10, 171, 218)
    ground.resize(760, 240)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    assert group.checkedButton() is None
    tiles[0].setFocus()
    tiles[0].click()
    qtbot.keyClick(tiles[0], Qt.Key.Key_Right)
    assert group.checkedButton() is tiles[1]


def test_the_words_of_a_row_of_tiles_have_one_size(qtbot: QtBot) -> None:
    ground = Ground(THEME)
    qtbot.addWidget(ground)
    short, long = (
        MoodTile(THEME, Mood.CALM, "Calm", parent=ground),
        MoodTile(THEME, Mood.ASLEEP, "W" * 12, parent=ground),
    )
    for tile in (short, long):
        tile.resize(130, 200)
    assert long.word_px() < short.word_px()
    assert short._row_px() == long._row_px() == long.word_px()


def test_another_theme_repaints_everything_without_a_restart(qtbot: QtBot) -> None:
    ground, buttons = tall_window(qtbot)
    pictures = set()
    for name in ThemeName:
        apply_theme(ground, Theme(name))
        assert {button.theme.name for button in buttons} == {name}
        shown = picture(ground)
        assert shown.pixelColor(2, 2) == Theme(name).colour("page")
        pictures.add(shown.pixelColor(2, 2).name())
    assert len(pictures) == len(ThemeName)


def test_the_wheel_over_a_slider_nobody_took_hold_of_sets_nothing(qtbot: QtBot) -> None:
    slider = Slider(Theme(), "Size", 0, 4, 2)
    qtbot.addWidget(slider)
    slider.show()
    slider.clearFocus()
    turn = QWheelEvent(
        QPointF(10, 10), QPointF(10, 10), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, turn)
    assert slider.value() == 2
