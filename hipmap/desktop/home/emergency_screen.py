"""Stops the guide when help is urgent: what to do now, whom to call, what to say, and meanwhile."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emergency_words import call_sentence, country_words, headline, net_words
from hipmap.desktop.home.answer_tile import AnswerTile
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.screen import Screen, bullets, emptied, note_box
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.urgency_words import advised, raised_by
from hipmap.desktop.wording import tier_title
from hipmap.model.assessment import Assessment, Urgency
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

SIGNS: dict[Tier, str] = {"emergency_now": "siren", "same_day": "triangle-alert"}
SIGN = 40


class EmergencyScreen(Screen):
    """Enter does nothing here. Going on takes a tick and a button that only then appears."""

    width_wanted = 860

    def __init__(self, country: str, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._country = country
        self.tier: Tier = "emergency_now"
        self._drawn: Urgency | None = None
        self.box.removeWidget(self.title)
        self.parts = QVBoxLayout()
        self.parts.setSpacing(Space.L)
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
        self.title.setParent(None)
        emptied(self.parts)
        self.parts.addWidget(self._head(assessment))
        if self.tier == "emergency_now":
            self.parts.addWidget(self._to_say(assessment))
        meanwhile = net_words(self.tier, self._country, self.knowledge, self.voice)
        self._add(self.tr("While you wait"), meanwhile, "watch")
        self.sure.show_words(self._sure_words())

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
        box = frame.layout()
        assert isinstance(box, QVBoxLayout)
        box.addLayout(line)
        for one in advised(assessment.urgency, self.knowledge, self.voice):
            box.addWidget(label(one.text, "large_strong", wrap=True))
        because = raised_by(assessment, self.knowledge, self.voice)
        if because:
            start = QCoreApplication.translate("Urgency", "Because:")
            box.addWidget(label(start, "large_note", wrap=True))
            box.addWidget(bullets(because, "large_note"))
        country = HomeButton(
            country_words(self._country, self.knowledge),
            "on_danger" if self.tier == "emergency_now" else "on_amber",
        )
        country.clicked.connect(lambda: self.asked.emit("country"))
        box.addWidget(country, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _to_say(self, assessment: Assessment) -> QFrame:
        """The words for the telephone, from the answers that raised the alarm."""
        reasons = raised_by(assessment, self.knowledge, self.voice)
        call = call_sentence(self._country, self.knowledge)
        say = self.tr("Say: “I have pain in my hip or back, and this is new:”")
        return note_box(
            "plain",
            label(self.tr("What to say on the telephone"), "large_strong", wrap=True),
            label(f"{call} {say}", "large", wrap=True),
            bullets(reasons),
            label(self.tr("Then say when it began, where you are, and your age."), "large", wrap=True),
        )

    def _add(self, heading: str, words: str, kind: str) -> None:
        parts = label(heading, "large_strong", wrap=True), label(words, "large", wrap=True)
        self.parts.addWidget(note_box(kind, *parts))

    def _going_on(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, Space.XL, 0, 0)
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
        self.sure.setChecked(not self.sure.isChecked())
        self.on.setVisible(self.sure.isChecked())

    def _go_on(self) -> None:
        if self.sure.isChecked():
            self.asked.emit("heed")
