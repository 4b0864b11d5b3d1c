"""The list of all rows of the sheet, in sections that fold; it places the rows itself, for speed."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.fold_header import FoldHeader
from hipmap.desktop.sheet_order import FOLDED, Section, section_of

# So many pixels above and below what is seen are made ready for scrolling.
AROUND = 400


class RowList(QWidget):
    """Rows in sections, of which those are shown that pass the filter."""

    reached = Signal(object)  # the row that the keyboard went to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.headers: dict[str, FoldHeader] = {}
        self.sections: dict[str, list[FindingRow]] = {}
        self.rows: dict[str, FindingRow] = {}
        self.lead: tuple[str, ...] = ()
        self._shown: Callable[[FindingRow], bool] = lambda _row: True
        self._open_all = False
        self._current: FindingRow | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.arrange)

    def add_section(self, kind: Section) -> FoldHeader:
        header = FoldHeader(self)
        header.setChecked(kind not in FOLDED)
        header.toggled.connect(self.arrange_soon)
        self.headers[kind] = header
        self.sections[kind] = []
        header.show()
        return header

    def add_row(self, row: FindingRow) -> None:
        self.sections[section_of(row.finding)].append(row)
        self.rows[row.finding.id] = row
        row.grew.connect(self.arrange_soon)
        row.moved.connect(self._move)
        row.left_section.connect(self._leave_section)
        row.entered_by_person.connect(self.make_current)
        if self._current is None:
            self.make_current(row.finding.id)

    def show_only(self, shown: Callable[[FindingRow], bool], open_all: bool) -> None:
        """Shows the rows that pass; a search also opens the folded sections."""
        self._shown, self._open_all = shown, open_all
        self.arrange()
        rows = self.visible_rows()
        if rows and self._current not in rows:
            self.make_current(rows[0].finding.id)  # Tab cannot enter a row that is hidden

    def visible_rows(self) -> list[FindingRow]:
        return [row for _kind, rows in self._open_rows() for row in rows]

    def make_current(self, finding: str) -> None:
        """Makes the row the one that Tab enters."""
        row = self.rows[finding]
        if row is self._current:
            return
        if self._current is not None:
            self._current.let_focus(False)
        self._current = row
        row.let_focus(True)

    def current(self) -> FindingRow | None:
        return self._current

    def arrange_soon(self) -> None:
        self._later.start()

    def arrange(self) -> None:
        """Places every shown row for the present width."""
        self.setUpdatesEnabled(False)
        y, width = 0, self.width()
        shown: set[FindingRow] = set()
        for kind, header in self.headers.items():
            rows = self._rows_of(kind)
            header.setVisible(bool(rows))
            if not rows:
                continue
            tall = header.sizeHint().height()
            header.setGeometry(0, y, width, tall)
            y += tall
            if header.isChecked() or self._open_all:
                shown.update(rows)
                y = self._place(rows, y, width)
            y += Space.S
        for row in self.rows.values():
            if row not in shown:
                row.hide()
        self.setFixedHeight(max(y, 1))
        self.setUpdatesEnabled(True)
        self.equip_visible()

    def equip_visible(self) -> None:
        """Makes the controls of the rows that are in view, and of a few around them."""
        view = self.visibleRegion().boundingRect().adjusted(0, -AROUND, 0, AROUND)
        for row in self.rows.values():
            if not row.isHidden() and view.top() <= row.y() + row.height() and row.y() <= view.bottom():
                row.equip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self.arrange_soon()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.arrange_soon()
        super().changeEvent(event)

    def _place(self, rows: list[FindingRow], y: int, width: int) -> int:
        for row in rows:
            tall = row.height_at(width)
            row.setGeometry(0, y, width, tall)
            row.arrange()
            row.show()
            y += tall
        return y

    def _open_rows(self) -> Iterator[tuple[str, list[FindingRow]]]:
        for kind, header in self.headers.items():
            if header.isChecked() or self._open_all:
                yield kind, self._rows_of(kind)

    def _rows_of(self, kind: str) -> list[FindingRow]:
        """The shown rows of a section; those that lead stand above all sections."""
        if kind == "telling":
            rows = [self.rows[name] for name in self.lead if name in self.rows]
        else:
            rows = [row for row in self.sections[kind] if row.finding.id not in self.lead]
        return [row for row in rows if self._shown(row)]

    def _leave_section(self, step: int) -> None:
        """Goes to the first row of the next or the former section."""
        groups = [rows for _kind, rows in self._open_rows() if rows]
        sender = self.sender()
        here = next((at for at, rows in enumerate(groups) if sender in rows), None)
        if here is not None and 0 <= here + step < len(groups):
            self._enter(groups[here + step][0])

    def _move(self, step: int) -> None:
        rows = self.visible_rows()
        sender = self.sender()
        if sender not in rows:
            return
        at = next(i for i, row in enumerate(rows) if row is sender)
        self._enter(rows[min(len(rows) - 1, max(0, at + step))])

    def _enter(self, target: FindingRow) -> None:
        self.make_current(target.finding.id)
        target.setFocus()
        self.reached.emit(target)
