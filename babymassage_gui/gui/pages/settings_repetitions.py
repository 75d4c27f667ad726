"""Settings, how often each stroke: 1 to 10 times, or as the plan says (C-08). One part of the body at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.candidates import OLD_FROM
from babymassage_gui.core.catalogue import Block, Catalogue, Mode, Step
from babymassage_gui.core.choices import REPETITIONS
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_drawers import FamilyRoom
from babymassage_gui.gui.pages.settings_options import FlowGrid, WhyCard
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ChoicePill, LinkButton
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.stepper import Stepper

BLOCKS = (Block.LEGS, Block.ARMS, Block.TUMMY, Block.CHEST, Block.BACK, Block.HEAD, Block.MOVES)


def countable(catalogue: Catalogue) -> tuple[Step, ...]:
    """The steps whose repetitions a parent may set: guided ones with a number, neither start nor finish."""
    return tuple(
        step
        for step in catalogue.steps.values()
        if step.mode is Mode.GUIDED
        and step.block in BLOCKS
        and not (step.own_clock or step.is_turn)
        and (step.reps_young or step.reps_old)
    )


class RepetitionsRoom(FamilyRoom):
    """A stepper for each stroke of a part of the body; 0 stands for as planned."""

    def __init__(self, theme: Theme) -> None:
        self._words = Words()
        self.steppers: dict[str, Stepper] = {}
        self.rows: dict[str, SettingRow] = {}
        self.cards: dict[Block, WhyCard] = {}
        super().__init__(theme)
        self.back = LinkButton(theme, self.tr("Back to Massage"), "arrow-left", px=20)
        self.back.clicked.connect(lambda: self.wanted.emit("massage"))
        self.all_planned = LinkButton(theme, self.tr("All as planned"), px=20)
        self.all_planned.clicked.connect(lambda: self.choose(replace(self.settings.choices, repetitions={})))
        self.parts = {block: ChoicePill(theme, self._words.block(block), px=19) for block in BLOCKS}
        group = QButtonGroup(self)
        for block, pill in self.parts.items():
            group.addButton(pill)
            pill.toggled.connect(lambda on, block=block: self._on_part(block, on))
        hint = self.tr("Small baby mini keeps to 4 at most.")
        self.put(
            self._make_head(),
            FlowGrid(theme, tuple(self.parts.values()), 98, len(BLOCKS)),
            *(self._make_card(theme, block) for block in BLOCKS),
            TextLabel(theme, hint, Type.HINT, shade="ink3"),
        )
        self.parts[Block.LEGS].setChecked(True)

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.all_planned)
        return head

    def _make_card(self, theme: Theme, block: Block) -> WhyCard:
        self.cards[block] = WhyCard(theme, self._words.block(block))
        self.cards[block].hide()
        return self.cards[block]

    def _on_part(self, block: Block, on: bool) -> None:
        if on:
            self._build(block)
        self.cards[block].setVisible(on)

    def _build(self, block: Block) -> None:
        """The rows of a part, when it is first looked at."""
        if self.care is None:
            return
        less, more = self.tr("less"), self.tr("more")
        for step in countable(self.care.catalogue):
            if step.block is block and step.id not in self.steppers:
                stepper = Stepper(
                    self.theme, step.title, less, more, 0, REPETITIONS[-1], 0, words=self._times, px=21
                )  # fmt: skip
                stepper.set_value(self.settings.choices.repetitions.get(step.id, 0))
                stepper.valueChanged.connect(lambda value, step=step.id: self._on_times(step, value))
                self.rows[step.id] = SettingRow(self.theme, step.title, self._planned(step), stepper, 4)
                self.steppers[step.id] = stepper
                self.cards[block].add(self.rows[step.id])

    @override
    def fill_in(self) -> None:
        for block, pill in self.parts.items():
            if pill.isChecked():
                self._build(block)
        repetitions = self.settings.choices.repetitions
        for step_id, stepper in self.steppers.items():
            stepper.set_value(repetitions.get(step_id, 0))
            if self.care is not None:
                self.rows[step_id].sentence.set_text(self._planned(self.care.catalogue.steps[step_id]))
        self.all_planned.setEnabled(bool(repetitions))

    def _planned(self, step: Step) -> str:
        """What the plan does at the baby's age."""
        old = self.care is not None and self.care.age.reached(OLD_FROM)
        numbers = step.reps_old if old else step.reps_young
        if numbers is None:
            return self.tr("Not at this age.")
        if numbers.start == numbers.full:
            return self.tr("Planned: %n time(s)", "", numbers.start)
        return fill(self.tr("Planned: %1 to %2 times, with the minutes"), numbers.start, numbers.full)

    def _times(self, value: int) -> str:
        return self.tr("%n time(s)", "", value) if value else self.tr("As planned")

    def _on_times(self, step_id: str, value: int) -> None:
        repetitions = {key: times for key, times in self.settings.choices.repetitions.items() if key != step_id}
        if value:
            repetitions[step_id] = value
        self.choose(replace(self.settings.choices, repetitions=repetitions))
