"""Stops the guide when help is urgent: what to do now, whom to call, what to say, and meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emergency_words import call_sentence, country_words, headline, net_words
from hipmap.desktop.home.answer_tile import AnswerTile
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.route import urgent_flags
from hipmap.desktop.home.screen import Screen, bullets, emptied, note_box
from hipmap.desktop.home.unfinished import Unfinished
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.urgency_words import advised, raised_by, signs_to_tell
from hipmap.desktop.wording import tier_title
from hipmap.model.assessment import Assessment, Urgency
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

SIGNS: dict[Tier, str] = {"emergency_now": "siren", "same_day": "triangle-alert"}
SIGN = 40
BESIDE = 1.25
"""Up to this size of text what to say stands beside what to do meanwhile."""


class EmergencyScreen(Screen):
    """Enter does nothing here. Going on takes a tick and a button that only then appears."""

    width_wanted = 1080

    def __init__(self, country: str, unfinished: Unfinished, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._country = country
        self._unfinished = unfinished
        self._flags: frozenset[str] = frozenset()
        self.tier: Tier = "emergency_now"
        self._drawn: Urgency | None = None
        self.box.removeWidget(self.title)
        self.parts = QVBoxLayout()
        self.parts.setSpacing(Space.M)
        self.box.setSpacing(Space.M)
        self.box.addLayout(self.parts)
        self.change = HomeButton(self.tr("I ticked something by mistake"))
        self.change.clicked.connect(lambda: self.asked.emit("look_back"))
        self.box.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self._going_on())

    def show_case(self, case: Case, assessment: Assessment) -> None:
        if assessment.urgency == self._drawn:
            return
        self._drawn = assessment.urgency
        self.tier = assessment.urgency.tier
        reads = self.title.hasFocus()
        self.title.setParent(None)
        emptied(self.parts)
        self.parts.addWidget(self._head(assessment))
        below = [self._to_say(assessment)] if self.tier == "emergency_now" else []
        self._add_beside([*below, self._meanwhile()])
        self._flags = urgent_flags(assessment)
        self.sure.show_words(self._sure_words())
        self._show_tick(bool(self._flags) and self._unfinished.acted == self._flags)
        if reads:  # what is drawn anew must not hand the keyboard to the bar
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_words(self) -> str:
        return ""

    def spoken(self) -> str:
        return " ".join(part.text() for part in self.findChildren(QLabel) if part.text())[:400]

    # ---- parts

    def _head(self, assessment: Assessment) -> QFrame:
        frame = note_box(self.tier)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        theme = look().theme
        ink = theme.on_danger if self.tier == "emergency_now" else theme.on_amber
        size = look().px(SIGN)
        sign = QLabel()
        sign.setPixmap(icon_pixmap(SIGNS.get(self.tier, "triangle-alert"), ink, size))
        sign.setFixedSize(QSize(size, size))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        title = tier_title(self.tier, self.voice)
        self.title.setText(headline(title, self.tier, self._country, self.knowledge))
        line.addWidget(self.title, 1)
        country = self._country_button()
        beside = look().text_scale <= BESIDE
        if beside:
            line.addWidget(country, 0, Qt.AlignmentFlag.AlignTop)
        box = frame.layout()
        assert isinstance(box, QVBoxLayout)
        box.addLayout(line)
        for one in advised(assessment.urgency, self.knowledge, self.voice):
            box.addWidget(label(one.text, "large_strong", wrap=True))
        because = raised_by(assessment, self.knowledge, self.voice)
        if because and self.tier != "emergency_now":  # there they stand in what to say
            start = QCoreApplication.translate("Urgency", "Because:")
            box.addWidget(label(start, "large_note", wrap=True))
            box.addWidget(bullets(because, "large_note"))
        if not beside:
            box.addWidget(country, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _country_button(self) -> HomeButton:
        kind = "on_danger" if self.tier == "emergency_now" else "on_amber"
        country = HomeButton(country_words(self._country, self.knowledge), kind)
        country.clicked.connect(lambda: self.asked.emit("country"))
        return country

    def _to_say(self, assessment: Assessment) -> QFrame:
        """The words for the telephone, from the signs that raised the alarm."""
        signs = signs_to_tell(assessment, self.knowledge, self.voice)
        say = self.tr("Say: “I have pain in my hip or back, and this is new:”")
        return note_box(
            "plain",
            label(self.tr("What to say on the telephone"), "large_strong", wrap=True),
            label(say, "large", wrap=True),
            bullets(signs),
            label(self.tr("Then say when it began, where you are, and your age."), "large", wrap=True),
        )

    def _meanwhile(self) -> QFrame:
        """What to do until help comes; the number to call stands in the headline already."""
        words = net_words(self.tier, self._country, self.knowledge, self.voice)
        call = call_sentence(self._country, self.knowledge)
        if self.tier == "emergency_now":
            words = words.replace(call, "", 1).strip()
        heading = label(self.tr("While you wait"), "large_strong", wrap=True)
        return note_box("watch", heading, label(words, "large", wrap=True))

    def _add_beside(self, boxes: Sequence[QFrame]) -> None:
        """Puts boxes beside each other where there is room, so that all is seen without scrolling."""
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        if look().text_scale > BESIDE:
            line.setDirection(QBoxLayout.Direction.TopToBottom)
        line.setSpacing(Space.M)
        for box in boxes:
            inner = box.layout()
            assert isinstance(inner, QVBoxLayout)
            inner.addStretch(1)
            line.addWidget(box, 1)
        self.parts.addLayout(line)

    def _going_on(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        self.sure = AnswerTile("sure", self._sure_words())
        self.sure.sign = "square"
        self.sure.clicked.connect(self._toggle_sure)
        self.on = HomeButton(self.tr("Go on with the questions"))
        self.on.clicked.connect(self._go_on)
        self.on.hide()
        box.addWidget(self.sure)
        box.addWidget(self.on, 0, Qt.AlignmentFlag.AlignRight)
        return holder

    def _sure_words(self) -> str:
        if self.tier == "emergency_now":
            return self.tr("I have called for help, or a doctor has already checked these very signs")
        return self.tr("I have arranged to be seen today, or a doctor has already checked these very signs")

    def _toggle_sure(self) -> None:
        ticked = not self.sure.isChecked()
        self._unfinished.tick(self._flags if ticked else frozenset())
        self._show_tick(ticked)

    def _show_tick(self, ticked: bool) -> None:
        """What was ticked for other signs than those that stand now does not count for these."""
        self.sure.setChecked(ticked)
        self.on.setVisible(ticked)

    def _go_on(self) -> None:
        if self.sure.isChecked():
            self.asked.emit("heed")
