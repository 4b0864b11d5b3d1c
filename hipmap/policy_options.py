"""The options of `hipmap policy` and `hipmap manual`; light, because every command builds them."""

import argparse
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]


def add_policy(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds what can be done with a policy; without a word it is shown."""
    parser.set_defaults(run=run, what="show")
    commands = parser.add_subparsers(metavar="WHAT", dest="deed")
    check = commands.add_parser("check", help="find every mistake of a policy before it is put in its place")
    check.add_argument("file", type=Path, metavar="FILE.toml")
    check.set_defaults(what="check")
    write = commands.add_parser("write", help="write a policy: these keys, and all others as remarks")
    write.add_argument("file", type=Path, metavar="FILE.toml")
    write.add_argument("keys", nargs="*", metavar="KEY=VALUE", help="as records.lock_minutes_most=10")
    there = write.add_mutually_exclusive_group()
    there.add_argument(
        "--change", action="store_true", help="of a file that is there, change these keys alone"
    )
    there.add_argument("--force", action="store_true", help="replace a file that is there as a whole")
    write.set_defaults(what="write")


def add_manual(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds where the web pages go."""
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="a folder that is new or empty"
    )
    parser.add_argument("--language", default="en", help="as de; pages that are missing in it stay English")
    parser.set_defaults(run=run)
