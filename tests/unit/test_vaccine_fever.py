"""A fever after a vaccine (content-spec 3.6, T-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.choices import Day
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import standing
from tests.fakes.answers import known, on_day, said, stands
from tests.fakes.content import catalogue

URGENT, REST = Verdict.URGENT, Verdict.NOT_TODAY
MINUTE = timedelta(minutes=1)


class TestVaccineFever:
    """Under three months, within 48 hours of a vaccine, 38.0 is no alarm: if the baby is otherwise well (T-01)."""

    VACCINE = said("T-05", "yes", on_day(60, 9))

    def verdict(self, now: datetime, *told: Said) -> Verdict:
        (fever,) = [one for one in stands(now, *told) if one.check.id == "T-01"]
        return fever.verdict

    @pytest.mark.parametrize(
        ("fever_at", "verdict"),
        [
            (on_day(60, 8, 59), URGENT),
            (on_day(60, 9), REST),
            (on_day(61, 12), REST),
            (on_day(62, 9), REST),
            (on_day(62, 9, 1), URGENT),
        ],
    )
    def test_it_counts_from_the_vaccine_to_the_fever(self, fever_at: datetime, verdict: Verdict) -> None:
        assert self.verdict(fever_at + MINUTE, self.VACCINE, said("T-01", "fever", fever_at)) is verdict

    @pytest.mark.parametrize("hours", [24, 72])
    def test_the_parents_own_wait_changes_nothing(self, hours: int) -> None:
        for fever_at, verdict in ((on_day(62, 8), REST), (on_day(62, 12), URGENT)):
            told = replace(known(self.VACCINE, said("T-01", "fever", fever_at)), day=Day(vaccine_wait_hours=hours))
            found = [o.verdict for o in standing(catalogue().checks, told, fever_at) if o.check.id == "T-01"]
            assert found == [verdict]

    @pytest.mark.parametrize(
        "also",
        [("T-02", "yes"), ("T-03", "yes"), ("T-03", "now"), ("T-04", "yes"), ("T-04", "fall"), ("T-04", "glass"),
         ("T-06", "yes"), ("T-06", "tired"), ("T-07", "short"), ("T-07", "lasting")],
    )  # fmt: skip
    def test_not_if_anything_else_is_wrong(self, also: tuple[str, str]) -> None:
        at = on_day(61)
        assert self.verdict(at, self.VACCINE, said("T-01", "fever", at), said(*also, at)) is URGENT

    @pytest.mark.parametrize("also", [("T-07", "gums"), ("W-02", "yes"), ("T-04", "harmless"), ("T-05", "not-sore")])
    def test_what_is_no_illness_changes_nothing(self, also: tuple[str, str]) -> None:
        at = on_day(61)
        assert self.verdict(at, self.VACCINE, said("T-01", "fever", at), said(*also, at)) is REST

    @pytest.mark.parametrize("answer", ["below-36", "high-fever"])
    def test_only_the_fever_is_eased(self, answer: str) -> None:
        at = on_day(61)
        assert self.verdict(at, self.VACCINE, said("T-01", answer, at)) is URGENT

    @pytest.mark.parametrize(
        ("also", "at", "verdict"),
        [
            (("T-06", "tired"), on_day(60, 11, 59), REST),
            (("T-06", "tired"), on_day(60, 12), URGENT),
            (("T-06", "tired"), on_day(61, 12), URGENT),
            (("T-06", "tired"), on_day(61, 15), URGENT),
            (("T-03", "forgotten"), on_day(61, 12), URGENT),
            (("T-04", "fall"), on_day(58), URGENT),
            (("T-04", "gone"), on_day(61, 12), REST),
        ],
    )
    def test_what_is_over_by_now_does_not_make_the_alarm_milder(
        self, also: tuple[str, str], at: datetime, verdict: Verdict
    ) -> None:
        fever = said("T-01", "fever", on_day(61))
        assert self.verdict(on_day(61, 20), self.VACCINE, fever, said(*also, at)) is verdict

    def test_a_place_that_is_not_sore_is_no_vaccine(self) -> None:
        at = on_day(61)
        assert self.verdict(at, said("T-05", "not-sore", at), said("T-01", "fever", at)) is URGENT
