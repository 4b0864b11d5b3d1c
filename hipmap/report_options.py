"""The options of `hipmap report` and `hipmap import`; light, because every command builds them."""

import argparse
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]

ENDINGS: dict[str, tuple[str, ...]] = {
    "soap": (".txt",),
    "letter": (".pdf", ".html"),
    "handout": (".pdf", ".html"),
    "map": (".svg", ".png"),
    "likelihood": (".svg", ".png"),
    "fhir": (".json",),
    "questionnaire": (".json",),
    "csv": (".csv",),
    "dictionary": (".csv",),
    "json": (".json",),
}
"""What can be written, and the endings of its files; the first is the usual one."""


def add_report(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds what a report is made of, where it goes, and what surrounds it."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("case", nargs="?", type=Path, metavar="CASE.json")
    what.add_argument(
        "--batch",
        type=Path,
        metavar="CASES.jsonl",
        help="one case a line: rows of one .csv, or files of a folder",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="written to; texts are printed where it is left out"
    )
    parser.add_argument("--kind", choices=tuple(ENDINGS), help="what to write; else told by the file's name")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.add_argument(
        "--audience",
        choices=("patient", "clinician"),
        help="voice; handouts are for patients, else clinician",
    )
    parser.add_argument("--template", type=Path, metavar="FILE.txt", help="a clinic's own SOAP note")
    parser.add_argument(
        "--sides-checked", action="store_true", help="words and marks may be about different sides"
    )
    parser.add_argument("--no-ranges", action="store_true", help="point estimates only, some times faster")
    parser.add_argument("--identified", action="store_true", help="name, number and day stand in the row too")
    parser.add_argument("--excel", action="store_true", help="tables begin with the sign for UTF-8")
    parser.add_argument(
        "--country", type=str.upper, metavar="XX", help="whose emergency number a text names, as GB or DE"
    )
    for name, about in (
        ("name", "of the person"), ("number", "of the person in your records"), ("born", "year-month-day"),
        ("to", "who is written to"), ("from", "who writes"), ("question", "that the letter asks"),
        ("note", "a remark"), ("date", "of the report, year-month-day; today if left out"),
    ):  # fmt: skip
        target = {"from": "sender", "date": "day"}.get(name, name)
        parser.add_argument(f"--{name}", dest=target, default="", metavar="TEXT", help=about)
    parser.set_defaults(run=run)


def add_import(parser: argparse.ArgumentParser, run: Run) -> None:
    """Adds what is read and where the case goes."""
    parser.add_argument("file", type=Path, metavar="FILE.json", help="a FHIR bundle or QuestionnaireResponse")
    parser.add_argument("-o", "--output", type=Path, metavar="CASE.json", help="printed where it is left out")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.set_defaults(run=run)
