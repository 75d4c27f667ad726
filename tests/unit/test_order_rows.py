"""Damaged orders: each fault is named, and the list stays as the routine gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from babymassage_gui.content.order_rows import read_orders

ROUTINES, STEPS = ("everyday", "mini"), ("tummy-hello", "back-shoulders")
WHOLE = """
[orders.{id}]
routines = ["everyday"]
blocks = ["arms", "tummy", "back"]
facts = ["ORD-01"]
"""
ALL = ("legs-first", "arms-first", "tummy-hello", "top-down")


def faults(folder: Path, text: str) -> tuple[list[str], list[str]]:
    (folder / "orders.toml").write_text(text, encoding="utf-8")
    rows = read_orders(folder, ROUTINES, STEPS)
    return [fault.line for fault in rows.faults], list(rows.whole)


def whole() -> str:
    return "".join(WHOLE.format(id=order) for order in ALL)


def test_whole_orders_have_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, whole()) == ([], list(ALL))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"everyday"', '"everynight"', "routines: there is no routine everynight"),
        ('"arms"', '"start", "arms"', "blocks: start does not move"),
        ('"arms"', '"finish"', "blocks: finish does not move"),
        ('"tummy", ', "", "blocks: tummy is not named"),
        (', "back"', "", "blocks: back is not named"),
        ('"arms"', '"arms", "arms"', "blocks: names a part twice"),
        ("facts", 'opens_with = "leg-front"\nfacts', "opens_with: there is no step leg-front"),
        ("facts", 'prone_with = "leg-front"\nfacts', "prone_with: there is no step leg-front"),
        ('"arms"', '"neck"', "blocks[1]: 'neck' is not one of"),
    ],
)
def test_a_damaged_order_is_named_and_left_out(tmp_path: Path, old: str, new: str, said: str) -> None:
    lines, left = faults(tmp_path, whole().replace(old, new, 1))

    assert len(lines) == 1
    assert lines[0].startswith(f"orders.toml: orders.legs-first.{said}")
    assert left == list(ALL[1:])


def test_two_faults_of_one_order_are_both_named(tmp_path: Path) -> None:
    lines, _ = faults(tmp_path, whole().replace('"tummy", "back"', '"chest"', 1))
    assert len(lines) == 2


def test_an_order_that_the_settings_do_not_offer_is_left_out(tmp_path: Path) -> None:
    lines, left = faults(tmp_path, whole() + WHOLE.format(id="feet-first"))
    assert lines == ["orders.toml: orders.feet-first: is no order that the settings offer"]
    assert left == list(ALL)


def test_an_order_that_is_missing_is_named(tmp_path: Path) -> None:
    lines, _ = faults(tmp_path, "".join(WHOLE.format(id=order) for order in ALL[1:]))
    assert lines == ["orders.toml: orders.legs-first: is missing, though the settings offer it"]
