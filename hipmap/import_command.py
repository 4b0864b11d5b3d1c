"""`hipmap import`: a case out of a FHIR bundle, or out of a response to hipmap's questionnaire."""

import argparse
import sys
from collections.abc import Iterator

from hipmap.exchange.fhir.json_reading import LARGEST_BYTES
from hipmap.exchange.fhir.reading import Incoming, read_incoming
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import refusal
from hipmap.report_files import must_be_free, written
from hipmap.storage.case_files import case_text
from hipmap.storage.policy.limits import must_may_export


def imported(options: argparse.Namespace, knowledge: Knowledge) -> int:
    """Writes the case that a file holds; gives the exit code."""
    must_may_export("json")
    path = options.file
    if options.output is not None:
        must_be_free(options.output, force=options.force)
    try:
        if path.is_fifo() or path.is_dir():
            raise refusal(path.name, "this is no file; name a bundle or a response in JSON")
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise refusal(path.name, f"the file cannot be read ({error.strerror}); check its name") from None
    found = read_incoming(content, path.name, knowledge, lenient=False)
    text = case_text(found.case)
    if options.output is None:
        sys.stdout.write(text)
    else:
        written(options.output, text.encode())
    for caution in _cautions(found, knowledge.manifest.version):
        sys.stderr.write(f"hipmap: {path.name}: {caution}\n")
    return 0


def _cautions(found: Incoming, here: str) -> Iterator[str]:
    """What to know before the case is used; it was read all the same."""
    if found.is_unfinished:
        yield f"the response is not finished (its status is {found.status}); answers may be missing"
    if not found.version:
        yield f"it does not say which version of the questions it answers; here they are {here}"
    elif found.version != here:
        yield f"it answers version {found.version} of the questions, here they are {here}; look them through"
