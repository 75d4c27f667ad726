"""What the library lists and when each thing opens: the catalogue and an age become rows. No Qt, no words of our own.

The doors told here are a reading aid. What may be played is decided by the planner and the check-in alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.catalogue import Catalogue, Gate, Mode, Routine, Step
from babymassage_gui.core.reference import Fact, Source

# Steps have other numbers under and from 4 months (content-spec 3.3, reps young and old).
OLD_FROM = AgeLimit(months=4)
_NAME = re.compile(r"`([^`]*)`")
_SETTING = re.compile(r"^`[a-z_]+`: ")
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_JOIN = " · "
_NOT_GIVEN = "not given"


class Segment(StrEnum):
    """The four lists."""

    ROUTINES = "routines"
    MOVES = "moves"
    NOT_SHOWN = "not-shown"
    WHY = "why"


class Kind(StrEnum):
    """What a row stands for."""

    ROUTINE = "routine"
    MOVE = "move"
    REFERENCE = "reference"
    RISKY = "risky"
    CONTRADICTION = "contradiction"
    CHECK = "check"
    RULE = "rule"
    CUE = "cue"
    SLIP = "slip"


SEGMENT_OF = {
    Kind.ROUTINE: Segment.ROUTINES,
    Kind.MOVE: Segment.MOVES,
    Kind.REFERENCE: Segment.NOT_SHOWN,
    Kind.RISKY: Segment.NOT_SHOWN,
    Kind.CONTRADICTION: Segment.WHY,
    Kind.CHECK: Segment.WHY,
    Kind.RULE: Segment.WHY,
    Kind.CUE: Segment.WHY,
    Kind.SLIP: Segment.WHY,
}


class Door(StrEnum):
    """Whether something is for this baby now; `READING` is text only."""

    OPEN = "open"
    LATER = "later"
    PAST = "past"
    IN_PERSON = "in-person"
    PRESCRIBED = "prescribed"
    REFERRED = "referred"
    DOLL = "doll"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Access:
    """A door and, where it opens later, the day."""

    door: Door
    day: date | None = None

    @property
    def locked(self) -> bool:
        """Not for this baby at this age; it can be read and practised all the same."""
        return self.door in (Door.LATER, Door.PAST)


READING = Access(Door.READING)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list. `key` is its id in the catalogue, `search` what a search looks through, in small letters."""

    kind: Kind
    key: str
    title: str
    search: str
    access: Access = READING

    @property
    def segment(self) -> Segment:
        """The list that it stands in."""
        return SEGMENT_OF[self.kind]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the page is filled with. `age` None: no baby was told of; `early` the doctor agreed to an early start."""

    catalogue: Catalogue
    age: Age | None = None
    early: bool = False


@dataclass(frozen=True, slots=True)
class FactLine:
    """A reason: its words, the articles ("A1") it stands in, the sources to open, the contradiction it names.

    `details` are the columns of a fact about places, as the article gives them; `note` a reservation.
    """

    id: str
    text: str
    details: tuple[str, ...] = ()
    note: str = ""
    articles: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    contradiction: bool = False


def rows_of(shelf: Shelf, segment: Segment) -> tuple[Row, ...]:
    """All rows of a list, in the catalogue's order."""
    make = {
        Segment.ROUTINES: _routine_rows,
        Segment.MOVES: _move_rows,
        Segment.NOT_SHOWN: _not_shown_rows,
        Segment.WHY: _why_rows,
    }
    return tuple(make[segment](shelf))


def row_of(shelf: Shelf, kind: Kind, key: str) -> Row | None:
    """The row of one thing, None if the catalogue lacks it."""
    rows = rows_of(shelf, SEGMENT_OF[kind])
    return next((row for row in rows if row.kind is kind and row.key == key), None)


def found(rows: Iterable[Row], query: str) -> tuple[Row, ...]:
    """The rows in which every word of a search occurs somewhere; all rows for an empty search."""
    words = query.casefold().split()
    return tuple(row for row in rows if all(word in row.search for word in words))


