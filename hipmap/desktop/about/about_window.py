"""The About window: the program and its versions, its limits, its sources, its licences."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from hipmap.desktop.about.licence_tab import LicenceTab
from hipmap.desktop.about.source_tab import SourceTab
from hipmap.desktop.about.versions import as_text, versions
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import sign_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.learn.markup import paragraph, table, text
from hipmap.desktop.learn.reading_view import ReadingView
from hipmap.desktop.look import look
from hipmap.desktop.window_size import first_size
from hipmap.model.knowledge import Knowledge

SIZE = (900, 660)
LEAST_SIZE = (480, 400)


class AboutWindow(QWidget):
    """`limits` gives the page on what hipmap cannot do, as rich text."""

    def __init__(
        self, knowledge: Knowledge, limits: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About hipmap"))
        self._limits_text = limits
        self.versions = versions(knowledge)
        self.sign = QLabel()
        self.tabs = QTabWidget()
        # Its bar has the keyboard, not the whole of it; Qt takes it from both where it takes it from one.
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(self.windowTitle())
        self.program = ReadingView(lambda _address, _ratio: None)
        self.limits = ReadingView(lambda _address, _ratio: None)
        self.sources = SourceTab(knowledge)
        self.licences = LicenceTab()
        self.copy_button = QPushButton(self.tr("Copy the versions"))
        self.copy_button.clicked.connect(self._copy)
        self.copied = label(self.tr("Copied."), "body", "accent")
        self.copied.hide()
        self._place()
        self._show_texts()
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(first_size(*SIZE))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "tabs"):
            self._show_texts()
        super().changeEvent(event)

    def _place(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        box.setSpacing(Space.L)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        names = QVBoxLayout()
        names.setSpacing(Space.XS)
        names.addWidget(label("hipmap", "display"))
        question = self.tr("Does this pain come from the hip, the back, or somewhere else?")
        names.addWidget(label(question, "body", "muted", wrap=True))
        head.addWidget(self.sign)
        head.addLayout(names, 1)
        box.addLayout(head)
        first = QWidget()
        inner = QVBoxLayout(first)
        inner.addWidget(self.program, 1)
        line = QHBoxLayout()
        line.addWidget(self.copy_button)
        line.addWidget(self.copied)
        line.addStretch(1)
        inner.addLayout(line)
        for page, name in (
            (first, self.tr("Program")),
            (self.limits, self.tr("Limits")),
            (self.sources, self.tr("Sources")),
            (self.licences, self.tr("Licences")),
        ):
            self.tabs.addTab(page, name)
        box.addWidget(self.tabs, 1)
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence(QKeySequence.StandardKey.Close)):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(self.close)
            self.addAction(action)

    def _show_texts(self) -> None:
        self.sign.setPixmap(sign_pixmap(look().px(Size.SIGN)))
        tr = QCoreApplication.translate
        lines = (
            tr("About", "Not validated on patients; not a diagnosis."),
            tr(
                "About",
                "It works offline. Nothing leaves this computer, and nothing is kept unless you save it.",
            ),
            tr(
                "About",
                "Every part of hipmap, with its version and licence, stands under Licences. For programs "
                "that check such lists, each release has it as an SBOM (CycloneDX).",
            ),
        )
        rows = [(text(name), text(value)) for name, value in self.versions]
        head = (tr("About", "What"), tr("About", "Version"))
        words = "".join(paragraph(text(line)) for line in lines) + table(head, rows)
        self.program.show_markup(words, "clinician", stay=True)
        self.program.setAccessibleName(self.tr("Program"))
        self.limits.show_markup(self._limits_text(), "clinician", stay=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.versions))
        self.copied.show()
