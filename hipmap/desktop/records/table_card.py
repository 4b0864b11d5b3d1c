"""The way to a table of all visits, and why somebody may not have it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from hipmap.desktop.labels import Card, label
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.rights import may_not


class TableCard(Card):
    """What a role does not allow cannot be pressed, and it is said why."""

    told = Signal(str)
    made = Signal()

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.box.addWidget(label(self.tr("Research"), "title"))
        words = self.tr("All visits as one table, without names and days unless you ask for them.")
        self.box.addWidget(label(words, "body", "muted", wrap=True))
        self.table = QPushButton(self.tr("All visits as a table…"))
        self.box.addWidget(ButtonFlow(self.table))
        allowed = keeper.vault.has("export_all")
        self.may_not = label(vault_words(may_not("export_all")), "caption", "muted", wrap=True)
        self.may_not.setVisible(not allowed)
        self.box.addWidget(self.may_not)
        self.table.setEnabled(allowed)
        self.table.clicked.connect(self._ask)

    def _ask(self) -> None:
        from hipmap.desktop.records.table_dialog import TableDialog

        dialog = TableDialog(self._keeper, self)
        dialog.written.connect(self.told)
        dialog.finished.connect(lambda _: self.made.emit())
        dialog.open()
