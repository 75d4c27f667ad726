"""What a device remembers of its folder survives, or sharing is off; nothing in that file stops a start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.change_lines import Found
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.share_state import Left, Print, Seen, ShareState, print_of, state_values, to_state
from babymassage_gui.storage.sharing_file import FILE_NAME, SharingFile
from tests.fakes.stored import NOON, WallClock, some_id

PAIR = (min(some_id("a"), some_id("b")), max(some_id("a"), some_id("b")))
STATE = ShareState(
    Path("/srv/massage"), some_id("device"), (Print(10, 20), print_of(b"abc")), NOON, None,
    (Seen("anna", NOON, own=True), Seen("ben", None)),
    (Left("letter.changes", Found.FOREIGN), Left("x", Found.OURS, 2)),
    "share-unreached", frozenset({PAIR}),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> SharingFile:
    return SharingFile(tmp_path, WallClock())


def test_it_comes_back_as_it_was_for_its_owner_only(store: SharingFile) -> None:
    assert store.load() is None
    store.save(STATE)
    assert store.load() == STATE
    assert (store.folder / FILE_NAME).stat().st_mode & 0o777 == 0o600
    store.save(None)
    store.save(None)
    assert store.load() is None


@pytest.mark.parametrize(
    "change",
    [
        {"folder": "here"}, {"folder": "/a\0b"}, {"folder": 3}, {"device": "me"}, {"known": 3}, {"known": [3]},
        {"known": [[1, -1]]}, {"read_at": "now"}, {"seen": [3]}, {"left": [{"name": "x", "found": "lost", "bad": 0}]},
        {"left": [{}] * 1001}, {"trouble": None}, {"same": [[some_id("a")]]},
    ],
)  # fmt: skip
def test_nonsense_is_set_aside_and_sharing_is_off(store: SharingFile, change: dict[str, object]) -> None:
    path = store.folder / FILE_NAME
    path.write_text(json.dumps({**state_values(STATE), **change}))

    assert store.load() is None
    assert [path.name for path in store.folder.iterdir()] == ["sharing-damaged-20250601T120000Z.json"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b"null"])
def test_what_is_no_object_is_set_aside(store: SharingFile, content: bytes) -> None:
    (store.folder / FILE_NAME).write_bytes(content)

    assert store.load() is None
    assert next(store.folder.iterdir()).read_bytes() == content


def test_where_nothing_can_be_moved_it_is_off_all_the_same(store: SharingFile, monkeypatch: pytest.MonkeyPatch) -> None:
    (store.folder / FILE_NAME).mkdir()
    monkeypatch.setattr("babymassage_gui.storage.files.set_aside", _no_room)

    assert store.load() is None
    with pytest.raises(Expected) as caught:
        store.save(STATE)
    assert caught.value.fault is Fault.SETTINGS_NOT_WRITTEN


def _no_room(*_: object) -> None:
    raise OSError("no room")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(state_values(STATE))), values)
def test_any_value_in_its_place_is_taken_or_refused(name: str, value: object) -> None:
    try:
        read = to_state({**state_values(STATE), name: value})
    except ValueError:
        return
    assert to_state(state_values(read)) == read
