"""What the records have to tell a person: each sentence by its id, with the values that stand in it.

The command line says the English that stands here; the window says the same by the id, in its own language.
"""

from types import MappingProxyType

from hipmap.storage.complaints import refusal

_RESTORE = "put back the folder from a backup (`hipmap records restore`)"
_AGAIN = "mend that and do it again"
_NOTHING = "nothing was taken in"

_OPENING = {
    "link": "this is a link to another place; name the folder of the records itself",
    "no_file": "this is not a file; name the folder of the records itself",
    "no_folder": "there is no such folder; name a folder made by hipmap",
    "no_records": "this folder holds no records ({file}); name a folder made by hipmap",
    "name_stands": "there is something of this name already; name a folder that is not there",
    "place_fixed": "new records are made only in {folder} on this computer, as its policy says; name a "
    "folder in it",
    "share_missing": "the folder of the records is not there now: connect the drive or share that it lies "
    "on, or tell {who}",
    "folder_not_made": "the folder cannot be made ({why}); choose another place",
    "no_parent": "there is no such folder to make it in; make it first, or choose another place",
    "no_room_to_begin": "the disk is full: no records were made; free some space, or choose another place",
    "other_program": "this is a database of another program; name a folder made by hipmap",
    "newer_records": "these records were written by a newer hipmap; open them with that one",
    "older_records": "these records are of an older hipmap: open them once where nobody else writes",
    "older_copy": "the audit reached entry {reached} and now ends at {last} or tells another story: an older "
    "file was put in its place; put the right one back, or accept it by `hipmap records verify --accept`",
    "wrong_passphrase": "the name or the passphrase is not right; check both, and that caps lock is off",
    "wrong_old_passphrase": "the old passphrase is not right; nothing was changed",
    "passphrase_retired": "this passphrase was taken out of use; give the newer one, or ask who changed it",
    "recovery_miscopied": "the recovery key is not copied rightly; compare it letter by letter",
    "recovery_of_others": "this recovery key belongs to other records, or a newer one was made since",
    "too_soon": "too many wrong passphrases: wait {seconds} s and try again",
    "locked": "the records are locked; give the passphrase to open them again",
    "not_closed": "the records were not closed properly by {user} on {host} since {since}; what was saved is "
    "there",
}

_DAMAGE = {
    "file_empty": f"this file is empty; {_RESTORE}",
    "file_cut": f"this file is cut or something was added to it; {_RESTORE}",
    "file_large": "this file is too large; put back the original from a backup",
    "damaged": "the records are damaged, or this computer has no memory left: close other programs and try "
    f"again; if it stays so, {_RESTORE}",
    "partly_damaged": f"a part of the records is damaged; keep a copy of this folder, and {_RESTORE}",
    "damaged_or_other_key": "the records cannot be read as they were written: see that the disk or the "
    "network share answers, and try again; if it stays so, they are damaged or belong to another key file: "
    f"{_RESTORE}",
    "keys_missing": "the key file is missing; put back the folder from a backup",
    "keys_damaged": f"the key file is damaged; {_RESTORE}",
    "keys_changed": "the key file was changed by something other than hipmap",
    "keys_costly": "the key file asks for more memory than is sensible; restore a backup",
    "keys_both_damaged": "the key file and its copy are damaged; put back the folder from a backup",
    "keys_unreadable": "the key file cannot be read ({why})",
    "attachment_damaged": "this attachment is damaged; put back the folder from a backup",
    "visit_unreadable": "a visit holds a case that this hipmap cannot read; open it with the hipmap that "
    "wrote it",
    "places_damaged": "{count} places are damaged, the first: {first}",
    "structure_damaged": "the structure is damaged: {why}",
    "rows_loose": "{count} rows belong to nothing",
    "entry_missing": "entry {number} is missing",
    "entry_changed": "entry {number} was changed, moved or put in",
    "audit_cut": "entries after {last} were cut; the anchor knows {reached}",
    "anchor_damaged": "the anchor of the audit is damaged or missing",
    "object_changed": "{object} is not as entry {number} of the audit left it: it was changed past hipmap; "
    "compare it with a backup",
    "object_gone": "{object}, of which entry {number} of the audit tells, is gone past hipmap; look for it "
    "in a backup",
    "object_back": "{object} is here although entry {number} of the audit deleted it: it was put in past "
    "hipmap",
    "object_put_in": "{object} was put in past hipmap: the audit never told of it",
    "step_changed": "step {step} of {object} was changed, moved or put in past hipmap; compare it with a "
    "backup",
    "content_changed": "the bytes of {object} are not those that were taken in; look for it in a backup",
    "search_changed": "the search does not hold the words of the records: somebody may not be found by it; "
    "compare it with a backup",
    "objects_more": "{count} more things were changed past hipmap",
    "anchor_not_reached": "the audit does not reach its anchor",
}

