"""Look and size: colours chosen by looking at small pages, type by reading it from the table, tones by a face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QPixmapCache
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.settings import TEXT_SCALES, Settings, Skin, ThemeChoice
from babymassage_gui.gui.pages.settings_cards import Room, TitledCard
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Phase, Theme, ThemeName, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.chips import ToggleSwitch
from babymassage_gui.gui.widgets.fields import Slider
from babymassage_gui.gui.widgets.figure_art import FigureArt, blank, resource_source, smooth
from babymassage_gui.gui.widgets.figure_palette import Look
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.mats import draw_mat
from babymassage_gui.gui.widgets.paint import box, rounded_path, stop_ramp
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line
from babymassage_gui.gui.widgets.themed import Themed
from babymassage_gui.gui.widgets.tiles import SkinDot

# The small pages are drawn on this field, a session page with its sheet and its stop bar.
FIELD_WIDTH, FIELD_HEIGHT = 178.0, 128.0
CORNER = 24.0
DIMMED = 0.4
# What follows the desktop is shown as its two halves.
SHOWN = MappingProxyType({
    ThemeChoice.SYSTEM: (ThemeName.LIGHT, ThemeName.DARK),
    ThemeChoice.CONTRAST: (ThemeName.CONTRAST, ThemeName.CONTRAST_DARK),
})  # fmt: skip
SMALL_LETTER = TypeRole((22,), Weight.EXTRA, 1.2)
LARGE_LETTER = TypeRole((46,), Weight.EXTRA, 1.2)


class ThemeTile(Pressable):
    """One choice of colours, shown as a small session page with its word below."""

    design_size = (178, 172)
    design_radius = CORNER

    def __init__(self, theme: Theme, choice: ThemeChoice, text: str, art: FigureArt) -> None:
        self.choice, self._art, self._skin = choice, art, Skin.PORCELAIN
        super().__init__(theme, text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_skin(self, skin: Skin) -> None:
        """The baby on the small page."""
        self._skin = skin
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.target(150), round(self.theme.px(FIELD_HEIGHT) + self._word_height()))

    def _word_height(self) -> float:
        return self.theme.text_px(20) * 1.9

    @override
    def focus_shape(self) -> tuple[QRectF, float]:
        return self._field(), self.radius()

    def _field(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, 0, -self._word_height())

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, field = self.theme.palette, self._field()
        names = SHOWN.get(self.choice) or (ThemeName(self.choice),)
        painter.save()
        painter.setClipPath(rounded_path(field.adjusted(1, 1, -1, -1), self.radius()))
        for name in names:
            if name is not names[0]:
                painter.setClipPath(_lower_half(field), Qt.ClipOperation.IntersectClip)
            # At night nothing may shine, not even the picture of a light page.
            painter.setOpacity(DIMMED if self.theme.name is ThemeName.NIGHT and name is not ThemeName.NIGHT else 1.0)
            painter.drawPixmap(field.topLeft(), self._page(name, field, painter))
        painter.restore()
        chosen = self.isChecked()
        box(painter, field, self.radius(), None, p.primary if chosen else self.outline_shade(), 4 if chosen else 2)
        word = QRectF(rect.x(), field.bottom(), rect.width(), self._word_height())
        self._paint_word(painter, word, chosen=chosen)

    def _paint_word(self, painter: QPainter, area: QRectF, *, chosen: bool) -> None:
        p, px = self.theme.palette, self.theme.text_px(20)
        tick = px * 1.25 if chosen else 0.0
        weight = Weight.EXTRA if chosen else Weight.BOLD
        word = one_line(self.text(), px, weight, area.width() - tick - 4)
        left = area.center().x() - (word.width + tick) / 2
        if chosen:
            x = left + word.width + px * 0.75 if self.mirrored else left + px * 0.45
            draw_icon(painter, "check-circle", p.primary, QPointF(x, area.center().y()), px * 1.1, "fill")
        x = left if self.mirrored else left + tick
        word.draw(painter, QRectF(x, area.y(), word.width + 1, area.height()), p.ink if chosen else p.ink2)

    def _page(self, name: ThemeName, field: QRectF, painter: QPainter) -> QPixmap:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        key = f"small page/{name}/{self._skin}/{field.width():.0f}/{field.height():.0f}/{ratio:.2f}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = blank(field.width(), field.height(), ratio)
            brush = smooth(QPainter(picture))
            brush.scale(field.width() / FIELD_WIDTH, field.height() / FIELD_HEIGHT)
            self._draw_page(brush, Theme(name))
            brush.end()
            QPixmapCache.insert(key, picture)
        return picture

    def _draw_page(self, painter: QPainter, theme: Theme) -> None:
        """Mat, baby, sheet with three lines of words, stop bar."""
        p = theme.palette
        draw_mat(painter, QRectF(0, 0, FIELD_WIDTH, FIELD_HEIGHT), theme, Phase.STROKE)
        painter.save()
        stretch = painter.transform()
        even = min(stretch.m11(), stretch.m22())  # the page may be stretched, the baby is not
        painter.translate(40, 63)
        painter.scale(even / stretch.m11() * 0.124, even / stretch.m22() * 0.124)
        painter.translate(-500, -500)
        self._art.draw_body(painter, "front", Look(theme.drawing, self._skin.value))
        painter.restore()
        box(painter, QRectF(90, 12, 78, 76), 9, p.card)
        for y, width, shade, height in (
            (22, 48, p.ink, 8), (40, 60, p.ink2, 6), (52, 52, p.ink2, 6), (64, 40, p.ink2, 6),
        ):  # fmt: skip
            box(painter, QRectF(99, y, width, height), height / 2, shade)
        bar = QRectF(10, 99, FIELD_WIDTH - 20, 20)
        box(painter, bar, 7, stop_ramp(bar, theme))


def _lower_half(field: QRectF) -> QPainterPath:
    """What lies right of a slanting cut."""
    path = QPainterPath(QPointF(field.left() + field.width() * 0.62, field.top()))
    for x, y in ((field.right(), field.top()), (field.right(), field.bottom()),
                 (field.left() + field.width() * 0.36, field.bottom())):  # fmt: skip
        path.lineTo(x, y)
    path.closeSubpath()
    return path


class ToneRow(Themed, QWidget):
    """Four skin tones under their heading."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, title: str, names: Mapping[Skin, str], *, hand: bool) -> None:
        super().__init__()
        self.title = TextLabel(theme, title, Type.BODY_BOLD, max_lines=1)
        self._group = QButtonGroup(self)
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self.dots = {skin: SkinDot(theme, skin, name, hand=hand) for skin, name in names.items()}
        for skin, dot in self.dots.items():
            self._group.addButton(dot)
            self._row.addWidget(dot)
            dot.clicked.connect(lambda _checked=False, skin=skin: self.chosen.emit(skin))
        self._row.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._column.addLayout(self._row)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self._row.setSpacing(round(self.theme.px(4)))
        self._column.setSpacing(round(self.theme.px(6)))
        super()._on_theme_changed()


