"""Who did what: the latest entries of the audit, and the proof that nothing is missing or changed."""

from PySide6.QtWidgets import QPushButton

from hipmap.desktop.labels import Card, label
from hipmap.desktop.records.audit_words import action_words
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.day_words import moment_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.records.vault_words import vault_words
from hipmap.model.records import AuditEntry
from hipmap.storage.records.audit_chain import entries, head_of
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.sentences import Sentence
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of

LATEST = 200


class AuditCard(Card):
    """Says of a patient no more than that somebody looked."""

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.box.addWidget(label(self.tr("Who did what"), "title"))
        words = self.tr("Nobody can change this list unseen. It never says what was written of a patient.")
        self.box.addWidget(label(words, "caption", "muted", wrap=True))
        self.audit = TwoLineList(self.tr("Who did what"))
        self.box.addWidget(self.audit, 1)
        self.prove = QPushButton(self.tr("Prove that the records are whole"))
        self.proof = label("", "body", wrap=True)
        self.proof.hide()
        self.box.addWidget(ButtonFlow(self.prove))
        self.box.addWidget(self.proof)
        self.prove.clicked.connect(self._prove)
        self.show_audit()

    def show_audit(self) -> None:
        """Shows what was done up to now."""
        self._keeper.ask(self, _latest, self._show, self._failed)

    def _show(self, found: tuple[AuditEntry, ...]) -> None:
        words = self.tr("{user} · {when} · {number}")
        rows = [
            (
                action_words(one.action),
                words.format(user=one.user, when=moment_words(one.at), number=one.number),
                one,
            )
            for one in reversed(found)
        ]
        self.audit.show_rows(rows)

    def _prove(self) -> None:
        self.prove.setEnabled(False)
        self._say(self.tr("Reading everything through…"))
        self._keeper.ask(self, problems_of, self._show_proof, self._failed)

    def _failed(self, why: VaultProblem) -> None:
        self._show_proof((why.said,))

    def _show_proof(self, problems: tuple[Sentence, ...]) -> None:
        self.prove.setEnabled(True)
        if not problems:
            self._say(self.tr("Whole: nothing is missing, nothing was changed."))
            return
        what_to_do = self.tr("Put back a backup from before, or ask who did it.")
        self._say("\n".join((*(vault_words(one) for one in problems), what_to_do)))

    def _say(self, text: str) -> None:
        self.proof.setText(text)
        self.proof.show()


def _latest(vault: Vault) -> tuple[AuditEntry, ...]:
    connection = vault.session.connection
    return entries(connection, max(0, head_of(connection).count - LATEST), LATEST)
