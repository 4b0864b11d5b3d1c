"""Reads and writes `hipmap-patient/1`: bounded, strict, and nothing in it is ever a path or a command."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

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
from hipmap.storage.complaints import refusal
from hipmap.storage.records.attachments import attachments_of
from hipmap.storage.records.durable_files import read_bounded, write_whole
from hipmap.storage.records.patients import patient_of, row_of
from hipmap.storage.records.problems import NotSaved, Refused
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import steps_of, timeline

LARGEST_DOCUMENT = 64_000_000


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


def write_document(path: Path, text: bytes) -> None:
    """Writes a file of a person's choice, whole or not at all."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise NotSaved(
            str(refusal(path.name, f"the file cannot be written ({error.strerror}); choose another place"))
        ) from error


def read_document_file(path: Path) -> bytes:
    try:
        return read_bounded(path, LARGEST_DOCUMENT)
    except OSError as error:
        raise Refused(str(refusal(path.name, f"the file cannot be read ({error.strerror})"))) from error


def parse_document(text: bytes, name: str) -> PatientDocument:
    """Gives the document of a text; Refused says in one sentence what is wrong with it."""
    if len(text) > LARGEST_DOCUMENT:
        raise Refused(str(refusal(name, "this file is larger than any patient’s; nothing was taken in")))
    try:
        document = PatientDocument.model_validate_json(text)
        json.loads(text, object_pairs_hook=_once)
    except ValidationError as error:
        raise Refused(str(refusal(name, _complaint(error)))) from None
    except (ValueError, RecursionError) as error:
        raise Refused(str(refusal(name, f"this is not readable ({error}); nothing was taken in"))) from None
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
        raise Refused(str(refusal(name, f"the attachment {about.name} is damaged; nothing was taken in")))
    return content


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _complaint(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return "this is not a patient’s file of hipmap; nothing was taken in"
    place = place_of(first["loc"])
    return f"{f'{place}: ' if place else ''}{sentence_of(first)}; nothing was taken in"
