"""The options of `hipmap records`; light, because every command builds them."""

import argparse
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]
USUAL_USER = "owner"


def add_records(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds the commands; a passphrase is asked for, or is a line of the input, and never an argument."""
    commands = parser.add_subparsers(required=True, metavar="WHAT", dest="what")
    create = _command(commands, "create", "make new records; prints the recovery key once", run)
    create.add_argument("--name", dest="user", default=USUAL_USER, help="your name in the records")
    verify = _opening(commands, "verify", "prove that nothing is damaged, missing or tampered with", run)
    verify.add_argument("--accept", action="store_true", help="accept an older database that was put back")
    backup = _opening(commands, "backup", "make a backup, check it, and thin out the older ones", run)
    backup.add_argument("into", type=Path, metavar="FOLDER", help="where the backups lie")
    for period, usual in (("days", 7), ("weeks", 5), ("months", 12)):
        backup.add_argument(
            f"--{period}", type=int, default=usual, metavar="N", help=f"keep that many {period}"
        )
    restore = _opening(commands, "restore", "show what a backup holds; with --into, put it back", run)
    restore.add_argument("--into", type=Path, metavar="VAULT", help="where the records are to be")
    _add_export(_opening(commands, "export", "write everything of one patient in one file", run))
    _add_import(_opening(commands, "import", "show what a file would bring; with --accept, take it in", run))
    _add_rows(_opening(commands, "rows", "write every visit as a row for research", run))
    _add_users(_opening(commands, "users", "list, add, change or remove who may open the records", run))


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("patient", metavar="NUMBER", help="the patient's own number")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    seal = parser.add_mutually_exclusive_group(required=True)
    seal.add_argument("--plain", action="store_true", help="readable by everyone")
    seal.add_argument("--sealed", action="store_true", help="for a passphrase, which is asked for")
    seal.add_argument("--recipient", metavar="CODE", help="for the clinic with this code alone")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--accept", action="store_true", help="take it in")
    parser.add_argument("--number", help="a new number, where the one in the file is taken")
    parser.add_argument("--same-as", metavar="NUMBER", help="the patient here whom the file is about")


def _add_rows(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.csv")
    parser.add_argument("--identified", action="store_true", help="names, numbers and days stand in it too")
    parser.add_argument("--no-ranges", action="store_true", help="point estimates only, some times faster")
    parser.add_argument("--excel", action="store_true", help="begins with the sign for UTF-8")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def _add_users(parser: argparse.ArgumentParser) -> None:
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--add", metavar="NAME")
    change.add_argument("--remove", metavar="NAME")
    change.add_argument("--change", metavar="NAME", help="give another role")
    change.add_argument("--passphrase", action="store_true", help="change your own passphrase")
    change.add_argument("--recover", metavar="NAME", help="give a new passphrase by the recovery key")
    change.add_argument("--recovery-key", action="store_true", help="print a new recovery key")
    change.add_argument("--code", action="store_true", help="print the code for which patients seal files")
    parser.add_argument("--role", choices=("clinician", "assistant"), default="assistant")


def _opening(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, about: str, run: Run
) -> argparse.ArgumentParser:
    parser = _command(commands, name, about, run)
    parser.add_argument("--user", default=USUAL_USER, help="your name in the records")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, about: str, run: Run
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about)
    parser.add_argument("vault", type=Path, metavar="VAULT", help="the folder of the records")
    parser.set_defaults(run=run)
    return parser
