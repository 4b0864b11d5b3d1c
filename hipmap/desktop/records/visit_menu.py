"""What can be mended of a visit that is chosen: its day, whose it is, or that it is there at all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.visit_dialogs import DayDialog, MoveDialog, VisitDeletionDialog, VisitDialog
from hipmap.model.records import Visit


class VisitMenu(QPushButton):
    """Off where nothing may be written here, as while another window writes."""

    changed = Signal()
    done = Signal(str)

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self.setText(self.tr("More"))
        self.setAccessibleName(self.tr("More about this visit"))
        self._keeper = keeper
        self._visit: Visit | None = None
        menu = QMenu(self)
        self.day = menu.addAction(self.tr("Change the day…"))
        self.move_on = menu.addAction(self.tr("Move to another patient…"))
        menu.addSeparator()
        self.delete = menu.addAction(self.tr("Delete this visit…"))
        self.setMenu(menu)
        self.day.triggered.connect(lambda: self._ask(DayDialog))
        self.move_on.triggered.connect(lambda: self._ask(MoveDialog))
        self.delete.triggered.connect(lambda: self._ask(VisitDeletionDialog))

    def show_visit(self, visit: Visit | None) -> None:
        """Shows what may be done with a visit; with None nothing."""
        self._visit = visit
        writes = visit is not None and self._keeper.is_open and self._keeper.vault.read_only is None
        self.setEnabled(writes)
        for act in (self.day, self.move_on):
            act.setEnabled(writes)
        self.delete.setEnabled(writes and self._keeper.vault.has("delete"))
        self.move_on.setVisible(self._keeper.is_open and self._keeper.vault.use == "clinic")

    def _ask(self, kind: type[DayDialog] | type[MoveDialog] | type[VisitDeletionDialog]) -> None:
        if self._visit is None:
            return
        dialog: VisitDialog = kind(self._keeper, self._visit, self)
        dialog.mended.connect(self.done)
        dialog.mended.connect(lambda _words: self.changed.emit())
        dialog.open()
