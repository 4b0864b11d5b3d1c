"""Who may be the same person is told; a number that was made up at home tells of nobody."""

import pytest

from hipmap.storage.records.alike import alike, perhaps_here
from hipmap.storage.records.home_document import home_document, home_number, is_home_number
from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.vault import Vault
from tests.storage.records.small_vaults import case, identity, surroundings


def test_a_number_made_up_at_home_is_known_as_such() -> None:
    around = surroundings()
    assert is_home_number(home_number(around))
    assert home_number(around) != home_number(around)
    assert is_home_number(home_document(case(), "Ida", None, "", "2026-03-01", around).identity.number)
    assert not is_home_number("A-17")
    assert not is_home_number("home-3feb3c ")


def test_people_who_share_a_home_number_are_not_alike(vault: Vault) -> None:
    add_patient(vault, identity("home-3feb3c", "Ida Berg"))
    here = add_patient(vault, identity("A-17", "Otto Wald"))
    assert alike(vault, identity("home-3feb3c", "Somebody Else")) == ()
    assert alike(vault, identity("A-17", "Somebody Else")) == (here,)


@pytest.mark.parametrize(
    ("name", "born", "is_told"),
    [
        ("jorg laka", None, True),
        ("Jörg Łąka", "1999-01-01", True),
        ("Laka, Joerg", "1960-04-30", True),
        ("Jörg Lakas", "1960-04-30", True),
        ("Łąka Georg", "1960-04-30", True),
        ("Jörg Lakas", None, False),
        ("Anna Berg", "1960-04-30", False),
    ],
)
def test_who_may_be_here_already(vault: Vault, name: str, born: str | None, is_told: bool) -> None:
    here = add_patient(vault, identity(born="1960-04-30"))
    assert perhaps_here(vault, identity("X-1", name, born=born)) == ((here,) if is_told else ())
