"""The patients: searched as you type on the left, the one that is chosen on the right."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.records.day_words import about_patient
from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.import_dialog import ImportDialog
from hipmap.desktop.records.patient_panel import PatientPanel
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.model.records import Patient
from hipmap.storage.records.patients import find_patients

LIST_SHARE, PANEL_SHARE = 2, 3
BESIDE = 600


class PatientsPage(QWidget):
    """Both parts stand below each other where there is little room."""

    told = Signal(str)

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._asked = 0
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search name, number, tag or note"))
        self.search.setAccessibleName(self.tr("Search patients"))
        self.search.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.search.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.add = QPushButton(self.tr("New patient…"))
        self.bring = QPushButton(self.tr("Import…"))
        self.archived = QCheckBox(self.tr("Archived patients"))
        self.patients = TwoLineList(self.tr("Patients"))
        self.count = label("", "caption", "muted", wrap=True)
        self.panel = PatientPanel(keeper)
        self._place()
        self._join()
        self._dress()
        self._allow()
        self.look_up()

    def take_keyboard(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_up(self) -> None:
        """Shows who is found by what stands in the search; only the last answer counts."""
        self._asked += 1
        mine, text, archived = self._asked, self.search.text(), self.archived.isChecked()

        def done(found: tuple[Patient, ...]) -> None:
            if mine == self._asked:
                self._show(found)

        self._keeper.ask(
            self,
            lambda vault: find_patients(vault, text, archived=archived),
            done,
            lambda why: self.told.emit(str(why)),
        )

    def open_patient(self, uid: str) -> None:
        """Shows a patient, whether or not the search finds this one."""
        self.panel.show_patient(uid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() / look().text_scale >= BESIDE
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_both"):
            self._dress()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.patients.count():
            self.patients.setFocus(Qt.FocusReason.TabFocusReason)
            self.patients.setCurrentRow(max(0, self.patients.currentRow()))
            return
        super().keyPressEvent(event)

    # ---- parts

    def _place(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroller)
        self._both = QHBoxLayout(page)
        self._both.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self._both.setSpacing(Space.M)
        left = Card()
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(self.search, 1)
        first.addWidget(self.add)
        left.box.addLayout(first)
        left.box.addWidget(self.patients, 1)
        last = QHBoxLayout()
        last.setSpacing(Space.S)
        last.addWidget(self.archived)
        last.addStretch(1)
        last.addWidget(self.bring)
        left.box.addWidget(self.count)
        left.box.addLayout(last)
        self._both.addWidget(left, LIST_SHARE)
        self._both.addWidget(self.panel, PANEL_SHARE)

    def _join(self) -> None:
        self.search.textChanged.connect(self.look_up)
        self.search.returnPressed.connect(self._choose_first)
        self.archived.toggled.connect(self.look_up)
        self.add.clicked.connect(self._ask_new)
        self.bring.clicked.connect(self._ask_import)
        self.patients.itemSelectionChanged.connect(self._chosen)
        self.panel.changed.connect(self.look_up)
        self.panel.told.connect(self.told)

    def _allow(self) -> None:
        may = self._keeper.vault.read_only is None
        for button in (self.add, self.bring):
            button.setEnabled(may)

    def _show(self, found: tuple[Patient, ...]) -> None:
        self.patients.show_rows([(one.identity.name, about_patient(one), one) for one in found])
        if found:
            self.count.setText(self.tr("Found: {number}").format(number=len(found)))
        elif self.search.text().strip():
            self.count.setText(self.tr("Nobody is found by these words."))
        elif self.archived.isChecked():
            self.count.setText(self.tr("Nobody is archived."))
        else:
            self.count.setText(self.tr("There are no patients yet. Begin with “New patient…”."))

    def _chosen(self) -> None:
        chosen = self.patients.chosen()
        if chosen and isinstance(chosen[0], Patient):
            self.panel.show_patient(chosen[0].uid)

    def _choose_first(self) -> None:
        if self.patients.count():
            self.patients.setCurrentRow(0)
            self.patients.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_new(self) -> None:
        dialog = IdentityDialog(self._keeper, None, self)

        def made() -> None:
            self.look_up()
            if dialog.patient is not None:
                self.panel.show_patient(dialog.patient.uid)

        dialog.accepted.connect(made)
        dialog.open()

    def _ask_import(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, self.tr("Import a patient"), str(Path.home()))
        if name:
            self.bring_in(Path(name))

    def bring_in(self, path: Path) -> None:
        """Shows what a file would bring, and takes it in if that is meant."""
        dialog = ImportDialog(self._keeper, path, self)

        def taken(patient: Patient) -> None:
            self.look_up()
            self.panel.show_patient(patient.uid)

        dialog.taken.connect(taken)
        dialog.open()

    def _dress(self) -> None:
        worn = look()
        self._sign.setIcon(icon("search", worn.theme.muted, None, worn.px(16)))
        for button in (self.add, self.bring):
            button.setAutoDefault(False)
