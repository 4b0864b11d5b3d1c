"""Where somebody is in the sheet, kept while the sheet itself is made anew."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # a sheet is loaded when it is first shown
    from hipmap.desktop.sheet_panel import SheetPanel


@dataclass(frozen=True)
class SheetPlace:
    """What is searched for, which rows are shown, which one is at hand, and how far down one is."""

    search: str
    which: str
    tests: bool
    folded: frozenset[str]
    row: str | None
    top: tuple[str, int] | None  # the first finding in view, and how much of it lies above
    held: str  # what has the keyboard: "row", "search", or neither


def place_in(sheet: "SheetPanel") -> SheetPlace:
    """Tells where somebody is; the keyboard may be in another window just now."""
    row = sheet.list.current()
    focused: QWidget | None = sheet.window().focusWidget()
    on_row = row is not None and focused is not None and (focused is row or row.isAncestorOf(focused))
    return SheetPlace(
        search=sheet.search.text(),
        which=sheet.head.shown,
        tests=sheet.others.isChecked(),
        folded=frozenset(kind for kind, header in sheet.list.headers.items() if not header.isChecked()),
        row=None if row is None else row.finding.id,
        top=sheet.area.first_seen(),
        held="row" if on_row else "search" if focused is sheet.search else "",
    )


def return_to(sheet: "SheetPanel", place: SheetPlace) -> None:
    """Goes where somebody was in a sheet that stood here before."""
    sheet.search.setText(place.search)
    sheet.others.setChecked(place.tests)
    for kind, header in sheet.list.headers.items():
        header.setChecked(kind not in place.folded)
    sheet.head.show_which(place.which)
    sheet.list.arrange()
    if place.row is not None and place.row in sheet.list.shown():
        sheet.list.make_current(place.row)
        if place.held == "row":
            sheet.list.row_of(place.row).setFocus(Qt.FocusReason.OtherFocusReason)
    if place.held == "search":
        sheet.search.setFocus(Qt.FocusReason.OtherFocusReason)
    if place.top is not None:
        sheet.area.see(*place.top)
