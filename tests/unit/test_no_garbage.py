"""Garbage is looked for afterwards as it was before, whatever happened in between."""

from __future__ import annotations

import gc

import pytest

from babymassage_gui.services.no_garbage import no_garbage


@no_garbage()
def fails() -> None:
    assert not gc.isenabled()
    raise OSError("full")


def test_garbage_is_looked_for_again_also_after_a_fault() -> None:
    with pytest.raises(OSError, match="full"):
        fails()
    assert gc.isenabled()


def test_where_it_was_not_looked_for_it_is_not_afterwards() -> None:
    gc.disable()
    try:
        with no_garbage():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
