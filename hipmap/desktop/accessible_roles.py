"""Tells screen readers what those widgets are for which Qt knows no role, or a wrong one."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# By the name of the class, as Qt asks for it.
ROLES: Mapping[str, QAccessible.Role] = {
    "FindingRow": QAccessible.Role.Grouping,  # a question with its answers, and keys of its own
    "FigureItem": QAccessible.Role.StaticText,
    "PairRow": QAccessible.Role.StaticText,
    "KeyPage": QAccessible.Role.Document,
    "QTabWidget": QAccessible.Role.Grouping,
    "AboutWindow": QAccessible.Role.Window,
    "KeySheet": QAccessible.Role.Window,
    "ReadingWindow": QAccessible.Role.Window,
    "SettingsWindow": QAccessible.Role.Window,
}
_installed: list[str] = []


def install_roles() -> None:
    """Has Qt ask here first, once for the whole program."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.extend(ROLES)


def _interface(kind: str, widget: QObject | None) -> QAccessibleInterface | None:
    role = ROLES.get(kind)
    if role is None or not isinstance(widget, QWidget):
        return None  # Qt has one of its own
    return QAccessibleWidget(widget, role)
