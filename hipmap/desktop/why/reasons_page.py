"""The reasons of an origin in two columns, each open down to its sources, and what would change the mind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.labels import inset, label
from hipmap.desktop.link_button import link_button
from hipmap.desktop.reason_item import ReasonItem
from hipmap.desktop.reason_words import details
from hipmap.desktop.why.mind_changers import MindChangers
from hipmap.desktop.why.overlap import overlapping
from hipmap.desktop.why.reason_columns import ReasonColumns
from hipmap.desktop.why.told import Told, WhyPage
from hipmap.model.assessment import Likelihood, Reason

FEW = 3
MOST = 6


class ReasonsPage(WhyPage):
    """Shows the reasons of one origin as the side looked at has them; they come with every assessment."""

    read_asked = Signal(str)  # the address of the origin's page
    looked_at = Signal(object)
    what_if_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open: Reason | None = None
        self._shown: object = None
        self._all = False
        self.columns = ReasonColumns()
        self.columns.pressed.connect(self._item_pressed)
        self.columns.looked_at.connect(self.looked_at)
        self.columns.what_if_asked.connect(self.what_if_asked)
        self.behind = QFrame()
        self.behind.setProperty("kind", "message")
        self.behind.setProperty("tone", "calm")
        self.behind_box = QVBoxLayout(self.behind)
        self.behind_box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.behind_box.setSpacing(Space.XS)
        self.behind.hide()
        self.more = link_button(self._toggle_all)
        self.read = link_button(lambda: self.read_asked.emit(f"page:{self.told.origin if self.told else ''}"))
        links = QHBoxLayout()
        links.setContentsMargins(Space.XS, 0, Space.XS, 0)
        links.setSpacing(Space.XL)
        links.addWidget(self.more)
        links.addWidget(self.read)
        links.addStretch(1)
        self.changers = MindChangers()
        self.about = inset(label("", "caption", "muted", wrap=True))
        self.box.addWidget(self.columns)
        self.box.addWidget(self.behind)
        self.box.addLayout(links)
        self.box.addWidget(self.changers)
        self.box.addWidget(self.about)

    @property
    def items(self) -> list[ReasonItem]:
        """The reasons that can be read."""
        return self.columns.items

    def close_open(self) -> None:
        """Folds what is unfolded under a reason."""
        self._open = None

    def tell_reasons(self, told: Told) -> None:
        """Shows reasons at once; they cost nothing, so they never wait."""
        self.told = told
        shown = self._likelihood(told)
        now = (shown.id, told.voice, self._all, shown.reasons_for, shown.reasons_against)
        if now == self._shown:
            return  # the ranges came, or the voice stayed: what is open and focused stays
        self._shown = now
        self._show_texts(told)
        most = MOST if self._all else FEW
        joined = overlapping([*shown.reasons_for, *shown.reasons_against], told.knowledge)
        self.columns.show_reasons(
            shown.reasons_for[:most], shown.reasons_against[:most], joined, told.knowledge, told.voice
        )
        for item in self.items:
            item.setChecked(_same(self._open, item.reason))
        longest = max(len(shown.reasons_for), len(shown.reasons_against))
        self.more.setVisible(longest > FEW)
        self.more.setText(self.tr("Fewer reasons") if self._all else self.tr("More reasons"))
        self._show_behind()

    def tell(self, told: Told) -> None:
        """Shows the reasons, and works out what would change the mind."""
        self.tell_reasons(told)
        self.changers.tell(told)

    def keyboard(self) -> list[QWidget]:
        return [*self.items, self.more, self.read]

    # ---- parts

    def _likelihood(self, told: Told) -> Likelihood:
        return next(one for one in told.seen.origins if one.id == told.origin)

    def _show_texts(self, told: Told) -> None:
        self.columns.show_titles(self.tr("Points towards"), self.tr("Points away"))
        origin = told.knowledge.origin_by_id.get(told.origin)
        text = ""
        if origin is not None:
            text = origin.patient_text if told.voice == "patient" else origin.clinician_text
        self.about.setText(text)
        self.about.setVisible(bool(text))
        self.read.setText(self.tr("Read about it"))
        self.read.setVisible(origin is not None)  # what is in none of the origins has no page

    def _item_pressed(self, reason: Reason) -> None:
        self._open = None if _same(self._open, reason) else reason
        for item in self.items:
            item.setChecked(_same(self._open, item.reason))
        self._show_behind()

    def _toggle_all(self) -> None:
        self._all = not self._all
        if self.told is not None:
            self.tell_reasons(self.told)

    def _show_behind(self) -> None:
        empty(self.behind_box)
        opened = next((item.reason for item in self.items if item.isChecked()), None)
        self.behind.setVisible(opened is not None)
        if opened is None or self.told is None:
            return
        found = details(opened, self.told.origin, self.told.knowledge, self.told.voice)
        self.behind_box.addWidget(label(found.answer, "strong", wrap=True))
        self.behind_box.addWidget(label(f"{found.effect} · {found.kind}", "caption", wrap=True))
        for line in (*found.figures, *found.sources):
            text = label(line, "caption", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.behind_box.addWidget(text)


def _same(one: Reason | None, other: Reason) -> bool:
    """Whether both are the same answer, though it may weigh differently by now."""
    return one is not None and (one.finding, one.side) == (other.finding, other.side)
