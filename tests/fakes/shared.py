"""Anna's laptop and Ben's, which share a folder; Anna's knows Ada and a massage, Ben's nothing yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.fakes.devices import Laptop
from tests.fakes.full_log import over
from tests.fakes.stored import NOON


@contextmanager
def annas(folder: Path) -> Iterator[Laptop]:
    """Anna's."""
    laptop = Laptop(folder / "anna", "anna", NOON + timedelta(days=1))
    laptop.knows_ada()
    laptop.log.begin(replace(over("first"), baby_id=laptop.ada))
    laptop.begins()
    yield laptop
    laptop.close()


@contextmanager
def bens(folder: Path) -> Iterator[Laptop]:
    """Ben's."""
    laptop = Laptop(folder / "ben", "ben", NOON + timedelta(days=1))
    laptop.begins()
    yield laptop
    laptop.close()


def sessions(laptop: Laptop) -> list[str]:
    """The ids of all that hold on a laptop."""
    return sorted(session.id for baby in laptop.log.babies() for session in laptop.log.sessions(baby.id))
