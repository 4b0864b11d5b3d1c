"""The patients: searched as you type on the left, the one that is chosen on the right."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop import chosen_file
from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.code_dialog import CodeDialog
from hipmap.desktop.records.day_words import about_patient
from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.patient_panel import PatientPanel
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.search_field import SearchField
from hipmap.model.records import Patient
from hipmap.storage.records.patients import find_patients, tags_in_use

LIST_SHARE, PANEL_SHARE = 2, 3
BESIDE = 760


class PatientsPage(QWidget):
    """Both parts stand below each other where there is little room."""

    told = Signal(str)
    import_asked = Signal(object)  # Path

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._asked = 0
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search name, number, tag or note"))
        self.search.setAccessibleName(self.tr("Search patients"))
        self.add = QPushButton(self.tr("New patient…"))
        self.bring = QPushButton(self.tr("Import…"))
        self.code = QPushButton(self.tr("Clinic’s code…"))
        self.archived = QCheckBox(self.tr("Archived patients"))
        self.tag = ChoiceField()
        self.tag.setAccessibleName(self.tr("Only patients with this tag"))
        self.tag.hide()
        self.patients = TwoLineList(self.tr("Patients"))
        self.count = label("", "caption", "muted", wrap=True)
        self.panel = PatientPanel(keeper)
        self._place()
        self._join()
        for button in (self.add, self.code, self.bring):
            button.setAutoDefault(False)
        self._allow()
        self.look_up()
        self.look_up_tags()

    def take_keyboard(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_up(self) -> None:
        """Shows who is found by what stands in the search; only the last answer counts."""
        self._asked += 1
        mine, text, archived = self._asked, self.search.text(), self.archived.isChecked()
        tag = self.tag.currentData() or ""

        def done(found: tuple[Patient, ...]) -> None:
            if mine == self._asked:
                self._show(found)

        self._keeper.ask(
            self,
            lambda vault: find_patients(vault, text, archived=archived, tag=tag),
            done,
            lambda why: self.told.emit(vault_words(why)),
        )

    def look_up_tags(self) -> None:
        """Offers the tags that are in use; the one that was chosen stays so while somebody has it."""

        def show(found: tuple[str, ...]) -> None:
            before = self.tag.currentData() or ""
            self.tag.clear()
            self.tag.addItem(self.tr("All tags"), "")
            for word in found:
                self.tag.addItem(word, word)
            self.tag.setCurrentIndex(max(0, self.tag.findData(before)))
            self.tag.setVisible(bool(found))
            if before not in ("", *found):
                self.look_up()

        self._keeper.ask(self, tags_in_use, show, lambda why: self.told.emit(vault_words(why)))

    def open_patient(self, uid: str) -> None:
        """Shows a patient, whether or not the search finds this one."""
        self.panel.show_patient(uid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() / look().text_scale >= BESIDE
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

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
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(scroller, 1)
        self._both = QHBoxLayout(page)
        self._both.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self._both.setSpacing(Space.M)
        left = Card()
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(self.search, 1)
        first.addWidget(self.add)
        left.box.addLayout(first)
        left.box.addWidget(self.tag)
        left.box.addWidget(self.patients, 1)
        left.box.addWidget(self.count)
        left.box.addWidget(ButtonFlow(self.archived, self.code, self.bring))
        self._both.addWidget(left, LIST_SHARE)
        self._both.addWidget(self.panel, PANEL_SHARE)

    def _join(self) -> None:
        self.search.textChanged.connect(self.look_up)
        self.search.returnPressed.connect(self._choose_first)
        self.archived.toggled.connect(self.look_up)
        self.tag.activated.connect(lambda _at: self.look_up())
        self.add.clicked.connect(self._ask_new)
        self.bring.clicked.connect(self._ask_import)
        self.code.clicked.connect(lambda: CodeDialog(self._keeper, self).open())
        self.patients.itemSelectionChanged.connect(self._chosen)
        for look_up in (self.look_up, self.look_up_tags):
            self.panel.changed.connect(look_up)
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
            self.look_up_tags()
            if dialog.patient is not None:
                self.panel.show_patient(dialog.patient.uid)

        dialog.accepted.connect(made)
        dialog.open()

    def _ask_import(self) -> None:
        name = chosen_file.file_to_open(self, self.tr("Import a patient"), str(Path.home()))
        if name:
            self.import_asked.emit(Path(name))
