"""The kinds of artefact that `build.py` makes, and how each is made."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from setup_steps.obstacle import Obstacle, from_os_error
from windows.kinds import steps_for

from release_steps import frozen
from release_steps.build_environment import ensure_build_environment, site_packages_of_build
from release_steps.deb import write_deb
from release_steps.notices import write_rust_list
from release_steps.portable import write_portable
from release_steps.python_packages import write_packages
from release_steps.release import NAME, Release, this_release
from release_steps.run_file import write_run_file
from release_steps.sums import write_sums
from release_steps.wheelhouse import PLATFORMS, PYTHONS, write_wheelhouse


def carry_out(arguments: list[str], about: str) -> int:
    """Makes one kind; 2 where something stands in the way, 1 where a tool did not succeed."""
    options = _parser(about).parse_args(arguments)
    try:
        options.run(options)
    except Obstacle as obstacle:
        print(f"build: {obstacle}", file=sys.stderr)
        return obstacle.exit_code
    except OSError as error:
        print(f"build: {from_os_error(error, 'writing')}", file=sys.stderr)
        return 2
    return 0


def _parser(about: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for name, run in (
        ("packages", _packages), ("wheelhouse", _wheelhouse), ("program", _program), ("linux", _linux),
        ("windows", _windows), ("notices", _notices), ("sums", _sums),
    ):  # fmt: skip
        kind = kinds.add_parser(name)
        kind.set_defaults(run=run)
        if name != "notices":
            kind.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
        if name == "wheelhouse":
            kind.add_argument("--platform", action="append", choices=sorted(PLATFORMS), metavar="NAME",
                              help=f"one of {', '.join(sorted(PLATFORMS))}; all if left out")  # fmt: skip
            kind.add_argument("--python", action="append", metavar="VERSION",
                              help=f"as 3.12; {', '.join(PYTHONS)} if left out")  # fmt: skip
        if name == "windows":
            kind.add_argument("--python", type=Path, required=True, metavar="ZIP",
                              help="an embeddable Python that windows/pinned.json names")  # fmt: skip
    return parser


def _ready(options: argparse.Namespace) -> tuple[Path, Release]:
    ensure_build_environment()
    options.output.mkdir(parents=True, exist_ok=True)
    return options.output.resolve(), this_release()


def _made(write: Callable[[], Path]) -> Path:
    """Runs one step, and tells what it made, how large that is and how long it took."""
    began = time.monotonic()
    path = write()
    size = frozen.size_of(path) if path.is_dir() else path.stat().st_size
    print(f"{path.name}: {size / 1e6:.1f} MB, {time.monotonic() - began:.0f} s", flush=True)
    return path


def _packages(options: argparse.Namespace) -> None:
    folder, release = _ready(options)
    for path in write_packages(folder, release):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def _wheelhouse(options: argparse.Namespace) -> None:
    folder, release = _ready(options)
    pythons = tuple(options.python or PYTHONS)
    for platform in options.platform or sorted(PLATFORMS):
        _made(partial(write_wheelhouse, folder, release, platform, pythons))


def _program(options: argparse.Namespace) -> None:
    folder, release = _ready(options)
    _made(partial(frozen.freeze, folder, release))


def _linux(options: argparse.Namespace) -> None:
    folder, release = _ready(options)
    program = folder / NAME
    if not (program / "VERSION").exists():
        _made(partial(frozen.freeze, folder, release))
    for write in (write_deb, write_run_file, write_portable):
        _made(partial(write, program, folder, release))


def _windows(options: argparse.Namespace) -> None:
    folder, release = _ready(options)
    for step in steps_for(folder, release, options.python):
        _made(step)


def _notices(_options: argparse.Namespace) -> None:
    ensure_build_environment()
    write_rust_list(site_packages_of_build())


def _sums(options: argparse.Namespace) -> None:
    print(write_sums(options.output).name)
