"""A list of what is licensed, and the text of the licence beside it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from hipmap.desktop.about.licences import licences
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look

LIST_WIDTH = 220


class LicenceTab(QWidget):
    """Texts are read when they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.all = licences()
        self.names = QListWidget()
        self.names.setObjectName("section_list")
        self.names.setAccessibleName(self.tr("What is licensed"))
        self.names.setWordWrap(True)
        self.names.setResizeMode(QListView.ResizeMode.Adjust)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self.all:
            item = QListWidgetItem(f"{one.of}\n{one.name}")
            self.names.addItem(item)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setTabChangesFocus(True)
        self.names.currentRowChanged.connect(self._show)
        box = QHBoxLayout(self)
        box.setSpacing(Space.M)
        box.addWidget(self.names)
        box.addWidget(self.text, 1)
        self._fit()
        self.names.setCurrentRow(0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "names"):
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.names.setFixedWidth(look().px(LIST_WIDTH))

    def _show(self, row: int) -> None:
        one = self.all[row]
        self.text.setPlainText(f"{one.of}: {one.name}\n\n{one.text()}")
