"""The set-up script's decisions: which Python, which system, and what a person reads when it stops."""

import errno
import hashlib
import io
import sys
from pathlib import Path

import bootstrap
import pytest
from setup_steps import carried_pip, checks, commands, environment, platform_floor, start
from setup_steps.layout import CARRIED_WHEELS
from setup_steps.obstacle import FailedStep, Obstacle, from_os_error
from setup_steps.platform_floor import Machine


@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_an_old_python_is_named_and_refused(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 0, "final", 0))
    assert bootstrap.main(["run"]) == 2
    said = capsys.readouterr().err
    assert f"this is Python {version[0]}.{version[1]}" in said
    assert "3.11 or newer" in said


@pytest.mark.parametrize(
    ("machine", "words"),
    [
        (Machine("linux", "x86_64", (2, 33)), ["glibc 2.34", "Debian 12", "has 2.33"]),
        (Machine("linux", "aarch64", (2, 36)), ["glibc 2.39", "Debian 13", "has 2.36"]),
        (Machine("linux", "x86_64", ()), ["GNU C library", "musl"]),
        (Machine("linux", "riscv64", (2, 40)), ["riscv64"]),
        (Machine("linux", "x86_64", (2, 40), bits=32), ["64-bit"]),
        (Machine("darwin", "aarch64", (12, 7)), ["macOS 13", "12.7"]),
        (Machine("win32", "x86_64", (17134,)), ["1809", "17134"]),
        (Machine("freebsd14", "x86_64", (2, 40)), ["freebsd14"]),
    ],
)
def test_a_system_below_the_floor_is_told_why(machine: Machine, words: list[str]) -> None:
    reason = platform_floor.complaint(machine)
    assert reason is not None
    assert [word for word in words if word not in reason] == []


@pytest.mark.parametrize(
    "machine",
    [
        Machine("linux", "x86_64", (2, 34)),
        Machine("linux", "x86_64", (2, 100)),
        Machine("linux", "aarch64", (2, 39)),
        Machine("darwin", "x86_64", (13, 0)),
        Machine("darwin", "aarch64", (26, 1)),
        Machine("win32", "aarch64", (26100,)),
    ],
)
def test_a_system_at_or_above_the_floor_is_accepted(machine: Machine) -> None:
    assert platform_floor.complaint(machine) is None


def test_this_machine_is_read() -> None:
    machine = platform_floor.this_machine()
    assert machine.version
    assert platform_floor.complaint(machine) is None


@pytest.mark.parametrize(("dotted", "numbers"), [("2.36", (2, 36)), ("", ()), ("2.36-foo", ())])
def test_versions_are_compared_as_numbers(dotted: str, numbers: tuple[int, ...]) -> None:
    assert platform_floor.numbers_in(dotted) == numbers


def test_the_carried_pip_is_whole() -> None:
    assert carried_pip.pip_program().name == "pip"


def test_a_damaged_pip_wheel_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / carried_pip.PIP_WHEEL
    whole = (CARRIED_WHEELS / carried_pip.PIP_WHEEL).read_bytes()
    assert hashlib.sha256(whole).hexdigest() == carried_pip.PIP_SHA256
    wheel.write_bytes(whole[:-1])
    with pytest.raises(Obstacle, match=r"damaged.*git checkout"):
        carried_pip.pip_program(tmp_path)


def test_a_lost_pip_wheel_is_named(tmp_path: Path) -> None:
    with pytest.raises(Obstacle, match=carried_pip.PIP_WHEEL):
        carried_pip.pip_program(tmp_path)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "No right to write"),
        (errno.EROFS, "No right to write"),
        (errno.EIO, "Setting up .venv"),
    ],
)
def test_a_failed_file_operation_becomes_a_sentence(number: int, words: str) -> None:
    assert words in str(from_os_error(OSError(number, "x", "y"), "setting up .venv"))


