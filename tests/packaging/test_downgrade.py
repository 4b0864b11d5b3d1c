"""An older hipmap does not go over a newer one, whose records it could not open."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from install_steps import place
from install_steps.installed_files import LIST
from release_steps import deb
from release_steps.release import Release
from setup_steps.obstacle import Obstacle

from tests.packaging.conftest import installed_before

IN_ORDER = ["0.9", "1.0.dev3", "1.0.0a1", "1.0.0b2", "1.0.0rc1", "1.0.0rc10", "1.0.0", "1.2.3", "1.10.0"]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these files are for Linux")


def test_versions_are_put_in_order() -> None:
    assert sorted(reversed(IN_ORDER), key=place.order_of) == IN_ORDER
    assert place.order_of("no version") < place.order_of("0.0.1.dev0")


@pytest.mark.parametrize("present", ["1.2.3", "1.2.2", "1.2.3rc1", "", "odd"])
def test_the_wheelhouse_goes_over_an_older_one(present: str, tmp_path: Path) -> None:
    (tmp_path / place.MARK).write_text(f"{present}\n")
    place.must_not_be_newer(tmp_path, "1.2.3")


@pytest.mark.parametrize("present", ["1.2.4", "1.10.0", "2.0.0rc1"])
def test_the_wheelhouse_does_not_go_over_a_newer_one(present: str, tmp_path: Path) -> None:
    installed_before(tmp_path, present)
    with pytest.raises(Obstacle, match=f"holds hipmap {present}, which is newer than 1.2.3"):
        place.must_fit(tmp_path, tmp_path, "1.2.3")


@linux_only
@pytest.mark.parametrize("present", ["1.2.4", "1.10.0", "2.0.0rc1"])
def test_the_file_that_installs_itself_does_not_go_over_a_newer_one(
    present: str, installer: Path, tmp_path: Path
) -> None:
    target = installed_before(tmp_path / "hip map", present)
    done = run(["sh", str(installer), "--target", str(target)])
    assert done.returncode == 2
    assert f"holds hipmap {present}, which is newer than 1.2.3" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert {path.name for path in target.iterdir()} == {"VERSION", LIST}


@linux_only
@pytest.mark.parametrize("present", ["1.2.3", "1.2.3rc9", "1.2.3.dev1", "0.10.0", ""])
def test_it_goes_over_an_older_one_and_over_the_same(present: str, installer: Path, tmp_path: Path) -> None:
    target = installed_before(tmp_path / "hip map", present)
    done = run(["sh", str(installer), "--target", str(target)])
    assert done.returncode == 0, done.stderr
    assert (target / "VERSION").read_text() == "1.2.3\n"


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="needs dpkg")
@pytest.mark.parametrize(
    ("step", "present", "code"),
    [
        ("upgrade", "1.0.0", 1), ("upgrade", "1.0.0~rc2", 1), ("upgrade", "1.0.0~rc1", 0),
        ("upgrade", "0.9", 0), ("install", "2.0", 0),
    ],
)  # fmt: skip
def test_the_package_does_not_go_over_a_newer_one(step: str, present: str, code: int, tmp_path: Path) -> None:
    release = Release("1.0.0rc1", 1_700_000_000)
    scripts = deb.maintainer_scripts(release)
    (tmp_path / "preinst").write_text(scripts["preinst"])
    done = run(["sh", str(tmp_path / "preinst"), step, present])
    assert done.returncode == code
    assert (f"hipmap {present} is installed, which is newer than 1.0.0~rc1" in done.stderr) == bool(code)
    assert "compare-versions" not in scripts["prerm"]


def run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)
