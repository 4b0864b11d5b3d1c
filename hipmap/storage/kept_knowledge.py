"""The knowledge as it was last read and checked, kept beside Python's compiled modules for the next start.

It is used only while nothing has changed that it was made of: the bytes of every knowledge file, and of the
modules that read, check and hold the knowledge. Python's own rules say where it lies and whether it may be
written, as for a compiled module, so whoever could change it could change the program. Even so nothing but
frozen values of hipmap is ever made from it: no other class is loaded, and no code is run.
"""

import copyreg
import hashlib
import importlib.util
import io
import pickle
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pydantic

import hipmap
from hipmap.model.frozen import Frozen
from hipmap.model.knowledge import Knowledge
from hipmap.storage.assets import asset
from hipmap.storage.whole_file import replace_file

_DIGEST = hashlib.sha256().digest_size


def _digest_of(paths: Iterable[Path]) -> bytes:
    digest = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        digest.update(f"\n{path.name} {len(content)}\n".encode() + content)
    return digest.digest()


def _modules() -> bytes:
    """A digest of the modules; a frozen program has none beside it, and there the version stands for them."""
    here = Path(__file__).parent
    folders = here, here.parent / "model"
    return _digest_of(path for folder in folders for path in sorted(folder.glob("*.py")))


_LOADED = _modules()  # as they are when the program loads them


def made_from() -> bytes:
    """Gives a digest of all that the knowledge is made from; OSError if a file cannot be read."""
    versions = f"{hipmap.__version__} {pydantic.VERSION} {sys.version}".encode()
    data = _digest_of(
        path for folder in ("body", "knowledge") for path in sorted(asset(folder).rglob("*.yaml"))
    )
    return hashlib.sha256(versions + _LOADED + data).digest()


def kept_knowledge(source: bytes) -> Knowledge | None:
    """Gives the kept knowledge if it was made from the same; None if there is none that can be used."""
    try:
        content = _file().read_bytes()
        held = content[2 * _DIGEST :]
        if content[: 2 * _DIGEST] != source + hashlib.sha256(held).digest():
            return None
        found = _Values(io.BytesIO(held)).load()
    except (OSError, NotImplementedError, pickle.UnpicklingError):
        return None
    return found if isinstance(found, Knowledge) else None


def keep_knowledge(knowledge: Knowledge, source: bytes) -> None:
    """Keeps the knowledge for the next start, where Python may keep its compiled modules.

    Not where a file was changed meanwhile: then nobody can say what the knowledge was made from.
    """
    if sys.dont_write_bytecode or _modules() != _LOADED or made_from() != source:
        return
    written = io.BytesIO()
    _Writer(written).dump(knowledge)
    held = written.getvalue()
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        replace_file(_file(), source + hashlib.sha256(held).digest() + held)
        _file().chmod(Path(__file__).stat().st_mode)  # to be read by all who may read this module
    except (OSError, NotImplementedError):
        return  # the next start reads the knowledge anew, as this one did


def _file() -> Path:
    """Where it is kept; NotImplementedError where Python keeps no compiled modules."""
    return Path(importlib.util.cache_from_source(__file__, optimization="")).with_suffix(".pickle")


class _Writer(pickle.Pickler):
    """Writes frozen values, which share what they say of the fields that were given: it is said few ways."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, protocol=5)
        self._given: dict[frozenset[str], set[str]] = {}

    def reducer_override(self, value: object) -> Any:
        if not isinstance(value, Frozen):
            return NotImplemented
        given = value.model_fields_set
        state = value.__getstate__()
        state["__pydantic_fields_set__"] = self._given.setdefault(frozenset(given), given)
        return copyreg.__newobj__, (type(value),), state  # type: ignore[attr-defined]  # as pickle does


class _Values(pickle.Unpickler):
    """Makes frozen values of hipmap and plain data, and nothing else."""

    def find_class(self, module: str, name: str) -> type[Frozen]:
        kind = getattr(sys.modules.get(module), name, None)
        if not (isinstance(kind, type) and issubclass(kind, Frozen)):
            raise pickle.UnpicklingError(f"{module}.{name} is no frozen value of hipmap")
        return kind
