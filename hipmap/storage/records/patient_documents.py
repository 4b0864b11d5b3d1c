"""Reads and writes `hipmap-patient/1`: bounded, strict, and nothing in it is ever a path or a command."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from hipmap.model.case import case_as_data
from hipmap.model.patient_document import (
    PATIENT_SCHEMA,
    DocumentAttachment,
    DocumentVisit,
    PatientDocument,
)
from hipmap.model.problems import place_of, sentence_of
from hipmap.model.records import Attachment
from hipmap.storage.policy.in_force import in_force
from hipmap.storage.policy.limits import may_export
from hipmap.storage.records.attachments import attachments_of
from hipmap.storage.records.bearable_json import must_be_bearable
from hipmap.storage.records.durable_files import read_bounded, write_whole
from hipmap.storage.records.patients import patient_of, row_of
from hipmap.storage.records.problems import Damaged, NotAllowed, NotSaved, NoVault, Refused
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import steps_of, timeline

DocumentKind = Literal["patient", "plain_patient", "attachment"]

# The letters of a patient are most of it: this is a dozen of the largest.
LARGEST_DOCUMENT = 160_000_000


def document_of(vault: Vault, uid: str) -> PatientDocument:
    """Gives everything of one patient, and tells the audit."""
    patient, row, found = patient_of(vault, uid), row_of(vault, uid), timeline(vault, uid)
    contents = dict(vault.rows("SELECT uid, content FROM attachment WHERE patient = ?", row))
    document = PatientDocument.model_validate(
        {
            "schema": PATIENT_SCHEMA,
            "uid": uid,
            "written": vault.around.moment(),
            "identity": patient.identity,
            "visits": tuple(
                DocumentVisit(
                    uid=one.uid, day=one.day, note=one.note, case=one.case, steps=steps_of(vault, one.uid)
                )
                for one in found.visits
            ),
            "scores": found.scores,
            "attachments": tuple(
                DocumentAttachment(about=about, content=base64.b64encode(contents[about.uid]).decode())
                for about in attachments_of(vault, row)
            ),
        }
    )
    vault.looked("patient_exported", uid)
    return document


def document_text(document: PatientDocument) -> str:
    """Gives the document as text; each case stands in it as in a case file."""
    body = document.model_dump(mode="json", by_alias=True)
    for visit, told in zip(document.visits, body["visits"], strict=True):
        told["case"] = case_as_data(visit.case)
        for step, written in zip(visit.steps, told["steps"], strict=True):
            written["case"] = case_as_data(step.case)
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def write_document(path: Path, text: bytes, kind: DocumentKind = "patient") -> None:
    """Writes a file of a person's choice, whole or not at all; not what a policy keeps in."""
    if not may_export(kind):
        raise NotAllowed("export_fixed", path.name, who=in_force().who)
    try:
        write_whole(path, text)
    except OSError as error:
        raise NotSaved("file_not_written", path.name, why=str(error.strerror)) from error


def read_document_file(path: Path) -> bytes:
    """Gives the bytes of a file that a person chose, before anything is known of it."""
    try:
        return read_bounded(path, LARGEST_DOCUMENT)
    except NoVault:
        raise Refused("document_link", path.name) from None
    except Damaged:
        raise Refused("document_large", path.name) from None
    except OSError as error:
        raise Refused("file_not_read", path.name, why=str(error.strerror)) from error


def parse_document(text: bytes, name: str) -> PatientDocument:
    """Gives the document of a text; Refused says in one sentence what is wrong with it."""
    if len(text) > LARGEST_DOCUMENT:
        raise Refused("document_large", name)
    must_be_bearable(text, name)
    try:
        document = PatientDocument.model_validate_json(text)
    except ValidationError as error:
        raise _complaint(error, name) from None
    for attachment in document.attachments:
        content_of_document(attachment, name)
    return document


def content_of_document(attachment: DocumentAttachment, name: str) -> bytes:
    """Gives the bytes; they must be those that the document says."""
    about: Attachment = attachment.about
    try:
        content = base64.b64decode(attachment.content, validate=True)
    except ValueError:
        content = b""
    if len(content) != about.size or hashlib.sha256(content).hexdigest() != about.digest:
        raise Refused("document_attachment", name, name=about.name)
    return content


def _complaint(error: ValidationError, name: str) -> Refused:
    first = error.errors(include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return Refused("no_document", name)
    place = place_of(first["loc"])
    why = sentence_of(first)
    return Refused("document_wrong", name, why=f"{place}: {why}" if place else why)
