"""Hipmap's own files are found from a checkout, an installed layout and a frozen program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hipmap.storage.assets import asset, assets_folder
from tests.case_builders import ROOT

SHOW = (
    "import hipmap; from hipmap.storage.assets import assets_folder; "
    "from hipmap.storage.knowledge_files import load_knowledge; "
    "print(hipmap.__file__); print(assets_folder()); print(len(load_knowledge().findings))"
)


def copy_package(folder: Path) -> Path:
    """The package without the window, as pip would lay it out, and without any assets."""
    without = shutil.ignore_patterns("__pycache__", "desktop", "app.py")
    return Path(shutil.copytree(ROOT / "hipmap", folder / "hipmap", ignore=without))


def copy_assets(folder: Path) -> Path:
    """The assets that need no window."""
    shutil.copytree(ROOT / "assets" / "knowledge", folder / "assets" / "knowledge")
    (folder / "assets" / "body").mkdir()
    for name in ("zones.yaml", "own_words.yaml"):
        shutil.copy(ROOT / "assets" / "body" / name, folder / "assets" / "body")
    return folder / "assets"


def run(site: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python with this folder as its only place to find hipmap."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_checkout_uses_the_assets_beside_the_package() -> None:
    assert assets_folder() == ROOT / "assets"
    assert asset("body/zones.yaml") == ROOT / "assets" / "body" / "zones.yaml"


def test_an_installed_package_uses_the_assets_inside_it(tmp_path: Path) -> None:
    package = copy_package(tmp_path)
    assets = copy_assets(package)
    done = run(tmp_path, SHOW)
    assert done.returncode == 0, done.stderr
    module, folder, findings = done.stdout.splitlines()
    assert (Path(module), Path(folder)) == (package / "__init__.py", assets)
    assert int(findings) >= 60


def test_a_frozen_program_uses_the_assets_it_carries(tmp_path: Path) -> None:
    copy_package(tmp_path)
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    carried = copy_assets(bundle)
    done = run(tmp_path, f"import sys; sys._MEIPASS = sys.argv[1]; {SHOW}", str(bundle))
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.splitlines()[1]) == carried


def test_a_damaged_installation_says_so_in_one_line(tmp_path: Path) -> None:
    copy_package(tmp_path)
    done = run(tmp_path, "import sys; from hipmap.command_line import main; sys.exit(main(['vocabulary']))")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "hipmap: hipmap's own files are missing: install hipmap again\n"


def test_a_missing_asset_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/NoSuchFont\.otf is missing: install hipmap again"):
        asset("fonts/NoSuchFont.otf")


@pytest.mark.parametrize(
    "name",
    [
        "../pyproject.toml",
        "body/../../pyproject.toml",
        "..",
        "/etc/passwd",
        "..\\pyproject.toml",
        "body\\zones.yaml",
    ],
)
def test_a_name_that_leaves_the_folder_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of an asset"):
        asset(name)
