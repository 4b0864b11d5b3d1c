"""Shows what a backup would bring back, before it is put in place of the records."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.labels import label
from hipmap.desktop.records.day_words import day_words, time_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.storage.records.restoring import Preview, preview_restore


class RestoreDialog(SheetDialog):
    """The backup is opened by the passphrase of its day; nothing changes before *Put it back*.

    The records of now need not be open: they may be damaged.
    """

    restore_asked = Signal(object)  # Preview

    def __init__(self, keeper: RecordsKeeper, backups: Mapping[datetime, Path], parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Put a backup back"),
            self.tr("The records of now are moved aside, whole, and can be put back by hand."),
            self.tr("Look into it"),
        )
        self._keeper = keeper
        self.preview: Preview | None = None
        self.which = ChoiceField()
        self.which.setAccessibleName(self.tr("Backup"))
        for when in sorted(backups, reverse=True):
            self.which.addItem(time_words(when), backups[when])
        self.inner.addWidget(self.which)
        self.who = self.add_line(self.tr("Your name"), self._known_name())
        self.who.setEnabled(not keeper.is_open)
        self.secret = self.add_line(self.tr("Your passphrase on that day"), secret=True)
        self.shown = label("", "body", wrap=True)
        self.inner.addWidget(self.shown)
        self.do.setEnabled(self.which.count() > 0)
        self.which.activated.connect(self._another)
        self.do.clicked.connect(self._act)

    def _another(self) -> None:
        self.preview = None
        self.shown.clear()
        self.secret.setEnabled(True)
        self.do.setText(self.tr("Look into it"))
        self.do.setDefault(True)

    def _act(self) -> None:
        if self.preview is not None:
            self.restore_asked.emit(self.preview)
            self.accept()
            return
        backup, secret, around = Path(self.which.currentData()), self.secret.text(), self._keeper.around
        self.tell("")
        self.do.setEnabled(False)
        name = self.who.text().strip()
        self._keeper.ask_of_disk(
            self, lambda: preview_restore(backup, name, secret, around), self._show, self.tell
        )

    def _known_name(self) -> str:
        return self._keeper.vault.user.name if self._keeper.is_open else self._keeper.last_name

    def _show(self, preview: Preview) -> None:
        self.preview = preview
        found = preview.contents
        lines = [
            self.tr("Patients: {number}").format(number=found.patients),
            self.tr("Visits: {number}").format(number=found.visits),
        ]
        if found.last_day is not None:
            lines.append(self.tr("The last visit is of {day}").format(day=day_words(found.last_day)))
        self.shown.setText("\n".join(lines))
        self.secret.clear()
        self.secret.setEnabled(False)
        self.do.setText(self.tr("Put it back"))
        self.do.setEnabled(True)
        # Whoever pressed Enter to look must not put it back by pressing it once more.
        self.do.setDefault(False)
        self.stay.setFocus()
