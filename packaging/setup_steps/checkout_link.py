"""Makes the checkout importable in an environment, and gives the environment its `hipmap` program.

Not `pip install --editable`: that needs the build tools, from the index or already installed,
where a path file and a four-line program do the same offline.
"""

from __future__ import annotations

import sysconfig
from pathlib import Path

from setup_steps.layout import ON_WINDOWS, ROOT, programs_of, python_of

PATH_FILE = "hipmap-checkout.pth"
_POSIX_PROGRAM = """\
#!/bin/sh
exec "{python}" -m hipmap "$@"
"""
_WINDOWS_PROGRAM = """\
@"{python}" -m hipmap %*
"""


def link_checkout(venv: Path, checkout: Path = ROOT) -> None:
    """Writes the path file and the program."""
    (site_packages_of(venv) / PATH_FILE).write_text(f"{checkout}\n", encoding="utf-8")
    template, name = (_WINDOWS_PROGRAM, "hipmap.cmd") if ON_WINDOWS else (_POSIX_PROGRAM, "hipmap")
    program = programs_of(venv) / name
    program.write_text(template.format(python=python_of(venv)), encoding="utf-8")
    program.chmod(0o755)


def site_packages_of(venv: Path) -> Path:
    """Where an environment made by this Python keeps its packages."""
    variables = {"base": str(venv), "platbase": str(venv)}
    return Path(sysconfig.get_path("purelib", scheme="venv", vars=variables))
