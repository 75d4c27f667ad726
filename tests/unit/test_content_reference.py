"""What is only read: some rows by hand, what each fact is used for, and faults in these rows."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.content.loader import load
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.reference import (
    Contradiction,
    Cue,
    Fact,
    Grade,
    Reference,
    ReferenceItem,
    RiskyItem,
    Rule,
    Slip,
    Source,
)
from tests.fakes.content import catalogue
from tests.fakes.damaged_content import READ, copy_content, damage, fault_lines

# Where the specification (3.9) says that each fact is used.
USED_IN: Mapping[str, list[str]] = json.loads(
    (Path(__file__).parent.parent / "data" / "coverage.json").read_text(encoding="utf-8")
)
PLACE = re.compile(r"A[1-5] line \d{1,3} “.+”")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_content(tmp_path)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return catalogue().reference


def _homes(content: Catalogue) -> dict[str, set[str]]:
    """Where each number is named, in the words of the specification's table."""
    read = content.reference
    named = chain(
        ((step.id, step.facts) for step in content.steps.values()),
        ((f"routine {routine.id}", routine.facts) for routine in content.routines.values()),
        ((f"no-go {area.code}", area.facts) for area in content.no_go.values()),
        ((check.id, check.facts) for check in content.checks.values()),
        ((item.id, item.facts) for item in read.items.values()),
        ((row.id, row.facts) for row in read.contradictions.values()),
        ((row.id, row.facts) for row in read.risky.values()),
        (("cue", cue.facts) for cue in read.cues.values()),
        (("growth rule" if rule.id.startswith("length-") else "rules 3.1", rule.facts) for rule in read.rules.values()),
    )
    homes: dict[str, set[str]] = {}
    for home, facts in named:
        for fact in facts:
            homes.setdefault(fact, set()).add(home)
    return homes


def test_every_fact_is_used_where_the_specification_says() -> None:
    homes = _homes(catalogue())

    assert {fact: set(places) - homes.get(fact, set()) for fact, places in USED_IN.items()} == {
        fact: set() for fact in USED_IN
    }


def test_every_fact_is_used_and_every_number_that_is_used_exists() -> None:
    content = catalogue()
    used = set(_homes(content))
    facts = set(content.facts)

    assert facts == set(USED_IN)
    assert facts - used == set()
    assert used - facts - set(content.reference.contradictions) - set(content.reference.sources) == set()


def test_a_source_says_what_was_seen(reference: Reference) -> None:
    assert reference.sources["S-53"] == Source(
        "S-53",
        "Soft spots, Mayo Clinic",
        "https://www.mayoclinic.org/img-20076299",
        "safe to touch; close by 12–18 months",
        Grade.CLINICAL,
    )
    assert list(reference.sources) == [f"S-{number:02}" for number in range(1, 64)]
    assert Counter(source.grade for source in reference.sources.values()) == {
        Grade.OFFICIAL: 19,
        Grade.CLINICAL: 30,
        Grade.OTHER: 14,
    }


def test_a_contradiction_tells_the_choice_and_what_may_be_changed(reference: Reference) -> None:
    assert reference.contradictions["C-22"] == Contradiction(
        id="C-22",
        topic="Rubbing",
        facts_text="TEC-07 none · AGE-10 3–4 mo · AGE-12 4 mo · AGE-15 tummy at 1 mo · ZLEG-04/ZARM-05 no age",
        facts=("TEC-07", "AGE-10", "AGE-12", "AGE-15", "ZLEG-04", "ZARM-05"),
        default="From 4 months completed.",
        configurable="`rub_from`: 3 mo if “shown to us by a nurse, doctor or therapist”; then only in `everyday`, "
        "with the start number of *reps old*.",
        gate="Tummy rubbing at one month left out.",
        sources=("S-58",),
        sources_note="S-58 on pressure; none on age",
    )
    assert list(reference.contradictions) == [f"C-{number:02}" for number in range(1, 52)]
    assert reference.contradictions["C-46"].configurable == reference.contradictions["C-46"].gate == ""


def test_what_is_never_guided_has_its_reason(reference: Reference) -> None:
    assert reference.items["ref-stand"] == ReferenceItem(
        "ref-stand", "Standing on the whole foot", "only when the baby does it itself", ("AGE-17", "C-37")
    )
    assert reference.risky["risk-stepping"] == RiskyItem(
        "risk-stepping",
        "Stepping (ZGYM-13)",
        "Reflex fades by about 2–4 months; supported standing not forbidden by one NHS therapy page (S-45)",
        "Pro-shown.",
        ("ZGYM-13", "S-45"),
    )
    assert set(reference.items) & set(catalogue().steps) == set()


def test_a_cue_has_its_answer(reference: Reference) -> None:
    assert reference.cues["cue-falls-asleep"] == Cue(
        "cue-falls-asleep",
        "Falls asleep (either of you is drowsy: the same)",
        "stop; cover; lay the baby on its back in its own bed",
        ("STO-08", "EXT-08"),
    )


def test_a_slip_of_translation_is_read_as_it_was_meant(reference: Reference) -> None:
    assert reference.slips["slip-supine"] == Slip(
        "slip-supine", "second part “in the supine position” (back muscles)", "prone", "A2 line 139"
    )


def test_a_rule_can_be_asked_why(reference: Reference) -> None:
    assert reference.rules["rule-calm-without-moves"] == Rule(
        "rule-calm-without-moves",
        "The calm-down massage is never joined with moves: there are 2 hours between them.",
        ("ORD-10", "C-35"),
    )
    no_source = [rule.id for rule in reference.rules.values() if not rule.facts]
    assert no_source == ["rule-left-right", "rule-first-wins", "length-choice"]


def test_a_fact_keeps_what_a_reader_wants() -> None:
    facts = catalogue().facts
    assert facts["CON-26"].verdict == "LOCAL"
    assert facts["NOG-08"].applies_to == "arms, chest, side muscles"
    assert facts["EXT-09"].note == "weak source, cautious default"
    assert facts["ZLEG-01"] == Fact(
        id="ZLEG-01",
        group="ZLEG",
        text="Foot, then each toe",
        sources=("A1",),
        places=("A1 line 75 “each toe on the child's feet”",),
        position="supine",
        hands="palm / fingers",
        path="from below upward: top, edges, sole; then toe by toe",
        technique="stroking",
        counts="not given",
        ages="1.5 mo (art. 1)",
        cautions="joints (NOG-13)",
    )


def test_every_place_names_article_line_and_words() -> None:
    places = [place for fact in catalogue().facts.values() for place in fact.places]

    assert len(places) > 272
    assert [place for place in places if not PLACE.fullmatch(place)] == []


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
    ("risky.toml", "risky.risk-stepping", '"Pro-shown."', '" "', "decision: is empty"),
    ("cues.toml", "cues.cue-cries", '"STO-07"', '"STO-02"', "facts: STO-02 is named twice"),
    ("cues.toml", "cues.cue-cries", "answer", "do", "answer: is missing"),
    ("slips.toml", "slips.slip-brush", "means", "reads", "reads: unknown key"),
    ("rules.toml", "rules.length-less", '["C-06"]', '"C-06"', "facts: 'C-06' is not a list"),
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
