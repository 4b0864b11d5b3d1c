"""Every stock control in every state, for the eye: `python tests/desktop/control_gallery.py FOLDER`."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import THEMES, TYPE, Space
from hipmap.desktop.labels import Card, label

BUTTONS = ("", "primary", "danger", "link")


class Gallery(QWidget):
    """All controls on one page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setSpacing(Space.L)
        cards = (_texts, _buttons, _fields, _choices, _lists, _others)
        for at, make in enumerate(cards):
            card = Card()
            make(card)
            grid.addWidget(card, at // 3, at % 3)


def _texts(card: Card) -> None:
    for role in TYPE:
        card.box.addWidget(label(role.replace("_", " "), role))
    for tone in ("muted", "accent", "danger", "soft"):
        card.box.addWidget(label(f"tone: {tone}", "body", tone))
    message = QFrame()
    message.setProperty("kind", "message")
    QHBoxLayout(message).addWidget(label("A message in the window"))
    card.box.addWidget(message)
    off = label("disabled")
    off.setEnabled(False)
    card.box.addWidget(off)


def _buttons(card: Card) -> None:
    grid = QGridLayout()
    for row, kind in enumerate(BUTTONS):
        for column, state in enumerate(("at rest", "disabled", "focused")):
            button = QPushButton(f"{kind or 'plain'} {state}")
            button.setProperty("kind", kind)
            button.setEnabled(state != "disabled")
            if state == "focused":
                button.setObjectName(f"focus-{kind}")
            grid.addWidget(button, row, column)
    card.box.addLayout(grid)
    line = QHBoxLayout()
    checked = QPushButton("checked")
    checked.setCheckable(True)
    checked.setChecked(True)
    with_menu = QPushButton("with a menu")
    with_menu.setMenu(QMenu(with_menu))
    tool = QToolButton()
    tool.setText("tool")
    for one in (checked, with_menu, tool):
        line.addWidget(one)
    card.box.addLayout(line)
    standard = QDialogButtonBox.StandardButton
    card.box.addWidget(QDialogButtonBox(standard.Save | standard.Cancel | standard.Discard))


def _fields(card: Card) -> None:
    empty = QLineEdit(placeholderText="placeholder")
    wrong = QLineEdit("wrong")
    wrong.setProperty("wrong", "true")
    off = QLineEdit("disabled")
    off.setEnabled(False)
    chosen = QLineEdit("selected text")
    chosen.selectAll()
    combo = QComboBox()
    combo.addItems(["one of several", "another"])
    combo_off = QComboBox()
    combo_off.addItem("disabled")
    combo_off.setEnabled(False)
    slider, slider_off = QSlider(Qt.Orientation.Horizontal), QSlider(Qt.Orientation.Horizontal)
    for one in (slider, slider_off):
        one.setRange(0, 10)
        one.setValue(6)
    slider_off.setEnabled(False)
    for field in (empty, wrong, off, chosen, QSpinBox(value=7), combo, combo_off, slider, slider_off):
        card.box.addWidget(field)
    card.box.addWidget(QPlainTextEdit("Several\nlines"))


def _choices(card: Card) -> None:
    for kind in (QCheckBox, QRadioButton):
        for state in ("off", "on", "off, disabled", "on, disabled"):
            box = kind(f"{kind.__name__[1:]} {state}")
            box.setAutoExclusive(False)
            box.setChecked(state.startswith("on"))
            box.setEnabled("disabled" not in state)
            card.box.addWidget(box)
    partly = QCheckBox("partly")
    partly.setTristate(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    card.box.addWidget(partly)
    group = QGroupBox("A group")
    QVBoxLayout(group).addWidget(QLabel("inside"))
    card.box.addWidget(group)


def _lists(card: Card) -> None:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    branch = QTreeWidgetItem(tree, ["branch"])
    QTreeWidgetItem(branch, ["leaf"])
    chosen = QTreeWidgetItem(branch, ["chosen leaf"])
    branch.setExpanded(True)
    QTreeWidgetItem(QTreeWidgetItem(tree, ["closed branch"]), ["leaf"])
    tree.setCurrentItem(chosen)
    table = QTableWidget(3, 2)
    table.setHorizontalHeaderLabels(["Finding", "Weight"])
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().hide()
    for row in range(3):
        for column in range(2):
            table.setItem(row, column, QTableWidgetItem(f"cell {row} {column}"))
    table.selectRow(1)
    names = QListWidget()
    names.addItems([f"line {number}" for number in range(30)])
    splitter = QSplitter()
    splitter.addWidget(tree)
    splitter.addWidget(names)
    card.box.addWidget(splitter)
    card.box.addWidget(table)


def _others(card: Card) -> None:
    tabs = QTabWidget()
    for name in ("Program", "Sources", "Licences"):
        tabs.addTab(QLabel(f"  {name}"), name)
    card.box.addWidget(tabs)
    progress = QProgressBar(value=60, textVisible=False)
    card.box.addWidget(progress)


def menu() -> QMenu:
    """Gives a menu with everything that a menu can hold."""
    made = QMenu()
    made.addAction("&Open…").setShortcut("Ctrl+O")
    made.addAction("Cannot be used").setEnabled(False)
    made.addSeparator()
    checked = made.addAction("Checked")
    checked.setCheckable(True)
    checked.setChecked(True)
    made.addMenu("More").addAction("inside")
    return made


def message() -> QMessageBox:
    """Gives a question as the program asks it."""
    standard = QMessageBox.StandardButton
    text = "Save the changes to this case?"
    return QMessageBox(
        QMessageBox.Icon.Question, "hipmap", text, standard.Save | standard.Discard | standard.Cancel
    )


def paint_all(folder: Path) -> None:
    """Writes a picture of the gallery for each theme, and for text of twice the size."""
    from hipmap import app
    from hipmap.desktop.fonts import register_fonts
    from hipmap.desktop.look import Look, wear

    application = app.make_application()
    register_fonts()
    for name, scale in [*((name, 1.0) for name in THEMES), ("light", 2.0)]:
        wear(application, Look(THEMES[name], scale))
        end = f"{name}_{round(scale * 100)}.png"
        gallery = Gallery()
        gallery.resize(1366 if scale == 1 else 2200, 0)
        gallery.show()
        focused = gallery.findChild(QPushButton, "focus-")
        if isinstance(focused, QPushButton):
            gallery.activateWindow()
            focused.setFocus()
        QApplication.processEvents()
        gallery.grab().save(str(folder / f"controls_{end}"))
        for part, widget in (("menu", menu()), ("message", message())):
            widget.show()
            QApplication.processEvents()
            widget.grab().save(str(folder / f"{part}_{end}"))
            widget.close()
        gallery.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    paint_all(Path(sys.argv[1]))
