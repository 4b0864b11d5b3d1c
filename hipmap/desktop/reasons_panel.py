"""Why an origin is as likely as it is: reasons, the way to it, a comparison, and what it hangs on."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from hipmap.desktop.choice_strip import Choice
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, inset, label
from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.reason_item import ReasonItem
from hipmap.desktop.tab_order import TabOrder
from hipmap.desktop.text_tabs import TextTabs
from hipmap.desktop.why.reasons_page import ReasonsPage
from hipmap.desktop.why.told import Told, WhyPage
from hipmap.desktop.why.what_if_asked import Asked
from hipmap.model.assessment import Assessment, Reason
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

# An explanation waits until nothing has changed for a moment: it must not slow what is being done.
WAIT_MS = 60


class ReasonsPanel(Card):
    """Tabs over one origin. Emits what a person wants to read, and the reason that is pointed at."""

    read_asked = Signal(str)  # the address of the origin's page
    pointed_at = Signal(object)  # what another answer is asked about; None when it is left
    asked_now = Signal(object)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab_order = TabOrder()
        self._voice: Voice = voice
        self._knowledge: Knowledge | None = None
        self._case: tuple[Case, Assessment, Assessment] | None = None
        self._origin: str | None = None
        self._chosen = "reasons"
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._later.timeout.connect(self._explain)
        self._fill()

    @property
    def items(self) -> list[ReasonItem]:
        return self.reasons.items

    @property
    def behind(self) -> QFrame:
        return self.reasons.behind

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._show()

    def show_case(self, case: Case, seen: Assessment, whole: Assessment) -> None:
        """Shows a case: as the side looked at has it, and as the whole assessment has it."""
        self._case = (case, seen, whole)
        self._show()

    def show_origin(self, origin: str | None) -> None:
        self._origin = origin
        self.reasons.close_open()
        self._show()

    def show_page(self, page: str) -> None:
        """Goes to a tab."""
        self._chosen = page
        self.tabs.show_choice(page)
        for name, widget in self._pages.items():
            widget.setVisible(name == page)
        if page not in self._pages:
            self._add(page, _make(page))
        self._explain()

    def compare(self, first: str | None, second: str | None) -> None:
        """Compares two origins; None is the explained one, or the first other one."""
        from hipmap.desktop.why.compare_page import ComparePage

        self.show_page("compare")
        page = self._pages["compare"]
        if isinstance(page, ComparePage):
            page.pick(first, second)

    def begin_anew(self) -> None:
        """Forgets what was looked at, as another case begins."""
        self.show_origin(None)
        for page in self._pages.values():
            page.forget()
        self.show_page("reasons")

    def page(self, name: str) -> WhyPage:
        """Gives a page that was shown before."""
        return self._pages[name]

    def told(self) -> Told | None:
        """Gives what is explained at present."""
        if self._case is None or self._knowledge is None or not self._case[1].origins:
            return None
        case, seen, whole = self._case
        ids = [one.id for one in seen.origins]
        first = max(seen.origins, key=lambda one: one.probability).id
        origin = self._origin if self._origin in ids else first
        return Told(case, seen, whole, self._knowledge, self._voice, origin)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()  # what was not looked at was not worked out

    # ---- parts

    def _fill(self) -> None:
        self.box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.box.setSpacing(Space.XS)
        self.title = inset(label("", "title", wrap=True))
        self.tabs = TextTabs(_tab_choices())
        self.tabs.chosen.connect(self.show_page)
        self.honest = inset(label("", "caption", "muted", wrap=True))
        self.box.addWidget(self.title)
        self.box.addWidget(self.tabs)
        self._pages: dict[str, WhyPage] = {}
        self.reasons = ReasonsPage()
        self.reasons.read_asked.connect(self.read_asked)
        self.box.addWidget(self.honest)
        self._add("reasons", self.reasons)
        self.tabs.show_choice("reasons")

    def _add(self, name: str, page: WhyPage) -> None:
        self._pages[name] = page
        self.box.insertWidget(1 + len(self._pages), page)  # after title, tabs and the pages before it
        for signal in ("looked_at", "what_if_asked"):
            if hasattr(page, signal):
                act = self._point if signal == "looked_at" else self._ask_now
                getattr(page, signal).connect(act)

    def _point(self, reason: Reason | None) -> None:
        self.pointed_at.emit(None if reason is None else Asked(reason.finding, reason=reason))

    def _ask_now(self, reason: Reason) -> None:
        self.asked_now.emit(Asked(reason.finding, reason=reason))

    def _show(self) -> None:
        told = self.told()
        if told is None:
            return
        name = origin_name(told.origin, told.knowledge, told.voice)
        self.title.setText(self.tr("Why: {origin}").format(origin=name))
        self.tabs.show_texts(_tab_choices())
        self.honest.setText(self._honest_words())
        self.reasons.tell_reasons(told)
        self._order_keyboard()
        self._later.start()

    def _order_keyboard(self) -> None:
        """What is made as the case goes on is reached in the order in which it is read."""
        self._tab_order.put([self.tabs.tabs[-1], *self._pages[self._chosen].keyboard()])

    def _explain(self) -> None:
        """Fills the page that is looked at, once the ranges have come."""
        told = self.told()
        if told is None or told.whole.origins[0].low is None:
            return
        if self.isVisible():
            self._pages[self._chosen].tell(told)
            self._order_keyboard()

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


def _make(page: str) -> WhyPage:
    """Makes a page when it is first looked at."""
    from hipmap.desktop.why.compare_page import ComparePage
    from hipmap.desktop.why.figures_page import FiguresPage
    from hipmap.desktop.why.steps_page import StepsPage

    return {"steps": StepsPage, "compare": ComparePage, "figures": FiguresPage}[page]()


def _tab_choices() -> list[Choice]:
    tr = QCoreApplication.translate
    return [
        Choice("reasons", tr("Why", "Reasons")),
        Choice("steps", tr("Why", "Steps"), tr("Why", "Step by step")),
        Choice("compare", tr("Why", "Compare")),
        Choice("figures", tr("Why", "What moves it")),
    ]
