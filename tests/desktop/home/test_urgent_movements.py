"""Who is to be seen today is not asked to try movements, also not beyond the screen that says so."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.home.emergency_screen import EmergencyScreen
from hipmap.model.case import NO, YES, Case, new_case
from hipmap.model.edits import put_answer
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.who_is_asked import safety_to_ask
from tests.desktop.home.visitor import Visitor, open_guide

BACK = {"zone": "lumbar_midline", "side": "midline", "worst": True}


def _somebody(knowledge: Knowledge, *signs: str) -> Case:
    """A man of 70 with back pain who has these signs, and says no to every other safety question."""
    case = new_case(
        setting="home",
        person={"age": 70, "sex": "male"},
        marks=[BACK],
        answers=dict.fromkeys(signs, YES),
    )
    for finding in safety_to_ask(case, knowledge.findings, frozenset()):
        if finding.id not in case.answers:
            case = put_answer(case, finding.id, NO)
    return case


@pytest.fixture
def sent_today(qapp: QApplication, knowledge: Knowledge) -> Iterator[Visitor]:
    """Cancer before, and pain like a belt: the spine may not carry him, and he is to be seen today."""
    visitor = open_guide(knowledge, _somebody(knowledge, "cancer_ever", "band_pain_trunk"), quick=False)
    yield visitor
    visitor.close()


def _kinds_on_the_way(visitor: Visitor) -> set[str]:
    """Goes on to the result, past every screen of urgency, and gives the kinds of screens that came."""
    kinds: set[str] = set()
    for _ in range(60):
        if isinstance(visitor.page, EmergencyScreen):
            kinds.add("urgent")
            visitor.press(visitor.emergency.sure)
            visitor.press(visitor.emergency.on)
            continue
        kinds.add(visitor.kind)
        if visitor.kind == "result":
            return kinds
        visitor.next()
    raise AssertionError(f"the result was never reached; now at {visitor.kind}")


def test_no_movement_is_tried_beyond_a_warning_for_today(sent_today: Visitor) -> None:
    assert sent_today.guide.session.assessment.urgency.tier == "same_day"
    kinds = _kinds_on_the_way(sent_today)
    assert {"urgent", "question", "result"} <= kinds
    assert "movement" not in kinds
