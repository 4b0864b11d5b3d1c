"""The commands of hipmap; all but the window work without a display and without Qt."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import hipmap
from hipmap.assess_options import add_assess, add_explain, add_folder, add_overlay, add_translations
from hipmap.model.problems import BadInput
from hipmap.policy_options import add_manual, add_policy
from hipmap.records_options import add_records
from hipmap.report_options import add_import, add_report
from hipmap.storage.seldom_collected import end_without_a_search, seldom_collected
from hipmap.storage.translation_folders import must_be_spoken

if TYPE_CHECKING:  # Loaded by the commands that need it.
    from hipmap.model.knowledge import Knowledge

_BAD_INPUT = 2
_INTERRUPTED = 130
_COMMANDS = (
    "assess", "explain", "report", "import", "vocabulary", "knowledge", "translations", "records", "policy",
    "manual", "window",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0, or 2 for an input that cannot be used."""
    _write_utf8()
    # A plug-in of pydantic that lies beside hipmap must not change what hipmap takes for valid; looking
    # for one reads the description of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        options = _parser().parse_args(_with_default(sys.argv[1:] if arguments is None else list(arguments)))
        _must_be_governed_rightly(options)
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


def _must_be_governed_rightly(options: argparse.Namespace) -> None:
    """A policy with a mistake stops everything but `hipmap policy`; the window says it in a window."""
    if options.run is not _policy and (options.run is not _window or options.picture is not None):
        from hipmap.storage.policy.in_force import in_force

        in_force()


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
    add_assess(commands.add_parser("assess", help="assess a case file, or a batch of cases"), _assess)
    explain = commands.add_parser("explain", help="why an origin or condition is as likely as it is")
    add_explain(explain, _explain)
    report = commands.add_parser("report", help="a note, letter, handout, picture, bundle or row of a case")
    add_report(add_overlay(report), _report)
    taken = commands.add_parser("import", help="a case out of a FHIR bundle or questionnaire")
    add_import(add_overlay(taken), _import)
    vocabulary = commands.add_parser("vocabulary", help="every zone, finding, condition and source")
    vocabulary.add_argument("--format", choices=("json",), default="json")
    add_overlay(vocabulary)
    vocabulary.set_defaults(run=_vocabulary)
    knowledge = commands.add_parser("knowledge", help="check the knowledge").add_subparsers(required=True)
    check = knowledge.add_parser("check", help="every figure has a source and a kind, every id exists")
    add_folder(check)
    add_overlay(check)
    check.set_defaults(run=_check)
    covered = knowledge.add_parser("coverage", help="where each claim of the source articles is carried")
    add_folder(covered)
    covered.set_defaults(run=_coverage)
    translations = commands.add_parser("translations", help="what a translation of hipmap still lacks")
    add_translations(translations, _translations)
    add_records(commands.add_parser("records", help="patients and visits in an encrypted vault"), _records)
    add_policy(commands.add_parser("policy", help="what an administrator has fixed, and from where"), _policy)
    add_manual(commands.add_parser("manual", help="write the manual as web pages"), _manual)
    _add_window(commands.add_parser("window", help="open the window (also: hipmap [CASE.json])"))
    return parser


def _add_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", nargs="?", type=Path)
    parser.add_argument("--picture", type=Path, metavar="FILE.png", help="draw the window, and stop")
    parser.add_argument("--size", default="1366x768", help="size of the picture, as 1366x768")
    themes = ("light", "dark", "high_contrast", "high_contrast_dark")
    parser.add_argument("--theme", choices=themes, default="light", help="theme of the picture")
    parser.add_argument("--language", default="", help="as de; x_pseudo and x_rtl are for testing")
    add_overlay(parser)
    parser.set_defaults(run=_window)


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
    country = _country(options, knowledge)
    case = read_case(options.case, knowledge)
    assessment = assess(case, knowledge, ranges=not options.no_ranges)
    if options.format == "text":
        from hipmap.exchange.assessment_text import assessment_text

        sys.stdout.write(assessment_text(case, assessment, knowledge, options.audience, country))
    else:
        print(assessment.model_dump_json(by_alias=True, indent=2))
    return 0


def _country(options: argparse.Namespace, knowledge: "Knowledge") -> str | None:
    """Gives whose emergency number is told: what was asked for, or what the policy fixes."""
    from hipmap.storage.policy.limits import governed_country

    country = governed_country(options.country)
    if country is not None and country not in knowledge.emergency_by_country:
        known = ", ".join(sorted(knowledge.emergency_by_country))
        raise BadInput(
            f"--country {country}: no number is known for it; leave it out, or give one of {known}"
        )
    return country


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
    options.country = _country(options, knowledge)
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


def _policy(options: argparse.Namespace) -> int:
    from hipmap.policy_command import told

    return told(options)


def _manual(options: argparse.Namespace) -> int:
    from hipmap.manual_command import wrote_manual

    for line in wrote_manual(options.output, options.language):
        print(line)
    return 0


def _is_of_qt(error: ImportError) -> bool:
    """Whether it is Qt that did not load: not there, or in need of a library that the system lacks."""
    # Of a module that was found and did not load, the name comes without its package.
    places = {(error.name or "").partition(".")[0], *Path(error.path or "").parts}
    return not places.isdisjoint(("PySide6", "shiboken6"))


def _window(options: argparse.Namespace) -> int:
    from hipmap.storage.data_folder import must_have_home

    must_have_home()
    try:
        from hipmap import app
    except ImportError as error:
        if not _is_of_qt(error):
            raise
        from hipmap.storage.told_without_window import APT, tell_without_window

        tell_without_window(
            f"the window cannot open, because Qt does not load ({error}); install what is missing ({APT}), "
            "or use `hipmap assess`, which needs no Qt"
        )
        return _BAD_INPUT

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
