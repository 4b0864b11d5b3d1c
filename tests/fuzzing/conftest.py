"""The knowledge, read once."""

import pytest

from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return own_knowledge()
