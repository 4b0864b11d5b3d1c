"""The main window: first its frame, then, once the knowledge is loaded, the consultation."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from hipmap.desktop.appearance import Appearance
from hipmap.desktop.design_tokens import TEXT_SCALES
from hipmap.desktop.look import look
from hipmap.desktop.placeholder import Placeholder
from hipmap.desktop.preferences import Preferences
from hipmap.model.voice import Voice

if TYPE_CHECKING:  # What these bring is loaded after the first painting.
    from PySide6.QtGui import QAction

    from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
    from hipmap.desktop.case_document import CaseDocument
    from hipmap.desktop.case_session import Assess, CaseSession
    from hipmap.desktop.consultation import Consultation
    from hipmap.desktop.help_desk import HelpDesk
    from hipmap.desktop.message_bar import MessageBar
    from hipmap.desktop.top_bar import TopBar
    from hipmap.model.case import Case
    from hipmap.model.knowledge import Knowledge

SIZE = (1366, 768)
LEAST_SIZE = (720, 520)
NEED_A_CASE = (
    "new", "open", "save", "save_as", "undo", "redo", "find", "safety", "map", "sheet", "result", "learn",
    "country", "keys", "about",
)  # fmt: skip


class MainWindow(QMainWindow):
    """Paints its frame at once; `build` puts the bar into it, `furnish` the consultation."""

    first_shown = Signal()
    ready = Signal()

    bar: "TopBar"
    actions_by_id: "dict[str, QAction]"

    def __init__(self, appearance: Appearance, preferences: Preferences) -> None:
        super().__init__()
        self._appearance = appearance
        self._preferences = preferences
        self._shown_once = False
        self._is_built = False
        self.session: CaseSession | None = None
        self.document: CaseDocument | None = None
        self.consultation: Consultation | None = None
        self.desk: HelpDesk | None = None
        self.message: MessageBar | None = None
        self.voice: Voice = preferences.voice
        self.room = QWidget()
        self.room_box = QVBoxLayout(self.room)
        self.room_box.setContentsMargins(0, 0, 0, 0)
        self.room_box.setSpacing(0)
        self.placeholder: Placeholder | None = Placeholder()
        self.room_box.addWidget(self.placeholder, 1)
        self.setCentralWidget(self.room)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*SIZE)
        self.setWindowTitle("hipmap")

    # ---- life

    def build(self) -> None:
        """Dresses the program and puts the bar with its commands into the window, once."""
        if self._is_built:
            return
        self._is_built = True
        from hipmap.desktop.actions import make_actions
        from hipmap.desktop.fonts import register_fonts
        from hipmap.desktop.top_bar import TopBar

        register_fonts()
        self._appearance.wear()
        self._appearance.follow_system()
        self.actions_by_id = make_actions(self)
        self.bar = TopBar(self.actions_by_id)
        if self.placeholder is not None:
            self.placeholder.with_bar = False
        self.setMenuWidget(self.bar)
        self._join_actions()
        self.bar.show_voice(self.voice)
        self.bar.voice_chosen.connect(self._choose_voice)
        self.bar.buttons["theme"].clicked.connect(self._appearance.flip_theme)
        self._appearance.changed.connect(self._look_changed)
        self._look_changed()

    def furnish(
        self,
        knowledge: "Knowledge",
        assess: "Assess",
        body_map: "BodyMapPanel",
        case_path: Path | None = None,
    ) -> None:
        """Puts the consultation into the frame and opens the case that was asked for."""
        from hipmap.desktop.case_document import CaseDocument
        from hipmap.desktop.case_session import CaseSession
        from hipmap.desktop.consultation import Consultation
        from hipmap.desktop.help_desk import HelpDesk
        from hipmap.model.case import new_case

        self.build()
        self.session = CaseSession(knowledge, assess, new_case(), self)
        self.document = CaseDocument(self.session, self)
        body_map.set_theme(look().theme)
        self.consultation = Consultation(self.session, body_map, self.voice, self.room)
        if self.placeholder is not None:
            self.room_box.replaceWidget(self.placeholder, self.consultation)
            self.placeholder.hide()
            self.placeholder.deleteLater()
            self.placeholder = None
        self.desk = HelpDesk(self.session, self._preferences, self.tell, self)
        self._join(self.desk.commands())
        self._listen(self.session, self.document, self.desk)
        self._join_case_actions(self.session, self.document, self.consultation)
        self.session.refresh()
        self.consultation.setFocus()
        self.consultation.sheet.built.connect(self.ready)
        if case_path is not None:
            self.document.open_path(case_path)

    def is_ready(self) -> bool:
        """Whether everything has been loaded and made."""
        return self.consultation is not None and self.consultation.sheet.is_built()

    def tell(self, text: str, tone: str = "problem") -> None:
        """Shows a message under the bar; an empty one takes the last away."""
        if not text:
            if self.message is not None:
                self.message.hide()
            return
        if self.message is None:
            from hipmap.desktop.message_bar import MessageBar

            self.message = MessageBar()
            self.room_box.insertWidget(0, self.message)
        self.message.tell(text, "problem" if tone == "problem" else "calm")

    def tell_refused(self, why: str) -> None:
        """Says that the clinic's overlay is not used."""
        self.tell(
            self.tr("{why}. hipmap works with its own knowledge.").format(why=why[:1].upper() + why[1:])
        )

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._shown_once:
            self._shown_once = True
            self.first_shown.emit()
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.document is not None and not self.document.may_leave():
            event.ignore()
            return
        if self.desk is not None:
            self.desk.learn.close()
        self._preferences.geometry = self.saveGeometry()
        event.accept()

    def discard(self) -> None:
        """Closes without asking; for pictures and tests."""
        if self.session is not None:
            self.session.undo_stack.setClean()
        self.close()

    # ---- joining

    def _listen(self, session: "CaseSession", document: "CaseDocument", desk: "HelpDesk") -> None:
        from hipmap.desktop.person_edits import listen_to_person

        document.told.connect(self.tell)
        document.renamed.connect(self._show_title)
        if self.consultation is not None:
            self.consultation.read_asked.connect(desk.learn.open)
            self.consultation.urgency.country_asked.connect(desk.ask_country)
            self.consultation.show_country(self._preferences.country)
            desk.country_changed.connect(self.consultation.show_country)
        session.changed.connect(self._case_changed)
        listen_to_person(self.bar.person, session)
        self._show_title()

    def _join_actions(self) -> None:
        look_of = self._appearance
        does: dict[str, Callable[[], object]] = {
            "close": self.close,
            "flip_voice": self._flip_voice,
            "theme_system": partial(look_of.choose_theme, "system"),
            "theme_light": partial(look_of.choose_theme, "light"),
            "theme_dark": partial(look_of.choose_theme, "dark"),
            "larger": partial(look_of.step_text_scale, 1),
            "smaller": partial(look_of.step_text_scale, -1),
        }
        for scale in TEXT_SCALES:
            does[f"scale_{round(scale * 100)}"] = partial(look_of.choose_text_scale, scale)
        self._join(does)
        for name in NEED_A_CASE:
            self.actions_by_id[name].setEnabled(False)
        self.addActions(list(self.actions_by_id.values()))

    def _join_case_actions(
        self, session: "CaseSession", document: "CaseDocument", consultation: "Consultation"
    ) -> None:
        self._join(
            {
                "new": document.new,
                "open": document.open,
                "save": document.save,
                "save_as": document.save_as,
                "undo": session.undo_stack.undo,
                "redo": session.undo_stack.redo,
                "find": consultation.begin_search,
                "safety": consultation.ask_safety,
                "map": partial(consultation.go_to, "map"),
                "sheet": partial(consultation.go_to, "sheet"),
                "result": partial(consultation.go_to, "result"),
            }
        )
        for name in NEED_A_CASE:
            self.actions_by_id[name].setEnabled(True)
        stack = session.undo_stack
        undo, redo = self.actions_by_id["undo"], self.actions_by_id["redo"]
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())

    def _join(self, does: dict[str, Callable[[], object]]) -> None:
        for name, act in does.items():
            self.actions_by_id[name].triggered.connect(lambda _checked=False, act=act: act())

    # ---- what is shown

    def _case_changed(self, case: "Case") -> None:
        self.bar.person.show_case(case)
        self._show_title()

    def _show_title(self) -> None:
        if self.document is None:
            self.setWindowTitle("hipmap")
            return
        dot = "● " if self.document.is_changed else ""
        self.setWindowTitle(f"{dot}{self.document.name} – hipmap")

    def _look_changed(self) -> None:
        self.actions_by_id[f"theme_{self._appearance.theme_choice}"].setChecked(True)
        self.actions_by_id[f"scale_{round(look().text_scale * 100)}"].setChecked(True)
        if self.consultation is not None:
            self.consultation.wear_look()

    def _choose_voice(self, voice: str) -> None:
        self.voice = "patient" if voice == "patient" else "clinician"
        self._preferences.voice = self.voice
        self.bar.show_voice(self.voice)
        if self.consultation is not None:
            self.consultation.show_voice(self.voice)
        if self.desk is not None:
            self.desk.show_voice(self.voice)

    def _flip_voice(self) -> None:
        self._choose_voice("clinician" if self.voice == "patient" else "patient")
