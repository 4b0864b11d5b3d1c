"""The two commands of the set-up script, and how an obstacle on their way is told."""

from __future__ import annotations

import sys

from setup_steps import checks, start
from setup_steps.obstacle import FailedStep, Obstacle
from setup_steps.platform_floor import require_this_machine

INTERRUPTED = 130
USAGE = """\
python3 packaging/bootstrap.py run [ARGUMENTS OF HIPMAP]   set up what hipmap needs in .venv and start it
python3 packaging/bootstrap.py test                        set up what the checks need and run them all"""


def carry_out(arguments: list[str]) -> int:
    """Runs one command; the result is the exit code."""
    command, rest = _read(arguments)
    try:
        require_this_machine()
        if command == "run":
            return start.run(rest)
        return checks.run_all()
    except FailedStep as failure:
        print(f"\nFAILED: {failure}", file=sys.stderr, flush=True)
        return failure.exit_code
    except Obstacle as obstacle:
        print(f"\nhipmap cannot be set up: {obstacle}", file=sys.stderr, flush=True)
        return obstacle.exit_code
    except KeyboardInterrupt:
        print("\nInterrupted; the same command goes on from here.", file=sys.stderr, flush=True)
        return INTERRUPTED


def _read(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, and what is handed on to hipmap untouched (so argparse must not see its options)."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command in ("-h", "--help"):
        print(USAGE)
        sys.exit(0)
    if command not in ("run", "test") or (command == "test" and rest):
        print(USAGE, file=sys.stderr)
        sys.exit(Obstacle.exit_code)
    return command, rest
