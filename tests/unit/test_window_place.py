"""A window lies where it lay, as long as somebody can take hold of it there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.window_place import GRIP_HEIGHT, GRIP_WIDTH, Area, Place, fitting
from babymassage_gui.storage.window_place import FARTHEST, FILE_NAME, keep_place, read_place

LAPTOP, BESIDE = Area(0, 27, 1440, 873), Area(-1920, 0, 1920, 1080)
AREAS = st.builds(
    Area, st.integers(-5000, 5000), st.integers(-5000, 5000), st.integers(320, 4000), st.integers(200, 3000)
)  # fmt: skip


@pytest.mark.parametrize(
    ("area", "screens", "found"),
    [
        (Area(100, 80, 1280, 800), (LAPTOP,), Area(100, 80, 1280, 800)),
        (Area(-1800, 40, 1280, 800), (LAPTOP, BESIDE), Area(-1800, 40, 1280, 800)),
        # The second screen is gone.
        (Area(-1800, 40, 1280, 800), (LAPTOP,), Area(0, 40, 1280, 800)),
        # The upper edge is above the screen, or under the desktop's bar.
        (Area(100, -300, 1280, 800), (LAPTOP,), Area(100, 27, 1280, 800)),
        # It is larger than the screen of today.
        (Area(0, 27, 2560, 1400), (LAPTOP,), LAPTOP),
        # A corner far off to the right is too little to take hold of.
        (Area(1400, 100, 1280, 800), (LAPTOP,), Area(160, 100, 1280, 800)),
        # Half of it off the screen, by the parent's own wish.
        (Area(900, 100, 1280, 800), (LAPTOP,), Area(900, 100, 1280, 800)),
    ],
)
def test_it_lies_where_it_can_be_taken_hold_of(area: Area, screens: tuple[Area, ...], found: Area) -> None:
    assert fitting(Place(area, maximized=True), screens) == Place(found, maximized=True)


def test_where_nothing_is_known_or_can_be_read_there_is_no_place() -> None:
    assert fitting(Place(LAPTOP), ()) is None
    assert fitting(Place(Area(0, 0, 319, 800)), (LAPTOP,)) is None
    assert fitting(Place(Area(0, 0, 800, 199)), (LAPTOP,)) is None


@given(area=AREAS, screens=st.lists(AREAS, min_size=1, max_size=4))
def test_wherever_it_lay_and_whatever_screens_there_are_it_can_be_held(area: Area, screens: list[Area]) -> None:
    found = fitting(Place(area), screens)
    assert found is not None
    held = [found.area.shared(screen) for screen in screens]
    assert any(wide >= GRIP_WIDTH and high >= GRIP_HEIGHT for wide, high in held)
    assert fitting(found, screens) == found


def test_what_is_kept_is_read_again_by_its_owner_alone(tmp_path: Path) -> None:
    place = Place(Area(-10, 20, 1000, 700), maximized=True)
    keep_place(tmp_path / "config", place)
    assert read_place(tmp_path / "config") == place
    assert (tmp_path / "config" / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert read_place(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{}", "nonsense", '{"x": 1}', "[" * 100_000,
        json.dumps({"x": 0, "y": 0, "width": 800, "height": "600", "maximized": False}),
        json.dumps({"x": 0, "y": True, "width": 800, "height": 600, "maximized": False}),
        json.dumps({"x": 0, "y": 0, "width": FARTHEST + 1, "height": 600, "maximized": False}),
        json.dumps({"x": 0, "y": 0, "width": 800, "height": 600, "maximized": 1}),
    ],
)  # fmt: skip
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content, encoding="utf-8")
    assert read_place(tmp_path) is None


def test_a_folder_that_cannot_be_written_costs_the_place_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder", encoding="utf-8")
    keep_place(tmp_path / "config", Place(LAPTOP))
    (tmp_path / FILE_NAME).mkdir()
    keep_place(tmp_path, Place(LAPTOP))
    assert read_place(tmp_path) is None
