"""Asks for a new passphrase: one's own, or that of somebody who is let in."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.labels import label
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.role_words import clinicians_only, role_name, role_words
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.records.strength_words import strength_words
from hipmap.model.records import Role
from hipmap.storage.records.users import add_user, change_passphrase
from hipmap.storage.records.vault import Vault


class PassphraseDialog(SheetDialog):
    """Changes one's own; nothing else is encrypted anew."""

    def __init__(self, keeper: RecordsKeeper, parent: QWidget) -> None:
        super().__init__(parent, self._title(), self._about(), self.tr("Save"))
        self._keeper = keeper
        self.put_first()
        self.new = self.add_line(self.tr("New passphrase"), secret=True)
        self.strength = label("", "caption", "muted", wrap=True)
        self.inner.addWidget(self.strength)
        self.again = self.add_line(self.tr("New passphrase once more"), secret=True)
        self.new.textChanged.connect(self._judge)
        self.do.clicked.connect(self._save)
        self._judge()

    def put_first(self) -> None:
        """Adds what is asked before the new passphrase."""
        self.old = self.add_line(self.tr("Passphrase of now"), secret=True)

    def missing(self) -> str:
        """Says what has to be given before the new passphrase."""
        return "" if self.old.text() else self.tr("Type the passphrase of now.")

    def name(self) -> str:
        """Gives whose passphrase it is."""
        return self._keeper.vault.user.name

    def change(self) -> Callable[[Vault], None]:
        """Gives what is done beside the window, where no field can be read any more."""
        old, new = self.old.text(), self.new.text()
        return lambda vault: change_passphrase(vault, old, new)

    def _title(self) -> str:
        return self.tr("My passphrase")

    def _about(self) -> str:
        return self.tr("Backups that were made before still open with the passphrase of now.")

    def _judge(self) -> None:
        self.strength.setText(strength_words(self.new.text(), self.name())[0])

    def _save(self) -> None:
        said, taken = strength_words(self.new.text(), self.name())
        if missing := self.missing():
            self.tell(missing)
        elif not taken:
            self.tell(said)
        elif self.new.text() != self.again.text():
            self.tell(self.tr("The two passphrases are not the same. Type them again."))
        else:
            self.tell("")
            self.do.setEnabled(False)
            self._keeper.ask(self, self.change(), lambda _: self.accept(), self.tell)


class NewUserDialog(PassphraseDialog):
    """Lets somebody in; that person types the passphrase."""

    def put_first(self) -> None:
        self.called = self.add_line(self.tr("Name"))
        self.roles = ChoiceStrip(
            [
                Choice("clinician", role_name("clinician"), role_words("clinician")),
                Choice("assistant", role_name("assistant"), role_words("assistant")),
            ]
        )
        self.inner.addWidget(self.roles)
        self.inner.addWidget(label(clinicians_only("clinician"), "caption", "muted", wrap=True))
        self.roles.chosen.connect(self._choose)
        self._choose("assistant")
        self.called.setFocus()

    def name(self) -> str:
        return self.called.text().strip()

    def change(self) -> Callable[[Vault], None]:
        name, role, new = self.name(), self._role, self.new.text()
        return lambda vault: add_user(vault, name, role, new)

    def missing(self) -> str:
        return "" if self.name() else self.tr("Give the name of the person.")

    def _choose(self, role: str) -> None:
        self._role: Role = "clinician" if role == "clinician" else "assistant"
        self.roles.show_choice(role)

    def _title(self) -> str:
        return self.tr("Let somebody in")

    def _about(self) -> str:
        return self.tr("Let the person type the passphrase: nobody else should know it.")
