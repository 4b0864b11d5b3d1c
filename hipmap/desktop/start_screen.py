"""The first screen: who is using hipmap, a clinician with a patient or a person at home."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.icons import sign_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.way_card import WayCard
from hipmap.model.voice import Voice

WIDEST = 860
BESIDE = 640
"""Below this width, divided by the text size, the two ways stand one below the other."""


class StartScreen(QWidget):
    """Emits the desk that is chosen; everything on it can be reached by Tab and the arrows."""

    chosen = Signal(str)  # a DeskName
    open_asked = Signal()
    records_asked = Signal()
    manual_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sign = QLabel()
        self.title = label(self.tr("Is it the hip, the back, or something else?"), "display", wrap=True)
        self.purpose = label(
            self.tr("Mark where it hurts, answer questions and try movements. You see what fits, and why."),
            "lead", "muted", wrap=True,
        )  # fmt: skip
        self.ways: dict[DeskName, WayCard] = {
            "consultation": WayCard(
                "stethoscope",
                self.tr("With a patient"),
                self.tr("A consultation on one screen: body map, questions and tests, likelihoods, reasons."),
            ),
            "home": WayCard(
                "user",
                self.tr("For my own pain"),
                self.tr("A calm guide, one step at a time, in plain words. Nothing is kept unless you ask."),
            ),
        }
        self.records_button = QPushButton(self.tr("Records and visits"))
        self.open_button = QPushButton(self.tr("Open a saved case…"))
        self.manual_button = QPushButton(self.tr("Read the manual"))
        self.limits = label(
            self.tr(
                "hipmap does not replace an examination. It works offline, is not a diagnosis, and has not"
                " been validated on patients. In an emergency, call your emergency number."
            ),
            "body", "muted", wrap=True,
        )  # fmt: skip
        self._build()
        self._dress()

    def show_voice(self, voice: Voice) -> None:
        """Words are the same for everyone here."""

    def show_country(self, country: str) -> None:
        """Nothing here depends on the country."""

    def wear_look(self) -> None:
        """Draws the pictures again in the colours of the theme."""
        self._dress()

    def ask_about(self, file: str) -> None:
        """A case from home was opened: whoever opened it says whether they are the clinic or the person."""
        self.title.setText(self.tr("Who is looking at this case?"))
        opened = self.tr("{file} is open. It was filled in at home. Nothing in it changes by this choice.")
        self.purpose.setText(opened.format(file=file))
        self.ways["consultation"].show_words(
            self.tr("See the marks and answers on the consultation screen, and ask and test from there.")
        )
        self.ways["home"].show_words(self.tr("Go on in the guide where it was left, in plain words."))
        announce(self.title, f"{self.title.text()} {self.purpose.text()}")

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first way."""
        self.ways["consultation"].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stand()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "links"):
            self._dress()
        super().changeEvent(event)

    def _build(self) -> None:
        self.page = QWidget()
        self.page.setProperty("kind", "page")
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.scroller)
        self.column = column = QVBoxLayout(self.page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addStretch(2)
        for part in (self.sign, self.title, self.purpose):
            column.addWidget(part)
        column.addSpacing(Space.L)
        self.pair = QHBoxLayout()
        self.pair.setSpacing(Space.L)
        for name, way in self.ways.items():
            way.clicked.connect(self._chooses(name))
            self.pair.addWidget(way, 1)
        column.addLayout(self.pair)
        self._put_links()
        column.addLayout(self.links)
        column.addSpacing(Space.L)
        column.addWidget(self.limits)
        column.addStretch(3)

    def _put_links(self) -> None:
        self.links = QHBoxLayout()
        self.links.setSpacing(Space.XL)
        for button, asked in (
            (self.records_button, self.records_asked),
            (self.open_button, self.open_asked),
            (self.manual_button, self.manual_asked),
        ):
            button.setProperty("kind", "link")
            button.setProperty("flush", True)
            button.clicked.connect(asked)
            self.links.addWidget(button)
        self.links.addStretch(1)

    def _chooses(self, name: DeskName) -> Callable[[], None]:
        return lambda: self.chosen.emit(name)

    def _dress(self) -> None:
        worn = look()
        self.sign.setPixmap(sign_pixmap(worn.px(56)))
        self._stand()

    def _stand(self) -> None:
        """Keeps the column to a width that reads well, and stacks the ways where there is little room."""
        room = self.width() - 2 * Space.XL
        side = max(Space.XL, (self.width() - min(room, look().px(WIDEST))) // 2)
        self.column.setContentsMargins(side, Space.XL, side, Space.XL)
        beside = (self.width() - 2 * side) / look().text_scale >= BESIDE
        ways = QHBoxLayout.Direction
        self.pair.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