def test_hashes_are_enforced_and_nothing_is_built(tmp_path: Path) -> None:
    command = environment.pip_command(Path("python"), Path("pip"), Path("lock.txt"), None)
    assert {"--require-hashes", "--no-deps", "--only-binary", ":all:"} <= set(command)
    assert "--no-index" not in command
    offline = environment.pip_command(Path("python"), Path("pip"), Path("lock.txt"), tmp_path)
    assert offline[offline.index("--find-links") + 1] == str(tmp_path)
    assert "--no-index" in offline


def test_a_wheelhouse_is_one_with_more_than_pip(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    (first / carried_pip.PIP_WHEEL).touch()
    assert environment.find_wheelhouse((first, second)) is None
    (second / "x-1-py3-none-any.whl").touch()
    assert environment.find_wheelhouse((first, second)) == second


def test_settings_that_mislead_pip_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PIP_CERT", "certificate")
    kept = environment.clean_variables()
    assert "PIP_TARGET" not in kept
    assert kept["PIP_CERT"] == "certificate"


def test_a_folder_that_is_no_environment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work.txt").write_text("mine")
    with pytest.raises(Obstacle, match="no Python environment"):
        environment.ensure_environment(tmp_path, "run")
    assert (tmp_path / "work.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "vnc"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_asked_for_on_linux_only(system: str, variables: dict[str, str], expected: bool) -> None:
    assert start.has_display(system, variables) is expected


def test_a_failed_step_is_named() -> None:
    checks.judge("mypy", 0)
    with pytest.raises(FailedStep, match=r"'mypy'.*exit code 1"):
        checks.judge("mypy", 1)


def test_no_collected_test_is_a_failure() -> None:
    with pytest.raises(FailedStep, match="no test was collected"):
        checks.judge("tests without Qt", 5)


def test_the_last_steps_are_pytest_and_the_core_runs_without_qt(tmp_path: Path) -> None:
    for folder in ("assets", "tests/model", "tests/desktop", "tests/screens"):
        (tmp_path / folder).mkdir(parents=True)
    steps = checks.all_steps(tmp_path)
    names = [step.name for step in steps]
    assert names == [
        "ruff check", "ruff format", "mypy", "import layers", "yamllint", "screens", "tests",
        "tests without Qt",
    ]  # fmt: skip
    assert steps[-1].command[-1] == "tests/model"
    assert steps[-1].venv != steps[-2].venv
    assert steps[4].command[-1] == "assets"


def test_test_programs_are_read_from_pyproject() -> None:
    assert checks.wanted_programs('[tool.hipmap.test-programs]\nXvfb = "xvfb"') == {"Xvfb": "xvfb"}
    assert checks.wanted_programs("") == {}


def test_a_program_that_only_linux_has_is_not_asked_for_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    checks.ensure_test_programs({"no-such-program": "none"})
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("setup_steps.apt.is_here", lambda: False)
    with pytest.raises(Obstacle, match="the checks call no-such-program"):
        checks.ensure_test_programs({"no-such-program": "none"})


@pytest.mark.parametrize("arguments", [[], ["tset"], ["test", "--fast"]])
def test_a_mistyped_command_shows_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        commands.carry_out(arguments)
    assert stopped.value.code == 2
    assert "bootstrap.py test" in capsys.readouterr().err


def test_run_hands_hipmaps_own_options_on(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def recorded(rest: list[str]) -> int:
        seen.append(rest)
        return 0

    monkeypatch.setattr(start, "run", recorded)
    assert commands.carry_out(["run", "--help", "-x", "test"]) == 0
    assert seen == [["--help", "-x", "test"]]


@pytest.mark.parametrize(
    ("raised", "code", "words"),
    [
        (Obstacle("no room"), 2, "cannot be set up: no room"),
        (FailedStep("step 'mypy'"), 1, "FAILED: step 'mypy'"),
        (KeyboardInterrupt(), 130, "Interrupted"),
    ],
)
def test_what_stops_it_is_told_without_a_traceback(
    raised: BaseException, code: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> int:
        raise raised

    said = io.StringIO()
    monkeypatch.setattr(checks, "run_all", stop)
    monkeypatch.setattr(sys, "stderr", said)
    assert commands.carry_out(["test"]) == code
    assert words in said.getvalue()
    assert "Traceback" not in said.getvalue()
