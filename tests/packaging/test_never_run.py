"""What is written for systems that nobody here has: that it says so, can be read, and names what exists."""

import ast
import os
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from release_steps.frozen import INSIDE, QT_LIBRARIES
from release_steps.wheelhouse import PLATFORMS
from windows import starters

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
MACOS = PACKAGING / "macos"
CI = PACKAGING / "maintainers_ci.yml"
TRIAL = PACKAGING / "windows" / "try_on_windows.ps1"


@pytest.mark.parametrize("path", [MACOS / "build_macos.sh", MACOS / "hipmap_macos.spec", CI])
def test_it_says_that_it_was_never_run(path: Path) -> None:
    assert "NEVER RUN" in path.read_text(encoding="utf-8")[:400]


def test_the_trial_says_that_nobody_has_run_it() -> None:
    assert "Nobody has run it yet" in TRIAL.read_text(encoding="utf-8")[:400]


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_the_script_for_macos_refuses_another_system(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", str(MACOS / "build_macos.sh"), str(tmp_path / "o")],
        capture_output=True,
        text=True,
        check=False,
    )
    if "Darwin" not in done.stderr:
        assert (done.returncode, done.stdout) == (2, "")
        assert "needs a Mac" in done.stderr
    assert not (tmp_path / "o").exists()


def test_the_specification_is_python_and_takes_no_network() -> None:
    ast.parse((MACOS / "hipmap_macos.spec").read_text(encoding="utf-8"))
    with (MACOS / "entitlements.plist").open("rb") as content:
        granted = plistlib.load(content)
    assert not [name for name in granted if "network" in name]


def test_the_matrix_covers_both_systems_and_calls_what_is_there() -> None:
    jobs = yaml.safe_load(CI.read_text(encoding="utf-8"))["jobs"]
    systems = {os for job in jobs.values() for os in job.get("strategy", {}).get("matrix", {}).get("os", [])}
    assert {name.split("-")[0] for name in systems} == {"windows", "macos"}
    named = re.findall(r"packaging[/\\][\w./\\]+\.(?:py|ps1|sh|json)", CI.read_text(encoding="utf-8"))
    assert len(named) >= 4
    for name in named:
        assert (PACKAGING.parent / name.replace("\\", "/")).is_file(), name


def test_the_matrix_asks_for_the_python_and_says_so_where_it_is_not_given() -> None:
    text = CI.read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    inputs = read["on"]["workflow_dispatch"]["inputs"]
    assert set(inputs) == {"python_zip_address", "python_zip_sha256"}
    assert all(one["required"] for one in inputs.values())
    (fetch,) = (one for one in read["jobs"]["windows-build"]["steps"] if "curl" in str(one.get("run")))
    if shutil.which("bash") is None:
        pytest.skip("needs a shell")
    good = "https://example.org/python.zip", "a" * 64
    for address, digest, named in (
        ("", good[1], "address"),
        (good[0], "", "sha256"),
        (good[0], "x", "sha256"),
    ):
        given = {"PATH": os.defpath, "PYTHON_ZIP_ADDRESS": address, "PYTHON_ZIP_SHA256": digest}
        done = subprocess.run(
            ["bash", "-e", "-c", fetch["run"]], env=given, capture_output=True, text=True, check=False
        )
        assert (done.returncode, f"python_zip_{named} must be" in done.stderr) == (2, True)


def test_the_trial_tries_what_the_installer_promises() -> None:
    text = TRIAL.read_text(encoding="utf-8")
    titles = " ".join(re.findall(r"^ *Step '([^']+)'", text, re.MULTILINE))
    for wanted in ("silent install", "whole and runs", "data folder", "painted", "opens on the screen",
                   "hand-overs", "older version", "policy kept", "uninstall"):  # fmt: skip
        assert wanted in titles
    for opened, closed in ("()", "{}", "[]"):
        assert text.count(opened) == text.count(closed)
    assert text.isascii()  # without a mark, the PowerShell of Windows reads its own code page


def test_the_rehearsal_and_the_trial_use_options_of_the_installer() -> None:
    scripts = [*(PACKAGING / "windows").glob("*.ns[ih]")]
    script = "".join(path.read_text(encoding="utf-8") for path in scripts)
    known = set(re.findall(r'If\} \$R\d S?!?== "(/[A-Z]+)=?"', script)) | {"/S", "/D"}
    folder = PACKAGING / "windows" / "rehearsal"
    rehearsal = "".join((folder / name).read_text(encoding="utf-8") for name in ("rehearse.py", "wine.py"))
    used = set(re.findall(r"(?<![\w/])(/[A-Z]+)(?==|\b)", rehearsal + TRIAL.read_text(encoding="utf-8")))
    assert {"/LOG", "/DATA", "/D", "/S"} <= used
    assert used - {"/DATTA"} <= known  # that one is mistyped on purpose


