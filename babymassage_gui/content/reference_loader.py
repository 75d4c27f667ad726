"""Reads what is only read, and finds each number that is named and has no row, and each fact that nothing rests on."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from babymassage_gui.content.reading import Rows, read_table
from babymassage_gui.content.reference_rules import (
    FactRow,
    Numbers,
    address_findings,
    choice_findings,
    explaining_findings,
    naming_findings,
    place_findings,
    text_findings,
    unused_findings,
)
from babymassage_gui.core.reference import (
    Contradiction,
    Cue,
    Fact,
    Reference,
    ReferenceItem,
    RiskyItem,
    Rule,
    Slip,
    Source,
)

OUTSIDE = "EXT-"


@dataclass(frozen=True, slots=True)
class ReadTables:
    """The tables of what is only read, as far as they are whole."""

    facts: Rows[FactRow]
    sources: Rows[Source]
    items: Rows[ReferenceItem]
    contradictions: Rows[Contradiction]
    risky: Rows[RiskyItem]
    cues: Rows[Cue]
    slips: Rows[Slip]
    rules: Rows[Rule]

    @property
    def tables(self) -> tuple[Rows[Any], ...]:
        """All of them, in the order in which their faults are told."""
        return self.facts, self.sources, self.items, self.contradictions, self.risky, self.cues, self.slips, self.rules

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each kind are written; facts of the articles and from outside apart."""
        outside = sum(row_id.startswith(OUTSIDE) for row_id in self.facts.ids)
        return {
            "facts": len(self.facts.ids) - outside,
            "external_facts": outside,
            "sources": len(self.sources.ids),
            "reference_items": len(self.items.ids),
            "contradictions": len(self.contradictions.ids),
            "risky_items": len(self.risky.ids),
            "cues": len(self.cues.ids),
            "translation_slips": len(self.slips.ids),
            "rules": len(self.rules.ids),
        }

    def whole_facts(self) -> dict[str, Fact]:
        """The facts by id."""
        return {row.id: row.fact() for row in self.facts.whole.values()}

    def reference(self) -> Reference:
        """The rest, by id."""
        return Reference(
            sources=self.sources.whole,
            items=self.items.whole,
            contradictions=self.contradictions.whole,
            risky=self.risky.whole,
            cues=self.cues.whole,
            slips=self.slips.whole,
            rules=self.rules.whole,
        )


def read_reference(folder: Traversable) -> ReadTables:
    """Read the tables; what is wrong within one row is noted there."""
    return ReadTables(
        read_table(folder, "facts.toml", "facts", FactRow),
        read_table(folder, "sources.toml", "sources", Source),
        read_table(folder, "reference.toml", "reference", ReferenceItem),
        read_table(folder, "contradictions.toml", "contradictions", Contradiction, _fill_contradiction),
        read_table(folder, "risky.toml", "risky", RiskyItem),
        read_table(folder, "cues.toml", "cues", Cue),
        read_table(folder, "slips.toml", "slips", Slip),
        read_table(folder, "rules.toml", "rules", Rule, _fill_rule),
    )


def check_references(read: ReadTables, checks: Rows[Any], *resting: Rows[Any]) -> None:
    """Note in every table what it names and is not there, and each fact that nothing rests on.

    `checks` and `resting` are the tables whose rows rest on facts besides those of `read`. Only a source whose address
    must not be opened is left out; all else can be used, its support is lost.
    """
    numbers = Numbers(read.facts.ids, read.contradictions.ids, read.sources.ids, checks.ids)
    for rows in (*read.tables, checks, *resting):
        rows.note(naming_findings(rows.raw, numbers))
    for rows in read.tables:
        rows.note(text_findings(rows.raw, numbers))
    read.facts.note(place_findings(read.facts.whole.values()))
    read.contradictions.note(choice_findings(read.contradictions.whole.values()))
    read.rules.note(explaining_findings(read.rules.whole.values()))
    for source_id in read.sources.note(address_findings(read.sources.whole.values())):
        del read.sources.whole[source_id]
    users: tuple[Rows[Any], ...] = (
        read.items, read.contradictions, read.risky, read.cues, read.rules, checks, *resting,
    )  # fmt: skip
    read.facts.note(unused_findings(read.facts.ids, (rows.raw for rows in users)))


def _fill_contradiction(raw: dict[str, Any]) -> dict[str, Any]:
    """Nothing to set, nothing left out, no source."""
    return {"configurable": "", "gate": "", "sources": [], **raw}


def _fill_rule(raw: dict[str, Any]) -> dict[str, Any]:
    """A choice of the program's own, which explains nothing that is refused."""
    return {"facts": [], "explains": [], **raw}
