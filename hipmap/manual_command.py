"""`hipmap manual`: writes the manual as web pages, to be put on a server or a stick, or printed."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from hipmap.exchange.manual_web import WebManual, web_pages
from hipmap.model.problems import BadInput, refusal
from hipmap.storage.assets import asset
from hipmap.storage.manual_files import CONTENTS, every_page, manual_page, page_language, picture_size

_PICTURES = "pictures"
# What the program writes into a page by itself, and the page that says it in files.
_GENERATED: Mapping[str, str] = {"keys": "keys_table"}


def wrote_manual(folder: Path, language: str) -> list[str]:
    """Writes all pages and pictures into a new or empty folder, or nothing; gives the lines to print."""
    if not _is_free(folder):
        raise refusal(str(folder), "there is something here already; name a folder that is new or empty")
    manual = _manual(language)
    made = web_pages(manual)
    try:
        _write(folder.absolute(), made)
    except OSError as error:
        why = error.strerror or str(error)
        raise refusal(
            str(folder), f"the manual cannot be written here ({why}); nothing was kept, name another folder"
        ) from None
    lines = [f"{folder}: {len(manual.pages)} pages; begin with {folder / 'index.html'}"]
    own = (language, language.partition("_")[0])
    others = [name for name, found in manual.languages.items() if found not in own]
    if others:
        lines.append(f"Not translated, and in English: {', '.join(others)}")
    return lines


def _is_free(folder: Path) -> bool:
    try:
        if folder.is_dir():
            return not any(folder.iterdir())
        return not folder.exists() and not folder.is_symlink()
    except OSError as error:
        raise refusal(str(folder), f"this folder cannot be looked into ({error.strerror})") from None


def _manual(language: str) -> WebManual:
    pages = every_page()
    try:
        pictures = sorted(asset(f"manual/{_PICTURES}").glob("*.png"))
        style = asset("manual/web.css").read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise BadInput(f"the manual is not whole ({error})") from None
    return WebManual(
        {name: manual_page(name, language) for name in pages},
        {name: page_language(name, language) for name in pages},
        CONTENTS,
        style,
        {path.name: picture_size(path) for path in pictures},
        {what: manual_page(name, language) for what, name in _GENERATED.items()},
    )


def _write(folder: Path, made: Mapping[str, str]) -> None:
    """Whatever stops it, the folder is as it was: not there, or empty."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        (folder / _PICTURES).mkdir(parents=True)
        for name, content in made.items():
            (folder / name).write_text(content, encoding="utf-8", newline="\n")
        for path in asset(f"manual/{_PICTURES}").glob("*.png"):
            shutil.copyfile(path, folder / _PICTURES / path.name)
    except BaseException:
        _take_back(missing[-1:] or list(folder.iterdir()))
        raise


def _take_back(written: Iterable[Path]) -> None:
    for one in written:
        if one.is_dir():
            shutil.rmtree(one, ignore_errors=True)
        else:
            one.unlink(missing_ok=True)
