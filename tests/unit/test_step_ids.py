"""A step's id is the UUID v5 of its session and its place, whoever computes it."""

from __future__ import annotations

from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.history import StepOutcome, StepRecord
from babymassage_gui.storage.rows import of_step
from tests.fakes.stored import NOON


@given(session=st.uuids(), position=st.integers(0, 99_999))
def test_a_steps_id_is_the_standard_uuid_of_its_session_and_place(session: UUID, position: int) -> None:
    row = of_step(str(session), position, StepRecord("leg-milking", StepOutcome.DONE, 7.0), NOON)
    assert row[0] == str(uuid5(session, str(position)))
