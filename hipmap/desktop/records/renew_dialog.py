"""Makes a new recovery key, once it is known that whoever asks did not only find the records open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.storage.records.users import must_know, renew_recovery_key
from hipmap.storage.records.vault import Vault


class RenewDialog(SheetDialog):
    """The key itself is shown on a page of its own."""

    renewed = Signal(str)

    def __init__(self, keeper: RecordsKeeper, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("New recovery key"),
            self.tr(
                "A new key is made and shown once. The one on paper opens these records no longer: destroy "
                "it. It still opens the backups that were made before."
            ),
            self.tr("Make a new key"),
        )
        self._keeper = keeper
        self.secret = self.add_line(self.tr("Your passphrase"), secret=True)
        self.do.clicked.connect(self._renew)

    def _renew(self) -> None:
        passphrase = self.secret.text()
        if not passphrase:
            self.tell(self.tr("Type your passphrase first."))
            return

        def renewed(vault: Vault) -> str:
            must_know(vault, passphrase)
            return renew_recovery_key(vault)

        self.tell("")
        self.do.setEnabled(False)
        self.secret.clear()
        self._keeper.ask(self, renewed, self._done, self.tell)

    def _done(self, letters: str) -> None:
        self.accept()
        self.renewed.emit(letters)
