"""Records that a test may use and spoil."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipmap.storage.records.vault import Vault
from tests.storage.records.small_vaults import SmallVault, small_vault


@pytest.fixture(scope="session")
def first_vault(tmp_path_factory: pytest.TempPathFactory) -> SmallVault:
    """Empty records, to be copied and not changed."""
    return small_vault(tmp_path_factory.mktemp("first") / "clinic")


@pytest.fixture
def closed(first_vault: SmallVault, tmp_path: Path) -> SmallVault:
    """Records of the test's own."""
    shutil.copytree(first_vault.folder, tmp_path / "clinic")
    first_vault.clock.time = type(first_vault.clock)().time
    return SmallVault(tmp_path / "clinic", first_vault.around, first_vault.clock, first_vault.recovery)


@pytest.fixture
def vault(closed: SmallVault) -> Iterator[Vault]:
    """The same, open."""
    opened = closed.open()
    yield opened
    opened.lock()
