"""A Windows that wine plays, and the report of what was tried in it."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
_NOISE = "error: XDG_RUNTIME_DIR is invalid or not set in the environment."


def into(place: str) -> list[str]:
    """The option /D=, cut at its spaces: the rest of the line is the folder, and there may be no quotes."""
    return f"/D={place}".split(" ")


class Prefix:
    """One Windows that wine plays."""

    def __init__(self, folder: Path, bits: int = 64) -> None:
        self.folder, self.bits = folder, bits
        # What this machine says to its own Python is not for the one that is tried.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self.variables = {
            **kept, "WINEPREFIX": str(folder), "WINEARCH": f"win{bits}", "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=", "LC_ALL": "C.UTF-8",
        }  # fmt: skip

    def made(self, version: str = "win10") -> "Prefix":
        self.run("wineboot", "-i", wine=False)
        self.run("winecfg", "-v", version)
        self.settle()
        return self

    def run(self, *command: str, wine: bool = True, given: str = "") -> tuple[int, str]:
        done = subprocess.run(
            ["wine", *command] if wine else command, env=self.variables, capture_output=True, text=True,
            errors="replace", check=False, timeout=900, input=given,
        )  # fmt: skip
        return done.returncode, (done.stdout + done.stderr).replace(_NOISE, "").strip()

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["wine", *command], env=self.variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def settle(self) -> None:
        """Waits until nothing of this Windows runs any more: an uninstaller goes on as a copy of itself."""
        subprocess.run(["wineserver", "-w"], env=self.variables, check=False, timeout=400)

    def path(self, windows: str) -> Path:
        return self.folder / "drive_c" / windows.removeprefix("C:\\").replace("\\", "/")

    def names(self, windows: str) -> list[str]:
        """What lies in a folder; nothing where there is none."""
        path = self.path(windows)
        return sorted(one.name for one in path.iterdir()) if path.exists() else []

    def taken(self, windows: str, folder: Path) -> int:
        """Copies a file to the report's folder, and gives its size; 0 where there is none."""
        path = self.path(windows)
        if path.exists():
            (folder / path.name).write_bytes(path.read_bytes())
        return path.stat().st_size if path.exists() else 0

    def log(self) -> str:
        path = self.path("C:\\setup.log")
        return path.read_bytes().decode("utf-16", "replace").strip() if path.exists() else ""

    def setup(self, program: Path | str, *options: str) -> tuple[int, str]:
        """Runs the installer without questions; /D= comes last and takes the rest of the line as it is."""
        self.path("C:\\setup.log").unlink(missing_ok=True)
        code, _ = self.run(str(program), "/S", "/LOG=C:\\setup.log", *options)
        self.settle()
        return code, self.log()


class Report:
    """What was done, how long it took, and whether it came out as it should."""

    def __init__(self, path: Path) -> None:
        self.path, self.failed = path, 0
        self.lines: list[str] = []

    def step(self, title: str, tried: Callable[[], tuple[bool, str]]) -> None:
        began = time.monotonic()
        try:
            well, said = tried()
        except (OSError, subprocess.SubprocessError) as error:
            well, said = False, str(error)
        self.failed += not well
        head = f"{'ok    ' if well else 'FAILED'} {title} ({time.monotonic() - began:.1f} s)"
        self.lines += [head, *(f"         {line}" for line in said.splitlines()[:6])]
        print("\n".join(self.lines[-1 - len(said.splitlines()[:6]) :]), flush=True)
        self.path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")


def stand_in(prefix: Prefix) -> None:
    """Gives wine the library that Windows 10 has; what is installed stays as it is."""
    target = prefix.folder / "drive_c" / "windows" / "system32" / "icuuc.dll"
    command = [
        "x86_64-w64-mingw32-gcc",
        "-shared",
        "-Os",
        "-s",
        str(HERE / "icu_stand_in.c"),
        "-o",
        str(target),
    ]
    subprocess.run(command, check=True)
