"""The commands of hipmap; all but the window work without a display and without Qt."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import hipmap
from hipmap.model.problems import BadInput
from hipmap.records_options import add_records
from hipmap.report_options import add_import, add_report
from hipmap.storage.seldom_collected import end_without_a_search, seldom_collected
from hipmap.storage.translation_folders import must_be_spoken

if TYPE_CHECKING:  # Loaded by the commands that need it.
    from hipmap.model.knowledge import Knowledge

_BAD_INPUT = 2
_INTERRUPTED = 130
_COMMANDS = (
    "assess", "explain", "report", "import", "vocabulary", "knowledge", "translations", "records", "window",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0, or 2 for an input that cannot be used."""
    _write_utf8()
    # A plug-in of pydantic that lies beside hipmap must not change what hipmap takes for valid; looking
    # for one reads the description of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        options = _parser().parse_args(_with_default(sys.argv[1:] if arguments is None else list(arguments)))
        if options.run is _window:
            # It runs for hours, and reads the knowledge beside its first painting.
            return int(options.run(options))
        end_without_a_search()
        with seldom_collected():
            return int(options.run(options))
    except BadInput as error:
        print(f"hipmap: {error}", file=sys.stderr)
        return _BAD_INPUT
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away, as `hipmap assess ... | head` does; nobody is left to tell.
        sys.stderr.close()
        return 0
    except OSError as error:
        what = f"{error.filename or 'a file'}: {error.strerror}" if error.strerror else str(error)
        print(f"hipmap: {what}", file=sys.stderr)
        return _BAD_INPUT


