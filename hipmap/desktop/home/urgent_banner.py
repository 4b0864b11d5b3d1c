"""A band over every screen while something urgent stands that a person has acted on, or looks past."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emergency_words import headline
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.labels import label
from hipmap.desktop.restyle import say
from hipmap.desktop.wording import tier_title
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class UrgentBanner(QFrame):
    """Cannot be dismissed; its button shows again what to do."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "emergency_now")
        self.setProperty("flat", "true")
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        line.setSpacing(Space.M)
        self.words = label("", "large_strong", wrap=True)
        self.button = HomeButton("", "on_danger")
        self.button.clicked.connect(self.opened)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.hide()

    def show_tier(self, tier: Tier, country: str, knowledge: Knowledge, voice: Voice) -> None:
        self.words.setText(headline(tier_title(tier, voice), tier, country, knowledge))
        self.button.setText(QCoreApplication.translate("Home", "What to do"))
        say(self, "box", tier)
        say(self.words, "tone", "on_danger" if tier == "emergency_now" else "on_amber")
        say(self.button, "kind", "on_danger" if tier == "emergency_now" else "on_amber")
