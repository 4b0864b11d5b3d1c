"""What comes next: scans worth asking about, what helps, and where to read more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emergency_words import net_words
from hipmap.desktop.labels import Card, label
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.imaging import ImagingRule
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

FEW = 2
URGENT = ("emergency_now", "same_day")


class AdvicePanel(Card):
    """Shows the advice on scans of the present case, and opens the pages that go with it."""

    read_asked = Signal(str)  # the address of a page

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._knowledge: Knowledge | None = None
        self._seen: Assessment | None = None
        self._all = False
        self._country = ""
        self._shown: object = None
        self._fill()

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._show()

    def show_country(self, country: str) -> None:
        """Says whom to call in a country (two letters)."""
        self._country = country
        self._show()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._seen = assessment
        self._show()

    def shown_advice(self) -> list[str]:
        """Gives the advice that can be read at present."""
        found = [self.lines.itemAt(at) for at in range(self.lines.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    # ---- parts

    def _fill(self) -> None:
        self.title = label("", "title", wrap=True)
        self.box.addWidget(self.title)
        self.scans = label("", "caption", "muted")
        self.box.addWidget(self.scans)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(Space.S)
        self.box.addLayout(self.lines)
        self.more = self._link(self._toggle_all)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.watch = label("", "caption", "muted")
        self.net = label("", "body", wrap=True)
        self.box.addWidget(self.watch)
        self.box.addWidget(self.net)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        self.care = QPushButton()
        self.care.clicked.connect(lambda: self.read_asked.emit("list:for_this_case"))
        self.about_scans = self._link(lambda: self.read_asked.emit("page:lumbar_or_hip_mri"))
        foot.addWidget(self.care)
        foot.addWidget(self.about_scans)
        foot.addStretch(1)
        self.box.addLayout(foot)

    def _link(self, act: object) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _show(self) -> None:
        seen, knowledge = self._seen, self._knowledge
        if seen is None or knowledge is None:
            return
        now = (seen.imaging, seen.urgency.tier, seen.enough.why, self._voice, self._all, self._country)
        if now == self._shown:
            return
        self._shown = now
        advice = spoken(seen, knowledge)
        self.title.setText(self.tr("What next"))
        self.scans.setText(self.tr("Scans: what to ask about"))
        self.scans.setVisible(bool(advice))
        self._put([said(rule, self._voice) for rule in (advice if self._all else advice[:FEW])])
        self.more.setVisible(len(advice) > FEW)
        self.more.setText(self.tr("Less about scans") if self._all else self.tr("More about scans"))
        self.care.setText(self.tr("What helps in this case"))
        self.care.setVisible(seen.urgency.tier not in URGENT)
        # Where something was raised, the urgency panel says what to watch for.
        calm = seen.urgency.tier == "none_found" and seen.enough.why != "nothing_known"
        self.watch.setText(
            self.tr("What to watch for") if self._voice == "patient" else self.tr("Safety net")
        )
        self.net.setText(net_words("none_found", self._country, knowledge, self._voice) if calm else "")
        for part in (self.watch, self.net):
            part.setVisible(calm)
        self.about_scans.setText(self.tr("Back scan or hip scan?"))

    def _put(self, texts: list[str]) -> None:
        while self.lines.count():
            taken = self.lines.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words in texts:
            self.lines.addWidget(label(words, "body", wrap=True))

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._show()


def spoken(assessment: Assessment, knowledge: Knowledge) -> list[ImagingRule]:
    """Gives the rules that speak; of several with one verdict on one test, the first."""
    rules = {rule.id: rule for rule in knowledge.imaging_rules}
    told: dict[tuple[str, str], ImagingRule] = {}
    for name in assessment.imaging:
        told.setdefault((rules[name].verdict, rules[name].modality), rules[name])
    return list(told.values())
