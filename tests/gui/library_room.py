"""The library as a test opens and reads it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load
from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.pages.library import LibraryPage
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.labels import Note, Tag, TextLabel
from babymassage_gui.gui.widgets.themed import apply_theme

BORN = date(2026, 11, 1)
AT_11_WEEKS = Age(BORN, BORN + timedelta(days=80))
BESIDE, NARROW, UPRIGHT = (1176, 800), (724, 480), (800, 1192)
UNREVIEWED = "No clinician has reviewed these moves yet."


@cache
def taught() -> Catalogue:
    return load().catalogue


@cache
def book() -> FigureBook:
    return load_figures().book


def open_page(
    qtbot: QtBot,
    size: tuple[int, int] = BESIDE,
    *,
    age: Age | None = AT_11_WEEKS,
    theme: Theme | None = None,
    catalogue: Catalogue | None = None,
    figures: FigureBook | None = None,
) -> LibraryPage:
    page = LibraryPage(Theme(), figures if figures is not None else book())
    qtbot.addWidget(page)
    page.resize(*size)
    apply_theme(page, theme if theme is not None else Theme(less_motion=True))
    page.show_library(catalogue if catalogue is not None else taught(), age)
    page.show()
    qtbot.waitExposed(page)
    return page


def told(page: LibraryPage) -> list[str]:
    """All that stands in the detail, from top to bottom."""
    widgets = [widget for block, _ in page.detail._blocks for widget in (block, *block.findChildren(QWidget))]
    words = (TextLabel, Note, Tag, QAbstractButton)
    return [w.accessibleName() for w in widgets if isinstance(w, words) and w.accessibleName()]


Piece = TypeVar("Piece", bound=QWidget)


def pieces(page: LibraryPage, kind: type[Piece]) -> list[Piece]:
    return [block for block, _ in page.detail._blocks if isinstance(block, kind)]


def row_texts(page: LibraryPage) -> list[str]:
    return [str(page.list.rows.index(row).data()) for row in range(page.list.rows.rowCount())]


def open_id(page: LibraryPage) -> str:
    assert page.detail.leaf is not None
    return page.detail.leaf.row.key
