"""Settings, room "Massage": how a massage is put together (content-spec 2.1). Every default is the careful one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.age import AgeLimit
from babymassage_gui.core.catalogue import Step
from babymassage_gui.core.choices import (
    LONGER_FROM,
    LONGEST_MINUTES,
    PRODUCT_FROM,
    RUB_FROM_MONTHS,
    TUMMY_TIME_MINUTES,
    ArmDirection,
    BackDirection,
    Choices,
    Order,
)
from babymassage_gui.core.wish import LOIN_GLIDE, RUBBING
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_drawers import FamilyRoom
from babymassage_gui.gui.pages.settings_options import Heading, OptionGrid, WhyCard
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import LinkButton, ToggleSwitch
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.stepper import Stepper

_CONTROL = 4


class ShownRow(SettingRow):
    """A switch that can be pressed only once something was shown in person; until then the way to say so."""

    def __init__(self, theme: Theme, title: str, sentence: str, switch: ToggleSwitch) -> None:
        super().__init__(theme, title, sentence, switch)
        self._sentence = sentence
        self.way = LinkButton(theme, self.tr("Was it shown?"), px=18, name=f"{title}: {self.tr('Was it shown?')}")
        self._row.addWidget(self.way)
        self.set_shown(shown=False)

    def set_shown(self, *, shown: bool) -> None:
        """Offer the switch, or the way to say that it was shown."""
        self.control.setVisible(shown)
        self.way.setHidden(shown)
        self.sentence.set_text(self._sentence if shown else self.tr("Only if it was shown to you in person."))


class MassageRoom(FamilyRoom):
    """Order, directions, extras, lengths and the product."""

    def __init__(self, theme: Theme) -> None:
        self._words = Words()
        self.early: dict[str, ToggleSwitch] = {}
        super().__init__(theme)
        self.early_card = WhyCard(theme, self.tr("Off at this age"))
        self.put(
            self._make_order(theme), self._make_strokes(theme), self._make_extras(theme), self._make_shown(theme),
            self._make_numbers(theme), self._make_product(theme), self.early_card,
        )  # fmt: skip

    def _make_order(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Order"))
        self.order = OptionGrid(
            theme,
            self.tr("Order"),
            {
                Order.LEGS_FIRST: (self.tr("Legs first"), self.tr("Legs, arms, tummy, chest, back.")),
                Order.ARMS_FIRST: (self.tr("Arms first"), self.tr("Arms, legs, tummy, chest, back.")),
                Order.TUMMY_HELLO: (self.tr("Tummy hello"), self.tr("A hello to the tummy, then arms, legs, tummy.")),
                Order.TOP_DOWN: (self.tr("Top down"), self.tr("Arms, chest, tummy, legs; back from above.")),
            },
        )
        self.order.chosen.connect(lambda order: self.choose(replace(self.settings.choices, order=order)))
        where = TextLabel(theme, self.tr("For Everyday massage, First strokes and Mini."), Type.HINT, shade="ink2")
        card.add(where, self.order, why=self.tr("Teachings differ. The strokes stay the same."))
        return card

    def _make_strokes(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Directions"))
        arms, back = self.tr("Outer arm"), self.tr("Back")
        self.arm = OptionGrid(
            theme,
            arms,
            {
                ArmDirection.UP: (self.tr("Upward"), self.tr("From the hand to the shoulder.")),
                ArmDirection.DOWN: (self.tr("Downward"), self.tr("From the shoulder to the hand.")),
            },
        )
        self.back = OptionGrid(
            theme,
            back,
            {
                BackDirection.UP: (self.tr("Upward"), self.tr("From low ribs to shoulders.")),
                BackDirection.DOWN: (self.tr("Downward"), self.tr("From shoulders to low ribs.")),
                BackDirection.BOTH: (self.tr("Both ways"), self.tr("First up, then down.")),
            },
            least=200,
            most=3,
        )
        self.arm.chosen.connect(lambda way: self.choose(replace(self.settings.choices, arm_outer_direction=way)))
        self.back.chosen.connect(lambda way: self.choose(replace(self.settings.choices, back_direction=way)))
        card.add(Heading(theme, arms), self.arm)
        card.add(Heading(theme, back), self.back, why=self.tr("Teachings differ. Calm-down massage always goes down."))
        return card

    def _make_extras(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("More or less of it"))
        self.face = ToggleSwitch(theme, self.tr("Face in Everyday massage"))
        self.newborn_chest = ToggleSwitch(theme, self.tr("The newborn's chest stroke"))
        self.thumb_circles = ToggleSwitch(theme, self.tr("Thumb circles in Tummy ease"))
        self.wide_ring = ToggleSwitch(theme, self.tr("A wide ring at the navel"))
        rows = (
            (self.face, self.tr("Face and head come before the end."), self.tr("Hands are dry for the face, always.")),
            (
                self.newborn_chest, self.tr("Under 4 months: tummy, shoulders, sides."),
                self.tr("Usually it goes from the middle to the sides."),
            ),
            (
                self.thumb_circles, self.tr("Small circles with the thumb, after the palm."),
                self.tr("The palm is enough. The thumb is an extra."),
            ),
            (
                self.wide_ring, self.tr("Four fingers stay off the navel, not two."),
                self.tr("Nothing ever goes on the navel itself."),
            ),
        )  # fmt: skip
        for switch, sentence, why in rows:
            card.add(SettingRow(theme, switch.accessibleName(), sentence, switch), why=why)
        for switch, field in (
            (self.face, "face_in_everyday"),
            (self.newborn_chest, "newborn_chest"),
            (self.thumb_circles, "thumb_circles"),
            (self.wide_ring, "wide_ring"),
        ):
            switch.toggled.connect(lambda on, field=field: self._set(field, on))
        return card

    def _make_shown(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("Once it was shown to you"))
        self.rubbing = ToggleSwitch(theme, self.tr("Rubbing from 3 months"))
        self.loin = ToggleSwitch(theme, self.tr("One glide over the loin"))
        self.rubbing_row = ShownRow(
            theme, self.tr("Rubbing from 3 months"), self.tr("In Everyday massage, a few times only."), self.rubbing
        )
        self.loin_row = ShownRow(
            theme, self.tr("One glide over the loin"), self.tr("Light, once, in Calm-down massage."), self.loin
        )
        for row in (self.rubbing_row, self.loin_row):
            row.way.clicked.connect(lambda: self.wanted.emit("care"))
        first, usual = RUB_FROM_MONTHS[0], RUB_FROM_MONTHS[-1]
        self.rubbing.toggled.connect(lambda on: self._set("rub_from_months", first if on else usual))
        self.loin.toggled.connect(lambda on: self._set("loin_glide", on))
        card.add(self.rubbing_row, why=self.tr("Rubbing waits for 4 months: strokes come first."))
        card.add(self.loin_row, why=self.tr("Else the hands are lifted over loin and kidneys."))
        return card

    def _make_numbers(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("How long, how often"))
        less, more = self.tr("less"), self.tr("more")
        first, last = LONGEST_MINUTES[0], LONGEST_MINUTES[-1]
        longest, tummy = self.tr("Longest session"), self.tr("Tummy time")
        self.longest = Stepper(theme, longest, less, more, first, last, first, words=self._words.minutes)
        self.tummy_time = Stepper(theme, tummy, less, more, 0, TUMMY_TIME_MINUTES[-1], 0, words=self._tummy_words)
        self.longest.valueChanged.connect(lambda value: self._set("longest_minutes", value))
        self.tummy_time.valueChanged.connect(lambda value: self._set("tummy_time_minutes", value or None))
        self.longest_row = SettingRow(theme, longest, self.tr("The plan grows by itself up to this."), self.longest,
                                      _CONTROL)  # fmt: skip
        self.two_sessions = ToggleSwitch(theme, self.tr("30 minutes in two"))
        self.two_sessions.toggled.connect(lambda on: self._set("two_sessions", on))
        self.two_row = SettingRow(theme, self.two_sessions.accessibleName(), "", self.two_sessions)
        self.steps = LinkButton(theme, self.tr("Step by step"), "note-pencil", px=20)
        self.steps.clicked.connect(lambda: self.wanted.emit("repetitions"))
        self.steps_row = SettingRow(theme, self.tr("How often each stroke"), "", self.steps)
        card.add(self.longest_row, why=self.tr("Sources say 5 to 30. Fifteen is the careful middle."))
        card.add(self.two_row, why=self.tr("Never 30 at once: massage, a rest, then moves."))
        card.add(
            SettingRow(theme, tummy, self.tr("Kept within what suits the age."), self.tummy_time, _CONTROL),
            why=self.tr("Small babies tire. It is awake and watched."),
        )
        card.add(self.steps_row, why=self.tr("They grow with the minutes. More is not better."))
        return card

    def _make_product(self, theme: Theme) -> QWidget:
        card = WhyCard(theme, self.tr("On your hands"))
        self.product = ToggleSwitch(theme, self.tr("We use a baby product"))
        self.product_row = SettingRow(theme, self.tr("We use a baby product"), "", self.product)
        self.product.toggled.connect(lambda on: self._set("product", on))
        never = Note(theme, self.tr("Nut, peanut, mustard, olive and essential oils: do not use."), "drop-half",
                     Type.BODY_BOLD)  # fmt: skip
        card.add(self.product_row, never, why=self.tr("Oil or none: sources differ. Dry, warm hands do."))
        return card

    @override
    def fill_in(self) -> None:
        choices = self.settings.choices
        self.order.choose(choices.order)
        self.arm.choose(choices.arm_outer_direction)
        self.back.choose(choices.back_direction)
        self.face.setChecked(choices.face_in_everyday)
        self.newborn_chest.setChecked(choices.newborn_chest)
        self.thumb_circles.setChecked(choices.thumb_circles)
        self.wide_ring.setChecked(choices.wide_ring)
        self.rubbing.setChecked(choices.rub_from_months == RUB_FROM_MONTHS[0])
        self.loin.setChecked(choices.loin_glide)
        self.longest.set_value(choices.longest_minutes)
        self.two_sessions.setChecked(choices.two_sessions)
        self.tummy_time.set_value(choices.tummy_time_minutes or 0)
        self.product.setChecked(choices.product)
        self.steps_row.sentence.set_text(self._changed_steps(choices))
        self._fill_in_age()

    def _fill_in_age(self) -> None:
        """What the baby is too young for tells the day on which it opens."""
        shown = frozenset() if self.care is None else self.care.shown
        self.rubbing_row.set_shown(shown=RUBBING in shown)
        self.loin_row.set_shown(shown=LOIN_GLIDE in shown)
        longer = self._opens(LONGER_FROM)
        in_two = self.settings.choices.two_sessions
        self.longest.setEnabled(not longer and not in_two)
        self.longest_row.sentence.set_text(longer or self._longest_words(in_two=in_two))
        self.two_sessions.setEnabled(not longer)
        self.two_row.sentence.set_text(
            longer or self.tr("Once 15 are calm: moves two hours later, before the evening.")
        )
        oily = self._opens(PRODUCT_FROM)
        self.product.setEnabled(not oily)
        self.product_row.sentence.set_text(oily or self.tr("Used before without reaction, tried for 24 hours."))
        self._fill_in_early(() if self.care is None else self.care.off_by_age)

    def _longest_words(self, *, in_two: bool) -> str:
        if in_two:
            return self.tr("Fifteen minutes for each of the two.")
        return self.tr("The plan grows by itself up to this.")

    def _opens(self, limit: AgeLimit) -> str:
        """The day on which an age opens something; empty if it is open."""
        if self.care is None or self.care.age.reached(limit):
            return ""
        return fill(self.tr("Opens on %1."), self._words.day(limit.day(self.care.age.born)))

    def _fill_in_early(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            if step.id not in self.early:
                self.early[step.id] = ToggleSwitch(self.theme, step.title)
                row = SettingRow(self.theme, step.title, "", self.early[step.id])
                row.setObjectName(step.id)
                self.early_card.add(row, why=self.tr("The head is left in peace until then."))
                self.early[step.id].toggled.connect(lambda on, step=step.id: self._turn(step, on))
        for step in steps:
            self._fill_in_step(step)
        self.early_card.setVisible(bool(steps))

    def _fill_in_step(self, step: Step) -> None:
        """A step that comes by itself on a day to come, and may be turned on before."""
        row = self.early_card.findChild(SettingRow, step.id)
        closed = "" if step.if_wished is None else self._opens(step.if_wished)
        self.early[step.id].setEnabled(not closed)
        self.early[step.id].setChecked(step.id in self.settings.choices.turned_on)
        if row is not None and self.care is not None and step.min_age is not None:
            by_itself = fill(self.tr("Comes by itself on %1."), self._words.day(step.min_age.day(self.care.age.born)))
            row.sentence.set_text(closed or by_itself)

    def _turn(self, step_id: str, on: bool) -> None:
        turned_on = self.settings.choices.turned_on
        self.choose(replace(self.settings.choices, turned_on=turned_on | {step_id} if on else turned_on - {step_id}))

    def _set(self, field: str, value: object) -> None:
        self.choose(replace(self.settings.choices, **{field: value}))  # type: ignore[arg-type]

    def _tummy_words(self, value: int) -> str:
        return self._words.minutes(value) if value else self.tr("By age")

    def _changed_steps(self, choices: Choices) -> str:
        if not choices.repetitions:
            return self.tr("All as planned.")
        return self.tr("%n step(s) as you set them.", "", len(choices.repetitions))
