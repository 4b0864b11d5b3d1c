"""Which system libraries are missing, and which Debian or Ubuntu package is named for each."""

from collections.abc import Mapping

import pytest
from setup_steps import apt, checks, system_libraries
from setup_steps.obstacle import Obstacle
from setup_steps.system_libraries import FOR_CHECKS, OFFSCREEN, WAYLAND, X11


def test_missing_ones_are_found_in_order() -> None:
    present = {"libGL.so.1", "libdbus-1.so.3"}
    assert system_libraries.missing(OFFSCREEN, present.__contains__) == [
        "libEGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1", "libglib-2.0.so.0",
    ]  # fmt: skip


def test_the_loader_knows_a_real_library_from_an_invented_one() -> None:
    assert system_libraries.missing(["libhipmap-invented.so.7"]) == ["libhipmap-invented.so.7"]


@pytest.mark.parametrize(
    ("known", "package"),
    [
        ({"libglib2.0-0"}, "libglib2.0-0"),
        ({"libglib2.0-0t64"}, "libglib2.0-0t64"),
        ({"libglib2.0-0", "libglib2.0-0t64"}, "libglib2.0-0t64"),
        (set(), "libglib2.0-0"),
    ],
)
def test_the_package_has_the_name_that_this_system_knows(known: set[str], package: str) -> None:
    assert system_libraries.packages_for(["libglib-2.0.so.0"], OFFSCREEN, known.__contains__) == [package]


def test_every_library_has_a_package() -> None:
    for libraries in (OFFSCREEN, X11, WAYLAND, FOR_CHECKS):
        assert len(system_libraries.packages_for(libraries, libraries, lambda _: True)) == len(libraries)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"DISPLAY": ":0"}, OFFSCREEN | X11),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, OFFSCREEN | X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, OFFSCREEN | WAYLAND),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, OFFSCREEN),
        ({}, OFFSCREEN),
    ],
)
def test_a_window_asks_for_the_libraries_of_its_display(
    variables: dict[str, str], expected: dict[str, tuple[str, ...]]
) -> None:
    assert system_libraries.libraries_for(variables) == expected


def test_the_library_that_an_import_lacks_is_named() -> None:
    traceback = "Traceback:\nImportError: libEGL.so.1: cannot open shared object file: No such file"
    assert "libEGL.so.1" in system_libraries.explain_import_failure(traceback)
    assert "odd" in system_libraries.explain_import_failure("Traceback\nImportError: odd\n")
    assert system_libraries.explain_import_failure("")


def test_who_is_not_root_gets_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "is_root", lambda: False)
    with pytest.raises(Obstacle, match=r"\n  sudo apt-get install --no-install-recommends libegl1 libgl1\n"):
        apt.install_or_tell(["libegl1", "libgl1"])


def test_root_installs_without_being_asked_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def recorded(arguments: list[str]) -> int:
        given.append(arguments)
        return 0

    monkeypatch.setattr(apt, "is_root", lambda: True)
    monkeypatch.setattr(apt, "_apt_get", recorded)
    apt.ensure_lists()
    apt.install_or_tell(["libegl1"])
    assert given == [["update"], ["install", "--yes", "--no-install-recommends", "libegl1"]]


def test_a_failing_apt_stops_the_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "is_root", lambda: True)
    monkeypatch.setattr(apt, "_apt_get", lambda _: 100)
    with pytest.raises(Obstacle, match="apt-get update"):
        apt.ensure_lists()
    with pytest.raises(Obstacle, match="libegl1"):
        apt.install_or_tell(["libegl1"])


def test_without_apt_the_files_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "is_here", lambda: False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(Obstacle, match=r"libinvented\.so\.1"):
        system_libraries.ensure_libraries({"libinvented.so.1": ("libinvented1",)})


class FreshMachine:
    """A Debian where nothing is installed yet: which packages apt is asked for, and what they bring."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, holds: Mapping[str, str], *, root: bool) -> None:
        self.installed: list[str] = []
        self._holds = holds
        monkeypatch.setattr("sys.platform", "linux")
        monkeypatch.setattr(apt, "is_here", lambda: True)
        monkeypatch.setattr(apt, "is_root", lambda: root)
        monkeypatch.setattr(apt, "knows", lambda package: package in holds.values())
        monkeypatch.setattr(apt, "_apt_get", self._apt_get)
        monkeypatch.setattr(system_libraries, "_loads", lambda name: holds[name] in self.installed)

    def _apt_get(self, arguments: list[str]) -> int:
        self.installed += set(self._holds.values()).intersection(arguments)
        return 0


DEBIAN = {
    library: next(name for name in names if not name.endswith("t64")) for library, names in FOR_CHECKS.items()
}


def prepared_by_the_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Goes through the set-up of the checks, without environments, programs and the checks themselves."""
    for name in ("ensure_environment", "ensure_test_programs", "prove_qt_loads"):
        monkeypatch.setattr(checks, name, lambda *_: None)
    monkeypatch.setattr(checks, "all_steps", lambda _: [])
    assert checks.run_all() == 0


def test_the_checks_install_all_that_they_need_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = FreshMachine(monkeypatch, DEBIAN, root=True)
    prepared_by_the_checks(monkeypatch)
    assert set(machine.installed) == {*DEBIAN.values()}
    assert "libgomp1" in machine.installed
    told = capsys.readouterr().out
    assert "The checks need libraries" in told
    assert "libgomp.so.1" in told
    assert "Qt needs" not in told


def test_the_checks_tell_who_may_not_install_of_every_package(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = FreshMachine(monkeypatch, DEBIAN, root=False)
    with pytest.raises(Obstacle) as told:
        prepared_by_the_checks(monkeypatch)
    assert all(package in str(told.value) for package in DEBIAN.values())
    assert machine.installed == []


def test_the_checks_without_apt_do_not_blame_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    FreshMachine(monkeypatch, DEBIAN, root=True)
    monkeypatch.setattr(apt, "is_here", lambda: False)
    with pytest.raises(Obstacle, match=r"^The checks need .*libgomp\.so\.1\."):
        prepared_by_the_checks(monkeypatch)


@pytest.mark.parametrize("variables", [{}, {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_a_window_needs_nothing_that_only_the_checks_need(variables: dict[str, str]) -> None:
    assert "libgomp.so.1" not in system_libraries.libraries_for(variables)
