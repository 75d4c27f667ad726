"""The command line, as somebody types it: what it prints, where, and how it ends. No Qt is installed here."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from babymassage_gui import bootstrap, cli
from babymassage_gui.content.loader import Loaded, load
from babymassage_gui.core.errors import BAD_DATA, CANNOT_CREATE, IO_FAILED, Expected, Fault
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.services.control import Place
from babymassage_gui.storage.opening import FILE_NAME, open_log

Printed = pytest.CaptureFixture[str]
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BABY = Baby("6a0d0c52-8a53-4e5e-9c52-0f3f5b1c9d11", "Mila", NOON.date() - timedelta(days=90))


DAY = date(2026, 11, 22)


def run(words: str) -> int:
    """A command line, split at its spaces; argparse ends some of them itself."""
    try:
        return bootstrap.run(words.split())
    except SystemExit as end:
        return int(end.code or 0)


def test_plan_prints_the_steps_and_what_was_left_out(capsys: Printed) -> None:
    assert run("plan --age-days 90 --minutes 3 --json") == 0
    plan = json.loads(capsys.readouterr().out)
    assert [step["id"] for step in plan["steps"]][:3] == ["open-ask", "open-rest", "leg-outer"]
    outer_leg = plan["steps"][2]
    assert outer_leg["zone"] == "legs"
    assert (outer_leg["sides"], outer_leg["repetitions"], outer_leg["seconds"]) == (["left", "right"], [3, 3], 28)
    assert plan["seconds"] == 194
    assert {"id": "leg-rub", "reason": "too-young", "opens_at_age_days": 123} in plan["left_out"]
    assert {"id": "leg-toes", "reason": "no-time", "opens_at_age_days": None} in plan["left_out"]


def test_plan_for_people_says_the_same_in_lines(capsys: Printed) -> None:
    assert run("plan --age-days 90 --minutes 3") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "everyday: 11 steps, 3:14 of 3 min"
    assert "  leg-outer        legs     left x3, right x3       28 s" in lines
    assert "  back-shoulders   too young, opens on day 124" in lines


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("--age-days 19", "no massage before 20 days"),
        ("--age-days 19 --early-start", "no massage before 20 days"),
        ("--age-days 45", "Everyday massage opens on day 46"),
        ("--age-days 30 --routine first-strokes", "from day 20 if your doctor agrees"),
        ("--age-days 365", "from 12 months on nothing is guided"),
        ("--age-days 123 --routine first-strokes", "First strokes is for younger babies"),
        ("--age-days 150 --routine pro-moves", "needs to be shown in person first"),
        ("--age-days 90 --routine nothing", "no routine is called 'nothing'; there are: practice, first-strokes"),
    ],
)
def test_an_age_or_routine_that_may_not_be_played_is_refused_with_the_reason(
    capsys: Printed, words: str, reason: str
) -> None:
    for command in ("plan", "rehearse"):
        assert run(f"{command} --minutes 3 {words}") == cli.USAGE
        printed = capsys.readouterr()
        assert printed.out == ""
        assert reason in printed.err


def test_an_early_start_opens_the_first_strokes_and_practice_needs_no_age(capsys: Printed) -> None:
    assert run("plan --minutes 3 --age-days 25 --routine first-strokes --early-start") == 0
    assert run("plan --minutes 3 --age-days 0 --routine practice") == 0
    assert "practice: 10 steps" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        "plan --minutes 3",
        "plan --age-days x --minutes 3",
        "plan --age-days 90 --minutes 0",
        "plan --age-days 90 --minutes 31",
        "plan --age-days ٣ --minutes 3",
        "rehearse --age-days 90 --minutes 3 --speed 0",
        "rehearse --age-days 90 --minutes 3 --stop-after -1",
        "--speed fast",
        "dance",
    ],
)
def test_a_wrong_word_is_one_line_and_exit_2(capsys: Printed, words: str) -> None:
    assert run(words) == cli.USAGE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("babymassage-gui")
    assert printed.err.count("\n") == 1


def test_rehearse_plays_every_step_and_tells_each_event_on_a_line(capsys: Printed) -> None:
    assert run("rehearse --age-days 90 --minutes 3 --speed 2000") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[0]["event"] == "started"
    closed = [event["closed"] for event in events if "closed" in event]
    assert closed[:2] == ["open-ask", "open-rest"]
    assert len(closed) == 11
    assert events[-1]["ending"] == "finished"
    assert events[-1]["active_seconds"] == 194
    times = [event["at"] for event in events]
    assert times == sorted(times)


def test_rehearse_stops_for_the_baby_and_keeps_what_was_done(capsys: Printed) -> None:
    assert run("--speed 400 rehearse --age-days 90 --minutes 3 --stop-after 45") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[-2]["pause"] == "baby"
    assert events[-1]["ending"] == "early"
    outcomes = {event["closed"]: event["outcome"] for event in events if "closed" in event}
    assert outcomes["open-ask"] == "done"
    assert events[-1]["outcome"] == "interrupted"


def test_check_content_counts_everything_and_finds_no_fault(capsys: Printed) -> None:
    assert run("check-content --json") == 0
    counted = json.loads(capsys.readouterr().out)
    assert counted["faults"] == []
    assert (counted["steps"], counted["routines"], counted["no_go"], counted["checks"]) == (69, 13, 18, 40)
    assert (counted["facts"], counted["external_facts"], counted["contradictions"]) == (272, 27, 51)
    assert (counted["reference_items"], counted["cues"], counted["sources"]) == (22, 11, 63)
    assert run("check-content") == 0
    printed = capsys.readouterr().out
    assert "steps: 69\n" in printed
    assert "external facts: 27\n" in printed
    assert printed.endswith("no faults\n")


def test_damaged_content_is_named_with_file_and_path_and_exit_65(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Path(bootstrap.__file__).parent / "content"
    for file in source.glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        too_long = text.replace('title = "Ask first"', 'title = "Ask first of all the grown-ups"')
        (tmp_path / file.name).write_text(too_long, encoding="utf-8")

    def damaged() -> Loaded:
        return load(tmp_path)

    monkeypatch.setattr("babymassage_gui.content.loader.load", damaged)
    assert run("check-content --json") == BAD_DATA
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert ("steps.toml", "steps.open-ask.title") in {(fault["file"], fault["path"]) for fault in faults}
    assert run("check-content") == BAD_DATA
    assert "steps.toml: steps.open-ask.title: " in capsys.readouterr().out


def _a_log(folder: Path) -> None:
    log = open_log(folder, lambda: NOON).log
    with log:
        log.save(BABY)
        for index, kind in enumerate((Kind.MASSAGE, Kind.REHEARSAL)):
            session = SessionRecord(
                f"6a0d0c52-8a53-4e5e-9c52-0f3f5b1c9d2{index}", BABY.id, kind, "everyday",
                NOON + timedelta(hours=index), 60, 3, 194.0, "[]",
            )  # fmt: skip
            log.begin(session)
            log.record_step(session.id, StepRecord("open-ask", StepOutcome.DONE, 14.0), 14.0, NOON)
        log.finish("6a0d0c52-8a53-4e5e-9c52-0f3f5b1c9d20", Ending.EARLY, 108.0, NOON)
        log.wrap_up("6a0d0c52-8a53-4e5e-9c52-0f3f5b1c9d20", Mood.CRIED, "teeth?")


def test_log_prints_the_sessions_on_the_familys_clocks(capsys: Printed, tmp_path: Path) -> None:
    assert run(f"--data-dir {tmp_path} log") == 0
    assert capsys.readouterr().out == "Nothing here yet.\n"
    _a_log(tmp_path)
    assert run(f"--data-dir {tmp_path} log") == 0
    assert capsys.readouterr().out.splitlines() == [
        "2026-03-02 13:00  everyday  1:48 of 3 min  early, cried",
        "2026-03-02 14:00  everyday (rehearsal)  0:14 of 3 min  not ended",
    ]
    assert run(f"--data-dir {tmp_path} log --json") == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["ending"], first["mood"], first["note"]) == ("early", "cried", "teeth?")
    assert first["steps"] == [{"id": "open-ask", "outcome": "done", "seconds": 14.0}]


def test_the_folder_may_be_named_before_or_after_the_command(capsys: Printed, tmp_path: Path) -> None:
    _a_log(tmp_path)
    for words in (f"--data-dir {tmp_path} log", f"log --data-dir {tmp_path}"):
        assert run(words) == 0
        assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_rehearsal_that_is_broken_off_ends_quietly(capsys: Printed) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    world = cli.World("1", load, load, lambda: DAY, lambda _: (), interrupted, lambda *_: 0)
    assert cli.run(["rehearse", "--age-days", "90", "--minutes", "3"], world) == cli.INTERRUPTED
    assert capsys.readouterr().err == ""


def test_a_damaged_log_is_one_sentence_with_a_way_out_and_exit_65(capsys: Printed, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no log" * 300)
    assert run(f"--data-dir {tmp_path} log") == BAD_DATA
    printed = capsys.readouterr()
    assert "is damaged. Open the window once" in printed.err
    assert "Traceback" not in printed.err


def test_every_fault_ends_in_a_sentence_and_a_documented_exit_code(capsys: Printed) -> None:
    for fault in Fault:

        def fails(_folder: Path | None, fault: Fault = fault) -> tuple[SessionRecord, ...]:
            raise Expected(fault, path="the log")

        world = cli.World("1", load, load, lambda: DAY, fails, lambda *_: None, lambda *_: 0)
        assert cli.run(["log"], world) in (BAD_DATA, CANNOT_CREATE, IO_FAILED)
        assert capsys.readouterr().err.endswith(".\n")


def test_without_a_command_the_window_opens_with_the_folder_and_the_speed(tmp_path: Path) -> None:
    opened: list[tuple[Path | None, float, str, bool]] = []

    def window(folder: Path | None, speed: float, page: str, hidden: bool) -> int:
        opened.append((folder, speed, page, hidden))
        return 0

    world = cli.World("1", load, load, lambda: DAY, lambda _: (), lambda *_: None, window)
    assert cli.run(["--data-dir", str(tmp_path), "--speed", "20"], world) == 0
    assert cli.run(["--open", "progress", "--hidden"], world) == 0
    assert opened == [(tmp_path, 20.0, "", False), (None, 1.0, "progress", True)]


def test_the_pages_that_can_be_opened_are_those_that_the_window_knows() -> None:
    assert tuple(Place) == cli.PLACES


def test_version_and_help_are_for_people(capsys: Printed) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("babymassage-gui ")
    assert run("--help") == 0
    assert "Exit codes" in capsys.readouterr().out


def test_without_a_folder_of_its_own_everything_goes_where_this_system_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert bootstrap.folders(None).data.name == "babymassage-gui"
    assert bootstrap.folders(tmp_path).config == tmp_path
