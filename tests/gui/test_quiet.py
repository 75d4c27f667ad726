"""While a sound library is loaded nothing of Python hears Qt's messages: a handler there once stopped the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qDebug, qInstallMessageHandler, qWarning

from babymassage_gui.adapters.quiet import quietly


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Every message that reaches Python."""
    messages: list[str] = []

    def hear(_kind: QtMsgType, _context: object, text: str) -> None:
        messages.append(text)

    before = qInstallMessageHandler(hear)
    yield messages
    qInstallMessageHandler(before)


def test_nothing_reaches_python_while_it_is_quiet_and_everything_after(heard: list[str]) -> None:
    with quietly():
        qDebug("loading")
        qWarning("no sound server")
    assert heard == []
    qWarning("after")
    assert heard == ["after"]


def test_it_is_loud_again_after_a_library_that_cannot_be_loaded(heard: list[str]) -> None:
    with pytest.raises(ImportError), quietly():
        raise ImportError("libpulse.so.0")
    qWarning("after")
    assert heard == ["after"]
