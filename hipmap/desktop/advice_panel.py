"""What comes next: scans worth asking about, what helps, and where to read more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.case_view import CaseView
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emergency_words import net_parts
from hipmap.desktop.labels import Card, label
from hipmap.desktop.link_button import link_button
from hipmap.model.imaging import ImagingRule
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said
from hipmap.reasoning.imaging_advice import told_advice

FEW = 2
URGENT = ("emergency_now", "same_day")


class AdvicePanel(CaseView, Card):
    """Shows the advice on scans of the present case, and opens the pages that go with it."""

    read_asked = Signal(str)  # the address of a page

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._all = False
        self._net_open = False
        self._country = ""
        self._covered = False
        self._shown: object = None
        self._fill()

    def show_country(self, country: str) -> None:
        """Says whom to call in a country (two letters)."""
        self._country = country
        self._show()

    def cover(self, covered: bool) -> None:
        """Leaves out what tells where the pain is likely to come from; what to watch for stays."""
        self._covered = covered
        self._show()

    def shown_advice(self) -> list[str]:
        """Gives the advice that can be read at present."""
        found = [self.lines.itemAt(at) for at in range(self.lines.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    # ---- parts

    def _fill(self) -> None:
        self.title = label("", "title", wrap=True)
        self.hint = label("", "body", "muted", wrap=True)
        self.scans = label("", "caption", "muted")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(Space.S)
        self.more = link_button(self._toggle_all)
        self.about_scans = link_button(lambda: self.read_asked.emit("page:lumbar_or_hip_mri"))
        self.watch = label("", "caption", "muted")
        self.net = label("", "body", wrap=True)
        self.net_middle = label("", "body", wrap=True)
        self.net_urgent = label("", "strong", wrap=True)
        self.more_net = link_button(self._toggle_net)
        self.care = QPushButton()
        self.care.clicked.connect(lambda: self.read_asked.emit("list:for_this_case"))
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self.title, self.hint, self.scans):
            self.box.addWidget(part)
        self.box.addLayout(self.lines)
        self.box.addLayout(self._links(self.more, self.about_scans))
        for part in (self.watch, self.net, self.net_middle, self.net_urgent):
            self.box.addWidget(part)
        self.box.addLayout(self._links(self.more_net))
        self.box.addSpacing(Space.XS)
        self.box.addWidget(self.care, 0, left)

    def _links(self, *links: QPushButton) -> QVBoxLayout:
        """Puts links below each other."""
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for link in links:
            rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return rows

    def _show(self) -> None:
        seen, knowledge = self._seen, self._knowledge
        if seen is None or knowledge is None:
            return
        now = (
            seen.imaging, seen.urgency.tier, seen.enough.why, self._voice, self._all, self._net_open,
            self._country, self._covered,
        )  # fmt: skip
        if now == self._shown:
            return
        self._shown = now
        self.title.setText(self.tr("What next"))
        urgent, nothing = seen.urgency.tier in URGENT, seen.enough.why == "nothing_known"
        self.hint.setVisible(nothing and not urgent)
        self.hint.setText(self._hint_words())
        self._show_scans([] if self._covered else told_advice(seen, knowledge), urgent)
        # Where something was raised, the urgency panel says what to watch for.
        self._show_net(knowledge, seen.urgency.tier == "none_found" and not nothing)
        self.care.setText(self.tr("What helps in this case"))
        self.care.setVisible(not urgent and not nothing and not self._covered)
        self.setVisible(not urgent or bool(seen.imaging))

    def _hint_words(self) -> str:
        if self._voice == "patient":
            return self.tr(
                "Mark where it hurts and answer some questions. Then you can read here what helps."
            )
        return self.tr("Mark the pain and answer some questions; imaging advice and self-care follow here.")

    def _show_scans(self, advice: list[ImagingRule], urgent: bool) -> None:
        self.scans.setText(self.tr("Scans: what to ask about"))
        self.scans.setVisible(bool(advice))
        self._put([said(rule, self._voice) for rule in (advice if self._all else advice[:FEW])])
        self.more.setVisible(len(advice) > FEW)
        self.more.setText(self.tr("Less about scans") if self._all else self.tr("More about scans"))
        self.about_scans.setText(self.tr("Back scan or hip scan?"))
        self.about_scans.setVisible(not urgent)

    def _show_net(self, knowledge: Knowledge, calm: bool) -> None:
        """The middle of the net folds; what is an emergency can always be read."""
        self.watch.setText(
            self.tr("What to watch for") if self._voice == "patient" else self.tr("Safety net")
        )
        parts = net_parts("none_found", self._country, knowledge, self._voice)
        self.net.setText(parts.first if calm else "")
        self.net_middle.setText("\n".join(f"•  {line}" for line in parts.middle) if calm else "")
        self.net_urgent.setText(parts.urgent if calm else "")
        for part in (self.watch, self.net, self.net_urgent):
            part.setVisible(calm)
        self.net_middle.setVisible(calm and self._net_open)
        self.more_net.setVisible(calm and bool(parts.middle))
        self.more_net.setText(
            self.tr("Less to watch for") if self._net_open else self.tr("More to watch for")
        )

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

    def _toggle_net(self) -> None:
        self._net_open = not self._net_open
        self._show()
