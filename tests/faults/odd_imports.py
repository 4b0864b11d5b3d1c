"""Changes a patient's file in every way that chance finds; none may do more than come in or be refused."""

import copy
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hipmap.storage.records.attachments import add_attachment
from hipmap.storage.records.hand_over import Opener, opened_hand_over, sealed_for_passphrase
from hipmap.storage.records.patient_documents import document_of, document_text, parse_document
from hipmap.storage.records.patient_import import import_patient, plan_import
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.storage.records.small_vaults import PASSPHRASE, case, identity, small_vault, surroundings

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, 1e308, float("inf"), "", "x", "x" * 5000, "../../etc/passwd", "a\0b",
    "\x1b[2J", "\ud800", "AAAA", "0" * 32, "\N{RIGHT-TO-LEFT OVERRIDE}x",
    "'; DROP TABLE patient; --", "{{7*7}}", "%s%n", "2026-02-30", "9999-99-99", [], {}, [[]], {"": {}},
    {"schema": "hipmap-patient/1"}, ["x"] * 3000,
)  # fmt: skip
# An import that comes in waits for the disk; so only one in so many is carried out.
CARRIED_OUT = 5
_UID = re.compile(r"(?<=\"uid\": \")[0-9a-f]{32}")


@dataclass
class Imports:
    """What came of the odd files."""

    tries: int = 0
    refused: int = 0
    accepted: int = 0
    carried_out: int = 0
    unclear: int = 0


def try_imports(folder: Path, tries: int, seed: int) -> Imports:
    """Raises whatever is raised beside a refusal in words."""
    chance, done = random.Random(seed), Imports()
    vault = small_vault(folder / "clinic").open()
    text, sealed = _a_patient(vault)
    body = json.loads(text)
    for _ in range(tries):
        odd = _odd(text, body, sealed, chance)
        done.tries += 1
        try:
            if odd.startswith(b'{"schema":"hipmap-handover/'):
                document = opened_hand_over(odd, "x", Opener(passphrase=PASSPHRASE))
            else:
                document = parse_document(odd, "x")
            plan_import(vault, document)
            done.accepted += 1
            if done.accepted % CARRIED_OUT == 0:
                import_patient(vault, document, number=f"odd {done.accepted}")
                done.carried_out += 1
        except VaultProblem as problem:
            done.refused += 1
            said = str(problem)
            done.unclear += "\n" in said or not 10 < len(said) <= 400
    assert problems_of(vault) == ()
    assert find_patients(vault, "jorg")
    vault.lock()
    return done


def _a_patient(vault: Vault) -> tuple[bytes, bytes]:
    patient = add_patient(vault, identity(tags=("hip",)))
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(marks=[{"zone": "g", "side": "right"}]), "one")
    save_visit(vault, visit.uid, case(answers={"limp": "no"}), "two")
    add_score(vault, patient.uid, "psfs", 4.5, "2026-03-01")
    add_attachment(vault, patient.uid, "letter.pdf", "2026-03-01", bytes(60))
    document = document_of(vault, patient.uid)
    return document_text(document).encode(), sealed_for_passphrase(document, PASSPHRASE, surroundings())


def _odd(text: bytes, body: Any, sealed: bytes, chance: random.Random) -> bytes:
    way = chance.random()
    if way < 0.7:
        changed = copy.deepcopy(body)
        for _ in range(chance.choice((0, 1, 1, 1, 2, 5))):
            _change(changed, chance)
        told = json.dumps(changed, ensure_ascii=chance.random() < 0.9)
        if chance.random() < 0.5:
            for uid in _UID.findall(text.decode()):
                told = told.replace(uid, chance.randbytes(16).hex())
        return told.encode("utf-8", "surrogatepass")
    if way < 0.9:
        return _spoilt_bytes(text, chance)
    if way < 0.95:
        return _spoilt_bytes(sealed, chance)
    return chance.choice(
        (b"[" * 50_000, b'{"a":' * 50_000, b"", b"\xff" * 99, b"1" * 100_000, chance.randbytes(500))
    )


def _change(value: Any, chance: random.Random) -> None:
    """Goes down to some place in the value and puts something odd there."""
    while isinstance(value, dict | list) and value:
        keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
        key = chance.choice(keys)
        inner = value[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.8:
            value = inner
            continue
        way = chance.random()
        if way < 0.6:
            value[key] = copy.deepcopy(chance.choice(ODD))
        elif way < 0.8:
            del value[key]
        elif isinstance(value, list):
            value.append(copy.deepcopy(inner))
        else:
            value[str(chance.choice(ODD))[:50]] = inner
        return


def _spoilt_bytes(text: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(text)
    for _ in range(chance.choice((1, 1, 3, 20))):
        at = chance.randrange(len(spoilt))
        spoilt[at : at + chance.choice((0, 1, 5))] = chance.choice(
            (b"", b"\0", b'"', b"9", b"{", chance.randbytes(3))
        )
    return bytes(spoilt)
