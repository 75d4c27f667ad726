"""Each barrier has a kind sentence and a short one for Start's place; an answer speaks with its own reason and time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from babymassage_gui.content.loader import load_playable
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.standing import Standing
from babymassage_gui.gui.pages.home_cards import look_of
from babymassage_gui.gui.text import Words

BUTTON_LETTERS = 20
TODAY, TOMORROW = datetime(2026, 3, 2, 10, 15, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)
CHECKS = load_playable().catalogue.checks


def answered(check_id: str, answer_id: str, opens_at: datetime | None) -> Refusal:
    answer = CHECKS[check_id].answer(answer_id)
    assert answer is not None
    return Refusal(
        Barrier.ANSWER, opens_at=opens_at, standing=Standing(CHECKS[check_id], answer, answer.verdict, opens_at)
    )


@pytest.mark.parametrize("barrier", list(Barrier))
def test_every_barrier_has_a_sentence_and_a_short_one(barrier: Barrier) -> None:
    refused = Refusal(barrier, opens_on=date(2026, 9, 23))
    told, short = Words().refusal(refused), Words().refusal_button(refused)
    assert told.endswith(".")
    assert "%" not in told + short
    assert 0 < len(short) <= BUTTON_LETTERS


@pytest.mark.parametrize(
    ("refused", "told", "short", "icon"),
    [
        (
            answered("W-01", "fed", TODAY),
            "Milk should settle first. Open at 10:15.",
            "Open at 10:15",
            "clock-countdown",
        ),
        (answered("W-02", "yes", TOMORROW), "Feed first, then let it settle.", "Wait a little", "clock-countdown"),
        (answered("W-02", "yes", None), "Feed first, then let it settle.", "Wait a little", "clock-countdown"),
        (answered("T-03", "yes", TOMORROW), "The tummy needs rest. Tomorrow is fine.", "From 3 March", "moon-stars"),
        (
            answered("T-05", "yes", TODAY),
            "Two days of rest after a vaccine. Open on 2 March, 10:15.",
            "From 2 March",
            "moon-stars",
        ),
        (answered("T-04", "fall", None), "The doctor looks at this first.", "Ask the doctor first", "stethoscope"),
        (answered("T-06", "yes", TOMORROW), "This needs help now.", "Call for help now", "phone-call"),
    ],
)
def test_an_answer_speaks_with_its_own_reason_and_time(refused: Refusal, told: str, short: str, icon: str) -> None:
    assert Words().refusal(refused) == told
    assert Words().refusal_button(refused) == short
    assert look_of(refused)[0] == icon


def test_the_short_ones_of_every_answer_fit_starts_place() -> None:
    forbidding = [
        answered(check.id, answer.id, opens)
        for check in CHECKS.values()
        for answer in check.answers
        for opens in (None, TODAY, TOMORROW)
        if answer.verdict.rank < Verdict.PREPARE.rank
    ]
    assert len(forbidding) > 60
    assert all(len(Words().refusal_button(refused)) <= BUTTON_LETTERS for refused in forbidding)
