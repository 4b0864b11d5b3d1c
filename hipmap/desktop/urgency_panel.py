"""The urgency panel: what must not be overlooked, why, what to do, and what was not asked yet."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hipmap.desktop.acted_warning import LOUD, ActedWarning
from hipmap.desktop.deliberate_button import DeliberateButton
from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.emergency_words import country_words, headline, net_words
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say
from hipmap.desktop.sheet_order import is_settled, progress
from hipmap.desktop.spoken import speak_at_once
from hipmap.desktop.urgency_body import UrgencyBody
from hipmap.desktop.urgency_foot import UrgencyFoot
from hipmap.desktop.urgency_look import ICONS, colours
from hipmap.desktop.urgency_words import asked_words, causes_of, none_found_title, told_words
from hipmap.desktop.wording import tier_title
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from hipmap.reasoning.who_is_asked import Gates, safety_to_ask, safety_told

# An emergency says all it has to say; only what would push the likelihoods off the window scrolls.
TALLEST = 300
TALLEST_LOUD = 420


class UrgencyPanel(QWidget):
    """Stands above the likelihoods and never scrolls away; what was acted on folds to a strip that stays."""

    ask_now = Signal(list)  # ids of the safety questions that were not asked
    told_more = Signal()
    country_asked = Signal()
    folded = Signal()  # or unfolded: it wants another height

    def __init__(self, voice: Voice, warning: ActedWarning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("urgency")
        self._voice: Voice = voice
        self.tier: Tier = "none_found"
        self.settled = False
        self._open: list[str] = []
        self._compact = False
        self._country = self._spoken = ""
        self._told: object = None
        self._warning = warning
        self._knowledge: Knowledge | None = None
        self._gates: Gates | None = None
        self._seen: tuple[Case, Assessment] | None = None
        self._fill()

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._gates, self._told = Gates(knowledge), None

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        if self._seen is not None:
            self.show_case(*self._seen)

    def show_country(self, country: str) -> None:
        """Says whom to call in a country (two letters)."""
        self._country = country
        if self._seen is not None:
            self.show_case(*self._seen)

    def begin_anew(self) -> None:
        """Shows the warnings of another case whole, whatever was acted on in the one before."""
        self._warning.forget()
        self._spoken, self._told = "", None

    @property
    def is_folded(self) -> bool:
        """Whether it was acted on, and stands as a strip."""
        return self._warning.is_folded

    def show_case(self, case: Case, assessment: Assessment) -> None:
        if self._knowledge is None:
            return
        self._seen = case, assessment
        causes = causes_of(assessment, self._knowledge, self._voice)
        about = case.answers, case.person, case.setting
        now = causes, assessment.urgency, about, self._voice, self._country
        if now == self._told:
            return  # a click on the map mostly changes nothing of this
        self._told = now
        before, self.tier = self.tier, assessment.urgency.tier
        was_folded = self.is_folded
        self._warning.see(assessment.urgency)
        if before != self.tier or was_folded != self.is_folded:
            self.steps.show_stage("open")
        self.body.show_causes(causes)
        self._show_net(self._knowledge)
        self._show_open_questions(case, assessment)
        self._dress()
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(" ".join(part.text() for part in self.shown_texts()))
        self.updateGeometry()
        if before != self.tier:
            self.area.verticalScrollBar().setValue(0)
        self._speak()

    def show_compact(self, compact: bool) -> None:
        """Shows the headline only, where the panel stands above another pane; one press shows the rest."""
        self._compact = compact
        found, whole = self.tier != "none_found", not compact and not self.is_folded
        self.more_button.setText(self._more_words())
        self.more_button.setVisible(self.is_folded or (compact and (found or bool(self._open))))
        self.acted.setText(self.tr("Acted on, as you said"))
        self.acted.setVisible(self.is_folded)
        self.area.setVisible(bool(self.body.blocks) and whole)
        self._place_asked()
        self.asked.setVisible(whole or (self.is_folded and not compact))
        self.ask_button.setVisible(bool(self._open) and whole)
        self.foot.setVisible(bool(self.body.blocks) and whole)
        self.foot.show_parts(self.tier in LOUD)

    def shown_texts(self) -> list[QLabel]:
        every = (self.title, self.acted, *self.body.labels(), self.asked)
        return [part for part in every if part.text() and not part.isHidden()]

    def sizeHint(self) -> QSize:
        for part in (self.title, self.asked, self.ask_button, *self.body.labels()):
            part.ensurePolished()
        # A layout within a layout hears of longer words only when events are next seen to.
        for nested in (self.foot.layout(), self.outer):
            if nested is not None:
                nested.activate()
        width = self.width() or look().px(320)
        head = self.outer.totalHeightForWidth(width)
        # Measured beside a scroll bar: one that is there would otherwise keep itself there.
        inner = max(1, width - Space.L - Space.M - self.area.verticalScrollBar().sizeHint().width())
        body = 0 if self.area.isHidden() else self.body.box.totalHeightForWidth(inner)
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
        painter.setPen(QPen(QColor(theme.line if ground == theme.surface else ground), theme.line_width))
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
        outer.addLayout(self._head())
        outer.addWidget(self._body_area(), 1)
        self._add_foot()

    def _head(self) -> QHBoxLayout:
        self._headline = head = QHBoxLayout()
        head.setSpacing(Space.S)
        self.sign = QLabel()
        self.title = label("", "title", wrap=True)
        self.acted = label("", "caption", wrap=True)
        self._titles = titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.acted)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(titles, 1)
        # What unfolds must not be pressed by the same hand that folded.
        self.more_button = DeliberateButton()
        self.more_button.clicked.connect(self._press_more)
        self.more_button.hide()
        head.addWidget(self.more_button)
        return head

    def _add_foot(self) -> None:
        self.foot = UrgencyFoot()
        self.asked, self.country, self.ask_button = self.foot.asked, self.foot.country, self.foot.ask
        self.steps = self.foot.steps
        self.ask_button.clicked.connect(lambda: self.ask_now.emit(self._open))
        self.country.clicked.connect(self.country_asked)
        self.steps.acted.connect(self._fold)
        self.steps.turned.connect(self.folded)
        self.outer.addWidget(self.foot)

    def _place_asked(self) -> None:
        """Where nothing stands below, all is beside the headline: the room belongs to the likelihoods."""
        if self.body.blocks and not self.is_folded:
            self.foot.take(self.asked, self.ask_button, self.tier in LOUD)
        elif self._titles.indexOf(self.asked) < 0:
            self._titles.addWidget(self.asked)
            self._headline.addWidget(self.ask_button)

    def _body_area(self) -> QScrollArea:
        self.body = UrgencyBody()
        self.net = self.body.net
        self.area = QScrollArea()
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.body)
        self.area.viewport().setAutoFillBackground(False)
        return self.area

    def _press_more(self) -> None:
        if self.is_folded and not self._compact:
            self._warning.forget()
            self._fold_changed()
        elif self.tier != "none_found":
            self.told_more.emit()
        else:
            self.ask_now.emit(self._open)

    def _fold(self) -> None:
        if self._seen is not None:
            self._warning.act(self._seen[1].urgency)
            self._fold_changed()

    def _fold_changed(self) -> None:
        had_keyboard = any(part.hasFocus() for part in self.findChildren(QWidget))
        self.show_compact(self._compact)
        self._dress()
        if had_keyboard:
            now = self.more_button if self.is_folded else self.steps.begin
            now.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.folded.emit()

    def _more_words(self) -> str:
        if self.is_folded and not self._compact:
            return self.tr("Show")
        return self.tr("What to do") if self.tier != "none_found" else self.tr("Ask now")

    def _show_net(self, knowledge: Knowledge) -> None:
        """What to watch for, and whom to call; it speaks as soon as something was raised."""
        raised = self.tier != "none_found"
        self.net.setText(net_words(self.tier, self._country, knowledge, self._voice) if raised else "")
        self.net.setVisible(raised)
        self.country.setText(country_words(self._country, knowledge))
        self.country.setAccessibleName(
            self.tr("{words}: change the country for emergency numbers").format(words=self.country.text())
        )

    def _show_open_questions(self, case: Case, assessment: Assessment) -> None:
        if self._knowledge is None or self._gates is None:
            return
        shut = self._gates.shut_for(case.person)
        asked_here = safety_to_ask(case, self._knowledge.findings, shut)
        told = safety_told(case, assessment, self._knowledge)
        self.settled = is_settled(case, asked_here) and not told
        done = progress(case, asked_here)
        self._open = [f.id for f in asked_here if f.id not in case.answers]
        title = headline(tier_title(self.tier, self._voice), self.tier, self._country, self._knowledge)
        self.title.setText(title if self.tier != "none_found" else none_found_title(done, len(told)))
        self.asked.setText(told_words(asked_words(self.tier, done), self.tier, told, self._voice))
        self.show_compact(self._compact)
        self.ask_button.setText(self.tr("Ask now"))
        self.ask_button.setAccessibleName(self.tr("Ask the safety questions that are not asked yet"))

    def _speak(self) -> None:
        """Says aloud what is raised, once, and again only when it is another warning."""
        causes = [part.text() for block in self.body.blocks for part in block.parts()[:2] if part.text()]
        words = " ".join((self.title.text(), *causes)) if self.tier in LOUD else ""
        if words and words != self._spoken and not self.is_folded:
            speak_at_once(self, words)
        self._spoken = words

    def _dress(self) -> None:
        worn = look()
        _ground, ink, tone = colours(self.tier, self.settled, worn.theme)
        size = worn.px(28 if self.tier in LOUD else 20)
        self.sign.setPixmap(icon_pixmap(ICONS[self.tier], ink, size))
        say(self.title, "role", "heading" if self.tier in LOUD and not self.is_folded else "title")
        for part in (self.title, self.acted):
            say(part, "tone", tone)
        self.body.dress(tone)
        danger = self.tier == "emergency_now"
        say(self.more_button, "kind", "on_danger" if danger else "plain")
        self.foot.dress(tone, danger)
        say(self.area, "on", "danger" if danger else "soft")
        self.update()
