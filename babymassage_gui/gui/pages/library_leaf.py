"""What the detail shows of a row, composed: one value, so that the widgets only have to lay it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from babymassage_gui.core.catalogue import Routine, Step
from babymassage_gui.core.reference import Source
from babymassage_gui.gui.pages.library_figure import Subject, of_routine, of_step
from babymassage_gui.gui.pages.library_view import (
    FactLine,
    Kind,
    Row,
    Segment,
    Shelf,
    all_sources,
    fact_lines,
    pieces,
    plain,
    rows_of,
)
from babymassage_gui.gui.pages.library_words import LibraryWords
from babymassage_gui.gui.text import fill


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence in a field of its own; a caution is amber, the others quiet."""

    icon: str
    text: str
    caution: bool = False
    style: str = "bold"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it, each a paragraph with a dot if there are several."""

    heading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A row, opened. `subject` None: nothing to draw; `on_doll` what the doll button says, empty if it has none."""

    row: Row
    title: str
    kind: str
    lead: str = ""
    hint: str = ""
    chips: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    parts: tuple[Part, ...] = ()
    moves: tuple[Row, ...] = ()
    facts: tuple[FactLine, ...] = ()
    sources: tuple[Source, ...] = ()
    subject: Subject | None = None
    on_doll: str = ""
    spoken: str = ""


