"""What would change the result most: open questions with the answer that moves it, one after another."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.labels import label
from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.likelihood_words import brief
from hipmap.desktop.why.told import Told
from hipmap.desktop.why.what_if_asked import Asked, think, told
from hipmap.model.case import UNKNOWN
from hipmap.model.voice import in_sentence, in_short

MOST = 3
UNKNOWNS = 4


class MindChangers(QWidget):
    """Works one line out at a time, so that the window never waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Told | None = None
        self._to_do: list[str] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._work_out_one)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XS, 0, Space.XS, 0)
        box.setSpacing(2)
        self.title = label("", "caption", "muted", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(2)
        self.unknown = label("", "caption", "muted", wrap=True)
        box.addWidget(self.title)
        box.addLayout(self.lines)
        box.addWidget(self.unknown)
        self.title.hide()

    def tell(self, about: Told) -> None:
        """Begins anew for a case."""
        self._told = about
        empty(self.lines)
        self.title.hide()
        self._show_unknown(about)
        asked = [
            one.finding
            for one in about.whole.next
            if about.voice == "clinician" or one.who != "clinician"
        ]  # fmt: skip
        known = about.whole.enough.why != "nothing_known"
        self._to_do = asked[:MOST] if known and about.on_leading_side else []
        self._next.start()

    def _work_out_one(self) -> None:
        about = self._told
        if not self._to_do or about is None:
            return
        asked = Asked(self._to_do.pop(0))
        then = think(asked, about.origin, about.case, about.knowledge, about.voice)
        if then is not None:
            words = told(then, about.whole, about.origin, about.knowledge, about.voice)
            self.title.setText(_title(about))
            self.title.show()
            self.lines.addWidget(label(f"•  {words}", "caption", wrap=True))
        self._next.start()

    def _show_unknown(self, about: Told) -> None:
        names = [
            in_sentence(in_short(about.knowledge.finding_by_id[name], about.voice))
            for name, answer in sorted(about.case.answers.items())
            if answer.value == UNKNOWN and name in about.knowledge.finding_by_id
        ]
        text = QCoreApplication.translate(
            "Reasons", "Answered “don’t know”, so it counts for nothing: {names}"
        )
        self.unknown.setText(text.format(names="; ".join(names[:UNKNOWNS])) if names else "")
        self.unknown.setVisible(bool(names))


def _title(about: Told) -> str:
    name = in_sentence(brief(origin_name(about.origin, about.knowledge, about.voice)))
    if about.voice == "patient":
        return QCoreApplication.translate("Reasons", "What could still change this ({origin})").format(
            origin=name
        )
    return QCoreApplication.translate("Reasons", "Answers that would move {origin}").format(origin=name)
