"""A Qt that finds no screen it can use: one sentence and exit code 2, where it would abort the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hipmap.desktop import refused_platform
from hipmap.storage import told_without_window

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and its libraries")
ROOT = Path(__file__).resolve().parents[2]


@linux_only
def test_a_screen_that_does_not_answer_is_told_in_one_sentence() -> None:
    taken_away = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "PATH")
    variables = {name: value for name, value in os.environ.items() if name not in taken_away}
    done = subprocess.run(
        [sys.executable, "-m", "hipmap"], cwd=ROOT, env={**variables, "DISPLAY": ":987654"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    # A machine for tests may lack what X11 needs; then that is what the sentence says.
    assert line.startswith(("hipmap: no screen answers (DISPLAY=:987654)", "hipmap: the window cannot open"))


@linux_only
def test_libraries_that_the_system_lacks_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = tmp_path / "ldd"
    stand_in.write_text(
        "#!/bin/sh\nprintf '\\tlibxcb-cursor.so.0 => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x0)\\n'\n"
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused_platform.missing_libraries() == ["libxcb-cursor.so.0"]
    why = refused_platform.why_no_platform()
    assert why.startswith("the window cannot open, because this system lacks libxcb-cursor.so.0;")
    assert "sudo apt install" in why


@linux_only
@pytest.mark.parametrize(
    ("variables", "boxes"),
    [({"DISPLAY": ":1"}, 1), ({}, 0), ({"DISPLAY": ":1", "QT_QPA_PLATFORM": "offscreen"}, 0)],
)
def test_who_sees_no_terminal_is_told_in_a_box(
    variables: dict[str, str], boxes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "kdialog").write_text("")
    (tmp_path / "kdialog").chmod(0o755)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**variables, "PATH": str(tmp_path), "LD_LIBRARY_PATH": "/of/the/program"}.items():
        monkeypatch.setenv(name, value)
    shown: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr("subprocess.Popen", lambda command, env, **_: shown.append((command, env)))
    told_without_window.tell_without_window("it cannot.")
    assert capsys.readouterr().err == "hipmap: it cannot.\n"
    assert [command for command, _ in shown] == [["kdialog", "--error", "hipmap: it cannot."]] * boxes
    assert not any("LD_LIBRARY_PATH" in env for _, env in shown)
