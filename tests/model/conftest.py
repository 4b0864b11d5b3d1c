"""What the tests of the model share."""

import pytest

from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Hipmap's own knowledge."""
    return own_knowledge()
