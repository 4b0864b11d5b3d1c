"""Another case finds the body map at rest: the whole figure, and a click that marks pain."""

from PySide6.QtCore import Qt

from hipmap.desktop.body_map.hand import Hand
from hipmap.model.case import new_case
from tests.end_to_end.person import Person


def test_zoom_tool_and_kind_of_mark_do_not_go_over_into_another_case(person: Person) -> None:
    body_map = person.screen.body_map
    person.press(body_map.header.tool.button_of("numb"))
    person.press(body_map.header.rail.button_of("eraser"))
    body_map.area.large_views()[0].setFocus()
    person.keys(Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert body_map.area.lens.zoom > 1
    assert body_map.header.hand == Hand(grip="eraser", kind="numb")
    person.session.open_case(new_case())
    assert body_map.area.lens.zoom == 1
    assert all(view.lens.is_fit for view in body_map.area.large_views())
    assert body_map.header.hand == Hand()
    assert body_map.header.tool.button_of("pain").isChecked()
    person.mark("groin_crease", "right")
    assert [(mark.zone, mark.kind) for mark in person.case.marks] == [("groin_crease", "pain")]
