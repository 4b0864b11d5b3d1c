"""Why an origin is likely: what points towards it and what away, each open down to its sources."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.case_view import CaseView
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.reason_item import ReasonItem
from hipmap.desktop.reason_words import details, reason_label
from hipmap.model.assessment import Likelihood, Reason
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

FEW = 3
MOST = 6


class ReasonsPanel(CaseView, Card):
    """Shows the reasons of one origin."""

    read_asked = Signal(str)  # the address of the origin's page

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._origin: str | None = None
        self._open: Reason | None = None
        self._shown: object = None
        self._all = False
        self._shown_id = ""
        self.items: list[ReasonItem] = []
        self._fill()

    def show_origin(self, origin: str | None) -> None:
        self._origin = origin
        self._open = None
        self._show()

    # ---- parts

    def _fill(self) -> None:
        self.title = label("", "title", wrap=True)
        self.about = label("", "caption", "muted", wrap=True)
        self.box.addWidget(self.title)
        self.box.addWidget(self.about)
        columns = QHBoxLayout()
        columns.setSpacing(Space.M)
        self.towards_title, self.towards = self._column(columns)
        self.away_title, self.away = self._column(columns)
        self.box.addLayout(columns)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.setProperty("flush", "true")
        self.more.clicked.connect(self._toggle_all)
        self.read = QPushButton()
        self.read.setProperty("kind", "link")
        self.read.setProperty("flush", "true")
        self.read.clicked.connect(lambda: self.read_asked.emit(f"page:{self._shown_id}"))
        links = QHBoxLayout()
        links.setSpacing(Space.XL)
        links.addWidget(self.more)
        links.addWidget(self.read)
        links.addStretch(1)
        self.box.addLayout(links)
        self.behind = QFrame()
        self.behind.setProperty("kind", "message")
        self.behind.setProperty("tone", "calm")
        self.behind_box = QVBoxLayout(self.behind)
        self.behind_box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.behind_box.setSpacing(Space.XS)
        self.behind.hide()
        self.box.addWidget(self.behind)
        self.honest = label("", "caption", "muted", wrap=True)
        self.box.addWidget(self.honest)

    def _column(self, columns: QHBoxLayout) -> tuple[QLabel, QVBoxLayout]:
        column = QVBoxLayout()
        column.setSpacing(Space.HAIR)
        title = label("", "caption", "muted", wrap=True)
        column.addWidget(title)
        items = QVBoxLayout()
        items.setSpacing(Space.HAIR)
        column.addLayout(items)
        column.addStretch(1)
        columns.addLayout(column, 1)
        return title, items

    def _likelihood(self) -> Likelihood | None:
        if self._seen is None or not self._seen.origins:
            return None
        first = max(self._seen.origins, key=lambda one: one.probability)
        return next((one for one in self._seen.origins if one.id == self._origin), first)

    def _show(self) -> None:
        shown, knowledge = self._likelihood(), self._knowledge
        if shown is None or knowledge is None:
            return
        now = (shown.id, self._voice, self._all, shown.reasons_for, shown.reasons_against)
        if now == self._shown:
            return  # the ranges came, or the voice stayed: what is open and focused stays
        self._shown = now
        self._shown_id = shown.id
        self._show_read(shown)
        origin = knowledge.origin_by_id.get(shown.id)
        name = said(origin, self._voice) if origin is not None else self.tr("Something else")
        self.title.setText(self.tr("Why: {origin}").format(origin=name))
        text = (
            ""
            if origin is None
            else origin.patient_text
            if self._voice == "patient"
            else origin.clinician_text
        )
        self.about.setText(text)
        self.about.setVisible(bool(text))
        self.towards_title.setText(self.tr("Points towards"))
        self.away_title.setText(self.tr("Points away"))
        most = MOST if self._all else FEW
        self._clear()
        self._put(self.towards, shown.reasons_for[:most], knowledge)
        self._put(self.away, shown.reasons_against[:most], knowledge)
        self._show_more(shown)
        self._show_behind(shown, knowledge)
        self.honest.setText(self._honest_words())

    def _show_read(self, shown: Likelihood) -> None:
        """What is in none of the origins has no page."""
        self.read.setText(self.tr("Read about it"))
        self.read.setVisible(self._knowledge is not None and shown.id in self._knowledge.origin_by_id)

    def _show_more(self, shown: Likelihood) -> None:
        longest = max(len(shown.reasons_for), len(shown.reasons_against))
        self.more.setVisible(longest > FEW)
        self.more.setText(self.tr("Fewer reasons") if self._all else self.tr("More reasons"))

    def _honest_words(self) -> str:
        if self._voice == "patient":
            return self.tr(
                "Built from studies of single signs and from judgement. "
                "It was not tested on patients like you."
            )
        return self.tr(
            "Built from published studies of single findings and from clinical judgement; not tested on "
            "patients like yours."
        )

    def _clear(self) -> None:
        for item in self.items:
            item.hide()
            item.deleteLater()
        self.items = []
        for column in (self.towards, self.away):
            while column.count():
                taken = column.takeAt(0)
                widget = taken.widget() if taken is not None else None
                if isinstance(widget, QLabel):
                    widget.hide()
                    widget.deleteLater()

    def _put(self, column: QVBoxLayout, reasons: Sequence[Reason], knowledge: Knowledge) -> None:
        if not reasons:
            column.addWidget(label(self.tr("nothing yet"), "caption", "muted"))
        for reason in reasons:
            item = ReasonItem(reason, reason_label(reason, knowledge, self._voice))
            item.setChecked(_same(self._open, reason))
            item.clicked.connect(self._item_clicked)
            column.addWidget(item)
            self.items.append(item)

    def _item_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, ReasonItem):
            self._open = None if _same(self._open, item.reason) else item.reason
            for other in self.items:
                other.setChecked(_same(self._open, other.reason))
            shown = self._likelihood()
            if shown is not None and self._knowledge is not None:
                self._show_behind(shown, self._knowledge)

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._show()

    def _show_behind(self, shown: Likelihood, knowledge: Knowledge) -> None:
        while self.behind_box.count():
            taken = self.behind_box.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        opened = next((item.reason for item in self.items if item.isChecked()), None)
        self.behind.setVisible(opened is not None)
        if opened is None:
            return
        found = details(opened, shown.id, knowledge, self._voice)
        self.behind_box.addWidget(label(found.answer, "strong", wrap=True))
        self.behind_box.addWidget(label(f"{found.effect} · {found.kind}", "caption", wrap=True))
        for line in (*found.figures, *found.sources):
            text = label(line, "caption", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.behind_box.addWidget(text)


def _same(one: Reason | None, other: Reason) -> bool:
    """Whether both are the same answer, though it may weigh differently by now."""
    return one is not None and (one.finding, one.side) == (other.finding, other.side)
