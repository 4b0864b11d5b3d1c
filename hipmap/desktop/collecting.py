"""Python's search for rubbish, kept to moments at which no widget is in use.

Python may search whenever something is made: in the midst of Qt's going through its widgets, in the making
of a widget, or in another thread than the window's. If it frees a widget there, Qt goes on with memory that
is no longer the widget's, and the program ends without a word. So it searches between two events only.
"""

import gc

from PySide6.QtCore import QCoreApplication, QTimer

_EVERY_MILLISECONDS = 1000


class Collecting(QTimer):
    """Lets Python search for rubbish between the events of an application, and at no other time."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        gc.disable()
        self.setInterval(_EVERY_MILLISECONDS)
        self.timeout.connect(search_if_due)
        self.start()


def collect_between_events(application: QCoreApplication) -> None:
    """From now on Python searches between events only, in the thread of the application."""
    if application.findChild(Collecting) is None:
        Collecting(application)


def search_if_due() -> None:
    """Searches as far as Python's own count of what was made finds it due."""
    gc.enable()
    try:
        for _ in range(2):  # Python looks at its count when something is made; a newer one, at the next turn.
            list[int]()
    finally:
        gc.disable()
