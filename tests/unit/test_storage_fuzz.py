"""Bytes altered at will: the log opens and says what it lost, or is refused; it never fails in another way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage.opening import FILE_NAME, Opened, open_log
from tests.fakes.stored import (
    ADA,
    NOON,
    WallClock,
    fill,
    put_session,
    session_ids,
    some_id,
)


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def open_or_refuse(folder: Path, clock: WallClock) -> Opened | Fault:
    try:
        return open_log(folder, clock)
    except Expected as refused:
        return refused.fault


def test_whatever_byte_of_the_header_is_altered_the_sessions_are_there_or_set_aside_or_refused(
    folder: Path, clock: WallClock
) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    path = folder / FILE_NAME
    whole = path.read_bytes()
    for place in range(100):
        altered = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        path.write_bytes(altered)
        found = open_or_refuse(folder, clock)
        if isinstance(found, Fault):
            assert found in {Fault.LOG_NEWER, Fault.LOG_NOT_WRITTEN}
            assert path.read_bytes() == altered
        else:
            assert session_ids(found) == [some_id("first")]
            aside = found.report.set_aside
            assert (aside is None) == (found.report.outcome is OpenOutcome.FINE)
            assert aside is None or aside.read_bytes() == altered


@pytest.mark.parametrize("seed", range(40))
def test_whatever_bytes_are_altered_no_session_is_lost_without_a_word(
    folder: Path, clock: WallClock, seed: int
) -> None:
    fill(folder, clock, *(f"session-{number}" for number in range(8)))
    open_log(folder, clock).log.close()
    path, chance = folder / FILE_NAME, Random(seed)
    altered = bytearray(path.read_bytes())
    length = chance.choice((1, 4, 64, 512))
    place = chance.randrange(len(altered) - length)
    altered[place : place + length] = chance.randbytes(length)
    path.write_bytes(altered)

    opened = open_or_refuse(folder, clock)

    if isinstance(opened, Opened):
        with opened.log as log:
            found = [session.id for session in log.sessions(ADA.id) if len(session.steps) == 2]
            assert len(found) == len(log.sayings(ADA.id)) == 8 or log.damaged_rows > 0
            # And the log goes on.
            log.save(ADA)
            put_session(log, "next", NOON + timedelta(days=1))
            assert log.session(some_id("next")).ending is not None
    else:
        assert path.read_bytes() == altered


def test_a_file_cut_short_anywhere_is_restored(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    path = folder / FILE_NAME
    whole = path.read_bytes()
    for size in range(0, len(whole), 2048):
        path.write_bytes(whole[:size])
        opened = open_log(folder, clock)
        assert opened.report.outcome is OpenOutcome.RESTORED
        assert session_ids(opened) == [some_id("first")]
