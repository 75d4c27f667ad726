"""Settings, room "Buttons": press any button, see what it does in a massage, and give it another meaning."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.inputs import (
    GIVABLE,
    SILENT,
    Gesture,
    Input,
    Meaning,
    is_one_button,
    may_be_given,
    meaning_of,
)
from babymassage_gui.gui.button_events import OneButton, name_of, words_of
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_drawers import FamilyRoom
from babymassage_gui.gui.pages.settings_options import Heading, OptionGrid, WhyCard
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import LinkButton, ToggleSwitch
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import Note
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import TextBlock, fit_role, one_line

_NAME_PX = 30


class KeyPad(Pressable):
    """Listens while it has the focus: `pressed_key` and `released_key` carry a button's name. Tab leads on."""

    pressed_key = Signal(str)
    released_key = Signal(str)
    design_size = (480, 112)
    design_radius = 24.0

    def __init__(self, theme: Theme) -> None:
        self._key, self._sentence = "", ""
        super().__init__(theme, "", None)
        self.show_key("", "")

    def show_key(self, key: str, sentence: str) -> None:
        """Show a button's name and what it does; without a name, ask for a press."""
        self._key, self._sentence = key, sentence
        self.setAccessibleName(f"{key}. {sentence}" if key else self.tr("Press here, then press any button"))
        self.update()

    def sentence(self) -> TextBlock:
        """The sentence as it is laid out in the present rectangle."""
        inner = self._inner(QRectF(self.rect()))
        return fit_role(self._sentence, Type.BODY, self.theme, inner.width(), inner.height() * 0.58, 2)

    @override
    def sizeHint(self) -> QSize:
        lines = self.theme.text_px(_NAME_PX) * 1.25 + self.theme.text_px(Type.BODY.size) * Type.BODY.leading * 2
        return QSize(self.theme.target(480), max(self.theme.target(112), round(lines + self.theme.px(28))))

    def _inner(self, rect: QRectF) -> QRectF:
        icon, edge = self.theme.px(96), self.theme.px(20)
        near, far = (edge, icon) if self.mirrored else (icon, edge)
        return rect.adjusted(near, self.theme.px(10), -far, -self.theme.px(10))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, listens = self.theme.palette, self.hasFocus()
        fill_shade, outline = (p.primary_soft, p.primary) if listens else (p.sunken, self.outline_shade())
        box(painter, rect, self.radius(), fill_shade, outline, 3 if listens else 2)
        shade = p.primary_ink if listens else p.ink
        inner = self._inner(rect)
        x = rect.right() - self.theme.px(48) if self.mirrored else rect.left() + self.theme.px(48)
        draw_icon(painter, "keyboard", shade, QPointF(x, rect.center().y()), self.theme.px(44), "bold")
        title = self._title(inner.width())
        below = self.sentence() if self._key else None
        high = title.height + (below.height if below is not None else 0)
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        near |= Qt.AlignmentFlag.AlignTop
        top = rect.center().y() - high / 2
        title.draw(painter, QRectF(inner.left(), top, inner.width(), title.height), shade, near)
        if below is not None:
            area = QRectF(inner.left(), top + title.height, inner.width(), below.height)
            below.draw(painter, area, p.primary_ink if listens else p.ink2, near)

    def _title(self, width: float) -> TextBlock:
        text = self._key or (self.tr("Press any button") if self.hasFocus() else self.tr("Press here first"))
        return one_line(text, self.theme.text_px(_NAME_PX), Weight.EXTRA, width)

    @override
    def event(self, event: QEvent) -> bool:
        """Take every key before a shortcut of the window could; Tab and modifiers stay what they are."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if event.type() not in kinds or not isinstance(event, QKeyEvent) or not self._hears(event):
            return super().event(event)
        event.accept()
        if not event.isAutoRepeat() and event.type() is not QEvent.Type.ShortcutOverride:
            pressed = event.type() is QEvent.Type.KeyPress
            (self.pressed_key if pressed else self.released_key).emit(name_of(event))
        return True

    def _hears(self, event: QKeyEvent) -> bool:
        return name_of(event) not in SILENT and not event.modifiers() & Qt.KeyboardModifier.ControlModifier

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class KeysRoom(FamilyRoom):
    """One card to try a button and give it a meaning, one for the single button, one for what was given."""

    def __init__(self, theme: Theme) -> None:
        self._key = ""
        super().__init__(theme)
        self._one_button = OneButton(self)
        self._one_button.gesture.connect(self._on_gesture)
        self.given: dict[str, LinkButton] = {}
        self._given_rows: dict[str, SettingRow] = {}
        self.put(self._make_try(theme), self._make_one(theme), self._make_given(theme))

    def _make_try(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Try a button"))
        self.pad = KeyPad(theme)
        self.pad.pressed_key.connect(self._on_pressed)
        self.pad.released_key.connect(self._on_released)
        self.wish = Heading(theme, self.tr("It can mean"), "")
        self.meanings = OptionGrid(
            theme,
            self.tr("It can mean"),
            {
                Meaning.TOGGLE: (self.tr("Stop, carry on"), self.tr("Baby needs me. Again: carry on.")),
                Meaning.STOP: (self.tr("Stop only"), self.tr("Baby needs me. Again: nothing.")),
                Meaning.GO_ON: (self.tr("Go on"), self.tr("The next step. Stopped: carry on.")),
                Meaning.NEXT: (self.tr("Next"), self.tr("The next step, or the next choice.")),
                Meaning.BACK: (self.tr("Repeat"), self.tr("This step again, or the choice before.")),
                Meaning.MORE: (self.tr("More time"), self.tr("30 seconds more for this step.")),
                Meaning.LESS: (self.tr("Less time"), self.tr("30 seconds less for this step.")),
                Meaning.SLOWER: (self.tr("Slower strokes"), self.tr("Fewer, in the same time.")),
                Meaning.FASTER: (self.tr("Faster strokes"), self.tr("As many, in less time.")),
            },
            least=252,
            most=3,
        )
        self.meanings.chosen.connect(self._on_meaning)
        why = self.tr("Presenters, pedals and shutters are keyboards to the computer. An unknown button always stops.")
        card.add(self.pad, self.wish, self.meanings, why=why)
        return card

    def _make_one(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("One button for everything"))
        title = self.tr("Any button is the one button")
        self.one = ToggleSwitch(theme, title)
        self.one.toggled.connect(lambda on: self._keep(replace(self.settings.input, one_button=on)))
        self.short = Note(
            theme, self.tr("Short: goes on. Long: Baby needs me. Twice: this step again."), "hand-palm", Type.BODY_BOLD,
            fill="primary_soft", shade="primary_ink", icon_shade="primary_ink",
        )  # fmt: skip
        self.stopped = Note(
            theme, self.tr("Stopped: twice moves to the next choice, short takes it."), "hand-heart", Type.BODY_BOLD,
            fill="primary_soft", shade="primary_ink", icon_shade="primary_ink",
        )  # fmt: skip
        sentence = self.tr("For a pedal or a shutter with a single button. A press on the page still stops.")
        why = self.tr("Long is 0.6 seconds. A short press waits a moment for a second one. Try yours above first.")
        card.add(SettingRow(theme, title, sentence, self.one), self.short, self.stopped, why=why)
        return card

    def _make_given(self, theme: Theme) -> QWidget:
        self.given_card = WhyCard(theme, self.tr("Given by you"))
        return self.given_card

    @override
    def fill_in(self) -> None:
        own = self.settings.input
        self.one.setChecked(own.one_button)
        for note in (self.short, self.stopped):
            note.setVisible(own.one_button)
        self._fill_in_given(own)
        self._show_key()

    def _fill_in_given(self, own: Input) -> None:
        for key in own.keys:
            if key not in self.given:
                words = words_of(key)
                button = LinkButton(self.theme, self.tr("As before"), name=fill(self.tr("%1 as before"), words))
                button.clicked.connect(lambda _=False, key=key: self._keep(self.settings.input.giving(key, None)))
                self.given[key] = button
                self._given_rows[key] = SettingRow(self.theme, words, "", button)
                self.given_card.add(self._given_rows[key])
        for key, row in self._given_rows.items():
            row.setVisible(key in own.keys)
            if key in own.keys:
                row.sentence.set_text(self._does(own.keys[key]))
        self.given_card.setVisible(bool(own.keys))

    def _on_pressed(self, key: str) -> None:
        self._key = key
        self._show_key()
        if is_one_button(key, self.settings.input):
            self._one_button.press()
        announce(self.pad, self.pad.accessibleName())

    def _on_released(self, key: str) -> None:
        if is_one_button(key, self.settings.input):
            self._one_button.release()

    def _on_gesture(self, gesture: Gesture) -> None:
        words = {
            Gesture.SHORT: self.tr("Short press: goes on."),
            Gesture.LONG: self.tr("Long press: Baby needs me."),
            Gesture.DOUBLE: self.tr("Pressed twice: this step again."),
        }
        self.pad.show_key(words_of(self._key), words[gesture])
        announce(self.pad, self.pad.accessibleName())

    def _show_key(self) -> None:
        """What the button that was pressed last does, and which of the meanings it has."""
        key, own = self._key, self.settings.input
        meaning = meaning_of(key, own) if key else None
        if meaning is None:
            self.pad.show_key("", "")
        elif is_one_button(key, own):
            self.pad.show_key(words_of(key), self.tr("The one button."))
        else:
            self.pad.show_key(words_of(key), self._does(meaning))
        free = may_be_given(key)
        for tile in self.meanings.tiles.values():
            tile.setEnabled(free)
        one = bool(key) and is_one_button(key, own)
        self.meanings.choose(meaning if free and not one and meaning in GIVABLE else None)
        self.wish.sentence.set_text(self._about_giving(key, free))
        self.wish.sentence.setVisible(True)

    def _about_giving(self, key: str, free: bool) -> str:
        if not key:
            return self.tr("First press the button, above.")
        return self.tr("Choose one for this button.") if free else self.tr("This one stays as it is.")

    def _does(self, meaning: Meaning) -> str:
        return {
            Meaning.STOP: self.tr("Stops: Baby needs me. When stopped, nothing."),
            Meaning.TOGGLE: self.tr("Stops: Baby needs me. When stopped, carries on."),
            Meaning.GO_ON: self.tr("The next step. When stopped, carries on."),
            Meaning.NEXT: self.tr("The next step. When stopped, the next choice."),
            Meaning.BACK: self.tr("This step again. When stopped, the choice before."),
            Meaning.AROUND: self.tr("This step again. When stopped, the next choice."),
            Meaning.MORE: self.tr("30 seconds more. When stopped, nothing."),
            Meaning.LESS: self.tr("30 seconds less. When stopped, nothing."),
            Meaning.SLOWER: self.tr("Slower strokes. When stopped, nothing."),
            Meaning.FASTER: self.tr("Faster strokes. When stopped, nothing."),
            Meaning.NEXT_PART: self.tr("The next part of the body. When stopped, the next choice."),
            Meaning.PART_BEFORE: self.tr("The part before. When stopped, the choice before."),
            Meaning.ARROW_UP: self.tr("30 seconds more. When stopped, the choice before."),
            Meaning.ARROW_DOWN: self.tr("Stops: Baby needs me. When stopped, the next choice."),
            Meaning.ESCAPE: self.tr("Leaves the full screen, else stops: Baby needs me."),
            Meaning.FULL_SCREEN: self.tr("Fills the screen, and back."),
            Meaning.ONE: self.tr("Stops: Baby needs me. When stopped, the first choice."),
            Meaning.TWO: self.tr("Stops: Baby needs me. When stopped, the second choice."),
            Meaning.THREE: self.tr("Stops: Baby needs me. When stopped, the third choice."),
        }[meaning]

    def _on_meaning(self, meaning: Meaning) -> None:
        if may_be_given(self._key):
            self._keep(self.settings.input.giving(self._key, meaning))
            self._show_key()

    def _keep(self, own: Input) -> None:
        self._send(replace(self.settings, input=own))
