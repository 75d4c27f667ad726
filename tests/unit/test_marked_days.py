"""Days of illness and travel: what the check-in was told, what the parent says of a day, and the spans they make."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone

import pytest

from babymassage_gui.core.marked_days import DAYS, ORDINARY, Mark, MarkedDays, mark_of_each, marked_days, marks_of
from babymassage_gui.core.said import Said
from tests.fakes.content import catalogue
from tests.fakes.said import word

DAY = date(2026, 3, 2)


def on(offset: int) -> date:
    return DAY + timedelta(days=offset)


def marks(*said: Said, massages: tuple[int, ...] = ()) -> dict[int, Mark]:
    """Day, counted from the first, to mark."""
    found = marks_of(said, {on(offset).toordinal() for offset in massages}, UTC)
    return {(day - DAY).days: mark for day, mark in found.items()}


def own(offset: int, answer: str, hour: int = 9) -> Said:
    """Said of a day, ten days later."""
    return word(on(10), DAYS, answer, hour=hour, note=on(offset).isoformat())


@pytest.mark.parametrize(
    ("subject", "answer", "mark"),
    [
        ("T-01", "fever", Mark.FEVER),
        ("T-01", "high-fever", Mark.FEVER),
        ("T-01", "warm", Mark.FEVER),
        ("T-01", "medicine", Mark.FEVER),
        ("T-01", "below-36", Mark.ILL),
        ("T-01", "normal", None),
        ("T-02", "yes", Mark.COLD),
        ("T-02", "recovered", None),
        ("T-03", "yes", Mark.TUMMY),
        ("T-03", "now", Mark.TUMMY),
        ("T-04", "yes", None),
        ("T-05", "yes", Mark.VACCINE),
        ("T-05", "not-sore", None),
        ("W-01", "fed", None),
    ],
)
def test_what_the_check_in_was_told_marks_its_day(subject: str, answer: str, mark: Mark | None) -> None:
    assert catalogue().checks[subject].answer(answer) is not None
    assert marks(word(DAY, subject, answer)) == ({} if mark is None else {0: mark})


def test_of_two_the_weightier_marks_the_day() -> None:
    assert marks(word(DAY, "T-02", "yes"), word(DAY, "T-01", "fever", hour=9)) == {0: Mark.FEVER}
    assert marks(word(DAY, "T-01", "fever"), word(DAY, "T-02", "yes", hour=9)) == {0: Mark.FEVER}


def test_a_day_with_a_massage_was_no_day_of_illness_unless_the_parent_says_so() -> None:
    assert marks(word(DAY, "T-02", "yes"), massages=(0,)) == {}
    assert marks(own(0, Mark.AWAY), massages=(0,)) == {0: Mark.AWAY}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ((own(0, Mark.AWAY),), {0: Mark.AWAY}),
        ((own(0, Mark.AWAY), own(0, Mark.ILL, 10)), {0: Mark.ILL}),
        ((own(0, Mark.ILL, 10), own(0, Mark.AWAY)), {0: Mark.ILL}),
        ((own(0, Mark.AWAY), own(0, ORDINARY, 10)), {}),
        ((word(DAY, "T-02", "yes"), own(0, ORDINARY)), {}),
        ((word(DAY, "T-02", "yes"), own(0, Mark.AWAY)), {0: Mark.AWAY}),
        ((own(0, Mark.FEVER),), {}),  # nothing that can be said of a day
        ((word(DAY, DAYS, Mark.AWAY, note="some day"),), {}),
        ((own(2, Mark.AWAY), own(1, Mark.AWAY)), {1: Mark.AWAY, 2: Mark.AWAY}),
    ],
)
def test_the_last_that_the_parent_said_of_a_day_holds(said: tuple[Said, ...], found: dict[int, Mark]) -> None:
    assert marks(*said) == found


def test_the_day_is_the_familys() -> None:
    late = word(DAY, "T-02", "yes", hour=23)
    assert list(marks_of([late], (), timezone(timedelta(hours=2)))) == [on(1)]


@pytest.mark.parametrize(
    ("marked", "massages", "spans"),
    [
        ({}, (), []),
        ({0: Mark.COLD}, (), [(0, 0, Mark.COLD)]),
        ({0: Mark.COLD, 1: Mark.COLD, 2: Mark.COLD}, (), [(0, 2, Mark.COLD)]),
        ({0: Mark.COLD, 1: Mark.AWAY}, (), [(0, 0, Mark.COLD), (1, 1, Mark.AWAY)]),
        ({0: Mark.COLD, 4: Mark.COLD}, (), [(0, 4, Mark.COLD)]),
        ({0: Mark.COLD, 5: Mark.COLD}, (), [(0, 0, Mark.COLD), (5, 5, Mark.COLD)]),
        ({0: Mark.COLD, 3: Mark.COLD}, (2,), [(0, 0, Mark.COLD), (3, 3, Mark.COLD)]),
        ({0: Mark.AWAY, 1: Mark.AWAY}, (0, 1), [(0, 1, Mark.AWAY)]),
    ],
)
def test_spans_bridge_a_few_days_without_a_massage(
    marked: dict[int, Mark], massages: tuple[int, ...], spans: list[tuple[int, int, Mark]]
) -> None:
    found = marked_days({on(day): mark for day, mark in marked.items()}, {on(day).toordinal() for day in massages})
    assert list(found) == [MarkedDays(on(first), on(last), mark) for first, last, mark in spans]


def test_each_day_of_a_span_has_its_mark() -> None:
    spans = (MarkedDays(on(0), on(2), Mark.COLD), MarkedDays(on(5), on(5), Mark.AWAY))
    assert mark_of_each(spans) == {on(0): Mark.COLD, on(1): Mark.COLD, on(2): Mark.COLD, on(5): Mark.AWAY}
