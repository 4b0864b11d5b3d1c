"""A person at work with records: cheap to open, with a clock of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from hipmap.desktop.records.own_visits_page import OwnVisitsPage
from hipmap.desktop.records.patient_panel import PatientPanel
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.records_desk import RecordsDesk
from hipmap.desktop.records.records_screen import RecordsScreen
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.storage.records.vault import Vault
from tests.end_to_end.person import Person, wait_until
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault

Page = TypeVar("Page", bound=QWidget)


@dataclass
class Clinic:
    """Someone before the window, with records of their own."""

    person: Person
    small: SmallVault

    @property
    def desk(self) -> RecordsDesk:
        assert self.person.window.records is not None
        return self.person.window.records

    @property
    def screen(self) -> RecordsScreen:
        room = self.person.window.room
        assert room is not None
        found = room.findChildren(RecordsScreen)
        return found[-1]

    @property
    def vault(self) -> Vault:
        return self.desk.keeper.vault

    @property
    def panel(self) -> PatientPanel:
        return self.page(PatientsPage).panel

    @property
    def own_panel(self) -> PatientPanel:
        return self.page(OwnVisitsPage).panel

    def go(self) -> None:
        """Goes to the records by the menu."""
        self.person.do("records")
        self.desk.keeper.around = self.small.around

    def page(self, kind: type[Page]) -> Page:
        """Gives the page that is shown, once it is this one."""
        wait_until(lambda: isinstance(self.screen.page, kind), self.reads)
        found = self.screen.page
        assert isinstance(found, kind)
        return found

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        page = self.page(UnlockPage)
        page.name.setText(OWNER)
        page.passphrase.setFocus()
        self.write(page.passphrase, passphrase)
        QTest.keyClick(page.passphrase, Qt.Key.Key_Return)

    def enter(self) -> PatientsPage:
        """Is at the list of patients."""
        self.go()
        self.unlock()
        return self.page(PatientsPage)

    def choose(self, name: str) -> None:
        """Searches for a patient and chooses the one that is found."""
        page = self.page(PatientsPage)
        self.write(page.search, name)
        wait_until(lambda: page.patients.count() == 1)
        item = page.patients.item(0)
        QTest.mouseClick(
            page.patients.viewport(),
            Qt.MouseButton.LeftButton,
            pos=page.patients.visualItemRect(item).center(),
        )
        wait_until(lambda: page.panel.seen is not None and name in page.panel.name.text())

    def begin_visit(self) -> None:
        self.person.press(self.panel.begin)
        self.wait_for_visit()

    def wait_for_visit(self) -> None:
        window = self.person.window
        wait_until(lambda: window.consultation is not None and window.is_ready())
        wait_until(lambda: self.desk.visit.visit is not None)

    def wait_saved(self) -> None:
        wait_until(lambda: self.desk.visit.is_saved and not self.desk.visit.is_saving)

    def write(self, field: QLineEdit, text: str) -> None:
        """Types a text; signs that stand on no key come as an input method brings them."""
        for sign in text:
            if sign.isascii():
                QTest.keyClicks(field, sign)
            else:
                field.insert(sign)

    def dialog(self, kind: type[Page]) -> Page:
        """Gives the question that is in front of the window."""
        wait_until(lambda: bool(_shown(kind)))
        return _shown(kind)[0]

    def done(self, dialog: QDialog) -> None:
        wait_until(lambda: not _shown(type(dialog)))

    def reads(self) -> str:
        """Gives every word on the screen and in the title."""
        window = self.person.window
        return "\n".join((window.windowTitle(), self.person.reads(window)))

    def until(self, holds: Callable[[], bool]) -> None:
        wait_until(holds)


def _shown(kind: type[Page]) -> list[Page]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
