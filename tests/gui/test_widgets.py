"""The painted parts: everything pressable is a real button, has a name, works by key, and shows focus only to keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import FOCUS_GAP, FOCUS_WIDTH, SMALLEST_TARGET, Phase, Theme, ThemeName, Type, Weight
from babymassage_gui.gui.widgets.buttons import (
    ChoiceCard,
    PrimaryButton,
    QuietButton,
    ReadyButton,
    SquareButton,
    StopButton,
)
from babymassage_gui.gui.widgets.chips import Chip, ChoicePill, LinkButton, RoundButton, SegmentButton, ToggleSwitch
from babymassage_gui.gui.widgets.fields import ScrollPage, Slider, TextField
from babymassage_gui.gui.widgets.focus import FocusWatch
from babymassage_gui.gui.widgets.ground import Card, Ground, Mat
from babymassage_gui.gui.widgets.icons import MissingIconError, icon_pixmap
from babymassage_gui.gui.widgets.labels import Note, Tag, TextLabel
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.rail import Rail, RailEntry
from babymassage_gui.gui.widgets.rings import RingState, SegmentRing, segment_spans
from babymassage_gui.gui.widgets.stepper import Stepper
from babymassage_gui.gui.widgets.text_block import fit_role, fit_text, lay_out, reading_direction
from babymassage_gui.gui.widgets.themed import apply_theme
from babymassage_gui.gui.widgets.tiles import MoodTile, SkinDot
from babymassage_gui.gui.widgets.zone_bar import Zone, ZoneBar, ZoneState

THEME = Theme()
INSTRUCTION = "Flat palm, slow clockwise circle as you look at the tummy."
ENTRIES = (
    RailEntry("today", "house", "Today"),
    RailEntry("progress", "chart-bar", "Progress"),
    RailEntry("settings", "gear-six", "Settings"),
)


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: QApplication) -> Iterator[None]:
    loaded = [QFontDatabase.addApplicationFont(f":/fonts/Nunito-{cut}.ttf") for cut in ("Medium", "Bold", "ExtraBold")]
    assert min(loaded) >= 0
    yield
    for font in loaded:
        QFontDatabase.removeApplicationFont(font)


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[FocusWatch]:
    watching = FocusWatch(qapp, THEME)
    yield watching
    qapp.removeEventFilter(watching)
    qapp.focusChanged.disconnect(watching._on_focus_changed)


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
    assert len(pictures) == 3


# --- the focus ring


def two_buttons(qtbot: QtBot) -> tuple[Ground, PrimaryButton, QuietButton]:
    ground = Ground(THEME)
    first, second = PrimaryButton(THEME, "Start", "play", ground), QuietButton(THEME, "Later", None, ground)
    first.setGeometry(40, 40, 300, 84)
    second.setGeometry(40, 160, 300, 84)
    ground.resize(400, 300)
    qtbot.addWidget(ground)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    return ground, first, second


def test_the_focus_ring_comes_with_a_key_and_goes_with_the_mouse(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, first, second = two_buttons(qtbot)
    assert ground.isActiveWindow()
    first.setFocus()
    assert watch.ring() is None, "nothing was pressed yet"
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    ring = watch.ring()
    assert ring is not None
    assert QApplication.focusWidget() is second
    assert ring.geometry().contains(second.geometry())
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is first
    assert watch.ring() is None
    assert not watch.by_keyboard


def test_a_touch_hides_the_focus_ring_too(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, first, _ = two_buttons(qtbot)
    assert ground.isActiveWindow()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert watch.by_keyboard
    finger = QTest.createTouchDevice()
    QTest.touchEvent(first, finger).press(0, QPoint(5, 5), first).commit()
    assert watch.ring() is None
    QTest.touchEvent(first, finger).release(0, QPoint(5, 5), first).commit()


def test_a_lone_modifier_is_no_use_of_keys(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, first, _ = two_buttons(qtbot)
    assert ground.isActiveWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Shift)
    assert not watch.by_keyboard


def test_the_ring_lies_three_pixels_outside_and_lets_clicks_through(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, _, second = two_buttons(qtbot)
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_F5)
    ring = watch.ring()
    assert ring is not None
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    shown, middle = picture(ground), second.geometry().center().x()
    focus = THEME.colour("focus")
    assert shown.pixelColor(middle, second.y() - FOCUS_GAP - 2) == focus
    assert shown.pixelColor(middle, second.y() - 2) != focus
    assert shown.pixelColor(middle, second.y() - FOCUS_GAP - FOCUS_WIDTH - 2) != focus


def test_the_ring_follows_its_button_and_dies_with_it(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, first, second = two_buttons(qtbot)
    assert ground.isActiveWindow()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    target = QApplication.focusWidget()
    assert target is not None
    target.move(90, 200)
    ring = watch.ring()
    assert ring is not None
    assert ring.geometry().contains(QRect(90, 200, 300, 84))
    for button in (first, second):
        button.setParent(None)
        button.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert watch.ring() is None


# --- text that fits


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


# --- the stepper


def make_stepper(qtbot: QtBot, minimum: int = 1, maximum: int = 31, value: int = 30, wraps: bool = False) -> Stepper:
    stepper = Stepper(THEME, "Day", "earlier", "later", minimum, maximum, value, wraps=wraps)
    stepper.resize(200, 62)
    qtbot.addWidget(stepper)
    with qtbot.waitActive(stepper):
        stepper.show()
        stepper.activateWindow()
    stepper.setFocus()
    return stepper


def test_a_stepper_stops_at_its_bounds(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    heard: list[int] = []
    stepper.valueChanged.connect(heard.append)
    for _ in range(3):
        qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.value() == 31
    assert heard == [31]


def test_a_stepper_that_wraps_begins_again(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, 1, 12, 12, wraps=True)
    qtbot.keyClick(stepper, Qt.Key.Key_Right)
    assert stepper.value() == 1
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    assert stepper.value() == 12


def test_fewer_days_in_the_month_move_the_day_to_the_last_one(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, value=31)
    with qtbot.waitSignal(stepper.valueChanged, check_params_cb=lambda value: value == 28):
        stepper.set_range(1, 28)


def test_typed_digits_are_taken_at_once_when_no_more_can_follow(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    qtbot.keyClicks(stepper, "17")
    assert stepper.value() == 17
    qtbot.keyClicks(stepper, "9")
    assert stepper.value() == 9


def test_typed_digits_wait_for_more_and_are_taken_on_leaving(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    qtbot.keyClicks(stepper, "2")
    assert stepper.value() == 30
    stepper.clearFocus()
    assert stepper.value() == 2


def test_a_year_is_typed_in_full(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, 2024, 2026, 2026)
    qtbot.keyClicks(stepper, "2025")
    assert stepper.value() == 2025


def test_the_carets_are_targets_and_step(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, value=10)
    carets = stepper.findChildren(QAbstractButton)
    assert {caret.accessibleName() for caret in carets} == {"earlier", "later"}
    for caret in carets:
        assert caret.width() >= SMALLEST_TARGET
        assert caret.height() >= SMALLEST_TARGET
    by_name = {caret.accessibleName(): caret for caret in carets}
    qtbot.mouseClick(by_name["later"], Qt.MouseButton.LeftButton)
    assert stepper.value() == 11
    qtbot.mouseClick(by_name["earlier"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(by_name["earlier"], Qt.MouseButton.LeftButton)
    assert stepper.value() == 9


def turn_wheel(widget: QWidget, by: int) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )  # fmt: skip


def test_the_wheel_steps_only_where_the_focus_is(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, value=10)
    turn_wheel(stepper, 120)
    assert stepper.value() == 11
    stepper.clearFocus()
    turn_wheel(stepper, 120)
    assert stepper.value() == 11


def test_a_stepper_speaks_its_name_and_its_words(qtbot: QtBot) -> None:
    stepper = Stepper(THEME, "Month", "earlier", "later", 1, 12, 8, words=lambda month: f"month {month}")
    qtbot.addWidget(stepper)
    assert stepper.accessibleName() == "Month: month 8"
    stepper.step(1)
    assert stepper.accessibleName() == "Month: month 9"


def test_keys_that_are_not_for_the_stepper_go_on_to_the_page(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    stepper.keyPressEvent(event)
    assert not event.isAccepted()


# --- rings, zones, rail


@pytest.mark.parametrize("segments", [1, 2, 5, 12])
def test_a_ring_has_one_segment_for_each_repetition_and_never_overlaps(segments: int) -> None:
    spans = segment_spans(RingState(segments), radius=42, width=11)
    assert len(spans) == segments
    assert all(length > 0 for _, length in spans)
    for (begin, length), (following, _) in pairwise(spans):
        assert begin + length < following
    assert sum(length for _, length in spans) <= 360.0


def test_done_segments_are_full_and_only_the_running_one_fills() -> None:
    state = RingState(5, 2, 0.45)
    assert [state.filled(index) for index in range(5)] == [1.0, 1.0, 0.45, 0.0, 0.0]
    with pytest.raises(ValueError, match="at least one"):
        RingState(0)


def test_a_ring_paints_what_it_is_told(qtbot: QtBot) -> None:
    ring = SegmentRing(THEME)
    qtbot.addWidget(ring)
    ring.resize(96, 96)
    ring.set_state(RingState(5, 2, 0.1), "11")
    before = picture(ring)
    ring.set_state(RingState(5, 2, 0.9))
    after = picture(ring)
    assert before != after
    ring.set_state(RingState(5, 2, 0.9), "10")
    assert picture(ring) != after


def make_zone_bar(qtbot: QtBot) -> ZoneBar:
    bar = ZoneBar(THEME, [Zone(text, 3) for text in ("Legs", "Arms", "Tummy", "Chest", "Back")], name="Zones")
    bar.resize(668, 64)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_zones_before_are_done_and_zones_after_wait(qtbot: QtBot) -> None:
    bar = make_zone_bar(qtbot)
    bar.set_progress(2, 0.45, "pa_hold")
    done, running, waiting = ZoneState.DONE, ZoneState.RUNNING, ZoneState.NEXT
    assert [button.state for button in bar.buttons()] == [done, done, running, waiting, waiting]
    assert [button.fraction for button in bar.buttons()] == [0, 0, 0.45, 0, 0]
    bar.set_progress(5, 0.0)
    assert {button.state for button in bar.buttons()} == {done}


def test_pressing_a_zone_names_it(qtbot: QtBot) -> None:
    bar = make_zone_bar(qtbot)
    for index, button in enumerate(bar.buttons()):
        with qtbot.waitSignal(bar.zone_pressed, check_params_cb=lambda pressed, wanted=index: pressed == wanted):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [280, 334, 668])
def test_zones_stand_in_reading_order_and_inside_the_bar(
    qtbot: QtBot, direction: Qt.LayoutDirection, width: int
) -> None:
    bar = make_zone_bar(qtbot)
    bar.setLayoutDirection(direction)
    bar.resize(width, 44)
    bar.set_progress(3, 0.2)
    places = [button.geometry() for button in bar.buttons()]
    if direction == Qt.LayoutDirection.RightToLeft:
        places.reverse()
    for place, following in pairwise(places):
        assert place.right() < following.left() + 2
    assert places[0].left() >= 0
    assert places[-1].right() <= width


@pytest.mark.parametrize(("width", "height", "upright"), [(104, 800, True), (72, 480, True), (800, 88, False)])
def test_the_rail_stands_or_lies_and_tells_where_to_go(qtbot: QtBot, width: int, height: int, upright: bool) -> None:
    rail = Rail(THEME, ENTRIES, "progress")
    qtbot.addWidget(rail)
    rail.resize(width, height)
    rail.show()
    assert rail.upright is upright
    assert [button.isChecked() for button in rail.buttons()] == [False, True, False]
    places = [button.geometry() for button in rail.buttons()]
    for place in places:
        assert rail.rect().contains(place)
        assert place.height() >= SMALLEST_TARGET
        assert place.width() >= SMALLEST_TARGET
    assert not places[0].intersects(places[1])
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "settings"):
        qtbot.mouseClick(rail.buttons()[2], Qt.MouseButton.LeftButton)


# --- ground, fields, icons


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