class LookRoom(Room):
    """Sends back new settings. What is shown comes from `show_settings` only."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._settings = Settings()
        self._filling = False
        super().__init__(theme)
        self.put(self._make_colours(theme), self._make_size(theme), self._make_tones(theme))

    def _make_colours(self, theme: Theme) -> QWidget:
        card, row, group = TitledCard(theme, self.tr("Colours")), QHBoxLayout(), QButtonGroup(self)
        texts = {
            ThemeChoice.SYSTEM: self.tr("As system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
            ThemeChoice.NIGHT: self.tr("Night"),
            ThemeChoice.CONTRAST: self.tr("Contrast"),
        }
        art = FigureArt(resource_source)
        self.tiles = {choice: ThemeTile(theme, choice, text, art) for choice, text in texts.items()}
        self.spaced(row, 18)
        for choice, tile in self.tiles.items():
            group.addButton(tile)
            row.addWidget(tile)
            tile.clicked.connect(
                lambda _checked=False, choice=choice: self._send(replace(self._settings, theme=choice))
            )
        card.column.addLayout(row)
        return card

    def _make_size(self, theme: Theme) -> QWidget:
        card, row = TitledCard(theme, self.tr("Can you read this from the table?")), QHBoxLayout()
        self.band = Card(theme, radius=24, fill="ph_stroke", cast=None)
        self.sentence = TextLabel(theme, self.tr("Glide from foot to outer hip."), Type.INSTRUCTION)
        inside = QHBoxLayout(self.band)
        inside.addSpacing(14)
        inside.addWidget(self.sentence, 1)
        self.size_slider = Slider(theme, self.tr("Size of the type"), 0, len(TEXT_SCALES) - 1, 1)
        self.size_slider.valueChanged.connect(
            lambda value: self._send(replace(self._settings, text_scale=TEXT_SCALES[value]))
        )
        letter = self.tr("A", "a letter that grows")
        row.addWidget(TextLabel(theme, letter, SMALL_LETTER, max_lines=1))
        row.addWidget(self.size_slider, 1)
        row.addWidget(TextLabel(theme, letter, LARGE_LETTER, max_lines=1))
        self.spaced(row, 14)
        card.column.addWidget(self.band)
        card.column.addLayout(row)
        return card

    def _make_tones(self, theme: Theme) -> QWidget:
        card, row = TitledCard(theme), QHBoxLayout()
        names = {
            Skin.PORCELAIN: self.tr("Porcelain"),
            Skin.HONEY: self.tr("Honey"),
            Skin.AMBER: self.tr("Amber"),
            Skin.COCOA: self.tr("Cocoa"),
        }
        baby = {skin: fill(self.tr("Baby's skin: %1"), name) for skin, name in names.items()}
        hands = {skin: fill(self.tr("Your hands: %1"), name) for skin, name in names.items()}
        self.baby_tones = ToneRow(theme, "", baby, hand=False)
        self.hand_tones = ToneRow(theme, self.tr("Your hands"), hands, hand=True)
        self.baby_tones.chosen.connect(lambda skin: self._send(replace(self._settings, baby_skin=skin)))
        self.hand_tones.chosen.connect(lambda skin: self._send(replace(self._settings, parent_skin=skin)))
        self.less_motion = ToggleSwitch(theme, self.tr("Less motion"))
        self.less_motion.toggled.connect(lambda on: self._send(replace(self._settings, less_motion=on)))
        still = QVBoxLayout()
        still.addWidget(TextLabel(theme, self.tr("Less motion"), Type.BODY_BOLD, max_lines=1))
        still.addWidget(self.less_motion, 1, Qt.AlignmentFlag.AlignLeft)  # or its width would be the words' too
        self.spaced(row, 20)
        self.spaced(still, 6)
        for part in (self.baby_tones, self.hand_tones):
            row.addWidget(part, 1)
        row.addLayout(still)
        card.column.addLayout(row)
        return card

    @property
    def dragging(self) -> bool:
        """Whether the slider is held."""
        return self.size_slider.isSliderDown()

    def show_settings(self, settings: Settings, baby_name: str) -> None:
        """Show these; nothing is sent back."""
        self._filling = True
        self._settings = settings
        whose = fill(self.tr("%1's skin"), baby_name) if baby_name else self.tr("Your baby's skin")
        self.baby_tones.title.set_text(whose)
        self.tiles[settings.theme].setChecked(True)
        for tile in self.tiles.values():
            tile.set_skin(settings.baby_skin)
        self.baby_tones.dots[settings.baby_skin].setChecked(True)
        self.hand_tones.dots[settings.parent_skin].setChecked(True)
        self.size_slider.setValue(TEXT_SCALES.index(settings.text_scale))
        self.less_motion.setChecked(settings.less_motion)
        self._filling = False

    def _send(self, settings: Settings) -> None:
        if not self._filling and settings != self._settings:
            self.changed.emit(settings)
