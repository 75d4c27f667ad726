"""What the content files teach: the counts, some rows by hand, and rules that hold for every row."""

from __future__ import annotations

from collections import Counter

import pytest

from babymassage_gui.content.loader import Loaded, load, load_playable
from babymassage_gui.core.age import PLANNING_BIRTH, AgeLimit, age_of_days
from babymassage_gui.core.catalogue import (
    Catalogue,
    Gate,
    Mode,
    NoGoLevel,
    PathPoint,
    Position,
    Range,
    Side,
    Step,
    Supervision,
    Zone,
)
from babymassage_gui.core.checks import Group, Verdict
from babymassage_gui.core.planner import Wish, make_plan
from babymassage_gui.core.reference import Reference

ON_THE_SKIN_OF_THE_FACE = {Zone.FACE, Zone.EARS, Zone.HEAD, Zone.SPECIAL}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load()


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    return loaded.catalogue


def test_the_shipped_content_has_no_fault(loaded: Loaded) -> None:
    assert [fault.line for fault in loaded.faults] == []


def test_every_row_of_the_specification_is_there(loaded: Loaded) -> None:
    assert loaded.counts == {
        "steps": 69,
        "routines": 13,
        "no_go": 18,
        "checks": 40,
        "facts": 272,
        "external_facts": 27,
        "sources": 63,
        "reference_items": 22,
        "contradictions": 51,
        "risky_items": 18,
        "cues": 11,
        "translation_slips": 11,
        "rules": 31,
    }
    kept = loaded.catalogue
    assert (len(kept.steps), len(kept.routines), len(kept.no_go)) == (69, 13, 18)
    assert (len(kept.checks), len(kept.facts)) == (40, 299)
    assert Counter(step.mode for step in kept.steps.values()) == {
        Mode.GUIDED: 63,
        Mode.PRO_SHOWN: 5,
        Mode.DOCTOR_GATED: 1,
    }


def test_a_session_needs_no_facts(loaded: Loaded) -> None:
    quick = load_playable()

    assert quick.catalogue.facts == {}
    assert quick.catalogue.reference == Reference()
    assert quick.catalogue.checks == loaded.catalogue.checks
    assert quick.catalogue.steps == loaded.catalogue.steps
    assert quick.catalogue.routines == loaded.catalogue.routines
    assert quick.counts == {"steps": 69, "routines": 13, "no_go": 18, "checks": 40}


def test_a_stroke_up_the_back_of_the_leg_lifts_over_the_hollow_of_the_knee(catalogue: Catalogue) -> None:
    assert catalogue.steps["leg-back"] == Step(
        id="leg-back",
        zone=Zone.LEGS,
        title="Glide up the leg's back",
        instruction="One hand lifts the foot a little. The other glides up calf and back of thigh.",
        caution="Lift your hand over the hollow of the knee.",
        position=Position.SUPINE,
        position_after=Position.SUPINE,
        technique="stroking",
        hand="whole palm",
        sides=(Side.LEFT, Side.RIGHT),
        strokes=(
            (
                PathPoint("heel", "heel"),
                PathPoint("calf", "calf"),
                PathPoint("knee hollow", "knee hollow lifted over", lifted=True),
                PathPoint("back of thigh", "back of thigh"),
                PathPoint("buttock fold", "just below the buttock fold"),
            ),
        ),
        path_note="",
        no_go=("INTHIGH", "KNEE", "SHIN", "GROIN", "JAB"),
        reps_young=Range(3, 5),
        reps_old=Range(4, 10),
        seconds_per_rep=4,
        hold_seconds=Range(0, 0),
        min_age=AgeLimit(days=46),
        mode=Mode.GUIDED,
        supervision=Supervision.NONE,
        oil=True,
        priority=2,
        facts=("ZLEG-02", "ZLEG-10", "NOG-02", "DUR-08"),
    )


def test_the_columns_that_few_steps_have(catalogue: Catalogue) -> None:
    steps = catalogue.steps
    assert steps["gym-knees"].hold_seconds == Range(5, 15)
    assert steps["head-circles"].if_wished == AgeLimit(days=46)
    assert steps["gym-sit"].full_form == AgeLimit(months=6)
    assert steps["back-shoulders"].min_age == AgeLimit(months=4, strictly_over=True)
    assert steps["leg-newborn"].gives_way_to == "leg-outer"
    assert steps["leg-newborn"].reps_old is None
    assert steps["gym-roll"].sides == (Side.RIGHT, Side.LEFT)
    assert (steps["gym-roll"].position, steps["gym-roll"].position_after) == (Position.SUPINE, Position.PRONE)
    assert steps["back-side-lying"].position is Position.ON_SIDE
    assert steps["leg-outer"].strokes[0][2] == PathPoint("", "over the knee, lifted", lifted=True)
    assert steps["turn-tummy"].strokes == ((PathPoint("", "roll over the side"),),)


