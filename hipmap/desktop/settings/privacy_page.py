"""What is kept on this computer, and how to have it forgotten."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.written_path import written_path


class Forgetting(QWidget):
    """Asks once more before every choice is taken back."""

    forget_asked = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        tr = QCoreApplication.translate
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        for text in _told():
            box.addWidget(label(text, "body", wrap=True))
        self.places = label("", "body", wrap=True)
        box.addWidget(self.places)
        preferences.changed.connect(self._show_places)
        self._show_places()
        self.ask = self._button(tr("Settings", "Forget all settings"), "danger")
        box.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.sure = QWidget()
        line = QHBoxLayout(self.sure)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        self.forget = self._button(tr("Settings", "Forget them"), "danger")
        self.keep = self._button(tr("Settings", "Keep them"), "")
        line.addWidget(label(tr("Settings", "Take every choice back?"), "body"))
        line.addWidget(self.forget)
        line.addWidget(self.keep)
        line.addStretch(1)
        box.addWidget(self.sure)
        self.done = label(tr("Settings", "All choices are as they were at first."), "body", "accent")
        box.addWidget(self.done)
        self.sure.hide()
        self.done.hide()
        self.ask.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.forget.clicked.connect(self._forget)

    def _show_places(self) -> None:
        """Names the folders, and that forgetting the settings deletes nothing in them."""
        tr = QCoreApplication.translate
        lines = []
        if self._preferences.records_folder:
            words = tr("Settings", "Records used last: {folder}")
            if not self._preferences.is_kept(Preferences.records_folder):
                words = tr(
                    "Settings",
                    "No records were used here yet. By the policy of this computer they lie in: {folder}",
                )
            lines.append(words.format(folder=written_path(self._preferences.records_folder)))
        if self._preferences.records_backups:
            words = tr("Settings", "Their backups, encrypted too: {folder}")
            lines.append(words.format(folder=written_path(self._preferences.records_backups)))
        if lines:
            lines.append(
                tr(
                    "Settings",
                    "Whoever is deleted from the records is still in the backups until those are dropped in "
                    "their turn. To forget the settings deletes neither: only where they lie is forgotten.",
                )
            )
        self.places.setText("\n".join(lines))
        self.places.setVisible(bool(lines))

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        return button

    def _ask(self) -> None:
        self.ask.hide()
        self.done.hide()
        self.sure.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.sure.hide()
        self.ask.show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._keep()
        self.done.show()
        self.forget_asked.emit()


def _told() -> tuple[str, ...]:
    """Gives what is kept, and what is not."""
    tr = QCoreApplication.translate
    return (
        tr("Settings", "hipmap works without a network. Nothing leaves this computer by itself."),
        tr(
            "Settings",
            "It keeps the choices of this window, and where its windows stood. It keeps nothing about "
            "a person: a case is on this computer only if you save it as a file, where you choose, or in "
            "patient records, which are encrypted. Where the records and their backups lie is kept too.",
        ),
    )
