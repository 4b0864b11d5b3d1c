r"""Installs hipmap from the folder that this file lies in, without a network.

    python3 install.py [--target FOLDER] [--no-menu] [--check]

On Windows: py install.py
"""

# As bootstrap.py: every Python 3 still about must be able to read this file and be told.
import sys

OLDEST_PYTHON = (3, 11)


def main(arguments: "list[str]") -> int:
    """Checks the Python version, then hands over to the steps."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        sys.stderr.write(too_old(sys.version_info[:2], sys.executable))
        return 2
    sys.dont_write_bytecode = True  # the folder may be a stick that is only to be read
    try:
        from install_steps.commands import carry_out
    except ImportError as error:
        sys.stderr.write(incomplete(error.name or str(error), sys.executable))
        return 2
    return carry_out(arguments)


def too_old(version: "tuple[int, int]", executable: str) -> str:
    """What a person with an old Python reads."""
    wanted = ".".join(str(number) for number in OLDEST_PYTHON)
    present = ".".join(str(number) for number in version)
    return (
        f"hipmap cannot be installed: it needs Python {wanted} or newer; "
        f"this is Python {present} ({executable}).\n"
        f"Start this script with a newer one, for example: python{wanted} install.py\n"
    )


def incomplete(module: str, executable: str) -> str:
    """What a person reads where a module is missing: one of this folder, or of Python itself."""
    what, mend = f"{executable} lacks Python's own module {module}", "Install the whole of Python"
    if module.split(".")[0] in ("install_steps", "setup_steps"):
        what, mend = (
            f"{module.replace('.', '/')}.py is missing or damaged in its folder",
            "Copy or unpack it again",
        )
    return f"hipmap cannot be installed: {what}.\n{mend}, and start this script again.\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
