"""What is only read: facts, sources, what is left out and why, contradictions and the choice made.

Nothing here is played and nothing decides; the library shows it, and every rule can be asked why through it.
The types mirror the tables of content-spec 0.1, 1, 2 and 3.4, 3.7. `facts` may name facts ("AGE-05", "EXT-02"),
contradictions ("C-22") and sources ("S-13"). Texts in back-ticks are names of steps, routines or settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Grade(StrEnum):
    """How far a source is to be trusted; C was used only where nothing better was seen."""

    OFFICIAL = "A"
    CLINICAL = "B"
    OTHER = "C"


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of the articles or, for EXT ids, of an outside source (content-spec 1, 2.3).

    `sources` are the articles A1 to A5 that it stands in, or source ids; `places` the lines of the articles.
    `verdict` is the class of a reason against massage ("TODAY-ONLY"); `applies_to` the parts of a rule about places.
    From `position` on: the columns of a zone fact, as the article gives them, not as the program teaches them.
    """

    id: str
    group: str
    text: str
    sources: tuple[str, ...]
    places: tuple[str, ...] = ()
    note: str = ""
    verdict: str = ""
    applies_to: str = ""
    position: str = ""
    hands: str = ""
    path: str = ""
    technique: str = ""
    counts: str = ""
    ages: str = ""
    cautions: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A page outside the articles: its address, and what of it was really seen (content-spec 2.4)."""

    id: str
    title: str
    address: str
    seen: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """Something that the articles describe and the program never guides, with the reason (content-spec 3.4)."""

    id: str
    what: str
    why: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Where the articles disagree, and what was chosen (content-spec 2.1).

    `facts_text` tells who says what. `configurable` and `gate` are empty where there is no setting, and nothing is
    gated or left out. `sources_note` says what the sources cover, or why there is none.
    """

    id: str
    topic: str
    facts_text: str
    facts: tuple[str, ...]
    default: str
    configurable: str
    gate: str
    sources: tuple[str, ...]
    sources_note: str = ""


@dataclass(frozen=True, slots=True)
class RiskyItem:
    """An item of the articles that may harm, what outside sources say, and the decision (content-spec 2.2)."""

    id: str
    item: str
    outside: str
    decision: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a baby may show during a session, and the answer to it (content-spec 3.7)."""

    id: str
    seen: str
    answer: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of translation in the articles and how it was read; `where` are their lines (content-spec 0.1)."""

    id: str
    says: str
    means: str
    where: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that the program always does, in words, and the facts it rests on (content-spec 3.1, 3.5).

    `explains` names the barriers and the reasons of a length that it stands behind (`core.grounds`).
    """

    id: str
    text: str
    facts: tuple[str, ...]
    explains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """All that is only read, by id, in file order; empty until it is asked for."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    items: Mapping[str, ReferenceItem] = field(default_factory=dict)
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    risky: Mapping[str, RiskyItem] = field(default_factory=dict)
    cues: Mapping[str, Cue] = field(default_factory=dict)
    slips: Mapping[str, Slip] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
