"""A damaged step: what is wrong is named with its place, and the step is left out with the routines that need it."""

from __future__ import annotations

from pathlib import Path

import pytest

from babymassage_gui.content.loader import load, load_playable
from babymassage_gui.content.reading import ContentFault
from tests.fakes.damaged_content import copy_content, damage, fault_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_content(tmp_path)


STEP_FAULTS = [
    # what is written, what it is replaced by, what is said
    ('title = "Glide up the outer leg"\n', "", "title: is missing"),
    ("Glide up the outer leg", " ", "title: is empty"),
    ('hand = "whole palm"', 'hnad = "whole palm"', "hnad: unknown key"),
    ('hand = "whole palm"', 'hnad = "whole palm"', "hand: is missing"),
    ('zone = "legs"', 'zone = "leg"', "zone: 'leg' is not one of: prep, feet, legs"),
    ('position = "supine"', 'position = "on its back"', "position: 'on its back' is not one of: supine, prone"),
    ("priority = 1", 'priority = "1"', "priority: '1' is not a whole number"),
    ("priority = 1", "priority = true", "priority: True is not a whole number"),
    ("priority = 1", "priority = 4", "priority: 4 is not between 0 and 3"),
    ("oil = true", "oil = 1", "oil: 1 is not true or false"),
    ('hand = "whole palm"', "hand = 3", "hand: 3 is not a text in quotes"),
    ("reps_young = [3, 5]", "reps_young = [5, 3]", "reps_young: [5, 3] must begin at 0 or more and not shrink"),
    ("reps_young = [3, 5]", "reps_young = [3]", "reps_young: [3] is not a pair of whole numbers"),
    ("reps_young = [3, 5]", 'reps_young = ["3", 5]', "reps_young: ['3', 5] is not a pair of whole numbers"),
    ("reps_young = [3, 5]", "reps_young = 3", "reps_young: 3 is not a pair of whole numbers"),
    ("reps_young = [3, 5]", "reps_young = [0, 5]", "reps_young: must be 1 or more"),
    ("reps_young = [3, 5]\nreps_old = [4, 10]\n", "", "reps_old: neither reps_young nor reps_old is given"),
    ("seconds_per_rep = 4", "seconds_per_rep = 0", "seconds_per_rep: must be 1 or more"),
    ('min_age = "46 days"', 'min_age = "6 weeks"', "min_age: '6 weeks' is not an age like"),
    ('min_age = "46 days"', "min_age = 46", "min_age: 46 is not an age like"),
    ('min_age = "46 days"', "min_age = [46]", "min_age: [46] is not an age like"),
    ('min_age = "46 days"', 'min_age = "19 days"', "min_age: never before day 20 of life"),
    ('min_age = "46 days"', 'min_age = "46 days"\nif_wished = "19 days"', "if_wished: never before day 20"),
    ('min_age = "46 days"', 'min_age = "46 days"\nif_wished = "2 months"', "if_wished: must be earlier than min_age"),
    ('min_age = "46 days"', 'min_age = "46 days"\nfull_form = "1 month"', "full_form: must be later than min_age"),
    ('min_age = "46 days"', 'min_age = "as prescribed"', "min_age: only a step that the doctor sets has no age"),
    ('technique = "stroking"', 'technique = "rubbing"', "min_age: rubbing only from 4 months"),
    ('mode = "guided"', 'mode = "doctor-gated"', "set_by_doctor: goes together with mode doctor-gated"),
    ('supervision = "none"', 'supervision = "shown"', "supervision: shown goes together with mode"),
    ('sides = ["left", "right"]', "sides = []", "sides: names no side"),
    ('sides = ["left", "right"]', 'sides = "left"', "sides: 'left' is not a list"),
    ('sides = ["left", "right"]', 'sides = ["left", "rigth"]', "sides[2]: 'rigth' is not one of: both, left, right"),
    ('"outer calf"', '"outer clf"', 'strokes[1][2]: "outer clf" is not in landmarks.toml'),
    ('"outer calf"', '"| "', "strokes[1][2]: '| ' is not a point of a stroke"),
    ('"outer calf"', "7", "strokes[1][2]: 7 is not a point of a stroke"),
    ('["ankle', '[], ["ankle', "strokes[1]: has no points"),
    ('"KNEE"', '"ELBOW"', "no_go: area ELBOW is unknown or damaged"),
    ('"KNEE"', '"SHIN"', "no_go: SHIN is named twice"),
    ('mode = "guided"', 'gives_way_to = "leg-upper"\nmode = "guided"', "gives_way_to: unknown step leg-upper"),
    ('position = "supine"', 'position = "supine"\nposition_after = "prone"', "position_after: only a turn or a move"),
    ('mode = "guided"', 'mode = "guided"\nid = "leg-outer"', "id: is given by the table's name"),
]


