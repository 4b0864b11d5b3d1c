"""Runs hipmap as `python -m hipmap`."""

import sys

from hipmap.command_line import main

if __name__ == "__main__":
    sys.exit(main())
