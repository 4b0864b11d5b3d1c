"""The bar over the records: for whom they are open, whether they may be changed, and the lock."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.vault import Vault


class RecordsBar(QFrame):
    """Says plainly who else holds the records, if somebody does."""

    lock_asked = Signal()
    keeping_asked = Signal()

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.XS, Space.M, Space.XS)
        line.setSpacing(Space.S)
        self._sign = QLabel()
        self.place = label(vault.folder.name, "strong")
        self.user = label(self._user_words(vault), "caption", "muted")
        self.read_only = label("", "caption", "danger", wrap=True)
        self.keeping = QPushButton(self.tr("Safe keeping"))
        self.lock = QPushButton(self.tr("Lock"))
        if vault.read_only is not None:
            self.read_only.setText(vault_words(vault.read_only.why))
        for part in (self._sign, self.place, self.user):
            line.addWidget(part)
        line.addWidget(self.read_only, 1)
        for button, asked in ((self.keeping, self.keeping_asked), (self.lock, self.lock_asked)):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            line.addWidget(button)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "lock"):
            self._dress()
        super().changeEvent(event)

    def _user_words(self, vault: Vault) -> str:
        if vault.use == "own":
            return vault.user.name
        if vault.user.role == "clinician":
            return self.tr("{name}, clinician").format(name=vault.user.name)
        return self.tr("{name}, assistant").format(name=vault.user.name)

    def _dress(self) -> None:
        self._sign.setPixmap(icon_pixmap("lock", look().theme.accent, look().px(18)))
