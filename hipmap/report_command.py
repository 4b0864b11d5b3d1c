"""`hipmap report`: one case as a note, letter, handout, picture, bundle, row or case file."""

import argparse
import sys
from datetime import date

from hipmap.exchange.report import Details, Report, checked_details
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import refusal
from hipmap.reasoning import assess
from hipmap.report_files import chosen_kind, must_be_free, written
from hipmap.report_kinds import Wanted, content_of
from hipmap.storage.case_files import read_case
from hipmap.storage.policy.limits import must_may_export


def reported(options: argparse.Namespace, knowledge: Knowledge) -> int:
    """Writes one report, or a batch of them; gives the exit code."""
    kind, ending = chosen_kind(options.kind, options.output, batch=options.batch is not None)
    must_may_export(kind)
    wanted = wanted_of(options, kind, ending)
    details = checked_details(details_of(options))
    if options.batch is not None:
        from hipmap.report_batch import reported_batch

        return reported_batch(options, wanted, details, knowledge)
    if options.output is not None:
        must_be_free(options.output, force=options.force)
    case = read_case(options.case, knowledge)
    assessment = assess(case, knowledge, ranges=not options.no_ranges)
    report = Report(case, assessment, knowledge, details, options.country)
    content = content_of(report, wanted)
    if options.output is None:
        sys.stdout.write(content.decode())
    else:
        written(options.output, content)
    return 0


def wanted_of(options: argparse.Namespace, kind: str, ending: str) -> Wanted:
    """Gives what is to be written; a handout is for the patient unless something else is said."""
    return Wanted(
        kind=kind,
        ending=ending,
        voice=options.audience or ("patient" if kind == "handout" else "clinician"),
        template=options.template,
        identified=options.identified,
        excel=options.excel,
        sides_checked=options.sides_checked,
    )


def details_of(options: argparse.Namespace) -> Details:
    """Gives what was typed around a case; the day is today's where none was given."""
    day = options.day or date.today().isoformat()  # noqa: DTZ011  (the day on the wall of the clinic)
    for name, text in (("--date", day), ("--born", options.born)):
        try:
            if text and date.fromisoformat(text).isoformat() != text:
                raise ValueError
        except ValueError:
            raise refusal(name, f"{text} is no day; write year-month-day, as 1960-04-30") from None
    return Details(
        day=day, name=options.name, number=options.number, born=options.born, to=options.to,
        sender=options.sender, question=options.question, note=options.note,
    )  # fmt: skip
