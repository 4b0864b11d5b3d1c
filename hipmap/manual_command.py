"""`hipmap manual`: writes the manual as web pages, to be put on a server or a stick, or printed."""

import shutil
from pathlib import Path

from hipmap.exchange.manual_web import web_pages
from hipmap.model.problems import refusal
from hipmap.storage.assets import asset
from hipmap.storage.manual_files import CONTENTS, every_page, manual_page


def wrote_manual(folder: Path, language: str) -> list[str]:
    """Writes every page and picture into a new folder; gives the lines to print."""
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else (folder,)):
        raise refusal(str(folder), "there is something here already; name a folder that is new or empty")
    pages = {name: manual_page(name, language) for name in every_page()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in web_pages(pages, CONTENTS, language).items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    shutil.copytree(asset("manual/pictures"), folder / "pictures")
    return [f"{folder}: {len(pages)} pages; begin with {folder / 'index.html'}"]
