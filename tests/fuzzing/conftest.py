"""The knowledge, read once."""

import pytest

from hipmap.model.knowledge import Knowledge
from hipmap.storage.knowledge_files import load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()
