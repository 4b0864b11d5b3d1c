"""Opens the settings window, and anew when another language was chosen in it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from hipmap.desktop.languages import languages_offered
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.settings.settings_page import Options
from hipmap.desktop.settings.settings_window import SettingsWindow
from hipmap.model.knowledge import Knowledge


class SettingsDesk(QObject):
    """Outlives the window whose settings it shows when that is made anew in another language."""

    def __init__(self, preferences: Preferences, knowledge: Knowledge, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._knowledge = knowledge
        self._parent = parent
        self.window: SettingsWindow | None = None
        parent.installEventFilter(self)

    def open(self, section: str = "") -> None:
        """Shows the window, at a section if one is named."""
        if self.window is None:
            self.window = SettingsWindow(self._preferences, self._options(), self._parent)
            self.window.choosing.connect(self._is_choosing)
            self.window.template_asked.connect(self._open_template)
        if section:
            self.window.go_to(section)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Goes with the window that it belongs to."""
        if watched is self._parent and event.type() == QEvent.Type.Hide and self.window is not None:
            self.window.close()
        return False

    def use_knowledge(self, knowledge: Knowledge) -> None:
        """Takes the knowledge in the present language."""
        self._knowledge = knowledge

    def _is_choosing(self, setting: str) -> None:
        if setting == "language":
            QTimer.singleShot(0, self, self._open_anew)

    def _open_template(self) -> None:
        """It stands before the main window, so the settings make room."""
        from hipmap.desktop.notes.note_desk import NoteDesk

        notes = self._parent.findChild(NoteDesk)
        if notes is not None and self.window is not None:
            self.window.close()
            notes.edit_template()

    def _open_anew(self) -> None:
        """The words of the window are of the language before."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self.open("wording")

    def _options(self) -> dict[str, Options]:
        tr = QCoreApplication.translate
        numbers = sorted(self._knowledge.emergency_numbers, key=lambda one: one.name)
        return {
            "language": [("", tr("Settings", "As the system")), *languages_offered()],
            "country": [
                *((row.country, f"{row.name}: {row.ambulance}") for row in numbers),
                ("", tr("Settings", "Another country")),
            ],
        }
