"""The bar over a visit: whose it is, how its saving stands in words, its note, and the way back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.records.day_words import about_patient, day_words
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.records.visit_keeper import VisitKeeper
from hipmap.desktop.restyle import say

NOTE_HEIGHT = 96
BESIDE = 1000


class VisitBar(QFrame):
    """Hidden while no visit is open."""

    back_asked = Signal()
    lock_asked = Signal()
    anew_asked = Signal()

    def __init__(self, keeper: VisitKeeper) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self._keeper = keeper
        self._sign = QLabel()
        self.who = label("", "strong")
        self.about = label("", "caption", "muted", wrap=True)
        self.state = label("", "body", "muted", wrap=True)
        self.again = self._button(self.tr("Try again"), "link")
        self.anew = self._button(self.tr("Open anew to write…"), "primary")
        self.note_button = self._button(self.tr("Note"), "")
        self.note_button.setCheckable(True)
        self.back = self._button(self.tr("Back to the records"), "")
        self.lock = self._button(self.tr("Lock"), "")
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note of this visit"))
        self.note.setPlaceholderText(self.tr("Note of this visit"))
        self.note.setTabChangesFocus(True)
        self.note.hide()
        self._place()
        self._join()
        self._dress()
        self.show_state()

    def show_state(self) -> None:
        """Says whose visit is open and how its saving stands; nothing else tells it."""
        patient, visit = self._keeper.patient, self._keeper.visit
        self.setVisible(visit is not None)
        if patient is None or visit is None:
            self.who.clear()
            self.about.clear()
            self.note.clear()
            return
        self.who.setText(patient.identity.name)
        own = self._keeper.is_own  # at home a number tells nothing
        words = self.tr("Visit of {day}") if own else self.tr("{patient} · visit of {day}")
        self.about.setText(words.format(patient=about_patient(patient), day=day_words(visit.day)))
        if self.note.toPlainText() != self._keeper.note:
            self.note.setPlainText(self._keeper.note)
        before = self.state.text()
        self.state.setText(self._state_words())
        self.note.setReadOnly(not self._keeper.may_write)
        self.anew.setVisible(self._keeper.writer_has_left)
        say(self.state, "tone", "danger" if self._keeper.problem or not self._keeper.may_write else "muted")
        self.again.setVisible(bool(self._keeper.problem) and not self._keeper.is_saving)
        self._lay_out()
        if self._keeper.problem and before != self.state.text():
            QAccessible.updateAccessibility(QAccessibleEvent(self.state, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "note"):
            self._dress()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """A sentence stands below the names where there is little room beside them; a word never does."""
        keeper = self._keeper
        is_short = keeper.may_write and not keeper.problem and not keeper.is_slow
        beside = is_short or self.width() / look().text_scale >= BESIDE
        ways, sides = QBoxLayout.Direction, Qt.AlignmentFlag
        self._told.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.state.setAlignment((sides.AlignTrailing if beside else sides.AlignLeading) | sides.AlignVCenter)

    def _state_words(self) -> str:
        keeper = self._keeper
        if not keeper.may_write:
            if keeper.writer_has_left:
                return self.tr("Only to be read. The other window has closed the records by now.")
            return self.tr("Only to be read: nothing can be changed here.")
        if keeper.problem and not keeper.is_saving:
            return self.tr("Not saved: {why}").format(why=vault_words(keeper.problem))
        if keeper.is_slow:
            return self.tr("Saving… The disk or the network share is slow to answer.")
        return self.tr("Saved") if keeper.is_saved else self.tr("Saving…")

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        return button

    def _place(self) -> None:
        both = QVBoxLayout(self)
        both.setContentsMargins(Space.L, Space.XS, Space.M, Space.XS)
        both.setSpacing(Space.XS)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._sign)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.who)
        names.addWidget(self.about)
        self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told.setSpacing(Space.S)
        self._told.addLayout(names, 3)
        self._told.addWidget(self.state, 2)
        line.addLayout(self._told, 1)
        for button in (self.again, self.anew, self.note_button, self.back, self.lock):
            line.addWidget(button)
        both.addLayout(line)
        both.addWidget(self.note)

    def _join(self) -> None:
        self._keeper.state_changed.connect(self.show_state)
        self._keeper.left.connect(self._fold_note)  # no lambda: that would outlive a bar made anew
        self.again.clicked.connect(self._keeper.save_now)
        self.back.clicked.connect(self.back_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.anew.clicked.connect(self.anew_asked)
        self.note_button.toggled.connect(self._show_note)
        self.note.textChanged.connect(lambda: self._keeper.write_note(self.note.toPlainText()))

    def _fold_note(self) -> None:
        self.note_button.setChecked(False)

    def _show_note(self, shown: bool) -> None:
        self.note.setVisible(shown)
        if shown:
            self.note.setFocus()

    def _dress(self) -> None:
        worn = look()
        self._sign.setPixmap(icon_pixmap("user", worn.theme.accent, worn.px(18)))
        self.note.setFixedHeight(worn.px(NOTE_HEIGHT))
