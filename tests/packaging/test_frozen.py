"""What goes into the frozen program and what stays out, and how the tools of the build are chosen."""

from pathlib import Path

import pytest
from release_steps import build_environment, frozen, kinds, release
from release_steps.trimming import LEFT_OUT, belongs
from setup_steps.lock import read_requirements, requirements_of
from setup_steps.obstacle import Obstacle

ROOT = Path(__file__).resolve().parents[2]
RUN_LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
BUILD_LOCK = build_environment.BUILD_LOCK.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtWidgets.abi3.so", "PySide6/Qt/lib/libQt6Gui.so.6", "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/translations/qtbase_de.qm", "PySide6/libpyside6.abi3.so.6.11", "libpython3.11.so.1.0",
        "libffi.so.8", "typst/_typst.abi3.so", "assets/body/zones.yaml",
        "shiboken6/libshiboken6.abi3.so.6.11",
        "pydantic_core/_pydantic_core.cpython-311-x86_64-linux-gnu.so", "pydantic-2.14.3.dist-info/METADATA",
        "python3.11/lib-dynload/_ctypes.cpython-311-x86_64-linux-gnu.so", "LICENSE",
    ],
)  # fmt: skip
def test_what_hipmap_loads_is_in_the_program(name: str) -> None:
    assert belongs(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtNetwork.abi3.so", "PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so", "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/networkinformation/libqglib.so", "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/Qt/translations/designer_de.qm", "libssl.so.3", "libX11.so.6", "libstdc++.so.6",
        "libGL.so.1",
        "libglib-2.0.so.0", "typst-0.15.2.dist-info/sboms/typst-py.cyclonedx.json",
    ],
)  # fmt: skip
def test_what_it_does_not_load_stays_out(name: str) -> None:
    assert not belongs(name)


def test_nothing_that_speaks_to_a_network_is_frozen() -> None:
    assert {"ssl", "_ssl", "asyncio", "_hashlib"} <= set(LEFT_OUT)


def test_modules_that_are_left_out_are_none_of_hipmaps(capsys: pytest.CaptureFixture[str]) -> None:
    import ast

    asked = set()
    for path in (ROOT / "hipmap").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                asked |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                asked.add(node.module)
    assert asked & set(LEFT_OUT) == set()


def test_a_list_of_files_names_only_those_that_are_there(tmp_path: Path) -> None:
    about = tmp_path / "x-1.dist-info"
    about.mkdir()
    (about / "LICENSE").write_text("text")
    (about / "RECORD").write_text("x/__init__.py,sha256=a,1\nx-1.dist-info/LICENSE,sha256=b,4\n")
    frozen.shorten_records(tmp_path)
    assert (about / "RECORD").read_text() == "x-1.dist-info/LICENSE,sha256=b,4\n"


def test_a_copy_is_the_same_and_another(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "file").write_text("x")
    made = frozen.copied(tmp_path / "one", tmp_path / "deep" / "two")
    assert (made / "file").read_text() == "x"
    (made / "file").unlink()
    assert (tmp_path / "one" / "file").exists()
    assert frozen.size_of(tmp_path) == 1


def test_the_tools_are_locked_by_hash_and_agree_with_what_runs() -> None:
    tools = read_requirements(BUILD_LOCK)
    assert {"pyinstaller", "hatchling", "cyclonedx-python-lib"} <= {one.name for one in tools}
    assert all("--hash=sha256:" in one.text for one in tools)
    assert "://" not in BUILD_LOCK
    together = build_environment.wanted(RUN_LOCK, BUILD_LOCK)
    assert len({one.name for one in together}) == len(together)
    assert {one.name for one in requirements_of("run", RUN_LOCK)} < {one.name for one in together}


def test_the_tools_are_those_of_pyproject() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {(one.name, one.version) for one in read_requirements(BUILD_LOCK)}
    for wanted in project["dependency-groups"]["build"]:
        name, _, version = wanted.partition("==")
        assert (name.partition("[")[0], version) in locked


def test_locks_that_disagree_are_refused() -> None:
    other = BUILD_LOCK.replace("typing-extensions==", "typing-extensions==9")
    with pytest.raises(ValueError, match="disagree about typing-extensions"):
        build_environment.wanted(RUN_LOCK, other)


def test_the_time_of_a_release_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert release.epoch_of_sources() == 1_700_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert release.epoch_of_sources() == 315_532_800  # a zip can hold no earlier time
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(Obstacle, match="number of seconds"):
        release.epoch_of_sources()


def test_the_version_is_that_of_the_program() -> None:
    import hipmap

    assert release.version_of_sources() == hipmap.__version__


@pytest.mark.parametrize(
    "arguments", [[], ["rpm"], ["deb"], ["wheelhouse", "-o", "x", "--platform", "amiga"]]
)
def test_a_mistyped_kind_shows_how_it_is_used(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        kinds.carry_out(arguments, "about")
    assert stopped.value.code == 2
    assert "usage: build.py" in capsys.readouterr().err


def test_sums_are_written_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.deb").write_bytes(b"")
    assert kinds.carry_out(["sums", "-o", str(tmp_path)], "about") == 0
    assert (tmp_path / "SHA256SUMS").read_text().endswith("  a.deb\n")
    assert kinds.carry_out(["sums", "-o", str(tmp_path / "absent")], "about") == 2
    assert "build: " in capsys.readouterr().err
