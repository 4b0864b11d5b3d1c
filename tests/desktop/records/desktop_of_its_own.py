"""Plays a desktop on buses of its own, and writes down what a watch hears of it: run by dbus-run-session."""

import os
import sys

from PySide6.QtCore import SLOT, QCoreApplication, QEventLoop, QObject, Slot
from PySide6.QtWidgets import QApplication

from hipmap.desktop.records.session_watch import SessionWatch

OWN, OTHER = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/c5"
LOGIN, PLAY = "org.freedesktop.login1", "org.example.Play"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver")


def main() -> None:
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    os.environ["XDG_SESSION_ID"] = "2"
    application = QApplication([])
    watch = SessionWatch(application)
    _say("loaded before", "PySide6.QtDBus" in sys.modules)
    watch.start()
    _say("loaded after", "PySide6.QtDBus" in sys.modules)
    desktop = Desktop(watch)
    for saver in SAVERS:
        desktop.send(saver, "/ScreenSaver", saver, "ActiveChanged", True)
    desktop.send("screen shown again", "/ScreenSaver", SAVERS[1], "ActiveChanged", False)
    desktop.send("sleep", "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", True)
    desktop.send("awake", "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", False)
    desktop.send("own session", OWN, f"{LOGIN}.Session", "Lock")
    desktop.send("session of another", OTHER, f"{LOGIN}.Session", "Lock")
    watch.stop()
    desktop.send("not listening", OWN, f"{LOGIN}.Session", "Lock")
    watch.start()
    desktop.send("listening again", OWN, f"{LOGIN}.Session", "Lock")


class Desktop(QObject):
    """Sends a signal and then a mark on both buses: when both came back, the signal was heard or never is."""

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        from PySide6.QtDBus import QDBusConnection

        self._heard = self._marks = 0
        watch.away.connect(self._hear)
        self._bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
        assert self._bus.registerService(LOGIN)
        for bus in (QDBusConnection.sessionBus(), QDBusConnection.systemBus()):
            assert bus.connect("", "", PLAY, "Done", self, SLOT("done()"))  # type: ignore[call-overload]

    def send(self, name: str, path: str, interface: str, signal: str, *values: bool) -> None:
        from PySide6.QtDBus import QDBusMessage

        message = QDBusMessage.createSignal(path, interface, signal)
        message.setArguments(list(values))
        assert self._bus.send(message)
        assert self._bus.send(QDBusMessage.createSignal("/", PLAY, "Done"))
        while self._marks < 2:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        _say(name, self._heard)
        self._heard = self._marks = 0

    @Slot()
    def done(self) -> None:
        self._marks += 1

    def _hear(self) -> None:
        self._heard += 1


def _say(name: str, found: int) -> None:
    sys.stdout.write(f"{name} {int(found)}\n")


if __name__ == "__main__":
    main()