@pytest.mark.parametrize(("old", "new", "said"), STEP_FAULTS, ids=[said for _, _, said in STEP_FAULTS])
def test_a_damaged_step_is_named_and_left_out_with_its_routines(folder: Path, old: str, new: str, said: str) -> None:
    damage(folder, "steps.toml", "steps.leg-outer", old, new)

    loaded = load_playable(folder)

    found = [fault.line for fault in loaded.faults]
    assert any(line.startswith(f"steps.toml: steps.leg-outer.{said}") for line in found), found
    assert "routines.toml: routines.everyday.steps: damaged step leg-outer" in found
    assert loaded.counts["steps"] == 69
    assert "leg-outer" not in loaded.catalogue.steps
    assert len(loaded.catalogue.steps) == 68
    assert "everyday" not in loaded.catalogue.routines
    assert "face" in loaded.catalogue.routines


@pytest.mark.parametrize(("key", "most"), [("title", 26), ("instruction", 90), ("caution", 72)])
def test_what_is_read_from_afar_is_short(folder: Path, key: str, most: int) -> None:
    fits, too_long = "x" * most, "x" * (most + 1)
    written = getattr(load_playable(folder).catalogue.steps["leg-outer"], key)

    damage(folder, "steps.toml", "steps.leg-outer", f'{key} = "{written}"', f'{key} = "{fits}"')
    assert load_playable(folder).faults == ()

    damage(folder, "steps.toml", "steps.leg-outer", fits, too_long)
    assert load_playable(folder).faults[0] == ContentFault(
        "steps.toml", f"steps.leg-outer.{key}", f"has {most + 1} letters, at most {most} can be read from 1.5 m"
    )


def test_a_stroke_without_any_landmark_cannot_be_drawn(folder: Path) -> None:
    damage(folder, "steps.toml", "steps.face-brow", '"forehead", "brow | brow, above it", "temple"', '"| outward"')

    assert "steps.toml: steps.face-brow.strokes: stroking without a landmark" in fault_lines(folder)


def test_a_turn_turns_the_way_its_name_says_and_once(folder: Path) -> None:
    damage(folder, "steps.toml", "steps.turn-back", 'position_after = "supine"', 'position_after = "held"')
    damage(folder, "steps.toml", "steps.turn-tummy", "reps_old = [1, 1]", "reps_old = [1, 2]")

    found = [line for line in fault_lines(folder) if line.startswith("steps.toml: ")]

    assert found == [
        "steps.toml: steps.turn-tummy.reps_old: a turn is done once at every age",
        "steps.toml: steps.turn-back.position_after: must turn from prone to supine",
    ]


def test_what_lies_prone_needs_the_turns_even_if_none_is_listed(folder: Path) -> None:
    damage(folder, "steps.toml", "steps.turn-tummy", "reps_old = [1, 1]", "reps_old = [1, 2]")

    loaded = load(folder)

    assert "routines.toml: routines.moves.steps: needs turn-tummy, which is unknown or damaged" in [
        fault.line for fault in loaded.faults
    ]
    assert set(loaded.catalogue.routines) == {"face", "tear-duct"}


def test_a_step_with_a_clock_of_its_own_has_no_repetitions(folder: Path) -> None:
    damage(folder, "steps.toml", "steps.tummy-rest", "own_clock = true", "own_clock = true\nreps_old = [1, 2]")

    assert "steps.toml: steps.tummy-rest.reps_old: has no meaning for a step with a clock of its own" in fault_lines(
        folder
    )
