"""Reads the running program over the accessibility bus, as a screen reader does, on a virtual display.

    /usr/bin/python3 -m tests.accessibility.read_bus .venv/bin/python [CASE.json] [--desk home] [--keys F1]
    /usr/bin/python3 -m tests.accessibility.read_bus .venv/bin/python --screen "home question"

`--keys` are pressed first (in the manner of xdotool, with blanks between), so that another window is read;
`--screen` reads a screen of tests/screens/screen_table.py.

Needs the system's own Python and these Debian packages: xvfb, xauth, dbus, at-spi2-core, gir1.2-atspi-2.0,
python3-gi, xdotool. So the suite does not call it; tests/screens/reach.py goes that way inside the process.
Prints what has no name, no fitting role, or was not reached by the keyboard; exit code 1 if there is any.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.accessibility.bus_objects import (
    ARROWS,
    BY_ARROWS,
    EMPTY_ROLES,
    FIELDS,
    GROUPS,
    WINDOWS,
    Found,
    Place,
    path_of,
    top_of,
    way_to_something_new,
)

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
REPLY_MS, START_MS = 20_000, 60_000
QUIET_SECONDS = 0.08
MOST_TABS = 600
MOST_ARROWS = 1500
MOST_SCROLLS = 4
IDLE_TABS = 45  # so many without anything new, and Tab has come round


def main() -> int:
    """Puts a display and a bus of its own around itself, then reads."""
    parser = argparse.ArgumentParser()
    parser.add_argument("python", help="the Python that has hipmap's packages")
    parser.add_argument("case", nargs="?")
    parser.add_argument("--desk", default="consultation")
    parser.add_argument("--keys", default="")
    parser.add_argument("--screen", default="")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if not asked.inside:
        around = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
        again = [sys.executable, "-m", "tests.accessibility.read_bus", *sys.argv[1:], "--inside"]
        return subprocess.run([*around, *again], check=False, cwd=ROOT).returncode
    with tempfile.TemporaryDirectory() as home:
        command = [asked.python, "-m", "hipmap", "window", *([asked.case] if asked.case else [])]
        if asked.screen:
            command = [asked.python, "-m", "tests.accessibility.stand_on", asked.screen]
        return Reading(command, asked.desk, Path(home)).run(asked.keys.split())


class Reading:
    """One run of the program, walked and tabbed through."""

    def __init__(self, command: list[str], desk: str, home: Path) -> None:
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib

        self._atspi: Any = Atspi
        self._events: Any = GLib.MainContext.default()
        self._focused: list[Place] = []
        self._reached: set[Place] = set()
        self._strolled: set[tuple[Place, str]] = set()
        settings = home / "hipmap"
        settings.mkdir()
        (settings / "window.ini").write_text(f"[General]\ndesk={desk}\nsides_shown=true\ntheme=light\n")
        self._command = command
        self._environment = {
            **os.environ,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(home),
        }

    def run(self, keys: list[str]) -> int:
        """Reads the first window, or the one that some keys open."""
        bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        time.sleep(1)
        program = subprocess.Popen(self._command, env=self._environment, cwd=ROOT, stdout=subprocess.PIPE)
        try:
            if "hipmap" not in self._command:
                assert program.stdout is not None
                program.stdout.readline()  # a screen is read when it says that it stands
            self._atspi.init()
            self._atspi.set_timeout(REPLY_MS, START_MS)
            window = self._window(program.pid)
            self._key_to_window(window.get_name())
            for key in keys:
                self._press(key)
                time.sleep(2)
            if keys:
                window = self._window(program.pid)
            return self._read(self._in_front_of(window), window.get_name())
        finally:
            for process in (program, bus):
                process.terminate()
                process.wait(10)

    # ---- finding

    def _window(self, pid: int) -> Any:
        """Waits until the window stands on the bus, with all that is in it."""
        end, count = time.monotonic() + START_SECONDS, -1
        while time.monotonic() < end:
            time.sleep(2)
            desktop = self._atspi.get_desktop(0)
            for at in range(desktop.get_child_count()):
                application = desktop.get_child_at_index(at)
                if application is not None and application.get_process_id() == pid:
                    window = application.get_child_at_index(application.get_child_count() - 1)
                    if window is None:
                        continue  # it is just being made
                    before, count = count, sum(1 for _ in self._walk(window, ()))
                    if count == before and count > 5:
                        return window
        raise SystemExit("hipmap did not come to the accessibility bus")

    def _in_front_of(self, window: Any) -> Any:
        """Gives the card that stands over a window and takes its keys: no application owns to having one."""
        heard: list[Any] = []
        listener = self._atspi.EventListener.new(lambda event: heard.append(event) if event.detail1 else None)
        listener.register("object:state-changed:focused")
        self._press("Tab")
        listener.deregister("object:state-changed:focused")
        top = top_of(heard[-1].source) if heard else window
        return window if top.get_role_name() in WINDOWS else top

    def _walk(
        self, node: Any, path: Place, in_choice: bool = False, in_sight: bool = True
    ) -> Iterator[Found]:
        """Qt says of a row that it is showing even where its list is not."""
        states = node.get_state_set()
        of = self._atspi.StateType
        in_sight = in_sight and states.contains(of.SHOWING) and states.contains(of.VISIBLE)
        yield Found(
            path=path,
            role=node.get_role_name(),
            name=node.get_name() or "",
            is_showing=in_sight,
            is_enabled=states.contains(of.ENABLED),
            is_part=in_choice,
            can_focus=states.contains(of.FOCUSABLE),
        )
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child is not None:
                in_choice = in_choice or node.get_role_name() == "combo box"
                yield from self._walk(child, (*path, at), in_choice, in_sight)

    # ---- judging

    def _read(self, window: Any, title: str) -> int:
        found = {one.path: one for one in self._walk(window, ())}
        shown = [one for one in found.values() if one.is_showing]
        things = [one for one in shown if one.is_interactive]
        print(f"{len(found)} objects, {len(shown)} shown, {len(things)} to press or fill")
        print("roles:", dict(Counter(one.role for one in things).most_common()))
        nameless = [one for one in things if not one.name.strip()]
        odd = [one for one in shown if one.can_focus and one.role in EMPTY_ROLES]
        reached = self._reach(things, title)
        by_key = [one for one in things if one.path in reached]
        print(f"{len(by_key)} of {len(things)} took the keyboard by Tab and arrows")
        left = [one for one in things if one.path not in reached]
        for title, some in (
            ("without a name", nameless),
            ("without a fitting role", odd),
            ("not reached", left),
        ):
            print(f"\n{title}: {len(some)}")
            for one in some[:60]:
                print("  ", one)
        return 1 if nameless or odd or left else 0

    # ---- reaching

    def _reach(self, things: list[Found], window_name: str) -> set[Place]:
        """Presses Tab until it comes round, and the arrows wherever Tab stops among more of a kind."""
        listener = self._atspi.EventListener.new(self._heard)
        listener.register("object:state-changed:focused")
        self._key_to_window(window_name)
        roles = {one.path: one.role for one in things}
        idle = tabs = 0
        while idle < IDLE_TABS and tabs < MOST_TABS:
            before, tabs = len(self._reached), tabs + 1
            here = self._press("Tab")
            if here in roles:
                self._stroll(here, [one.path for one in things if one.role == roles[here]], roles[here])
            idle = 0 if len(self._reached) > before else idle + 1
        for key in ("alt", *["Right"] * 9, "Escape", "Escape"):
            self._press(key)  # the menus
        listener.deregister("object:state-changed:focused")
        return {one.path for one in things if self._is_reached(one, roles)}

    def _is_reached(self, one: Found, roles: dict[Place, str]) -> bool:
        """Whether it had the keyboard, or belongs to what had it and does it by the keys of that."""
        if one.path in self._reached:
            return True
        above = [one.path[:length] for length in range(1, len(one.path))]
        if any(place in self._reached and roles.get(place) in FIELDS | GROUPS for place in above):
            return True
        if one.role in BY_ARROWS:
            return any(place[:-1] == one.path[:-1] or place == one.path[:-1] for place in self._reached)
        return False

    def _stroll(self, start: Place, kin: list[Place], role: str) -> None:
        """Follows every arrow from everything beside a stop, until all of that was reached."""
        beside = {path for path in kin if path[:-1] == start[:-1]}
        if (start[:-1], role) in self._strolled or role in FIELDS | BY_ARROWS:
            return
        self._strolled.add((start[:-1], role))
        ways: dict[Place, dict[str, Place]] = {}
        here, keys = start, ("Down", "Up") if role in GROUPS else ARROWS
        for _ in range(MOST_ARROWS):
            path = way_to_something_new(here, ways, keys) if beside - self._reached else []
            if not path:
                break
            for key in path:
                # A row that is taller than what is seen of it is seen to its end first.
                tries = MOST_SCROLLS if role in GROUPS else 1
                then = next((there for _ in range(tries) if (there := self._press(key))), here)
                ways.setdefault(here, {})[key] = then
                if then[:-1] != start[:-1]:
                    return  # it left the group, and comes back by Tab
                here = then

    def _press(self, key: str) -> Place | None:
        """Presses a key and gives what then has the keyboard, if that changed."""
        self._focused.clear()
        subprocess.run(["xdotool", "key", key], check=True)
        quiet = time.monotonic() + QUIET_SECONDS
        while time.monotonic() < quiet:
            if self._events.iteration(False):
                quiet = time.monotonic() + QUIET_SECONDS
            time.sleep(0.004)
        self._reached.update(self._focused)
        return self._focused[-1] if self._focused else None

    def _heard(self, event: Any) -> None:
        if event.detail1:
            self._focused.append(path_of(event.source))

    def _key_to_window(self, name: str) -> None:
        """There is no window manager on the virtual display to do it."""
        search = ["xdotool", "search", "--onlyvisible", "--name", f"^{re.escape(name)}$"]
        windows = subprocess.run(search, capture_output=True, text=True, check=True).stdout.split()
        subprocess.run(["xdotool", "windowfocus", "--sync", windows[-1]], check=True)


if __name__ == "__main__":
    sys.exit(main())
