"""What `build.py windows` makes, one after the other."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from release_steps.release import Release

from windows.carried_copy import write_carried_copy
from windows.installer import write_installer
from windows.pinned_python import chosen_python
from windows.tree import lay_out


def steps_for(folder: Path, release: Release, archive: Path) -> Iterator[Callable[[], Path]]:
    """The program's folder, the installer, the archive; refused first where the Python is not pinned."""
    python = chosen_python(archive)
    tree = folder / f"windows-{python.use}"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir()
    yield partial(lay_out, tree, python, release)
    yield partial(write_installer, tree, folder, release, python)
    yield partial(write_carried_copy, tree, folder, release, python)