_WRITING = {
    "unreachable": f"the records cannot be reached ({{why}}); {_AGAIN}",
    "disk_full": f"the disk is full: the change is not saved; {_AGAIN}",
    "busy": "another computer is writing just now: the change is not saved; do it again",
    "read_only_medium": "the records can only be read here; copy the folder to where you may write",
    "no_answer": f"the disk or the network share does not answer; {_AGAIN}",
    "not_fitting": "this does not fit the records ({why}); correct it",
    "not_done": f"the records could not do it ({{why}}); {_AGAIN}",
    "keys_not_written": "cannot be written ({why}); mend that and try again",
    "read_only_place": "the records can only be read: this place takes no changes, or does not say who else "
    "writes",
    "read_only_now": "the records can only be read now: {user} on {host} since {since} is writing",
    "file_gone": "the file of the records is gone since this window opened it; nothing was written: put it "
    "back and save again, or open the records anew",
    "file_replaced": "the file of the records is replaced by another file since this window opened it; "
    "nothing was written: put it back and save again, or open the records anew",
    "other_writer": "another computer has begun to write to these records; nothing was written: open the "
    "records anew and enter this change again",
    "patient_gone": "this patient is not in the records any more; search again",
    "visit_gone": "this visit is not in the records any more; search again",
    "visit_moved_on": "this visit was changed since this edit of it began; nothing was written: look at the "
    "visit again",
    "score_gone": "this score is not in the records any more; look again",
    "attachment_gone": "this attachment is not in the records any more; search again",
    "attachment_large": "this file is larger than {most} MB; attach a smaller one",
    "number_taken": "{number} is another patient's number; give a new one",
    "number_unknown": "no patient has this number; check it",
}

_PEOPLE = {
    "passphrase_short": "the passphrase is too short: give at least {least} signs, as four words",
    "passphrase_short_here": "the passphrase is too short: the clinic’s policy asks for at least {least} "
    "signs",
    "passphrase_of_before": "your passphrase is weaker than the clinic’s policy asks now; change it "
    "(`hipmap records users --passphrase`)",
    "passphrase_few_words": "the passphrase has too few words: the clinic’s policy asks for {least} "
    "different ones",
    "passphrase_not_strong": "the passphrase is not strong enough for the clinic’s policy: add a word or two",
    "passphrase_long": "the passphrase is too long: give at most {most} signs",
    "passphrase_easy": "the passphrase is too easy to guess: give four words that do not go together",
    "user_wrong": "{why}",
    "user_known": "{name} is known already; choose another name",
    "user_unknown": "there is no user {name}; give a name that these records know",
    "one_clinician": "one clinician must stay; make another user a clinician first",
    "may_not_let_in": "only a clinician may change who may open the records; ask one to do it",
    "may_not_renew": "only a clinician may make a new recovery key; ask one to do it",
    "may_not_delete": "only a clinician may delete for good; ask one to do it",
    "may_not_export_all": "only a clinician may write all visits in one table; ask one to do it",
    "may_not_accept_older": "only a clinician may accept an older state of the records; ask one to do it",
    "may_not_restore": "only a clinician may put a backup in place of the records; ask one to do it",
}

_FILES = {
    "backup_not_made": "the backup is not made ({why}); choose another place",
    "backup_inside": "this folder belongs to the records themselves: a backup there would be lost together "
    "with them; choose another place, best on another disk",
    "backup_not_whole": "this backup is not whole ({why}); use another one",
    "not_restored": "not restored ({why}); nothing was changed: choose another place",
    "no_records_stand": "something that is no records stands here; name another folder",
    "records_open": "these records are open; close them everywhere, then restore",
    "export_fixed": "this may not leave hipmap on this computer, as its policy says (exports.allowed); "
    "nothing was written; ask {who}",
    "file_not_written": "the file cannot be written ({why}); choose another place",
    "file_not_read": "the file cannot be read ({why})",
    "document_large": f"this file is larger than any patient’s; {_NOTHING}",
    "document_double": f"a key stands twice in one object of this file; {_NOTHING}",
    "document_link": f"this is a link to another place, or no file; name the file itself; {_NOTHING}",
    "document_wrong": f"{{why}}; {_NOTHING}",
    "no_document": f"this is not a patient’s file of hipmap; {_NOTHING}",
    "document_attachment": f"the attachment {{name}} is damaged; {_NOTHING}",
    "code_miscopied": "the recipient code is not copied rightly; compare it letter by letter",
    "key_impossible": "this key of a sender or recipient is none that can be; ask for it again",
    "hand_over_costly": "this file asks for more memory than is sensible",
    "hand_over_passphrase": "this file opens with a passphrase; give it",
    "hand_over_for_clinic": "this file is for a clinic; open that clinic’s records",
    "hand_over_wrong": f"the passphrase is not right, or the file was changed; {_NOTHING}",
    "hand_over_of_others": f"it is for another clinic, or the file was changed; {_NOTHING}",
    "hand_over_large": f"this file is larger than any hand-over; {_NOTHING}",
    "hand_over_newer": "a newer hipmap wrote this file; open it with that one",
    "no_hand_over": f"this is no hand-over of hipmap; {_NOTHING}",
    "visit_of_another": "a visit of this file belongs to another patient here; import it into that patient",
    "import_number_taken": "the number in this file is another patient’s here; give a new one",
}

ENGLISH = MappingProxyType(_OPENING | _DAMAGE | _WRITING | _PEOPLE | _FILES)
"""By its id, what is wrong and what to do about it."""

Value = str | int


class Sentence(str):
    """The line of the command line; its id, its place and its values say it again in another language."""

    kind: str
    place: str
    values: dict[str, Value]

    def __new__(cls, kind: str, place: str = "", /, **values: Value) -> "Sentence":
        text = ENGLISH[kind].format(**values)
        line = super().__new__(cls, str(refusal(place, text)).removeprefix(": "))
        line.kind, line.place, line.values = kind, place, values
        return line


def at_place(said: Sentence, place: str) -> Sentence:
    """Gives the sentence with where it belongs, if it does not say so already."""
    return said if said.place else Sentence(said.kind, place, **said.values)
