"""The look: the contrasts that the design promises, patterns that differ, and motion that can be taken away."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import TEXT_SCALES, ThemeChoice
from babymassage_gui.gui.desktop import qt_palette, resolve_theme
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
)
from babymassage_gui.gui.widgets.mats import draw_mat
from babymassage_gui.gui.widgets.paint import start

Contrast = Qt.ContrastPreference

# Pair, then the ratio in light, dark and night as the design computed it, and in the two sets of high contrast.
CONTRASTS = """
ink card 14.9 13.1 9.8 21.0 21.0
ink page 13.6 15.0 10.4 21.0 21.0
ink2 card 8.1 9.0 7.5 17.0 17.9
ink2 page 7.4 10.3 8.0 17.0 17.9
ink3 card 5.7 5.7 4.5 11.4 13.5
ink3 sunken 4.7 6.8 4.9 9.7 11.2
primary_ink card 8.3 10.5 8.2 13.0 15.9
primary_ink primary_soft 6.7 8.2 7.2 10.3 10.6
onhero hero 7.4 5.8 5.8 11.1 14.6
onprimary primary 7.4 9.6 6.7 11.1 14.6
onstop stop 8.4 8.4 6.9 12.2 11.8
caution caution_bg 7.7 8.3 8.0 18.4 12.7
ink ph_ready 11.6 11.2 8.9 16.8 16.4
ink ph_stroke 11.8 10.4 9.7 18.1 16.6
ink ph_hold 11.2 11.4 9.5 16.2 16.8
ink ph_turn 12.4 11.6 9.1 17.6 17.6
ink ph_paused 12.5 12.9 9.7 19.2 18.4
ink ph_done 12.2 10.8 9.2 17.7 16.4
pa_ready card 5.8 9.5 8.2 11.5 13.7
pa_stroke card 7.2 9.1 6.5 11.3 14.6
pa_hold card 7.7 8.4 6.8 12.2 13.8
pa_turn card 7.4 8.7 7.1 11.9 13.4
pa_done card 6.2 9.7 7.4 10.0 16.5
stop_line ph_stroke 3.8 8.5 7.2 18.1 16.6
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


TEXTS = ("ink", "ink2", "ink3", "primary_ink", "caution")
EDGES = ("line", "focus")
GROUNDS = ("page", "card", "sunken", "primary_soft", "caution_bg", *(f"ph_{phase}" for phase in Phase))
ON = (("onhero", "hero"), ("onprimary", "primary"), ("onstop", "stop"), ("onstop", "stop_hi"), ("hero", "page"))


@pytest.mark.parametrize("name", [ThemeName.CONTRAST, ThemeName.CONTRAST_DARK])
class TestHighContrast:
    def test_every_text_and_every_edge_stands_out_from_every_ground(self, name: ThemeName) -> None:
        for front in (*TEXTS, *EDGES):
            for back in GROUNDS:
                assert contrast(role(name, front), role(name, back)) >= 7.0, (front, back)
        for front, back in ON:
            assert contrast(role(name, front), role(name, back)) >= 7.0, (front, back)

    @pytest.mark.parametrize("phase", Phase)
    def test_a_phase_is_seen_on_its_mat_and_on_the_sheet(self, name: ThemeName, phase: Phase) -> None:
        theme = Theme(name)
        for back in (theme.mat(phase), theme.palette.card, theme.palette.page):
            assert contrast(theme.accent(phase), back) >= 7.0
        done = mix(theme.palette.card, theme.accent(phase), 0.16)
        running = mix(
            mix(theme.palette.card, theme.accent(phase), 0.10), theme.accent(phase), theme.palette.zone_running
        )
        for text in ("ink", "ink2"):
            assert min(contrast(role(name, text), done), contrast(role(name, text), running)) >= 7.0

    def test_the_answers_have_an_edge_in_ink(self, name: ThemeName) -> None:
        theme = Theme(name)
        for mood in (Mood.CALM, Mood.UNSETTLED, Mood.CRIED, Mood.ASLEEP):
            assert contrast(theme.mood_edge(mood), theme.palette.card) >= 7.0

    def test_a_sheet_has_an_outline_where_no_shadow_is_seen(self, name: ThemeName) -> None:
        assert Theme(name).outlined
        assert not Theme().outlined


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
    """A desktop with a colour scheme of its own, and perhaps a wish for high contrast."""

    def __init__(self, scheme: Qt.ColorScheme, preference: Contrast = Contrast.NoPreference) -> None:
        self.scheme, self.preference = scheme, preference

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def accessibility(self) -> DesktopWith:
        return self

    def contrastPreference(self) -> Contrast:
        return self.preference


@pytest.mark.parametrize(
    ("scheme", "expected", "contrasting"),
    [
        (Qt.ColorScheme.Dark, ThemeName.DARK, ThemeName.CONTRAST_DARK),
        (Qt.ColorScheme.Light, ThemeName.LIGHT, ThemeName.CONTRAST),
        (Qt.ColorScheme.Unknown, ThemeName.LIGHT, ThemeName.CONTRAST),
    ],
)
def test_as_system_follows_the_desktop_and_the_others_do_not(
    scheme: Qt.ColorScheme, expected: ThemeName, contrasting: ThemeName
) -> None:
    desktop, wanting = DesktopWith(scheme), DesktopWith(scheme, Contrast.HighContrast)
    assert resolve_theme(ThemeChoice.SYSTEM, desktop) is expected
    assert resolve_theme(ThemeChoice.SYSTEM, wanting) is contrasting
    assert resolve_theme(ThemeChoice.CONTRAST, desktop) is contrasting
    for asked in (desktop, wanting):
        assert resolve_theme(ThemeChoice.LIGHT, asked) is ThemeName.LIGHT
        assert resolve_theme(ThemeChoice.DARK, asked) is ThemeName.DARK
        assert resolve_theme(ThemeChoice.NIGHT, asked) is ThemeName.NIGHT


def test_the_desktop_of_qt_is_understood(qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    assert resolve_theme(ThemeChoice.SYSTEM, hints) in ThemeName
    assert resolve_theme(ThemeChoice.CONTRAST, hints) in (ThemeName.CONTRAST, ThemeName.CONTRAST_DARK)


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
