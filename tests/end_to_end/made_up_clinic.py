"""Records of made-up patients with visits, for whoever looks at their screens or plays with them."""

from pathlib import Path

from hipmap.model.case import Case, new_case
from hipmap.model.records import Identity
from hipmap.storage.records.attachments import add_attachment
from hipmap.storage.records.patients import add_patient, archive_patient
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.users import add_user
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person
from tests.storage.records.small_vaults import small_vault

SECOND_PASSPHRASE = "a quiet green morning"
SECOND_USER = "Bo Lind"
WITH_VISITS = "Jörg Łąka"
LETTER = "letter of the surgery.txt"

PEOPLE = (
    Identity(
        number="A-17", name=WITH_VISITS, born="1960-04-30", notes="Sent by the surgery in Lund.",
        tags=("runner", "right hip"),
    ),
    Identity(number="A-18", name="Anna Berg", born="1988-12-02", tags=("dancer",)),
    Identity(number="A-19", name="Sun Li", born="1955-02-20"),
    Identity(number="B-2", name="Maria Fernanda da Conceição Albuquerque de Sousa", born="1971-07-14"),
    Identity(number="B-3", name="Tom Ek"),
)  # fmt: skip
ARCHIVED = Identity(number="B-4", name="Ines Old")

GROIN = {"zone": "groin_crease", "side": "right", "kind": "pain", "intensity": 7}
THIGH = {"zone": "anterior_thigh_upper", "side": "right", "kind": "pain", "intensity": 4}
SIDE = {"zone": "trochanter", "side": "right", "kind": "pain", "intensity": 5}
ROTATION = {"value": 10, "side": "right"}


def visits() -> tuple[tuple[str, Case, str], ...]:
    """Gives the days of the patient with visits: the pain moves from the groin to the side."""
    first = {"limp": "yes", "hip_internal_rotation_deg": ROTATION, "worse_lying_on_side": "no"}
    last = {"limp": "no", "worse_lying_on_side": "yes"}
    return (
        ("2025-11-03", _case([GROIN, THIGH], first), "Walks with a stick in the left hand."),
        ("2026-01-14", _case([GROIN, THIGH], {**first, "worse_lying_on_side": "yes"}), ""),
        ("2026-02-27", _case([SIDE], last), "Sleeps through again since the exercises began."),
    )


def _case(marks: object, answers: object) -> Case:
    return new_case(setting="physio", marks=marks, answers=answers)


def made_up_clinic(person: Person, folder: Path) -> Clinic:
    """Makes the records in a folder, and the window know of them; they are still locked."""
    small = small_vault(folder / "hipmap records")
    vault = small.open()
    _fill(vault)
    vault.lock()
    small.clock.forward(hours=1)
    person.window.preferences.records_folder = str(small.folder)
    return Clinic(person, small)


def _fill(vault: Vault) -> None:
    added = [add_patient(vault, identity) for identity in PEOPLE]
    for day, case, note in visits():
        begin_visit(vault, added[0].uid, day, case, note)
    for day, value in (("2025-11-03", 7), ("2026-01-14", 6), ("2026-02-27", 3)):
        add_score(vault, added[0].uid, "pain_0_10_usual", value, day)
    add_attachment(vault, added[0].uid, LETTER, "2025-11-05", b"Dear colleague")
    archive_patient(vault, add_patient(vault, ARCHIVED).uid, archived=True)
    add_user(vault, SECOND_USER, "assistant", SECOND_PASSPHRASE)
