"""Settings, room "Sound": what is heard, how loud, in whose voice; a Test, and a plain word where there is no voice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.sound import ADVISED_DECIBELS, FASTEST, SLOWEST, VOLUMES, SoundMode
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_drawers import FamilyRoom
from babymassage_gui.gui.pages.settings_options import OptionGrid, WhyCard
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.buttons import QuietButton
from babymassage_gui.gui.widgets.labels import Note
from babymassage_gui.gui.widgets.stepper import Stepper

_CONTROL = 5
_VOLUME_STRIDE = 10
# The pace is set in tenths.
_TENTHS = 10
_NAME_PX = 20


@dataclass(frozen=True, slots=True)
class SoundView:
    """What there is to choose from: names of engines and of voices; `note` says what cannot be heard and why."""

    engines: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    note: str = ""


class SoundRoom(FamilyRoom):
    """`entered` and `left` say when it is seen, `test_wanted` asks for a chime and a sentence."""

    entered = Signal()
    left = Signal()
    test_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        self._view = SoundView()
        super().__init__(theme)
        self.put(self._make_mode(theme), self._make_volumes(theme), self._make_voice(theme))

    def _make_mode(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("What is heard"))
        self.mode = OptionGrid(
            theme,
            self.tr("What is heard"),
            {
                SoundMode.VOICE: (self.tr("Voice and chimes"), self.tr("Says each step, and the next one.")),
                SoundMode.CHIMES: (self.tr("Chimes"), self.tr("A soft sound at each change.")),
                SoundMode.SILENT: (self.tr("Silent"), self.tr("For a sleeping house.")),
            },
            least=216,
            most=3,
        )
        self.mode.chosen.connect(lambda mode: self._set(mode=mode))
        self.note = Note(theme, "", "speaker-high", Type.BODY_BOLD)
        self.note.hide()
        card.add(
            self.mode, self.note, why=self.tr("What is heard is also seen: colour, pattern and words lose nothing.")
        )
        return card

    def _make_volumes(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("How loud"))
        chimes, voice = self.tr("Chimes"), self.tr("Voice")
        self.chime_volume, self.voice_volume = self._volume_of(chimes), self._volume_of(voice)
        self.chime_volume.valueChanged.connect(lambda value: self._set(chime_volume=value))
        self.voice_volume.valueChanged.connect(lambda value: self._set(voice_volume=value))
        self.test = QuietButton(theme, self.tr("Test"), "speaker-high", style="bold")
        self.test.clicked.connect(self.test_wanted)
        advice = self.tr("Keep it soft: about %1 dBA or less at the baby, and the loudspeaker far off.")
        self.advice = Note(
            theme,
            fill(advice, ADVISED_DECIBELS),
            "baby",
            Type.HINT_BOLD,
            fill="primary_soft",
            shade="primary_ink",
            icon_shade="primary_ink",
        )
        equal = self.tr("Each is as loud as the others.")
        self._chime_row = SettingRow(theme, chimes, equal, self.chime_volume, _CONTROL)
        self._voice_row = SettingRow(theme, voice, self.tr("As a quiet talk beside you."), self.voice_volume, _CONTROL)
        self._test_row = SettingRow(theme, self.tr("Try it"), self.tr("From where the baby lies."), self.test)
        card.add(self._chime_row, self._voice_row, self._test_row, self.advice)
        return card

    def _make_voice(self, theme: Theme) -> QWidget:
        self.voice_card = WhyCard(theme, self.tr("The voice"))
        name, engine, pace = self.tr("Voice"), self.tr("Speech program"), self.tr("Pace")
        before, after = self.tr("the one before"), self.tr("the next one")
        self.voice = Stepper(theme, name, before, after, 0, 0, 0, words=self._voice_name, wraps=True, px=_NAME_PX)
        self.engine = Stepper(theme, engine, before, after, 0, 0, 0, words=self._engine_name, wraps=True, px=_NAME_PX)
        slowest, fastest = round(SLOWEST * _TENTHS), round(FASTEST * _TENTHS)
        self.pace = Stepper(
            theme, pace, self.tr("slower"), self.tr("faster"), slowest, fastest, 0, words=self._pace_words, px=_NAME_PX
        )
        self.voice.valueChanged.connect(lambda value: self._set(voice=self._name(self._view.voices, value)))
        self.engine.valueChanged.connect(
            lambda value: self._set(engine=self._name(self._view.engines, value), voice="")
        )
        self.pace.valueChanged.connect(lambda value: self._set(rate=value / _TENTHS))
        self._name_row = SettingRow(theme, name, self.tr("The voices of this computer."), self.voice, _CONTROL)
        self._engine_row = SettingRow(theme, engine, self.tr("Each has its own voices."), self.engine, _CONTROL)
        self._pace_row = SettingRow(theme, pace, self.tr("Slower says less in the same time."), self.pace, _CONTROL)
        self.voice_card.add(self._name_row, self._engine_row, self._pace_row)
        return self.voice_card

    def _volume_of(self, name: str) -> Stepper:
        return Stepper(
            self.theme, fill(self.tr("%1, how loud"), name), self.tr("softer"), self.tr("louder"), VOLUMES[0],
            VOLUMES[-1], VOLUMES[0], words=self._volume, stride=_VOLUME_STRIDE,
        )  # fmt: skip

    def show_senses(self, view: SoundView) -> None:
        """Show what there is to choose from now; nothing is sent back."""
        if view != self._view:
            self._view = view
            self.show_family(self.settings, self.care)

    @override
    def fill_in(self) -> None:
        sound, view = self.settings.sound, self._view
        silent, speaks = sound.mode is SoundMode.SILENT, sound.mode is SoundMode.VOICE
        self.mode.choose(sound.mode)
        self.note.set_note(view.note)
        self.note.setVisible(bool(view.note))
        self.chime_volume.set_value(sound.chime_volume)
        self.voice_volume.set_value(sound.voice_volume)
        self._chime_row.setVisible(not silent)
        self._voice_row.setVisible(speaks)
        self._test_row.setVisible(not silent)
        self._fill_in_names(self.voice, view.voices, sound.voice)
        self._fill_in_names(self.engine, view.engines, sound.engine)
        self.pace.set_value(round(sound.rate * _TENTHS))
        self.voice_card.setVisible(speaks and bool(view.voices or len(view.engines) > 1))
        self._name_row.setVisible(len(view.voices) > 1)
        self._engine_row.setVisible(len(view.engines) > 1)

    def _fill_in_names(self, stepper: Stepper, names: tuple[str, ...], chosen: str) -> None:
        """The one that fits by itself, then those that have a name. A name that is gone for now is kept."""
        stepper.set_range(0, len(names))
        stepper.set_value(names.index(chosen) + 1 if chosen in names else 0)

    def _set(self, **changes: object) -> None:
        if not self._filling:
            sound = replace(self.settings.sound, **changes)  # type: ignore[arg-type]
            self._send(replace(self.settings, sound=sound))

    def _name(self, names: tuple[str, ...], index: int) -> str:
        return names[index - 1] if index else ""

    def _voice_name(self, index: int) -> str:
        return self._name(self._view.voices, index) or self.tr("The one that fits", "a voice")

    def _engine_name(self, index: int) -> str:
        return self._name(self._view.engines, index) or self.tr("The one that fits", "a speech program")

    def _volume(self, volume: int) -> str:
        return fill(self.tr("%1 of 100"), volume) if volume else self.tr("Off")

    def _pace_words(self, tenths: int) -> str:
        if tenths == 0:
            return self.tr("Its own pace")
        words = self.tr("Slower by %1") if tenths < 0 else self.tr("Faster by %1")
        return fill(words, abs(tenths))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entered.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.left.emit()
        super().hideEvent(event)
