"""Tells when nobody has touched the program for a while, and when the machine was asleep meanwhile."""

from PySide6.QtCore import QDateTime, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOKS_EVERY_MS = 5_000
ASLEEP_MS = 60_000
"""A timer that comes so much too late was stopped together with the machine."""

TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)


class IdleWatch(QObject):
    """Watches the windows as the system sees them: few events come that way, so it costs nothing."""

    left_alone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setTimerType(Qt.TimerType.PreciseTimer)
        self._idle.timeout.connect(self.left_alone)
        self._pulse = QTimer(self)
        self._pulse.setInterval(LOOKS_EVERY_MS)
        self._pulse.timeout.connect(self._look_at_clock)
        self._last = QDateTime.currentMSecsSinceEpoch()
        self._windows: set[QWindow] = set()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._window_came)
            application.applicationStateChanged.connect(self._state_changed)

    def start(self, minutes: int) -> None:
        """Watches from now on."""
        self._idle.start(minutes * 60_000)
        self._last = QDateTime.currentMSecsSinceEpoch()
        self._pulse.start()
        for window in QGuiApplication.topLevelWindows():
            self._window_came(window)

    def stop(self) -> None:
        self._idle.stop()
        self._pulse.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES and self._idle.isActive():
            self._idle.start()
        return False

    def time_passed(self, milliseconds: int) -> None:
        """Hears how long it is since the clock was last looked at."""
        if milliseconds > LOOKS_EVERY_MS + ASLEEP_MS:
            self.left_alone.emit()

    def _window_came(self, window: QWindow | None) -> None:
        if window is not None and window not in self._windows:
            self._windows.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._windows.discard(window))

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended and self._pulse.isActive():
            self.left_alone.emit()

    def _look_at_clock(self) -> None:
        now = QDateTime.currentMSecsSinceEpoch()
        passed, self._last = now - self._last, now
        self.time_passed(passed)
