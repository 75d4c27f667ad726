"""What every test of the window stands on: a screen of some kind, the program's own assets, and folders to spoil."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QResource
from PySide6.QtWidgets import QApplication

from babymassage_gui.gui.app import dress

RESOURCES = Path(__file__).resolve().parents[2] / "babymassage_gui" / "resources.rcc"

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):  # `dev.py test` brings a screen of its own
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _assets() -> Iterator[None]:
    """Fonts, icons, figures and English plurals under `:/`, as in the program."""
    assert QResource.registerResource(str(RESOURCES)), "no resources.rcc: run `python3 dev.py setup`"
    yield
    QResource.unregisterResource(str(RESOURCES))


@pytest.fixture(autouse=True)
def _folders_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds, or touches, what the person at this computer has logged."""
    for folder in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{folder}_HOME", str(tmp_path / folder.lower()))


@pytest.fixture(scope="session", autouse=True)
def _english() -> None:
    """Dates and numbers do not depend on the language of the machine."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(scope="session", autouse=True)
def _words(_english: None, _assets: None, qapp: QApplication) -> None:
    """Fonts and plural forms, as in the program."""
    dress(qapp)
