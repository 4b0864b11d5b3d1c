"""No file names a folder of the machine it was written on, nor the address of a package index."""

import re
from pathlib import Path

import pytest

from tests.architecture.checkout_files import ROOT, checkout_files

# Put together from parts so that this file does not hold what it looks for.
FOLDERS = tuple("/" + name + "/" for name in ("work", "root", "home", "Users"))
INDEX_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"), ("files", "pythonhosted", "org"), ("pypi", "python", "org"),
        ("registry", "npmjs", "org"), ("deb", "debian", "org"),
    )
)  # fmt: skip
# A folder name counts at the start of a path only: "and/or", "a/work/b" are words or relative paths.
_FOLDER = re.compile(r"(?<![\w./-])(?:" + "|".join(map(re.escape, FOLDERS)) + r")[\w.]")
_HOST = re.compile("|".join(map(re.escape, INDEX_HOSTS)))


def private_words(text: str) -> list[str]:
    """What in this text should not be there."""
    return [match[0] for pattern in (_FOLDER, _HOST) for match in pattern.finditer(text)]


def text_of(path: Path) -> str | None:
    """The content of a text file, or None for a binary one."""
    content = (ROOT / path).read_bytes()
    if b"\0" in content[:8192]:
        return None
    return content.decode("utf-8", errors="replace")


def test_no_file_names_a_private_folder_or_an_index() -> None:
    found = {}
    for path in checkout_files():
        text = text_of(path)
        if text is not None and (words := private_words(text)):
            found[str(path)] = words[:3]
    assert found == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_private_folder_is_seen(folder: str) -> None:
    assert private_words(f'path = "{folder}someone/x"')
    assert private_words(f"see file:{folder}x") == [f"{folder}x"]
    assert not private_words(f"its{folder}life balance")


@pytest.mark.parametrize("host", INDEX_HOSTS)
def test_an_index_is_seen(host: str) -> None:
    assert private_words(f"--index-url https://{host}/simple") == [host]
