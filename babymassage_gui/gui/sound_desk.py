"""Joins what is heard to the session, and the Settings room Sound to the voice. It plays nothing by itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from babymassage_gui.core.ports import Senses
from babymassage_gui.core.prompts import Chime
from babymassage_gui.core.session import Happening
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.sound import Sound, SoundMode
from babymassage_gui.gui.bridge import FRAME_MS, Bridge
from babymassage_gui.gui.spoken import Lines
from babymassage_gui.services.prompter import Prompter

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.settings_sound import SoundRoom
    from babymassage_gui.services.household import Household

# After an end, as long as its last words may take, the voice and the loudspeaker are let go.
LET_GO_MS = 15_000
# The Test button's voice begins once its chime is over.
AFTER_CHIME_MS = 600
# While the room Sound is open a voice may come, speak or go.
LOOK_MS = 300


class SoundDesk(QObject):
    """Follows each session of the bridge. `noted` carries a sentence when something wanted cannot be heard."""

    noted = Signal(str)

    def __init__(self, bridge: Bridge, senses: Senses) -> None:
        super().__init__(bridge)
        house = bridge.household
        self._house, self._senses, self._lines = house, senses, Lines(self)
        self._told = ""
        self._prompter = Prompter(
            house.runner, senses.speech, senses.chimes, lambda: house.settings.sound, self._lines.wordings,
            house.clock.speed,
        )  # fmt: skip
        self._soon = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._soon.timeout.connect(self._on_soon)
        self._let_go = QTimer(self, singleShot=True, interval=LET_GO_MS)
        self._let_go.timeout.connect(self._on_let_go)
        bridge.beat.connect(self._on_beat)
        bridge.happened.connect(self._on_happened)

    def close(self) -> None:
        """The window goes."""
        self._soon.stop()
        self._prompter.close()
        self._on_let_go()

    def _on_beat(self) -> None:
        if not self._prompter.following:
            self._begin()
        self._prompter.tick()
        self._tell()
        left = self._prompter.seconds_to_next()
        if left is not None and left / self._house.clock.speed * 1000 < FRAME_MS:
            # Between two beats: come when it is due.
            self._soon.start(math.ceil(left / self._house.clock.speed * 1000))

    def _begin(self) -> None:
        sound, senses = self._house.settings.sound, self._senses
        self._told = ""
        self._let_go.stop()
        if sound.chimes:
            senses.chimes.begin(sound)
        if sound.speaks:
            senses.speech.begin(sound, self._lines.language())

    def _on_soon(self) -> None:
        self._house.runner.tick()
        self._prompter.tick()

    def _tell(self) -> None:
        """Never a mute surprise: said once for each thing that is found out."""
        sound, senses = self._house.settings.sound, self._senses
        if sound.speaks and not senses.speech.ready:
            # Nobody knows yet whether a voice leads.
            return
        voice = senses.speech.mute if sound.speaks else None
        chimes = senses.chimes.mute if sound.chimes else None
        note = self._lines.note(voice, chimes)
        if note and note != self._told:
            self._told = note
            self.noted.emit(note)

    def _on_happened(self, happening: Happening) -> None:
        if happening.phase is Phase.ENDED:
            self._let_go.start()

    def _on_let_go(self) -> None:
        self._senses.speech.close()
        self._senses.chimes.close()


class SoundRoomDesk(QObject):
    """Lets the room Sound show what there is to choose from, and be heard. The room must stand in its page."""

    def __init__(self, house: Household, senses: Senses, room: SoundRoom) -> None:
        super().__init__(room)
        self._house, self._senses, self._room, self._lines = house, senses, room, Lines(self)
        self._sound = Sound()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._show)
        room.entered.connect(self._on_entered)
        room.left.connect(self._on_left)
        room.changed.connect(self._on_changed)
        room.test_wanted.connect(self._on_test)
        if room.isVisible():
            self._on_entered()

    def _on_entered(self) -> None:
        self._begin(self._house.settings.sound)
        self._look.start()

    def _on_left(self) -> None:
        """Leaving is silence; a session that began meanwhile keeps its voice."""
        self._look.stop()
        if not self._house.runner.running:
            self._senses.speech.close()
            self._senses.chimes.close()

    def _on_changed(self, settings: Settings) -> None:
        if settings.sound != self._sound and self._look.isActive():
            self._begin(settings.sound)

    def _begin(self, sound: Sound) -> None:
        self._sound = sound
        self._senses.chimes.begin(sound)
        self._senses.speech.begin(sound, self._lines.language())
        self._show()

    def _show(self) -> None:
        from babymassage_gui.gui.pages.settings_sound import SoundView

        speech, chimes = self._senses.speech, self._senses.chimes
        silent, speaks = self._sound.mode is SoundMode.SILENT, self._sound.mode is SoundMode.VOICE
        note = "" if silent else self._lines.note(speech.mute if speaks else None, chimes.mute)
        reasons = dict.fromkeys(mute for mute in (speech.mute if speaks else None, chimes.mute) if mute is not None)
        text = " ".join([note, *(self._lines.reason(mute) for mute in reasons)]) if note else ""
        self._room.show_senses(SoundView(speech.engines(), speech.voices(), text))

    def _on_test(self) -> None:
        """A chime and a sentence, as they would be heard."""
        if not self._senses.speech.ready:
            # A session that ended a moment ago has let the voice go meanwhile.
            self._begin(self._sound)
        if self._sound.chimes:
            self._senses.chimes.play(Chime.STEP)
        if self._sound.speaks:
            QTimer.singleShot(AFTER_CHIME_MS if self._sound.chimes else 0, self, self._speak)

    def _speak(self) -> None:
        if self._look.isActive():
            self._senses.speech.say(self._lines.test())
