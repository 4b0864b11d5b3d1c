"""Puts pages on paper: asks for a printer, and draws each page as large as the paper allows."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontDatabase, QImage, QPageLayout, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import delete, isValid

from hipmap.desktop import chosen_file

SHARPEST = 300
"""More dots to an inch are not seen on paper, and take a page past a hundred megabytes."""


def no_printer_words() -> str:
    """Says what can be done where there is none; nothing where there is a printer."""
    if QPrinterInfo.availablePrinterNames():
        return ""
    return QCoreApplication.translate(
        "Reports", "No printer is set up on this computer. Save a PDF, and print it where there is one."
    )


def asked_printer(parent: QWidget) -> QPrinter | None:
    """Gives the printer that a person chose, with paper, range and copies; None if they stay."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("hipmap")  # the spooler lists it: no name of a patient
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    chosen_file.forget_files_of(dialog)
    is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
    if isValid(dialog):  # locking takes it away together with what asked
        delete(dialog)  # at once: it holds a printer that nobody else may hold any more
    return printer if is_chosen else None


def sharpness_of(printer: QPrinter) -> int:
    """Gives how many dots to an inch its pages are drawn with."""
    return min(printer.resolution(), SHARPEST)


def print_pages(printer: QPrinter, pages: Sequence[QImage]) -> bool:
    """Draws the pages of the chosen range; False where the printer cannot be reached."""
    printer.setFullPage(True)  # the pages have margins of their own
    if pages and pages[0].width() > pages[0].height():
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    is_first = True
    for page in _wanted(printer, pages):
        if not is_first:
            printer.newPage()
        is_first = False
        painter.drawImage(_place(page, QRect(QPoint(), painter.viewport().size())), page)
    return painter.end()


def print_text(printer: QPrinter, text: str) -> bool:
    """Prints a note with letters of one width."""
    document = QTextDocument()
    document.setDefaultFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    document.setPlainText(text)
    document.print_(printer)
    return printer.printerState() != QPrinter.PrinterState.Error


def _wanted(printer: QPrinter, pages: Sequence[QImage]) -> Iterator[QImage]:
    """Gives the pages of the range, again for each copy where the printer makes none by itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = list(pages[first - 1 : last])
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    for _ in range(1 if printer.supportsMultipleCopies() else printer.copyCount()):
        yield from chosen


def _place(page: QImage, paper: QRect) -> QRect:
    """A4 on Letter, or the other way round, keeps its shape and stands in the middle."""
    size = page.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(), size)
    place.moveCenter(paper.center())
    return place
