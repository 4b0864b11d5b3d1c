"""Finds words in a part of the window that are cut off because there is no room for them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from tests.languages.untranslated import place_of

# Rounding of fonts that are not whole pixels.
_SLACK = 2
# Between an icon and the words beside it.
_GAP = 4


def clipped(root: QWidget) -> dict[str, str]:
    """Gives every visible text that does not fit into its widget, with what it needs and has.

    What a widget of hipmap paints itself is not seen here, but by `untranslated.painted`.
    """
    found: dict[str, str] = {}
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisibleTo(root.window()):
            continue
        text, needs, has = _measured(widget)
        if text and (needs.width() > has.width() + _SLACK or needs.height() > has.height() + _SLACK):
            found[f"{place_of(widget)}: {text}"] = f"{_pixels(needs)} in {_pixels(has)}"
    return found


def _measured(widget: QWidget) -> tuple[str, QSize, QSize]:
    """Gives the text of a widget, the room that it needs, and the room that it has."""
    if isinstance(widget, QLabel) and widget.text():
        return widget.text(), _needs(widget), widget.size()
    if isinstance(widget, QLineEdit) and not widget.text():
        needs = QSize(QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText()), 0)
        return widget.placeholderText(), needs, _inside(widget)
    if isinstance(widget, QPushButton | QToolButton) and not _paints_itself(widget):
        return _text_shown(widget), _needs_of_button(widget), _room(widget)
    return "", QSize(), QSize()


def _paints_itself(widget: QWidget) -> bool:
    painter = next(kind for kind in type(widget).__mro__ if "paintEvent" in vars(kind))
    return not painter.__module__.startswith("PySide6")


def _needs(label: QLabel) -> QSize:
    if label.wordWrap():
        return QSize(label.minimumSizeHint().width(), label.heightForWidth(label.width()))
    return label.sizeHint()


def _inside(field: QLineEdit) -> QSize:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    beside = [button.width() for button in field.findChildren(QToolButton) if button.isVisibleTo(field)]
    return inside.size() - QSize(margins.left() + margins.right() + sum(beside), 0)


def _text_shown(button: QPushButton | QToolButton) -> str:
    style = button.toolButtonStyle() if isinstance(button, QToolButton) else None
    icon_only = style is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()
    return "" if icon_only else button.text()


def _needs_of_button(button: QAbstractButton) -> QSize:
    wide = QRect(0, 0, 10_000, 10_000)
    text = button.text().replace("&", "")
    needs = QFontMetrics(button.font()).boundingRect(wide, Qt.AlignmentFlag.AlignLeft, text).size()
    icon = 0 if button.icon().isNull() else button.iconSize().width() + _GAP
    return needs + QSize(icon, 0)


def _room(button: QPushButton | QToolButton) -> QSize:
    if isinstance(button, QToolButton):
        return button.contentsRect().size()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).size()


def _pixels(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"
