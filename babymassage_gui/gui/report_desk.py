"""Joins the report's page to the household: what is chosen is looked up anew, and the paper is saved or printed."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QMarginsF, QObject, QSaveFile, QSizeF, QStandardPaths, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QFileDialog

from babymassage_gui.core.marked_days import marked_days, marks_of
from babymassage_gui.core.progress import progress_of
from babymassage_gui.core.report import Period, Report, notes_in, report_of
from babymassage_gui.gui.pages.report import ReportPage
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.report_sheet import A4, LETTER, ReportSheet
from babymassage_gui.services.household import Household

_RESOLUTION = 300


class ReportDesk(QObject):
    """Has the page; `noted` carries a sentence about what became of the paper."""

    noted = Signal(str)

    def __init__(self, house: Household, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        self._period, self._chosen = Period.QUARTER, frozenset[str]()
        self.page = ReportPage(theme, self._size())
        self.page.period_chosen.connect(self._on_period)
        self.page.notes_chosen.connect(self._on_notes)
        self.page.save_wanted.connect(self._on_save)
        self.page.print_wanted.connect(self._on_print)

    def _size(self) -> QSizeF:
        return LETTER if self._letter else A4

    def show(self) -> None:
        """Look everything up."""
        house = self._house
        report = self.report()
        if report is None:
            return
        progress = progress_of(house.sessions(), report.target_now)
        notes = notes_in(progress, report.first, report.last)
        self.page.show_report(report, self._period, notes, house.settings.baby_skin)

    def report(self) -> Report | None:
        """The report as it is chosen; None as long as there is no baby."""
        house, baby = self._house, self._house.baby
        if baby is None:
            return None
        target, now = house.today().target.minutes, house.clock.local_time()
        massage_days = frozenset(progress_of(house.sessions(), target).bars.days)
        marks = marks_of(house.answers.of(baby), massage_days, now.tzinfo)
        return report_of(
            baby, house.sessions(), target, self._period, now.date(), taught=house.catalogue.steps,
            chosen=self._chosen, marked=marked_days(marks, massage_days),
        )  # fmt: skip

    def _on_period(self, period: Period) -> None:
        self._period = period
        self.show()

    def _on_notes(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        self.show()

    def _on_save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = fill(self.tr("Massages %1.pdf", "a file's name, with a day"), str(self._house.clock.local_time().date()))
        path, _ = QFileDialog.getSaveFileName(
            self.page, self.tr("Save the report"), f"{folder}/{name}", self.tr("PDF (*.pdf)")
        )
        if path:
            self.save_to(path if path.lower().endswith(".pdf") else f"{path}.pdf")

    def save_to(self, path: str) -> bool:
        """Write the PDF whole or not at all; says what became of it."""
        report, file = self.report(), QSaveFile(path)
        written = report is not None and file.open(QSaveFile.OpenModeFlag.WriteOnly)
        if report is not None and written:
            writer = QPdfWriter(file)
            writer.setPageLayout(self._layout())
            writer.setResolution(_RESOLUTION)
            writer.setTitle(self.page.title.text())
            ReportSheet(report, self._size(), self._house.settings.baby_skin).print_on(writer)
            del writer
            written = file.commit()
        self.noted.emit(
            self.tr("The report is saved.") if written else self.tr("It cannot be saved there. Choose another folder.")
        )
        return written

    def _layout(self) -> QPageLayout:
        size = QPageSize(QPageSize.PageSizeId.Letter if self._letter else QPageSize.PageSizeId.A4)
        # The sheet has margins of its own.
        return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        report = self.report()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(self._layout())
        dialog = QPrintDialog(printer, self.page)
        if report is not None and dialog.exec() == QPrintDialog.DialogCode.Accepted:
            ReportSheet(report, self._size(), self._house.settings.baby_skin).print_on(printer)
