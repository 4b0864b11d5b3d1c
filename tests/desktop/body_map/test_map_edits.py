"""Every intent of the map is one step of the session, which can be undone."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.map_edits import listen_to_map
from hipmap.desktop.body_map.mark_intents import MarkChanges
from hipmap.desktop.case_session import CaseSession
from hipmap.model.case import Mark, Pin, new_case
from hipmap.reasoning import assess
from tests.case_builders import own_knowledge
from tests.desktop.body_map.hands import across, drag

WORST = Mark(zone="groin_crease", side="right", worst=True)
PIN = Pin(zone="groin_crease", side="right", face="front", at=(0.4, 0.46))


@pytest.fixture
def panel(qtbot: QtBot) -> BodyMapPanel:
    knowledge = own_knowledge()
    session = CaseSession(knowledge, assess, new_case(marks=(WORST,)))
    panel = BodyMapPanel(knowledge.body)
    qtbot.addWidget(panel)
    session.setParent(panel)
    session.changed.connect(panel.show_case)
    listen_to_map(panel, session)
    panel.show_case(session.case, session.assessment)
    panel.resize(610, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def session_of(panel: BodyMapPanel) -> CaseSession:
    (session,) = panel.findChildren(CaseSession)
    return session


def test_each_intent_is_one_step_and_undo_takes_it_back(panel: BodyMapPanel) -> None:
    session = session_of(panel)
    start = session.case
    intents: list[Callable[[], object]] = [
        lambda: panel.mark_requested.emit("shin", "left", "numb"),
        lambda: panel.mark_edited.emit(WORST.model_copy(update={"intensity": 4})),
        lambda: panel.mark_removed.emit("groin_crease", "right", "pain"),
        lambda: panel.marks_changed.emit(MarkChanges("draw", (Mark(zone="calf", side="left", share=0.3),))),
        lambda: panel.pin_requested.emit(PIN),
        lambda: panel.swap_sides_requested.emit(),
        lambda: panel.clear_requested.emit(),
    ]
    labels = set()
    for intent in intents:
        intent()
        assert session.case != start
        assert session.undo_stack.count() == 1
        labels.add(session.undo_stack.undoText())
        panel.undo_requested.emit()
        assert session.case == start
    assert len(labels) == len(intents)
    assert not any("groin" in label.lower() for label in labels), "a step never tells where it hurts"


def test_a_stroke_across_many_zones_is_one_step(panel: BodyMapPanel) -> None:
    session = session_of(panel)
    panel.header.take_grip("brush")
    view = next(view for view in panel.area.views() if view.key == ("front", "inset"))
    drag(view, across(view, ("groin_crease", "left"), ("anterior_thigh_upper", "left")))
    assert len(session.case.marks) > 1
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.case.marks == (WORST,)
