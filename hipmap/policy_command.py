"""`hipmap policy`: what an administrator has fixed, whether a policy is right, and a new one to fill in."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from hipmap.model.policy import Policy
from hipmap.model.problems import BadInput, refusal
from hipmap.storage.data_folder import own_data_folder
from hipmap.storage.policy.changing import changed_policy
from hipmap.storage.policy.in_force import NO_OVERLAY, InForce, in_force, placed_policy
from hipmap.storage.policy.keys import KEYS
from hipmap.storage.policy.places import policy_places, who_could_change
from hipmap.storage.policy.reading import LARGEST_POLICY, ReadPolicy, read_policy
from hipmap.storage.policy.writing import policy_text
from hipmap.storage.whole_file import replace_file

_BAD_INPUT = 2


def told(options: argparse.Namespace) -> int:
    """Carries out one command; gives the exit code."""
    if options.what == "check":
        return _check(options.file)
    if options.what == "write":
        if options.change:
            return _change(options.file, options.keys)
        return _write(options.file, options.keys, force=options.force)
    for line in _shown(in_force()):
        print(line)
    return 0


def _shown(found: InForce) -> Iterator[str]:
    if found.path is None:
        places = " or ".join(str(place) for place in policy_places())
        yield f"no policy: every choice is the user's (one would lie at {places})"
    else:
        yield f"policy: {found.path}"
        yield f"sha256: {found.digest}"
        yield f"whom to ask: {found.who}"
        for why in who_could_change(found.path):
            yield f"warning: {why}; only an administrator should be able to"
    for key in KEYS:
        value = getattr(found.policy, key.field)
        line = found.lines.get(key.name)
        fixed = f"{key.name} = {_value(value)} (line {line})"
        yield fixed if line is not None else f"{key.name}: the user's choice"
    if (own := own_data_folder()) is not None:
        yield f"data of this portable copy: {own}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _check(path: Path) -> int:
    """Prints every problem with its place; notes are of what is right but may not be meant."""
    with path.open("rb") as file:
        content = file.read(LARGEST_POLICY + 1)
    read = read_policy(content)
    for problem in read.problems:
        print(f"{path.name}: {problem}")
    if read.problems:
        count = len(read.problems)
        raise BadInput(f"{path.name}: {count} problem{'s' * (count != 1)}, listed above")
    for note in _notes(read, path.absolute().parent):
        print(f"note: {note}")
    print(f"{path.name}: no problem found")
    return 0


def _notes(read: ReadPolicy, folder: Path) -> Iterator[str]:
    """Tries on this computer what a policy names; it may be meant for another one."""
    from hipmap.storage.translation_folders import languages_in, translations_folder

    policy = read.policy
    placed, of_another = placed_policy(read, folder)
    yield from (str(one) for one in of_another)
    there = ("en", *languages_in(translations_folder()))
    spoken = dict.fromkeys((*policy.languages, policy.first_language))
    yield from (f"there is no translation {one} here" for one in spoken if one not in (None, *there))
    for name, text in (("data.folder", placed.data_folder), ("backups.folder", placed.backup_folder)):
        if text is not None and not of_another and not Path(text).is_dir():
            yield f"{name}: {text} is not there now, on this computer"
    if policy.exports is not None and not {"handout", "print"} <= set(policy.exports):
        yield (
            'exports.allowed: without "handout" and "print" the page for the ambulance or the clinic '
            "does not come out of the printer at home"
        )
    if placed.overlay not in (None, NO_OVERLAY) and not of_another:
        _check_overlay(placed)


def _check_overlay(placed: Policy) -> None:
    """Checks the overlay as `hipmap knowledge check --overlay` does, and its digest."""
    import hashlib

    from hipmap.storage.knowledge_files import load_knowledge
    from hipmap.storage.overlay_reading import overlay_bytes, read_overlay

    path = Path(placed.overlay or "")
    path = path / "overlay.yaml" if path.is_dir() else path
    content = overlay_bytes(path)
    laid, problems = read_overlay(path, load_knowledge(), content)
    for problem in problems:
        print(problem)
    if laid is None:
        raise refusal("knowledge.overlay", f"{path}: this overlay would be refused; its problems stand above")
    digest = hashlib.sha256(content).hexdigest()
    if placed.overlay_sha256 not in (None, digest):
        raise refusal("knowledge.overlay_sha256", f"{path.name} has the digest {digest}")


def _write(path: Path, keys: list[str], *, force: bool) -> int:
    text = policy_text(keys)
    if path.exists() and not force:
        raise refusal(
            path.name,
            "there is such a file; give --change for these keys alone, --force to replace it as a whole",
        )
    _put(path, text.encode())
    print(f"{path}: written; put it at {policy_places()[0]} as an administrator")
    return 0


def _change(path: Path, keys: list[str]) -> int:
    """Gives keys other values in a policy that is there; whatever is wrong, it stays as it is."""
    if not keys:
        raise refusal("--change", "name what to change, as records.lock_minutes_most=10")
    with path.open("rb") as file:
        content = file.read(LARGEST_POLICY + 1)
    try:
        changed = changed_policy(content, keys)
    except BadInput as error:
        raise BadInput(f"{path.name}: {error}; nothing was changed") from error
    _put(path.resolve(), changed)
    print(f"{path}: changed; everything else in it is as it was")
    return 0


def _put(path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
        # Everybody must be able to read what holds for them.
        path.chmod(0o644)
    except OSError as error:
        why = error.strerror or str(error)
        raise refusal(
            str(path), f"this cannot be written ({why}); name another place or make room"
        ) from error
