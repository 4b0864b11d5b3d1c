"""Prints a paper, or saves it as PDF or web page, from wherever in the window one is offered."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from hipmap.desktop.languages import language_on_paper
from hipmap.desktop.reports.beside import Beside, Problem
from hipmap.desktop.reports.file_out import asked_place, failure_words
from hipmap.desktop.settings.governed import export_refusal
from hipmap.model.spoken import speaking
from hipmap.report_papers import Paper, html_of, pages_of, pdf_of
from hipmap.storage.whole_file import replace_file

if TYPE_CHECKING:  # Printing is loaded when something is printed.
    from PySide6.QtPrintSupport import QPrinter


class PaperOut(QObject):
    """Sets the paper beside the window; `told` says how that went, `failed` what to do where it did not."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._work = Beside(self)

    @property
    def is_at_work(self) -> bool:
        return self._work.is_at_work

    def ask_printer(self, make: Callable[[], Paper]) -> None:
        """Asks for a printer and prints."""
        from hipmap.desktop.reports.print_out import asked_printer, no_printer_words

        nowhere = export_refusal("print") or no_printer_words()
        printer = None if nowhere else asked_printer(self._parent)
        if nowhere:
            self.failed.emit(nowhere)
        elif printer is not None:
            self.print_to(printer, make())

    def print_to(self, printer: "QPrinter", paper: Paper) -> None:
        """Prints as sharp as the printer draws."""
        from hipmap.desktop.reports.print_out import sharpness_of

        sharp, language = sharpness_of(printer), language_on_paper()

        def work() -> tuple[QImage, ...]:
            with speaking(language):
                return tuple(QImage.fromData(one) for one in pages_of(paper, sharp).pictures)

        self._work.ask(work, partial(self._paint, printer), self._failed)

    def ask_place(self, make: Callable[[], Paper], title: str, stem: str, ending: str) -> None:
        """Asks for a file and writes."""
        path = asked_place(self._parent, title, stem, ending)
        if path is not None:
            self.write(path, make())

    def write(self, path: Path, paper: Paper) -> None:
        """Writes a PDF or a web page, by the ending of the file, whole or not at all."""
        language = language_on_paper()

        def work() -> None:
            with speaking(language):
                replace_file(path, pdf_of(paper) if path.suffix.lower() == ".pdf" else html_of(paper))

        told = QCoreApplication.translate("Reports", "Saved as {file}.").format(file=path.name)
        self._work.ask(work, lambda _nothing: self.told.emit(told), self._failed)

    def _paint(self, printer: "QPrinter", pages: tuple[QImage, ...]) -> None:
        from hipmap.desktop.reports.print_out import print_pages

        tr = QCoreApplication.translate
        if print_pages(printer, pages):
            self.told.emit(tr("Reports", "Sent to the printer."))
        else:
            self.failed.emit(
                tr("Reports", "The printer could not be reached. Choose another, or save the file.")
            )

    def _failed(self, problem: Problem) -> None:
        self.failed.emit(failure_words(problem))
