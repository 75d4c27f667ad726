"""`plan --profile FILE.toml`: every rule of the check-in can be tried without a window."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from babymassage_gui import cli
from babymassage_gui.cli_profile import read_case
from babymassage_gui.content.loader import load
from babymassage_gui.core.errors import BAD_DATA
from tests.fakes.content import catalogue

Printed = pytest.CaptureFixture[str]
HEALTHY = """
born = 2026-06-01
navel_healed = true
doctor_yes_on = 2026-10-01
at = 2026-11-22T10:00:00
"""


def plan(folder: Path, text: str, routine: str = "everyday", minutes: int = 10) -> int:
    file = folder / "profile.toml"
    file.write_text(text, encoding="utf-8")
    world = cli.World("1", load, load, lambda: date(2026, 11, 22), lambda _: (), lambda *_: None, lambda *_: 0)
    words = ["plan", "--profile", str(file), "--routine", routine, "--minutes", str(minutes), "--json"]
    return cli.run(words, world)


def left_out(printed: Printed) -> dict[str, str]:
    return {left["id"]: left["reason"] for left in json.loads(printed.readouterr().out)["left_out"]}


def played(printed: Printed) -> list[str]:
    return [step["id"] for step in json.loads(printed.readouterr().out)["steps"]]


def test_a_healthy_baby_is_played_for(tmp_path: Path, capsys: Printed) -> None:
    assert plan(tmp_path, HEALTHY) == 0
    assert "tummy-circle" in played(capsys)


def test_the_parents_own_limit_holds(tmp_path: Path, capsys: Printed) -> None:
    assert plan(tmp_path, "parent_limit = 4\n" + HEALTHY) == 0
    assert json.loads(capsys.readouterr().out)["minutes"] == 4


def test_after_a_bulge_with_the_doctors_yes_the_tummy_stays_off(tmp_path: Path, capsys: Printed) -> None:
    assert plan(tmp_path, HEALTHY + '[answers]\nN-08 = "doctor-yes"\n') == 0
    left = left_out(capsys)
    assert {step for step, reason in left.items() if reason == "hernia"} == {
        "tummy-hello", "tummy-circle", "tummy-sides", "tummy-pass", "tummy-rub",
    }  # fmt: skip


def test_the_place_of_a_vaccine_stays_off_until_it_is_not_sore(tmp_path: Path, capsys: Printed) -> None:
    vaccine = '[[said]]\nsubject = "T-05"\nanswer = "yes"\nat = 2026-11-19T09:00:00\nnote = "leg"\n'
    assert plan(tmp_path, HEALTHY + vaccine) == 0
    assert left_out(capsys)["leg-outer"] == "vaccine"
    well = '[[said]]\nsubject = "T-05"\nanswer = "not-sore"\n'
    assert plan(tmp_path, HEALTHY + vaccine + well) == 0
    assert "vaccine" not in left_out(capsys).values()


def test_the_choices_are_those_of_the_settings(tmp_path: Path, capsys: Printed) -> None:
    assert plan(tmp_path, HEALTHY + '[choices]\norder = "arms-first"\n') == 0
    steps = played(capsys)
    assert steps.index("arm-hand") < steps.index("leg-outer")


@pytest.mark.parametrize(
    ("text", "routine", "reason"),
    [
        (HEALTHY.replace("true", "false"), "everyday", "the navel is not healed"),
        (HEALTHY.replace("doctor_yes_on = 2026-10-01", ""), "everyday", "has to say first"),
        (HEALTHY.replace("2026-10-01", "2026-05-01"), "everyday", "older than half a year"),
        (HEALTHY + '[answers]\nN-05 = "yes"\n', "everyday", "ASK-DOCTOR: Any heart defect"),
        (HEALTHY + '[answers]\nN-07 = "now"\n', "everyday", "URGENT: Ever had fits"),
        (HEALTHY + '[answers]\nT-03 = "yes"\n', "everyday", "NOT-TODAY: Vomited today"),
        (HEALTHY + '[[said]]\nsubject = "W-01"\nanswer = "fed"\nat = 2026-11-22T09:40:00\n', "everyday",
         "WAIT: When was the last feed? Fed; open at 2026-11-22 10:25"),
        (HEALTHY + '[answers]\nN-08 = "doctor-yes"\n', "tummy-ease", "bulge at navel or groin"),
        (HEALTHY.replace("T10", "T17"), "moves", "not for the evening"),
        (HEALTHY, "pro-moves", "shown in person"),
        (HEALTHY, "tear-duct", "prescribed and shown by a doctor"),
        (HEALTHY, "ten-days", "referral"),
        (HEALTHY + "due = 2026-07-29\n", "strong-4m", "opens on day 123"),
    ],
)  # fmt: skip
def test_what_forbids_it_is_said_and_nothing_is_planned(
    tmp_path: Path, capsys: Printed, text: str, routine: str, reason: str
) -> None:
    assert plan(tmp_path, text, routine) == cli.USAGE
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert reason in printed.err


def test_what_was_shown_in_person_is_played_and_nothing_else(tmp_path: Path, capsys: Printed) -> None:
    shown = '[[said]]\nsubject = "gym-sit"\nanswer = "shown"\nby = "a nurse"\n'
    assert plan(tmp_path, HEALTHY + shown, "pro-moves") == 0
    assert played(capsys) == ["open-ask", "gym-sit", "close-cuddle"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("born = ", "it is not TOML"),
        ("born = 'June'", "born: 'June' is not a date"),
        ("navel_healed = true", "born: is missing"),
        (HEALTHY + "colour = 1", "colour: unknown key"),
        (HEALTHY + '[answers]\nN-05 = "perhaps"\n', "N-05 has no answer 'perhaps'"),
        (HEALTHY + '[answers]\nX-99 = "yes"\n', "there is no question 'X-99'"),
        (HEALTHY + "[day.room]\ntoo_cold = 30.0\n", "do not rise"),
        (HEALTHY.replace("born = 2026-06-01", "born = 2027-06-01"), "lies in the future"),
        (HEALTHY + "due = 2026-05-01", "lies before the birth"),
    ],
)
def test_a_file_that_makes_no_sense_is_one_sentence(tmp_path: Path, capsys: Printed, text: str, reason: str) -> None:
    assert plan(tmp_path, text) == BAD_DATA
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert reason in printed.err


def test_a_missing_file_is_one_sentence(capsys: Printed, tmp_path: Path) -> None:
    world = cli.World("1", load, load, lambda: date(2026, 11, 22), lambda _: (), lambda *_: None, lambda *_: 0)
    assert cli.run(["plan", "--profile", str(tmp_path / "none.toml"), "--minutes", "3"], world) == BAD_DATA
    assert "cannot be used" in capsys.readouterr().err


def test_without_a_moment_it_is_the_morning_of_today(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text("born = 2026-06-01\n", encoding="utf-8")
    case = read_case(catalogue(), file, lambda: date(2026, 11, 22))
    assert case.now.isoformat() == "2026-11-22T10:00:00+00:00"


def test_an_answer_of_a_clock_years_ahead_closes_nothing(tmp_path: Path, capsys: Printed) -> None:
    ill = '[[said]]\nsubject = "T-02"\nanswer = "yes"\nat = 2031-11-19T09:00:00\n'
    assert plan(tmp_path, HEALTHY + ill) == 0
    assert plan(tmp_path, HEALTHY + ill.replace("2031-11-19", "2026-11-22")) == 2


IN_TWO = "[choices]\ntwo_sessions = true\n"
OLDER = HEALTHY.replace("2026-06-01", "2026-05-01")
TOO_YOUNG = HEALTHY.replace("2026-06-01", "2026-07-23")


class TestThirtyMinutes:
    """Thirty minutes are two sessions, massage and then moves, or they are no thirty minutes (C-06)."""

    def test_both_are_printed(self, tmp_path: Path, capsys: Printed) -> None:
        assert plan(tmp_path, OLDER + IN_TWO, minutes=30) == 0
        found = json.loads(capsys.readouterr().out)
        later = found["later"]
        assert (found["routine"], found["minutes"]) == ("everyday", 15)
        assert (later["routine"], later["minutes"], later["after_hours"]) == ("moves", 15, 2)
        for one in (found, later):
            assert one["seconds"] <= 15 * 60 + 15
            assert one["steps"][-1]["id"] == "close-cuddle"

    def test_in_words(self, tmp_path: Path, capsys: Printed) -> None:
        file = tmp_path / "profile.toml"
        file.write_text(OLDER + IN_TWO, encoding="utf-8")
        world = cli.World("1", load, load, lambda: date(2026, 11, 22), lambda _: (), lambda *_: None, lambda *_: 0)
        assert cli.run(["plan", "--profile", str(file), "--minutes", "30"], world) == 0
        lines = capsys.readouterr().out.splitlines()
        there = lines.index("then, 2 hours later or more, if the baby was calm:")
        assert lines[0].startswith("everyday: ")
        assert lines[there + 1].startswith("moves: ")

    @pytest.mark.parametrize(
        ("profile", "routine", "minutes"),
        [
            (OLDER, "everyday", 30),
            (OLDER + IN_TWO, "everyday", 29),
            (OLDER + IN_TWO, "strong-4m", 30),
            (TOO_YOUNG + IN_TWO, "everyday", 30),
            ("parent_limit = 14\n" + OLDER + IN_TWO, "everyday", 30),
            (OLDER.replace("T10:00", "T15:00") + IN_TWO, "everyday", 30),
            (OLDER + IN_TWO + "[day]\nevening_start_hour = 12\n", "everyday", 30),
            (OLDER + IN_TWO, "everyday", 15),
        ],
    )  # fmt: skip
    def test_else_it_is_one_session_of_fifteen_at_the_most(
        self, tmp_path: Path, capsys: Printed, profile: str, routine: str, minutes: int
    ) -> None:
        assert plan(tmp_path, profile, routine, minutes) == 0
        found = json.loads(capsys.readouterr().out)
        assert "later" not in found
        assert found["minutes"] <= 15
