"""Puts the page for the clinic on paper, or into a file that a person chooses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from hipmap.desktop import chosen_file

MARGIN = 18.0  # millimetres


def offer_printing(button: QWidget, page: Callable[[], str], told: Callable[[str], None]) -> QMenu:
    """Opens a small menu at a button: a printer, a PDF or a web page; `page` is made when it is wanted."""
    tr = QCoreApplication.translate
    menu = QMenu(button)
    menu.addAction(tr("HomePrint", "Print…"), lambda: print_page(page(), button))
    menu.addAction(tr("HomePrint", "Save as PDF…"), lambda: _save(button, page(), "pdf", told))
    menu.addAction(tr("HomePrint", "Save as a web page…"), lambda: _save(button, page(), "html", told))
    menu.popup(button.mapToGlobal(button.rect().topLeft()))
    return menu


def print_page(page: str, parent: QWidget) -> None:
    """Asks for a printer and prints."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    chosen_file.forget_files_of(dialog)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        document_of(page).print_(printer)


def write_page(page: str, path: Path) -> None:
    """Writes the page as PDF or as a web page, by the ending of the file's name."""
    if path.suffix.lower() != ".pdf":
        path.write_text(page, encoding="utf-8")
        return
    # Not by name alone: a writer that cannot open its file says so on the console only.
    with path.open("wb"):
        pass
    writer = QPdfWriter(str(path))
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(*[MARGIN] * 4)
    )
    layout.setUnits(QPageLayout.Unit.Millimeter)
    writer.setPageLayout(layout)
    writer.setTitle(QCoreApplication.translate("HomePrint", "hipmap: for my clinic"))
    document_of(page).print_(writer)


def document_of(page: str) -> QTextDocument:
    """Gives the page as a document that can be laid out."""
    document = QTextDocument()
    document.setHtml(page)
    return document


def _save(parent: QWidget, page: str, ending: str, told: Callable[[str], None]) -> None:
    tr = QCoreApplication.translate
    title = tr("HomePrint", "Save the page for my clinic")
    chosen = chosen_file.file_to_save(parent, title, f"hipmap.{ending}", f"*.{ending}")
    if not chosen:
        return
    path = Path(chosen)
    path = path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}")
    try:
        write_page(page, path)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        told(tr("HomePrint", "The page could not be saved: {reason}").format(reason=reason))
        return
    told(tr("HomePrint", "Saved as {name}.").format(name=path.name))
