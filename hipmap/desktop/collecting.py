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
    """Searches as far as Python's own count of what was made finds it due.

    Not by letting Python search for a moment: another thread could have its turn in that moment.
    """
    made, limits = gc.get_count(), gc.get_threshold()
    for age in reversed(range(len(limits))):
        if made[age] > limits[age] > 0:  # what is older is searched with what is younger than it
            gc.collect(age)
            return
