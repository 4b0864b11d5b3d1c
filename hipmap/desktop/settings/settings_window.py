"""The settings window: sections on the left, choices on the right; each holds from the moment it is made."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QStackedWidget, QWidget

from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import icon
from hipmap.desktop.labels import Card
from hipmap.desktop.look import look
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.settings.privacy_page import Forgetting
from hipmap.desktop.settings.sections import sections
from hipmap.desktop.settings.setting import Setting
from hipmap.desktop.settings.settings_page import Options, SettingsPage
from hipmap.desktop.settings.words import words_by_id
from hipmap.desktop.window_size import first_size

SIZE = (780, 660)
LEAST_SIZE = (520, 360)
LIST_WIDTH, LIST_SHARE = 232, 0.4


class SettingsWindow(QWidget):
    """`options` are those that only the program knows: languages and countries."""

    choosing = Signal(str)  # before the choice holds
    template_asked = Signal()

    def __init__(
        self, preferences: Preferences, options: Mapping[str, Options], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Settings – hipmap"))
        self._preferences = preferences
        self.names = QListWidget()
        self.names.setObjectName("section_list")
        self.names.setAccessibleName(self.tr("Sections"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setWordWrap(True)
        self.pages = QStackedWidget()
        self.forgetting = Forgetting(preferences)
        self._fill(options)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.forgetting.forget_asked.connect(preferences.forget)
        preferences.changed.connect(self._show)
        self._place()
        self.names.setCurrentRow(0)
        self._dress()

    def page(self, section: str) -> SettingsPage:
        """Gives the page of a section."""
        return next(page for page in self._pages() if page.section.id == section)

    def go_to(self, section: str) -> None:
        """Shows a section, and gives the keyboard to its first choice."""
        page = self.page(section)
        self.names.setCurrentRow(self.pages.indexOf(page))

    def present(self) -> str:
        """Gives the section that is shown."""
        return self._pages()[self.pages.currentIndex()].section.id

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "pages"):
            self._dress()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        self.names.setFixedWidth(min(look().px(LIST_WIDTH), round(self.width() * LIST_SHARE)))

    def _pages(self) -> list[SettingsPage]:
        found = (self.pages.widget(at) for at in range(self.pages.count()))
        return [page for page in found if isinstance(page, SettingsPage)]

    def _fill(self, options: Mapping[str, Options]) -> None:
        words = words_by_id()
        for section in sections():
            page = SettingsPage(section, words, options, self._preferences.rules)
            page.chosen.connect(self._choose)
            if section.id == "privacy":
                page.box.insertWidget(page.box.count() - 1, self.forgetting)
            if section.id == "consultation":
                self._add_template(page)
            for setting in section.settings:
                page.show_value(setting.id, self._preferences.kept(setting))
            self.pages.addWidget(page)
            item = QListWidgetItem(section.name)
            item.setData(Qt.ItemDataRole.UserRole, section.sign)
            self.names.addItem(item)

    def _add_template(self, page: SettingsPage) -> None:
        """The template of the SOAP note is a text of its own, changed in a window of its own."""
        self.template = QPushButton(self.tr("Template of the SOAP note…"))
        self.template.setAutoDefault(False)
        self.template.clicked.connect(self.template_asked)
        at = page.box.count() - 1
        page.box.insertSpacing(at, Space.M)
        page.box.insertWidget(at + 1, self.template, 0, Qt.AlignmentFlag.AlignLeading)

    def _place(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        box.setSpacing(Space.M)
        box.addWidget(self.names)
        card = Card()
        card.box.setContentsMargins(0, Space.HAIR, Space.HAIR, Space.HAIR)
        card.box.addWidget(self.pages)
        box.addWidget(card, 1)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(first_size(*SIZE))
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence(QKeySequence.StandardKey.Close)):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(self.close)
            self.addAction(action)

    def _choose(self, setting: Setting[object], value: object) -> None:
        self.choosing.emit(setting.id)
        self._preferences.keep(setting, value)

    def _show(self, setting: str) -> None:
        for page in self._pages():
            for one in page.section.settings:
                if one.id == setting:
                    page.show_value(setting, self._preferences.kept(one))

    def _dress(self) -> None:
        worn = look()
        size = worn.px(Size.ICON + 2)
        self.names.setIconSize(QSize(size, size))
        self._fit()
        for row in range(self.names.count()):
            item = self.names.item(row)
            item.setIcon(icon(item.data(Qt.ItemDataRole.UserRole), worn.theme.muted, size=size))
            item.setSizeHint(QSize(0, worn.px(Size.CONTROL + Space.S)))
