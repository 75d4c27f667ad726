"""Settings, room "Care": what was said and shown, by whom; nothing without a name, and all can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.checkin import prescription_of
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.wish import Prescription
from babymassage_gui.gui.pages.care_view import Saying
from babymassage_gui.gui.pages.settings_care import CareRoom
from tests.fakes.records import massage
from tests.gui.settings_visit import FIVE_MONTHS, MILA, SIZES, Visit, cut_off, told

REFERRED = told("ten-days", "general-massage", 10, by="Dr Ahmadi")
BEGUN = told("ten-days", "begun", 20, note="everyday")
PRESCRIBED = told("eye-duct", "prescribed", 5, by="Dr Ahmadi", note="8 strokes, left right, 4 a day")
LEG_VACCINE = told("T-05", "yes", 18, note="leg")


def care(visit: Visit) -> CareRoom:
    visit.page.open_room(visit.page.care)
    room = visit.page.care.room
    assert isinstance(room, CareRoom)
    return room


class TestDoctor:
    @pytest.mark.parametrize(
        ("on", "sentence"),
        [
            (None, "Not asked yet."),
            (date(2026, 10, 1), "Said on 1 October, holds until 30 March 2027."),
            (date(2026, 5, 25), "Said on 25 May: please ask again."),
        ],
    )
    def test_the_yes_is_told_with_its_days(self, qtbot: QtBot, on: date | None, sentence: str) -> None:
        room = care(Visit(qtbot, baby=replace(MILA, doctor_yes_on=on)))
        assert room.yes_row.sentence.text() == sentence

    def test_a_yes_of_today_is_kept_and_can_be_taken_back(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit)
        visit.press(room.yes)
        assert not room.yes.isEnabled()
        assert visit.page.baby_room.form.doctor.value() is True
        said = visit.said
        visit.take_back()
        assert visit.sent == [Saying("N-01", "yes"), MILA, said[0]]
        assert room.yes.isEnabled()
        assert visit.page.undo_button.isHidden()

    def test_the_name_is_kept_with_it(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot, baby=replace(MILA, doctor_yes_on=None))
        room = care(visit)
        qtbot.keyClicks(room.doctor, "Dr Ahmadi")
        visit.press(room.yes)
        assert visit.sent == [Saying("N-01", "yes", "Dr Ahmadi")]
        assert room.yes_row.sentence.text() == "Dr Ahmadi, 22 November. Holds until 21 May 2027."

    def test_the_health_questions_are_a_press_away(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        with qtbot.waitSignal(visit.page.health_wanted):
            visit.press(care(visit).questions)

    def test_what_a_doctor_allowed_is_listed_with_the_name(self, qtbot: QtBot) -> None:
        said = (told("N-08", "doctor-yes", 4, by="Dr Ahmadi"), told("N-05", "no", 4))
        room = care(Visit(qtbot, *said))
        lines = room.allowed.text().splitlines()
        assert len(lines) == 1
        assert lines[0].startswith("A bulge at the navel")
        assert lines[0].endswith("(Dr Ahmadi, 4 November)")


class TestShownInPerson:
    def test_nothing_is_recorded_without_a_name(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit)
        row = room.shown_rows["gym-soar"]
        visit.press(row.switch)
        assert visit.sent == []
        assert not row.switch.isChecked()
        assert QApplication.focusWidget() is room.shower

    def test_each_move_is_shown_by_somebody_today(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit)
        assert list(room.shown_rows) == [
            "back-knead", "gym-soar", "gym-prone-lift", "gym-sit", "gym-step", "rubbing", "loin-glide"
        ]  # fmt: skip
        qtbot.keyClicks(room.shower, " Nurse Kim ")
        for row in room.shown_rows.values():
            visit.press(row.switch)
        assert visit.sent == [Saying(subject, "shown", "Nurse Kim") for subject in room.shown_rows]
        assert {row.sentence.text() for row in room.shown_rows.values()} == {"Shown by Nurse Kim, 22 November"}

    def test_it_can_be_said_that_it_was_not_shown(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot, told("gym-sit", "shown", 3, by="Nurse Kim"))
        room = care(visit)
        assert room.shower.text() == "Nurse Kim"
        visit.press(room.shown_rows["gym-sit"].switch)
        assert visit.sent == [Saying("gym-sit", "not-shown")]
        assert not room.shown_rows["gym-sit"].switch.isChecked()

    def test_a_wrong_press_is_taken_back_as_if_it_was_never_said(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit)
        qtbot.keyClicks(room.shower, "Nurse Kim")
        visit.press(room.shown_rows["gym-sit"].switch)
        said = visit.said
        visit.take_back()
        assert visit.sent[1:] == [said[0]]
        assert visit.said == ()
        assert not room.shown_rows["gym-sit"].switch.isChecked()
        assert visit.page.undo_button.isHidden()


class TestSkinAndVaccine:
    def test_a_mark_needs_the_doctors_name(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit).marks
        visit.press(room.parts["legs"])
        assert visit.sent == []
        assert not room.parts["legs"].isChecked()
        assert QApplication.focusWidget() is room.by

    def test_a_harmless_mark_stands_until_it_is_gone(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit).marks
        qtbot.keyClicks(room.by, "Dr Ahmadi")
        visit.press(room.parts["legs"])
        assert room.heading.sentence.text() == "Legs: Dr Ahmadi, 22 November"
        visit.press(room.parts["legs"])
        assert visit.sent == [Saying("T-04", "harmless", "Dr Ahmadi", "legs"), Saying("T-04", "gone", "", "legs")]
        assert room.heading.sentence.text() == "None is known."

    def test_a_mark_without_a_place_can_be_ended_and_not_made(self, qtbot: QtBot) -> None:
        assert not care(Visit(qtbot)).marks.parts[""].isVisible()
        visit = Visit(qtbot, told("T-04", "harmless", 3, by="Dr Ahmadi"), told("T-04", "harmless", 3, note="left knee"))
        room = care(visit).marks
        visit.press(room.parts[""])
        assert visit.sent == [Saying("T-04", "gone"), Saying("T-04", "gone", "", "left knee")]
        assert not room.parts[""].isVisible()

    @pytest.mark.parametrize(
        ("said", "sore", "title", "sentence"),
        [
            ((), [], "Last vaccine", "None is known."),
            ((LEG_VACCINE,), ["leg"], "", ""),
            ((told("T-05", "yes", 18),), [""], "", ""),
            ((LEG_VACCINE, told("T-05", "yes", 19, note="arm")), ["leg", "arm"], "", ""),
            ((LEG_VACCINE, told("T-05", "not-sore", 20, note="leg")), [], "Vaccine in the leg",
             "18 November. Not sore any more."),
            ((LEG_VACCINE, told("T-05", "not-sore", 20)), [], "Vaccine in the leg", "18 November. Not sore any more."),
            ((LEG_VACCINE, told("T-05", "not-sore", 20, note="arm")), ["leg"], "", ""),
            ((told("T-05", "not-sore", 17), LEG_VACCINE), ["leg"], "", ""),
        ],
    )  # fmt: skip
    def test_the_last_vaccine_and_its_place(
        self, qtbot: QtBot, said: tuple[Said, ...], sore: list[str], title: str, sentence: str
    ) -> None:
        room = care(Visit(qtbot, *said)).marks
        assert {place for place, row in room.sore_rows.items() if row.isVisible()} == set(sore)
        assert room.vaccine_row.isVisible() == (not sore)
        if not sore:
            assert (room.vaccine_row.title.text(), room.vaccine_row.sentence.text()) == (title, sentence)

    def test_a_place_is_not_sore_any_more(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot, LEG_VACCINE)
        room = care(visit).marks
        assert room.sore_rows["leg"].sentence.text() == "18 November. Hands keep off while it is sore."
        visit.press(room.well["leg"])
        assert visit.sent == [Saying("T-05", "not-sore", "", "leg")]
        assert not room.sore_rows["leg"].isVisible()


class TestTearDuct:
    def test_it_needs_a_doctor_an_eye_and_to_be_shown(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit).tear_duct
        assert room.state.accessibleName() == "Only if a doctor prescribed it and it was shown."
        assert not room.keep.isEnabled()
        visit.press(room.eyes["left"], room.keep)
        assert visit.sent == []
        assert QApplication.focusWidget() is room.prescriber
        qtbot.keyClicks(room.prescriber, "Dr Ahmadi")
        room.strokes.set_value(8)
        visit.press(room.keep)
        assert visit.sent == [Saying("eye-duct", "prescribed", "Dr Ahmadi", "8 strokes, left, 3 a day")]
        assert room.state.accessibleName() == "Prescribed. It must be shown to you as well."
        assert prescription_of(visit.said) is None
        visit.press(room.shown_row.switch)
        assert QApplication.focusWidget() is room.shower
        qtbot.keyClicks(room.shower, "Nurse Kim")
        visit.press(room.shown_row.switch)
        assert room.state.accessibleName() == "8 strokes, left eye, 3 a day"
        assert prescription_of(visit.said) == Prescription(8, (Side.LEFT,), 3)

    def test_kept_numbers_are_shown_and_only_other_ones_can_be_kept(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot, PRESCRIBED)
        room = care(visit).tear_duct
        assert (room.strokes.value(), room.times.value(), room.eyes["both"].isChecked()) == (8, 4, True)
        assert room.kept_row.sentence.text() == "Kept: Dr Ahmadi, 5 November."
        assert not room.keep.isVisible()
        visit.press(room.eyes["right"], room.keep)
        assert visit.sent == [Saying("eye-duct", "prescribed", "Dr Ahmadi", "8 strokes, right, 4 a day")]
        assert not room.keep.isVisible()

    def test_numbers_keep_to_their_ranges(self, qtbot: QtBot) -> None:
        room = care(Visit(qtbot)).tear_duct
        found = []
        for stepper in (room.strokes, room.times):
            for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
                qtbot.keyClick(stepper, key)
                found.append(stepper.value())
        assert found == [1, 20, 1, 10]

    def test_it_is_over_and_that_can_be_taken_back(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot, PRESCRIBED, told("eye-duct", "shown", 5, by="Dr Ahmadi"))
        room = care(visit).tear_duct
        visit.press(room.over)
        assert visit.sent == [Saying("eye-duct", "ended")]
        assert not room.over.isVisible()
        assert prescription_of(visit.said) is None
        visit.take_back()
        assert room.state.accessibleName() == "8 strokes, both eyes, 4 a day"


class TestTenDays:
    def test_a_referral_needs_the_doctors_name(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot)
        room = care(visit).ten_days
        visit.press(room.kind.tiles["general-massage"])
        assert visit.sent == []
        assert not any(tile.isChecked() for tile in room.kind.tiles.values())
        assert not any(button.isVisible() for button in room.begin.values())
        qtbot.keyClicks(room.by, "Dr Ahmadi")
        visit.press(room.kind.tiles["general-massage"])
        assert visit.sent == [Saying("ten-days", "general-massage", "Dr Ahmadi")]
        assert room.kind.tiles["general-massage"].isChecked()
        visit.press(room.kind.tiles["general-massage"])
        assert len(visit.sent) == 1

    def test_a_therapeutic_one_is_only_noted(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot, REFERRED, BEGUN)
        room = care(visit).ten_days
        visit.press(room.kind.tiles["therapeutic"])
        assert visit.sent == [Saying("ten-days", "therapeutic", "Dr Ahmadi")]
        assert room.state.accessibleName() == "Noted. The specialist does this massage."
        assert not any(button.isVisible() for button in (*room.begin.values(), room.stop))

    @pytest.mark.parametrize(
        ("baby", "open_now"),
        [(MILA, ["first-strokes", "everyday"]), (FIVE_MONTHS, ["everyday", "strong-4m"])],
    )
    def test_it_begins_with_a_routine_of_the_age(self, qtbot: QtBot, baby: Baby, open_now: list[str]) -> None:
        room = care(Visit(qtbot, REFERRED, baby=baby)).ten_days
        assert list(room.begin) == ["first-strokes", "everyday", "strong-4m"]
        assert [key for key, button in room.begin.items() if button.isEnabled()] == open_now

    def test_a_plan_is_begun_and_ended(self, qtbot: QtBot) -> None:
        visit = Visit(qtbot, REFERRED)
        room = care(visit).ten_days
        visit.press(room.begin["everyday"])
        assert visit.sent == [Saying("ten-days", "begun", "", "everyday")]
        assert room.state.accessibleName() == "Day 1 of 10 is today."
        assert (room.stop_row.title.text(), room.stop_row.sentence.text()) == (
            "Everyday massage", "Begun on 22 November."
        )  # fmt: skip
        assert not room.begin["everyday"].isVisible()
        visit.press(room.stop)
        assert visit.sent[1:] == [Saying("ten-days", "ended")]
        assert room.begin["everyday"].isVisible()

    @pytest.mark.parametrize(
        ("begun", "days", "sentence"),
        [
            (20, [20, 21], "Day 3 of 10 is today."),
            (20, [20, 22], "Day 2 of 10 is done. See you tomorrow."),
            (18, [18], "3 days missed: ask your doctor whether to start again."),
            (10, list(range(10, 20)), "All ten days are done."),
        ],
    )
    def test_the_day_is_counted(self, qtbot: QtBot, begun: int, days: list[int], sentence: str) -> None:
        sessions = tuple(massage(date(2026, 11, day)) for day in days)
        start = told("ten-days", "begun", begun, note="everyday")
        room = care(Visit(qtbot, replace(REFERRED, at=start.at), start, sessions=sessions)).ten_days
        assert room.state.accessibleName() == sentence
        assert room.begin["everyday"].isVisible() == (sentence == "All ten days are done.")


def test_before_a_baby_is_known_there_is_nothing_to_say(qtbot: QtBot) -> None:
    room = care(Visit(qtbot, baby=None))
    assert room.nobody.isVisible()
    assert not any(card.isVisible() for card in room.cards)


def test_showing_sends_nothing(qtbot: QtBot) -> None:
    visit = Visit(qtbot, REFERRED, BEGUN, PRESCRIBED, LEG_VACCINE, told("T-04", "harmless", 3, note="legs"))
    care(visit)
    visit.page.show_care(visit.care())
    assert visit.sent == []
    assert visit.page.undo_button.isHidden()


def test_the_whole_room_can_be_walked_by_keys(qtbot: QtBot) -> None:
    visit = Visit(qtbot, REFERRED)
    room = care(visit)
    visit.page.room_buttons[visit.page.care].setFocus()
    met = set()
    for _ in range(80):
        here = QApplication.focusWidget()
        assert here is not None
        met.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    wanted = (room.yes, room.questions, room.marks.by, room.shower, room.tear_duct.strokes, room.ten_days.by)
    assert met.issuperset(wanted)
    assert met.issuperset(row.switch for row in room.shown_rows.values())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_in_any_window(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    said = (
        REFERRED, BEGUN, PRESCRIBED, LEG_VACCINE, told("N-08", "doctor-yes", 4, by="Dr Ahmadi"),
        told("T-04", "harmless", 3, note="buttocks", by="Dr Ahmadi"),
    )  # fmt: skip
    visit = Visit(qtbot, *said)
    assert cut_off(visit.page, care(visit), size, scale) == []
