"""Damaged content: each fault is named with its file and place, and only what is whole is played."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.content.loader import load, load_playable
from babymassage_gui.content.reading import ContentFault
from babymassage_gui.core.catalogue import Zone
from tests.fakes.damaged_content import FILES, PLAYED, copy_content, damage, fault_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_content(tmp_path)


CLOCK = """
[[tummy_rest]]
from_age = "20 days"
minutes = [1, 2]

[[tummy_rest]]
from_age = "1 month"
minutes = [3, 5]
"""


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (CLOCK.replace("[3, 5]", "[3]"), "tummy_rest[2].minutes: [3] is not a pair of whole numbers like [3, 5]"),
        (CLOCK.replace("1 month", "20 days"), "tummy_rest[2].from_age: the ages must rise"),
        (CLOCK.replace("20 days", "21 days"), "tummy_rest[1].from_age: the clock must begin at the first age"),
        ("[tummy_rest]\n", "tummy_rest: is not a list of tables"),
        ("[[tummy_time]]\n", "tummy_time: unknown table"),
    ],
)
def test_one_bad_line_stops_the_whole_clock(folder: Path, clock: str, said: str) -> None:
    (folder / "clocks.toml").write_text(clock, encoding="utf-8")

    loaded = load(folder)

    found = [fault.line for fault in loaded.faults]
    assert any(line.startswith(f"clocks.toml: {said}") for line in found), found
    assert "steps.toml: steps.tummy-rest.own_clock: clocks.toml gives no minutes for it" in found
    assert loaded.catalogue.own_clock_minutes == ()
    assert "tummy-ease" not in loaded.catalogue.routines


ROUTINE_FAULTS = [
    ("face", '"Face and head"', '"Face and head and both ears"', "title: has 27 letters, 1 to 26"),
    ("calm", '"leg-back"', '"leg-front"', "steps: unknown step leg-front"),
    ("calm", '"leg-back"', '"leg-outer"', "steps: leg-outer is named twice"),
    ("first-strokes", '"back-fan"', '"back-shoulders"', "steps: back-shoulders is never played at the ages"),
    ("strong-4m", '"leg-sole"', '"chest-newborn"', "steps: chest-newborn is never played at the ages"),
    ("strong-4m", '"arm-raise", "arm-rub"', '"arm-rub", "arm-raise"', "steps: arm-rub rubs before a stroke"),
    ("calm", '"turn-tummy"', '"turn-back"', "steps: turn-back comes where the baby is supine already"),
    ("calm", 'opens = "46 days"', 'opens = "19 days"', "opens: never before day 20 of life (AGE-05)"),
    ("mini", 'opens_early = "20 days"', 'opens_early = "46 days"', "opens_early: must be earlier than opens"),
    ("calm", 'closes = "12 months"', 'closes = "1 month"', "closes: must be later than opens"),
    ("calm", 'closes = "12 months"\n', "", "closes: is missing"),
    ("calm", 'gates = ["doctor"]', 'gates = ["docter"]', "gates[1]: 'docter' is not one of: doctor, navel"),
    ("mini", "cap_minutes = 5", "cap_minutes = 5.0", "cap_minutes: 5.0 is not a whole number"),
    ("ten-days", 'wraps = ["first-strokes", "everyday", "strong-4m"]\n', "", "steps: a routine has either steps"),
    ("ten-days", '"everyday"', '"every-day"', "wraps: routine every-day is unknown, damaged or without steps"),
]


@pytest.mark.parametrize(("routine", "old", "new", "said"), ROUTINE_FAULTS)
def test_a_damaged_routine_is_named_and_left_out(folder: Path, routine: str, old: str, new: str, said: str) -> None:
    damage(folder, "routines.toml", f"routines.{routine}", old, new)

    loaded = load(folder)

    found = [fault.line for fault in loaded.faults]
    assert any(line.startswith(f"routines.toml: routines.{routine}.{said}") for line in found), found
    assert all(line.startswith("routines.toml: ") for line in found), found
    assert routine not in loaded.catalogue.routines
    assert loaded.counts["routines"] == 13


def test_a_routine_that_wraps_a_damaged_one_goes_with_it(folder: Path) -> None:
    damage(folder, "routines.toml", "routines.everyday", '"leg-foot"', '"leg-fot"')

    assert fault_lines(folder) == [
        "routines.toml: routines.everyday.steps: unknown step leg-fot",
        "routines.toml: routines.ten-days.wraps: routine everyday is unknown, damaged or without steps",
    ]


def test_an_area_that_cannot_be_drawn_stops_the_steps_that_need_it(folder: Path) -> None:
    damage(folder, "nogo.toml", "no_go.EYE", 'level = "never"', 'level = "sometimes"')

    loaded = load(folder)

    found = [fault.line for fault in loaded.faults]
    assert "nogo.toml: no_go.EYE.level: 'sometimes' is not one of: never, light" in found
    assert "steps.toml: steps.face-brow.no_go: area EYE is unknown or damaged" in found
    assert "face" not in loaded.catalogue.routines
    assert "everyday" in loaded.catalogue.routines


def test_a_lost_source_is_named_but_stops_nobody(folder: Path) -> None:
    damage(folder, "steps.toml", "steps.leg-outer", '"ZLEG-02"', '"ZLEG-99"')
    damage(folder, "routines.toml", "routines.face", '"ZHEA-01"', '"ZHEA-02"')
    damage(folder, "nogo.toml", "no_go.KNEE", '"NOG-02"', '"nog-02"')
    damage(folder, "checks.toml", "checks.N-01", '"AGE-09"', '"AGE-90"')

    loaded = load(folder)

    assert [fault.line for fault in loaded.faults] == [
        "steps.toml: steps.leg-outer.facts: unknown fact ZLEG-99",
        "routines.toml: routines.face.facts: ZHEA-02 is named twice",
        "nogo.toml: no_go.KNEE.facts: unknown fact nog-02",
        "checks.toml: checks.N-01.facts: unknown fact AGE-90",
    ]
    assert (len(loaded.catalogue.steps), len(loaded.catalogue.routines)) == (69, 13)


def test_a_damaged_fact_and_a_damaged_check_are_left_out(folder: Path) -> None:
    damage(folder, "facts.toml", "facts.EXT-19", "sources", "source")
    damage(folder, "checks.toml", "checks.T-01", "asked_again", "asked")

    loaded = load(folder)

    found = [fault.line for fault in loaded.faults]
    assert "facts.toml: facts.EXT-19.source: unknown key" in found
    assert "checks.toml: checks.T-01.asked: unknown key" in found
    assert "checks.toml: checks.T-01.asked_again: is missing" in found
    assert "EXT-19" not in loaded.catalogue.facts
    assert "T-01" not in loaded.catalogue.checks
    assert (loaded.counts["facts"], loaded.counts["external_facts"], loaded.counts["checks"]) == (272, 27, 40)


def test_all_faults_are_told_at_once(folder: Path) -> None:
    damage(folder, "steps.toml", "steps.face-brow", "priority = 1", 'priority = "1"')
    damage(folder, "steps.toml", "steps.face-brow", "oil = false", "oil = 0")
    damage(folder, "steps.toml", "steps.face-chin", 'zone = "face"', 'zone = "chin"')
    damage(folder, "routines.toml", "routines.mini", "most_repetitions", "most_reps")
    damage(folder, "nogo.toml", "no_go.JAB", 'name = "injection site"', "name = 1")
    damage(folder, "landmarks.toml", "landmarks", '"spine line"', "1")

    found = fault_lines(folder)

    assert found[:3] == [
        "steps.toml: steps.face-brow.oil: 0 is not true or false",
        "steps.toml: steps.face-brow.priority: '1' is not a whole number",
        f"steps.toml: steps.face-chin.zone: 'chin' is not one of: {', '.join(zone.value for zone in Zone)}",
    ]
    assert "routines.toml: routines.mini.most_reps: unknown key" in found
    assert "nogo.toml: no_go.JAB.name: 1 is not a text in quotes" in found
    assert "landmarks.toml: landmarks.back[15]: 1 is not a text in quotes" in found


def test_a_row_that_is_no_table_and_a_table_that_nobody_knows(folder: Path) -> None:
    steps = folder / "steps.toml"
    text = steps.read_text(encoding="utf-8")
    steps.write_text("[step]\n\n[steps]\nleg-extra = 3\n\n" + text, encoding="utf-8")

    assert fault_lines(folder) == ["steps.toml: step: unknown table", "steps.toml: steps.leg-extra: is not a table"]


def test_landmarks_are_a_list_of_names(folder: Path) -> None:
    (folder / "landmarks.toml").write_text('[landmarks]\nfront = "ankle"\n', encoding="utf-8")

    assert "landmarks.toml: landmarks.front: 'ankle' is not a list" in fault_lines(folder)


def test_a_file_whose_table_is_something_else(folder: Path) -> None:
    (folder / "nogo.toml").write_text("no_go = 3\n", encoding="utf-8")

    assert "nogo.toml: no_go: is not a table" in fault_lines(folder)


def test_the_same_step_twice_spoils_its_file_and_says_so(folder: Path) -> None:
    with (folder / "steps.toml").open("a", encoding="utf-8") as steps:
        steps.write('\n[steps.leg-foot]\ntitle = "again"\n')

    loaded = load(folder)

    first = loaded.faults[0]
    assert (first.file, first.path) == ("steps.toml", "")
    assert "is not TOML: Cannot declare ('steps', 'leg-foot') twice" in first.message
    assert loaded.catalogue.steps == {}
    assert loaded.catalogue.routines == {}


def test_bytes_that_are_no_text(folder: Path) -> None:
    (folder / "landmarks.toml").write_bytes(b"\xff\xfe")

    assert any(line.startswith("landmarks.toml: cannot be read: ") for line in fault_lines(folder))


def test_an_empty_folder_has_nothing_to_play_and_names_every_file(tmp_path: Path) -> None:
    loaded = load(tmp_path)

    assert {fault.file for fault in loaded.faults} == {f"{name}.toml" for name in FILES}
    assert all(fault == ContentFault(fault.file, "", "the file is missing") for fault in loaded.faults)
    assert loaded.catalogue.routines == {}
    assert loaded.catalogue.own_clock_minutes == ()
    assert set(loaded.counts.values()) == {0}


def test_facts_that_cannot_be_read_do_not_stop_a_session(folder: Path) -> None:
    (folder / "facts.toml").unlink()

    assert load_playable(folder).faults == ()
    assert len(load(folder).catalogue.routines) == 13


# What a slip of the keyboard or a bad merge may leave behind a key, and what the keys become.
SLIPS = (
    "",
    "1",
    "-1",
    "1.5",
    "nan",
    "true",
    '""',
    '"x"',
    "[]",
    "[[]]",
    "[[1]]",
    '[["", "|"]]',
    "{}",
    "{a = 1}",
    "1979-05-27",
)


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_content(tmp_path_factory.mktemp("content"))


@settings(max_examples=40)
@given(line=st.integers(min_value=0, max_value=2000), name=st.sampled_from(PLAYED), slip=st.sampled_from(SLIPS))
def test_no_slip_in_any_line_stops_the_program(damaged: Path, line: int, name: str, slip: str) -> None:
    path = damaged / f"{name}.toml"
    shipped = path.read_text(encoding="utf-8")
    written = [at for at, text in enumerate(shipped.splitlines()) if " = " in text and not text.startswith("#")]
    changed = shipped.splitlines()
    at = written[line % len(written)]
    changed[at] = f"{changed[at].partition(' = ')[0]} = {slip}"
    path.write_text("\n".join(changed), encoding="utf-8")

    try:
        loaded = load_playable(damaged)
    finally:
        path.write_text(shipped, encoding="utf-8")

    for routine in loaded.catalogue.routines.values():
        assert all(step in loaded.catalogue.steps for step in routine.steps)
    for step in loaded.catalogue.steps.values():
        assert all(area in loaded.catalogue.no_go for area in step.no_go)
