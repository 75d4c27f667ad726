"""After a bug: that nothing is lost, what happened in the program's own words, and two ways to hand it on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.leaf import LeafPage
from babymassage_gui.gui.pages.settings_cards import Room, TitledCard
from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Type
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.style_sheet import scroll_style
from babymassage_gui.gui.widgets.themed import Themed


class Report(Themed, QPlainTextEdit):
    """What happened, to be read and marked; nothing can be written in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What happened"))
        # The lines are the program's own words, which are written from left to right.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        p, theme = self.theme.palette, self.theme
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(round(max(SMALLEST_TEXT - 2, theme.text_px(16))))
        self.setFont(font)
        self.setMinimumHeight(round(theme.text_px(260)))
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {p.sunken}; color: {p.ink}; border: 1px solid {p.line};"
            f" border-radius: {round(theme.px(14))}px; padding: {round(theme.px(10))}px;"
            f" selection-background-color: {p.primary}; selection-color: {p.onprimary}; }}"
            f"QPlainTextEdit:focus {{ border: 3px solid {p.primary}; }}" + scroll_style(theme)
        )


class CrashRoom(Room):
    """The sentences, the report, and what can be done with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        kept = TitledCard(theme)
        kept.column.addWidget(
            Note(
                theme, self.tr("Nothing is lost. What you did is in the log."), "shield-check", Type.SECTION,
                fill="ph_done", shade="pa_done", icon_shade="pa_done", style="fill",
            )
        )  # fmt: skip
        told = self.tr("The program made a mistake and went on. Nothing was sent to anybody.")
        kept.column.addWidget(TextLabel(theme, told, Type.BODY, shade="ink2"))
        card = TitledCard(theme, self.tr("What happened"))
        self.report = Report(theme)
        self.copy = PrimaryButton(theme, self.tr("Copy it"))
        self.folder = QuietButton(theme, self.tr("Open its folder"), None)
        row = QHBoxLayout()
        row.addWidget(self.copy, 3)
        row.addWidget(self.folder, 2)
        self.spaced(row, 14)
        card.column.addWidget(self.report)
        card.column.addLayout(row)
        hint = self.tr("For whoever can help with this program. Read it before you hand it on.")
        card.column.addWidget(TextLabel(theme, hint, Type.HINT, shade="ink2"))
        self.put(kept, card)


class CrashPage(LeafPage):
    """`copy_wanted` and `folder_wanted` ask for what can be done; `left` goes on."""

    copy_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        room = CrashRoom(theme)
        super().__init__(theme, self.tr("Something went wrong here"), room, parent)
        self.report, self.copy = room.report, room.copy
        self.copy.clicked.connect(self.copy_wanted)
        room.folder.clicked.connect(self.folder_wanted)
        self.folder = room.folder

    def show_report(self, text: str) -> None:
        """Show what happened."""
        self.report.setPlainText(text)
        self.copy.set_words(self.tr("Copy it"))
        self.begin()

    def say_copied(self) -> None:
        """It is in the clipboard."""
        self.copy.set_words(self.tr("Copied"))
