"""What the check-in shows, composed: one value, so that the page only lays it out and decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from babymassage_gui.core.checks import Check
from babymassage_gui.core.judgement import Judgement, Visit
from babymassage_gui.core.standing import HARMLESS, SKIN, Known, Standing
from babymassage_gui.core.today import Today

TODAY_ROWS = ("T-01", "T-02", "T-03", "T-04", "T-05", "T-06")
NOW_ROWS = ("T-07", "W-02", "W-03", "W-04")
PAIN_ROW = "W-08"
ROOM = "W-05"
FIRST_TIME = "P-08"
READY_LINES = (ROOM, "P-02", "P-03", "P-05", "P-04", "P-06")
READ_ROWS = ("P-01", "P-02", "P-03", "P-04", "P-05", "P-06", "P-07", FIRST_TIME, "P-09", "P-10")
# Minutes since the feed, one a chip; the first means "under 30" and counts as just now, the last two hours or more.
FEED_MINUTES = (0, 45, 60, 90, 120)
# A vaccine of another day counts from this hour, later than most are given (EST).
VACCINE_HOUR = time(18)
# The chip that opens a figure on which the place of a vaccine is pressed.
PICTURE = "picture"
# The answers that only take another one back: they are offered once that one stands.
ENDS_ONLY = frozenset({"recovered", HARMLESS, "doctor-yes", "not-sore"})
# The parts that a harmless mark can be on, each with the notes that are said of it. What a hand would cross there is
# known to the core (`core.closed.PARTS`).
MARKED_PARTS: Mapping[str, tuple[str, ...]] = {
    part: (part,) for part in ("legs", "feet", "arms", "hands", "tummy", "chest", "back", "face", "head")
}


class Tone(StrEnum):
    """How a row or the bar looks."""

    PLAIN = "plain"
    GO = "go"
    ASK = "ask"
    WAIT = "wait"
    REST = "rest"
    DOCTOR = "doctor"
    URGENT = "urgent"


class Act(StrEnum):
    """What the bar's button does."""

    NONE = "none"
    RING = "ring"
    DOLL = "doll"
    DOCTOR = "doctor"
    ROOM_FINE = "room-fine"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Option:
    """A chip: `key` comes back when it is pressed."""

    key: str
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Chips under a short heading, which may be empty."""

    options: tuple[Option, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row that can be pressed. `told` is what was answered; `groups` unfold under it while it is `open`."""

    check_id: str
    label: str
    icon: str
    tone: Tone = Tone.PLAIN
    told: str = ""
    open: bool = False
    groups: tuple[OptionGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedOption:
    """A feed chip: minutes since, its words, and the clock time, empty at both ends."""

    minutes: int
    text: str
    clock: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """Something to prepare: its label, the whole of it, and a remark below it."""

    check_id: str
    icon: str
    label: str
    question: str
    remark: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class BarView:
    """What the bar says. `action` are the words of its button, empty for none; `armed`: the bell is set."""

    tone: Tone
    title: str
    sentence: str = ""
    act: Act = Act.NONE
    action: str = ""
    armed: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """Words of a button, and whether it can be pressed."""

    text: str
    enabled: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True)
class CheckInView:
    """The whole page. `done` are the columns that are finished, `active` the one that comes next, 0 for none."""

    routine: str
    today_rows: tuple[RowView, ...]
    now_rows: tuple[RowView, ...]
    none: Button
    feeds: tuple[FeedOption, ...]
    feed_hint: str
    now: datetime
    fed_at: datetime | None
    ready: tuple[ReadyLine, ...]
    reading: tuple[ReadyLine, ...]
    begin: Button
    bar: BarView
    done: frozenset[int]
    active: int


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that a view is composed of. `open_row` is unfolded; `armed`: a bell is set for the end of the wait."""

    checks: Mapping[str, Check]
    known: Known
    today: Today
    judgement: Judgement
    stands: tuple[Standing, ...]
    visit: Visit
    now: datetime
    fed: datetime | None = None
    product: bool = False
    open_row: str = ""
    armed: bool = False

    def of(self, check_id: str) -> tuple[Standing, ...]:
        """What stands of a question."""
        return tuple(s for s in self.stands if s.check.id == check_id)

    @property
    def pending(self) -> Check | None:
        """A row that was pressed and whose follow-up has no answer yet."""
        check = self.checks.get(self.open_row)
        return check if check is not None and not answered(self.of(self.open_row)) else None


def answered(stands: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Those that a parent pressed as an answer to the row, not what only ended another."""
    return tuple(s for s in stands if s.said is not None and s.answer.id not in ENDS_ONLY)


def choices_of(check: Check) -> tuple[str, ...]:
    """The ids of the answers that a press on the row may mean."""
    return tuple(answer.id for answer in check.answers if answer.id not in ENDS_ONLY)


def marks(known: Known) -> tuple[str, ...]:
    """The parts with a mark that a doctor called harmless and that nobody said is gone."""
    last: dict[str, str] = {}
    for said in sorted(known.said, key=lambda s: (s.at, s.id)):
        if said.subject == SKIN and said.answer in (HARMLESS, "gone"):
            last[said.note] = said.answer
    return tuple(part for part, notes in MARKED_PARTS.items() if last.get(notes[0]) == HARMLESS)


def vaccine_moment(now: datetime, days: int) -> datetime:
    """When a vaccine of so many days ago counts from, on the family's clocks; never in the future."""
    if days <= 0:
        return now
    return min(now, datetime.combine(now.date() - timedelta(days=days), VACCINE_HOUR, now.tzinfo))


def feed_chip(at: datetime | None, now: datetime) -> int | None:
    """The chip that fits a feed best: the longest time that has passed since."""
    if at is None:
        return None
    minutes = (now - at).total_seconds() / 60
    return max(chip for chip in FEED_MINUTES if chip <= minutes + 1)
