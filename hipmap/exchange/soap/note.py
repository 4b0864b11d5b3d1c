"""Fills the template of the SOAP note from a report."""

from hipmap.exchange.report import Report
from hipmap.exchange.soap.fields import FIELDS
from hipmap.exchange.soap.template import filled, parsed_template

TEMPLATE = "style/soap_note.txt"
"""The template that comes with hipmap."""
_PASSPORT = "passport"


def soap_note(report: Report, template: str, name: str) -> str:
    """Gives the note in ASCII; BadInput names what is wrong in the template.

    In another language its letters lose their accents (*Hüfte* is *Hufte*), and what has no likeness in ASCII
    becomes a question mark: the records that take such notes hold nothing else.
    """
    lines = parsed_template(template, name, tuple(FIELDS))
    if not any(one.name == _PASSPORT for line in lines for one in line.fields):
        lines = parsed_template(f"{template}\n{{{_PASSPORT}}}", name, tuple(FIELDS))
    named = {one.name for line in lines for one in line.fields}
    return filled(lines, {one: FIELDS[one](report) for one in named})
