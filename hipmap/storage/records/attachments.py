"""Letters and pictures that belong to a patient; their bytes lie in the database, never beside it."""

import hashlib

from hipmap.model.records import LARGEST_ATTACHMENT, Attachment
from hipmap.storage.complaints import refusal
from hipmap.storage.records.patients import new_uid, row_of
from hipmap.storage.records.problems import Damaged, NotAllowed, NotFound
from hipmap.storage.records.vault import Change, Vault


def add_attachment(vault: Vault, patient: str, name: str, day: str, content: bytes) -> Attachment:
    """Takes in a letter or picture whole."""
    if len(content) > LARGEST_ATTACHMENT:
        most = LARGEST_ATTACHMENT // 1_000_000
        raise NotAllowed(str(refusal(name, f"this file is larger than {most} MB; attach a smaller one")))
    row, digest = row_of(vault, patient), hashlib.sha256(content).hexdigest()
    attachment = Attachment(uid=new_uid(vault), name=name, day=day, size=len(content), digest=digest)
    with vault.changing() as change:
        insert_attachment(change, row, attachment, content)
        change.log("attachment_added", attachment.uid)
    return attachment


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
        raise NotFound("this attachment is not in the records any more; search again")
    content = bytes(rows[0][0])
    if hashlib.sha256(content).hexdigest() != rows[0][1]:
        raise Damaged("this attachment is damaged; put back the folder from a backup")
    vault.looked("attachment_seen", uid)
    return content


def remove_attachment(vault: Vault, uid: str) -> None:
    """Takes an attachment out for good."""
    with vault.changing() as change:
        if not change.execute("DELETE FROM attachment WHERE uid = ?", uid).rowcount:
            raise NotFound("this attachment is not in the records any more; search again")
        change.log("attachment_removed", uid)
