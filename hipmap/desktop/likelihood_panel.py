"""The likelihoods of all origins, most likely first, with pairs and the scale of words one click away."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.likelihood_legend import LikelihoodLegend
from hipmap.desktop.likelihood_list import PAIRS, all_origins, all_pairs, few_of, few_pairs
from hipmap.desktop.likelihood_row import LikelihoodRow, PairRow, Shown
from hipmap.desktop.side_chooser import SideChooser
from hipmap.desktop.tab_order import TabOrder
from hipmap.desktop.what_if_note import WhatIfNote
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class LikelihoodPanel(Card):
    """Emits the origin whose reasons a person wants to see, and the side that they want to look at.

    `origin_hovered` tells the origin that is pointed at or focused, and nothing (an empty text) after it.
    """

    origin_chosen = Signal(str)
    origin_hovered = Signal(str)
    side_chosen = Signal(str)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab_order = TabOrder()
        self._voice: Voice = voice
        self._knowledge: Knowledge | None = None
        self._seen: Assessment | None = None
        self._chosen: str | None = None
        self._all = False
        self.rows: dict[str, LikelihoodRow] = {}
        self._fill()

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self.sides.show_voice(voice)
        self._show_texts()
        self._show_rows()

    def show_case(self, case: Case, assessment: Assessment) -> Assessment:
        """Shows the side that is looked at, and gives the assessment as it stands there."""
        self._seen = self.sides.seen(case, assessment)
        self.note.setText(self._note())
        self._show_rows()
        return self._seen

    def begin_anew(self) -> None:
        """Looks at the first origin of the leading side, as another case begins."""
        self._chosen = None
        self.sides.begin_anew()

    def show_chosen(self, origin: str | None) -> None:
        """Marks the origin whose reasons are shown; None is the first."""
        self._chosen = origin
        self._show_rows()

    def shown_origin(self) -> str | None:
        if self._seen is None or not self._seen.origins:
            return None
        ids = [origin.id for origin in self._seen.origins]
        return self._chosen if self._chosen in ids else ids[0]

    def show_what_if(self, words: str, then: Mapping[str, float]) -> None:
        """Shows what every origin would be, beside what it is, and says under which answer."""
        for name, row in self.rows.items():
            row.show_then(then.get(name))
        self.what_if.tell(words)

    def hide_what_if(self) -> None:
        """Shows only what is."""
        for row in self.rows.values():
            row.show_then(None)
        self.what_if.hide()

    def visible_rows(self) -> list[LikelihoodRow]:
        lists = (self.list, self.pair_list)
        found = [layout.itemAt(at) for layout in lists for at in range(layout.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [row for row in widgets if isinstance(row, LikelihoodRow) and not row.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.what_if.take_place()

    # ---- parts

    def _fill(self) -> None:
        self.box.setContentsMargins(Space.S, Space.S + 2, Space.S, Space.XS)
        self.box.setSpacing(Space.HAIR)
        head = QVBoxLayout()
        head.setContentsMargins(Space.S, 0, Space.S, Space.HAIR)
        head.setSpacing(0)
        self.title = label("", "title", wrap=True)
        self.note = label("", "caption", "muted", wrap=True)
        head.addWidget(self.title)
        head.addWidget(self.note)
        self.box.addLayout(head)
        self._add_sides()
        self.list = self._rows()
        self.pair_list = self._rows()
        foot = QHBoxLayout()
        self.more = self._link(self._toggle_all)
        self.meaning = self._link(self._toggle_legend)
        self.meaning.setCheckable(True)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.meaning)
        self.box.addLayout(foot)
        self.legend = LikelihoodLegend()
        self.legend.hide()
        self.box.addWidget(self.legend)
        self.what_if = WhatIfNote(self)
        self._show_texts()

    def _rows(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self.box.addLayout(rows)
        return rows

    def _add_sides(self) -> None:
        self.sides = SideChooser(self._voice)
        self.sides.chosen.connect(self.side_chosen)
        line = QHBoxLayout()
        line.setContentsMargins(Space.S, 0, Space.S, 0)
        line.addWidget(self.sides)
        self.box.addLayout(line)

    def _link(self, act: object) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _note(self) -> str:
        """What must be known before the list is read."""
        if self._seen is not None and self._seen.enough.why == "nothing_known":
            return self.tr("Before any mark or answer: only how common each is to start with.")
        if self._seen is not None and self._seen.urgency.tier in ("emergency_now", "same_day"):
            return self.tr("More than one can be true. None of this changes how urgent it is.")
        return self.tr("More than one can be true.")

    def _show_texts(self) -> None:
        clinical = self._voice == "clinician"
        self.title.setText(
            self.tr("Likely origin of the pain") if clinical else self.tr("Where the pain may come from")
        )
        self.note.setText(self._note())
        self.meaning.setText(self.tr("What the words mean"))
        self.legend.show_voice(self._voice)

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._show_rows()

    def _toggle_legend(self) -> None:
        self.legend.setVisible(self.meaning.isChecked())

    def _show_rows(self) -> None:
        if self._seen is None or self._knowledge is None:
            return
        origins = list(all_origins(self._seen, self._knowledge, self._voice))
        few = few_of(origins)
        pairs = list(all_pairs(self._seen, self._knowledge, self._voice))
        shown, shown_pairs = (origins, pairs) if self._all else (few, few_pairs(pairs))
        self._put(self.list, shown)
        self._put(self.pair_list, shown_pairs)
        self._hide_all_but({one.id for one in (*shown, *shown_pairs)})
        self._let_tab_go_down()
        self.more.setVisible(len(origins) > len(few) or len(pairs) > PAIRS)
        self.more.setText(
            self.tr("Show fewer") if self._all else self.tr("Show all {count}").format(count=len(origins))
        )

    def _put(self, layout: QVBoxLayout, shown: Iterable[Shown]) -> None:
        for at, one in enumerate(shown):
            row = self.rows.get(one.id)
            if row is None:
                kind = LikelihoodRow if layout is self.list else PairRow
                row = self.rows[one.id] = kind(one, self._voice)
                row.clicked.connect(self._row_clicked)
                row.looked_at.connect(self._row_looked_at)
            else:
                row.show_likelihood(one.after(row.shown), self._voice)
            row.setChecked(one.id == self.shown_origin())
            if layout.indexOf(row) != at:
                layout.removeWidget(row)
                layout.insertWidget(at, row)
            if row.isHidden():
                row.show()

    def _hide_all_but(self, ids: set[str]) -> None:
        for one, row in self.rows.items():
            if one not in ids:
                row.hide()

    def _let_tab_go_down(self) -> None:
        """Rows are made and moved as the case goes on: the keyboard goes the way that is read."""
        self._tab_order.put([self.sides.buttons[-1], *self.visible_rows()])

    def _row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, LikelihoodRow) and "+" not in row.shown.id:
            self.origin_chosen.emit(row.shown.id)

    def _row_looked_at(self, origin: str) -> None:
        if "+" not in origin:
            self.origin_hovered.emit(origin)
