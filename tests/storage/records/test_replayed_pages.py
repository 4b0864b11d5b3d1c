"""An older page of the file in the place of the newer has a good seal; the proof finds what it changed."""

from hipmap.storage.records.patients import add_patient, change_patient, find_patients
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.storage.records.small_vaults import SmallVault, case, identity

PAGE = 4096
# What a proof does not speak of: which window wrote last, and what opening adds; and how the search is laid
# out, which is proven as a whole.
CHANGES = ("vault", "audit", "words_data", "words_idx", "words_content", "words_docsize", "words_config")


def content_of(closed: SmallVault) -> dict[str, list[str]]:
    vault = closed.open()
    names = [name for (name,) in vault.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {
        name: sorted(map(repr, vault.rows(f"SELECT * FROM {name}"))) for name in names if name not in CHANGES
    }
    found["found by two"] = sorted(patient.uid for patient in find_patients(vault, "two"))
    found["found by name"] = sorted(patient.uid for patient in find_patients(vault, "other"))
    vault.lock()
    return found


def test_each_older_page_is_refused_or_found_or_changes_nothing(closed: SmallVault) -> None:
    vault = closed.open()
    patients = [add_patient(vault, identity(f"N-{at}", notes="n " * 1500)) for at in range(4)]
    visits = [begin_visit(vault, one.uid, "2026-03-01", case(), "one " * 900) for one in patients]
    vault.lock()
    older = vault.path.read_bytes()
    vault = closed.open()
    for visit in visits:
        save_visit(vault, visit.uid, case(answers={"limp": "no"}), "two " * 900)
    change_patient(vault, patients[3].uid, identity("N-3", "Other Name", notes="n " * 1500))
    vault.lock()
    newer, right = vault.path.read_bytes(), content_of(closed)
    good = {path: path.read_bytes() for path in closed.folder.iterdir() if path.is_file()}
    found = 0
    for at in range(0, min(len(older), len(newer)), PAGE):
        if older[at : at + PAGE] == newer[at : at + PAGE]:
            continue
        for path, content in good.items():
            path.write_bytes(content)
        vault.path.write_bytes(newer[:at] + older[at : at + PAGE] + newer[at + PAGE :])
        try:
            again = closed.open()
        except VaultProblem:
            found += 1
            continue
        problems = problems_of(again)
        again.lock()
        found += bool(problems)
        assert problems or content_of(closed) == right, at // PAGE
    assert found > 10