def _search(*texts: str) -> str:
    return " ".join(texts).casefold()


def _routine_rows(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.catalogue.routines.values():
        text = _search(one.id, one.title, one.purpose, *one.facts)
        yield Row(Kind.ROUTINE, one.id, one.title, text, routine_access(one, shelf))


def _move_rows(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.catalogue.steps.values():
        text = _search(one.id, one.title, one.instruction, one.caution, one.zone, one.block, one.technique, *one.facts)
        yield Row(Kind.MOVE, one.id, one.title, text, step_access(one, shelf))


def _not_shown_rows(shelf: Shelf) -> Iterator[Row]:
    reference = shelf.catalogue.reference
    for item in reference.items.values():
        yield Row(Kind.REFERENCE, item.id, plain(item.what, shelf), _search(item.id, item.what, item.why, *item.facts))
    for risky in reference.risky.values():
        text = _search(risky.id, risky.item, risky.outside, risky.decision, *risky.facts)
        yield Row(Kind.RISKY, risky.id, plain(risky.item, shelf), text)


def _why_rows(shelf: Shelf) -> Iterator[Row]:
    reference = shelf.catalogue.reference
    for one in reference.contradictions.values():
        text = _search(one.id, one.topic, one.facts_text, one.default, one.configurable, one.gate, *one.facts)
        yield Row(Kind.CONTRADICTION, one.id, plain(one.topic, shelf), text)
    for check in shelf.catalogue.checks.values() if shelf.catalogue.facts else ():
        answers = (text for answer in check.answers for text in (answer.text, answer.reason))
        yield Row(Kind.CHECK, check.id, check.label, _search(check.id, check.label, check.question, *answers,
                                                             *check.facts))  # fmt: skip
    for rule in reference.rules.values():
        yield Row(Kind.RULE, rule.id, plain(rule.text, shelf), _search(rule.id, rule.text, *rule.facts))
    for cue in reference.cues.values():
        yield Row(Kind.CUE, cue.id, plain(cue.seen, shelf), _search(cue.id, cue.seen, cue.answer, *cue.facts))
    for slip in reference.slips.values():
        yield Row(Kind.SLIP, slip.id, plain(slip.says, shelf), _search(slip.id, slip.says, slip.means, slip.where))


def step_access(step: Step, shelf: Shelf) -> Access:
    """Whether a step may be part of some massage at this age: the first day on which step and routine allow it."""
    if step.mode is Mode.DOCTOR_GATED:
        return Access(Door.PRESCRIBED)
    now = Access(Door.IN_PERSON if step.mode is Mode.PRO_SHOWN else Door.OPEN)
    age = shelf.age
    if age is None or step.min_age is None:
        return now
    first, last = _days_of(step, step.min_age, age)
    spans = [
        (max(first, opens), min(last, closes))
        for routine in shelf.catalogue.routines.values()
        if step.id in routine.steps
        for opens, closes in _span(routine, age, early=shelf.early)
    ]
    return _access(spans, age.on, now)


def _days_of(step: Step, min_age: AgeLimit, age: Age) -> tuple[date, date]:
    """The first day of a step's age, and the first that is too late."""
    first, last, old = min_age.day(age.born), date.max, OLD_FROM.day(age.born)
    if not step.own_clock:
        first = max(first, old) if step.reps_young is None else first
        last = old if step.reps_old is None else last
    return first, last


def _span(routine: Routine, age: Age, *, early: bool) -> Iterator[tuple[date, date]]:
    """The days of a routine that has an age of its own: first, and first that is too late."""
    opens = routine.opens_early if early and routine.opens_early is not None else routine.opens
    if opens is not None and routine.with_baby:
        yield opens.day(age.born), date.max if routine.closes is None else routine.closes.day(age.born)


def _access(spans: Iterable[tuple[date, date]], on: date, now: Access) -> Access:
    """`now` if the day lies in one of the spans, else the next one's first day; no day if none comes any more."""
    real = [(opens, closes) for opens, closes in spans if opens < closes]
    if any(opens <= on < closes for opens, closes in real):
        return now
    coming = [opens for opens, _ in real if opens > on]
    return Access(Door.LATER, min(coming)) if coming else Access(Door.PAST)


def routine_access(routine: Routine, shelf: Shelf) -> Access:
    """Whether a routine is for this age, and what else it asks for that cannot be ticked at home."""
    if not routine.with_baby:
        return Access(Door.DOLL)
    if Gate.PRESCRIBED in routine.gates:
        return Access(Door.PRESCRIBED)
    if Gate.REFERRAL in routine.gates:
        return Access(Door.REFERRED)
    now = Access(Door.IN_PERSON if Gate.SHOWN in routine.gates else Door.OPEN)
    if shelf.age is None or routine.opens is None:
        return now
    return _access(_span(routine, shelf.age, early=shelf.early), shelf.age.on, now)


def fact_lines(ids: Iterable[str], catalogue: Catalogue) -> tuple[FactLine, ...]:
    """The reasons behind something: its facts, then the contradictions it rests on; ids of nothing are passed over."""
    lines = [line for each in dict.fromkeys(ids) for line in _fact_line(each, catalogue)]
    return tuple(sorted(lines, key=lambda line: line.contradiction))


def _fact_line(fact_id: str, catalogue: Catalogue) -> Iterator[FactLine]:
    reference = catalogue.reference
    if fact_id in catalogue.facts:
        fact = catalogue.facts[fact_id]
        yield FactLine(
            fact_id, fact.text, details_of(fact), fact.note, articles_of(fact), _sources(fact.sources, catalogue)
        )
    elif fact_id in reference.contradictions:
        choice = reference.contradictions[fact_id]
        yield FactLine(fact_id, plain(f"{choice.topic}: {choice.default}", Shelf(catalogue)), contradiction=True)
    elif fact_id in reference.sources:
        source = reference.sources[fact_id]
        yield FactLine(fact_id, source.title, sources=(source,))


def _sources(ids: Iterable[str], catalogue: Catalogue) -> tuple[Source, ...]:
    return tuple(catalogue.reference.sources[each] for each in ids if each in catalogue.reference.sources)


def articles_of(fact: Fact) -> tuple[str, ...]:
    """The articles that a fact stands in, without the outside sources."""
    return tuple(each for each in fact.sources if not each.startswith("S-"))


def details_of(fact: Fact) -> tuple[str, ...]:
    """The filled columns of a fact about places."""
    columns = (fact.position, fact.hands, fact.path, fact.technique, fact.counts, fact.ages)
    return tuple(text for text in columns if text and not text.startswith(_NOT_GIVEN))


def all_sources(lines: Iterable[FactLine], more: Iterable[str], catalogue: Catalogue) -> tuple[Source, ...]:
    """Every source of some reasons and of the ids `more`, each once, in the order in which they come."""
    named = [source for line in lines for source in line.sources]
    return tuple({source.id: source for source in (*named, *_sources(more, catalogue))}.values())


def may_open(address: str, catalogue: Catalogue) -> bool:
    """Only pages of the web that stand among the sources are ever opened."""
    known = {source.address for source in catalogue.reference.sources.values()}
    return address in known and urlsplit(address).scheme in ("http", "https")


def plain(text: str, shelf: Shelf) -> str:
    """A reference text for parents: names in back-ticks become the titles that they know, or plain words; the name of
    a setting that the text begins with goes, for it is shown among the settings under its own words.
    """

    def name(found_name: re.Match[str]) -> str:
        key = found_name[1]
        known = shelf.catalogue.routines.get(key) or shelf.catalogue.steps.get(key)
        return f"“{known.title}”" if known is not None else key.replace("_", " ")

    return _EMPHASIS.sub(r"\1", _NAME.sub(name, _SETTING.sub("", text)))


def pieces(text: str) -> tuple[str, ...]:
    """A text of several voices ("AGE-01 1.5 mo · AGE-03 2–3 wk"), one by one."""
    return tuple(piece.strip() for piece in text.split(_JOIN) if piece.strip())
