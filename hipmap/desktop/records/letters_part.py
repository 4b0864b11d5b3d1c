"""The letters and pictures of a patient: attach one, read it in another program, save a copy, remove it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop import chosen_file
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.day_words import day_words, today
from hipmap.desktop.records.letter_dialogs import OpenLetterDialog, SaveLetterDialog
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.remove_dialog import RemoveDialog
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.settings.governed import export_refusal
from hipmap.model.records import Attachment
from hipmap.storage.opened_copies import can_be_shown
from hipmap.storage.records.attachments import (
    add_attachment,
    fitting_name,
    read_attachment,
    remove_attachment,
)
from hipmap.storage.records.vault import Vault


class LettersPart(QWidget):
    """While a readable copy is open it says so, and takes it away when asked."""

    changed = Signal()
    told = Signal(str)
    done = Signal(str)

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._patient = ""
        self.attach = QPushButton(self.tr("Attach a file…"))
        self.none = label(self.tr("There are no letters yet."), "body", "muted", wrap=True)
        self.letters = TwoLineList(self.tr("Letters"))
        self.open = QPushButton(self.tr("Read…"))
        self.save = QPushButton(self.tr("Save a copy…"))
        self.remove = QPushButton(self.tr("Remove…"))
        self.hint = label("", "caption", "muted", wrap=True)
        self.copy_bar, self.copy_words = QFrame(), label("", "body", wrap=True)
        self.copy_done = QPushButton(self.tr("Done: take the copy away"))
        self._place()
        self._join()
        self._show_copies()

    def show_letters(self, patient: str, letters: Sequence[Attachment]) -> None:
        self._patient = patient
        rows = [(one.name, f"{day_words(one.day)} · {_size(one.size)}", one) for one in reversed(letters)]
        self.letters.show_rows(rows)
        self.none.setVisible(not rows)
        for part in (self.letters, self.open, self.save, self.remove):
            part.setVisible(bool(rows))
        if rows and not self.letters.chosen():
            self.letters.setCurrentRow(0)
        self._allow()

    def take_in(self, path: Path) -> None:
        """Puts a file of this computer into the records; the file itself stays where it is."""
        patient, day = self._patient, today()

        def work(vault: Vault) -> Attachment:
            name = fitting_name(path.name)
            return add_attachment(vault, patient, name, day, read_attachment(path))

        def taken(letter: Attachment) -> None:
            words = self.tr(
                "{name} is in the records now, encrypted. The file that you chose is still where it was."
            )
            self.done.emit(words.format(name=letter.name))
            self.changed.emit()

        self._keeper.ask(self, work, taken, lambda why: self.told.emit(vault_words(why)))

    # ---- parts

    def _place(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        first = QHBoxLayout()
        first.addWidget(self.attach)
        first.addStretch(1)
        box.addLayout(first)
        self.copy_bar.setProperty("kind", "message")
        line = QVBoxLayout(self.copy_bar)
        line.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        line.addWidget(self.copy_words)
        line.addWidget(self.copy_done, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self.copy_bar)
        box.addWidget(self.none)
        box.addWidget(self.letters, 1)
        for button in (self.attach, self.copy_done):
            button.setAutoDefault(False)
        box.addWidget(ButtonFlow(self.open, self.save, self.remove))
        box.addWidget(self.hint)
        box.addStretch(0)

    def _join(self) -> None:
        self.attach.clicked.connect(self._ask_file)
        self.open.clicked.connect(self._ask_open)
        self.save.clicked.connect(self._ask_save)
        self.remove.clicked.connect(self._ask_remove)
        self.letters.itemActivated.connect(lambda _item: self._ask_open())
        self.letters.itemSelectionChanged.connect(self._allow)
        self.copy_done.clicked.connect(self._take_copies_away)
        self._keeper.copies.changed.connect(self._show_copies)

    def _allow(self) -> None:
        writes = self._keeper.is_open and self._keeper.vault.read_only is None
        chosen = self._chosen()
        shown = chosen is not None and can_be_shown(chosen.name)
        self.attach.setEnabled(writes)
        self.open.setEnabled(shown)
        self.save.setEnabled(chosen is not None)
        self.remove.setEnabled(writes and chosen is not None)
        kept_back = chosen is not None and not shown
        words = self.tr("hipmap opens letters and pictures only. This file may be a program: save a copy.")
        self.hint.setText(words if kept_back else "")
        self.hint.setVisible(kept_back)

    def _chosen(self) -> Attachment | None:
        chosen = self.letters.chosen()
        return chosen[0] if chosen and isinstance(chosen[0], Attachment) else None

    def _ask_file(self) -> None:
        name = chosen_file.file_to_open(self, self.tr("Attach a file"), str(Path.home()))
        if name:
            self.take_in(Path(name))

    def _ask_open(self) -> None:
        letter = self._chosen()
        if letter is not None and self.open.isEnabled() and self._may_leave():
            OpenLetterDialog(self._keeper, letter, self).open()

    def _ask_save(self) -> None:
        letter = self._chosen()
        if letter is not None and self._may_leave():
            dialog = SaveLetterDialog(self._keeper, letter, self)
            words = self.tr("Saved as {name}, without encryption.")
            dialog.saved.connect(lambda name: self.done.emit(words.format(name=name)))
            dialog.open()

    def _may_leave(self) -> bool:
        """Says it where the policy of an administrator keeps letters in."""
        kept_in = export_refusal("attachment")
        if kept_in:
            self.told.emit(kept_in)
        return not kept_in

    def _ask_remove(self) -> None:
        letter = self._chosen()
        if letter is None:
            return
        words = (
            self.tr("Remove {name}?").format(name=letter.name),
            self.tr("It is taken out of the records for good. Backups made before still hold it."),
        )
        dialog = RemoveDialog(self._keeper, words, lambda vault: remove_attachment(vault, letter.uid), self)
        dialog.removed.connect(self.changed)
        dialog.open()

    # ---- copies that are open

    def _show_copies(self) -> None:
        names = self._keeper.copies.names
        self.copy_bar.setVisible(bool(names))
        words = self.tr("A copy without encryption is open: {names}")
        self.copy_words.setText(words.format(names=", ".join(names)))

    def _take_copies_away(self) -> None:
        if self._keeper.copies.wipe():
            self.done.emit(self.tr("The copy is gone from this computer."))
        else:
            self.told.emit(
                self.tr("Another program still holds the copy. Close it there, then take the copy away.")
            )


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
