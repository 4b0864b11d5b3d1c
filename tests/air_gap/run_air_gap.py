"""Takes a program through every leg without a network, and prints what was traced.

    python -m tests.air_gap.run_air_gap [PROGRAM]

PROGRAM is an installed or frozen hipmap; that of this checkout, and the window in use, if it is left out.
"""

import sys
import tempfile
from pathlib import Path

from tests.air_gap.journey import LEGS, ROOT, from_sources, variables_of, window_tests
from tests.air_gap.traced import traced, why_not_here


def main(arguments: list[str]) -> int:
    """Prints a line for each leg; 1 if one tried a door or did not do its work."""
    if why_not_here():
        print(f"cannot be traced here: {why_not_here()}")
        return 2
    program = [str(Path(arguments[0]).resolve())] if arguments else from_sources()
    legs = [(leg.name, [*program, *leg.arguments], leg.words, leg.made) for leg in LEGS]
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        variables = variables_of(home) | ({} if arguments else {"PYTHONPATH": str(ROOT)})
        for name, command, words, made in legs:
            trace, done = traced(command, home / "log", variables, home, words)
            whole = done.returncode == 0 and (not made or (home / made).exists())
            bad += bool(trace.outward) or not whole
            print(f"{name}: {'done' if whole else 'NOT DONE ' + done.stderr[-300:]}; {trace.summary()}")
        if not arguments:
            trace, done = traced(window_tests(), home / "log", variables, ROOT)
            bad += bool(trace.outward) or done.returncode != 0
            print(f"window in use: {done.stdout.strip().splitlines()[-1]}; {trace.summary()}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
