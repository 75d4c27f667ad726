"""A hand-edited content file: the program starts, says which place is damaged, and plays what is whole."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui import bootstrap
from babymassage_gui.adapters.crash_notes import FILE_NAME
from babymassage_gui.content.loader import Loaded, load_playable
from babymassage_gui.core.profile import Baby
from babymassage_gui.gui.text import Words
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.damaged_content import copy_content, damage


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        ((), ""),
        (("a.toml: b: c",), "Damaged and left out: a.toml: b: c."),
        (("a.toml: b: c", "d"), "Damaged and left out: a.toml: b: c. 1 more place is in the notes."),
        (("a.toml: b: c", "d", "e"), "Damaged and left out: a.toml: b: c. 2 more places are in the notes."),
    ],
)
def test_the_first_place_is_named_and_the_others_counted(qapp: object, faults: tuple[str, ...], told: str) -> None:
    assert Words().content_damaged(faults) == told


def test_the_house_opens_with_what_is_whole_and_notes_the_rest(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    copy_content(folder)
    damage(
        folder, "steps.toml", "steps.face-brow", 'title = "', 'title = "A title that cannot be read from the table: '
    )

    def content() -> Loaded:
        return load_playable(folder)

    monkeypatch.setattr(bootstrap, "_content", content)
    house = bootstrap.open_house(tmp_path / "data", FakeClock())
    try:
        assert house.content_faults[0].startswith("steps.toml: steps.face-brow.title: has ")
        assert "steps.face-brow.title" in (tmp_path / "data" / FILE_NAME).read_text(encoding="utf-8")
        house.household.save_baby(Baby("", "", MORNING.date() - timedelta(days=90)))
        assert "face" not in {offer.routine.id for offer in house.household.today().offers}
        assert "everyday" in {offer.routine.id for offer in house.household.today().offers}
    finally:
        house.close()
