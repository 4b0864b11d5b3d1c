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


def must_have_home() -> None:
    """Refuses to open a window for a user, as of a service, who has no folder to open and save in."""
    try:
        Path.home()
    except RuntimeError as error:
        raise BadInput(
            "the window needs a home folder, and this user has none: set HOME to a folder that can be "
            "written, or use `hipmap assess`, which needs none"
        ) from error
