"""The records while the window runs: closed, or open for one user, and what is asked of them."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from hipmap.desktop.preferences import Preferences
from hipmap.desktop.records.idle_watch import IdleWatch
from hipmap.desktop.records.open_copies import OpenCopies
from hipmap.desktop.records.records_thread import Failed, RecordsThread
from hipmap.desktop.records.session_watch import SessionWatch
from hipmap.desktop.records.stranded_edits import StrandedEdits
from hipmap.desktop.records.writer_watch import WriterWatch
from hipmap.model.document_check import Sifted
from hipmap.model.knowledge import Knowledge
from hipmap.model.outcome_scales import OutcomeScale
from hipmap.model.patient_document import PatientDocument
from hipmap.model.records import RecordsUse
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.problems import Locked, VaultProblem
from hipmap.storage.records.surroundings import Surroundings, this_machine
from hipmap.storage.records.users import reset_by_recovery
from hipmap.storage.records.vault import Vault

T = TypeVar("T")


class RecordsKeeper(QObject):
    """Holds the one open vault of the window; nothing of it is in any view after `locked`."""

    opened = Signal()
    founded = Signal(str)  # the recovery key of new records
    locking = Signal()  # what is on the screen must go, what is unsaved must be handed over
    locked = Signal(str)  # why, in a word

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.around: Surroundings = this_machine()
        self.thread_of_records = RecordsThread(self)
        self.watch = IdleWatch(self)
        self.watch.left_alone.connect(lambda: self.lock("idle"))
        self.session = SessionWatch(self)
        self.session.away.connect(lambda: self.lock("away"))
        self.scales: Callable[[], tuple[OutcomeScale, ...]] = lambda: ()  # the window knows the library
        self.sift: Callable[[PatientDocument], Sifted] = lambda whole: Sifted(whole, ())  # and its words
        self.knowledge: Callable[[], Knowledge] = load_knowledge  # the window has it in its language
        self.copies = OpenCopies(self)
        self.locking.connect(self.copies.wipe)
        self.opened.connect(self.copies.sweep)
        self.stranded = StrandedEdits(self)
        self.writer = WriterWatch(self)
        self.last_name = ""
        self._vault: Vault | None = None
        self._while_opening: Vault | None = None
        self.letters = ""  # the recovery key, until somebody said that it is on paper
        preferences.changed.connect(self._preference_changed)

    @property
    def vault(self) -> Vault:
        """Gives the open records; Locked if there are none."""
        if self._vault is None:
            raise Locked("locked")
        return self._vault

    @property
    def is_open(self) -> bool:
        return self._vault is not None

    @property
    def folder(self) -> Path | None:
        """Gives the folder that was opened last."""
        kept = self.preferences.records_folder
        return Path(kept) if kept else None

    @property
    def is_offered(self) -> bool:
        """Whether it is the folder that a policy offers to whoever has opened none yet."""
        rule = self.preferences.rules.get("records_folder")
        return rule is not None and rule.begins == self.preferences.records_folder

    @property
    def folder_while_founding(self) -> Path:
        """Gives the folder of the records that were just made, or of those that are open."""
        return (self._while_opening or self.vault).folder

    def ask(
        self, asker: QObject, work: Callable[[Vault], T], done: Callable[[T], None], failed: Failed
    ) -> None:
        """Asks something of the open records.

        An answer that comes after they were locked, or for a page that is gone, is dropped.
        """
        if self._vault is None:
            return
        vault = self._vault

        def is_awaited() -> bool:
            return self._vault is vault and isValid(asker)

        def done_still(answer: T) -> None:
            if is_awaited():
                done(answer)

        def failed_still(problem: VaultProblem) -> None:
            if is_awaited():
                failed(problem)

        self.thread_of_records.ask(lambda: work(vault), done_still, failed_still)

    def ask_of_disk(
        self, asker: QObject, work: Callable[[], T], done: Callable[[T], None], failed: Failed
    ) -> None:
        """Asks something that needs no open records, but a disk or share that may be slow or silent."""

        def done_still(answer: T) -> None:
            if isValid(asker):
                done(answer)

        self.thread_of_records.ask(work, done_still, _told_to(asker, failed))

    def open(
        self,
        asker: QObject,
        folder: Path,
        name: str,
        passphrase: str,
        failed: Failed,
        accept_older: bool = False,
    ) -> None:
        """Opens for a user; an older state than the records had only where that is meant."""
        self.last_name = name

        def work() -> Vault:
            return open_vault(folder, name, passphrase, self.around, accept_older=accept_older)

        self._ask_to_open(asker, work, failed)

    def open_by_recovery(
        self, asker: QObject, folder: Path, letters: str, name: str, new: str, failed: Failed
    ) -> None:
        """Opens by the printed key, and gives the user a new passphrase."""
        self.last_name = name
        self._ask_to_open(asker, lambda: reset_by_recovery(folder, letters, name, new, self.around), failed)

    def found(
        self,
        asker: QObject,
        folder: Path,
        name: str,
        passphrase: str,
        failed: Failed,
        use: RecordsUse = "clinic",
    ) -> None:
        """Makes new records; `founded` brings the recovery key, and who has kept it enters."""
        self.last_name = name

        def made(answer: tuple[Vault, str]) -> None:
            self._while_opening, self.letters = answer
            self.founded.emit(self.letters)

        self.thread_of_records.ask(
            lambda: create_vault(folder, name, passphrase, self.around, use), made, _told_to(asker, failed)
        )

    def enter(self) -> None:
        """Goes into the records that were just made."""
        made, self._while_opening, self.letters = self._while_opening, None, ""
        if made is not None:
            self._begin(made)

    def lock(self, why: str = "asked") -> None:
        """Closes at once what is seen; the keys go as soon as what is on its way has been saved."""
        if self._vault is None:
            return
        self.watch.stop()
        self.session.stop()
        self.locking.emit()
        vault, self._vault = self._vault, None
        self.thread_of_records.ask(vault.lock, lambda _: None, lambda _: None)
        self.locked.emit(why)

    def begin_to_finish(self) -> None:
        """Locks; the thread of the records closes all that is open."""
        self.lock("closing")
        self.copies.wipe()
        made, self._while_opening = self._while_opening, None
        if made is not None:
            self.thread_of_records.ask(made.lock, lambda _: None, lambda _: None)

    def _ask_to_open(self, asker: QObject, work: Callable[[], Vault], failed: Failed) -> None:
        self.thread_of_records.ask(work, self._begin, _told_to(asker, failed))

    def _begin(self, vault: Vault) -> None:
        if self._vault is not None:
            vault.lock()
            return
        self._vault = vault
        self.preferences.records_folder = str(vault.folder)
        self.watch.start(int(self.preferences.records_idle))
        self.session.start()
        self.opened.emit()

    def _preference_changed(self, setting: str) -> None:
        if setting == "records_idle" and self.is_open:
            self.watch.start(int(self.preferences.records_idle))


def _told_to(asker: QObject, failed: Failed) -> Failed:
    """Tells a problem to who asked, if that page is still there."""
    return lambda problem: failed(problem) if isValid(asker) else None
