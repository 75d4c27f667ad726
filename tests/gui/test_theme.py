"""The look: the contrasts that the design promises, patterns that differ, and motion that can be taken away."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import TEXT_SCALES, ThemeChoice
from babymassage_gui.gui.theme import (
    MOTION_MS,
    SMALLEST_TARGET,
    SMALLEST_TEXT,
    Motion,
    Phase,
    Theme,
    ThemeName,
    Type,
    TypeRole,
    contrast,
    mix,
    qt_palette,
    resolve_theme,
)
from babymassage_gui.gui.widgets.mats import draw_mat
from babymassage_gui.gui.widgets.paint import start

# Pair, then the ratio in light, dark and night as the design computed it.
CONTRASTS = """
ink card 14.9 13.1 9.8
ink page 13.6 15.0 10.4
ink2 card 8.1 9.0 7.5
ink2 page 7.4 10.3 8.0
ink3 card 5.7 5.7 4.5
ink3 sunken 4.7 6.8 4.9
primary_ink card 8.3 10.5 8.2
primary_ink primary_soft 6.7 8.2 7.2
onhero hero 7.4 5.8 5.8
onprimary primary 7.4 9.6 6.7
onstop stop 8.4 8.4 6.9
caution caution_bg 7.7 8.3 8.0
ink ph_ready 11.6 11.2 8.9
ink ph_stroke 11.8 10.4 9.7
ink ph_hold 11.2 11.4 9.5
ink ph_turn 12.4 11.6 9.1
ink ph_paused 12.5 12.9 9.7
ink ph_done 12.2 10.8 9.2
pa_ready card 5.8 9.5 8.2
pa_stroke card 7.2 9.1 6.5
pa_hold card 7.7 8.4 6.8
pa_turn card 7.4 8.7 7.1
pa_done card 6.2 9.7 7.4
stop_line ph_stroke 3.8 8.5 7.2
"""
ROWS = [line.split() for line in CONTRASTS.strip().splitlines()]


def role(name: ThemeName, field: str) -> str:
    return Theme(name).colour(field).name()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-on-{row[1]}")
def test_every_pair_has_the_contrast_of_the_table(row: list[str]) -> None:
    front, back, *promised = row
    for name, ratio in zip(ThemeName, promised, strict=True):
        assert contrast(role(name, front), role(name, back)) == pytest.approx(float(ratio), abs=0.06), name


@pytest.mark.parametrize("name", ThemeName)
def test_words_of_a_session_reach_the_stricter_contrast_of_wcag(name: ThemeName) -> None:
    for front, back in (("ink", "card"), ("ink2", "card"), ("caution", "caution_bg")):
        assert contrast(role(name, front), role(name, back)) >= 7.0, (front, back)


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("phase", Phase)
def test_words_on_the_zone_bar_stay_readable_over_their_tint(name: ThemeName, phase: Phase) -> None:
    palette, accent = Theme(name).palette, Theme(name).accent(phase)
    done = mix(palette.card, accent, 0.16)
    running = mix(mix(palette.card, accent, 0.10), accent, palette.zone_running)
    assert contrast(palette.ink, done) >= 7.0
    assert contrast(palette.ink, running) >= 7.0


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("mood", [Mood.CALM, Mood.UNSETTLED, Mood.CRIED, Mood.ASLEEP])
def test_the_edge_of_a_bar_stands_out_from_the_sheet(name: ThemeName, mood: Mood) -> None:
    theme = Theme(name)
    assert contrast(theme.mood_edge(mood), theme.palette.card) >= 3.0


def test_night_has_no_white_and_no_blue() -> None:
    palette = Theme(ThemeName.NIGHT).palette
    for field in palette.__slots__:
        value = getattr(palette, field)
        if isinstance(value, str):
            red, blue = int(value[1:3], 16), int(value[5:7], 16)
            assert blue <= red, field
            assert red < 0xF8, field


def pattern_of(phase: Phase, name: ThemeName) -> set[tuple[int, int]]:
    """Where a phase's mat differs from its plain colour: the pattern alone, without its hue."""
    theme = Theme(name)
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = start(picture)
    draw_mat(painter, QRectF(0, 0, 400, 400), theme, phase)
    painter.end()
    plain = theme.colour(theme.mat(phase)).rgb()
    return {(x, y) for x in range(0, 400, 2) for y in range(0, 400, 2) if picture.pixel(x, y) != plain}


@pytest.mark.parametrize("name", ThemeName)
def test_the_pattern_differs_per_phase_so_that_hue_is_never_needed(qtbot: QtBot, name: ThemeName) -> None:
    patterns = {phase: pattern_of(phase, name) for phase in Phase}
    for first, second in combinations(Phase, 2):
        differing = patterns[first] ^ patterns[second]
        assert len(differing) > 300, (first, second)


class DesktopWith:
    """A desktop with a colour scheme of its own."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Qt.ColorScheme.Dark, ThemeName.DARK),
        (Qt.ColorScheme.Light, ThemeName.LIGHT),
        (Qt.ColorScheme.Unknown, ThemeName.LIGHT),
    ],
)
def test_as_system_follows_the_desktop_and_the_others_do_not(scheme: Qt.ColorScheme, expected: ThemeName) -> None:
    desktop = DesktopWith(scheme)
    assert resolve_theme(ThemeChoice.SYSTEM, desktop) is expected
    assert resolve_theme(ThemeChoice.LIGHT, desktop) is ThemeName.LIGHT
    assert resolve_theme(ThemeChoice.DARK, desktop) is ThemeName.DARK
    assert resolve_theme(ThemeChoice.NIGHT, desktop) is ThemeName.NIGHT


def test_the_desktop_of_qt_is_understood(qtbot: QtBot) -> None:
    assert resolve_theme(ThemeChoice.SYSTEM, QGuiApplication.styleHints()) in (ThemeName.LIGHT, ThemeName.DARK)


def test_less_motion_leaves_only_the_freeze() -> None:
    calm, usual = Theme(less_motion=True), Theme()
    assert {what: usual.motion(what) for what in Motion} == dict(MOTION_MS)
    assert {what for what in Motion if calm.motion(what)} == {Motion.FREEZE}


ROLES = [value for value in vars(Type).values() if isinstance(value, TypeRole)]


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (800, 480), (320, 240)])
def test_no_text_is_ever_under_15_pixels(size: tuple[int, int], scale: float) -> None:
    theme = Theme(text_scale=scale).scaled_to(*size)
    assert min(px for kind in ROLES for px in theme.ladder(kind)) >= SMALLEST_TEXT


def test_a_ladder_goes_down() -> None:
    for kind in ROLES:
        ladder = Theme().scaled_to(900, 600).ladder(kind)
        assert list(ladder) == sorted(ladder, reverse=True)


def test_text_follows_the_window_and_the_parent_but_not_below_six_tenths() -> None:
    assert Theme().scaled_to(1280, 800).text_px(50) == 50
    assert Theme().scaled_to(1280, 720).text_px(50) == pytest.approx(45)
    assert Theme().scaled_to(400, 200).text_px(50) == pytest.approx(30)
    assert Theme(text_scale=1.5).text_px(50) == pytest.approx(75)


def test_a_target_never_falls_under_44() -> None:
    assert Theme().scaled_to(320, 240).target(112) == SMALLEST_TARGET
    assert Theme().target(112) == 112


def test_stock_widgets_wear_the_colours_of_the_theme(qtbot: QtBot) -> None:
    theme = Theme(ThemeName.NIGHT)
    palette = qt_palette(theme)
    assert palette.window().color() == theme.colour("page")
    assert palette.text().color() == theme.colour("ink")
