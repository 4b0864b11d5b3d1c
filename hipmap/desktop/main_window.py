"""The main window: first its frame, then, once the knowledge is loaded, the desk that is worked at."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from hipmap.desktop.appearance import Appearance
from hipmap.desktop.languages import Languages
from hipmap.desktop.look import look
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.window_frame import WindowFrame
from hipmap.model.voice import Voice

if TYPE_CHECKING:  # What these bring is loaded after the first painting.
    from PySide6.QtGui import QAction

    from hipmap.desktop.case_document import CaseDocument
    from hipmap.desktop.case_session import Assess, CaseSession
    from hipmap.desktop.consultation import Consultation
    from hipmap.desktop.desk_names import DeskName
    from hipmap.desktop.desk_room import DeskRoom
    from hipmap.desktop.help_desk import HelpDesk
    from hipmap.desktop.home.home_guide import HomeGuide
    from hipmap.desktop.records.records_desk import RecordsDesk
    from hipmap.desktop.top_bar import TopBar
    from hipmap.model.case import Case
    from hipmap.model.knowledge import Knowledge


class MainWindow(WindowFrame):
    """Its frame is painted at once; `build` puts the bar into it, `furnish` the desk."""

    ready = Signal()

    bar: "TopBar"
    actions_by_id: "dict[str, QAction]"

    def __init__(self, appearance: Appearance, preferences: Preferences, languages: Languages) -> None:
        super().__init__()
        self.appearance = appearance
        self.preferences = preferences
        self.languages = languages
        self._knowledge: Knowledge | None = None
        self._is_built = False
        self.session: CaseSession | None = None
        self.document: CaseDocument | None = None
        self.room: DeskRoom | None = None
        self.desk: HelpDesk | None = None
        self.records: RecordsDesk | None = None
        self.voice: Voice = preferences.voice

    @property
    def consultation(self) -> "Consultation | None":
        return self.room.consultation if self.room is not None else None

    @property
    def home(self) -> "HomeGuide | None":
        return self.room.home if self.room is not None else None

    # ---- life

    def build(self) -> None:
        """Dresses the program and puts the bar with its commands into the window, once."""
        if self._is_built:
            return
        self._is_built = True
        from hipmap.desktop.fonts import register_fonts

        fonts_are_read = register_fonts()
        self.appearance.wear()
        self.appearance.follow_system()
        if self.placeholder is not None:
            self.placeholder.with_bar = False
        self._put_bar()
        self.appearance.changed.connect(self._look_changed)
        self.languages.changed.connect(self.reword)
        self.languages.failed.connect(self.tell)
        self.preferences.changed.connect(self._preference_changed)
        if not fonts_are_read:
            self.tell_letters_missing()

    def furnish(self, knowledge: "Knowledge", assess: "Assess", case_path: Path | None = None) -> None:
        """Puts the desk chosen last into the frame and opens the case that was asked for."""
        from hipmap.desktop.case_document import CaseDocument
        from hipmap.desktop.case_session import CaseSession
        from hipmap.desktop.desk_room import DeskRoom
        from hipmap.desktop.window_parts import blank_case, first_desk

        self.build()
        self._knowledge = knowledge
        shown = self.languages.shown_knowledge(knowledge)
        self.session = CaseSession(shown, assess, blank_case(self.preferences), self)
        self.document = CaseDocument(self.session, self)
        self.document.blank = partial(blank_case, self.preferences)
        self.document.told.connect(self.tell)
        self.document.renamed.connect(self._show_title)
        self.session.changed.connect(self._case_changed)
        self.room = DeskRoom(self.session, self.preferences, self.frame)
        self._put_room(self.room, self.document)
        self._put_case_commands()
        is_opened = case_path is not None and self.document.open_path(case_path)
        self.show_desk(first_desk(self.preferences, self.session.case, case_path), remember=False)
        if is_opened:
            self._leave_start()
        self.document.begun.connect(self._leave_start)
        self._show_title()

    def show_desk(self, name: "DeskName", remember: bool = True) -> None:
        """Goes to a desk; at home everything is first said to the patient."""
        if self.room is None:
            return
        if remember and name in ("consultation", "home"):
            self.preferences.desk = name
        self.voice = "patient" if name == "home" else self.preferences.voice
        self.bar.show_desk(name)
        self.room.show_desk(name, self.voice)
        self._voice_changed()
        self._allow_commands()
        self.room.take_keyboard()

    def reword(self) -> None:
        """Makes everything with words anew, in the language that was chosen; the case stays as it is."""
        if self._is_built:
            self._put_bar()
        if self.session is None or self.room is None or self._knowledge is None:
            return
        self.session.use_knowledge(self.languages.shown_knowledge(self._knowledge))
        open_again = self.desk.close() if self.desk is not None else {}
        if self.desk is not None:
            self.desk.deleteLater()
        self.make_message_anew()
        if self.records is not None:
            self.records.reword()
        self._put_case_commands()
        self.show_desk(self.room.name, remember=False)
        if self.desk is not None:
            self.desk.open_again(open_again)
        self._show_title()

    def open_records(self) -> None:
        """Goes to the records."""
        if (records := self._made_records()) is not None:
            records.come()

    def keep_in_records(self) -> None:
        """Makes a visit of the case that is open."""
        if (records := self._made_records()) is not None:
            records.keep_case()

    def lock_records(self) -> None:
        """Hides everything of a patient at once."""
        if self.records is not None:
            self.records.lock()

    def is_ready(self) -> bool:
        """Whether everything has been loaded and made."""
        return self.room is not None and self.room.is_ready()

    def closeEvent(self, event: QCloseEvent) -> None:
        if (self.records is not None and not self.records.may_close()) or (
            self.document is not None and not self.document.may_leave()
        ):
            event.ignore()
            return
        if self.records is not None:
            self.records.close()
        if self.desk is not None:
            self.desk.close()
        self.preferences.geometry = self.saveGeometry()
        event.accept()

    def discard(self) -> None:
        """Closes without asking and goes; for pictures and tests."""
        if self.session is not None:
            self.session.undo_stack.setClean()
        self.close()
        self.deleteLater()

    # ---- parts

    def _put_bar(self) -> None:
        """Makes the commands and the bar, in the present language."""
        from hipmap.desktop.window_commands import join_window_commands
        from hipmap.desktop.window_parts import make_bar

        make_bar(self)
        join_window_commands(self)
        self.bar.voice_chosen.connect(self.choose_voice)
        self.bar.buttons["theme"].clicked.connect(self.appearance.flip_theme)
        self._look_changed()

    def _put_room(self, room: "DeskRoom", document: "CaseDocument") -> None:
        self.put_into_frame(room)
        room.ready.connect(self.ready)
        room.desk_asked.connect(self.show_desk)
        room.way_chosen.connect(self._begin_at)
        room.open_asked.connect(document.open)
        room.save_asked.connect(document.save_as)
        room.records_asked.connect(self.open_records)
        room.reports_asked.connect(lambda: self.actions_by_id["export"].trigger())

    def _put_case_commands(self) -> None:
        """Joins the bar, the room and the help to the case."""
        from hipmap.desktop.help_desk import HelpDesk
        from hipmap.desktop.person_edits import listen_to_person
        from hipmap.desktop.window_commands import join_case_commands

        if self.session is None or self.document is None or self.room is None:
            return
        self.desk = HelpDesk(self.session, self.preferences, self.tell, self)
        self.room.read_asked.connect(self.desk.learn.open)
        self.room.country_asked.connect(self.desk.ask_country)
        self.room.manual_asked.connect(self.desk.manual.open)
        self.desk.country_changed.connect(self.room.show_country)
        join_case_commands(self, self.session, self.document, self.room, self.desk)
        listen_to_person(self.bar.person, self.session)
        self.bar.person.show_case(self.session.case)

    def _allow_commands(self) -> None:
        from hipmap.desktop.window_commands import allow_commands

        if self.room is not None and self.session is not None:
            allow_commands(self.actions_by_id, self.room.name, self.session.undo_stack)
            is_open = self.records is not None and self.records.keeper.is_open
            self.actions_by_id["records_lock"].setEnabled(is_open)

    def _begin_at(self, name: "DeskName") -> None:
        """Goes from the start to a desk; a case that is still open is taken along only if that is meant."""
        if self.room is None or self.document is None:
            return
        if self.room.asks_which_desk() or self.document.may_begin():
            self.show_desk(name)

    def _made_records(self) -> "RecordsDesk | None":
        """Gives the records, which are loaded when somebody goes there for the first time."""
        if self.session is None or self.document is None or self.room is None:
            return None
        if self.records is None:
            from hipmap.desktop.records.records_desk import RecordsDesk

            self.records = RecordsDesk(self, self.session, self.document)
        self.room.make_records = self.records.screen
        return self.records

    def _leave_start(self) -> None:
        """A case that was opened at the start is gone to at once; of one from home it is asked who looks."""
        if self.room is None or self.document is None or self.room.name != "start":
            return
        if self.session is not None and self.session.case.setting == "home":
            self.room.ask_which_desk(self.document.name)
        else:
            self.show_desk("consultation")

    # ---- what is shown

    def _preference_changed(self, setting: str) -> None:
        if setting == "language":
            self.languages.choose(self.languages.fitting(self.preferences.language))
        elif setting == "voice" and self.voice != self.preferences.voice and self.home is None:
            self.choose_voice(self.preferences.voice)

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
        self.actions_by_id[f"theme_{self.appearance.theme_choice}"].setChecked(True)
        self.actions_by_id[f"scale_{round(look().text_scale * 100)}"].setChecked(True)
        if self.room is not None:
            self.room.wear_look()

    def choose_voice(self, voice: str) -> None:
        """Says everything in a voice; the consultation remembers it."""
        self.voice = "patient" if voice == "patient" else "clinician"
        if self.room is None or self.room.name != "home":
            self.preferences.voice = self.voice
        self._voice_changed()

    def flip_voice(self) -> None:
        """Says everything in the other voice."""
        self.choose_voice("clinician" if self.voice == "patient" else "patient")

    def _voice_changed(self) -> None:
        self.bar.show_voice(self.voice)
        if self.room is not None:
            self.room.show_voice(self.voice)
        if self.desk is not None:
            self.desk.show_voice(self.voice)
