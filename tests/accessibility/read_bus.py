"""Reads the running program over the accessibility bus, as a screen reader does, on a virtual display.

    /usr/bin/python3 tests/accessibility/read_bus.py .venv/bin/python [CASE.json] [--desk home]

Needs the system's own Python and these Debian packages: xvfb, xauth, dbus, at-spi2-core, gir1.2-atspi-2.0,
python3-gi, xdotool. So the suite does not call it; test_tree.py walks the same tree inside the process.
Prints what has no name, no fitting role, or was not reached by the keyboard; exit code 1 if there is any.
"""

import argparse
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
QUIET_SECONDS = 0.08
MOST_TABS = 600
MOST_IDLE = 40

PRESSED_OR_FILLED = frozenset(
    {
        "button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
        "password text", "spin button", "slider", "dial", "link", "page tab", "menu", "menu item",
        "check menu item", "radio menu item", "list item", "tree item", "table cell",
    }
)  # fmt: skip
# Roles that say nothing about what a thing is for.
EMPTY_ROLES = frozenset({"filler", "unknown", "invalid", "extended", "redundant object"})
ARROWS = ("Down", "Right", "Up", "Left")

Place = tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """One object as the bus tells it."""

    path: Place
    role: str
    name: str
    is_showing: bool
    is_enabled: bool
    can_focus: bool
    middle: tuple[float, float]

    @property
    def is_interactive(self) -> bool:
        return self.is_showing and self.is_enabled and self.role in PRESSED_OR_FILLED

    def __str__(self) -> str:
        return f"{self.role} {self.name!r} at {'/'.join(map(str, self.path))}"


def main() -> int:
    """Puts a display and a bus of its own around itself, then reads."""
    parser = argparse.ArgumentParser()
    parser.add_argument("python", help="the Python that has hipmap's packages")
    parser.add_argument("case", nargs="?")
    parser.add_argument("--desk", default="consultation")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if not asked.inside:
        around = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
        return subprocess.run([*around, sys.executable, *sys.argv, "--inside"], check=False).returncode
    with tempfile.TemporaryDirectory() as home:
        return Reading(asked.python, asked.case, asked.desk, Path(home)).run()


