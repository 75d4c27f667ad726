"""A step's id is the UUID v5 of its session and its place, whoever computes it."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.history import StepOutcome, StepRecord
from babymassage_gui.storage import rows
from babymassage_gui.storage.rows import of_step
from tests.fakes.stored import NOON


@given(session=st.uuids(), position=st.integers(0, 99_999))
def test_a_steps_id_is_the_standard_uuid_of_its_session_and_place(session: UUID, position: int) -> None:
    row = of_step(str(session), position, StepRecord("leg-milking", StepOutcome.DONE, 7.0), NOON)
    assert row[0] == str(uuid5(session, str(position)))


def test_a_python_without_a_sha1_of_its_own_gives_the_same_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_sha1", None)
    spec = spec_from_file_location("rows_again", rows.__file__)
    assert spec is not None
    assert spec.loader is not None
    again = module_from_spec(spec)
    spec.loader.exec_module(again)
    step = StepRecord("leg-outer", StepOutcome.DONE, 7.0)
    session = str(UUID(int=7))
    assert again.of_step(session, 3, step, NOON) == of_step(session, 3, step, NOON)
