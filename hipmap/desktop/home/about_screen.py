"""The first screen: what this is and is not, and two questions about the person that may stay open."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.answer_tiles import Answerable, AnswerTiles
from hipmap.desktop.home.screen import Edit, Folded, Screen, note_box
from hipmap.desktop.labels import label
from hipmap.desktop.number_field import NumberField
from hipmap.desktop.person_fields import OLDEST
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Sex
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

GROWN = 16
"""Below this age a person should not be alone with this: the evidence is from adults."""


class AboutScreen(Screen):
    """Age and sex, with why they are asked, and how far what follows can be trusted."""

    def __init__(self, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._sex: Sex | None = None
        self.title.setText(
            self.tr("Let us find out where your pain may come from")
            if voice == "patient"
            else self.tr("Guided questions for the person at home")
        )
        self.add_words(
            self.tr(
                "First come a few safety questions. Then you show where it hurts, answer some questions"
                " and try a few movements. You can stop or go back at any time."
            )
        )
        limits = self.tr(
            "This is not a diagnosis and does not replace a visit. It has not been tested on patients. If"
            " you feel that this is an emergency, call your emergency number now."
        )
        self.box.addWidget(note_box("calm", label(limits, "large", wrap=True)))
        self._add_age()
        self._add_sex()
        self.child = label(child_words(), "large", wrap=True)
        self.child_box = note_box("watch", self.child)
        self.box.addWidget(self.child_box)
        folds = Folded()
        why = self.tr(
            "Some causes are commoner at some ages, or in women or men. Both answers stay on this computer"
            " and you may leave them open."
        )
        folds.add("why", self.tr("Why we ask"), why)
        self.box.addWidget(folds)

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self.age.show_number(case.person.age)
        self._sex = case.person.sex
        self.sex.show_choice(case.person.sex)
        self.child_box.setVisible(is_young(case))

    def leave_edit(self) -> Edit | None:
        """From here on it counts as asked at home, unless the case says otherwise."""

        def at_home(case: Case) -> Case:
            return case if case.setting is not None else edits.put_setting(case, "home")

        return at_home

    def press_key(self, event: QKeyEvent) -> bool:
        if event.text().isdecimal():
            self.age.begin(event.text())
            return True
        return self.sex.press_key(event)

    # ---- parts

    def _add_age(self) -> None:
        line = QVBoxLayout()
        line.setSpacing(Space.S)
        words = label(self.tr("How old are you?"), "large_strong", wrap=True)
        self.age = NumberField(self.tr("Age in years"), (0, OLDEST), lambda _age: self.tr("years"), False)
        self.age.field.setProperty("home", "true")
        self.age.entered.connect(self._put_age)
        self.age.left.connect(self.typing_ended)
        line.addWidget(words)
        line.addWidget(self.age, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addLayout(line)

    def _add_sex(self) -> None:
        part = QVBoxLayout()
        part.setSpacing(Space.S)
        part.addWidget(
            label(self.tr("Are you female or male? You may leave this open."), "large_strong", wrap=True)
        )
        answers = [
            Answerable("female", self.tr("Female"), self.tr("F")),
            Answerable("male", self.tr("Male"), self.tr("M")),
            Answerable("other", self.tr("Another answer"), self.tr("O")),
        ]
        self.sex = AnswerTiles(answers)
        self.sex.chosen.connect(self._put_sex)
        part.addWidget(self.sex)
        self.box.addLayout(part)

    def _put_age(self, age: float | None) -> None:
        text = QCoreApplication.translate("Edits", "Age")
        self.edited.emit(text, lambda case: edits.put_age(case, age), "typed:age")

    def _put_sex(self, chosen: str) -> None:
        sexes: dict[str, Sex] = {"female": "female", "male": "male", "other": "other"}
        sex = None if chosen == self._sex else sexes[chosen]
        self.edited.emit(
            QCoreApplication.translate("Edits", "Sex"), lambda case: edits.put_sex(case, sex), ""
        )


def is_young(case: Case) -> bool:
    return case.person.age is not None and case.person.age < GROWN


def child_words() -> str:
    """Says what holds for a child or teenager before the questions and beside the result."""
    return QCoreApplication.translate(
        "Home",
        "A child or teenager with a sore hip or a limp should be seen by a doctor, whatever comes out here."
        " What hipmap knows comes from adults. Please go through this together with a parent.",
    )
