r"""Sets up this machine for hipmap, then starts it or runs every check.

    python3 packaging/bootstrap.py run [ARGUMENTS OF HIPMAP]
    python3 packaging/bootstrap.py test

On Windows: py -3 packaging\bootstrap.py run
"""

# This file must be readable by every Python 3 still about (hence the quoted type), so that
# an old one is told what is wrong instead of meeting a syntax error. Newer syntax starts
# behind the check.
import sys

OLDEST_PYTHON = (3, 11)


def main(arguments: "list[str]") -> int:
    """Checks the Python version, then hands over to the steps."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        sys.stderr.write(too_old(sys.version_info[:2], sys.executable))
        return 2
    from setup_steps.commands import carry_out

    return carry_out(arguments)


def too_old(version: "tuple[int, int]", executable: str) -> str:
    """What a person with an old Python reads."""
    wanted = ".".join(str(number) for number in OLDEST_PYTHON)
    present = ".".join(str(number) for number in version)
    return (
        f"hipmap needs Python {wanted} or newer; this is Python {present} ({executable}).\n"
        f"Start this script with a newer one, for example: python{wanted} packaging/bootstrap.py run\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
