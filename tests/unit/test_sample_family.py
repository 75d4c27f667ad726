"""A sample family lives in a folder of its own, is whole enough to start a massage, and is gone afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from babymassage_gui import cli
from babymassage_gui.adapters.another_window import start_beside
from babymassage_gui.bootstrap_sample import sample_folder
from babymassage_gui.core.judgement import Visit
from babymassage_gui.services import sample_family
from babymassage_gui.services.sample_family import MASSAGES, NAME
from babymassage_gui.storage.opening import FILE_NAME, open_log
from tests.fakes.clock import FakeClock
from tests.fakes.home import Home
from tests.headless.test_commands import load


def test_a_family_moves_in_with_three_weeks_behind_it_and_nothing_before_start() -> None:
    home = Home(baby=None, said=())
    sample_family.move_in(home.household)
    baby = home.household.baby
    assert baby is not None
    assert baby.name == NAME
    assert len(home.household.sessions()) == len(MASSAGES)
    assert home.household.today().refusal is None
    assert home.household.judge(Visit()).due == ()
    assert home.household.today().minutes > MASSAGES[0][1]


def test_nobody_moves_in_where_a_family_lives() -> None:
    home = Home()
    with pytest.raises(ValueError, match="lives here"):
        sample_family.move_in(home.household)
    assert home.household.sessions() == ()


def test_its_folder_is_for_its_owner_alone_and_goes_with_the_window() -> None:
    with sample_folder() as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600
        with open_log(folder, FakeClock().local_time).log as log:
            (baby,) = log.babies()
            assert len(log.sessions(baby.id)) == len(MASSAGES)
    assert not folder.exists()


def test_it_goes_too_when_the_window_ends_badly() -> None:
    with pytest.raises(RuntimeError), sample_folder() as folder:
        raise RuntimeError
    assert not folder.exists()


def test_the_word_opens_a_sample_and_not_the_family_s_own_window() -> None:
    def own(*_: object) -> int:
        raise AssertionError("the family's own window")

    world = cli.World("1", load, load, lambda: None, lambda _: (), lambda *_: None, own, sample=lambda: 7)  # type: ignore[arg-type,return-value]
    assert cli.run(["--sample"], world) == 7


def test_another_window_is_started_beside_and_one_that_cannot_be_is_told(tmp_path: Path) -> None:
    note = tmp_path / "note"
    write = f"import sys; open({str(note)!r}, 'w').write(sys.argv[1])"
    assert start_beside((sys.executable, "-c", write), "--sample")
    for _ in range(200):
        if note.exists() and note.read_text(encoding="utf-8"):
            break
        _wait()
    assert note.read_text(encoding="utf-8") == "--sample"
    assert not start_beside((str(tmp_path / "nothing"),))


def _wait() -> None:
    import time

    time.sleep(0.05)
