"""`hipmap import`: a case out of a FHIR bundle, or out of a response to hipmap's questionnaire."""

import argparse
import sys

from hipmap.exchange.fhir.json_reading import LARGEST_BYTES
from hipmap.exchange.fhir.reading import read_case_of
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import refusal
from hipmap.report_files import must_be_free, written
from hipmap.storage.case_files import case_text


def imported(options: argparse.Namespace, knowledge: Knowledge) -> int:
    """Writes the case that a file holds; gives the exit code."""
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
    text = case_text(read_case_of(content, path.name, knowledge))
    if options.output is None:
        sys.stdout.write(text)
    else:
        written(options.output, text.encode())
    return 0
