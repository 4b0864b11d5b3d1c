"""Asks for the country whose emergency numbers are shown."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.knowledge import Knowledge

WIDTH = 420


class CountryDialog(QDialog):
    """Shows each country with its number; what is chosen is told at once, and can be seen."""

    chosen = Signal(str)

    def __init__(
        self, knowledge: Knowledge, country: str, parent: QWidget | None = None, fixed: str = ""
    ) -> None:
        """`fixed` says why nothing can be chosen, where that is so."""
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setProperty("kind", "sheet")
        self.setWindowTitle(tr("Urgency", "Emergency numbers"))
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        box.setSpacing(Space.M)
        box.addWidget(label(self.windowTitle(), "heading"))
        words = tr(
            "Urgency",
            "Which country are you in? hipmap shows its emergency number. Check it once for your area.",
        )
        box.addWidget(label(words, "body", wrap=True))
        self.countries = QComboBox()
        self.countries.setAccessibleName(tr("Urgency", "Country"))
        self.countries.addItem(tr("Urgency", "Another country"), "")
        for row in sorted(knowledge.emergency_numbers, key=lambda one: one.name):
            self.countries.addItem(f"{row.name}: {row.ambulance}", row.country)
        self.countries.setCurrentIndex(max(0, self.countries.findData(country)))
        box.addWidget(self.countries)
        self.fixed = label(fixed, "body", "accent", wrap=True)
        self.fixed.setVisible(bool(fixed))
        self.countries.setEnabled(not fixed)
        box.addWidget(self.fixed)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)
        self.setMinimumWidth(look().px(WIDTH))

    def _accept(self) -> None:
        self.chosen.emit(self.countries.currentData() or "")
        self.accept()
