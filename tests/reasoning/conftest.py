"""What the tests of the reasoning share: the knowledge, read once, and its brute-force double."""

import pytest

from hipmap.model.knowledge import Knowledge
from hipmap.storage.knowledge_files import load_knowledge
from tests.reasoning.brute_force import BruteForce


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def brute_force(knowledge: Knowledge) -> BruteForce:
    return BruteForce(knowledge)
