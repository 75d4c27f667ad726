"""The other rooms of Settings: the baby, the session, and what this program is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from platform import python_version

from PySide6.QtCore import QTimer, Signal, qVersion
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.checkin import GUIDED_FROM
from babymassage_gui.core.pacing import TEMPOS, USUAL_TEMPO
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import GET_READY_SECONDS, PARENT_LIMIT_MINUTES, Settings
from babymassage_gui.gui.pages.baby_form import BabyForm
from babymassage_gui.gui.pages.settings_babies import BabiesCard
from babymassage_gui.gui.pages.settings_cards import Room, SettingRow, TitledCard
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ChoicePill, LinkButton, ToggleSwitch
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.stepper import Stepper

# Typing and stepping are kept after a short rest, a press at once.
REST_MS = 400
# Sessions of more than fifteen minutes are for babies of four completed months (C-06).


class BabyRoom(Room):
    """Everything of the first start, changeable, and the doctor's word on an early start (C-01).

    `health_wanted` asks for the standing questions.
    """

    changed = Signal(object)
    health_wanted = Signal()
    shown = Signal()

    def __init__(self, theme: Theme) -> None:
        self._baby: Baby | None = None
        self._today = date.min
        super().__init__(theme)
        self.babies = BabiesCard(theme)
        self.form = BabyForm(theme)
        about = TitledCard(theme)
        about.column.addWidget(self.form)
        self.early_start = ToggleSwitch(theme, self.tr("Early start agreed by our doctor"))
        self._early_row = SettingRow(theme, self.tr("Early start agreed by our doctor"), "", self.early_start)
        early = TitledCard(theme)
        early.column.addWidget(self._early_row)
        self.health = LinkButton(theme, self.tr("See the answers"), "stethoscope", px=20)
        self.health.clicked.connect(self._on_health)
        sentence = self.tr("Heart, fits, bones, a bulge and more.")
        self._health_card = TitledCard(theme)
        self._health_card.column.addWidget(
            SettingRow(theme, self.tr("What a doctor should know"), sentence, self.health)
        )
        self.put(self.babies, about, self._health_card, early)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.keep)
        self.form.answered.connect(self._on_answered)
        self.early_start.clicked.connect(self._on_early_start)

    def show_baby(self, baby: Baby | None, today: date) -> None:
        """Show what is known; nothing is sent back."""
        self._rest.stop()
        self._baby, self._today = baby, today
        self._health_card.setVisible(baby is not None)
        self.form.ask(today, baby)
        self.early_start.setChecked(baby is not None and baby.early_start)
        self._tell()
        self.shown.emit()

    def keep(self) -> None:
        """Send the profile if it is whole and another one than before."""
        self._rest.stop()
        if self.form.gap() is not None:
            return
        baby = self.form.baby()
        if baby != self._baby:
            self._baby = baby
            self.form.set_known(baby)
            self.changed.emit(baby)

    def _on_answered(self, settled: bool) -> None:
        self._tell()
        if settled:
            self.keep()
        else:
            self._rest.start()

    def _on_health(self) -> None:
        self.keep()
        self.health_wanted.emit()

    def _on_early_start(self, agreed: bool) -> None:
        self.form.set_early_start(agreed)
        self.keep()

    def _tell(self) -> None:
        """The switch means something only before 46 days."""
        baby = None if self.form.gap() is not None else self.form.baby()
        matters = baby is None or not baby.age(self._today).reached(GUIDED_FROM)
        self.early_start.setVisible(matters)
        self._early_row.sentence.set_text(
            self.tr("Opens a few short routines from 20 days, not 46.")
            if matters
            else self.tr("From 46 days on it is not needed any more.")
        )

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving is as good as resting."""
        self.keep()
        super().hideEvent(event)


