"""What the tests of exchange share."""

import pytest

from hipmap.exchange.report import Report
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge
from tests.exchange.reports import RICH, URGENT, everything, report_of


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Hipmap's own knowledge."""
    return own_knowledge()


@pytest.fixture(scope="session")
def rich(knowledge: Knowledge) -> Report:
    """Of a case in which something of each kind was told."""
    return report_of(new_case(**RICH), knowledge)


@pytest.fixture(scope="session")
def urgent(knowledge: Knowledge) -> Report:
    """Of a case that is an emergency."""
    return report_of(new_case(**URGENT), knowledge)


@pytest.fixture(scope="session")
def whole(knowledge: Knowledge) -> Report:
    """Of a case with everything marked and answered."""
    return report_of(everything(knowledge.digest), knowledge)


@pytest.fixture(scope="session")
def empty(knowledge: Knowledge) -> Report:
    """Of a case of which nothing is known."""
    return report_of(new_case(), knowledge)