def test_the_ci_may_only_read_and_says_to_pin_its_actions() -> None:
    text = CI.read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    assert told["permissions"] == {"contents": "read"}
    assert not [name for name, job in told["jobs"].items() if "permissions" in job]
    assert "pin the actions by commit" in text.partition("---")[0]


def test_the_ci_tries_every_wheelhouse_for_windows_and_macos_without_an_index() -> None:
    job = yaml.safe_load(CI.read_text(encoding="utf-8"))["jobs"]["wheelhouse-try"]
    tried = {one["wheelhouse"] for one in job["strategy"]["matrix"]["include"]}
    assert tried == {name for name in PLATFORMS if not name.startswith("linux")}
    (step,) = [one for one in job["steps"] if "run" in one]
    assert step["env"]["PIP_INDEX_URL"].startswith("http://127.0.0.1:")
    assert "install.py --check" in step["run"]
    assert "install.py --target" in step["run"]


def test_the_ci_asks_for_known_weaknesses_of_both_locks_strictly() -> None:
    steps = yaml.safe_load(CI.read_text(encoding="utf-8"))["jobs"]["audit"]["steps"]
    asked = [one["run"] for one in steps if "pip_audit" in one.get("run", "")]
    locks = ["requirements.lock", "packaging/requirements-build.lock"]
    assert [run.split()[-1] for run in asked] == locks
    assert all("--strict" in run for run in asked)


def pieces_of_python() -> list[str]:
    """What the script for macOS hands to Python."""
    text = (MACOS / "build_macos.sh").read_text(encoding="utf-8")
    return re.findall(r"<<'PYTHON'\n(.*?)^PYTHON$", text, re.DOTALL | re.MULTILINE)


def test_the_script_for_macos_draws_every_size_of_the_icon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This piece needs no Mac."""
    monkeypatch.setattr(starters, "build_python", lambda: Path(sys.executable))
    monkeypatch.setattr(sys, "argv", ["-", str(tmp_path)])
    drawing = next(piece for piece in pieces_of_python() if "draw_pictures" in piece)
    exec(compile(drawing, "build_macos.sh", "exec"), {})
    sizes = {}
    for path in tmp_path.iterdir():
        head = path.read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        sizes[path.name] = int.from_bytes(head[16:20], "big")
    plain = {f"icon_{size}x{size}.png": size for size in (16, 32, 128, 256, 512)}
    assert sizes == plain | {name.replace(".png", "@2x.png"): 2 * size for name, size in plain.items()}


def test_the_script_for_macos_tells_of_the_parts_for_macos() -> None:
    writing = next(piece for piece in pieces_of_python() if "write_notices(" in piece)
    calls = [node for node in ast.walk(ast.parse(writing)) if isinstance(node, ast.Call)]
    (call,) = [one for one in calls if isinstance(one.func, ast.Name) and one.func.id == "write_notices"]
    given = {word.arg: ast.literal_eval(word.value) for word in call.keywords}
    assert given == {"frozen": True, "system": "macos"}


def test_only_a_certificate_brings_the_hardened_runtime() -> None:
    """With it, and without a certificate, macOS would not load the libraries of the program itself."""
    text = (MACOS / "build_macos.sh").read_text(encoding="utf-8").replace("\\\n", "")
    signing = [line for line in text.splitlines() if line.strip().startswith("codesign --force")]
    assert len(signing) == 2
    for line in signing:
        assert ("--options runtime" in line) == ("$HIPMAP_SIGN_AS" in line)


def test_the_words_on_replacing_qt_name_the_places_where_it_lies() -> None:
    text = (PACKAGING.parent / "assets" / "licences" / "Qt.txt").read_text(encoding="utf-8")
    assert "`program\\site\\PySide6`" in text  # as windows/tree.py and the installer lay it
    assert 'tree / "site"' in (PACKAGING / "windows" / "tree.py").read_text(encoding="utf-8")
    assert "site-packages" not in text
    for words in (f"{INSIDE}/{QT_LIBRARIES}", "codesign --force --deep --sign -", "check_copy.py"):
        assert words in text
    assert "not tried" in text
