"""What the tests of the reasoning share: the knowledge, read once, and its brute-force double."""

import pytest

from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge
from tests.reasoning.brute_force import BruteForce


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture(scope="session")
def brute_force(knowledge: Knowledge) -> BruteForce:
    return BruteForce(knowledge)
