"""Feed whatever a fuzzer thinks of to everything that is read in, guided by what the code does with it.

    python tools/fuzz.py TARGET [--seconds N]      TARGET: import, settings, changes or sharing

Needs atheris, which is none of this program's packages (`pip install atheris` into an environment of your own beside
those of requirements.lock; it has no wheels for every system). The short forms are the Hypothesis tests:
tests/unit/test_import_fuzz.py, test_settings_fuzz.py, test_change_lines.py and test_sharing_file.py. It ends with 77
and the input at the first crash, at a hang of ten seconds, or where something was read in by half.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

NO_FUZZER = 69
Target = Callable[[bytes], None]


def _import(stack: ExitStack) -> tuple[Target, tuple[bytes, ...]]:
    """Any file that a parent chooses: refused, or all of it taken in and a log that can be taken along."""
    from babymassage_gui.services.exchange import Format
    from tests.fakes.full_log import Door, fill_log, opened
    from tests.unit.test_import_fuzz import exported, stays_whole

    log = stack.enter_context(opened(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
    fill_log(log)
    door = Door(log)

    def target(data: bytes) -> None:
        if not stays_whole(door, data):
            raise AssertionError("something was read in by half")

    heads = (b"date,start,minutes\n2025-06-05,12:00,5\n", b"child_id,start,end,type,method\n", b"start;end;milestone\n")
    return target, (*(exported(form).encode() for form in (Format.JSON, Format.CSV)), *heads)


def _settings(stack: ExitStack) -> tuple[Target, tuple[bytes, ...]]:
    """Any settings file: there are settings, and they can be kept."""
    from babymassage_gui.core.settings import Settings
    from babymassage_gui.storage.settings_file import SettingsFile
    from tests.fakes.stored import WallClock

    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    store = SettingsFile(folder, WallClock())
    store.save(Settings())
    whole = store.path.read_bytes()

    def target(data: bytes) -> None:
        for path in folder.iterdir():
            path.unlink()
        store.path.write_bytes(data)
        settings = store.load()
        store.save(settings)
        if store.load() != settings:
            raise AssertionError("the settings are others than were kept")

    return target, (whole,)


def _changes(_: ExitStack) -> tuple[Target, tuple[bytes, ...]]:
    """Any file of a shared folder; every line gets the checksum that it should have, or nothing behind it is seen."""
    from zlib import crc32

    from babymassage_gui.core.change_lines import read_changes
    from babymassage_gui.core.sharing import joined
    from tests.unit.test_change_lines import WHOLE

    def target(data: bytes) -> None:
        read_changes(data)
        lines = [b"%08x %s" % (crc32(line[9:]), line[9:]) for line in data.split(b"\n")]
        shared = read_changes(b"\n".join(lines) + b"\n").shared
        if joined(joined(shared), shared) != joined(shared):
            raise AssertionError("what is read twice counts twice")

    return target, (WHOLE,)


def _sharing(_: ExitStack) -> tuple[Target, tuple[bytes, ...]]:
    """Any file of what is remembered of the folder."""
    import json

    from babymassage_gui.core.share_state import state_values, to_state
    from tests.unit.test_sharing_file import STATE

    def target(data: bytes) -> None:
        try:
            state = to_state(json.loads(data))
        except (ValueError, RecursionError):
            return
        if to_state(state_values(state)) != state:
            raise AssertionError("what is remembered is something else")

    return target, (json.dumps(state_values(STATE)).encode(),)


TARGETS = {"import": _import, "settings": _settings, "changes": _changes, "sharing": _sharing}


def main(words: Sequence[str]) -> int:
    """Fuzz one of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    asked = parser.parse_args(words)
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed here; see --help", file=sys.stderr)
        return NO_FUZZER
    atheris: Any = importlib.import_module("atheris")
    with ExitStack() as stack:
        with atheris.instrument_imports(include=["babymassage_gui", "json"]):
            target, seeds = TARGETS[asked.target](stack)
        corpus = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for number, seed in enumerate(seeds):
            (corpus / f"seed-{number}").write_bytes(seed)
        options = [
            f"-max_total_time={asked.seconds}",
            "-timeout=10",
            "-max_len=20000",
            "-print_final_stats=1",
            "-verbosity=0",
        ]
        atheris.Setup(["fuzz", *options, str(corpus)], target)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
