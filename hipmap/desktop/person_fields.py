"""Who is asked and where: age, sex and setting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.number_field import NumberField

if TYPE_CHECKING:  # The top bar is painted before the model is loaded.
    from hipmap.model.case import Case

OLDEST = 120


class PersonFields(QWidget):
    """Emits what a person enters; None takes an answer back."""

    age_entered = Signal(object)
    sex_chosen = Signal(object)
    setting_chosen = Signal(object)
    typing_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sex: str | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        caption = label(self.tr("Age"), "body", "muted")
        self.age = NumberField(self.tr("Age in years"), (0, OLDEST), stepped=False, parent=self)
        self.age.entered.connect(self.age_entered)
        self.age.left.connect(self.typing_ended)
        self.sex = ChoiceStrip(
            [
                Choice("female", self.tr("Female")),
                Choice("male", self.tr("Male")),
                Choice("other", self.tr("Other")),
            ]
        )
        self.sex.let_focus(Qt.FocusPolicy.StrongFocus)
        self.sex.chosen.connect(self._choose_sex)
        self.setting = QComboBox()
        self.setting.setAccessibleName(self.tr("Where the person is asked"))
        self.setting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for setting, words in self._settings():
            self.setting.addItem(words, setting)
        self.setting.activated.connect(lambda at: self.setting_chosen.emit(self.setting.itemData(at)))
        for part in (caption, self.age, self.sex, self.setting):
            line.addWidget(part)

    def show_case(self, case: "Case") -> None:
        self.age.show_number(case.person.age)
        self._sex = case.person.sex
        self.sex.show_choice(self._sex)
        self.setting.setCurrentIndex(max(0, self.setting.findData(case.setting)))

    def _choose_sex(self, sex: str) -> None:
        self.sex_chosen.emit(None if sex == self._sex else sex)

    def _settings(self) -> list[tuple[str | None, str]]:
        return [
            (None, self.tr("Setting not said")),
            ("home", self.tr("At home")),
            ("primary", self.tr("Primary care")),
            ("physio", self.tr("Physiotherapy")),
            ("secondary", self.tr("Hospital clinic")),
        ]
