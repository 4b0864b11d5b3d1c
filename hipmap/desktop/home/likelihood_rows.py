"""The likelihoods as rows of ten people with words; numbers can be hidden, and the words still stand."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.people_row import PeopleRow
from hipmap.desktop.home.result_words import ends_of, is_folded, number_words, read_out, word_of_row
from hipmap.desktop.home.screen import emptied
from hipmap.desktop.labels import Card, label, rule
from hipmap.desktop.look import look
from hipmap.model.assessment import Likelihood
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

NARROW = 620


class OriginRow(QWidget):
    """One origin: its name and word, ten people, and the number."""

    def __init__(self, one: Likelihood, name: str, voice: Voice, with_numbers: bool, narrow: bool) -> None:
        super().__init__()
        self.origin = one.id
        self.setAccessibleName(read_out(one, name, voice, with_numbers))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        line = QBoxLayout(way, self)
        line.setContentsMargins(0, Space.S, 0, Space.S)
        line.setSpacing(Space.S if narrow else Space.L)
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addWidget(label(name, "large_strong", wrap=True))
        words.addWidget(label(word_of_row(one), "large_note", "muted", wrap=True))
        line.addLayout(words, 3)
        self.people = PeopleRow(*ends_of(one))
        line.addWidget(self.people, 0, Qt.AlignmentFlag.AlignVCenter)
        self.number = label(number_words(one, voice), "large_note", wrap=True)
        line.addWidget(self.number, 4)
        if not with_numbers:
            self.number.hide()
        if not with_numbers and not narrow:
            line.addStretch(1)


class LikelihoodRows(Card):
    """More than one can be true; *something else* is always there; what is very unlikely is folded."""

    numbers_flipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = False
        self._shown: tuple[Sequence[Likelihood], Knowledge, Voice, bool] | None = None
        self.box.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.box.addLayout(self.rows)
        self.legend = label("", "large_note", "muted", wrap=True)
        self.box.addWidget(self.legend)
        foot = QHBoxLayout()
        self.more = HomeButton("", "link")
        self.more.clicked.connect(self._toggle_all)
        self.hide_button = HomeButton("", "link")
        self.hide_button.clicked.connect(self.numbers_flipped)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.hide_button)
        self.box.addLayout(foot)

    def show_origins(
        self, origins: Sequence[Likelihood], knowledge: Knowledge, voice: Voice, with_numbers: bool
    ) -> None:
        self._shown = (origins, knowledge, voice, with_numbers)
        emptied(self.rows)
        ordered = [one for one in origins if one.id != NOT_COVERED]
        ordered += [one for one in origins if one.id == NOT_COVERED]
        shown = [one for at, one in enumerate(ordered) if self._all or not is_folded(one, at)]
        narrow = look().text_scale > 1.5
        for number, one in enumerate(shown):
            if number:
                self.rows.addWidget(rule())
            name = said(knowledge.origin_by_id[one.id], voice)
            self.rows.addWidget(OriginRow(one, name, voice, with_numbers, narrow))
        self._show_words(with_numbers, len(ordered) - len(shown), voice)

    def visible_rows(self) -> list[OriginRow]:
        items = (self.rows.itemAt(at) for at in range(self.rows.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [one for one in widgets if isinstance(one, OriginRow)]

    # ---- parts

    def _show_words(self, with_numbers: bool, folded: int, voice: Voice) -> None:
        tr = QCoreApplication.translate
        legend = tr(
            "HomeResult",
            "More than one can be true, so the rows need not add up. Each row shows 10 people with answers"
            " like these. Filled: it comes from there. Half filled: we are not sure. Empty: it does not.",
        )
        self.legend.setText(legend)
        self.more.setVisible(bool(folded) or self._all)
        self.more.setText(
            tr("HomeResult", "Hide what is very unlikely")
            if self._all
            else tr("HomeResult", "Show what is very unlikely as well")
        )
        self.hide_button.setText(
            tr("HomeResult", "Hide numbers") if with_numbers else tr("HomeResult", "Show numbers")
        )

    def _toggle_all(self) -> None:
        self._all = not self._all
        if self._shown is not None:
            self.show_origins(*self._shown)
