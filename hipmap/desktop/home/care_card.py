"""What helps in this case: a plan with its first steps, exercises with drawings, and when to stop."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.posture import Posture
from hipmap.desktop.home.screen import bullets, emptied, note_box
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.self_care_advice import OfferedPlan, SelfCare
from hipmap.model.voice import Voice, said
from hipmap.reasoning.self_care import self_care_for

STEPS, EXERCISES, RULES, PICTURE = 4, 3, 3, 180


class CareCard(Card):
    """Shows nothing to do while help is urgent, and no exercise that the case closes."""

    read_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.box.setSpacing(Space.M)
        self.parts = QVBoxLayout()
        self.parts.setSpacing(Space.M)
        self.box.addLayout(self.parts)

    def show_care(
        self, case: Case, assessment: Assessment, library: Library, knowledge: Knowledge, voice: Voice
    ) -> None:
        tr = QCoreApplication.translate
        care = self_care_for(case, assessment, library, knowledge)
        emptied(self.parts)
        self._words(tr("HomeResult", "What helps"), "heading")
        if care.reason is not None:
            self.parts.addWidget(note_box("watch", label(said(care.reason, voice), "large", wrap=True)))
        if care.state == "too_early":
            self._words(tr("HomeResult", "Mark where it hurts and answer some questions first."), "large")
        if care.state in ("hidden", "too_early"):
            return
        if care.ask_first:
            words = tr(
                "HomeResult", "Some safety questions are still open. Answer them before you do any exercise."
            )
            self.parts.addWidget(note_box("watch", label(words, "large", wrap=True)))
        for offered in care.plans[:1]:
            self._show_plan(offered, care, library, voice)
        self._show_rules(care, library, voice)
        all_of_it = HomeButton(tr("HomeResult", "Read all that helps"))
        all_of_it.clicked.connect(lambda: self.read_asked.emit("list:for_this_case"))
        self.parts.addWidget(all_of_it, 0, Qt.AlignmentFlag.AlignLeft)

    # ---- parts

    def _words(self, text: str, role: str) -> None:
        self.parts.addWidget(label(text, "heading" if role == "heading" else "large", wrap=True))

    def _show_plan(self, offered: OfferedPlan, care: SelfCare, library: Library, voice: Voice) -> None:
        plan = next(one for one in library.plans if one.id == offered.plan)
        self.parts.addWidget(label(said(plan, voice), "large_strong", wrap=True))
        self.parts.addWidget(bullets(said(step, voice) for step in plan.steps[:STEPS]))
        exercises = [one.exercise for one in offered.exercises[:EXERCISES]]
        if exercises and care.state == "open":
            self._show_exercises(exercises, library, voice)

    def _show_exercises(self, names: Sequence[str], library: Library, voice: Voice) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        for name in names:
            exercise = library.exercise_by_id[name]
            part = QVBoxLayout()
            part.setSpacing(Space.XS)
            size = QSize(look().px(PICTURE), look().px(PICTURE * 2 // 3))
            part.addWidget(Posture(exercise.drawing, size), 0, Qt.AlignmentFlag.AlignLeft)
            button = HomeButton(said(exercise, voice), "link")
            button.clicked.connect(lambda _=False, name=name: self.read_asked.emit(f"exercise:{name}"))
            part.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            part.addStretch(1)
            line.addLayout(part)
        line.addStretch(1)
        self.parts.addLayout(line)

    def _show_rules(self, care: SelfCare, library: Library, voice: Voice) -> None:
        rules = {rule.id: rule for rule in library.stop_rules}
        lines = [said(rules[name], voice) for name in care.stop_rules[:RULES]]
        if lines:
            heading = label(QCoreApplication.translate("Home", "When to stop"), "large_strong")
            self.parts.addWidget(note_box("stop", heading, bullets(lines, "large_note")))
