"""Closing the window: what is on its way to the records arrives first, and it is said what is waited for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.records.unsaved_question import UnsavedAnswer, ask_about_unsaved
from hipmap.desktop.records.unsaved_words import unsaved_words, why_words

if TYPE_CHECKING:
    from hipmap.desktop.records.visit_keeper import VisitKeeper

AT_ONCE = 0.4
"""Seconds that a save may take before anything is said of it."""
PATIENCE_MS = 5_000
"""Nobody closes without waiting before this, by a click too many."""


class WaitDialog(SheetDialog):
    """Goes by itself when the records have answered; until then one can stay, or go without waiting."""

    def __init__(self, parent: QWidget, title: str, words: str, leave: str, *, may_stay: bool) -> None:
        super().__init__(parent, title, words, leave, danger=may_stay)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.stay.setText(self.tr("Stay"))
        self.stay.setVisible(may_stay)
        self.leaves = False
        self.do.setEnabled(False)
        self.do.clicked.connect(self._leave)
        QTimer.singleShot(PATIENCE_MS, self, self.allow)

    def allow(self) -> None:
        """Whoever has waited for a while need not wait for ever."""
        self.do.setEnabled(True)

    def reject(self) -> None:
        """Escape closes nothing where one cannot stay."""
        if not self.stay.isHidden():
            super().reject()

    def _leave(self) -> None:
        self.leaves = True
        self.accept()


class Closing(QObject):
    """Asks, waits and locks, in that order; nothing here holds the window for ever."""

    def __init__(self, window: QWidget, keeper: RecordsKeeper, visit: "VisitKeeper") -> None:
        super().__init__(window)
        self._window, self._keeper, self._visit = window, keeper, visit
        self._is_asking = False
        self._waits_no_more = False

    def may_close(self) -> bool:
        """Saves what is open; False where that failed and the person stays."""
        if self._is_asking:
            return False
        self._is_asking = True
        self._waits_no_more = self._visit.is_given_up = False
        try:
            return self._saved()
        finally:
            self._is_asking = False

    def close(self) -> None:
        """Locks, and waits until all is on the disk, or nobody wants to wait any longer."""
        self._is_asking = True
        self._keeper.begin_to_finish()
        if not self._waits_no_more and not self._keeper.thread_of_records.wait(AT_ONCE):
            self._wait(
                WaitDialog(
                    self._window,
                    self.tr("The records are being closed"),
                    self.tr(
                        "Every change is saved. A backup that is due is still being made, or the disk or the "
                        "network share is slow to answer. A backup that is not finished is made another time."
                    ),
                    self.tr("Close without waiting"),
                    may_stay=False,
                )
            )
        self._keeper.thread_of_records.finish()

    def _saved(self) -> bool:
        while self._has_arrived():
            if self._waits_no_more or not self._is_unsaved():
                return True
            answer = self._ask_to_lose()
            if answer != "again":
                self._visit.is_given_up = answer == "leave"
                return answer == "leave"
        return False

    def _has_arrived(self) -> bool:
        """Tries what is not saved, and waits for it; False where the person stays."""
        self._keeper.stranded.try_again()
        for _ in range(2):  # while one save is on its way the next cannot begin
            self._visit.save_now()
            if not self._keeper.thread_of_records.wait(AT_ONCE):
                dialog = self._saving()
                if not self._wait(dialog):
                    return False
                if dialog.leaves:
                    self._waits_no_more = self._visit.is_given_up = True
                    return True
        return True

    def _is_unsaved(self) -> bool:
        return bool(self._keeper.stranded) or (self._visit.may_write and not self._visit.is_saved)

    def _saving(self) -> WaitDialog:
        if self._visit.is_saved and not self._keeper.stranded:
            words = self.tr(
                "The records are still at work, and will be closed when they are done. Every change of the "
                "visit is saved."
            )
            leave = self.tr("Close without waiting")
        else:
            words = self.tr(
                "The last changes of the visit are on their way, and the disk or the network share is slow "
                "to answer. The window closes when they have arrived."
            )
            leave = self.tr("Close and lose them")
        return WaitDialog(self._window, self.tr("Still saving"), words, leave, may_stay=True)

    def _wait(self, dialog: WaitDialog) -> bool:
        """False where the person stays."""

        def arrived(_answer: object = None) -> None:
            if isValid(dialog):
                dialog.accept()

        self._keeper.thread_of_records.ask(lambda: None, arrived, arrived)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        chosen = dialog.exec()
        dialog.deleteLater()
        return chosen == QDialog.DialogCode.Accepted

    def _ask_to_lose(self) -> UnsavedAnswer:
        """Nothing can be tried where only other records, or another user, could take the change."""
        edits = self._keeper.stranded
        why = " ".join(filter(None, (why_words(self._visit.problem), unsaved_words(edits))))
        return ask_about_unsaved(
            self._window,
            self.tr("The last changes of a visit are not saved. Close all the same?"),
            why,
            self.tr("Close and lose them"),
            may_try=bool(edits.here()) or not self._visit.is_saved,
        )
