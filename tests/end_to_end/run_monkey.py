"""Lets a monkey loose on the real window: `python -m tests.end_to_end.run_monkey 20000 7` (events, seed)."""

import faulthandler
import os
import sys
import tempfile
import traceback
from pathlib import Path

from tests.end_to_end.made_up_clinic import made_up_clinic
from tests.end_to_end.monkey import Monkey, tame
from tests.screens.stage import qt_messages, stage

CHECKED_EVERY = 50
UNDONE_EVERY = 500


def main(events: int, seed: int) -> int:
    """Prints what broke and what had been done just before; exit code 1 then."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder, qt_messages() as heard, stage() as on:
        sys.excepthook = lambda *what: faults.append("".join(traceback.format_exception(*what)))
        tame(on.person.document)
        clinic = made_up_clinic(on.person, Path(folder))
        clinic.enter()
        on.go_to("consultation")
        monkey = Monkey(on.person, seed, clinic)
        for number in range(1, events + 1):
            try:
                monkey.act()
                if number % CHECKED_EVERY == 0:
                    monkey.check()
                if number % UNDONE_EVERY == 0:
                    monkey.check_way_back()
                    print(f"{number} events", flush=True)
            except Exception:
                faults.append(traceback.format_exc())
            if faults or heard:
                print(f"event {number} of seed {seed} broke it:", *faults, *heard, "before it:", sep="\n")
                print(*monkey.done, sep="\n")
                on.person.session.undo_stack.setClean()
                return 1
        on.person.session.undo_stack.setClean()
    print(f"{events} events of seed {seed}: nothing broke; it was at", dict(monkey.been.most_common()))
    return 0


if __name__ == "__main__":
    faulthandler.enable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
