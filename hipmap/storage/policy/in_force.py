"""The policy that is in force: read once, and refused as a whole where anything in it is wrong."""

import os
import stat
import sys
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hipmap.model.policy import Policy
from hipmap.model.problems import BadInput, refusal
from hipmap.storage.policy.places import policy_places

if TYPE_CHECKING:  # Read only where there is a policy.
    from collections.abc import Mapping

    from hipmap.storage.policy.reading import PolicyProblem, ReadPolicy

_LONGEST = 230  # whom to tell must still stand in the line
_FOLDERS = ("data_folder", "backup_folder", "overlay")
NO_OVERLAY = "none"  # a file of this name is ./none


class PolicyRefused(BadInput):
    """The policy cannot be used; hipmap does not work until it is mended."""


@dataclass(frozen=True)
class InForce:
    """The policy, its file (None where there is none), its bytes' digest, and the line of each key."""

    policy: Policy = field(default_factory=Policy)
    path: Path | None = None
    digest: str = ""
    lines: "Mapping[str, int]" = field(default_factory=lambda: MappingProxyType({}))

    @property
    def who(self) -> str:
        """Names whom to ask."""
        return self.policy.contact or "whoever looks after this computer"


@lru_cache(maxsize=1)
def in_force() -> InForce:
    """Gives the policy of this computer; PolicyRefused where it cannot be used."""
    for path in policy_places():
        content = content_at(path)
        if content is not None:
            return _checked(path, content)
    return InForce()


def has_changed() -> bool:
    """Whether another policy lies there now than the one that is in force, or none, or one that is wrong."""
    found = in_force()
    try:
        for path in policy_places():
            content = content_at(path)
            if content is not None:
                return (path, _digest(content)) != (found.path, found.digest)
    except PolicyRefused:
        return True
    return found.path is not None


def _digest(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()


def content_at(path: Path) -> bytes | None:
    """Gives the bytes; None where nothing of this name is there, and nowhere else."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError) as error:
        folder = path.parent
        if os.path.lexists(folder) and not folder.is_dir():
            raise _refused(path, f"{folder} must be a folder, and is none", "") from error
        return None
    except OSError as error:
        raise _refused(path, f"it cannot be read ({error.strerror})", "") from error
    from hipmap.storage.policy.reading import LARGEST_POLICY

    try:
        # What is no file could keep the reader waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _refused(path, "it is no file", "")
        with path.open("rb") as file:
            return file.read(LARGEST_POLICY + 1)
    except OSError as error:
        raise _refused(path, f"it cannot be read ({error.strerror})", "") from error


def _checked(path: Path, content: bytes) -> InForce:
    from hipmap.storage.policy.reading import read_policy

    read = read_policy(content)
    if read.problems:
        raise _refused(path, first_problem(read.problems), read.policy.contact)
    placed, wrong = placed_policy(read, path.parent)
    if wrong:
        raise _refused(path, str(wrong[0]), read.policy.contact)
    return InForce(placed, path, _digest(content), read.lines)


def first_problem(problems: "tuple[PolicyProblem, ...]") -> str:
    """Gives the first problem, and how many more there are."""
    more = f" ({len(problems) - 1} more: run `hipmap policy check FILE`)" if len(problems) > 1 else ""
    return f"{problems[0]}{more}"


def placed_policy(read: "ReadPolicy", folder: Path) -> "tuple[Policy, tuple[PolicyProblem, ...]]":
    """Gives the policy with paths from the root, and which of them are of another system."""
    from hipmap.storage.policy.keys import KEYS
    from hipmap.storage.policy.reading import PolicyProblem

    wrong, placed = [], dict[str, Any]()
    for key in KEYS:
        text = getattr(read.policy, key.field)
        if key.field not in _FOLDERS or text is None or (key.field == "overlay" and text == NO_OVERLAY):
            continue
        if _is_of_another_system(text):
            what = f"{text} is a path of another system"
            wrong.append(PolicyProblem(read.lines[key.name], 1, key.name, what))
        placed[key.field] = str(folder / text)
    return replace(read.policy, **placed), tuple(wrong)


def _is_of_another_system(text: str) -> bool:
    windows, posix = PureWindowsPath(text).drive != "", PurePosixPath(text).is_absolute()
    return posix and not windows if sys.platform == "win32" else windows and not posix


def _refused(path: Path, what: str, contact: str) -> PolicyRefused:
    who = contact or "whoever looks after this computer"
    said = what if len(what) <= _LONGEST else f"{what[: _LONGEST - 1]}…"
    sentence = (
        f"{said}{'' if said.endswith('?') else '.'} hipmap does not work under such a policy; tell {who}"
    )
    return PolicyRefused(str(refusal(str(path), sentence)))
