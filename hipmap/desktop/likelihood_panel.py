"""The likelihoods of all origins, most likely first, with pairs and the scale of words one click away."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.likelihood_row import LikelihoodRow, Shown
from hipmap.desktop.likelihood_words import SCALE, word
from hipmap.desktop.side_chooser import SideChooser
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.knowledge import Knowledge
from hipmap.model.outside_causes import outside_cause
from hipmap.model.voice import Voice, in_sentence, said
from hipmap.reasoning.likelihood_words import word_of

FEW = 5
PAIRS = 1
# A pair less probable than this is shown among all only.
LEAST_PAIR = 0.1


class LikelihoodPanel(Card):
    """Emits the origin whose reasons a person wants to see, and the side that they want to look at."""

    origin_chosen = Signal(str)
    side_chosen = Signal(str)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def visible_rows(self) -> list[LikelihoodRow]:
        lists = (self.list, self.pair_list)
        found = [layout.itemAt(at) for layout in lists for at in range(layout.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [row for row in widgets if isinstance(row, LikelihoodRow) and not row.isHidden()]

    # ---- parts

    def _fill(self) -> None:
        self.box.setContentsMargins(Space.S, Space.M, Space.S, Space.S)
        self.box.setSpacing(Space.XS)
        head = QVBoxLayout()
        head.setContentsMargins(Space.S + 2, 0, Space.S, 0)
        head.setSpacing(Space.HAIR)
        self.title = label("", "title", wrap=True)
        self.note = label("", "caption", "muted", wrap=True)
        head.addWidget(self.title)
        head.addWidget(self.note)
        self.box.addLayout(head)
        self._add_sides()
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.box.addLayout(self.list)
        self.pairs_title = label("", "caption", "muted")
        self.pairs_title.setContentsMargins(Space.S + 2, Space.XS, 0, 0)
        self.box.addWidget(self.pairs_title)
        self.pair_list = QVBoxLayout()
        self.pair_list.setSpacing(0)
        self.box.addLayout(self.pair_list)
        foot = QHBoxLayout()
        self.more = self._link(self._toggle_all)
        self.meaning = self._link(self._toggle_legend)
        self.meaning.setCheckable(True)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.meaning)
        self.box.addLayout(foot)
        self.legend = QWidget()
        self.legend.setProperty("kind", "page")
        self.legend_grid = QGridLayout(self.legend)
        self.legend_grid.setContentsMargins(Space.S + 2, 0, Space.S, Space.S)
        self.legend_grid.setVerticalSpacing(Space.XS)
        self.legend.hide()
        self.box.addWidget(self.legend)
        self._show_texts()

    def _add_sides(self) -> None:
        self.sides = SideChooser(self._voice)
        self.sides.chosen.connect(self.side_chosen)
        line = QHBoxLayout()
        line.setContentsMargins(Space.S + 2, Space.XS, Space.S, Space.XS)
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
        self.pairs_title.setText(self.tr("Two at once"))
        self.meaning.setText(self.tr("What the words mean"))
        while self.legend_grid.count():
            item = self.legend_grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, (word_id, percents, tenths) in enumerate(SCALE):
            numbers = percents if clinical else self.tr("{tenths} in 10").format(tenths=tenths)
            self.legend_grid.addWidget(label(word(word_id), "caption"), line, 0)
            self.legend_grid.addWidget(label(numbers, "caption", "muted"), line, 1)
        unsure = (
            self.tr("the range is wider than 40 points")
            if clinical
            else self.tr("your answers leave it open")
        )
        self.legend_grid.addWidget(label(word("cannot_say_yet"), "caption"), len(SCALE), 0)
        self.legend_grid.addWidget(label(unsure, "caption", "muted", wrap=True), len(SCALE), 1)
        self.legend_grid.setColumnStretch(1, 1)

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._show_rows()

    def _toggle_legend(self) -> None:
        self.legend.setVisible(self.meaning.isChecked())

    def _show_rows(self) -> None:
        if self._seen is None or self._knowledge is None:
            return
        origins = list(self._origins(self._seen, self._knowledge))
        few = (
            origins[:FEW]
            if any(o.id == NOT_COVERED for o in origins[:FEW])
            else [
                *origins[: FEW - 1],
                *(o for o in origins if o.id == NOT_COVERED),
            ]
        )
        pairs = list(self._pairs(self._seen, self._knowledge))
        shown_pairs = (
            pairs if self._all else [pair for pair in pairs[:PAIRS] if pair.probability >= LEAST_PAIR]
        )
        self._put(self.list, origins if self._all else few)
        self._put(self.pair_list, shown_pairs)
        self._hide_all_but({one.id for one in (*(origins if self._all else few), *shown_pairs)})
        self._let_tab_go_down()
        self.pairs_title.setVisible(bool(shown_pairs))
        self.more.setVisible(len(origins) > len(few) or len(pairs) > PAIRS)
        self.more.setText(
            self.tr("Show fewer") if self._all else self.tr("Show all {count}").format(count=len(origins))
        )

    def _put(self, layout: QVBoxLayout, shown: Iterable[Shown]) -> None:
        for at, one in enumerate(shown):
            row = self.rows.get(one.id)
            if row is None:
                row = self.rows[one.id] = LikelihoodRow(one, self._voice)
                row.clicked.connect(self._row_clicked)
            else:
                row.show_likelihood(one.after(row.shown), self._voice)
            row.setChecked(one.id == self.shown_origin())
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if layout is self.list else Qt.FocusPolicy.NoFocus)
            if layout.indexOf(row) != at:
                layout.removeWidget(row)
                layout.insertWidget(at, row)
            row.show()

    def _hide_all_but(self, ids: set[str]) -> None:
        for one, row in self.rows.items():
            if one not in ids:
                row.hide()

    def _let_tab_go_down(self) -> None:
        """Rows are made and moved as the case goes on: the keyboard goes the way that is read."""
        before: QWidget = self.sides.buttons[-1]
        for row in self.visible_rows():
            if before.nextInFocusChain() is not row:
                QWidget.setTabOrder(before, row)
            before = row

    def _row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, LikelihoodRow) and "+" not in row.shown.id:
            self.origin_chosen.emit(row.shown.id)

    def _origins(self, seen: Assessment, knowledge: Knowledge) -> Iterable[Shown]:
        cause = outside_cause(seen.conditions, knowledge)
        for one in sorted(seen.origins, key=lambda o: -o.probability):
            name = self._name(one.id, knowledge)
            if one.id == NOT_COVERED and cause is not None:
                name = f"{name}: {in_sentence(said(cause, self._voice))}"
            yield Shown(one.id, name, one.word, one.probability, one.low, one.high)

    def _pairs(self, seen: Assessment, knowledge: Knowledge) -> Iterable[Shown]:
        for pair in sorted(seen.combined, key=lambda c: -c.probability):
            first, second = (self._name(origin, knowledge) for origin in pair.origins)
            name = self.tr("{first} with {second}").format(first=first, second=in_sentence(second))
            yield Shown(
                "+".join(pair.origins), name, word_of(pair.probability, None, None, 1.0), pair.probability
            )

    def _name(self, origin: str, knowledge: Knowledge) -> str:
        found = knowledge.origin_by_id.get(origin)
        if found is not None:
            return said(found, self._voice)
        return self.tr("Something else, not covered here") if origin == NOT_COVERED else origin
