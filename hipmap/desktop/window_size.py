"""How large a window begins: as its content wants at this text size, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from hipmap.desktop.look import look

FRAME = 40  # for the title that the system puts above


def first_size(width: int, height: int) -> QSize:
    """Gives a size that is wanted at 100 % text, for the present text size and screen."""
    wanted = QSize(look().px(width), look().px(height))
    room = QGuiApplication.primaryScreen().availableSize() - QSize(0, FRAME)
    return wanted.boundedTo(room)
