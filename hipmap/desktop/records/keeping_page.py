"""Safe keeping: backups and how to put one back, who may come in, and the audit of who did what."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look
from hipmap.desktop.records.audit_card import AuditCard
from hipmap.desktop.records.backup_card import BackupCard
from hipmap.desktop.records.backup_keeper import BackupKeeper
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.people_card import PeopleCard
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.table_card import TableCard

BESIDE = 900
KEEPING_SHARE, AUDIT_SHARE = 3, 2


class KeepingPage(BesidePage):
    """What was done stands beside what can be done, or below it where there is little room."""

    told = Signal(str)
    restore_asked = Signal(object)  # Preview
    letters_made = Signal(str)

    def __init__(self, keeper: RecordsKeeper, backups: BackupKeeper) -> None:
        back = self.tr("Back to the visits") if keeper.vault.use == "own" else self.tr("Back to the patients")
        super().__init__(back)
        self.backups = BackupCard(keeper, backups)
        self.people = PeopleCard(keeper)
        self.table = TableCard(keeper)
        self.audit = AuditCard(keeper)
        self._both = QHBoxLayout()
        self._both.setSpacing(Space.M)
        kept = QVBoxLayout()
        kept.setSpacing(Space.M)
        kept.addWidget(self.backups)
        kept.addWidget(self.people)
        kept.addWidget(self.table)
        kept.addStretch(1)
        self._both.addLayout(kept, KEEPING_SHARE)
        self._both.addWidget(self.audit, AUDIT_SHARE)
        self.column.addLayout(self._both, 1)
        self.backups.told.connect(self.told)
        self.backups.restore_asked.connect(self.restore_asked)
        self.backups.made.connect(self.audit.show_audit)
        self.people.changed.connect(self.audit.show_audit)
        self.table.told.connect(self.told)
        self.table.made.connect(self.audit.show_audit)
        self.people.letters_made.connect(self.letters_made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() / look().text_scale >= BESIDE
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
