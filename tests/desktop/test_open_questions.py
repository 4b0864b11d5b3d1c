"""Paper and window count the same safety questions as open."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.acted_warning import ActedWarning
from hipmap.desktop.urgency_panel import UrgencyPanel
from hipmap.exchange.passport import passport_of
from hipmap.model.case import new_case
from hipmap.reasoning import assess
from tests.case_builders import own_knowledge
from tests.exchange.reports import report_of


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"person": {"age": 60, "sex": "male"}},
        {"setting": "home", "marks": [{"zone": "groin_crease", "side": "right"}]},
        {"answers": {"cancer_ever": "no", "saddle_numbness": "unknown", "limp": "yes"}},
        {"person": {"sex": "male"}, "answers": {"pregnancy_possible": "no", "foot_drop": "no"}},
    ],
)
def test_paper_and_window_count_the_same_safety_questions(about: dict[str, Any], qapp: QApplication) -> None:
    knowledge = own_knowledge()
    case = new_case(**about)
    passport = passport_of(report_of(case, knowledge))
    panel = UrgencyPanel("clinician", ActedWarning())
    panel.show_knowledge(knowledge)
    panel.show_case(case, assess(case, knowledge))
    count = len(passport.safety_open)
    every = sum(one.screening for one in knowledge.findings)
    every -= case.person.sex == "male" and "pregnancy_possible" not in case.answers
    assert count == every - sum(knowledge.finding_by_id[name].screening for name in case.answers)
    words = f"None of {count} asked yet" if count == every else f"Safety questions not asked yet: {count}"
    assert panel.asked.text().startswith(words)
    panel.deleteLater()
