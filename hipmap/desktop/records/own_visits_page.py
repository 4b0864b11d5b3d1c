"""The visits of one person at home: who keeps only their own needs no list of patients."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look
from hipmap.desktop.records.patient_panel import PatientPanel
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.vault_words import vault_words
from hipmap.model.records import Identity, Patient
from hipmap.storage.records.home_document import home_number
from hipmap.storage.records.patients import add_patient, change_patient, find_patients
from hipmap.storage.records.vault import Vault

WIDEST = 760
FIRST_NUMBER = "1"
"""Once everybody at home had this number, by which a clinic could take two people for one."""


class OwnVisitsPage(QWidget):
    """The panel of the one person, in the middle of the page."""

    told = Signal(str)

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.panel = PatientPanel(keeper)
        self.panel.is_own()
        page = QWidget()
        page.setProperty("kind", "page")
        self._column = QVBoxLayout(page)
        self._column.addWidget(self.panel)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(page)
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
    person = found[0]
    if person.identity.number != FIRST_NUMBER:
        return person
    renumbered = person.identity.model_copy(update={"number": home_number(vault.around)})
    return change_patient(vault, person.uid, renumbered)
