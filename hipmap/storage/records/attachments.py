"""Letters and pictures that belong to a patient; their bytes lie in the database, never beside it."""

import hashlib
from pathlib import Path

from hipmap.model.records import FORBIDDEN_IN_NAMES as FORBIDDEN
from hipmap.model.records import LARGEST_ATTACHMENT, LONGEST_NAME, Attachment
from hipmap.storage.records.patients import new_uid, row_of
from hipmap.storage.records.problems import Damaged, NotAllowed, NotFound, Refused
from hipmap.storage.records.vault import Change, Vault

_LONGEST_SUFFIX = 12


def add_attachment(vault: Vault, patient: str, name: str, day: str, content: bytes) -> Attachment:
    """Takes in a letter or picture whole."""
    if len(content) > LARGEST_ATTACHMENT:
        raise NotAllowed("attachment_large", name, most=LARGEST_ATTACHMENT // 1_000_000)
    row, digest = row_of(vault, patient), hashlib.sha256(content).hexdigest()
    attachment = Attachment(uid=new_uid(vault), name=name, day=day, size=len(content), digest=digest)
    with vault.changing() as change:
        insert_attachment(change, row, attachment, content)
        change.log("attachment_added", attachment.uid, "attachment")
    return attachment


def fitting_name(name: str) -> str:
    """Gives the name of a file as the records can keep it: one line, no folder, no sign of a path."""
    kept = "".join(sign if sign.isprintable() and sign not in FORBIDDEN else "_" for sign in name).strip(" .")
    if len(kept) <= LONGEST_NAME:
        return kept or "_"
    end = Path(kept).suffix[-_LONGEST_SUFFIX:]
    return kept[: LONGEST_NAME - len(end)].rstrip(" .") + end


def read_attachment(path: Path) -> bytes:
    """Gives the bytes of a file that is to be attached."""
    try:
        size = path.stat().st_size
        if size <= LARGEST_ATTACHMENT:
            return path.read_bytes()
    except OSError as error:
        raise Refused("file_not_read", path.name, why=error.strerror or str(error)) from error
    raise NotAllowed("attachment_large", path.name, most=LARGEST_ATTACHMENT // 1_000_000)


def insert_attachment(change: Change, patient: int, attachment: Attachment, content: bytes) -> None:
    change.execute(
        "INSERT INTO attachment (uid, patient, name, day, digest, content) VALUES (?, ?, ?, ?, ?, ?)",
        attachment.uid, patient, attachment.name, attachment.day, attachment.digest, content,
    )  # fmt: skip


def attachments_of(vault: Vault, patient: int) -> tuple[Attachment, ...]:
    rows = vault.rows(
        "SELECT uid, name, day, length(content), digest FROM attachment WHERE patient = ? ORDER BY day, id",
        patient,
    )
    return tuple(Attachment(uid=u, name=name, day=day, size=n, digest=d) for u, name, day, n, d in rows)


def content_of(vault: Vault, uid: str) -> bytes:
    """Gives the bytes and tells the audit that somebody looked."""
    rows = vault.rows("SELECT content, digest FROM attachment WHERE uid = ?", uid)
    if not rows:
        raise NotFound("attachment_gone")
    content = bytes(rows[0][0])
    if hashlib.sha256(content).hexdigest() != rows[0][1]:
        raise Damaged("attachment_damaged")
    vault.looked("attachment_seen", uid)
    return content


def remove_attachment(vault: Vault, uid: str) -> None:
    """Takes an attachment out for good."""
    vault.must_have("delete")
    with vault.changing() as change:
        if not change.execute("DELETE FROM attachment WHERE uid = ?", uid).rowcount:
            raise NotFound("attachment_gone")
        change.log("attachment_removed", uid, "attachment")
