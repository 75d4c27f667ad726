"""Puts the check-in into words: the rows as they stand, the verdict as the bar says it, why begin is closed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from babymassage_gui.core.checkin import TUMMY_EASE, Barrier, Refusal
from babymassage_gui.core.checks import Check, Verdict
from babymassage_gui.core.choices import Surface
from babymassage_gui.core.sites import limb_of, still_sore
from babymassage_gui.core.standing import DOCTOR, NAVEL, NOT_SORE, SKIN, VACCINE, YES, Standing
from babymassage_gui.gui.pages.body_places import BodyPlaces
from babymassage_gui.gui.pages.check_in_view import (
    ENDS_ONLY,
    FEED_MINUTES,
    FIRST_TIME,
    MARKED_PARTS,
    NOW_ROWS,
    PAIN_ROW,
    PICTURE,
    READ_ROWS,
    READY_LINES,
    ROOM,
    TODAY_ROWS,
    Act,
    BarView,
    Button,
    CheckInView,
    FeedOption,
    Moment,
    Option,
    OptionGroup,
    ReadyLine,
    RowView,
    Tone,
    answered,
    choices_of,
    feed_chip,
    marks,
)
from babymassage_gui.gui.text import Words, fill

ICONS = {
    "T-01": "thermometer-hot", "T-02": "virus", "T-03": "drop", "T-04": "bandaids", "T-05": "syringe",
    "T-06": "warning-circle", "T-07": "smiley-sad", "W-02": "fork-knife", "W-03": "bed", "W-04": "heartbeat",
    "W-08": "smiley-sad", "W-05": "thermometer", "P-01": "house", "P-02": "square", "P-03": "towel", "P-04": "watch",
    "P-05": "hand-soap", "P-06": "drop-half", "P-07": "speaker-high", "P-08": "hand-heart", "P-09": "baby",
    "P-10": "book-open",
}  # fmt: skip
TONES = {
    Verdict.URGENT: Tone.URGENT,
    Verdict.BLOCK_AGE: Tone.REST,
    Verdict.ASK_DOCTOR: Tone.DOCTOR,
    Verdict.NOT_TODAY: Tone.REST,
    Verdict.WAIT: Tone.WAIT,
}
# Longer than this a wait is told by the clock, not in minutes.
TOLD_IN_MINUTES = 120
_WAITS = frozenset({Barrier.TOO_SOON, Barrier.EVENING})
_DOCTORS = frozenset({Barrier.DOCTOR, Barrier.DOCTOR_AGAIN})


class CheckInWords(QObject):
    """Composes the page from a moment."""

    def __init__(self, words: Words, parent: QObject | None = None, *, pictured: bool = False) -> None:
        """`pictured`: the place of a vaccine can be pressed on a figure too."""
        super().__init__(parent)
        self._words, self._places, self._pictured = words, BodyPlaces(), pictured

    def view(self, moment: Moment) -> CheckInView:
        """The page as it stands now."""
        bar = self.bar(moment)
        known, visit = moment.known, moment.visit
        fed = moment.fed if visit.fed else None
        closed = bar.tone not in (Tone.GO, Tone.ASK)
        asked = (*TODAY_ROWS, *NOW_ROWS, *([PAIN_ROW] if moment.today.routine.id == TUMMY_EASE else []))
        rows = {check_id: self.row(moment, check_id) for check_id in asked if check_id in moment.checks}
        done = {column for column, is_done in ((1, visit.nothing_else), (2, visit.fed), (3, visit.ready)) if is_done}
        minutes = self._words.minutes(moment.today.minutes)
        return CheckInView(
            routine=fill(self.tr("%1, %2", "routine, minutes"), moment.today.routine.title, minutes),
            today_rows=tuple(rows[c] for c in TODAY_ROWS if c in rows),
            now_rows=tuple(row for c, row in rows.items() if c not in TODAY_ROWS),
            none=self._none(moment, tuple(rows)),
            feeds=self._feeds(moment, fed),
            feed_hint=fill(self.tr("%1 or more is best."), self._words.minutes(known.day.after_feed_minutes)),
            now=moment.now,
            fed_at=fed,
            ready=tuple(self._line(moment, c) for c in self._ready_ids(moment)),
            reading=tuple(self._line(moment, c) for c in self._read_ids(moment)),
            begin=self._begin(moment, bar, closed=closed),
            bar=bar,
            done=frozenset(done),
            active=0 if closed else next((column for column in (1, 2, 3) if column not in done), 3),
        )

    def row(self, moment: Moment, check_id: str) -> RowView:
        """A row with what was answered, unfolded if it is open or has something left to say."""
        check = moment.checks[check_id]
        stands = answered(moment.of(check_id))
        tone = TONES.get(stands[0].verdict, Tone.GO) if stands else Tone.PLAIN
        is_open = moment.open_row == check_id
        if is_open and not stands:
            tone = Tone.ASK
        alone = len(choices_of(check)) == 1
        told = "" if alone and check_id != VACCINE else ", ".join(s.answer.text for s in stands)
        if check_id == VACCINE and stands and stands[0].said is not None:
            told = self._words.past_day(stands[0].said.at.astimezone(moment.now.tzinfo).date(), moment.now.date())
        groups = self._groups(moment, check, stands)
        return RowView(check_id, check.label, ICONS[check_id], tone, told, is_open and bool(groups), groups)

    def _groups(self, moment: Moment, check: Check, stands: tuple[Standing, ...]) -> tuple[OptionGroup, ...]:
        if check.id == VACCINE:
            return self._vaccine_groups(moment, stands)
        chosen = {s.answer.id for s in stands}
        options = [Option(a.id, a.text, a.id in chosen) for a in check.answers if a.id not in ENDS_ONLY]
        if check.id == "T-03" and len(options) > 1:
            options[0] = Option(options[0].key, check.label, options[0].chosen)
        if len(options) == 1:
            options = []
        ending = tuple(
            Option(answer.id, answer.text)
            for answer in check.answers
            if answer.id in ENDS_ONLY and chosen.intersection(answer.ends)
        )
        gone = tuple(
            Option(f"gone:{part}", fill(self.tr("%1: mark is gone"), self.part(part))) for part in marks(moment.known)
        ) if check.id == SKIN else ()  # fmt: skip
        found = (OptionGroup(tuple(options)), OptionGroup((*ending, *gone)))
        return tuple(group for group in found if group.options)

    def _vaccine_groups(self, moment: Moment, stands: tuple[Standing, ...]) -> tuple[OptionGroup, ...]:
        said = stands[0].said if stands else None
        days = None if said is None else (moment.now.date() - said.at.astimezone(moment.now.tzinfo).date()).days
        when = tuple(
            Option(f"when:{day}", text, days == day)
            for day, text in enumerate((self.tr("Today"), self.tr("Yesterday"), self.tr("2 days ago")))
        )
        groups = [OptionGroup(when, self.tr("When?"))]
        if said is not None:
            chips = [Option(f"site:{site}", text, limb_of(said.note) == site) for site, text in self.limbs().items()]
            if self._pictured:
                side = self._places.site(said.note)
                chips.append(Option(PICTURE, side or self.tr("On a picture"), bool(side)))
            groups.append(OptionGroup(tuple(chips), self.tr("Where?")))
        elif self.sore_site(moment):
            groups.append(OptionGroup((Option(NOT_SORE, self.tr("It is not sore any more")),), self.tr("The last one")))
        return tuple(groups)

    def sore_site(self, moment: Moment) -> bool:
        """Whether the place of a vaccine that is no longer a reason to rest still keeps a limb out."""
        told = [said for said in moment.known.said if said.subject == VACCINE]
        return any(still_sore(one, told) for one in told if one.answer == YES)

    def limbs(self) -> Mapping[str, str]:
        """Where a vaccine goes in, without the side."""
        return {"leg": self.tr("Thigh"), "arm": self.tr("Arm")}

    def part(self, part: str) -> str:
        """A part of the body with a mark."""
        return {
            "legs": self.tr("Legs"),
            "feet": self.tr("Feet"),
            "arms": self.tr("Arms"),
            "hands": self.tr("Hands"),
            "tummy": self.tr("Tummy"),
            "chest": self.tr("Chest"),
            "back": self.tr("Back"),
            "face": self.tr("Face"),
            "head": self.tr("Head"),
        }[part]

    def parts(self) -> tuple[Option, ...]:
        """All parts, to be chosen from."""
        return tuple(Option(part, self.part(part)) for part in MARKED_PARTS)

    def _none(self, moment: Moment, rows: tuple[str, ...]) -> Button:
        stands = [s for check_id in rows for s in answered(moment.of(check_id))]
        forbids = any(s.verdict.rank < Verdict.PREPARE.rank for s in stands)
        text = self.tr("Nothing else") if stands or moment.pending else self.tr("None of these")
        return Button(text, enabled=not forbids and moment.pending is None)

    def _feeds(self, moment: Moment, fed: datetime | None) -> tuple[FeedOption, ...]:
        texts = (
            self.tr("Under 45 min"), self.tr("45 minutes"), self.tr("1 hour"), self.tr("1½ hours"),
            self.tr("2 hours or more"),
        )  # fmt: skip
        chosen = feed_chip(fed, moment.now)
        ends = (FEED_MINUTES[0], FEED_MINUTES[-1])
        return tuple(
            FeedOption(
                minutes, text,
                "" if minutes in ends else self._words.hour(moment.now - timedelta(minutes=minutes)), minutes == chosen,
            )
            for minutes, text in zip(FEED_MINUTES, texts, strict=True)
        )  # fmt: skip

    def _ready_ids(self, moment: Moment) -> tuple[str, ...]:
        ids = READY_LINES if moment.today.massages else (*READY_LINES, FIRST_TIME)
        return tuple(c for c in ids if c in moment.checks)

    def _read_ids(self, moment: Moment) -> tuple[str, ...]:
        ids = (ROOM, *READ_ROWS)
        return tuple(c for c in ids if c in moment.checks and (c != FIRST_TIME or not moment.today.massages))

    def _line(self, moment: Moment, check_id: str) -> ReadyLine:
        check = moment.checks[check_id]
        label, remark = check.label, ""
        options: tuple[Option, ...] = ()
        if check_id == "P-06" and not moment.product:
            label = self.tr("Dry, warm hands: no oil")
        elif check_id == "P-02" and moment.known.day.surface is Surface.TABLE:
            remark = next((a.reason for a in check.answers if a.id == "table"), "")
        elif check_id == FIRST_TIME:
            remark = next((a.reason for a in check.answers if a.id == "no"), "")
        elif check_id == "P-10":
            remark = moment.today.routine.title
        elif check_id == ROOM:
            chosen = [s.answer.id for s in moment.of(ROOM)][:1]
            options = tuple(Option(a.id, a.text, a.id in chosen) for a in check.answers)
        return ReadyLine(check_id, ICONS[check_id], label, check.question, remark, options)

    def _begin(self, moment: Moment, bar: BarView, *, closed: bool) -> Button:
        visit = moment.visit
        if closed:
            return Button(self._closed(bar, moment), enabled=False, name=f"{bar.title}. {bar.sentence}")
        if moment.pending is not None:
            return Button(self.tr("First: which is it?"), enabled=False)
        if visit.nothing_else and visit.fed:
            return Button(self.tr("Begin") if visit.ready else self.tr("All ready, begin"))
        if visit.ready:
            missing = self.tr("First: any of these?") if not visit.nothing_else else self.tr("First: the last feed")
            return Button(missing, enabled=False)
        return Button(self.tr("All ready"))

    def _closed(self, bar: BarView, moment: Moment) -> str:
        """Why begin is closed, in at most 20 letters."""
        if bar.tone is Tone.WAIT:
            until = self._until(moment)
            left = minutes_left(until, moment.now) if until is not None else 0
            return fill(self.tr("Wait %1"), self._words.minutes(left)) if 0 < left <= TOLD_IN_MINUTES else bar.title
        return {Tone.DOCTOR: self.tr("Ask the doctor first"), Tone.REST: self.tr("Not today")}.get(bar.tone, bar.title)

    def _until(self, moment: Moment) -> datetime | None:
        one, refused = moment.judgement.standing, moment.today.refusal
        if one is not None and one.verdict.rank < Verdict.PREPARE.rank:
            return one.until
        return None if refused is None else refused.opens_at

    def bar(self, moment: Moment) -> BarView:
        """The verdict in words."""
        one, refused = moment.judgement.standing, moment.today.refusal
        if one is not None and one.verdict.rank < Verdict.PREPARE.rank:
            return self._of_standing(one, moment)
        if refused is not None:
            return self._of_refusal(refused, moment)
        if moment.pending is not None:
            return BarView(Tone.ASK, self.tr("Which is it?"), moment.pending.question)
        taps = 1 + (not moment.visit.nothing_else) + (not moment.visit.fed)
        soft = one.answer.reason if one is not None else ""
        return BarView(Tone.GO, fill(self.tr("All well so far. %1"), self.tr("%n tap(s) to go.", "", taps)), soft)

    def _of_standing(self, one: Standing, moment: Moment) -> BarView:
        tone, reason = TONES[one.verdict], one.answer.reason
        if tone is Tone.URGENT:
            return BarView(tone, self.tr("Call for help now"), reason, Act.CALL, self.tr("What to say"))
        if tone is Tone.DOCTOR:
            # A navel that is not healed has no yes: it is answered with the profile.
            told = BarView(tone, self.tr("Ask the doctor first"), reason)
            return told if one.check.id == NAVEL else replace(told, act=Act.DOCTOR, action=self.tr("They said yes"))
        if tone is Tone.REST:
            return BarView(tone, self.tr("Not today"), self._rest(one, moment), Act.DOLL, self.tr("Try a doll"))
        if one.until is None or minutes_left(one.until, moment.now) > TOLD_IN_MINUTES:
            if one.check.id == ROOM:
                return BarView(tone, self.tr("A warm room first"), reason, Act.ROOM_FINE, self.tr("Fine now"))
            return BarView(tone, self.tr("Wait a little, then go"), reason)
        return self._wait(one.until, reason, moment)

    def _rest(self, one: Standing, moment: Moment) -> str:
        """Why, and the day on which it opens where that is later than tomorrow."""
        reason = one.answer.reason
        if one.until is None:
            return reason
        opens = one.until.astimezone(moment.now.tzinfo)
        if opens <= datetime.combine(moment.now.date() + timedelta(days=1), datetime.min.time(), moment.now.tzinfo):
            return reason
        return fill(self.tr("%1 Open on %2, %3.", "reason, day, hour"), reason, self._words.day(opens.date()),
                    self._words.hour(opens))  # fmt: skip

    def _wait(self, until: datetime, reason: str, moment: Moment) -> BarView:
        minutes = minutes_left(until, moment.now)
        if minutes > TOLD_IN_MINUTES:
            title = fill(self.tr("Open at %1"), self._words.hour(until.astimezone(moment.now.tzinfo)))
        else:
            title = fill(self.tr("Wait %1, then go"), self._words.minutes(minutes))
        action = self.tr("I will ring") if moment.armed else self.tr("Ring me")
        return BarView(Tone.WAIT, title, reason, Act.RING, action, moment.armed)

    def _of_refusal(self, refused: Refusal, moment: Moment) -> BarView:
        reason = self._words.refusal(refused)
        if refused.barrier in _DOCTORS:
            return BarView(Tone.DOCTOR, self.tr("Ask the doctor first"), reason, Act.DOCTOR, self.tr("They said yes"))
        if refused.barrier in _WAITS and refused.opens_at is not None:
            return self._wait(refused.opens_at, reason, moment)
        return BarView(Tone.REST, self.tr("Not today"), reason, Act.DOLL, self.tr("Try a doll"))

    def asked_about(self, moment: Moment) -> Check | None:
        """The question to which the bar's "They said yes" belongs."""
        one, refused = moment.judgement.standing, moment.today.refusal
        if one is not None and one.verdict is Verdict.ASK_DOCTOR:
            return one.check
        return moment.checks.get(DOCTOR) if refused is not None and refused.barrier in _DOCTORS else None


def minutes_left(until: datetime, now: datetime) -> int:
    """Whole minutes to a moment, the one that has begun counted."""
    return max(1, math.ceil((until - now).total_seconds() / 60))
