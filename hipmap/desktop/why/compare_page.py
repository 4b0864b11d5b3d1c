"""Compare: any two origins against each other, with only what separates them, and how many times likelier."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import inset, label
from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.likelihood_words import brief
from hipmap.desktop.why.contrast_words import times_likelier
from hipmap.desktop.why.overlap import overlapping
from hipmap.desktop.why.own_view_words import compared
from hipmap.desktop.why.reason_columns import ReasonColumns
from hipmap.desktop.why.side_words import about_side
from hipmap.desktop.why.told import Told, WhyPage
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.voice import in_sentence
from hipmap.reasoning.contrast import contrast

FEW = 5


class ComparePage(WhyPage):
    """Two fields to pick from; by default the explained origin against the first other one."""

    looked_at = Signal(object)
    what_if_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.own_view = inset(label("", "body", wrap=True))
        self.side = inset(label("", "caption", "on_amber_soft", wrap=True))
        self._picked: tuple[str | None, str | None] = (None, None)
        self.first, self.second = ChoiceField(), ChoiceField()
        self.times = inset(label("", "strong", wrap=True))
        self.start = inset(label("", "caption", "muted", wrap=True))
        self.columns = ReasonColumns()
        self.columns.looked_at.connect(self.looked_at)
        self.columns.what_if_asked.connect(self.what_if_asked)
        self.note = inset(label("", "caption", "muted", wrap=True))
        self.box.addWidget(self.own_view)
        self.box.addWidget(self.side)
        self.box.addLayout(self._fields())
        for part in (self.times, self.start, self.columns, self.note):
            self.box.addWidget(part)

    def pick(self, first: str | None, second: str | None) -> None:
        """Compares these two from now on; None is the default."""
        self._picked = (first, second)
        if self.told is not None:
            self.explain(self.told)

    def forget(self) -> None:
        self._picked = (None, None)
        super().forget()

    def shown_pair(self) -> tuple[str, str]:
        return self.first.currentData(), self.second.currentData()

    def explain(self, told: Told) -> None:
        self._show_texts(told)
        first, second = self._pair(told)
        self._fill(self.first, told, first)
        self._fill(self.second, told, second)
        names = [brief(origin_name(one, told.knowledge, told.voice)) for one in (first, second)]
        found = contrast(told.case, told.knowledge, first, second)
        self.times.setText(times_likelier(names[0], in_sentence(names[1]), found.result))
        if found.result < 0:
            self.times.setText(times_likelier(in_sentence(names[0]), names[1], found.result))
        self.start.setText(self._start_words(found.start, names))
        self.columns.show_titles(
            self.tr("For {origin}").format(origin=in_sentence(names[0])),
            self.tr("For {origin}").format(origin=in_sentence(names[1])),
        )
        # Said for the second, a weight that speaks against the first is none against it.
        turned = [one.model_copy(update={"weight": -one.weight}) for one in found.for_second]
        joined = overlapping([*found.for_first, *turned], told.knowledge)
        self.columns.show_reasons(
            found.for_first[:FEW], turned[:FEW], joined, told.knowledge, told.voice
        )  # fmt: skip
        self.note.setText(self._closing(bool(found.for_first or found.for_second)))

    def keyboard(self) -> list[QWidget]:
        return [self.first, self.second, *self.columns.items]

    # ---- parts

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(Space.XS, 0, Space.XS, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        self._labels = [label("", "caption", "muted"), label("", "caption", "muted")]
        for line, field in enumerate((self.first, self.second)):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setMinimumContentsLength(8)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.activated.connect(self._field_changed)
            grid.addWidget(self._labels[line], line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _show_texts(self, told: Told) -> None:
        self._labels[0].setText(self.tr("Compare"))
        self._labels[1].setText(self.tr("with"))
        self.first.setAccessibleName(self.tr("Compare this origin"))
        self.second.setAccessibleName(self.tr("with this origin"))
        self.side.setText(about_side(told))
        self.side.setVisible(bool(self.side.text()))
        self.own_view.setText(compared(told))
        self.own_view.setVisible(bool(self.own_view.text()))

    def _pair(self, told: Told) -> tuple[str, str]:
        order = [one.id for one in told.whole.origins]
        view = told.case.own_view
        own = view.origin if view is not None else None
        first = self._picked[0] or told.origin
        likely = [one for one in order if one != first and one != NOT_COVERED]
        second = self._picked[1] or (own if own is not None and own != first else likely[0])
        return (first, second) if first != second else (first, likely[0])

    def _fill(self, field: QComboBox, told: Told, chosen: str) -> None:
        field.clear()
        for one in told.whole.origins:
            field.addItem(brief(origin_name(one.id, told.knowledge, told.voice)), one.id)
        field.setCurrentIndex(field.findData(chosen))

    def _field_changed(self) -> None:
        """Picking what stands in the other field exchanges the two."""
        if self.told is None:
            return
        before = self._pair(self.told)
        first, second = self.shown_pair()
        if first == second:
            first, second = (before[1], before[0])
        self.pick(first, second)

    def _start_words(self, decibans: float, names: list[str]) -> str:
        first, second = (
            (names[0], in_sentence(names[1])) if decibans >= 0 else (in_sentence(names[0]), names[1])
        )
        return self.tr("Before any mark or answer: {words}").format(
            words=times_likelier(first, second, decibans)
        )

    def _closing(self, anything: bool) -> str:
        if not anything:
            return self.tr("No single mark or answer tells them apart.")
        return self.tr("Both may be true at once; what fits both alike is not listed.")
