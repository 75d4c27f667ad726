"""What a parent reads of the content is plain: whole sentences, no shorthand, no sign that has to be guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

import pytest

from babymassage_gui.content.loader import load
from babymassage_gui.core.catalogue import Catalogue

SHORTHAND = {
    "a unit cut short": re.compile(r"\d\s?(mo|wk|d|h|s|sec|min|yr|y|wks|hrs)\b"),
    "a sign": re.compile(r"[≥≤→×±~]|->|\+/"),
    "a short word": re.compile(r"\b(e\.g|i\.e|q\.v|cf|approx|incl|esp|resp|vs|art|max|min|no)\.(?!$)|\bw/"),
    "loud letters": re.compile(r"\b(?!AAP\b|NHS\b|NICE\b|ID\b)[A-Z]{2,}\b(?!-\d)"),
    "an id cut short": re.compile(r"[,/] ?-\d\d|\d\.\.\d"),
    "two words for one": re.compile(r"\w ?/ ?\w"),
    "doctors' words": re.compile(r"\b(supine|prone|purulent|distal|proximal|bilateral)\b", re.IGNORECASE),
}  # fmt: skip
IDS = re.compile(r"[A-Z]{1,5}-[0-9]{2}")
# What the articles say is quoted as it stands.
ASIDE = re.compile(r"https?://\S+|“[^”]*”")

Text = tuple[str, str]


@pytest.fixture(scope="module")
def taught() -> Catalogue:
    return load().catalogue


def sentences(taught: Catalogue) -> Iterator[Text]:
    """The texts that are whole sentences."""
    reference = taught.reference
    for fact in taught.facts.values():
        yield fact.id, fact.text
    for item in reference.items.values():
        yield item.id, item.why
    for risky in reference.risky.values():
        yield from ((risky.id, text) for text in (risky.outside, risky.decision))
    for cue in reference.cues.values():
        yield cue.id, cue.answer
    for rule in reference.rules.values():
        yield rule.id, rule.text
    for choice in reference.contradictions.values():
        yield from ((choice.id, text) for text in (choice.default, choice.configurable, choice.gate) if text)


def read_only(taught: Catalogue) -> Iterator[Text]:
    """Titles, columns and voices: plain too, but no sentences."""
    reference = taught.reference
    columns = attrgetter("note", "position", "hands", "path", "technique", "counts", "ages")
    for fact in taught.facts.values():
        yield fact.id, " | ".join(columns(fact))
    for choice in reference.contradictions.values():
        yield choice.id, f"{choice.topic} | {choice.facts_text} | {choice.sources_note}"
    yield from ((item.id, item.what) for item in reference.items.values())
    yield from ((risky.id, risky.item) for risky in reference.risky.values())
    yield from ((cue.id, cue.seen) for cue in reference.cues.values())
    yield from ((slip.id, f"{slip.says} | {slip.means}") for slip in reference.slips.values())
    yield from ((source.id, source.seen) for source in reference.sources.values())


def played(taught: Catalogue) -> Iterator[Text]:
    """What is asked, what is left out, and what is said during a massage."""
    for check in taught.checks.values():
        yield check.id, check.question
        yield from ((check.id, f"{answer.text} | {answer.reason}") for answer in check.answers)
    yield from ((area.code, area.name) for area in taught.no_go.values())
    yield from ((routine.id, routine.purpose) for routine in taught.routines.values())
    yield from ((step.id, f"{step.title} | {step.instruction} | {step.caution}") for step in taught.steps.values())


@pytest.mark.parametrize("kind", SHORTHAND)
def test_nothing_is_written_in_shorthand(taught: Catalogue, kind: str) -> None:
    texts = ((name, ASIDE.sub("", text)) for name, text in (*sentences(taught), *read_only(taught), *played(taught)))
    assert [f"{name}: {text}" for name, text in texts if SHORTHAND[kind].search(IDS.sub("ID-00", text))] == []


def test_what_explains_is_whole_sentences(taught: Catalogue) -> None:
    first = re.compile(r"[A-Z“0-9`]")
    broken = [f"{name}: {text}" for name, text in sentences(taught) if not first.match(text) or text[-1] not in ".”?"]
    assert broken == []
    assert [f"{name}: {text}" for name, text in sentences(taught) if len(text.split()) < 3] == []


def test_a_voice_says_what_it_says_before_its_ids(taught: Catalogue) -> None:
    for choice in taught.reference.contradictions.values():
        voices = choice.facts_text.split(" · ")
        assert all(not IDS.match(voice) for voice in voices), choice.id


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("a unit cut short", "wait 46 d"),
        ("a unit cut short", "from 1.5 mo"),
        ("a sign", "≥2 hours apart"),
        ("a sign", "hand → shoulder"),
        ("a short word", "a room, e.g. the kitchen"),
        ("loud letters", "BRONCHITIS: tapping"),
        ("an id cut short", "ENV-26, -27"),
        ("two words for one", "palm / fingers"),
        ("doctors' words", "Prone over the knee"),
    ],
)
def test_shorthand_would_be_found(kind: str, text: str) -> None:
    assert SHORTHAND[kind].search(text)
