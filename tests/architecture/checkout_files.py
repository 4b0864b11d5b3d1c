"""Lists the files that belong to the checkout, with git where it is and without it where it is not."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Without git (an unpacked archive): what .gitignore leaves out.
IGNORED_NAMES = frozenset(
    {
        ".git", ".venv", ".venv-build", ".venv-core", ".hypothesis", ".import_linter_cache", ".mypy_cache",
        ".pytest_cache", ".ruff_cache", "__pycache__", "uv.lock", ".DS_Store",
    }
)  # fmt: skip
IGNORED_AT_TOP = frozenset({"build", "dist", "wheels"})


def checkout_files(root: Path = ROOT) -> list[Path]:
    """Tracked files and new ones that are not ignored, relative to the root."""
    listed = _listed_by_git(root)
    found = _walked(root) if listed is None else listed
    return sorted(path for path in found if (root / path).is_file())


def _listed_by_git(root: Path) -> list[Path] | None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError:
        return None
    if done.returncode != 0 or not (root / ".git").exists():
        return None
    return [Path(os.fsdecode(name)) for name in done.stdout.split(b"\0") if name]


def _walked(root: Path) -> list[Path]:
    found: list[Path] = []
    for folder, folders, files in os.walk(root):
        relative = Path(folder).relative_to(root)
        dropped = IGNORED_NAMES | (IGNORED_AT_TOP if relative == Path() else frozenset())
        folders[:] = [name for name in folders if name not in dropped and not name.endswith(".egg-info")]
        found += [relative / name for name in files if name not in dropped and not name.endswith(".pyc")]
    return found
