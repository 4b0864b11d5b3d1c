"""The frame of the main window: what is painted before anything is loaded, and the message above the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from hipmap.desktop.placeholder import Placeholder

if TYPE_CHECKING:  # Loaded when there is something to say.
    from hipmap.desktop.message_bar import MessageBar

SIZE = (1366, 768)
LEAST_SIZE = (720, 520)


class WindowFrame(QMainWindow):
    """Shows a placeholder until the room of the desks takes its place."""

    first_shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown_once = False
        self.message: MessageBar | None = None
        self.frame = QWidget()
        self.frame_box = QVBoxLayout(self.frame)
        self.frame_box.setContentsMargins(0, 0, 0, 0)
        self.frame_box.setSpacing(0)
        self.placeholder: Placeholder | None = Placeholder()
        self.frame_box.addWidget(self.placeholder, 1)
        self.setCentralWidget(self.frame)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*SIZE)
        self.setWindowTitle("hipmap")

    def put_into_frame(self, content: QWidget) -> None:
        """Puts what is worked at in the place that was kept for it."""
        if self.placeholder is not None:
            self.frame_box.replaceWidget(self.placeholder, content)
            self.placeholder.hide()
            self.placeholder.deleteLater()
            self.placeholder = None

    def tell(
        self, text: str, tone: str = "problem", way: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Shows a message under the bar, with what can be done about it; an empty one takes the last away."""
        if not text:
            if self.message is not None:
                self.message.forget()
            return
        if self.message is None:
            from hipmap.desktop.message_bar import MessageBar

            self.message = MessageBar()
            self.frame_box.insertWidget(0, self.message)
        self.message.tell(text, "problem" if tone == "problem" else "calm", way)

    def tell_refused(self, why: str) -> None:
        """Says that the clinic's overlay is not used."""
        self.tell(
            self.tr("{why}. hipmap works with its own knowledge.").format(why=why[:1].upper() + why[1:])
        )

    def tell_letters_missing(self) -> None:
        """Says that the bundled font is not used."""
        self.tell(
            self.tr(
                "The letters that come with hipmap cannot be read, so those of the system are shown. "
                "Install hipmap again when you can."
            )
        )

    def make_message_anew(self) -> None:
        """Puts what is being told into a bar with words in the present language."""
        told, self.message = self.message, None
        if told is not None:
            if not told.isHidden():
                self.tell(told.words.text(), told.tone)
            told.hide()
            told.deleteLater()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._shown_once:
            self._shown_once = True
            self.first_shown.emit()
        return handled
