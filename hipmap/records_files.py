"""The files of `hipmap records export` and `import`: one patient, plain or sealed."""

import argparse
from collections.abc import Callable

from hipmap.model.document_check import Sifted, sifted
from hipmap.model.patient_document import PatientDocument
from hipmap.storage.complaints import refusal
from hipmap.storage.records.hand_over import (
    Opener,
    is_for_recipient,
    opened_hand_over,
    opener_of,
    sealed_for_passphrase,
    sealed_for_recipient,
)
from hipmap.storage.records.patient_documents import (
    document_of,
    document_text,
    parse_document,
    read_document_file,
    write_document,
)
from hipmap.storage.records.patient_import import ImportPlan, import_patient, plan_import
from hipmap.storage.records.vault import Vault

_SEALED = b'{"schema":"hipmap-handover/'


def exported(
    vault: Vault, options: argparse.Namespace, patient: str, new_passphrase: Callable[[str, str], str]
) -> list[str]:
    """Writes everything of one patient in one file."""
    document = document_of(vault, patient)
    if options.plain:
        content, who = document_text(document).encode(), "everyone can read it: give it only to the patient"
    elif options.recipient is not None:
        content = sealed_for_recipient(document, options.recipient, vault.around)
        who = "only the clinic with this code can open it"
    else:
        passphrase = new_passphrase(document.identity.name, "passphrase for the file")
        content = sealed_for_passphrase(document, passphrase, vault.around)
        who = "tell the passphrase on another way than the file"
    write_document(options.output, content, "plain_patient" if options.plain else "patient")
    return [f"{options.output}: {_counts(document)}; {who}"]


def imported(
    vault: Vault, options: argparse.Namespace, same_as: str | None, asked: Callable[[str], str]
) -> list[str]:
    """Shows what a file would bring, and takes it in where that was accepted."""
    from hipmap.storage.knowledge_files import load_knowledge

    whole = _read(vault, options, asked)
    found = sifted(whole, load_knowledge())
    document = found.document
    lines = [f"{options.file.name}: {_counts(whole)}", *_planned(plan_import(vault, document, same_as))]
    lines += _outside(found)
    if not options.accept:
        return [*lines, "nothing was changed; give --accept to take it in"]
    patient = import_patient(vault, document, into=same_as, number=options.number)
    return [*lines, f"taken in, under the number {patient.identity.number}"]


def _read(vault: Vault, options: argparse.Namespace, asked: Callable[[str], str]) -> PatientDocument:
    content, name = read_document_file(options.file), options.file.name
    if not content.startswith(_SEALED):
        return parse_document(content, name)
    for_us = is_for_recipient(content, name)
    opener = opener_of(vault) if for_us else Opener(passphrase=asked("passphrase of the file"))
    return opened_hand_over(content, name, opener)


def _counts(document: PatientDocument) -> str:
    return (
        f"patient {document.identity.number}, visits: {len(document.visits)}, "
        f"scores: {len(document.scores)}, attachments: {len(document.attachments)}"
    )


def _outside(found: Sifted) -> list[str]:
    if not found.left_out:
        return []
    first = found.left_out[0]
    count = f"visits that stay outside, because this hipmap cannot show them: {len(found.left_out)}"
    return [count, f"the first of them: {refusal(first.day, first.why)}"]


def _planned(plan: ImportPlan) -> list[str]:
    new = ", ".join(f"{table}s: {len(uids)}" for table, uids in plan.new.items())
    lines = [f"{'a patient who is here already' if plan.into else 'a new patient'}; new are {new}"]
    if plan.different:
        lines.append(f"visits that are different here and stay as they are: {len(plan.different)}")
    if plan.number_is_taken:
        lines.append(
            "the number is another patient's here: give --number, or --same-as if it is the same person"
        )
    lines += [f"alike: {one.identity.number}, {one.identity.name}" for one in plan.alike]
    return lines
