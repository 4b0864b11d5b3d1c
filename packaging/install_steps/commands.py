"""What `install.py` does, in its order: check, refuse or install, tell."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from setup_steps.obstacle import Obstacle, from_os_error

from install_steps.launchers import add_to_menu
from install_steps.place import must_be_writable, must_fit, target_of
from install_steps.qt_needs import what_qt_lacks
from install_steps.replacing import alone_at, make_good
from install_steps.signals import ended_gently
from install_steps.staging import install
from install_steps.wheelhouse import must_be_whole, must_suit_this_machine, read_about

HERE = Path(__file__).resolve().parents[1]


def carry_out(arguments: list[str], wheelhouse: Path = HERE) -> int:
    """Installs; 2 and one sentence where that cannot be."""
    parser = argparse.ArgumentParser(prog="install.py", description="Installs hipmap without a network.")
    parser.add_argument("--target", type=Path, metavar="FOLDER", help="where to; a folder of its own")
    parser.add_argument("--no-menu", action="store_true", help="no menu entry and no command")
    parser.add_argument("--check", action="store_true", help="only check that every file is whole")
    options = parser.parse_args(arguments)
    try:
        with ended_gently():
            _install(options, wheelhouse)
    except Obstacle as obstacle:
        return _refuse(str(obstacle))
    except OSError as error:
        return _refuse(str(from_os_error(error, "installing")))
    except KeyboardInterrupt:
        return _refuse("it was interrupted. Nothing was changed.")
    return 0


def _install(options: argparse.Namespace, wheelhouse: Path) -> None:
    about = read_about(wheelhouse)
    count = must_be_whole(wheelhouse)
    print(f"Every one of {count} files is whole.", flush=True)
    if options.check:
        return
    must_suit_this_machine(about)
    # Everybody may start what root installs, whatever root's own files are like.
    os.umask(0o022)
    target = target_of(options.target)
    must_be_writable(target)
    with alone_at(target) as held:
        make_good(target)
        must_fit(target, wheelhouse, about.version)
        install(wheelhouse, target, held)
        print(f"hipmap {about.version} is in {target}.")
        if not options.no_menu:
            print(add_to_menu(target))
    lacking = what_qt_lacks(target)
    if lacking:
        print(lacking, file=sys.stderr)


def _refuse(why: str) -> int:
    print(f"hipmap cannot be installed: {why}", file=sys.stderr)
    return 2
