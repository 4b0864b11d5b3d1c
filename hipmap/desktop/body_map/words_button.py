"""The button in the foot of the map that asks for everyday words, and says when they do not fit the map."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hipmap.desktop.body_map.map_popup import MapPopup
from hipmap.desktop.body_map.own_words_question import OwnWords
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import icon
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import text_width
from hipmap.desktop.restyle import say
from hipmap.model.body import Body, OwnWord
from hipmap.model.voice import Voice, said

ICON = 16
LONGEST = 18
"""More letters than these are not said on the button."""


class WordsButton(QPushButton):
    """Opens the chips; where words and map differ it asks which of them is right."""

    words_chosen = Signal(tuple)
    difference_asked = Signal()

    def __init__(self, body: Body, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body, self._voice = body, voice
        self._own: tuple[str, ...] = ()
        self._differing: tuple[OwnWord, ...] = ()
        self._popup: WordsPopup | None = None
        self._room = 0
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.clicked.connect(self._open)
        self._dress()

    def popup(self) -> "WordsPopup | None":
        """Gives the chips, if they were ever opened."""
        return self._popup

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._dress()

    def show_words(self, own: Sequence[str], differing: Sequence[OwnWord]) -> None:
        """Shows the words that hold, and those among them that the map does not show."""
        self._own, self._differing = tuple(own), tuple(differing)
        if self._popup is not None:
            self._popup.show_words(self._own, bool(differing))
        self._dress()

    def show_room(self, room: int) -> None:
        """Learns how wide it may be, and says as much as fits."""
        if room != self._room:
            self._room = room
            self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_popup"):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        """Says the words where they are short; else how many there are."""
        tr, theme = QCoreApplication.translate, look().theme
        names = [said(self._body.own_word_by_id[one], self._voice).strip('"') for one in self._own]
        text = ", ".join(names)
        if len(text) > LONGEST:
            text = tr("BodyMap", "Words: {count}").format(count=len(names))
        differs = bool(self._differing)
        if differs:
            text = self._difference_that_fits() or text
        self.setText(text or tr("BodyMap", "In words…"))
        self.setIcon(
            icon("circle-alert", theme.on_amber_soft) if differs else icon("message-circle", theme.accent)
        )
        # Wider than the sign, which keeps its shape: Qt sets the words hard against it otherwise.
        self.setIconSize(QSize(look().px(ICON) + 2 * Space.XS, look().px(ICON)))
        tip = tr("BodyMap", "What the person calls the place")
        if differs:
            tip = tr("BodyMap", "The words do not fit the map: which is it?")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setAccessibleDescription(", ".join(names))
        say(self, "tone", "caution" if differs else "")

    def _difference_that_fits(self) -> str:
        """Says that words and map differ, as fully as there is room; the sign and the tip say it anyway."""
        tr, scale = QCoreApplication.translate, look().text_scale
        room = self._room - look().px(ICON) - 2 * Space.XS - 4 * Space.S
        told = (tr("BodyMap", "Words differ from the map"), tr("BodyMap", "Differs from map"))
        return next((one for one in told if text_width(one, "strong", scale) <= room), "")

    def _open(self) -> None:
        if self._differing:
            self.difference_asked.emit()
            return
        if self._popup is None:
            self._popup = WordsPopup(self._body, self._voice, self)
            self._popup.words.words_chosen.connect(self.words_chosen)
            self._popup.difference_asked.connect(self._ask)
        self._popup.words.show_voice(self._voice)
        self._popup.show_words(self._own, False)
        self._popup.open_above(self)

    def _ask(self) -> None:
        if self._popup is not None:
            self._popup.close()
        self.difference_asked.emit()


class WordsPopup(MapPopup):
    """The chips, and a button for the question that follows from them."""

    difference_asked = Signal()
    WIDTH = 420

    def __init__(self, body: Body, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = OwnWords(body, voice)
        self.which = QPushButton()
        self.which.setProperty("kind", "primary")
        self.which.clicked.connect(lambda: self.difference_asked.emit())
        self.done = QPushButton()
        self.done.clicked.connect(self.close)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addStretch(1)
        line.addWidget(self.which)
        line.addWidget(self.done)
        self.box.addWidget(self.words)
        self.box.addLayout(line)

    def show_words(self, own: Sequence[str], differs: bool) -> None:
        """Shows the words that hold; where they differ from the map, offers to ask."""
        self.words.show_words(own)
        self.which.setText(self.tr("This is not on the map: which is it?"))
        self.which.setVisible(differs)
        self.done.setText(self.tr("Close"))

    def open_above(self, button: QWidget) -> None:
        """Opens above the button that asked for it."""
        self.setAccessibleName(self.words.question.text())
        self.fit_to(self.WIDTH)
        self.stand_at(button.mapToGlobal(QPoint(0, -self.height() - Space.XS)))
        self.words.chips[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "done"):
            self.done.setMinimumHeight(look().px(Size.CONTROL))
