"""What stops the set-up: a sentence for the person, instead of a traceback."""

from __future__ import annotations

import errno


class Obstacle(Exception):  # noqa: N818  # what stands in the way, not a fault of the program
    """Something that the person must mend; its text says what and how."""

    exit_code = 2


class FailedStep(Obstacle):
    """A check that did not pass; its text names the step."""

    exit_code = 1


def from_os_error(error: OSError, what: str) -> Obstacle:
    """The sentence for a failed file operation; `what` says what was being done."""
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Obstacle(
            f"The disk is full: {what}{place} did not succeed. About 1 GB must be free; "
            "make room and give the same command again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Obstacle(
            f"No right to write: {what}{place} was refused. Use a copy of hipmap in a folder "
            "that belongs to you, or ask its owner for the right to write."
        )
    return Obstacle(f"{what[:1].upper()}{what[1:]}{place} did not succeed: {error.strerror or error}.")
