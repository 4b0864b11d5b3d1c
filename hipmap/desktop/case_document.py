"""The case as a file: new, open, save, and the question before unsaved changes are lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from hipmap.desktop import chosen_file
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.settings.governed import export_refusal
from hipmap.model.case import Case, new_case
from hipmap.model.problems import BadInput, NoCase
from hipmap.storage.case_files import read_case, write_case

SUFFIX = ".json"
HAND_OVER = ".hipmap"


class CaseDocument(QObject):
    """Says problems by `told`; a file that cannot be used leaves the present case as it is."""

    told = Signal(str, str)
    renamed = Signal()
    begun = Signal()  # with a case from a file
    copied = Signal()  # to a file, of what is kept elsewhere

    def __init__(self, session: CaseSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.path: Path | None = None
        self.blank: Callable[[], Case] = new_case
        self._keep: Callable[[], object] | None = None  # how the case is kept where it has its own place
        self._may_let_go: Callable[[], bool] = lambda: True
        session.undo_stack.cleanChanged.connect(lambda _clean: self.renamed.emit())

    @property
    def is_changed(self) -> bool:
        return self._keep is None and not self._session.undo_stack.isClean()

    @property
    def name(self) -> str:
        if self._keep is not None:
            return self.tr("Visit")
        return self.path.name if self.path is not None else self.tr("Untitled case")

    def new(self) -> bool:
        """Begins a new case; False where the person stays with this one."""
        if not self.may_leave():
            return False
        self._begin(self.blank(), None)
        return True

    def may_begin(self) -> bool:
        """Asks whose case this is before somebody begins with one that is still open; False means: stay.

        A case in which nothing is marked or answered is nobody's.
        """
        case = self._session.case
        if not case.marks and not case.answers:
            return True
        answer = self._ask_whose()
        if answer == QMessageBox.StandardButton.No:
            return self.new()
        return answer == QMessageBox.StandardButton.Yes

    def open(self) -> None:
        if not self.may_leave():
            return
        name = chosen_file.file_to_open(self._window, self.tr("Open a case"), self._folder(), self._files())
        if name:
            self.open_path(Path(name))

    def read(self, path: Path) -> Case | None:
        """Gives the case of a file; of a bad one it is told what it is, and then why, in detail."""
        if path.suffix.lower() == HAND_OVER:
            words = self.tr(
                "{file} is a locked file from home or from another clinic. To open it, go to the records, "
                "unlock them, and choose “Import…”."
            )
            self.told.emit(words.format(file=path.name), "problem")
            return None
        try:
            return read_case(path, self._session.knowledge)
        except NoCase as problem:
            words = self.tr("{file} is not a hipmap case, or it cannot be read whole. In detail: {why}.")
            self.told.emit(words.format(file=path.name, why=problem.reason.rstrip(".")), "problem")
            return None
        except BadInput as problem:
            self.told.emit(str(problem), "problem")
            return None

    def open_path(self, path: Path) -> bool:
        """Opens a file, if it can be used; of one in FHIR it is first shown what it would bring."""
        from hipmap.desktop.incoming.foreign_file import foreign_content

        content = foreign_content(path)
        if content is not None:
            self._show_incoming(content, path.name)
            return False
        case = self.read(path)
        if case is None:
            return False
        self._begin(case, path)
        self.begun.emit()
        return True

    def open_dropped(self, path: Path) -> None:
        """Opens a file that was dropped; what is not saved is asked about first."""
        if self.may_leave():
            self.open_path(path)

    def hold(
        self,
        keep: Callable[[], object],
        begin: Callable[[], object],
        may_let_go: Callable[[], bool] = lambda: True,
    ) -> None:
        """Begins with a case that is kept elsewhere than in a file, and saved there by itself."""
        self.path = None
        begin()
        self._keep, self._may_let_go = keep, may_let_go
        self.told.emit("", "calm")
        self.renamed.emit()

    def let_go(self) -> None:
        """The case is no longer kept elsewhere."""
        self._keep = None
        self.renamed.emit()

    def save(self) -> bool:
        if self._keep is not None:
            self._keep()
            return True
        return self._write(self.path) if self.path is not None else self.save_as()

    def save_as(self) -> bool:
        if not self._may_be_a_file():
            return False
        if self._keep is not None and not self._ask_for_copy():
            return False
        start = str(self.path or Path(self._folder()) / f"case.hipmap{SUFFIX}")
        name = chosen_file.file_to_save(self._window, self.tr("Save the case"), start, self._files())
        if not name:
            return False
        path = Path(name)
        return self._write(path if path.suffix else path.with_suffix(SUFFIX))

    def may_leave(self) -> bool:
        """Asks before unsaved changes are lost; False means that the person stays."""
        if self._keep is not None:
            return self._may_let_go()
        if not self.is_changed:
            return True
        answer = self._ask_to_save()
        if answer == QMessageBox.StandardButton.Save:
            return self.save()
        return answer == QMessageBox.StandardButton.Discard

    def _show_incoming(self, content: bytes, name: str) -> None:
        from hipmap.desktop.incoming.incoming_dialog import IncomingDialog
        from hipmap.exchange.fhir.reading import read_incoming

        try:
            found = read_incoming(content, name, self._session.knowledge)
        except BadInput as problem:
            words = self.tr("{why}. Nothing was changed.")
            self.told.emit(words.format(why=str(problem).rstrip(".")), "problem")
            return
        if not found.case.marks and not found.case.answers:
            words = self.tr("{file} holds no mark and no answer that hipmap knows. Nothing was changed.")
            self.told.emit(words.format(file=name), "problem")
            return
        dialog = IncomingDialog(found, name, self._session.knowledge, self._window)
        dialog.accepted.connect(lambda: self._begin_incoming(found.case))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _begin_incoming(self, case: Case) -> None:
        """What came in has no case file yet: it is saved under a name of its own."""
        self._begin(case, None)
        self.begun.emit()

    def _begin(self, case: Case, path: Path | None) -> None:
        self.path = path
        self._session.open_case(case)
        self.told.emit("", "calm")
        self.renamed.emit()

    def _write(self, path: Path) -> bool:
        if not self._may_be_a_file():
            return False
        try:
            write_case(path, self._session.case)
        except BadInput as problem:
            self.told.emit(str(problem), "problem")
            return False
        if self._keep is None:  # a copy of what is kept elsewhere does not become its place
            self.path = path
            self._session.undo_stack.setClean()
            self._session.end_typing()
        else:
            self.copied.emit()
        self.told.emit("", "calm")
        self.renamed.emit()
        return True

    def _may_be_a_file(self) -> bool:
        """Says it where the policy of an administrator keeps cases in."""
        kept_in = export_refusal("json")
        if kept_in:
            self.told.emit(kept_in, "problem")
        return not kept_in

    def _ask_for_copy(self) -> bool:
        """What is kept encrypted leaves that protection only where somebody means it."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("hipmap"))
        box.setText(self.tr("Save a copy of this visit that everybody can read?"))
        box.setInformativeText(
            self.tr(
                "The records are encrypted; this file is not. Everybody who gets it can read it. To hand a "
                "visit over safely, go back and choose “Export…”."
            )
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Cancel)
        box.button(buttons.Save).setText(self.tr("Save without encryption…"))
        box.setDefaultButton(buttons.Cancel)
        return box.exec() == buttons.Save

    def _ask_whose(self) -> QMessageBox.StandardButton:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("hipmap"))
        box.setText(self.tr("A case is still open. Is it about the same person?"))
        box.setInformativeText(self.tr("For another person a new case has to begin."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.No | buttons.Cancel)
        box.button(buttons.Yes).setText(self.tr("Go on with this case"))
        box.button(buttons.No).setText(self.tr("New case"))
        box.setDefaultButton(buttons.Cancel)
        return QMessageBox.StandardButton(box.exec())

    def _ask_to_save(self) -> QMessageBox.StandardButton:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("hipmap"))
        box.setText(self.tr("Save the changes to this case?"))
        box.setInformativeText(self.tr("If you discard them, they cannot be brought back."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        if kept_in := export_refusal("json"):
            box.setText(self.tr("Discard the changes to this case?"))
            box.setInformativeText(kept_in)
            box.setStandardButtons(buttons.Discard | buttons.Cancel)
            box.setDefaultButton(buttons.Cancel)
        return QMessageBox.StandardButton(box.exec())

    def _folder(self) -> str:
        return str(self.path.parent if self.path is not None else Path.home())

    def _files(self) -> str:
        return self.tr("Cases ({pattern});;All files (*)").format(pattern=f"*{SUFFIX}")
