"""Puts a file in another's place only when it is complete: whatever stops it, one whole file is there."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Gives a file new content, on the disk before it takes the old file's name; OSError where it cannot."""
    replace_file_by(path, (content,))


def replace_file_by(path: Path, contents: Iterable[bytes]) -> None:
    """Gives a file new content part by part; whatever stops that, the old file stays."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            for content in contents:
                file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
