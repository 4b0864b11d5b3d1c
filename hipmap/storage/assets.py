"""Finds the files that come with hipmap: from a checkout, an installed wheel or a frozen program."""

import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def assets_folder() -> Path:
    """Gives the folder of all assets; FileNotFoundError if the installation is damaged."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "assets", package.parent / "assets"]
    if frozen:
        candidates.insert(0, Path(frozen) / "assets")
    for folder in candidates:
        if (folder / "knowledge").is_dir():
            return folder
    raise FileNotFoundError("hipmap's own files are missing: install hipmap again")


def asset(name: str) -> Path:
    """Gives the path of an asset by its name with forward slashes, such as `body/zones.yaml`.

    ValueError for a name that leaves the folder; FileNotFoundError if there is no such asset.
    """
    folder = assets_folder()
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or "\\" in name:
        raise ValueError(f"not the name of an asset: {name}")
    path = folder.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"hipmap's file {name} is missing: install hipmap again")
    return path
