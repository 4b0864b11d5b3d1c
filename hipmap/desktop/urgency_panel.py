"""The urgency panel: what must not be overlooked, why, what to do, and what was not asked yet."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Radius, Space, Theme
from hipmap.desktop.emergency_words import country_words, headline, net_words
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say
from hipmap.desktop.sheet_order import is_settled, progress, safety_to_ask
from hipmap.desktop.urgency_words import Advised, advised, asked_words, none_found_title, raised_by
from hipmap.desktop.who_is_asked import Gates
from hipmap.desktop.wording import tier_title
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

ICONS: dict[Tier, str] = {
    "emergency_now": "siren",
    "same_day": "triangle-alert",
    "within_2_weeks": "calendar-clock",
    "routine": "clock",
    "none_found": "shield-check",
}
LOUD: tuple[Tier, ...] = ("emergency_now", "same_day")
# An emergency says all it has to say; only what would push the likelihoods off the window scrolls.
TALLEST = 300
TALLEST_LOUD = 420


def colours(tier: Tier, settled: bool, theme: Theme) -> tuple[str, str, str]:
    """Gives ground, ink and the name of the ink's tone; green is only for what was really asked."""
    if tier == "none_found" and not settled:
        return theme.surface, theme.text, ""
    return {
        "emergency_now": (theme.danger, theme.on_danger, "on_danger"),
        "same_day": (theme.amber, theme.on_amber, "on_amber"),
        "within_2_weeks": (theme.amber_soft, theme.on_amber_soft, "on_amber_soft"),
        "routine": (theme.accent_soft, theme.on_accent_soft, "soft"),
        "none_found": (theme.green_soft, theme.on_green_soft, "on_green_soft"),
    }[tier]


