"""The options of the commands that assess, explain and check; light, because every command builds them."""

import argparse
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]


def add_assess(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds what is assessed, and how it is told."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("case", nargs="?", type=Path, metavar="CASE.json")
    what.add_argument(
        "--batch", type=Path, metavar="CASES.jsonl", help="one case a line; one assessment a line"
    )
    _add_format(parser)
    parser.add_argument(
        "--country", type=str.upper, metavar="XX", help="whose emergency number a text names, as GB or DE"
    )
    parser.add_argument("--no-ranges", action="store_true", help="point estimates only, some times faster")
    add_overlay(parser)
    parser.set_defaults(run=run)


def add_explain(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds what is explained, and what it is held against."""
    parser.add_argument("case", type=Path, metavar="CASE.json")
    parser.add_argument("--about", metavar="ID", help="an origin or condition; else the likeliest origin")
    parser.add_argument("--against", metavar="ID", help="what it is held against; else the next origin")
    _add_format(parser)
    add_overlay(parser)
    parser.set_defaults(run=run)


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("json", "text"), default="json")
    parser.add_argument(
        "--audience", choices=("patient", "clinician"), default="clinician", help="voice of the text"
    )


def add_translations(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds the language, and what is done with its catalogues."""
    parser.add_argument(
        "language", nargs="?", metavar="LANGUAGE", help="as de or pt_BR; all that there are if left out"
    )
    parser.add_argument("--write", action="store_true", help="write the catalogues, with all that is missing")
    parser.add_argument("--folder", type=Path, help="a folder of catalogues; hipmap's own if left out")
    parser.set_defaults(run=run)


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Adds a folder of knowledge."""
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a folder of knowledge files; hipmap's own if left out"
    )


def add_overlay(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Adds a clinic's overlay; gives the same parser."""
    parser.add_argument(
        "--overlay", type=Path, metavar="FILE.yaml", help="a clinic's overlay, in place of the installed one"
    )
    return parser
