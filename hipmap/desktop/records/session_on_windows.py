"""Hears on Windows that the session is locked or left, or the computer goes to sleep."""

import ctypes
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QApplication, QMainWindow

# As the headers of Windows name them.
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x4
WM_WTSSESSION_CHANGE = 0x02B1
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK = 0x2, 0x4, 0x7
NOTIFY_FOR_THIS_SESSION = 0
GOING = {
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT),
    (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT),
    (WM_POWERBROADCAST, PBT_APMSUSPEND),
}


class WindowsEar(QAbstractNativeEventFilter):
    """Reads the messages of the main window while records are open."""

    def __init__(self, tell: Callable[[], object]) -> None:
        super().__init__()
        self._tell = tell
        self._window = 0

    def listen(self) -> bool:
        """Asks for the messages of this session; True where they will come."""
        application = QCoreApplication.instance()
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)]
        if application is None or not windows:
            return False
        self._window = int(windows[0].winId())
        registered = _of_sessions("WTSRegisterSessionNotification", self._window, NOTIFY_FOR_THIS_SESSION)
        if registered:
            application.installNativeEventFilter(self)
        return registered

    def stop(self) -> None:
        """Hears no more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
        _of_sessions("WTSUnRegisterSessionNotification", self._window)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Looks at a message and lets it go on."""
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]
            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in GOING:
                self._tell()
        return False, 0


def _of_sessions(function: str, window: int, *flags: int) -> bool:
    library = getattr(ctypes, "WinDLL", ctypes.CDLL)("wtsapi32")
    return bool(getattr(library, function)(wintypes.HWND(window), *(wintypes.DWORD(flag) for flag in flags)))
