"""Where hipmap keeps what it keeps by itself, when it is carried on a stick or told another place."""

import os
from pathlib import Path

from hipmap.model.problems import BadInput
from hipmap.storage.policy.places import program_folders

VARIABLE = "HIPMAP_DATA"
MARKER, BESIDE_MARKER = "hipmap-portable.txt", "hipmap-data"


def own_data_folder() -> Path | None:
    """Gives the folder that a start script names, or the one beside a portable copy; else None.

    It holds the user's own settings and records, so the user may choose it; a policy is never read from it.
    """
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        try:
            return Path(named).expanduser().absolute()
        except RuntimeError as error:
            why = (
                f"{VARIABLE} names {named}, a home folder that nobody knows; give the whole path of a folder"
            )
            raise BadInput(why) from error
    return next((one / BESIDE_MARKER for one in program_folders() if (one / MARKER).is_file()), None)


def settings_folder() -> Path | None:
    """Gives the folder of the settings of a portable copy; None where the system's own place holds."""
    folder = own_data_folder()
    return None if folder is None else folder / "settings"


def log_folder() -> Path | None:
    folder = own_data_folder()
    return None if folder is None else folder / "log"


def records_parent() -> Path | None:
    """Gives the folder in which a portable copy makes new records."""
    folder = own_data_folder()
    return None if folder is None else folder / "records"


def written_for_moving(folder: str) -> str:
    """Gives a folder within a portable copy's data as it lies there, for that copy moves; any other whole."""
    own, path = own_data_folder(), Path(folder)
    if own is None or not path.is_absolute():
        return folder
    for within, around in ((path, own), (path.resolve(), own.resolve())):
        if within.is_relative_to(around):
            return within.relative_to(around).as_posix()
    return folder


def where_it_is_now(written: str) -> str | None:
    """Gives the folder that `written_for_moving` wrote; None for one in data that are not here."""
    if not written or Path(written).is_absolute():
        return written
    own = own_data_folder()
    return None if own is None else str(own / written)


def must_have_home() -> None:
    """Refuses to open a window for a user, as of a service, who has no folder to open and save in."""
    try:
        Path.home()
    except RuntimeError as error:
        raise BadInput(
            "the window needs a home folder, and this user has none: set HOME to a folder that can be "
            "written, or use `hipmap assess`, which needs none"
        ) from error
