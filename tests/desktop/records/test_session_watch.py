"""The records hear that the screen is locked or the computer goes to sleep, as each system tells it."""

import ctypes
import os
import shutil
import subprocess
import sys
from ctypes import wintypes

import pytest

from hipmap.desktop.records.session_on_windows import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WindowsEar,
)
from tests.case_builders import ROOT

UNLOCK, MOUSE_MOVE = 0x8, 0x0200


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-run-session") is None,
    reason="needs a bus of its own",
)
def test_a_locked_screen_and_sleep_are_heard_on_the_buses_of_linux() -> None:
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.desktop.records.desktop_of_its_own"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    heard = dict(line.rsplit(" ", 1) for line in told.stdout.splitlines())
    assert heard == {
        "loaded before": "0",
        "loaded after": "1",
        "org.freedesktop.ScreenSaver": "1",
        "org.gnome.ScreenSaver": "1",
        "org.xfce.ScreenSaver": "1",
        "screen shown again": "0",
        "sleep": "1",
        "awake": "0",
        "own session": "1",
        "session of another": "0",
        "not listening": "0",
        "listening again": "1",
    }


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the buses of Linux")
def test_a_bus_that_is_reached_over_a_network_is_not_listened_to() -> None:
    from hipmap.desktop.records.session_on_linux import is_local, own_session

    assert is_local("unix:path=/run/user/1000/bus")
    assert is_local("")
    assert not is_local("tcp:host=10.0.0.7,port=4711")
    assert not is_local("unix:path=/run/bus;nonce-tcp:host=10.0.0.7")
    assert own_session("2") == "/org/freedesktop/login1/session/_32"
    assert own_session("c1") == "/org/freedesktop/login1/session/c1"
    assert own_session("c-1") == "/org/freedesktop/login1/session/c_2d1"
    assert own_session("") == ""


@pytest.mark.parametrize(
    ("message", "about", "is_heard"),
    [
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, True),
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_WTSSESSION_CHANGE, UNLOCK, False),
        (MOUSE_MOVE, WTS_SESSION_LOCK, False),
    ],
)
def test_the_messages_of_windows_are_read(message: int, about: int, is_heard: bool) -> None:
    heard: list[bool] = []
    ear = WindowsEar(lambda: heard.append(True))
    told = wintypes.MSG(message=message, wParam=about)
    assert ear.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert bool(heard) == is_heard
    assert ear.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
