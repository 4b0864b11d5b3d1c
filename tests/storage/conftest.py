"""What the tests of storage share."""

from pathlib import Path

import pytest

from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge
from tests.storage.clinic_folder import ClinicFolder


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Hipmap's own knowledge."""
    return own_knowledge()


@pytest.fixture
def clinic(tmp_path: Path) -> ClinicFolder:
    """A copy of hipmap's knowledge that the test may spoil."""
    return ClinicFolder(tmp_path)