class LibraryLeaves(QObject):
    """Opens rows."""

    def __init__(self, words: LibraryWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def leaf(self, row: Row, shelf: Shelf) -> Leaf:
        """Everything there is to read of a row."""
        make: dict[Kind, Callable[[Row, Shelf], Leaf]] = {
            Kind.MOVE: self._move,
            Kind.ROUTINE: self._routine,
            Kind.REFERENCE: self._reference,
            Kind.RISKY: self._risky,
            Kind.CONTRADICTION: self._contradiction,
            Kind.CHECK: self._check,
            Kind.RULE: self._rule,
            Kind.CUE: self._cue,
            Kind.SLIP: self._slip,
        }
        return make[row.kind](row, shelf)

    def _blank(self, row: Row, shelf: Shelf, ids: tuple[str, ...], more: tuple[str, ...] = ()) -> Leaf:
        lines = fact_lines(ids, shelf.catalogue)
        sources = all_sources(lines, more, shelf.catalogue)
        return Leaf(row, row.title, self._words.kind(row.kind), facts=lines, sources=sources)

    def _move(self, row: Row, shelf: Shelf) -> Leaf:
        step = shelf.catalogue.steps[row.key]
        return replace(
            self._blank(row, shelf, step.facts),
            lead=step.instruction,
            hint=fill(self.tr("%1, %2", "kind of touch, with what"), step.technique, step.hand),
            chips=self._words.chips(step, shelf),
            remarks=self._remarks(row, step, shelf),
            subject=of_step(step),
            on_doll=self.tr("On a doll"),
            spoken=" ".join((step.title + ".", step.instruction, step.caution)),
        )

    def _remarks(self, row: Row, step: Step, shelf: Shelf) -> tuple[Remark, ...]:
        """The caution, where not to touch, the other hand, who has to show it, and when it opens."""
        names = [shelf.catalogue.no_go[code].name for code in step.no_go if code in shelf.catalogue.no_go]
        around = fill(self.tr("Never here: %1."), ", ".join(names)) if names else ""
        told = self._words.door_told(row.access)
        in_person = self._words.in_person(step.mode)
        remarks = (
            Remark("warning-circle", step.caution, caution=True),
            Remark("hand-palm", around),
            Remark("hand-heart", self._words.supervision(step.supervision)),
            Remark("stethoscope", in_person),
            Remark("hourglass-medium", "" if told == in_person else told, style="fill"),
        )
        return tuple(remark for remark in remarks if remark.text)

    def _routine(self, row: Row, shelf: Shelf) -> Leaf:
        routine = shelf.catalogue.routines[row.key]
        steps = shelf.catalogue.steps_of(routine)
        rows = {move.key: move for move in rows_of(shelf, Segment.MOVES)}
        gates = tuple(self._words.gate(gate) for gate in routine.gates)
        told = self._words.door_told(row.access)
        return replace(
            self._blank(row, shelf, routine.facts),
            lead=routine.purpose + ".",
            chips=self._chips(routine),
            remarks=(Remark("hourglass-medium" if row.access.locked else "info", told,
                            style="fill" if row.access.locked else "bold"),) if told else (),
            parts=(Part(self.tr("Before it"), gates),) if gates else (),
            moves=tuple(rows[step.id] for step in steps),
            subject=of_routine(routine, steps),
            on_doll=self.tr("On a doll") if steps else "",
            spoken=routine.title,
        )  # fmt: skip

    def _chips(self, routine: Routine) -> tuple[str, ...]:
        chips = [self.tr("%n move(s)", "", len(routine.steps))] if routine.steps else []
        if routine.opens is not None:
            chips.append(self._words.from_age(routine.opens))
        if routine.cap_minutes is not None:
            chips.append(self.tr("up to %n minute(s)", "", routine.cap_minutes))
        if routine.most_repetitions is not None:
            chips.append(self.tr("each at most %n time(s)", "", routine.most_repetitions))
        return tuple(chips)

    def _reference(self, row: Row, shelf: Shelf) -> Leaf:
        item = shelf.catalogue.reference.items[row.key]
        reason = _sentence(plain(item.why, shelf))
        return replace(
            self._blank(row, shelf, item.facts),
            remarks=(Remark("hand-palm", self.tr("Not guided, at any setting."), caution=True),),
            parts=(Part(self.tr("Why not"), (reason,)),),
        )

    def _risky(self, row: Row, shelf: Shelf) -> Leaf:
        item = shelf.catalogue.reference.risky[row.key]
        parts = (
            Part(self.tr("What others say"), (_sentence(plain(item.outside, shelf)),)),
            Part(self.tr("What this program does"), (_sentence(plain(item.decision, shelf)),)),
        )
        return replace(self._blank(row, shelf, item.facts), parts=parts)

    def _contradiction(self, row: Row, shelf: Shelf) -> Leaf:
        one = shelf.catalogue.reference.contradictions[row.key]
        parts = (
            Part(self.tr("Who says what"), pieces(plain(one.facts_text, shelf))),
            Part(self.tr("The choice made"), _some(_sentence(plain(one.default, shelf)))),
            Part(self.tr("What you can change"), _some(_sentence(plain(one.configurable, shelf)))),
            Part(self.tr("Left out, or asked first"), _some(_sentence(plain(one.gate, shelf)))),
        )
        return replace(
            self._blank(row, shelf, one.facts, one.sources),
            parts=tuple(part for part in parts if part.texts),
            hint=row.key,
        )

    def _rule(self, row: Row, shelf: Shelf) -> Leaf:
        return self._blank(row, shelf, shelf.catalogue.reference.rules[row.key].facts)

    def _check(self, row: Row, shelf: Shelf) -> Leaf:
        """The whole question, and what follows from each answer that is no plain yes."""
        check = shelf.catalogue.checks[row.key]
        told = self.tr("%1: %2", "an answer, what follows from it")
        answers = tuple(fill(told, answer.text, answer.reason) for answer in check.answers if answer.reason)
        parts = (Part(self.tr("What follows"), answers),) if answers else ()
        return replace(self._blank(row, shelf, check.facts), lead=plain(check.question, shelf), parts=parts)

    def _cue(self, row: Row, shelf: Shelf) -> Leaf:
        cue = shelf.catalogue.reference.cues[row.key]
        parts = (Part(self.tr("What to do"), (_sentence(plain(cue.answer, shelf)),)),)
        return replace(self._blank(row, shelf, cue.facts), parts=parts)

    def _slip(self, row: Row, shelf: Shelf) -> Leaf:
        slip = shelf.catalogue.reference.slips[row.key]
        parts = (
            Part(self.tr("What is meant"), (plain(slip.means, shelf),)),
            Part(self.tr("Where"), _some(slip.where)),
        )
        return replace(self._blank(row, shelf, ()), parts=tuple(part for part in parts if part.texts))


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _sentence(text: str) -> str:
    """A note of the tables as a sentence: a capital at its beginning, a full stop at its end."""
    if not text:
        return ""
    ended = text if text[-1] in ".!?”" else text + "."
    return ended[0].upper() + ended[1:]
