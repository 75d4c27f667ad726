"""Damage in what is only read: named with file and place, told once, and no massage is lost over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.content.loader import load
from tests.fakes.damaged_content import READ, copy_content, damage, fault_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_content(tmp_path)


FAULTS = [
    ("contradictions.toml", "contradictions.C-01", '"AGE-05"', '"AGE-55"', "facts: unknown fact AGE-55"),
    ("contradictions.toml", "contradictions.C-01", '"S-24"', '"S-94"', "sources: unknown source S-94"),
    ("contradictions.toml", "contradictions.C-01", '"S-24"', '"AGE-01"', "sources: unknown source AGE-01"),
    ("contradictions.toml", "contradictions.C-01", '"S-24"', '"S-23"', "sources: S-23 is named twice"),
    ("contradictions.toml", "contradictions.C-02", "N-01", "N-91", "default: names N-91, which does not exist"),
    ("contradictions.toml", "contradictions.C-08", '"none"', '""', "sources_note: is empty"),
    ("contradictions.toml", "contradictions.C-01", "gate", "gates", "gates: unknown key"),
    ("reference.toml", "reference.ref-stand", '"C-37"', '"C-73"', "facts: unknown fact C-73"),
    ("reference.toml", "reference.ref-stand", '"C-37"', '"P-08"', "facts: unknown fact P-08"),
    ("reference.toml", "reference.ref-spine-line", "(NOG-05)", "(NOG-50)", "why: names NOG-50, which does not exist"),
    ("risky.toml", "risky.risk-stepping", '"S-45"', '"S-99"', "facts: unknown fact S-99"),
    ("risky.toml", "risky.risk-stepping", '"It waits until a professional has shown it."', '" "', "decision: is empty"),
    ("cues.toml", "cues.cue-cries", '"STO-07"', '"STO-02"', "facts: STO-02 is named twice"),
    ("cues.toml", "cues.cue-cries", "answer", "do", "answer: is missing"),
    ("slips.toml", "slips.slip-brush", "means", "reads", "reads: unknown key"),
    ("rules.toml", "rules.length-less", '["C-06"]', '"C-06"', "facts: 'C-06' is not a list"),
    ("rules.toml", "rules.rule-evening", '["evening"]', '["night"]', "explains: unknown night"),
    ("sources.toml", "sources.S-01", 'grade = "A"', 'grade = "D"', "grade: 'D' is not one of: A, B, C"),
    ("facts.toml", "facts.EXT-02", '"S-35"', '"S-85"', "sources: unknown source S-85"),
    ("facts.toml", "facts.CON-20", "(see AGE-05)", "(see AGE-95)", "text: names AGE-95, which does not exist"),
]


@pytest.mark.parametrize(("file", "row", "old", "new", "said"), FAULTS)
def test_a_damaged_row_is_named(folder: Path, file: str, row: str, old: str, new: str, said: str) -> None:
    damage(folder, file, row, old, new)

    found = fault_lines(folder)

    assert any(line.startswith(f"{file}: {row}.{said}") for line in found), found
    assert all(line.startswith(f"{file}: {row}") for line in found), found


@pytest.mark.parametrize(
    "address",
    [
        "",
        "www.example.org",
        "ftp://example.org/a",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b.org",
        "http://x",
    ],
)
def test_a_source_that_a_browser_should_not_open_is_left_out(folder: Path, address: str) -> None:
    damage(folder, "sources.toml", "sources.S-53", "https://www.mayoclinic.org/img-20076299", address)

    loaded = load(folder)

    assert [fault.line for fault in loaded.faults] == [
        f"sources.toml: sources.S-53.address: '{address}' is not an address like https://example.org/page"
    ]
    assert "S-53" not in loaded.catalogue.reference.sources
    assert loaded.counts["sources"] == 63


def test_a_fact_that_nothing_rests_on_is_named(folder: Path) -> None:
    with (folder / "facts.toml").open("a", encoding="utf-8") as facts:
        facts.write('\n[facts.EXT-28]\ntext = "Babies laugh."\nsources = ["S-29"]\n')

    loaded = load(folder)

    assert [fault.line for fault in loaded.faults] == ["facts.toml: facts.EXT-28: is used by nothing"]
    assert loaded.catalogue.facts["EXT-28"].text == "Babies laugh."


def test_a_fact_that_stands_nowhere_is_named(folder: Path) -> None:
    damage(folder, "facts.toml", "facts.EXT-19", '["S-01", "S-02"]', "[]")

    assert fault_lines(folder) == ["facts.toml: facts.EXT-19.places: names neither a place nor a source"]


def test_a_choice_that_rests_on_nothing_says_why(folder: Path) -> None:
    damage(folder, "contradictions.toml", "contradictions.C-46", '\nsources_note = "none"', "")

    assert fault_lines(folder) == [
        "contradictions.toml: contradictions.C-46.sources: names no source, and sources_note does not tell why"
    ]


@pytest.mark.parametrize("file", [*(f"{name}.toml" for name in READ), "checks.toml"])
def test_a_lost_file_is_named_once_and_not_again_by_all_that_rest_on_it(folder: Path, file: str) -> None:
    (folder / file).unlink()

    assert fault_lines(folder) == [f"{file}: the file is missing"]


def test_a_damaged_row_still_uses_its_facts(folder: Path) -> None:
    """Only ref-colic-house and C-29 rest on TEC-09; what is wrong with one row is said once."""
    damage(folder, "contradictions.toml", "contradictions.C-29", "topic", "title")
    damage(folder, "reference.toml", "reference.ref-colic-house", "what", "that")

    assert {line.partition(": ")[0] for line in fault_lines(folder)} == {"contradictions.toml", "reference.toml"}


def test_a_table_without_rows_is_named(folder: Path) -> None:
    (folder / "slips.toml").write_text("# nothing\n", encoding="utf-8")

    assert fault_lines(folder) == ["slips.toml: slips: has no rows"]


SLIPS = ("", "1", "nan", "true", '""', '"x"', "[]", "[1]", '["X-01"]', "{}", "1979-05-27")


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_content(tmp_path_factory.mktemp("content"))


@settings(max_examples=25, deadline=None)
@given(line=st.integers(min_value=0, max_value=2000), name=st.sampled_from(READ), slip=st.sampled_from(SLIPS))
def test_no_slip_in_what_is_read_stops_a_massage(damaged: Path, line: int, name: str, slip: str) -> None:
    path = damaged / f"{name}.toml"
    shipped = path.read_text(encoding="utf-8")
    lines = shipped.splitlines()
    written = [at for at, text in enumerate(lines) if " = " in text and not text.startswith("#")]
    at = written[line % len(written)]
    lines[at] = f"{lines[at].partition(' = ')[0]} = {slip}"
    path.write_text("\n".join(lines), encoding="utf-8")

    try:
        loaded = load(damaged)
    finally:
        path.write_text(shipped, encoding="utf-8")

    assert (len(loaded.catalogue.steps), len(loaded.catalogue.routines)) == (69, 13)
    assert len(loaded.faults) > 0 or slip in {'"x"', "[]", '""'}
