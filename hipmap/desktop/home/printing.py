"""The menu with which a person at home takes something along: on paper, or in a file."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from hipmap.desktop.reports.paper_out import PaperOut
from hipmap.desktop.settings.governed import export_refusal
from hipmap.report_papers import Paper

STEM = "hipmap"


def offer_printing(
    button: QWidget,
    guide: QWidget,
    make: Callable[[], Paper],
    told: Callable[[str], None],
    others: Callable[[], object],
) -> QMenu:
    """Opens a small menu at a button; the page for the clinic is made when it is wanted.

    What is under way belongs to the guide: the screen with the button may be left meanwhile.
    """
    tr = QCoreApplication.translate
    out = guide.findChild(PaperOut, "", Qt.FindChildOption.FindDirectChildrenOnly)
    if out is None:
        out = PaperOut(guide)
        out.told.connect(told)
        out.failed.connect(told)
    title = tr("HomePrint", "Save the page for my clinic")
    menu = QMenu(button)
    menu.setProperty("home", "true")

    def let_out(ending: str = "") -> None:
        if kept_in := export_refusal("handout"):
            told(kept_in)
        elif ending:
            out.ask_place(make, title, STEM, ending)
        else:
            out.ask_printer(make)

    menu.addAction(tr("HomePrint", "Print…"), lambda: let_out())
    menu.addAction(tr("HomePrint", "Save as PDF…"), lambda: let_out(".pdf"))
    menu.addAction(tr("HomePrint", "Save as a web page…"), lambda: let_out(".html"))
    menu.addSeparator()
    menu.addAction(tr("HomePrint", "Handout for me, and other files…"), others)
    menu.popup(button.mapToGlobal(button.rect().topLeft()))
    return menu