class UrgencyPanel(QWidget):
    """Stands above the likelihoods and never scrolls away."""

    ask_now = Signal(list)  # ids of the safety questions that were not asked
    told_more = Signal()
    country_asked = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("urgency")
        self._voice: Voice = voice
        self.tier: Tier = "none_found"
        self.settled = False
        self._open: list[str] = []
        self._compact = False
        self._country = ""
        self._knowledge: Knowledge | None = None
        self._gates: Gates | None = None
        self._seen: tuple[Case, Assessment] | None = None
        self._fill()

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._gates = Gates(knowledge)

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        if self._seen is not None:
            self.show_case(*self._seen)

    def show_country(self, country: str) -> None:
        """Says whom to call in a country (two letters)."""
        self._country = country
        if self._seen is not None:
            self.show_case(*self._seen)

    def show_case(self, case: Case, assessment: Assessment) -> None:
        if self._knowledge is None:
            return
        self._seen = case, assessment
        before, self.tier = self.tier, assessment.urgency.tier
        self._show_advice(advised(assessment.urgency, self._knowledge, self._voice))
        self._show_reasons(raised_by(assessment, self._knowledge, self._voice))
        self._show_net(self._knowledge)
        self._show_open_questions(case)
        self._dress()
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(" ".join(part.text() for part in self.shown_texts()))
        self.updateGeometry()
        if before != self.tier:
            self.area.verticalScrollBar().setValue(0)

    def show_compact(self, compact: bool) -> None:
        """Shows the headline only, where the panel stands above another pane; one press shows the rest."""
        self._compact = compact
        found = self.tier != "none_found"
        self.more_button.setText(self.tr("What to do") if found else self.tr("Ask now"))
        self.more_button.setVisible(compact and (found or bool(self._open)))
        self.area.setVisible(self._has_body() and not compact)
        self.asked.setVisible(not compact)
        self.country.setVisible(self.tier in LOUD and not compact)
        self.ask_button.setVisible(bool(self._open) and not compact)

    def _press_more(self) -> None:
        if self.tier != "none_found":
            self.told_more.emit()
        else:
            self.ask_now.emit(self._open)

    def shown_texts(self) -> list[QLabel]:
        every = (self.title, self.advice, self.because, self.net, self.asked)
        return [part for part in every if part.text() and not part.isHidden()]

    def sizeHint(self) -> QSize:
        for part in (self.title, self.advice, self.because, self.asked, self.ask_button):
            part.ensurePolished()
        width = self.width() or look().px(320)
        head = self.outer.totalHeightForWidth(width)
        # Measured beside a scroll bar: one that is there would otherwise keep itself there.
        inner = max(1, width - Space.L - Space.M - self.area.verticalScrollBar().sizeHint().width())
        body = 0
        if self._has_body() and not self._compact:
            body = self.body_layout.totalHeightForWidth(inner)
        limit = look().px(TALLEST_LOUD if self.tier in LOUD else TALLEST)
        return QSize(width, head + min(body, limit))

    def height_at(self, width: int) -> int:
        """Gives how tall the panel wants to be at a width."""
        if self.width() != width:
            self.resize(width, self.height())
        return self.sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        ground, _ink, _tone = colours(self.tier, self.settled, theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.line if ground == theme.surface else ground))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.L, Radius.L)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "sign"):
            self._dress()
        super().changeEvent(event)

    # ---- parts

    def _fill(self) -> None:
        self.outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.M, Space.M, Space.S)
        outer.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        self.sign = QLabel()
        self.title = label("", "title", wrap=True)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        self.more_button = QPushButton()
        self.more_button.clicked.connect(self._press_more)
        self.more_button.hide()
        head.addWidget(self.more_button)
        outer.addLayout(head)
        outer.addWidget(self._body_area(), 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        self.asked = label("", "caption", wrap=True)
        self.ask_button = QPushButton(self.tr("Ask now"))
        self.ask_button.clicked.connect(lambda: self.ask_now.emit(self._open))
        self.country = QPushButton()
        self.country.clicked.connect(self.country_asked)
        told = QVBoxLayout()
        told.setSpacing(Space.HAIR)
        told.addWidget(self.asked)
        told.addWidget(self.country, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addLayout(told, 1)
        foot.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignRight)
        outer.addLayout(foot)

    def _body_area(self) -> QScrollArea:
        self.advice = label("", "body", wrap=True)
        self.because = label("", "caption", wrap=True)
        page = QWidget()
        page.setProperty("kind", "page")
        self.body_layout = QVBoxLayout(page)
        self.body_layout.setContentsMargins(0, 0, Space.S, 0)
        self.body_layout.setSpacing(Space.S)
        self.body_layout.addWidget(self.advice)
        self.body_layout.addWidget(self.because)
        self.net = label("", "caption", wrap=True)
        self.body_layout.addWidget(self.net)
        self.body_layout.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        self.area.viewport().setAutoFillBackground(False)
        return self.area

    def _has_body(self) -> bool:
        return bool(self.advice.text() or self.because.text())

    def _show_advice(self, advice: list[Advised]) -> None:
        several = len(advice) > 1
        lines = [f"{one.name}: {one.text}" if several else one.text for one in advice]
        self.advice.setText("\n\n".join(lines))
        self.advice.setVisible(bool(lines))

    def _show_reasons(self, reasons: list[str]) -> None:
        start = QCoreApplication.translate("Urgency", "Because:")
        self.because.setText("\n".join([start, *(f"•  {reason}" for reason in reasons)]) if reasons else "")
        self.because.setVisible(bool(reasons))

    def _show_net(self, knowledge: Knowledge) -> None:
        """What to watch for, and whom to call; it speaks as soon as something was raised."""
        raised = self.tier != "none_found"
        self.net.setText(net_words(self.tier, self._country, knowledge, self._voice) if raised else "")
        self.net.setVisible(raised)
        self.country.setText(country_words(self._country, knowledge))
        self.country.setAccessibleName(
            self.tr("{words}: change the country for emergency numbers").format(words=self.country.text())
        )

    def _show_open_questions(self, case: Case) -> None:
        if self._knowledge is None or self._gates is None:
            return
        shut = self._gates.shut_for(case.person)
        asked_here = safety_to_ask(case, self._knowledge.findings, shut)
        self.settled = is_settled(case, asked_here)
        done = progress(case, asked_here)
        self._open = [f.id for f in asked_here if f.id not in case.answers]
        title = headline(tier_title(self.tier, self._voice), self.tier, self._country, self._knowledge)
        self.title.setText(title if self.tier != "none_found" else none_found_title(done))
        self.asked.setText(asked_words(self.tier, done))
        self.show_compact(self._compact)
        self.ask_button.setAccessibleName(self.tr("Ask the safety questions that are not asked yet"))

    def _dress(self) -> None:
        worn = look()
        _ground, ink, tone = colours(self.tier, self.settled, worn.theme)
        size = worn.px(28 if self.tier in LOUD else 20)
        self.sign.setPixmap(icon_pixmap(ICONS[self.tier], ink, size))
        say(self.title, "role", "heading" if self.tier in LOUD else "title")
        say(self.advice, "role", "lead")
        for part in (self.title, self.advice, self.because, self.net, self.asked):
            say(part, "tone", tone)
        danger = self.tier == "emergency_now"
        for button in (self.ask_button, self.more_button):
            say(button, "kind", "on_danger" if danger else "plain")
        say(self.country, "kind", "quiet_on_danger" if danger else "quiet_on_amber")
        say(self.area, "on", "danger" if danger else "soft")
        self.update()
