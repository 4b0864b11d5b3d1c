"""Hears on Linux that the screen is locked or the computer goes to sleep, from the buses of the desktop.

The buses are local: one that is reached over a network is not listened to.
"""

import os
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
LOGIN, LOGIN_MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
LOGIN_SESSION, SESSIONS = "org.freedesktop.login1.Session", "/org/freedesktop/login1/session/"
# The local socket of the system's bus stands in no variable as a rule.
ADDRESSES = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS")

Match = tuple[QDBusConnection, str, str, str, str]


class LinuxEar(QObject):
    """Whoever sends more such signals than are true only has the records locked more often."""

    def __init__(self, tell: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._own = own_session(os.environ.get("XDG_SESSION_ID", ""))
        self._matches: list[Match] = []

    def listen(self) -> bool:
        """Begins to hear what there is of both buses."""
        session, system = ADDRESSES
        if is_local(os.environ.get(session, "")):
            bus = QDBusConnection.sessionBus()
            for name in SCREEN_SAVERS:
                self._hear(bus, "", name, "ActiveChanged", SLOT("screen_saver(bool)"))
        if is_local(os.environ.get(system, "")):
            bus = QDBusConnection.systemBus()
            self._hear(bus, LOGIN, LOGIN_MANAGER, "PrepareForSleep", SLOT("sleep(bool)"))
            self._hear(bus, LOGIN, LOGIN_SESSION, "Lock", SLOT("session_locked(QDBusMessage)"))
        return bool(self._matches)

    def stop(self) -> None:
        """Hears no more."""
        for bus, service, interface, signal, slot in self._matches:
            bus.disconnect(service, "", interface, signal, self, slot)  # type: ignore[call-overload]
        self._matches = []
        self.deleteLater()

    @Slot(bool)
    def screen_saver(self, active: bool) -> None:
        if active:
            self._tell()

    @Slot(bool)
    def sleep(self, begins: bool) -> None:
        if begins:
            self._tell()

    @Slot(QDBusMessage)
    def session_locked(self, message: QDBusMessage) -> None:
        """The session of another user does not matter; where one's own is not known, every one does."""
        if not self._own or message.path() == self._own:
            self._tell()

    def _hear(self, bus: QDBusConnection, service: str, interface: str, signal: str, slot: str) -> None:
        # The binding takes the slot as a text only, whatever its types say.
        if bus.isConnected() and bus.connect(service, "", interface, signal, self, slot):  # type: ignore[call-overload]
            self._matches.append((bus, service, interface, signal, slot))


def is_local(address: str) -> bool:
    """Whether a bus lies on this computer; none given is the usual one, which does."""
    return all(one.startswith("unix:") for one in address.split(";") if one)


def own_session(session: str) -> str:
    """Gives the path of a login session on the bus, written as its service writes it; nothing if unknown."""
    letters = [
        sign
        if sign.isascii() and sign.isalnum() and not (at == 0 and sign.isdigit())
        else f"_{ord(sign):02x}"
        for at, sign in enumerate(session)
    ]
    return SESSIONS + "".join(letters) if session else ""
