"""Takes a patient's file in: first what would come and whose it is, then all of it or nothing."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.incoming_rows import incoming_rows
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.records.whose_file import WhoseFile
from hipmap.model.document_check import LeftOut, Sifted
from hipmap.model.patient_document import PatientDocument
from hipmap.model.records import Patient
from hipmap.storage.records.hand_over import Opener, is_for_recipient, opened_hand_over, opener_of
from hipmap.storage.records.home_document import is_home_number
from hipmap.storage.records.patient_documents import read_document_file
from hipmap.storage.records.patient_import import ImportPlan, import_patient, plan_import
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.vault import Vault

BESIDE = 760
LOCK = 480
FILLS = 100
"""The list takes the room that is there, before the empty end of the card."""


class ImportPage(BesidePage):
    """A file that was sealed for this clinic opens by itself; for another a passphrase is asked."""

    taken = Signal(object)  # Patient

    def __init__(self, keeper: RecordsKeeper, path: Path) -> None:
        super().__init__(self.tr("Back to the patients"))
        self._keeper, self._path = keeper, path
        self.document: PatientDocument | None = None
        self.plan: ImportPlan | None = None
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(Space.M)
        self._both.addWidget(self._file_card(), 3)
        self.whose = WhoseFile(keeper)
        self.whose.hide()
        self._both.addWidget(self.whose, 2)
        self.column.addLayout(self._both, 1)
        self.whose.told.connect(self.tell)
        self.whose.chosen.connect(self._plan_anew)
        self.whose.take_asked.connect(self._take)
        keeper.ask(self, lambda _vault: _is_for_clinic(path), self._show_lock, self.tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() / look().text_scale >= BESIDE
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def tell(self, problem: VaultProblem | str) -> None:
        """Says what is wrong; nothing came in."""
        text = vault_words(problem)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.open.setEnabled(True)
        self.whose.allow(bool(self.plan and not self.plan.is_blocked))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))

    # ---- the file

    def _file_card(self) -> Card:
        card = Card()
        card.box.addWidget(label(self._path.name, "heading", wrap=True))
        self.hint = label(self.tr("Nothing comes in before you have seen it."), "body", "muted", wrap=True)
        card.box.addWidget(self.hint)
        self.lock = QWidget()
        box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.lock)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        told = self.tr("Whoever made the file tells it to you, by phone or in person.")
        box.addLayout(field_below(self.secret, self.tr("Passphrase of the file"), told))
        self.open = QPushButton(self.tr("Open the file"))
        self.open.setProperty("kind", "primary")
        self.open.setAutoDefault(False)
        box.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        self.lock.hide()
        self.lock.setMaximumWidth(look().px(LOCK))
        card.box.addWidget(self.lock)
        self.who = label("", "title", wrap=True)
        self.about = label("", "body", "muted", wrap=True)
        self.outside = label("", "body", wrap=True)
        self.things = TwoLineList(self.tr("What would come in"))
        self.things.setSelectionMode(TwoLineList.SelectionMode.NoSelection)
        for part in (self.who, self.about, self.outside, self.things):
            part.hide()
            card.box.addWidget(part, FILLS if part is self.things else 0)
        self.trouble = label("", "body", "danger", wrap=True)
        self.trouble.hide()
        card.box.addWidget(self.trouble)
        card.box.addStretch(1)
        self.open.clicked.connect(self._open)
        self.secret.returnPressed.connect(self._open)
        return card

    def _show_lock(self, for_clinic: bool) -> None:
        if for_clinic:
            self._open()
            return
        self.lock.show()
        self.secret.setFocus()

    def _open(self) -> None:
        self.tell("")
        self.open.setEnabled(False)
        path, secret, sift = self._path, self.secret.text(), self._keeper.sift

        def work(vault: Vault) -> tuple[Sifted, ImportPlan]:
            found = sift(_opened(vault, path, secret))
            return found, plan_import(vault, found.document)

        self._keeper.ask(self, work, lambda found: self._show(*found), self.tell)

    def _show(self, found: Sifted, plan: ImportPlan) -> None:
        self.document = document = found.document
        self._tell_outside(found.left_out)
        self.secret.clear()
        self.lock.hide()
        identity = document.identity
        self.who.setText(identity.name)
        parts = [] if is_home_number(identity.number) else [identity.number]
        if identity.born:
            parts.append(self.tr("born {day}").format(day=day_words(identity.born)))
        self.about.setText(" · ".join(parts))
        for part in (self.who, self.things, self.whose):
            part.show()
        self.about.setVisible(bool(parts))
        self.whose.show_document(document, plan)
        self._show_plan(plan)

    def _tell_outside(self, left_out: tuple[LeftOut, ...]) -> None:
        """Says which visits hold what this hipmap has no place for; a newer one takes them in later."""
        if not left_out:
            return
        words = self.tr(
            "Visits that stay outside, because this hipmap cannot show them: {count}. Open the file again "
            "with a newer hipmap. The first is of {day}: {why}"
        )
        first = left_out[0]
        self.outside.setText(words.format(count=len(left_out), day=day_words(first.day), why=first.why))
        self.outside.show()

    # ---- whose it is

    def _plan_anew(self, into: str | None) -> None:
        """What is new depends on whose it is."""
        document = self.document
        if document is not None:
            self._keeper.ask(
                self, lambda vault: plan_import(vault, document, into), self._show_plan, self.tell
            )

    def _show_plan(self, plan: ImportPlan) -> None:
        assert self.document is not None
        self.plan = plan
        keeper = self._keeper
        rows = incoming_rows(self.document, plan, keeper.scales(), keeper.preferences.voice)
        self.things.show_rows(rows)
        news = sum(len(uids) for uids in plan.new.values())
        brings = bool(news) or plan.into is None
        counted = self.tr("New here: {new} of {all}. What is here already stays as it is.")
        nothing = self.tr("Nothing in this file is new here, so there is nothing to take in.")
        self.hint.setText(counted.format(new=news, all=len(rows)) if brings else nothing)
        self.whose.offer(brings)
        gone_wrong = self.tr("Some of this belongs to another patient here. Choose that patient.")
        self.tell(gone_wrong if plan.is_blocked else self.whose.lacking())

    def _take(self) -> None:
        document, plan = self.document, self.plan
        if document is None or plan is None:
            return
        self.tell("")
        self.whose.allow(False)
        into = plan.into.uid if plan.into is not None else None
        number = None if into is not None else self.whose.given_number()
        self._keeper.ask(
            self,
            lambda vault: import_patient(vault, document, into=into, number=number),
            self._done,
            self.tell,
        )

    def _done(self, patient: Patient) -> None:
        self.taken.emit(patient)


def _is_for_clinic(path: Path) -> bool:
    return is_for_recipient(read_document_file(path), path.name)


def _opened(vault: Vault, path: Path, secret: str) -> PatientDocument:
    content = read_document_file(path)
    opener = opener_of(vault) if is_for_recipient(content, path.name) else Opener(passphrase=secret)
    return opened_hand_over(content, path.name, opener)
