"""What is only read: some rows by hand, and what each fact is used for."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

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

# Where the specification (3.9) says that each fact is used.
USED_IN: Mapping[str, list[str]] = json.loads(
    (Path(__file__).parent.parent / "data" / "coverage.json").read_text(encoding="utf-8")
)
PLACE = re.compile(r"A[1-5] line \d{1,3} “.+”")


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
        facts_text="No rubbing (TEC-07) · From 3–4 months (AGE-10) · From 4 months (AGE-12) · The tummy from 1 month "
        "(AGE-15) · No age is given (ZLEG-04, ZARM-05)",
        facts=("TEC-07", "AGE-10", "AGE-12", "AGE-15", "ZLEG-04", "ZARM-05"),
        default="From 4 completed months.",
        configurable="From 3 months if a nurse, doctor or therapist has shown it; then only in `everyday`, and as few "
        "times as at the start.",
        gate="Rubbing the tummy at one month is left out.",
        sources=("S-58",),
        sources_note="S-58 on pressure; none on the age",
    )
    assert list(reference.contradictions) == [f"C-{number:02}" for number in range(1, 52)]
    assert reference.contradictions["C-46"].configurable == reference.contradictions["C-46"].gate == ""


def test_what_is_never_guided_has_its_reason(reference: Reference) -> None:
    assert reference.items["ref-stand"] == ReferenceItem(
        "ref-stand", "Standing the baby on the whole foot", "Only when the baby does it by itself.", ("AGE-17", "C-37")
    )
    assert reference.risky["risk-stepping"] == RiskyItem(
        "risk-stepping",
        "Stepping (ZGYM-13)",
        "The reflex fades by about 2–4 months; one page of British therapists (NHS) does not forbid standing with "
        "support (S-45).",
        "It waits until a professional has shown it.",
        ("ZGYM-13", "S-45"),
    )
    assert set(reference.items) & set(catalogue().steps) == set()


def test_a_cue_has_its_answer(reference: Reference) -> None:
    assert reference.cues["cue-falls-asleep"] == Cue(
        "cue-falls-asleep",
        "Falls asleep; the same if either of you is drowsy",
        "Stop, cover the baby, and lay it on its back in its own bed.",
        ("STO-08", "EXT-08"),
    )


def test_a_slip_of_translation_is_read_as_it_was_meant(reference: Reference) -> None:
    assert reference.slips["slip-supine"] == Slip(
        "slip-supine",
        "“in the supine position” (on the back), about the muscles of the back",
        "on the tummy",
        "A2 line 139",
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
    assert facts["EXT-09"].note == "the source is weak; left out to be careful"
    assert facts["ZLEG-01"] == Fact(
        id="ZLEG-01",
        group="ZLEG",
        text="The foot is stroked, then each toe.",
        sources=("A1",),
        places=("A1 line 75 “each toe on the child's feet”",),
        position="on the back",
        hands="palm or fingers",
        path="from below upward: top, edges, sole; then toe by toe",
        technique="stroking",
        counts="not given",
        ages="from 1.5 months (first article)",
        cautions="joints (NOG-13)",
    )


def test_every_place_names_article_line_and_words() -> None:
    places = [place for fact in catalogue().facts.values() for place in fact.places]

    assert len(places) > 272
    assert [place for place in places if not PLACE.fullmatch(place)] == []
