"""The stories of the check-in and the standing questions, for tools/screenshots.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.profile import Baby
from babymassage_gui.gui.check_in_desk import CheckInDesk
from babymassage_gui.gui.pages.check_in_view import Act
from tools.studio import BORN, FIRST_DAY, Studio

Picture = tuple[str, QWidget]
# What is pressed: the row and its chips, and the name of the picture.
VERDICTS = (
    ("rest", "T-01", ("warm",)),
    ("vaccine", "T-05", ("when:1", "site:leg")),
    ("gums", "T-07", ("gums",)),
    ("doctor", "T-04", ("fall",)),
    ("urgent", "T-06", ("yes",)),
)


def the_standing_questions(studio: Studio) -> Iterator[Picture]:
    """After the welcome: none of these, a yes with what follows, and the doctor's word."""
    studio.house.save_baby(Baby("", "Mila", BORN, navel_healed=True, doctor_yes_on=FIRST_DAY))
    window = studio.open()
    page = window.rooms.answer_desks().health.page
    yield "01b-health", window
    page.row_pressed.emit("N-08")
    studio.clock.move(1)
    yield "01b-health-yes", window
    page.option_pressed.emit("N-08", "doctor-yes")
    yield "01b-health-doctor", window
    page.sheet.leave()


def _press(studio: Studio, desk: CheckInDesk, row: str, chips: tuple[str, ...]) -> None:
    """A row and its chips, a second apart."""
    desk.page.row_pressed.emit(row)
    for chip in chips:
        studio.clock.move(1)
        desk.page.option_pressed.emit(row, chip)
    studio.clock.move(1)


def _places(studio: Studio, desk: CheckInDesk, window: QWidget) -> Iterator[Picture]:
    """Where a vaccine went in, and which parts have a mark, pressed on the baby."""
    page = desk.page
    for name, row, chips, parts in (
        ("place", "T-05", ("when:0", "picture"), ("leg_l",)), ("mark", "T-04", ("yes", "harmless"), ("tummy", "legs")),
    ):  # fmt: skip
        _press(studio, desk, row, chips)
        for part in parts:
            page.sheet.body.pressed.emit(part)
        yield f"03b-check-in-{name}", window
        page.sheet.leave()
        page.row_pressed.emit(row)


def the_check_in(studio: Studio) -> Iterator[Picture]:
    """Untouched, after two of three taps, each thing in full, and everything that the bar can say."""
    studio.house.save_baby(Baby("", "Mila", BORN, navel_healed=True, doctor_yes_on=FIRST_DAY))
    studio.house.change(replace(studio.house.settings, text_size_asked=True))
    studio.house.answers.say_none_of(studio.known_baby(), studio.house.judge(Visit()).due)
    window = studio.open()
    window.home.start.emit()
    desk = window.rooms.answer_desks().check_in
    page = desk.page
    yield "03b-check-in", window
    page.none_pressed.emit()
    page.feed_pressed.emit(60)
    yield "03b-check-in-two-taps", window
    page.ready.show_each(True)
    yield "03b-check-in-read-each-one", window
    page.ready.show_each(False)
    page.row_pressed.emit("T-01")
    yield "03b-check-in-which", window
    page.row_pressed.emit("T-01")
    for name, row, chips in VERDICTS:
        _press(studio, desk, row, chips)
        yield f"03b-check-in-{name}", window
        if name == "doctor":
            page.act_pressed.emit(Act.DOCTOR)
            yield "03b-check-in-they-said-yes", window
            page.sheet.leave()
        page.row_pressed.emit(row)
    yield from _places(studio, desk, window)
    page.feed_pressed.emit(0)
    studio.clock.move(33 * 60)
    desk.look.timeout.emit()
    yield "03b-check-in-wait", window
    page.why.emit("T-07")
    yield "03b-check-in-why", window
    page.sheet.leave()
    page.back.emit()
    yield "03b-today-waits", window
