"""The parts of the window of reports and their places: kinds, fields, what it will look like, and buttons."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.choice_strip import ChoiceStrip
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.enter_key import ENTER
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.reports.details_form import About, DetailsForm
from hipmap.desktop.reports.kinds import ReportKind, kind_words
from hipmap.desktop.reports.preview import Preview
from hipmap.desktop.reports.refused_note import RefusedNote
from hipmap.desktop.scrolled_page import ScrolledPage
from hipmap.desktop.window_size import first_size

LEAST_LETTERS = 8
SIZE, LEAST_SIZE = (1280, 800), (600, 420)
LIST_WIDE, FORM_WIDE, FORM_SHARE = 266, 300, 0.44
LARGE = """QPushButton, QLineEdit, QComboBox, QCheckBox {{ min-height: {tall}px; }}
QComboBox QAbstractItemView::item {{ min-height: {tall}px; }}"""
THREE_COLUMNS = 1080
"""So many pixels at 100 % text let the kinds stand beside the fields; else they stand above them."""


def _press(button: QPushButton) -> None:
    """The keys of a button do nothing where the kind of file has no such button."""
    if not button.isHidden():
        button.click()


class ReportFrame(QDialog):
    """Only its looks; what is done is the dialog's."""

    def __init__(self, parent: QWidget, about: About | None, kinds: Sequence[ReportKind]) -> None:
        super().__init__(parent)
        self.offered = kinds
        self._is_large = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Letters and other files – hipmap"))
        self.setModal(True)
        self.kinds = TwoLineList(self.tr("What to write"))
        self.kinds.setObjectName("section_list")
        words = kind_words()
        self.kinds.show_rows([(*words[one.id], one.id) for one in kinds])
        self.kinds.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.pick = ChoiceField()
        self.pick.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pick.setMinimumContentsLength(LEAST_LETTERS)
        for one in kinds:
            self.pick.addItem(words[one.id][0])
        self.for_whom = label("", "caption", "muted", wrap=True)
        self.kinds.currentRowChanged.connect(self._show_row)
        self.pick.currentIndexChanged.connect(self.kinds.setCurrentRow)
        self.form = DetailsForm(about)
        self.preview = Preview()
        self.refused = RefusedNote()
        self.state = label("", "body", "muted", wrap=True)
        self.copy = self._button(self.tr("Copy"), "Ctrl+Shift+C")
        self.print_button = self._button(self.tr("Print…"), "Ctrl+P")
        self.save = self._button(self.tr("Save…"), "Ctrl+S")
        self.save.setProperty("kind", "primary")
        self.leave = self._button(self.tr("Close"), "")
        self.leave.clicked.connect(self.reject)
        self._place()
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(first_size(*SIZE))

    def show_large(self) -> None:
        """Makes all that is pressed or filled in as tall as a finger needs, as everywhere at home."""
        self._is_large = True
        for strip in self.findChildren(ChoiceStrip):
            strip.show_large(True)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "leave"):
            self._lay_out()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, and nothing else."""
        if event.key() in ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            return
        super().keyPressEvent(event)

    # ---- parts

    def _button(self, text: str, keys: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(partial(_press, button))
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(native)
        return button

    def _place(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        box.setSpacing(Space.M)
        columns = QHBoxLayout()
        columns.setSpacing(Space.M)
        names = QVBoxLayout()  # the list is as tall as its rows, and scrolls where there is less room
        names.addWidget(self.kinds, 1)
        names.addStretch(0)
        columns.addLayout(names)
        self._picked = self._picked_above()
        self._fields = self._fields_below(self._picked)
        columns.addWidget(self._fields)
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        right.addWidget(self.refused)
        right.addWidget(self.preview, 1)
        columns.addLayout(right, 1)
        box.addLayout(columns, 1)
        box.addLayout(self._foot())

    def _picked_above(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("kind", "page")
        box = field_below(self.pick, self.tr("What to write"))
        box.addWidget(self.for_whom)
        box.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(box)
        return holder

    def _fields_below(self, picked: QWidget) -> Card:
        area = ScrolledPage()
        inner = QVBoxLayout(area.page)
        inner.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        inner.setSpacing(Space.M)
        inner.addWidget(picked)
        inner.addWidget(self.form, 1)
        card = Card()
        card.box.setContentsMargins(Space.HAIR, Space.XS, Space.HAIR, Space.XS)
        card.box.addWidget(area)
        return card

    def _foot(self) -> QHBoxLayout:
        words = self.tr("What is saved or printed here is not encrypted.")
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.state)
        told.addWidget(label(words, "caption", "muted", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addLayout(told, 1)
        foot.addWidget(ButtonFlow(self.leave, self.copy, self.print_button, self.save), 0)
        return foot

    def _show_row(self, row: int) -> None:
        self.pick.setCurrentIndex(row)
        self.for_whom.setText(kind_words()[self.offered[row].id][1])

    def _lay_out(self) -> None:
        """Shows the kinds as a list beside the fields, or as one field above them with less room."""
        worn = look()
        dress = LARGE.format(tall=worn.px(Size.TARGET)) if self._is_large else ""
        if dress != self.styleSheet():
            self.setStyleSheet(dress)
        has_room = self.width() / worn.text_scale >= THREE_COLUMNS
        had_keyboard = self.focusWidget() in (self.kinds, self.pick)
        self.kinds.setVisible(has_room)
        self._picked.setVisible(not has_room)
        self.kinds.setFixedWidth(worn.px(LIST_WIDE))
        rows = self.kinds.sizeHintForRow(0) * self.kinds.count() + 2 * self.kinds.frameWidth() + Space.S
        self.kinds.setMaximumHeight(rows)
        self._fields.setFixedWidth(min(worn.px(FORM_WIDE), round(self.width() * FORM_SHARE)))
        if had_keyboard:
            self.chooser.setFocus()

    @property
    def chooser(self) -> QWidget:
        """Where the kind is chosen now."""
        return self.pick if self.kinds.isHidden() else self.kinds
