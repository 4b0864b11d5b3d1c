"""The two ways to lock a file for the clinic: a passphrase that is told apart, or the clinic's code."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.home_field import HomeField
from hipmap.desktop.home.screen import note_box
from hipmap.desktop.labels import label
from hipmap.desktop.records.code_words import code_words
from hipmap.desktop.records.strength_words import strength_words
from hipmap.model.patient_document import PatientDocument
from hipmap.storage.records.hand_over import (
    is_recipient_code,
    sealed_for_passphrase,
    sealed_for_recipient,
)
from hipmap.storage.records.surroundings import Surroundings


class _LockPart(QWidget):
    """Fields below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(Space.M)


class PassphraseLock(_LockPart):
    """The passphrase stands nowhere; who forgets it cannot open the file."""

    def __init__(self) -> None:
        super().__init__()
        self.secret = HomeField(self.tr("A passphrase"), strength_words("", "")[0], secret=True)
        self.again = HomeField(self.tr("The passphrase once more"), secret=True)
        warn = self.tr(
            "Tell your clinic the passphrase another way than the file: send the file, and say the "
            "passphrase by phone. Never write both in one message."
        )
        for part in (self.secret, self.again, note_box("watch", _note(warn))):
            self.box.addWidget(part)
        self.secret.line.textChanged.connect(self._judge)

    def wrong(self, name: str) -> dict[HomeField, str]:
        """Gives what is wrong with each field, for a person of this name; nothing where all is well."""
        said, taken = strength_words(self.secret.line.text(), name)
        if not self.secret.line.text():
            said = self.tr("Please think of a passphrase and write it here.")
        if not taken:
            return {self.secret: said, self.again: ""}
        same = self.secret.line.text() == self.again.line.text()
        return {self.secret: "", self.again: "" if same else self.tr("The two are not the same.")}

    def sealed(self, document: PatientDocument, around: Surroundings) -> bytes:
        """Gives the locked file."""
        return sealed_for_passphrase(document, self.secret.line.text(), around)

    def steps(self) -> list[str]:
        """Gives what is to be done once the file is there."""
        return [
            self.tr("Send or take the file to your clinic."),
            self.tr("Tell them the passphrase by phone or when you are there, not together with the file."),
            self.tr("Keep the passphrase until they have opened the file. Nobody can open it without."),
        ]

    def _judge(self, text: str) -> None:
        self.secret.help.setText(strength_words(text, "")[0])


class CodeLock(_LockPart):
    """Says while one types whether the letters are right: a slip is noticed before the file is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.code = HomeField(
            self.tr("The code of your clinic"),
            self.tr("Large or small letters, with or without the dashes."),
        )
        self.state = label("", "large_note", "muted", wrap=True)
        for part in (self.code, self.state):
            self.box.addWidget(part)
        self.code.line.textChanged.connect(self._judge)
        self._judge("")

    def wrong(self, name: str) -> dict[HomeField, str]:
        code = self.code.text()
        if not code:
            return {self.code: self.tr("Please write the code that your clinic gave you.")}
        fits = is_recipient_code(code)
        return {self.code: "" if fits else self.tr("A letter is not right. Compare it with the paper.")}

    def sealed(self, document: PatientDocument, around: Surroundings) -> bytes:
        return sealed_for_recipient(document, self.code.text(), around)

    def steps(self) -> list[str]:
        return [
            self.tr("Send or take the file to your clinic."),
            self.tr(
                "You need not tell anything else. Only the clinic with this code can open it; you cannot."
            ),
        ]

    def _judge(self, text: str) -> None:
        self.state.setText(code_words(text))


Lock = PassphraseLock | CodeLock


def _note(text: str) -> QWidget:
    return label(text, "large", wrap=True)
