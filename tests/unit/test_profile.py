"""What the program knows of a baby (content-spec 3.6, N-01, N-02, N-04)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.profile import Baby

BORN = date(2025, 7, 1)
BABY = Baby("baby", "", BORN)


def test_the_doctors_yes_stands_for_180_days() -> None:
    agreed = replace(BABY, doctor_yes_on=BORN)
    assert agreed.doctor_agrees(BORN)
    assert agreed.doctor_agrees(BORN + timedelta(days=180))
    assert not agreed.doctor_agrees(BORN + timedelta(days=181))


def test_without_a_yes_no_doctor_agrees() -> None:
    assert not BABY.doctor_agrees(BORN)


def test_the_age_is_corrected_only_for_an_early_birth() -> None:
    on = BORN + timedelta(days=100)
    assert BABY.age(on).days == 100
    assert replace(BABY, due=BORN + timedelta(days=21)).age(on).days == 100
    assert replace(BABY, due=BORN + timedelta(days=22)).age(on).days == 78


def test_dates_that_cannot_be_are_refused() -> None:
    BABY.check(BORN)
    with pytest.raises(Expected) as refused:
        BABY.check(BORN - timedelta(days=1))
    assert refused.value.fault is Fault.BIRTH_IN_FUTURE
