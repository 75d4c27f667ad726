"""Reads the orders of the parts that a parent may choose, and says what is wrong with them (content-spec 3.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from importlib.resources.abc import Traversable

from babymassage_gui.content.reading import Rows, read_table
from babymassage_gui.core.catalogue import Block, OrderVariant
from babymassage_gui.core.choices import Order

FIXED = (Block.START, Block.FINISH)
# What an order does not name stays behind one of these, so they have to be named.
ANCHORS = (Block.TUMMY, Block.BACK)


def read_orders(folder: Traversable, routines: Collection[str], steps: Collection[str]) -> Rows[OrderVariant]:
    """The orders that are whole. `routines` and `steps` are the ids that may be named."""
    rows = read_table(folder, "orders.toml", "orders", OrderVariant)
    for order in list(rows.whole.values()):
        for key, message in _findings(order, routines, steps):
            rows.refuse(order.id, key, message)
            rows.whole.pop(order.id, None)
    for missing in (order for order in Order if rows.ids and order not in rows.ids):
        rows.refuse(missing, "", "is missing, though the settings offer it")
    return rows


def _findings(order: OrderVariant, routines: Collection[str], steps: Collection[str]) -> Iterator[tuple[str, str]]:
    if order.id not in list(Order):
        yield "", "is no order that the settings offer"
    yield from (("routines", f"there is no routine {name}") for name in order.routines if name not in routines)
    yield from (("blocks", f"{block} does not move") for block in order.blocks if block in FIXED)
    yield from (("blocks", f"{block} is not named") for block in ANCHORS if block not in order.blocks)
    if len(set(order.blocks)) < len(order.blocks):
        yield "blocks", "names a part twice"
    for key, name in (("opens_with", order.opens_with), ("prone_with", order.prone_with)):
        if name and name not in steps:
            yield key, f"there is no step {name}"
