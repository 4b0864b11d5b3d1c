"""Who may open the records: each with a passphrase of their own and a role."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.records.passphrase_dialog import NewUserDialog, PassphraseDialog
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.model.records import Role, User
from hipmap.storage.records.users import change_role, remove_user, users
from hipmap.storage.records.vault import Vault


class PeopleCard(Card):
    """Only a clinician changes who may open the records; everyone changes their own passphrase."""

    changed = Signal()

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.box.addWidget(label(self.tr("People"), "title"))
        self.people = TwoLineList(self.tr("People"))
        self.people.setFixedHeight(self.people.minimumSizeHint().height())
        self.box.addWidget(self.people)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.add = QPushButton(self.tr("Let somebody in…"))
        self.role = QPushButton(self.tr("Change the role"))
        self.remove = QPushButton(self.tr("Remove"))
        self.own = QPushButton(self.tr("My passphrase…"))
        for button in (self.add, self.role, self.remove, self.own):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        self.box.addLayout(line)
        self.trouble = label("", "body", "danger", wrap=True)
        self.trouble.hide()
        self.box.addWidget(self.trouble)
        words = self.tr("Who is removed can still open the backups that were made before.")
        self.box.addWidget(label(words, "caption", "muted", wrap=True))
        self.add.clicked.connect(lambda: self._ask(NewUserDialog(keeper, self)))
        self.own.clicked.connect(lambda: self._ask(PassphraseDialog(keeper, self)))
        self.role.clicked.connect(self._change_role)
        self.remove.clicked.connect(self._remove)
        self.people.itemSelectionChanged.connect(self._allow)
        self.show_people()

    def show_people(self) -> None:
        """Shows who is known now."""
        self._keeper.ask(self, users, self._show, self._tell)

    def _show(self, found: tuple[User, ...]) -> None:
        roles: dict[Role, str] = {
            "clinician": self.tr("Clinician: may do everything"),
            "assistant": self.tr("Assistant: may not delete for good or change who comes in"),
        }
        self.people.show_rows([(one.name, roles[one.role], one) for one in found])
        self._allow()

    def _allow(self) -> None:
        vault = self._keeper.vault
        writes = vault.read_only is None
        may = writes and vault.user.role == "clinician"
        chosen = [one for one in self.people.chosen() if isinstance(one, User)]
        other = bool(chosen) and chosen[0].name != vault.user.name
        self.own.setEnabled(writes)
        self.add.setEnabled(may)
        self.role.setEnabled(may and other)
        self.remove.setEnabled(may and other)

    def _ask(self, dialog: PassphraseDialog) -> None:
        dialog.accepted.connect(self._again)
        dialog.open()

    def _change_role(self) -> None:
        def turned(vault: Vault, user: User) -> None:
            change_role(vault, user.name, "assistant" if user.role == "clinician" else "clinician")

        self._with_chosen(turned)

    def _remove(self) -> None:
        self._with_chosen(lambda vault, user: remove_user(vault, user.name))

    def _with_chosen(self, change: Callable[[Vault, User], None]) -> None:
        chosen = [one for one in self.people.chosen() if isinstance(one, User)]

        def turn(vault: Vault) -> None:
            for user in chosen:
                change(vault, user)

        self._keeper.ask(self, turn, lambda _: self._again(), self._tell)

    def _again(self) -> None:
        self._tell("")
        self.show_people()
        self.changed.emit()

    def _tell(self, problem: object) -> None:
        text = str(problem)
        self.trouble.setText(text[:1].upper() + text[1:])
        self.trouble.setVisible(bool(text))
