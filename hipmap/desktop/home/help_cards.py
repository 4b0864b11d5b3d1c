"""The cards of the result beside the likelihoods: urgency, reasons, when to get help, what is still open."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emergency_words import call_sentence, net_parts
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.route import LOUD
from hipmap.desktop.home.safety_words import SafetyAsked, net_as_asked
from hipmap.desktop.home.screen import bullets, emptied, note_box
from hipmap.desktop.labels import Card, label
from hipmap.desktop.reason_words import rich_reason
from hipmap.desktop.urgency_words import advised, asked_words, none_found_title, raised_by
from hipmap.desktop.wording import tier_title
from hipmap.model.assessment import Assessment, Reason
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.shown_numbers import reason_size
from hipmap.model.voice import Voice, in_sentence, in_short, said

REASONS = 3


def urgency_box(
    assessment: Assessment, asked: SafetyAsked, country: str, knowledge: Knowledge, voice: Voice
) -> QFrame | None:
    """Gives the box that stands first on the result; none where all was asked and nothing raised."""
    tier = assessment.urgency.tier
    if tier == "none_found":
        return open_box(asked, voice)
    title = label(tier_title(tier, voice), "heading", wrap=True)
    texts = [one.text for one in advised(assessment.urgency, knowledge, voice)]
    if tier == "emergency_now":
        texts.insert(0, call_sentence(country, knowledge))
    parts: list[QWidget] = [title, *(label(text, "large", wrap=True) for text in dict.fromkeys(texts))]
    because = raised_by(assessment, knowledge, voice)
    if because:
        start = QCoreApplication.translate("Urgency", "Because:")
        parts += [label(start, "large_note", wrap=True), bullets(because, "large_note")]
    if asked.told and tier not in LOUD:
        also = QCoreApplication.translate("HomeResult", "You answered yes to this too; tell your clinician:")
        parts += _to_tell(also, asked, voice)
    return note_box(tier, *parts)


def open_box(asked: SafetyAsked, voice: Voice) -> QFrame | None:
    """Gives what is open or was answered yes while nothing was raised; none where everything is a no."""
    if not (asked.still_open or asked.told):
        return None
    title = label(none_found_title(asked.done, len(asked.told)), "heading", wrap=True)
    parts: list[QWidget] = [title, label(asked_words("none_found", asked.done), "large", wrap=True)]
    if asked.told:
        tell = QCoreApplication.translate("HomeResult", "Tell your clinician what you answered yes:")
        parts += _to_tell(tell, asked, voice)
    return note_box("calm" if asked.known and not asked.told else "watch", *parts)


def _to_tell(words: str, asked: SafetyAsked, voice: Voice) -> tuple[QWidget, QWidget]:
    names = [in_short(one, voice).rstrip("?") for one in asked.told]
    return label(words, "large_note", wrap=True), bullets(names, "large_note")


class WhyCard(Card):
    """Up to three reasons for the first origin, and against it, each with its size in a word."""

    def __init__(self) -> None:
        super().__init__()
        self.box.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(Space.XL)
        self.grid.setVerticalSpacing(Space.S)
        self.box.addLayout(self.grid)

    def show_reasons(self, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> None:
        tr = QCoreApplication.translate
        emptied(self.grid)
        first = assessment.origins[0]
        name = in_sentence(said(knowledge.origin_by_id[first.id], voice))
        heading = tr("HomeResult", "Why: {name}").format(name=name)
        self.grid.addWidget(label(heading, "heading", wrap=True), 0, 0, 1, 2)
        columns: tuple[tuple[str, Sequence[Reason]], ...] = (
            (tr("HomeResult", "Speaks for it"), first.reasons_for[:REASONS]),
            (tr("HomeResult", "Speaks against it"), first.reasons_against[:REASONS]),
        )
        for column, (title, reasons) in enumerate(columns):
            self.grid.addWidget(label(title, "large_strong", wrap=True), 1, column)
            lines = [reason_line(one, knowledge, voice) for one in reasons]
            below = bullets(lines or [tr("HomeResult", "Nothing so far.")], "large_note", rich=True)
            self.grid.addWidget(below, 2, column, Qt.AlignmentFlag.AlignTop)
            self.grid.setColumnStretch(column, 1)


def reason_line(reason: Reason, knowledge: Knowledge, voice: Voice) -> str:
    """Gives a reason in rich text: what was answered stands out, and how much it counts comes last."""
    told = rich_reason(reason, knowledge, voice)
    return f"{told} – {escape(counts_word(reason.weight))}"


def counts_word(decibans: float) -> str:
    """Gives how much a reason counts, in a patient's words."""
    words = {
        "small": QCoreApplication.translate("HomeResult", "counts a little"),
        "medium": QCoreApplication.translate("HomeResult", "counts clearly"),
        "large": QCoreApplication.translate("HomeResult", "counts a lot"),
    }
    return words[reason_size(decibans)]


class HelpCard(Card):
    """What to watch for, and when to get help."""

    def __init__(self) -> None:
        super().__init__()
        self.box.setSpacing(Space.S)

    def show_net(
        self, tier: Tier, asked: SafetyAsked, country: str, knowledge: Knowledge, voice: Voice
    ) -> None:
        tr = QCoreApplication.translate
        emptied(self.box)
        parts = net_parts(tier, country, knowledge, voice)
        self.box.addWidget(label(tr("HomeResult", "When to get help"), "heading", wrap=True))
        self.box.addWidget(label(net_as_asked(parts.first, tier, asked), "large_note", wrap=True))
        if parts.middle:
            self.box.addWidget(bullets(parts.middle, "large_note"))
        self.box.addWidget(note_box("stop", label(parts.urgent, "large_note", wrap=True)))


class OpenCard(Card):
    """The safety questions that nobody has answered: no result is calmer than what was asked."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box.setSpacing(Space.S)

    def show_open(self, tier: Tier, asked: SafetyAsked, voice: Voice) -> None:
        tr = QCoreApplication.translate
        emptied(self.box)
        names = [said(one, voice) for one in asked.still_open]
        self.setVisible(bool(names))
        if not names:
            return
        self.box.addWidget(label(tr("HomeResult", "Safety questions still open"), "heading", wrap=True))
        self.box.addWidget(label(asked_words(tier, asked.done), "large_note", wrap=True))
        self.box.addWidget(bullets(names, "large_note"))
        button = HomeButton(tr("HomeResult", "Answer them now"))
        button.clicked.connect(self.asked)
        self.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
