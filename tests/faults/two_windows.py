"""Looks at records in a second window again and again while the first one writes.

    python -m tests.faults.two_windows FOLDER PATIENT

Ends when its input ends; prints how often it looked.
"""

import select
import sys
from pathlib import Path

from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.patients import find_patients, look_at_patient
from tests.faults.writing_child import here
from tests.storage.records.small_vaults import OWNER, PASSPHRASE


def main() -> None:
    """Looks, and says at the first look that it is there."""
    vault = open_vault(Path(sys.argv[1]), OWNER, PASSPHRASE, here())
    assert vault.read_only is not None
    looks = 0
    while True:
        look_at_patient(vault, sys.argv[2])
        find_patients(vault, "jorg")
        looks += 1
        if looks == 1:
            sys.stdout.write("looking\n")
            sys.stdout.flush()
        if select.select([sys.stdin], [], [], 0)[0]:
            break
    vault.lock()
    sys.stdout.write(f"{looks}\n")


if __name__ == "__main__":
    main()
