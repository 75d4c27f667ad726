"""What every test run shares: Hypothesis without chance, and settings that hold with and without Qt installed."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys

import pytest
from hypothesis import settings

import dev

settings.register_profile("same-every-time", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same-every-time"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know pytest-qt's settings where it is not installed, as in the environment without Qt."""
    if importlib.util.find_spec("pytestqt") is None:
        for setting in ("qt_api", "qt_log_level_fail"):
            parser.addini(setting, "read by pytest-qt, where that is installed")


def pytest_configure(config: pytest.Config) -> None:
    """A screen for each worker: on one screen two windows would take the keys from each other."""
    worker, with_qt = os.environ.get("PYTEST_XDIST_WORKER"), importlib.util.find_spec("PySide6") is not None
    if worker and with_qt and sys.platform.startswith("linux") and os.environ.get("DISPLAY"):
        screen = contextlib.ExitStack()
        os.environ.update(screen.enter_context(dev.virtual_screen()))
        config.add_cleanup(screen.close)
