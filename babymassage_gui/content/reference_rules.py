"""What must hold between what is only read and all that rests on it: no number without a row, no fact for naught.

Each rule is a function from rows to findings: (row id, key, message). Nothing here reads files or drops rows. Rows come
as they are written, so that a damaged row still counts as the user of its facts and is not named a second time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from babymassage_gui.content.rules import Finding
from babymassage_gui.core.grounds import explainable
from babymassage_gui.core.reference import Contradiction, Fact, Rule, Source

NUMBER = re.compile(r"\b[A-Z]{1,4}-\d\d\b")
# A browser opens nothing else: no file of this machine, no script.
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")
CHECK_LETTERS = frozenset("NTWP")
# An address is quoted as it stands: what looks like a number of ours in it is none.
QUOTED = frozenset({"address"})

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as written; its group is in its number, its articles in its places."""

    id: str
    text: str
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
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

    def fact(self) -> Fact:
        """The fact; the sources of a statement of the articles are the articles it stands in, A1 to A5."""
        articles = dict.fromkeys(place.split(" ", 1)[0] for place in self.places)
        sources = self.sources or tuple(articles)
        return Fact(group=self.id.rpartition("-")[0], **{**asdict(self), "sources": sources})


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number that may be named. A table that could not be read is empty, and is not held against its users."""

    facts: Collection[str]
    contradictions: Collection[str]
    sources: Collection[str]
    checks: Collection[str]

    def lacks(self, number: str) -> bool:
        """Whether nothing has this number, as far as its table could be read."""
        table = self._table(number.partition("-")[0])
        return bool(table) and number not in table

    def _table(self, letters: str) -> Collection[str]:
        if letters in CHECK_LETTERS:
            return self.checks
        return {"C": self.contradictions, "S": self.sources}.get(letters, self.facts)


def naming_findings(rows: Mapping[str, Raw], numbers: Numbers) -> Iterator[Finding]:
    """Numbers that do not exist, or are named twice. They break nothing: the row can be used, its source is lost."""
    for row_id, raw in rows.items():
        for key, kind in (("facts", "fact"), ("sources", "source")):
            named = listed(raw, key)
            yield from ((row_id, key, f"unknown {kind} {name}") for name in named if _unknown(name, key, numbers))
            yield from ((row_id, key, f"{name} is named twice") for name, times in Counter(named).items() if times > 1)


def _unknown(name: str, key: str, numbers: Numbers) -> bool:
    """Sources are pages and have an S; nothing rests on a question of the check-in."""
    letters = name.partition("-")[0]
    return letters in CHECK_LETTERS or (key == "sources" and letters != "S") or numbers.lacks(name)


def text_findings(rows: Mapping[str, Raw], numbers: Numbers) -> Iterator[Finding]:
    """Texts that say nothing, or name a number that does not exist."""
    for row_id, raw in rows.items():
        for key, text in raw.items():
            if not isinstance(text, str) or key in QUOTED:
                continue
            if not text.strip():
                yield row_id, key, "is empty"
            for name in dict.fromkeys(NUMBER.findall(text)):
                if numbers.lacks(name):
                    yield row_id, key, f"names {name}, which does not exist"


def address_findings(sources: Iterable[Source]) -> Iterator[Finding]:
    """Addresses that a browser should not be sent to."""
    for source in sources:
        if not ADDRESS.fullmatch(source.address):
            yield source.id, "address", f"{source.address!r} is not an address like https://example.org/page"


def place_findings(facts: Iterable[FactRow]) -> Iterator[Finding]:
    """Statements that stand nowhere."""
    yield from ((row.id, "places", "names neither a place nor a source") for row in facts if not row.fact().sources)


def choice_findings(contradictions: Iterable[Contradiction]) -> Iterator[Finding]:
    """Choices that rest on no source without saying why."""
    for row in contradictions:
        if not row.sources and not row.sources_note:
            yield row.id, "sources", "names no source, and sources_note does not tell why"


def explaining_findings(rules: Iterable[Rule]) -> Iterator[Finding]:
    """Rules that say they explain what the program never says."""
    known = explainable()
    for rule in rules:
        yield from ((rule.id, "explains", f"unknown {name}") for name in rule.explains if name not in known)


def unused_findings(facts: Iterable[str], users: Iterable[Mapping[str, Raw]]) -> Iterator[Finding]:
    """Facts that no row rests on. `users` are all tables that name facts; if one is empty, nobody can tell."""
    tables = list(users)
    if not all(tables):
        return
    used = {name for rows in tables for raw in rows.values() for name in listed(raw, "facts")}
    yield from ((fact, "", "is used by nothing") for fact in facts if fact not in used)


def listed(raw: Raw, key: str) -> tuple[str, ...]:
    """The texts under a key of a row as written; a row of another shape names nothing."""
    names = raw.get(key)
    return tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()
