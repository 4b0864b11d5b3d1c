"""Walks the tree of a window that Qt gives to screen readers, in this process."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

# What a person can press, fill or choose; each must have a name.
INTERACTIVE = frozenset(
    {
        Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox,
        Role.EditableText, Role.SpinBox, Role.Slider, Role.Dial, Role.Link, Role.PageTab, Role.MenuItem,
        Role.ListItem, Role.TreeItem, Role.Cell,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """One object of the tree: what a screen reader says of it."""

    role: Role
    name: str
    description: str
    box: QRect  # on the screen
    can_focus: bool
    is_enabled: bool
    is_shown: bool
    kind: str  # the class of what stands behind it
    depth: int

    @property
    def is_interactive(self) -> bool:
        return self.role in INTERACTIVE

    def __str__(self) -> str:
        return f"{self.role.name} {self.name!r} ({self.kind})"


def things_of(window: QObject) -> Iterator[Thing]:
    """Gives every object of a window's tree, from the top."""
    yield from _walk(QAccessible.queryAccessibleInterface(window), 0)


def shown_things(window: QWidget) -> list[Thing]:
    """Gives what can be seen and used now."""
    return [thing for thing in things_of(window) if thing.is_shown and thing.is_enabled]


def _walk(node: QAccessibleInterface, depth: int) -> Iterator[Thing]:
    state = node.state()
    yield Thing(
        role=node.role(),
        name=node.text(QAccessible.Text.Name),
        description=node.text(QAccessible.Text.Description),
        box=node.rect(),
        can_focus=bool(state.focusable),
        is_enabled=not state.disabled,
        is_shown=not state.invisible,
        kind=type(node.object()).__name__,
        depth=depth,
    )
    if state.invisible:
        return
    for at in range(node.childCount()):
        child = node.child(at)
        if child.isValid():
            yield from _walk(child, depth + 1)
