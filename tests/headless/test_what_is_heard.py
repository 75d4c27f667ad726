"""A whole massage with closed eyes: what is heard, in which order and at which second. No Qt, no loudspeaker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.core.history import Ending
from babymassage_gui.core.prompts import LETTERS_PER_SECOND
from babymassage_gui.core.sound import Mute, Sound, SoundMode, pace
from babymassage_gui.services.manner import Manner
from tests.fakes.content import catalogue, played
from tests.fakes.listening import EVERYDAY, Room, plan_of
from tests.fakes.records import BABY
from tests.fakes.sessions import AT_TURNS

DRY = next(step_id for step_id, step in catalogue().steps.items() if not step.oil and not step.is_turn)


def test_a_whole_massage_is_told_from_get_ready_to_the_end() -> None:
    room = Room()
    room.live(5 + 194 + 1)
    assert room.names() == [
        (0.0, "*ready*"), (0.0, "ready."),
        (5.0, "*step*"), (5.0, "open-ask"),
        (19.0, "*step*"), (19.0, "open-rest"),
        (31.0, "*step*"), (31.0, "leg-outer"), (37.0, "*tick*"), (41.0, "*tick*"), (45.0, "*tick*"),
        (45.0, "now right"),
        (51.0, "*tick*"), (53.0, "next arm-outer"), (55.0, "*tick*"),
        (59.0, "*step*"), (59.0, "arm-outer"), (64.0, "*tick*"), (67.0, "*tick*"), (70.0, "*tick*"),
        (70.0, "now right"),
        (75.0, "next tummy-circle"), (75.0, "*tick*"), (78.0, "*tick*"),
        (81.0, "*step*"), (81.0, "tummy-circle"), (90.0, "*tick*"), (95.0, "*tick*"), (95.0, "last."),
        (100.0, "*step*"), (100.0, "chest-ribs"), (102.0, "*half*"), (108.0, "*tick*"),
        (112.0, "*tick*"), (112.0, "last."),
        (116.0, "*turn*"), (116.0, "turn-tummy"),
        (132.0, "*step*"), (132.0, "back-up"), (140.0, "*tick*"), (144.0, "*tick*"), (146.0, "next turn-back"),
        (148.0, "*tick*"),
        (152.0, "*turn*"), (152.0, "turn-back"),
        (166.0, "*step*"), (166.0, "close-strokes"), (175.0, "*tick*"),
        (180.0, "*step*"), (180.0, "close-cuddle"),
        (199.0, "*end*"), (199.0, "end."),
    ]  # fmt: skip
    assert room.speech.cut == []


def test_the_fullest_wording_is_said_that_leaves_room_for_the_next_line() -> None:
    room = Room(plan_of("tummy-circle"))
    room.live(6)
    assert room.heard.take()[-1][1] == "tummy-circle, " + catalogue().steps["tummy-circle"].instruction
    slow = Room(plan_of("tummy-circle"), Sound(rate=-0.5), letters_per_second=LETTERS_PER_SECOND * pace(-0.5))
    short = Room(replace(EVERYDAY, steps=(replace(played("tummy-circle", 1), rep_seconds=1.0),)))
    for other in (slow, short):
        other.live(6)
        assert other.heard.take()[-1][1] == "tummy-circle"
    assert short.speech.cut == []


def test_a_voice_that_is_slower_than_thought_is_not_cut_and_says_late_what_is_still_true() -> None:
    room = Room(letters_per_second=6.0)
    room.live(5 + 194 + 1)
    assert room.speech.cut == []
    said = [what for _, what in room.names() if not what.startswith("*")]
    assert [planned.step.id for planned in EVERYDAY.steps] == [one for one in said if one in catalogue().steps]


def test_in_chimes_nothing_is_spoken_and_in_a_sleeping_house_nothing_sounds() -> None:
    chimes, silent = (Room(sound=Sound(mode=mode)) for mode in (SoundMode.CHIMES, SoundMode.SILENT))
    for room in (chimes, silent):
        room.live(105)
        room.runner.baby_needs_me()
    assert {what[0] for _, what in chimes.heard.take()} == {"*"}
    assert silent.heard.take() == []


@pytest.mark.parametrize("sound", [Sound(voice_volume=0), Sound(chime_volume=0)])
def test_a_volume_of_nought_is_silence(sound: Sound) -> None:
    room = Room(sound=sound)
    room.live(30)
    chimed = {what.startswith("*") for _, what in room.heard.take()}
    assert chimed == {sound.voice_volume == 0}


def test_without_a_voice_the_chimes_lead() -> None:
    room = Room(mute=Mute.NO_VOICE)
    room.live(30)
    assert {what[0] for _, what in room.heard.take()} == {"*"}


def test_baby_needs_me_hushes_at_once_and_answers_softly() -> None:
    room = Room()
    room.live(7)
    room.heard.take()
    room.runner.baby_needs_me()
    assert room.heard.take() == [(7.0, "(hushed)"), (7.0, "*paused* at 0.5")]
    assert room.chimes.hushed == 1
    room.live(60)
    assert room.heard.take() == []


def test_carrying_on_repeats_nothing() -> None:
    room = Room(plan_of("tummy-circle", "chest-ribs"))
    room.live(5 + 9)
    assert room.names()[-2:] == [(5.0, "tummy-circle"), (13.0, "*tick*")]
    room.runner.baby_needs_me()
    room.live(10)
    room.runner.resume()
    room.live(3 + 5)
    assert room.names() == [(14.0, "*paused* at 0.5"), (24.0, "*ready*"), (30.0, "*tick*"), (32.0, "next chest-ribs")]


def test_hands_resting_are_quiet() -> None:
    room = Room()
    room.live(20)
    room.runner.baby_needs_me()
    room.runner.rest(30)
    room.heard.take()
    room.live(29)
    assert room.heard.take() == []
    room.live(2)
    assert room.names() == [(50.0, "*ready*")]


def test_a_computer_that_slept_makes_no_sound() -> None:
    room = Room()
    room.live(20)
    room.heard.take()
    room.clock.pass_time(600)
    room.live(0.125)
    assert room.heard.take() == []


@pytest.mark.parametrize("move", ["skip", "back"])
def test_what_is_said_of_a_step_that_is_left_is_hushed(move: str) -> None:
    room = Room(plan_of("tummy-circle", "chest-ribs"))
    room.live(6)
    room.heard.take()
    getattr(room.runner, move)()
    there = "chest-ribs" if move == "skip" else "tummy-circle"
    assert room.names() == [(6.0, "(hushed)"), (6.0, "*step*"), (6.0, there)]


def test_a_jump_counts_in_and_then_names_the_step() -> None:
    room = Room()
    room.live(20)
    room.heard.take()
    room.runner.jump_to(catalogue().steps["tummy-circle"].block)
    room.live(4)
    assert room.names()[-3:] == [(20.0, "*ready*"), (23.0, "*step*"), (23.0, "tummy-circle")]


def test_a_longer_step_ticks_on_and_names_the_next_at_its_new_end() -> None:
    room = Room(plan_of("tummy-circle", "chest-ribs"))
    room.live(5 + 10)
    room.runner.extend(8)
    room.heard.take()
    room.live(18)
    assert room.names() == [
        (17.0, "*tick*"), (21.0, "*tick*"), (25.0, "*tick*"), (27.0, "next chest-ribs"), (29.0, "*tick*"),
        (29.0, "*half*"), (33.0, "*step*"), (33.0, "chest-ribs"),
    ]  # fmt: skip


def test_the_half_is_heard_once() -> None:
    room = Room()
    room.live(5 + 98)
    for _ in range(3):
        room.runner.back()
        room.live(12)
    assert [what for _, what in room.names()].count("*half*") == 1


@pytest.mark.parametrize(
    ("ending", "heard"),
    [
        (Ending.EARLY, ["*end*", "ended-early."]),
        (Ending.FINISHED, ["*end*", "end."]),
        (Ending.ASLEEP, []),
        (Ending.SPAT_UP, []),
        (Ending.CALLED_AWAY, []),
        (Ending.SOMETHING_WRONG, []),
    ],
)
def test_stopping_early_is_told_as_a_good_end_and_a_sleeping_baby_hears_nothing(
    ending: Ending, heard: list[str]
) -> None:
    room = Room()
    room.live(40)
    room.runner.baby_needs_me()
    room.heard.take()
    room.runner.finish(ending)
    assert [what for _, what in room.heard.take()] == heard
    assert not room.prompter.following


def test_where_the_hands_must_be_wiped_that_is_said() -> None:
    oily = replace(played("tummy-circle", 2), product=True)
    room = Room(replace(EVERYDAY, steps=(oily, played(DRY, 2))))
    room.live(5 + oily.seconds + 1)
    assert [what for _, what in room.names()][-2:] == ["*ready*", "wipe."]


def test_a_voice_that_comes_later_still_says_the_name_of_the_step() -> None:
    room = Room(plan_of("tummy-circle"))
    room.speech.ready = False
    room.live(7)
    assert [what for _, what in room.names()] == ["*ready*", "*step*"]
    room.speech.ready = True
    room.live(1)
    assert [what for _, what in room.names()] == ["tummy-circle"]


def test_of_two_lines_that_wait_the_newer_is_said() -> None:
    room = Room(plan_of("tummy-circle", "chest-ribs"))
    room.speech.ready = False
    room.live(5 + 14.5)
    room.speech.ready = True
    room.live(0.5)
    assert room.names()[-1] == (19.5, "next chest-ribs")


def test_a_session_that_was_cut_with_oil_on_the_hands_begins_with_wiping() -> None:
    oily = replace(played("tummy-circle", 2), product=True)
    room = Room(replace(EVERYDAY, steps=(oily, played(DRY, 2))))
    room.live(5 + oily.seconds + 0.5)
    row = room.log.session(room.runner.session_id)
    again = Room()
    again.runner.carry_on(row, Manner())
    again.live(1)
    assert [what for _, what in again.names()] == ["*ready*", "wipe."]


def test_a_line_that_came_too_late_is_left_out() -> None:
    room = Room()
    room.speech.ready = False
    room.live(4)
    room.speech.ready = True
    room.live(0.9)
    assert [what for _, what in room.names()] == ["*ready*"]


def test_another_session_is_followed_from_its_beginning_with_the_sound_of_that_day() -> None:
    room = Room()
    room.live(20)
    room.runner.baby_needs_me()
    room.runner.finish(Ending.EARLY)
    room.live(5)
    room.heard.take()
    room.sound = Sound(mode=SoundMode.CHIMES)
    room.runner.start(EVERYDAY, BABY, Manner())
    room.live(6)
    assert room.names() == [(25.0, "*ready*"), (30.0, "*step*")]


def test_a_press_before_the_first_beat_is_heard_too() -> None:
    room = Room()
    room.runner.baby_needs_me()
    assert room.names() == [(0.0, "*paused* at 0.5")]


def test_closed_it_is_silent_for_good() -> None:
    room = Room()
    room.live(7)
    room.heard.take()
    for _ in range(2):
        room.prompter.close()
    room.live(30)
    room.runner.baby_needs_me()
    assert room.heard.take() == [(7.0, "(hushed)")]


def test_the_next_instant_is_known_so_that_nothing_comes_late() -> None:
    room = Room(plan_of("tummy-circle"))
    assert room.prompter.seconds_to_next() is None
    room.live(1)
    assert room.prompter.seconds_to_next() == pytest.approx(4.0)
    room.live(5)
    assert room.prompter.seconds_to_next() == pytest.approx(7.0)
    room.live(18.5)
    assert room.prompter.seconds_to_next() == pytest.approx(0.5)
    room.runner.baby_needs_me()
    assert room.prompter.seconds_to_next() is None
    room.runner.finish(Ending.EARLY)
    assert room.prompter.seconds_to_next() is None


def test_a_turn_that_waits_has_no_next_instant() -> None:
    turn = next(planned for planned in EVERYDAY.steps if planned.step.is_turn)
    room = Room(replace(EVERYDAY, steps=(turn, *plan_of("back-up").steps)), manner=Manner(waits=AT_TURNS))
    room.live(5 + turn.seconds + 10)
    assert room.prompter.seconds_to_next() is None
    assert [what for _, what in room.names()] == ["*ready*", "ready.", "*turn*", "turn-tummy"]


def test_in_a_rehearsal_faster_than_life_the_words_are_few() -> None:
    room = Room(plan_of("tummy-circle"), speed=20.0, letters_per_second=LETTERS_PER_SECOND / 20)
    room.live(12)
    assert [what for _, what in room.heard.take()] == ["*ready*", "ready.", "*step*", "tummy-circle"]
