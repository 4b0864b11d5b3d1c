"""The head of the sheet: how much is answered, the search, which rows are shown, and ways to a section."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import reads_leftward
from hipmap.desktop.search_field import SearchField
from hipmap.desktop.sheet_order import Progress
from hipmap.desktop.wording import section_title
from hipmap.model.voice import Voice

# Milliseconds without another letter until what was found is read out.
PAUSE = 400
LEAST_SEARCH = 150
"""So wide the search has to be to stand beside the other ways."""


class SheetHead(QWidget):
    """Emits that another selection of rows is wanted, or the way to a section."""

    filtered = Signal()
    section_wanted = Signal(str)
    search_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = "clinician"
        self._is_compact = False
        self._counts: dict[str, str] = {}
        self._progress, self._found = "", ""
        self.title = label("", "title")
        self.count = label("", "caption", "muted")
        self.search = self._search_field()
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.setInterval(PAUSE)
        self._speak.timeout.connect(lambda: announce(self.search, self._found))
        self.which = ChoiceStrip(self._which_choices())
        self.which.let_focus(Qt.FocusPolicy.StrongFocus)
        self.which.show_choice("telling")
        self.which.chosen.connect(self.show_which)
        self.sections = QToolButton()
        # The arrow stands after the words.
        after = Qt.LayoutDirection.LeftToRight if reads_leftward(self) else Qt.LayoutDirection.RightToLeft
        self.sections.setLayoutDirection(after)
        self.sections.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sections.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sections.setMenu(QMenu(self.sections))
        self.sections.menu().aboutToShow.connect(self._fill_menu)
        self.tells_little = label("", "caption", "muted", wrap=True)
        self.tells_little.hide()
        self.nothing = label("", "body", "muted", wrap=True)
        self.nothing.setContentsMargins(0, Space.M, 0, Space.M)
        self.nothing.hide()
        self.others = QCheckBox()
        self.others.toggled.connect(self.filtered)
        self.others.hide()
        self._place()
        self._dress()

    def _search_field(self) -> SearchField:
        field = SearchField()
        field.textChanged.connect(self.filtered)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), field)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.search_left)
        return field

    @property
    def words(self) -> list[str]:
        """What is searched for, in small letters."""
        return self.search.text().lower().split()

    @property
    def shown(self) -> str:
        """Which rows are shown: all, the most telling ones first, or only the answered ones."""
        return next((button.choice for button in self.which.buttons if button.isChecked()), "telling")

    def show_which(self, which: str) -> None:
        self.which.show_choice(which)
        self.filtered.emit()

    def show_all(self) -> None:
        """Shows every row, the most telling ones first where they are wanted so."""
        self.search.clear()
        self.show_which("telling" if self.shown == "telling" else "all")

    def show_compact(self, compact: bool) -> None:
        """Leaves the rows more height: without its title, and all on one line where that is wide enough."""
        if compact != self._is_compact:
            self._is_compact = compact
            self.title.setHidden(compact)
            before, now = (self._names, self._orders) if compact else (self._orders, self._names)
            before.removeWidget(self.count)
            now.addWidget(self.count)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        parts = (self.which, self.sections, self.count)
        taken = sum(part.sizeHint().width() + Space.S for part in parts) + 2 * Space.L
        beside = self._is_compact and self.width() - taken >= look().px(LEAST_SEARCH)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._tools.direction():
            self._tools.setDirection(way)

    def show_progress(self, done: Progress) -> None:
        self._progress = self.tr("{done} of {all} answered").format(done=done.answered, all=done.of)
        self._show_count()

    def show_found(self, found: int | None) -> None:
        """Shows how many rows a search found (None: nothing is searched for), and has it read out."""
        words = "" if found is None else self.tr("{count} found").format(count=found)
        if words and words != self._found:
            self._speak.start()
        self._found = words
        self._show_count()

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Takes the sections to which the menu leads, each with how much of it is answered."""
        self._counts = dict(counts)

    def _show_count(self) -> None:
        self.count.setText(self._found or self._progress)

    def _fill_menu(self) -> None:
        menu = self.sections.menu()
        menu.setLayoutDirection(self.layoutDirection())  # not that of the button, which is turned
        menu.clear()
        for kind, count in self._counts.items():
            words = section_title(kind, self._voice)
            entry = menu.addAction(f"{words}\t{count}" if count else words)
            entry.triggered.connect(partial(self._go_to, kind))

    def show_tells_little(self, little: bool) -> None:
        """Shows or hides the words that stand where otherwise rows are marked as telling most."""
        self.tells_little.setVisible(little)

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        clinical = voice == "clinician"
        self.title.setText(self.tr("Ask and test") if clinical else self.tr("Questions"))
        self.search.setPlaceholderText(self.tr("Find a question (/)"))
        self.search.setAccessibleName(
            self.tr("Find a question or test") if clinical else self.tr("Find a question")
        )
        self.tells_little.setText(
            self.tr("No single question or test would now change much about where the pain comes from.")
            if clinical
            else self.tr(
                "No single question or movement would now change much about where your pain comes from."
            )
        )
        self.nothing.setText(self.tr("Nothing fits. Try another word, or clear the search."))
        self.others.setText(self.tr("Show tests that a clinician does"))
        self.which.show_texts(self._which_choices())
        self.sections.setText(self.tr("&Go to"))
        self.sections.setAccessibleName(self.tr("Go to a section"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "others"):
            self._dress()
        super().changeEvent(event)

    def _go_to(self, kind: str) -> None:
        self.section_wanted.emit(kind)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, Space.L, 0)
        column.setSpacing(Space.S)
        self._names, ways, orders = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._names.addWidget(self.title)
        self._names.addStretch(1)
        self._names.addWidget(self.count)
        ways.addWidget(self.search, 1)
        ways.addWidget(self.sections)
        orders.addWidget(self.which)
        orders.addStretch()
        self._orders = orders
        self._tools = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tools.addLayout(ways)
        self._tools.addLayout(orders)
        self.steps_box = QVBoxLayout()
        column.addLayout(self._names)
        column.addLayout(self._tools)
        column.addLayout(self.steps_box)
        column.addWidget(self.tells_little)
        column.addWidget(self.others)
        column.addWidget(self.nothing)

    def _dress(self) -> None:
        theme, size = look().theme, look().px(16)
        self.sections.setIcon(icon("chevron-down", theme.muted, size=size))
        self.sections.setIconSize(QSize(size, size))

    def _which_choices(self) -> list[Choice]:
        return [
            Choice("telling", self.tr("Most telling")),
            Choice("all", self.tr("All")),
            Choice("answered", self.tr("Answered")),
        ]