class Reading:
    """One run of the program, walked and tabbed through."""

    def __init__(self, python: str, case: str | None, desk: str, home: Path) -> None:
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib

        self._atspi: Any = Atspi
        self._events: Any = GLib.MainContext.default()
        self._focused: list[Place] = []
        self._strolled: set[Place] = set()
        settings = home / "hipmap"
        settings.mkdir()
        (settings / "window.ini").write_text(f"[General]\ndesk={desk}\nsides_shown=true\ntheme=light\n")
        self._command = [python, "-m", "hipmap", "window", *([case] if case else [])]
        self._environment = {
            **os.environ,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(home),
        }

    def run(self) -> int:
        bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        time.sleep(1)
        program = subprocess.Popen(self._command, env=self._environment, cwd=ROOT)
        try:
            self._atspi.init()
            window = self._window(program.pid)
            return self._read(window)
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
                    window = application.get_child_at_index(0)
                    before, count = count, sum(1 for _ in self._walk(window, ()))
                    if count == before and count > 20:
                        return window
        raise SystemExit("hipmap did not come to the accessibility bus")

    def _walk(self, node: Any, path: Place) -> Iterator[Found]:
        states = node.get_state_set()
        of = self._atspi.StateType
        yield Found(
            path=path,
            role=node.get_role_name(),
            name=node.get_name() or "",
            is_showing=states.contains(of.SHOWING) and states.contains(of.VISIBLE),
            is_enabled=states.contains(of.ENABLED),
            can_focus=states.contains(of.FOCUSABLE),
            middle=self._middle(node),
        )
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child is not None:
                yield from self._walk(child, (*path, at))

    def _middle(self, node: Any) -> tuple[float, float]:
        if not node.get_interfaces() or "Component" not in node.get_interfaces():
            return 0.0, 0.0
        box = node.get_extents(self._atspi.CoordType.SCREEN)
        return box.x + box.width / 2, box.y + box.height / 2

    # ---- judging

    def _read(self, window: Any) -> int:
        found = {one.path: one for one in self._walk(window, ())}
        shown = [one for one in found.values() if one.is_showing]
        things = [one for one in shown if one.is_interactive]
        print(f"{len(found)} objects, {len(shown)} shown, {len(things)} to press or fill")
        print("roles:", dict(Counter(one.role for one in things).most_common()))
        nameless = [one for one in things if not one.name.strip()]
        odd = [one for one in shown if one.can_focus and one.role in EMPTY_ROLES]
        reached = self._reach(things)
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

    def _reach(self, things: list[Found]) -> set[Place]:
        """Presses Tab until it comes round, and the arrows wherever Tab stops among more of a kind."""
        listener = self._atspi.EventListener.new(self._heard)
        listener.register("object:state-changed:focused")
        self._key_to_window()
        reached: set[Place] = set()
        stops: list[Place] = []
        for _ in range(MOST_TABS):
            here = self._press("Tab")
            if here is None:
                continue
            if stops and here == stops[0] and len(stops) > 5:
                break
            stops.append(here)
            reached.add(here)
            self._stroll(here, things, reached)
        listener.deregister("object:state-changed:focused")
        return reached

    def _stroll(self, here: Place, things: list[Found], reached: set[Place]) -> None:
        """Goes by arrows to what lies beside a stop: towards the nearest, or anywhere if that fails."""
        beside = {one.path: one.middle for one in things if one.path[:-1] == here[:-1]}
        if here[:-1] in self._strolled:
            return
        self._strolled.add(here[:-1])
        chance, idle = random.Random(len(reached)), 0
        while (left := [path for path in beside if path not in reached]) and idle < MOST_IDLE:
            at = beside.get(here)
            towards = (
                _arrows_to(at, min((beside[one] for one in left), key=partial(math.dist, at))) if at else ()
            )
            key = towards[idle] if idle < len(towards) else chance.choice(ARROWS)
            here = self._press(key) or here
            idle = idle + 1 if here in reached else 0
            reached.add(here)

    def _press(self, key: str) -> Place | None:
        """Presses a key and gives what then has the keyboard, if that changed."""
        self._focused.clear()
        subprocess.run(["xdotool", "key", key], check=True)
        quiet = time.monotonic() + QUIET_SECONDS
        while time.monotonic() < quiet:
            if self._events.iteration(False):
                quiet = time.monotonic() + QUIET_SECONDS
            time.sleep(0.004)
        return self._focused[-1] if self._focused else None

    def _heard(self, event: Any) -> None:
        if event.detail1:
            self._focused.append(_path(event.source))

    def _key_to_window(self) -> None:
        """There is no window manager on the virtual display to do it."""
        search = ["xdotool", "search", "--onlyvisible", "--name", "hipmap"]
        windows = subprocess.run(search, capture_output=True, text=True, check=True).stdout.split()
        subprocess.run(["xdotool", "windowfocus", "--sync", windows[0]], check=True)


def _path(node: Any) -> Place:
    """Gives where an object hangs, counted from its window."""
    steps: list[int] = []
    while node is not None and node.get_role_name() not in ("frame", "window", "application"):
        steps.append(node.get_index_in_parent())
        node = node.get_parent()
    return tuple(reversed(steps))


def _arrows_to(here: tuple[float, float], there: tuple[float, float]) -> tuple[str, str]:
    """Gives the arrow that leads most towards a place, and the other one."""
    across, down = there[0] - here[0], there[1] - here[1]
    sideways, upright = "Right" if across > 0 else "Left", "Down" if down > 0 else "Up"
    return (sideways, upright) if abs(across) > abs(down) else (upright, sideways)


if __name__ == "__main__":
    sys.exit(main())