def _write_utf8() -> None:
    """The same bytes on every system, whatever its code page and line ends."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _with_default(arguments: list[str]) -> list[str]:
    """`hipmap` and `hipmap CASE.json` open the window."""
    if arguments and (arguments[0] in _COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        return arguments
    return ["window", *arguments]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hipmap",
        description="Tells whether pain around the hip comes from the hip, the lower back or elsewhere.",
    )
    parser.add_argument("--version", action="version", version=f"hipmap {hipmap.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_assess(commands.add_parser("assess", help="assess a case file, or a batch of cases"))
    _add_explain(commands.add_parser("explain", help="why an origin or condition is as likely as it is"))
    report = commands.add_parser("report", help="a note, letter, handout, picture, bundle or row of a case")
    add_report(_add_overlay(report), _report)
    taken = commands.add_parser("import", help="a case out of a FHIR bundle or questionnaire")
    add_import(_add_overlay(taken), _import)
    vocabulary = commands.add_parser("vocabulary", help="every zone, finding, condition and source")
    vocabulary.add_argument("--format", choices=("json",), default="json")
    _add_overlay(vocabulary)
    vocabulary.set_defaults(run=_vocabulary)
    knowledge = commands.add_parser("knowledge", help="check the knowledge").add_subparsers(required=True)
    check = knowledge.add_parser("check", help="every figure has a source and a kind, every id exists")
    _add_folder(check)
    _add_overlay(check)
    check.set_defaults(run=_check)
    covered = knowledge.add_parser("coverage", help="where each claim of the source articles is carried")
    _add_folder(covered)
    covered.set_defaults(run=_coverage)
    _add_translations(commands.add_parser("translations", help="what a translation of hipmap still lacks"))
    add_records(commands.add_parser("records", help="patients and visits in an encrypted vault"), _records)
    window = commands.add_parser("window", help="open the window (also: hipmap [CASE.json])")
    window.add_argument("case", nargs="?", type=Path)
    window.add_argument("--picture", type=Path, metavar="FILE.png", help="draw the window, and stop")
    window.add_argument("--size", default="1366x768", help="size of the picture, as 1366x768")
    themes = ("light", "dark", "high_contrast", "high_contrast_dark")
    window.add_argument("--theme", choices=themes, default="light", help="theme of the picture")
    window.add_argument("--language", default="", help="as de; x_pseudo and x_rtl are for testing")
    _add_overlay(window)
    window.set_defaults(run=_window)
    return parser


def _add_assess(parser: argparse.ArgumentParser) -> None:
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
    _add_overlay(parser)
    parser.set_defaults(run=_assess)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=Path, metavar="CASE.json")
    parser.add_argument("--about", metavar="ID", help="an origin or condition; else the likeliest origin")
    parser.add_argument("--against", metavar="ID", help="what it is held against; else the next origin")
    _add_format(parser)
    _add_overlay(parser)
    parser.set_defaults(run=_explain)


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("json", "text"), default="json")
    parser.add_argument(
        "--audience", choices=("patient", "clinician"), default="clinician", help="voice of the text"
    )


def _add_translations(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "language", nargs="?", metavar="LANGUAGE", help="as de or pt_BR; all that there are if left out"
    )
    parser.add_argument("--write", action="store_true", help="write the catalogues, with all that is missing")
    parser.add_argument("--folder", type=Path, help="a folder of catalogues; hipmap's own if left out")
    parser.set_defaults(run=_translations)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a folder of knowledge files; hipmap's own if left out"
    )


def _add_overlay(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument(
        "--overlay", type=Path, metavar="FILE.yaml", help="a clinic's overlay, in place of the installed one"
    )
    return parser


def _knowledge(options: argparse.Namespace) -> "Knowledge":
    """Gives the knowledge with the overlay: one that was asked for must fit, an installed one need not."""
    from hipmap.storage.overlay_files import load_with_overlay

    loaded = load_with_overlay(options.overlay)
    if loaded.refused is not None:
        if options.overlay is not None:
            raise BadInput(loaded.refused)
        print(f"hipmap: {loaded.refused}; hipmap’s own knowledge is used", file=sys.stderr)
    return loaded.knowledge


def _assess(options: argparse.Namespace) -> int:
    from hipmap.reasoning import assess
    from hipmap.storage.case_files import read_case

    if options.batch is not None:
        return _batch(options)
    knowledge = _knowledge(options)
    _must_be_known(options.country, knowledge)
    assessment = assess(read_case(options.case, knowledge), knowledge, ranges=not options.no_ranges)
    if options.format == "text":
        from hipmap.exchange.assessment_text import assessment_text

        sys.stdout.write(assessment_text(assessment, knowledge, options.audience, options.country))
    else:
        print(assessment.model_dump_json(by_alias=True, indent=2))
    return 0


def _must_be_known(country: str | None, knowledge: "Knowledge") -> None:
    if country is not None and country not in knowledge.emergency_by_country:
        known = ", ".join(sorted(knowledge.emergency_by_country))
        raise BadInput(
            f"--country {country}: no number is known for it; leave it out, or give one of {known}"
        )


def _batch(options: argparse.Namespace) -> int:
    """Assesses every line; a bad line gives an error line in its place, and exit code 2 at the end."""
    from hipmap.batch import assess_lines

    if options.format == "text":
        raise BadInput("--format text: a batch is written as JSON, one assessment a line; leave --format out")
    bad = 0
    for result in assess_lines(options.batch, _knowledge(options), ranges=not options.no_ranges):
        bad += result.error is not None
        print(result.text)
        if result.error is not None:
            print(f"hipmap: {result.error}", file=sys.stderr)
    return _BAD_INPUT if bad else 0


def _explain(options: argparse.Namespace) -> int:
    from hipmap.explain_command import explained

    sys.stdout.write(explained(options, _knowledge(options)))
    return 0


def _report(options: argparse.Namespace) -> int:
    from hipmap.report_command import reported

    knowledge = _knowledge(options)
    _must_be_known(options.country, knowledge)
    return reported(options, knowledge)


def _import(options: argparse.Namespace) -> int:
    from hipmap.import_command import imported

    return imported(options, _knowledge(options))


def _vocabulary(options: argparse.Namespace) -> int:
    import json

    from hipmap.exchange.vocabulary import vocabulary_data

    print(json.dumps(vocabulary_data(_knowledge(options)), indent=2, ensure_ascii=False))
    return 0


def _check(options: argparse.Namespace) -> int:
    from hipmap.knowledge_command import checked

    return checked(options)


def _coverage(options: argparse.Namespace) -> int:
    from hipmap.knowledge_command import covered

    return covered(options)


def _translations(options: argparse.Namespace) -> int:
    from hipmap.storage.knowledge_files import load_knowledge
    from hipmap.translations_command import told

    lines, code = told(options, load_knowledge())
    for line in lines:
        print(line)
    return code


def _records(options: argparse.Namespace) -> int:
    from hipmap.records_command import told

    for line in told(options):
        print(line)
    return 0


def _window(options: argparse.Namespace) -> int:
    try:
        from hipmap import app
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise BadInput(
            f"the window cannot open, because Qt does not load ({error}); install what is missing, "
            "or use `hipmap assess`, which needs no Qt"
        ) from error

    must_be_spoken(options.language)
    if options.picture is None:
        return app.run_window(options.case, options.overlay, options.language)
    width, _, height = options.size.partition("x")
    if not (
        width.isdigit() and height.isdigit() and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000
    ):
        raise BadInput(f"--size {options.size}: give width and height from 320x240 to 8000x8000, as 1366x768")
    return app.picture(
        options.picture,
        options.case,
        size=(int(width), int(height)),
        theme=options.theme,
        language=options.language,
    )
