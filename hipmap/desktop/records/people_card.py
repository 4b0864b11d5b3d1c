"""Who may open the records: each with a passphrase of their own and a role, and what a role allows."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from hipmap.desktop.labels import Card, label
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.passphrase_dialog import NewUserDialog, PassphraseDialog
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.remove_dialog import RemoveDialog
from hipmap.desktop.records.renew_dialog import RenewDialog
from hipmap.desktop.records.role_words import clinicians_only, role_words
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.records.vault_words import vault_words
from hipmap.model.records import Role, User
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.users import change_role, remove_user, users
from hipmap.storage.records.vault import Vault

MOST_ROWS = 5


class PeopleCard(Card):
    """What a role does not allow cannot be pressed, and it is said why; at home there is one person."""

    changed = Signal()
    letters_made = Signal(str)

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        own = keeper.vault.use == "own"
        title = self.tr("Your passphrase") if own else self.tr("People")
        self.box.addWidget(label(title, "title"))
        self.people = TwoLineList(self.tr("People"))
        self.add = QPushButton(self.tr("Let somebody in…"))
        self.role = QPushButton(self.tr("Change the role"))
        self.remove = QPushButton(self.tr("Remove…"))
        self.own = QPushButton(self.tr("My passphrase…"))
        self.renew = QPushButton(self.tr("New recovery key…"))
        self.box.addWidget(self.people)
        self.box.addWidget(ButtonFlow(self.add, self.role, self.remove))
        self.box.addWidget(ButtonFlow(self.own, self.renew))
        for part in (self.people, self.add, self.role, self.remove):
            part.setVisible(not own)
        self.trouble = label("", "body", "danger", wrap=True)
        self.trouble.hide()
        self.box.addWidget(self.trouble)
        self.may = label(clinicians_only(keeper.vault.user.role), "caption", "muted", wrap=True)
        self.may.setVisible(not own)
        self.box.addWidget(self.may)
        self._join()
        self.show_people()

    def show_people(self) -> None:
        """Shows who is known now."""
        self._keeper.ask(self, users, self._show, self._tell)

    def _join(self) -> None:
        keeper = self._keeper
        self.add.clicked.connect(lambda: self._ask(NewUserDialog(keeper, self)))
        self.own.clicked.connect(lambda: self._ask(PassphraseDialog(keeper, self)))
        self.renew.clicked.connect(self._ask_renew)
        self.role.clicked.connect(self._change_role)
        self.remove.clicked.connect(self._ask_remove)
        self.people.itemSelectionChanged.connect(self._allow)

    def _show(self, found: tuple[User, ...]) -> None:
        self.people.show_rows([(one.name, role_words(one.role), one) for one in found])
        rows = min(max(1, len(found)), MOST_ROWS)
        row = self.people.sizeHintForRow(0)
        self.people.setFixedHeight(rows * row + 2 * self.people.frameWidth() + self.people.spacing())
        self._allow()

    def _allow(self) -> None:
        vault = self._keeper.vault
        writes = vault.read_only is None
        may = writes and vault.has("let_in")
        chosen = self._chosen()
        other = chosen is not None and chosen.name != vault.user.name
        self.own.setEnabled(writes)
        self.renew.setEnabled(writes and vault.has("renew"))
        self.add.setEnabled(may)
        self.role.setEnabled(may and other)
        self.remove.setEnabled(may and other)

    def _chosen(self) -> User | None:
        found = [one for one in self.people.chosen() if isinstance(one, User)]
        return found[0] if found else None

    def _ask(self, dialog: SheetDialog) -> None:
        dialog.accepted.connect(self._again)
        dialog.open()

    def _ask_renew(self) -> None:
        dialog = RenewDialog(self._keeper, self)
        dialog.renewed.connect(self.letters_made)
        dialog.open()

    def _change_role(self) -> None:
        user = self._chosen()
        if user is not None:
            other: Role = "assistant" if user.role == "clinician" else "clinician"
            self._do(lambda vault: change_role(vault, user.name, other))

    def _ask_remove(self) -> None:
        user = self._chosen()
        if user is None:
            return
        question = self.tr("Remove {name}?").format(name=user.name)
        words = self.tr(
            "The passphrase of {name} opens these records no longer. It still opens the backups that were "
            "made before. Whoever may have seen the recovery key can use it until you make a new one."
        ).format(name=user.name)
        self._ask(
            RemoveDialog(self._keeper, (question, words), lambda vault: remove_user(vault, user.name), self)
        )

    def _do(self, change: Callable[[Vault], None]) -> None:
        self._keeper.ask(self, change, lambda _: self._again(), self._tell)

    def _again(self) -> None:
        self._tell("")
        self.show_people()
        self.changed.emit()

    def _tell(self, problem: VaultProblem | str) -> None:
        text = vault_words(problem)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
