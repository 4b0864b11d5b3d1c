"""Sets a property that the style sheet looks at, and has the widget styled anew only when it changed."""

from PySide6.QtWidgets import QWidget


def say(widget: QWidget, name: str, value: str) -> None:
    """Gives the widget a property of the style sheet, such as its tone."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
