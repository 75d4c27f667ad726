"""Whatever a file holds: it is refused or looked at, nothing of it is half read in, and nothing hangs or stumbles."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.exchange import Format
from tests.fakes.full_log import Door, fill_log, opened

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
    | st.sampled_from(["2025-06-01", "9999-12-31T23:59:59.999999+00:00", "=1+1", "\ud800", "0" * 400])
)  # fmt: skip
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner))


LISTS = ("babies", "sessions", "said", "past")


@cache
def exported(form: Format) -> str:
    """A family's export, always the same but for the hour of writing."""
    with tempfile.TemporaryDirectory() as name, opened(Path(name)) as log:
        fill_log(log)
        return Door(log).exchange.export(form, Settings(), "1.0")


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    with tempfile.TemporaryDirectory() as name, opened(Path(name)) as log:
        fill_log(log)
        yield Door(log)


def stays_whole(door: Door, data: bytes) -> bool:
    """Look at bytes and take them in, if they are not refused; whether the log is whole, and can be taken along."""
    before = len(door.log.archive().sessions)
    try:
        preview = door.look(data)
    except Expected as refused:
        return refused.fault is Fault.IMPORT_REFUSED and len(door.log.archive().sessions) == before
    taken = door.exchange.take_in(preview) == preview.merged and door.log.damaged_rows == 0
    # What was taken in can be taken along, and has nothing new for anybody who has it.
    again = door.look(door.exchange.export(Format.JSON, Settings(), "1.0"))
    return taken and (again.merged.changes, again.brought.bad) == (0, ())


@quick
@given(st.binary(max_size=300))
def test_any_bytes(door: Door, data: bytes) -> None:
    assert stays_whole(door, data)


@quick
@given(values)
def test_any_json_under_our_name(door: Door, content: Any) -> None:
    lists = {
        name: content if isinstance(content, list) else [content] for name in ("babies", "sessions", "said", "past")
    }
    text = json.dumps({"format": "babymassage-gui", "version": 1, "settings": content, **lists})
    assert stays_whole(door, text.encode("utf-8", errors="surrogatepass"))


@quick
@given(st.data())
def test_our_own_export_with_one_value_altered(door: Door, data: st.DataObject) -> None:
    whole = json.loads(exported(Format.JSON))
    of = data.draw(st.sampled_from(LISTS))
    row = data.draw(st.sampled_from(whole[of]))
    row[data.draw(st.sampled_from(sorted(row)))] = data.draw(values)
    assert stays_whole(door, json.dumps(whole).encode("utf-8", errors="surrogatepass"))


@quick
@given(st.data(), st.sampled_from([b"\x00", b"\xff", b'"', b",", b";", b"\n", b"=", b"-", b"9"]))
def test_our_own_files_with_bytes_altered(door: Door, data: st.DataObject, byte: bytes) -> None:
    form = data.draw(st.sampled_from([Format.JSON, Format.CSV]))
    whole = exported(form).encode()
    place = data.draw(st.integers(0, len(whole) - 1))
    assert stays_whole(door, whole[:place] + byte + whole[place + 1 :])


@quick
@given(
    st.sampled_from(
        ["date,start,minutes,how,note,id", "child_id,start,end,type,method", "child_id;start;end;milestone"]
    ),
    st.lists(st.lists(st.text(max_size=25) | st.sampled_from(["2025-06-05", "12:00", "5"]), max_size=7), max_size=5),
)
def test_any_cells_under_a_known_head(door: Door, head: str, rows: list[list[str]]) -> None:
    text = "\n".join([head, *(",".join(row) for row in rows)])
    assert stays_whole(door, text.encode("utf-8", errors="replace"))
