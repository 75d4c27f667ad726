"""How a widget gets its look: handed to the constructor, replaced by `set_theme`, never looked up."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from babymassage_gui.gui.theme import Theme


@runtime_checkable
class TakesTheme(Protocol):
    """Anything that can be given another look."""

    def set_theme(self, theme: Theme) -> None:
        """Look like this from now on."""


class Themed:
    """Mixin for a `QWidget`: call `_start_theme` at the end of `__init__`, read `theme` while painting."""

    _theme: Theme

    def _start_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._on_theme_changed()

    @property
    def theme(self) -> Theme:
        """The look this widget has now."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Look like this from now on; the same look again costs nothing."""
        if theme != self._theme:
            self._theme = theme
            self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        """Measure and paint again; widgets with a style sheet or a font of their own add to it."""
        if isinstance(self, QWidget):
            self.updateGeometry()
            self.update()


def apply_theme(root: QWidget, theme: Theme) -> None:
    """Give a widget and everything in it another look, without a restart."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, TakesTheme):
            widget.set_theme(theme)
