"""What the desktop asks for, and Qt's own palette: light or dark, high contrast, and stock widgets in our colours."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from babymassage_gui.core.settings import ThemeChoice
from babymassage_gui.gui.theme import Theme, ThemeName


class Accessibility(Protocol):
    """What Qt knows of the desktop's wishes; `QAccessibilityHints` of Qt 6.10 answers it."""

    def contrastPreference(self) -> Qt.ContrastPreference: ...


class Desktop(Protocol):
    """What is asked of the desktop; Qt's `QStyleHints` answers it."""

    def colorScheme(self) -> Qt.ColorScheme: ...
    def accessibility(self) -> Accessibility: ...


def resolve_theme(choice: ThemeChoice, hints: Desktop) -> ThemeName:
    """The colours for a setting; "as system" follows the desktop, and an unknown desktop is light.

    High contrast has a light and a dark set: it is the desktop that says which, whoever asked for the contrast.
    """
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if choice is ThemeChoice.CONTRAST or (choice is ThemeChoice.SYSTEM and _wants_contrast(hints)):
        return ThemeName.CONTRAST_DARK if dark else ThemeName.CONTRAST
    if choice is ThemeChoice.SYSTEM:
        return ThemeName.DARK if dark else ThemeName.LIGHT
    return ThemeName(choice.value)


def _wants_contrast(hints: Desktop) -> bool:
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def qt_palette(theme: Theme) -> QPalette:
    """Qt's own palette in our colours, so that no stock widget (menu, tooltip, dialog) stands out."""
    p = theme.palette
    made = QPalette()
    group = QPalette.ColorRole
    for role, value in (
        (group.Window, p.page),
        (group.WindowText, p.ink),
        (group.Base, p.card),
        (group.AlternateBase, p.sunken),
        (group.Text, p.ink),
        (group.PlaceholderText, p.ink3),
        (group.Button, p.card),
        (group.ButtonText, p.ink),
        (group.Highlight, p.primary),
        (group.HighlightedText, p.onprimary),
        (group.Link, p.primary_ink),
        (group.ToolTipBase, p.card),
        (group.ToolTipText, p.ink),
    ):
        made.setColor(role, QColor(value))
    return made
