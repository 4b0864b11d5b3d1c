"""The list of the sheet's rows in sections that fold; a row is made when somebody comes near its place."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.fold_header import FoldHeader
from hipmap.desktop.row_place import Place
from hipmap.desktop.sheet_order import FOLDED, Section, leading_rows, section_of
from hipmap.model.findings import Finding

# What stands above all sections: what fits a search best, and what tells most.
AHEAD: tuple[Section, ...] = ("found", "telling")


class RowList(QWidget):
    """Shows those findings that pass the filter; `make` gives the row of one."""

    row_made = Signal(object)
    reached = Signal(object)  # the row or heading that the keyboard went to
    part_reached = Signal(object)  # what in a row the next key tells of
    entered = Signal(str)  # the finding whose row a person went into
    arranged = Signal()

    def __init__(self, make: Callable[[Finding, QWidget], FindingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.headers: dict[str, FoldHeader] = {}
        self.sections: dict[str, list[Finding]] = {}
        self.best: tuple[str, ...] = ()
        self.lead: tuple[str, ...] = ()
        self.see_more: Callable[[QWidget, int], bool] = lambda _row, _step: False
        self._make = make
        self._places: dict[str, Place] = {}
        self._shown: Callable[[Finding], bool] = lambda _finding: True
        self._open_all = False
        self._current: str | None = None
        self._entered: str | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.arrange)

    def add_section(self, kind: Section) -> FoldHeader:
        header = FoldHeader(self)
        header.setChecked(kind not in FOLDED)
        header.toggled.connect(self.arrange_soon)
        header.reached.connect(lambda: self.reached.emit(header))
        self.headers[kind] = header
        self.sections[kind] = []
        header.show()
        return header

    def add_finding(self, finding: Finding) -> None:
        self.sections[section_of(finding)].append(finding)
        self._places[finding.id] = Place(finding)

    # ---- rows

    @property
    def rows(self) -> dict[str, FindingRow]:
        """The rows that were made by now, by finding."""
        return {name: place.row for name, place in self._places.items() if place.row is not None}

    def row_of(self, finding: str) -> FindingRow:
        """Gives the row of a finding, and makes it if need be."""
        place = self._places[finding]
        if place.row is None:
            place.row = row = self._make(place.finding, self)
            row.grew.connect(self.arrange_soon)
            row.moved.connect(self._move)
            row.stepped.connect(self._step)
            row.side_meant.connect(self.part_reached)
            row.left_section.connect(self._leave_section)
            row.entered_by_person.connect(self._enter_by_person)
            row.answered.connect(self._enter_by_person)
            row.answered_both.connect(self._enter_by_person)
            self.row_made.emit(row)
            self.arrange_soon()
        return place.row

    def make_between(self, top: int, bottom: int) -> bool:
        """Makes the shown rows of a stretch of the list, with their controls; gives whether any is new."""
        fresh = False
        for place in self._open_places():
            if place.y + place.tall >= top and place.y <= bottom:
                fresh = fresh or place.row is None
                self.row_of(place.finding.id).equip()
        return fresh

    def show_only(self, shown: Callable[[Finding], bool], open_all: bool) -> None:
        """Shows the findings that pass; a search also opens the folded sections."""
        self._shown, self._open_all = shown, open_all
        names = self.shown()
        # Tab cannot enter a row that is hidden. What a search hides and gives back is where one still is.
        if names and self._entered in names:
            self.make_current(str(self._entered))
        elif names and self._current not in names:
            self.make_current(names[0])
        self.arrange()

    def show_highlight(self, words: list[str]) -> None:
        """Has the rows show where in them stands what is searched for."""
        for row in self.rows.values():
            row.highlight = tuple(words)
            row.update()

    def shown(self) -> list[str]:
        """Gives the findings that are shown, from top to bottom."""
        return [place.finding.id for place in self._open_places()]

    def shown_in(self, kind: str) -> list[str]:
        """Gives the findings that are shown under one heading."""
        return [place.finding.id for place in self._places_of(kind)]

    def has(self, kind: str) -> bool:
        """Whether a section has anything to show, when nothing is searched for."""
        return bool(self.lead) if kind == "telling" else bool(self.sections[kind])

    def make_current(self, finding: str) -> None:
        """Makes the row the one that Tab enters."""
        if finding == self._current:
            return
        former = self._places[self._current].row if self._current is not None else None
        if former is not None:
            former.let_focus(False)
        self._current = finding
        row = self.row_of(finding)
        row.equip()
        row.let_focus(True)
        self.put_into_tab_order(row)

    def current(self) -> FindingRow | None:
        return self.row_of(self._current) if self._current is not None else None

    def in_hand(self) -> FindingRow | None:
        """Gives the current row if it, or something in it, has the keyboard."""
        row, focused = self.current(), QApplication.focusWidget()
        if row is None or focused is None:
            return None
        return row if focused is row or row.isAncestorOf(focused) else None

    def go_into(self, finding: str, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Gives the keyboard to the row of a finding that is shown, and has it brought into view."""
        self.make_current(finding)
        row = self.row_of(finding)
        if self._later.isActive():
            self.arrange()
        row.setFocus(reason)
        self.reached.emit(row)

    def lead_with(self, names: Sequence[str]) -> bool:
        """Puts rows above all sections; gives whether their order changed.

        What a person has in hand stays where it is.
        """
        row = self.in_hand()
        held = row.finding.id if row is not None else None
        new = names if held in self.lead else [name for name in names if name != held]
        wanted = leading_rows(new, self.lead, held)
        changed, self.lead = wanted != self.lead, wanted
        return changed

    # ---- places

    def arrange_soon(self) -> None:
        self._later.start()

    def arrange(self) -> None:
        """Places every shown row for the present width."""
        self._later.stop()
        self.setUpdatesEnabled(False)
        y, width = 0, self.width()
        shown: set[Place] = set()
        for kind, header in self.headers.items():
            places = self._places_of(kind)
            header.setVisible(bool(places))
            if not places:
                continue
            tall = header.sizeHint().height()
            header.setGeometry(0, y, width, tall)
            y += tall
            if header.isChecked() or self._open_all:
                shown.update(places)
                y = self._put(places, y, width)
            y += Space.S
        for place in self._places.values():
            if place.row is not None and place not in shown:
                place.row.hide()
        self.setFixedHeight(max(y, 1))
        self.setUpdatesEnabled(True)
        self.arranged.emit()

    def place_at(self, y: int) -> Place | None:
        """Gives the first shown place that ends below a height of the list."""
        return next((place for place in self._open_places() if place.y + place.tall > y), None)

    def y_of(self, finding: str) -> int | None:
        """Gives where the row of a finding begins, if it is shown."""
        return next((place.y for place in self._open_places() if place.finding.id == finding), None)

    def leads_between(self, top: int, bottom: int) -> bool:
        """Whether rows lead, and all of them are in view where this stretch of the list is."""
        if not self.lead or not (self.headers["telling"].isChecked() or self._open_all):
            return False
        places = self._places_of("telling")
        whole = len(places) == len(self.lead)
        strip = self.headers["telling"].height() if top else 0
        return whole and places[0].y >= top + strip and places[-1].y + places[-1].tall <= bottom

    def section_at(self, y: int) -> str | None:
        """Gives the section that a height of the list lies in."""
        above = [kind for kind, header in self.headers.items() if not header.isHidden() and header.y() <= y]
        return above[-1] if above else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self.arrange_soon()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.arrange_soon()
        super().changeEvent(event)

    def _put(self, places: list[Place], y: int, width: int) -> int:
        for place in places:
            place.y, place.tall = y, place.height_at(width)
            if place.row is not None:
                place.row.setGeometry(0, y, width, place.tall)
                place.row.arrange()
                place.row.show()
            y += place.tall
        return y

    def _open_sections(self) -> Iterator[list[Place]]:
        for kind, header in self.headers.items():
            if header.isChecked() or self._open_all:
                yield self._places_of(kind)

    def _open_places(self) -> list[Place]:
        return [place for places in self._open_sections() for place in places]

    def _places_of(self, kind: str) -> list[Place]:
        """The shown places of a section; what fits best or tells most stands above all sections, and once."""
        return [place for name in self._names_of(kind) if self._shown((place := self._places[name]).finding)]

    def _names_of(self, kind: str) -> list[str]:
        if kind == "found":
            return [name for name in self.best if name in self._places]
        if kind == "telling":
            return [name for name in self.lead if name in self._places and name not in self.best]
        return [one.id for one in self.sections[kind] if one.id not in self.lead and one.id not in self.best]

    # ---- ways through the list

    def put_into_tab_order(self, row: FindingRow) -> None:
        """Tab comes to the row from the heading above it, and from the row to its controls."""
        name = row.finding.id
        kind = "found" if name in self.best else "telling" if name in self.lead else section_of(row.finding)
        before: QWidget = self.headers[kind]
        for after in (row, *row.findChildren(QWidget)):
            if after.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, after)
                before = after

    def _enter_by_person(self, finding: str) -> None:
        self._entered = finding
        self.make_current(finding)
        self.entered.emit(finding)

    def _leave_section(self, step: int) -> None:
        """Goes to the first row of the next or the former section."""
        groups = [[place.finding.id for place in places] for places in self._open_sections() if places]
        here = next((at for at, names in enumerate(groups) if self._sender() in names), None)
        if here is not None and 0 <= here + step < len(groups):
            self.go_into(groups[here + step][0], Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        """Goes to the next row once this one has been seen to its end."""
        row = self.in_hand()
        if row is None or not self.see_more(row, step):
            self._move(step)

    def _move(self, step: int) -> None:
        names = self.shown()
        if self._sender() in names:
            at = names.index(self._sender()) + step
            self.go_into(names[min(len(names) - 1, max(0, at))], Qt.FocusReason.OtherFocusReason)

    def _sender(self) -> str:
        row = self.sender()
        return row.finding.id if isinstance(row, FindingRow) else ""
