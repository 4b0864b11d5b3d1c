"""The visits of one person at home: who keeps only their own needs no list of patients."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look
from hipmap.desktop.records.patient_panel import PatientPanel
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.scrolled_page import ScrolledPage
from hipmap.model.records import Identity, Patient
from hipmap.storage.records.home_document import home_number
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.vault import Vault

WIDEST = 760


class OwnVisitsPage(QWidget):
    """The panel of the one person, in the middle of the page."""

    told = Signal(str)

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.panel = PatientPanel(keeper)
        self.panel.is_own()
        scroller = ScrolledPage(sideways=True)
        self._column = QVBoxLayout(scroller.page)
        self._column.addWidget(self.panel)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(scroller, 1)
        self.panel.told.connect(self.told)
        self.panel.changed.connect(self.look_up)
        self.look_up()

    def take_keyboard(self) -> None:
        self.panel.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_up(self) -> None:
        """Shows the person; in new records they are written down first."""
        self._keeper.ask(
            self,
            _the_person,
            lambda found: self.panel.show_patient(found.uid) if found is not None else None,
            lambda why: self.told.emit(vault_words(why)),
        )

    def open_patient(self, uid: str) -> None:
        """Shows the person anew."""
        self.panel.show_patient(uid)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        side = max(Space.M, (self.width() - look().px(WIDEST)) // 2)
        self._column.setContentsMargins(side, Space.L, side, Space.L)


def _the_person(vault: Vault) -> Patient | None:
    found = find_patients(vault, "")
    if vault.read_only is not None:
        return found[0] if found else None
    if not found:
        return add_patient(vault, Identity(number=home_number(vault.around), name=vault.user.name))
    return found[0]