class SessionRoom(Room):
    """How a session begins, waits and ends."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._words = Words()
        self._settings = Settings()
        self._filling = False
        self._no_limit = PARENT_LIMIT_MINUTES[-1] + 1
        super().__init__(theme)
        less, more = self.tr("less"), self.tr("more")
        first, last = GET_READY_SECONDS[0], GET_READY_SECONDS[-1]
        self.get_ready = Stepper(
            theme, self.tr("Seconds to get ready"), less, more, first, last, first, words=self._seconds
        )
        self.longest = Stepper(
            theme, self.tr("Our longest session"), less, more, PARENT_LIMIT_MINUTES[0], self._no_limit, self._no_limit,
            words=self._minutes,
        )  # fmt: skip
        self.wait_for_me = ToggleSwitch(theme, self.tr("Wait for me at turns"))
        self.wait_at_parts = ToggleSwitch(theme, self.tr("Wait before each part"))
        self.wait_at_steps = ToggleSwitch(theme, self.tr("Wait before each step"))
        self.tempo = Stepper(
            theme, self.tr("Tempo of the strokes"), self.tr("slower"), self.tr("faster"), 0, len(TEMPOS) - 1,
            TEMPOS.index(USUAL_TEMPO), words=self._tempo_words,
        )  # fmt: skip
        self.full_screen = ToggleSwitch(theme, self.tr("Fill the screen in a session"))
        self._longest_row = SettingRow(
            theme, self.tr("Our longest session"), self.tr("The plan grows by itself and never beyond this."),
            self.longest, 4,
        )  # fmt: skip
        self.put(self._make_flow(theme), self._make_length(theme))
        self.get_ready.valueChanged.connect(lambda value: self._send(replace(self._settings, get_ready_seconds=value)))
        self.longest.valueChanged.connect(self._on_longest)
        self.wait_for_me.toggled.connect(lambda on: self._send(replace(self._settings, wait_for_me=on)))
        self.wait_at_parts.toggled.connect(lambda on: self._send(replace(self._settings, wait_at_parts=on)))
        self.wait_at_steps.toggled.connect(lambda on: self._send(replace(self._settings, wait_at_steps=on)))
        self.tempo.valueChanged.connect(lambda place: self._send(replace(self._settings, tempo=TEMPOS[place])))
        self.full_screen.toggled.connect(lambda on: self._send(replace(self._settings, full_screen=on)))

    def _make_flow(self, theme: Theme) -> QWidget:
        card = TitledCard(theme, self.tr("On the way"))
        rows = (
            SettingRow(
                theme, self.tr("Get ready"), self.tr("Time to warm your hands before it begins."), self.get_ready, 4
            ),
            SettingRow(
                theme, self.tr("Wait for me at turns"), self.tr("It goes on when you press, not by itself."),
                self.wait_for_me,
            ),
            SettingRow(
                theme, self.tr("Wait before each part"), self.tr("Legs, arms, tummy: each when you are ready."),
                self.wait_at_parts,
            ),
            SettingRow(
                theme, self.tr("Wait before each step"), self.tr("Nothing begins before you press Go on."),
                self.wait_at_steps,
            ),
            SettingRow(
                theme, self.tr("Tempo of the strokes"), self.tr("Slower: fewer strokes, never a longer massage."),
                self.tempo, 4,
            ),
            SettingRow(
                theme, self.tr("Fill the screen"), self.tr("In a session nothing else is in sight."), self.full_screen
            ),
        )  # fmt: skip
        for row in rows:
            card.column.addWidget(row)
        return card

    def _tempo_words(self, place: int) -> str:
        if TEMPOS[place] == USUAL_TEMPO:
            return self.tr("As planned")
        return fill(self.tr("%1 %", "a tempo of the strokes"), TEMPOS[place])

    def _make_length(self, theme: Theme) -> QWidget:
        card = TitledCard(theme, self.tr("Length"))
        card.column.addWidget(self._longest_row)
        return card

    def show_settings(self, settings: Settings) -> None:
        """Show these; nothing is sent back."""
        self._filling = True
        self._settings = settings
        self.get_ready.set_value(settings.get_ready_seconds)
        self.wait_for_me.setChecked(settings.wait_for_me)
        self.wait_at_parts.setChecked(settings.wait_at_parts)
        self.wait_at_steps.setChecked(settings.wait_at_steps)
        self.tempo.set_value(TEMPOS.index(settings.tempo))
        self.full_screen.setChecked(settings.full_screen)
        limit = settings.parent_limit
        self.longest.set_value(self._no_limit if limit is None else limit)
        self._filling = False

    def _seconds(self, value: int) -> str:
        return self.tr("%n second(s)", "", value)

    def _minutes(self, value: int) -> str:
        return self.tr("No limit") if value >= self._no_limit else self._words.minutes(value)

    def _on_longest(self, value: int) -> None:
        self._send(replace(self._settings, parent_limit=None if value >= self._no_limit else value))

    def _send(self, settings: Settings) -> None:
        if not self._filling and settings != self._settings:
            self.changed.emit(settings)


class AboutRoom(Room):
    """What this is, what it is not, and what it stands on. `wanted` asks for a page: shortcuts, sources, licences; or
    for a sample family."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__(theme)
        what = TitledCard(theme, self.tr("Baby massage"))
        what.column.addWidget(TextLabel(theme, fill(self.tr("Version %1"), version), shade="ink2", max_lines=1))
        beside = fill(self.tr("With Qt %1 and Python %2"), qVersion(), python_version())
        what.column.addWidget(TextLabel(theme, beside, Type.HINT, shade="ink3", max_lines=1))
        what.column.addWidget(
            Note(
                theme, self.tr("No clinician has reviewed these moves yet. Not medical advice."), "stethoscope",
                Type.SECTION, style="fill",
            )
        )  # fmt: skip
        healthy = self.tr("For healthy babies whose doctor or midwife said yes. If something worries you, ask them.")
        what.column.addWidget(TextLabel(theme, healthy, Type.BODY, shade="ink2"))
        what.column.addWidget(
            Note(
                theme, self.tr("Everything stays on this computer."), "shield-check", Type.SECTION,
                fill="ph_done", shade="pa_done", icon_shade="pa_done", style="fill",
            )
        )  # fmt: skip
        more = TitledCard(theme, self.tr("To read"))
        self.links: dict[str, ChoicePill] = {}
        for name, title, sentence in (
            ("shortcuts", self.tr("Keys and buttons"), self.tr("All of them on one page.")),
            ("sources", self.tr("Where the moves come from"), self.tr("Every move names its sources in the library.")),
            ("sample", self.tr("A sample family"), self.tr("Look round, try things. Nothing of it is kept.")),
            (
                "licences",
                self.tr("Licences"),
                self.tr("Nunito, Phosphor, Qt, PySide6, pyqtgraph and more."),
            ),
        ):
            button = ChoicePill(theme, self.tr("Open"), px=19, name=f"{self.tr('Open')} {title}")
            button.setCheckable(False)
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            self.links[name] = button
            more.column.addWidget(SettingRow(theme, title, sentence, button))
        self.put(what, more)
