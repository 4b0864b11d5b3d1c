"""Two small pages of help: the keys, and what hipmap is and is not."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from hipmap import __version__
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look


def show_about(parent: QWidget, knowledge_version: str) -> None:
    """Shows version, purpose and the limits that everyone must know."""
    title = QCoreApplication.translate("Help", "About hipmap")
    dialog, box = _page(parent, title)
    sign = QLabel()
    sign.setPixmap(icon_pixmap("hipmap", "#000000", look().px(56)))
    box.addWidget(sign)
    box.addWidget(label("hipmap", "display"))
    version = QCoreApplication.translate("Help", "Version {program} · knowledge {knowledge}").format(
        program=__version__, knowledge=knowledge_version or "–"
    )
    box.addWidget(label(version, "body", "muted"))
    for text in (
        QCoreApplication.translate(
            "Help",
            "Does this pain come from the hip, the back, or somewhere else?",
        ),
        QCoreApplication.translate("Help", "Not validated on patients; not a diagnosis."),
        QCoreApplication.translate(
            "Help", "It works offline. Nothing leaves this computer, and nothing is kept unless you save it."
        ),
        QCoreApplication.translate(
            "Help", "Licence: Apache 2.0. Typeface: Inter (OFL). Icons: Lucide (ISC)."
        ),
    ):
        box.addWidget(label(text, "body", wrap=True))
    _finish(dialog, box)


def show_keys(parent: QWidget) -> None:
    """Shows what the keyboard does."""
    dialog, box = _page(parent, QCoreApplication.translate("Help", "Keys"))
    box.addWidget(label(dialog.windowTitle(), "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.S)
    for line, (keys, what) in enumerate(_keys()):
        grid.addWidget(label(keys, "strong"), line, 0)
        grid.addWidget(label(what, "body"), line, 1)
    box.addLayout(grid)
    _finish(dialog, box)


def _keys() -> list[tuple[str, str]]:
    return [
        ("F2", QCoreApplication.translate("Help", "wording for clinicians or for patients")),
        ("Ctrl+1, 2, 3", QCoreApplication.translate("Help", "body map, questions, result")),
        ("Ctrl+F", QCoreApplication.translate("Help", "find a question")),
        ("Ctrl+E", QCoreApplication.translate("Help", "ask the safety questions")),
        ("Ctrl+L", QCoreApplication.translate("Help", "read about causes, scans and exercises")),
        ("↑ ↓", QCoreApplication.translate("Help", "another question")),
        ("Y, N, U", QCoreApplication.translate("Help", "yes, no, don’t know")),
        ("1–9", QCoreApplication.translate("Help", "choose an option, or begin a number")),
        ("R, L", QCoreApplication.translate("Help", "right or left side")),
        ("Delete", QCoreApplication.translate("Help", "take the answer back")),
        ("Enter", QCoreApplication.translate("Help", "how to ask or test")),
        ("Ctrl+Z, Ctrl+Y", QCoreApplication.translate("Help", "undo, redo")),
        ("Ctrl++, Ctrl+−", QCoreApplication.translate("Help", "larger or smaller text")),
    ]


def _page(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setProperty("kind", "sheet")
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box = QVBoxLayout(dialog)
    box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
    box.setSpacing(Space.M)
    return dialog, box


def _finish(dialog: QDialog, box: QVBoxLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    box.addWidget(buttons)
    dialog.setMaximumWidth(look().px(460))
    dialog.open()