def test_the_doctor_sets_the_tear_duct_strokes(catalogue: Catalogue) -> None:
    step = catalogue.steps["eye-duct"]

    assert step.set_by_doctor
    assert step.min_age is None
    assert (step.reps_young, step.reps_old, step.sides) == (Range(5, 5), Range(5, 5), (Side.AFFECTED,))


def test_tummy_time_has_its_own_clock(catalogue: Catalogue) -> None:
    step = catalogue.steps["tummy-rest"]

    assert step.own_clock
    assert (step.reps_young, step.reps_old, step.seconds_per_rep) == (None, None, 0)
    assert catalogue.own_clock_minutes == (
        (AgeLimit(days=20), Range(1, 2)),
        (AgeLimit(months=1), Range(3, 5)),
        (AgeLimit(months=2), Range(5, 10)),
        (AgeLimit(months=3), Range(5, 15)),
    )


def test_who_a_routine_is_for(catalogue: Catalogue) -> None:
    routines = catalogue.routines
    mini, wake_up, everyday = routines["mini"], routines["wake-up"], routines["everyday"]
    assert (mini.opens_early, mini.opens, mini.closes) == (AgeLimit(days=20), AgeLimit(days=46), AgeLimit(months=12))
    assert (mini.cap_minutes, mini.most_repetitions) == (5, 4)
    assert wake_up.opens == AgeLimit(months=4, strictly_over=True)
    assert (everyday.gates, everyday.opens_early, everyday.cap_minutes) == ((Gate.DOCTOR,), None, None)
    assert routines["tummy-ease"].gates == (Gate.DOCTOR, Gate.NOT_CRYING, Gate.NO_HERNIA)
    assert (routines["tummy-ease"].cap_minutes, routines["strong-4m"].cap_minutes) == (8, 15)


def test_only_full_massages_move_the_target(catalogue: Catalogue) -> None:
    kept_out = {routine.id for routine in catalogue.routines.values() if not routine.moves_target}

    assert kept_out == {"tummy-ease", "face", "practice", "tear-duct", "pro-moves"}


def test_only_practice_is_without_the_baby(catalogue: Catalogue) -> None:
    assert [routine.id for routine in catalogue.routines.values() if not routine.with_baby] == ["practice"]


def test_areas_keep_their_level(catalogue: Catalogue) -> None:
    light = [area.code for area in catalogue.no_go.values() if area.level is NoGoLevel.LIGHT]

    assert light == ["JOINT"]
    assert catalogue.no_go["SPINE"].facts == ("NOG-05", "NOG-15")


def test_a_fact_says_where_it_stands(catalogue: Catalogue) -> None:
    assert catalogue.facts["AGE-05"].sources == ("A3", "A5")
    assert catalogue.facts["EXT-02"].sources == ("S-35", "S-36")
    assert catalogue.facts["ZLEG-01"].group == "ZLEG"
    assert [fact.id for fact in catalogue.facts.values() if not fact.sources] == []


def test_an_answer_keeps_its_verdict_and_its_condition(catalogue: Catalogue) -> None:
    assert [(a.id, a.verdict) for a in catalogue.checks["N-04"].answers] == [
        ("no", Verdict.GO),
        ("yes", Verdict.ASK_DOCTOR),
        ("doctor-yes", Verdict.GO),
    ]
    assert catalogue.checks["T-07"].group is Group.TODAY


def test_no_product_comes_near_the_face(catalogue: Catalogue) -> None:
    assert [s.id for s in catalogue.steps.values() if s.zone in ON_THE_SKIN_OF_THE_FACE and s.oil] == []


def test_every_massage_step_of_the_legs_shows_where_not_to_touch(catalogue: Catalogue) -> None:
    legs = [step for step in catalogue.steps.values() if step.zone is Zone.LEGS]

    assert [step.id for step in legs if not {"INTHIGH", "KNEE", "SHIN", "GROIN"} <= set(step.no_go)] == []


def test_every_step_is_part_of_a_routine(catalogue: Catalogue) -> None:
    played = {step_id for routine in catalogue.routines.values() for step_id in routine.steps}

    assert set(catalogue.steps) - played == set()


def test_nobody_younger_than_four_months_is_rubbed_or_moved_by_force(catalogue: Catalogue) -> None:
    four_months = AgeLimit(months=4).day(PLANNING_BIRTH)
    rubs = [step for step in catalogue.steps.values() if step.is_rub]

    assert len(rubs) == 8
    assert all(step.min_age is not None and step.min_age.day(PLANNING_BIRTH) >= four_months for step in rubs)
    assert all(step.reps_young is None for step in rubs)


@pytest.mark.parametrize("days", [46, 90, 130, 300])
def test_everyday_can_be_planned_at_every_age_it_is_for(catalogue: Catalogue, days: int) -> None:
    plan = make_plan(catalogue, Wish(catalogue.routines["everyday"], age_of_days(days), minutes=3))

    played = [planned.step.id for planned in plan.steps]
    assert played[:2] == ["open-ask", "open-rest"]
    assert played[-2:] == ["close-strokes", "close-cuddle"]
