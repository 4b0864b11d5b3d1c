"""The result: how urgent, what it fits with, why, what helps, when to get help, and what was not asked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.about_screen import child_words, is_young
from hipmap.desktop.home.care_card import CareCard
from hipmap.desktop.home.ends import words_at_result
from hipmap.desktop.home.help_cards import HelpCard, OpenCard, WhyCard, urgency_box
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.home_style import WIDE
from hipmap.desktop.home.likelihood_rows import LikelihoodRows
from hipmap.desktop.home.marks_picture import MarksPicture
from hipmap.desktop.home.result_words import below_headline, not_a_diagnosis, sided_headline
from hipmap.desktop.home.route import LOUD
from hipmap.desktop.home.safety_words import safety_asked
from hipmap.desktop.home.screen import Screen, emptied, note_box
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.side_chooser import SideChooser
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.question_ends import End
from hipmap.model.voice import Voice

SIDE_BY_SIDE = 1000
"""From this width, divided by the text size, the picture stands beside the words."""


class ResultScreen(Screen):
    """Works without any number; everything can be read in the two voices."""

    width_wanted = WIDE

    def __init__(
        self,
        library: Library,
        country: str,
        with_numbers: bool,
        knowledge: Knowledge,
        voice: Voice,
        ended: Callable[[Case, Assessment], End] | None = None,
    ) -> None:
        super().__init__(knowledge, voice)
        self._ended = ended
        self._library, self._country, self._with_numbers = library, country, with_numbers
        self._seen: tuple[Case, Assessment] | None = None
        self._drawn: object = None
        self.below = self.add_words("", "muted")
        self.child_box = note_box("watch", label(child_words(), "large", wrap=True))
        self.box.addWidget(self.child_box)
        self.urgency = QVBoxLayout()
        self.box.insertLayout(0, self.urgency)
        self.halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.halves.setSpacing(Space.XL)
        self.box.addLayout(self.halves)
        self._add_main()
        self._add_aside()
        self.box.addLayout(self._foot())

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._seen = case, assessment
        key = (case, assessment.origins, assessment.sides, assessment.urgency, assessment.enough)
        if key != self._drawn:
            self._drawn = key
            self._draw(case, assessment)

    def show_numbers(self, shown: bool) -> None:
        self._with_numbers = shown
        self._draw_again()

    def next_words(self) -> str:
        return self.tr("Save a file for my clinic")

    def spoken(self) -> str:
        rows = [row.accessibleName() for row in self.rows.visible_rows()[:2]]
        return ". ".join((self.title.text(), *rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() >= look().px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self.halves.direction():
            self.halves.setDirection(way)
        super().resizeEvent(event)

    # ---- drawing

    def _draw_again(self) -> None:
        if self._seen is not None:
            self._draw(*self._seen)

    def _draw(self, case: Case, assessment: Assessment) -> None:
        seen = self.sides.seen(case, assessment)
        self.title.setText(sided_headline(case, seen, self.knowledge, self.voice))
        said = (
            below_headline(seen, self.knowledge, self.voice),
            self._end_words(case, assessment, seen),
            not_a_diagnosis(self.voice),
        )
        self.below.setText(" ".join(part for part in said if part))
        self.child_box.setVisible(is_young(case))
        emptied(self.urgency)
        asked, tier = safety_asked(case, assessment, self.knowledge), assessment.urgency.tier
        box = urgency_box(assessment, asked, self._country, self.knowledge, self.voice)
        if box is not None:
            self.urgency.addWidget(box)
            if tier == "none_found" and asked.still_open:
                self._offer_answering(box)
        told = seen.enough.why != "nothing_known"
        for part in (self.rows, self.why):
            part.setVisible(told)
        self.rows.show_origins(seen.origins, self.knowledge, self.voice, self._with_numbers)
        self.why.show_reasons(seen, self.knowledge, self.voice)
        self.care.show_care(case, assessment, self._library, self.knowledge, self.voice)
        self.help.show_net(tier, asked, self._country, self.knowledge, self.voice)
        self.open.show_open(tier, asked, self.voice)
        self._draw_marks(case)
        self.more.setVisible(tier not in LOUD)

    def _offer_answering(self, box: QFrame) -> None:
        """What is still open can be answered from where it is said."""
        button = HomeButton(self.tr("Answer them now"))
        button.clicked.connect(lambda: self.asked.emit("safety"))
        holder = box.layout()
        if isinstance(holder, QVBoxLayout):
            holder.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _end_words(self, case: Case, assessment: Assessment, seen: Assessment) -> str:
        """Why it ends here, where the side that is looked at is not settled and nothing presses."""
        if self._ended is None or seen.enough.enough or assessment.urgency.tier in LOUD:
            return ""
        return words_at_result(self._ended(case, assessment), seen.enough.why, self.voice)

    def _draw_marks(self, case: Case) -> None:
        self.picture_card.setVisible(bool(case.marks) or case.pin is not None)
        self.picture.setVisible(bool(case.marks))
        self.picture.show_marks(case.marks)
        self.marks.setText(read_back(case.marks, ZoneWords(self.knowledge.body, self.voice), case.pin))

    # ---- parts

    def _add_main(self) -> None:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.L)
        self.sides = SideChooser(self.voice)
        self.sides.show_large(True)
        self.sides.chosen.connect(self._choose_side)
        self.rows = LikelihoodRows()
        self.rows.numbers_flipped.connect(lambda: self.asked.emit("numbers"))
        self.why, self.care = WhyCard(), CareCard()
        self.care.read_asked.connect(self.read_asked)
        for part in (self.sides, self.rows, self.why, self.care):
            box.addWidget(part)
        box.addStretch(1)
        self.halves.addWidget(holder, 7)

    def _add_aside(self) -> None:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.L)
        self.picture_card = Card()
        self.picture = MarksPicture(self.knowledge.body)
        self.marks = label("", "large_note", wrap=True)
        self.marks.setTextFormat(Qt.TextFormat.RichText)
        self.picture_card.box.addWidget(self.picture)
        self.picture_card.box.addWidget(self.marks)
        self.help, self.open = HelpCard(), OpenCard()
        self.open.asked.connect(lambda: self.asked.emit("safety"))
        for part in (self.picture_card, self.help, self.open):
            box.addWidget(part)
        box.addStretch(1)
        self.halves.addWidget(holder, 4)

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.change = HomeButton(self.tr("Change an answer"))
        self.change.clicked.connect(lambda: self.asked.emit("review"))
        self.more = HomeButton(self.tr("Ask me more"))
        self.more.clicked.connect(lambda: self.asked.emit("more"))
        self.again = HomeButton(self.tr("Start again"), "link")
        self.again.clicked.connect(lambda: self.asked.emit("again"))
        for button in (self.change, self.more, self.again):
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _choose_side(self, side: str) -> None:
        self.sides.pick(side)
        self._draw_again()
