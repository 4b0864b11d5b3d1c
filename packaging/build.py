r"""Makes what a release consists of (for maintainers; needs the package index once, for its tools).

    python3 packaging/build.py packages   -o FOLDER   the wheel and the sdist
    python3 packaging/build.py wheelhouse -o FOLDER   [--platform NAME ...] [--python 3.11 ...]
    python3 packaging/build.py program    -o FOLDER   the one-folder program for this Linux
    python3 packaging/build.py linux      -o FOLDER   .deb, .run and portable archive of that program
    python3 packaging/build.py windows    -o FOLDER --python ZIP   setup.exe and portable zip (made on Linux)
    python3 packaging/build.py notices                brings assets/licences/rust_libraries.txt up to date
    python3 packaging/build.py sums       -o FOLDER   SHA256SUMS of what lies there

SOURCE_DATE_EPOCH (else the time of the last commit) is the time that all files bear; the same sources
give the same bytes.
"""

# As packaging/bootstrap.py: an old Python must be able to read this far and be told.
import sys

OLDEST_PYTHON = (3, 11)

if __name__ == "__main__":
    if sys.version_info[:2] < OLDEST_PYTHON:
        sys.stderr.write("packaging/build.py needs Python 3.11 or newer.\n")
        sys.exit(2)
    from release_steps.kinds import carry_out

    sys.exit(carry_out(sys.argv[1:], __doc__ or ""))
