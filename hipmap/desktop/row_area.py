"""What is seen of the list of rows: it scrolls, has the rows near by made, and names the section on top."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.fold_header import Heading
from hipmap.desktop.row_list import RowList
from hipmap.desktop.section_strip import SectionStrip

# So many pixels above and below what is seen are made ready for scrolling.
AROUND = 240
# Rows that were guessed too tall let more of them come into view: that is soon at an end.
MOST_ROUNDS = 5


class RowArea(QScrollArea):
    """Keeps what is seen where it stands on the screen while rows above it get their true height."""

    def __init__(self, rows: RowList) -> None:
        super().__init__()
        self._rows = rows
        self._settling = False
        self._tall = 0  # of what was seen before it changed its height
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(QSize(200, 120))
        self.setWidget(rows)
        self.strip = SectionStrip(self.viewport())
        self.strip.pressed.connect(self.show_section)
        rows.arranged.connect(self.settle)
        rows.reached.connect(self.show_row)
        rows.part_reached.connect(self.show_part)
        rows.see_more = self.see_more
        rows.installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self.settle)

    def settle(self) -> None:
        """Makes the rows that are in view, and a few around them."""
        if self._settling or not self.isVisible():
            return
        self._settling = True
        bar = self.verticalScrollBar()
        for _ in range(MOST_ROUNDS):
            top = bar.value()
            first = self._rows.place_at(top)
            before = first.y if first is not None else 0
            if not self._rows.make_between(top - AROUND, top + self.viewport().height() + AROUND):
                break
            self._rows.arrange()
            if first is not None and top > 0:
                bar.setValue(top + first.y - before)
        self._settling = False
        self._show_strip()

    def show_row(self, row: QWidget) -> None:
        """Brings a row or heading into view, clear of the strip above it."""
        self.settle()
        bar, strip = self.verticalScrollBar(), self._covered()
        for _ in range(2):  # what is made on the way there may move it
            seen = self.viewport().height()
            around = min(row.height(), max(0, seen - row.height() - strip)) // 2
            above, below = row.y() - strip - around, row.y() + row.height() + around - seen
            # Of a row that is taller than what is seen, its question is seen.
            bar.setValue(min(max(bar.value(), below), max(above, below), row.y() - strip))
            self.settle()

    def show_part(self, part: QWidget) -> None:
        """Brings a part of a row into view unless it is seen whole; of one too tall for that, its top."""
        self.settle()
        bar, top = self.verticalScrollBar(), part.mapTo(self._rows, QPoint(0, 0)).y()
        least = top + part.height() + Space.S - self.viewport().height()
        bar.setValue(min(max(bar.value(), least), top - self._covered() - Space.S))

    def see_more(self, row: QWidget, step: int) -> bool:
        """Scrolls on in a row that is too tall to be seen whole; False where its end is in view."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        page, before = seen - self._covered() - Space.XL, bar.value()
        if row.height() <= seen - self._covered():
            return False
        if step > 0 and row.y() + row.height() > before + seen:
            bar.setValue(min(before + page, row.y() + row.height() + Space.S - seen))
        elif step < 0 and row.y() < before + self._covered():
            bar.setValue(max(before - page, row.y() - self._covered()))
        return bar.value() != before

    def _covered(self) -> int:
        """Gives how much of what is seen may lie under the strip."""
        return self.strip.sizeHint().height()

    def show_section(self, kind: str) -> None:
        """Scrolls to the heading of a section."""
        for _ in range(2):
            self.verticalScrollBar().setValue(self._rows.headers[kind].y())
            self.settle()

    def first_seen(self) -> tuple[str, int] | None:
        """Gives the first finding in view, and how much of its row lies above what is seen."""
        top = self.verticalScrollBar().value()
        place = self._rows.place_at(top)
        return None if place is None else (place.finding.id, top - place.y)

    def see(self, finding: str, above: int) -> None:
        """Scrolls so that a finding is the first in view, where it is shown."""
        for _ in range(2):  # what is made on the way there may move it
            y = self._rows.y_of(finding)
            if y is not None:
                self.verticalScrollBar().setValue(y + above)
                self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()
        row, top = self._rows.in_hand(), self.verticalScrollBar().value()
        seen_before = row is not None and top <= row.y() and row.y() + row.height() <= top + self._tall
        self._tall = self.viewport().height()
        if row is not None and seen_before:
            self.show_row(row)  # what comes below the list does not cover what is in hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._rows and event.type() == QEvent.Type.Show:
            self._rows.arrange_soon()
        return super().eventFilter(watched, event)

    def _show_strip(self) -> None:
        """The strip stands over the list where the heading of its section is out of sight."""
        top = self.verticalScrollBar().value()
        kind = self._rows.section_at(top)
        header = self._rows.headers[kind] if kind is not None else None
        if kind is None or header is None or header.y() >= top:
            self.strip.hide()
            return
        tall = header.height()
        below = [one.y() - top for one in self._rows.headers.values() if not one.isHidden() and one.y() > top]
        pushed = min([0, *(y - tall for y in below)])
        self.strip.show_section(kind, Heading(header.text(), header.count, header.begun, unfolded=True))
        self.strip.setGeometry(0, pushed, self.viewport().width(), tall)
        self.strip.show()
        self.strip.raise_()
