"""What a policy forbids, asked at the one place where each thing is done."""

import hashlib
from pathlib import Path

from hipmap.model.problems import BadInput, refusal
from hipmap.storage.policy.in_force import NO_OVERLAY, in_force


def may_export(kind: str) -> bool:
    """Whether this may leave hipmap as a file, on paper or by the clipboard: one of EXPORT_KINDS."""
    allowed = in_force().policy.exports
    return allowed is None or kind in allowed


def must_may_export(kind: str) -> None:
    """Refuses what the policy keeps in."""
    if not may_export(kind):
        raise fixed_by("exports.allowed", f"{kind} may not leave hipmap on this computer")


def fixed_by(key: str, what: str) -> BadInput:
    """Gives the refusal of something that a key of the policy forbids, with whom to ask."""
    found = in_force()
    return refusal(what, f"the policy {found.path} says so ({key}); ask {found.who}")


def governed_records() -> Path | None:
    """Gives the folder in which new records must be made, if one is fixed."""
    folder = in_force().policy.data_folder
    return None if folder is None else Path(folder)


def governed_country(asked: str | None) -> str | None:
    """Gives the country whose numbers are told; another than the policy's is refused."""
    fixed = in_force().policy.country
    if fixed is not None and asked not in (None, fixed):
        raise fixed_by("country.emergency", f"--country {asked}: only {fixed} is told here")
    return fixed or asked


def governed_overlay(asked: Path | None) -> Path | None:
    """Gives the overlay that the policy fixes, or the one that was asked for."""
    fixed = in_force().policy.overlay
    if fixed is None:
        return asked
    if asked is not None:
        raise fixed_by("knowledge.overlay", f"--overlay {asked.name}: only the clinic’s overlay is used here")
    path = Path(fixed)
    return path / "overlay.yaml" if path.is_dir() else path


def keeps_overlays_out(asked: Path | None) -> bool:
    """Whether hipmap's own knowledge alone is used; an overlay that was asked for is refused then."""
    if in_force().policy.overlay != NO_OVERLAY:
        return False
    if asked is not None:
        raise fixed_by("knowledge.overlay", f"--overlay {asked.name}: no overlay is used here")
    return True


def approved_content(overlay: Path) -> bytes:
    """Gives the bytes of the overlay; refuses another than the one whose digest the policy says, or none."""
    from hipmap.storage.overlay_reading import LARGEST

    try:
        # What is no file, or has no end, could keep the reader waiting for ever.
        if overlay.exists() and not overlay.is_file():
            raise fixed_by("knowledge.overlay", f"{overlay} is needed and is no plain file")
        with overlay.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise fixed_by(
            "knowledge.overlay", f"{overlay} is needed and cannot be read ({error.strerror})"
        ) from error
    if len(content) > LARGEST:
        raise fixed_by("knowledge.overlay", f"{overlay} is too large for an overlay")
    wanted = in_force().policy.overlay_sha256
    if wanted is not None and hashlib.sha256(content).hexdigest() != wanted:
        raise fixed_by("knowledge.overlay_sha256", f"{overlay} is not the overlay that was approved")
    return content


def offered(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Gives the languages that the policy offers of those that there are; English where it offers none."""
    allowed = in_force().policy.languages
    return tuple(one for one in languages if not allowed or one in allowed) or languages[:1]
