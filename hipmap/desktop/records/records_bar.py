"""The bar over the records: for whom they are open, whether they may be changed, and the lock."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.unsaved_words import unsaved_words
from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.vault import Vault


class RecordsBar(QFrame):
    """Says plainly who else holds the records, if somebody does."""

    lock_asked = Signal()
    keeping_asked = Signal()

    anew_asked = Signal()

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper, vault = keeper, keeper.vault
        self.setProperty("kind", "bar")
        both = QVBoxLayout(self)
        both.setContentsMargins(Space.L, Space.XS, Space.M, Space.XS)
        both.setSpacing(Space.XS)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        both.addLayout(line)
        self._sign = QLabel()
        self.place = label(vault.folder.name, "strong")
        self.user = label(self._user_words(vault), "caption", "muted")
        self.read_only = label("", "caption", "danger", wrap=True)
        self.keeping = QPushButton(self.tr("Safe keeping"))
        self.lock = QPushButton(self.tr("Lock"))
        self.anew = QPushButton(self.tr("Open anew to write…"))
        self.anew.setProperty("kind", "primary")
        for part in (self._sign, self.place, self.user):
            line.addWidget(part)
        line.addWidget(self.read_only, 1)
        for button, asked in (
            (self.anew, self.anew_asked),
            (self.keeping, self.keeping_asked),
            (self.lock, self.lock_asked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            line.addWidget(button)
        self._put_unsaved(both)
        self.show_writer()
        keeper.writer.changed.connect(self.show_writer)
        self._dress()

    def show_writer(self) -> None:
        """Says who holds the records; once nobody does any more, they can be opened anew to write."""
        if not self._keeper.is_open:
            return
        only, has_left = self._keeper.vault.read_only, self._keeper.writer.has_left
        self.anew.setVisible(has_left)
        if only is not None:
            left = self.tr("Only to be read. The other window has closed the records by now.")
            self.read_only.setText(left if has_left else vault_words(only.why))

    def show_unsaved(self) -> None:
        """Says which changes are not saved yet; they can be tried again at once."""
        if not self._keeper.is_open:
            return
        edits = self._keeper.stranded
        self.unsaved.setText(unsaved_words(edits))
        self.unsaved.setVisible(bool(edits))
        self.again.setVisible(bool(edits.here()))

    def _put_unsaved(self, below: QVBoxLayout) -> None:
        self.unsaved = label("", "body", "danger", wrap=True)
        self.again = QPushButton(self.tr("Try again"))
        self.again.setProperty("kind", "link")
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._keeper.stranded.try_again)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.unsaved, 1)
        line.addWidget(self.again)
        below.addLayout(line)
        self._keeper.stranded.changed.connect(self.show_unsaved)
        self.show_unsaved()

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
